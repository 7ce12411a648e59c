"""The Telegram bot put together: long polling now; a webhook feeds the same application."""

from __future__ import annotations

import asyncio
import logging
import signal
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import Any

from telegram import LinkPreviewOptions
from telegram.error import InvalidToken, NetworkError, TelegramError
from telegram.ext import Application, ApplicationBuilder, Defaults

from bot.channels.telegram.commands import menu
from bot.channels.telegram.handlers import UPDATES, register
from bot.channels.telegram.memory import Conversations, ShortMemory
from bot.channels.telegram.ordering import ChatOrder
from bot.channels.telegram.outbox import Outbox
from bot.channels.telegram.request import AiohttpRequest
from bot.channels.telegram.steady import SteadyBot
from bot.channels.telegram.talk import Assistant, Talk
from bot.errors import SettingsError
from bot.settings import Settings

log = logging.getLogger(__name__)

AT_ONCE = 32
POLL_SECONDS = 30
SWEEP_SECONDS = 60
WAITS = (1, 2, 4, 8, 15, 30)

TelegramApplication = Application[Any, Any, Any, Any, Any, Any]


def run_polling(settings: Settings, assistant: Assistant, announce: Callable[[str], None] = print) -> None:
    """Answer in Telegram until the process is told to stop. SettingsError when the token or the server cannot be used."""
    asyncio.run(_until_told(settings, assistant, announce))


async def _until_told(settings: Settings, assistant: Assistant, announce: Callable[[str], None]) -> None:
    """The signal cancels whatever is under way, also the wait for a network that is not there yet."""
    answering = asyncio.create_task(_answer(settings, assistant, announce))
    for told in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(told, answering.cancel)
    with suppress(asyncio.CancelledError):
        await answering


async def _answer(settings: Settings, assistant: Assistant, announce: Callable[[str], None]) -> None:
    memory = ShortMemory(time.monotonic)
    application = build(settings, assistant, memory)
    async with polling(application, memory):
        announce(f"Contesto en https://t.me/{application.bot.username} (Ctrl+C para terminar).")
        try:
            await asyncio.Event().wait()
        finally:
            announce("Termino de contestar lo que ya me preguntaron y cierro.")


def build(settings: Settings, assistant: Assistant, conversations: Conversations) -> TelegramApplication:
    """SettingsError without a token."""
    if settings.bot_token is None:
        raise SettingsError("Falta BOT_TOKEN: pídelo a @BotFather en Telegram y escríbelo en el archivo .env.")
    root = settings.bot_api_url.rstrip("/")
    bot = SteadyBot(
        settings.bot_token.get_secret_value(),
        base_url=f"{root}/bot",
        base_file_url=f"{root}/file/bot",
        request=AiohttpRequest(connections=2 * AT_ONCE),
        # Two connections: with one, a poll whose connection was cut holds the place of the next.
        get_updates_request=AiohttpRequest(connections=2, read_timeout=10),
        defaults=Defaults(link_preview_options=LinkPreviewOptions(is_disabled=True)),
    )
    application = ApplicationBuilder().bot(bot).concurrent_updates(ChatOrder(AT_ONCE)).job_queue(None).build()
    register(application, Talk(assistant, conversations, Outbox(bot), settings.today))
    return application


@asynccontextmanager
async def polling(application: TelegramApplication, conversations: Conversations) -> AsyncIterator[None]:
    """Ready inside; on the way out, what was taken from Telegram is answered before the connections close."""
    assert application.updater is not None
    async with AsyncExitStack() as closing:
        closing.push_async_callback(application.bot.shutdown)
        await _introduce(application)
        closing.push_async_callback(application.shutdown)
        await publish(application)
        closing.push_async_callback(_cancelled, asyncio.create_task(_sweep(conversations)))
        await application.start()
        closing.push_async_callback(application.stop)
        await application.updater.start_polling(timeout=POLL_SECONDS, allowed_updates=UPDATES, error_callback=_report(application))
        closing.push_async_callback(application.updater.stop)
        yield


async def publish(application: TelegramApplication) -> None:
    """The menu. Its absence hinders nobody from asking, so that a refusal is told and no more."""
    try:
        await application.bot.set_my_commands(menu())
    except TelegramError as refusal:
        log.warning("the menu of commands could not be published: %s", refusal)


async def _introduce(application: TelegramApplication) -> None:
    """First contact: a machine that starts before its network waits for it; a wrong token is told at once."""
    for wait in (*WAITS, None):
        try:
            await application.initialize()
            return
        except InvalidToken:
            raise SettingsError("Telegram no reconoce BOT_TOKEN: cópialo otra vez de @BotFather.") from None
        except NetworkError as away:
            if wait is None:
                raise SettingsError(f"No pude llegar al servidor de BOT_API_URL ({away}): revisa la red y la dirección.") from None
            log.warning("Telegram cannot be reached (%s); next try in %s s", away, wait)
            await asyncio.sleep(wait)


def _report(application: TelegramApplication) -> Callable[[TelegramError], None]:
    def report(error: TelegramError) -> None:
        application.create_task(application.process_error(update=None, error=error))

    return report


async def _sweep(conversations: Conversations) -> None:
    while True:
        await asyncio.sleep(SWEEP_SECONDS)
        await conversations.sweep()


async def _cancelled(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
