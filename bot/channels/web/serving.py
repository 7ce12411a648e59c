"""Opens the chat page on this machine."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

import uvicorn

from bot.channels.web.site import application
from bot.errors import SettingsError
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.app import Assistant
    from bot.proof import Receipts

TOKEN_STEPS = """
Para abrir el bot en Telegram hace falta una llave. Se pide en tres pasos:
  1. En Telegram, abre una conversación con @BotFather y escribe /newbot.
  2. Dale un nombre y un usuario que termine en «bot»; @BotFather contesta con una llave como 123456:ABC-DEF…
  3. Guarda esa llave en un archivo .env junto a este programa (BOT_TOKEN=la-llave) y vuelve a correr «make run».
"""


def serve(settings: Settings, assistant: Assistant, receipts: Receipts, say: Callable[[str], None]) -> None:
    """Serve until interrupted. The access log stays off: addresses hold what people ask."""
    with listen(settings) as listening:
        host, port = listening.getsockname()[:2]
        say(f"La página local está abierta en http://{host}:{port}  (Ctrl+C la cierra)")
        say(TOKEN_STEPS)
        config = uvicorn.Config(application(assistant, settings.today, receipts=receipts), log_level="warning", access_log=False)
        uvicorn.Server(config).run(sockets=[listening])


def listen(settings: Settings) -> socket.socket:
    """SettingsError when the address is taken or not this machine's."""
    try:
        return socket.create_server((settings.listen_host, settings.listen_port))
    except OSError as error:
        raise SettingsError(
            f"No puedo abrir la página en {settings.bot_listen} ({error.strerror}). Cierra lo que usa ese puerto o cambia BOT_LISTEN."
        ) from error
