"""The project's one web application on this machine, with the route that Telegram calls beside its pages."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, cast

import uvicorn

from bot.channels.telegram.polling import Take
from bot.channels.telegram.webhook import Webhook, route
from bot.channels.web.serving import listen
from bot.channels.web.site import application
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.app import Assistant
    from bot.channels.telegram.talk import Assistant as Answering
    from bot.proof import Receipts


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """The bot is told to stop, not the server: what Telegram already delivered is answered first."""
        yield


@asynccontextmanager
async def serving(webhook: Webhook, take: Take, settings: Settings, assistant: Answering, receipts: Receipts) -> AsyncIterator[None]:
    """Open inside: what comes before the server is ready waits in the socket. The access log stays off: addresses hold what people
    ask. What is past its time is erased by the bot, not by the pages."""
    pages = application(cast("Assistant", assistant), settings.today, also=[route(webhook, take)], receipts=receipts)
    with listen(settings) as listening:
        server = _Server(uvicorn.Config(pages, log_level="warning", access_log=False, lifespan="off", timeout_keep_alive=75))
        running = asyncio.create_task(server.serve([listening]))
        try:
            yield
        finally:
            server.should_exit = True
            await running
