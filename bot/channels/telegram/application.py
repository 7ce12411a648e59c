"""The Telegram bot put together. Both ways in, asking Telegram and being called by it, feed the same handlers."""

from __future__ import annotations

import asyncio
import itertools
import logging
import signal
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import stamina
from telegram import LinkPreviewOptions
from telegram.error import BadRequest
from telegram.ext import ApplicationBuilder, Defaults

from bot.channels.telegram.handlers import UPDATES, register
from bot.channels.telegram.inline import Hurry
from bot.channels.telegram.intake import AT_ONCE, Intake, TelegramApplication
from bot.channels.telegram.memory import Clock, Memory, worker_name
from bot.channels.telegram.menu import publish
from bot.channels.telegram.notices import notify
from bot.channels.telegram.outbox import Outbox, Sleep
from bot.channels.telegram.polling import poll
from bot.channels.telegram.reaching import reached
from bot.channels.telegram.request import AiohttpRequest
from bot.channels.telegram.seats import read_seats
from bot.channels.telegram.steady import SteadyBot
from bot.channels.telegram.talk import Assistant, Talk
from bot.channels.telegram.webhook import Webhook, webhook_of
from bot.channels.telegram.webserver import serving
from bot.errors import SettingsError, StateError
from bot.settings import Settings
from bot.state import State
from bot.state.answers import prepare

log = logging.getLogger(__name__)

# Of those that Telegram may make; it allows a hundred.
CALLS_AT_ONCE = 64
SWEEP_SECONDS = 60
PATIENCE = 20.0


@dataclass(frozen=True)
class TelegramBot:
    """The application with what stands before and behind it."""

    bot: SteadyBot
    application: TelegramApplication
    intake: Intake
    talk: Talk
    memory: Memory
    running: list[asyncio.Task[None]] = field(default_factory=list)

    def start(self, work: Coroutine[Any, Any, None], closing: AsyncExitStack) -> None:
        """Until the bot closes; ``broken`` tells when it ended before."""
        task = asyncio.create_task(work)
        self.running.append(task)
        closing.push_async_callback(_cancelled, task)

    async def broken(self) -> None:
        """None of this ends by itself: whatever ended it is raised."""
        ended, _ = await asyncio.wait(self.running, return_when=asyncio.FIRST_COMPLETED)
        for task in ended:
            task.result()


def run(
    settings: Settings, assistant: Assistant, state: State, announce: Callable[[str], None] = print, *, patience: float = PATIENCE
) -> None:
    """Answer in Telegram until the process is told to stop; ``patience`` as in ``build``. SettingsError when token, address or
    server cannot be used."""
    clock = Clock(lambda: datetime.now(UTC), settings.today)
    memory = Memory(state, clock, worker_name(settings.bot_listen))
    asyncio.run(_until_told(settings, assistant, memory, announce, patience))


async def _until_told(settings: Settings, assistant: Assistant, memory: Memory, announce: Callable[[str], None], patience: float) -> None:
    """The signal cancels whatever is under way, also the wait for a network that is not there yet."""
    answering = asyncio.create_task(_answer(settings, build(settings, assistant, memory, patience=patience), assistant, announce))
    for told in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(told, answering.cancel)
    with suppress(asyncio.CancelledError):
        await answering


async def _answer(settings: Settings, telegram: TelegramBot, assistant: Assistant, announce: Callable[[str], None]) -> None:
    webhook = webhook_of(settings)
    async with AsyncExitStack() as closing:
        await closing.enter_async_context(called(telegram, webhook, settings, assistant) if webhook else polling(telegram))
        announce(f"Contesto en https://t.me/{telegram.bot.username} (Ctrl+C para terminar).")
        closing.callback(announce, "Termino de contestar lo que ya me preguntaron y cierro.")
        await telegram.broken()


def build(
    settings: Settings, assistant: Assistant, memory: Memory, sleep: Sleep = asyncio.sleep, patience: float = PATIENCE
) -> TelegramBot:
    """``patience`` is how many seconds an answer of the Bot API may take. SettingsError without a token;
    SourceDataError when it cannot be read where municipalities are."""
    if settings.bot_token is None:
        raise SettingsError("Falta BOT_TOKEN: pídelo a @BotFather en Telegram y escríbelo en el archivo .env.")
    # without names and values: what is tried again may hold what people write
    stamina.instrumentation.set_on_retry_hooks([])
    root = settings.bot_api_url.rstrip("/")
    bot = SteadyBot(
        settings.bot_token.get_secret_value(),
        base_url=f"{root}/bot",
        base_file_url=f"{root}/file/bot",
        request=AiohttpRequest(AT_ONCE, read_timeout=patience),
        # Two connections: with one, a poll whose connection was cut holds the place of the next.
        get_updates_request=AiohttpRequest(connections=2, read_timeout=10),
        defaults=Defaults(link_preview_options=LinkPreviewOptions(is_disabled=True)),
    )
    application = ApplicationBuilder().bot(bot).updater(None).job_queue(None).build()
    hurry = Hurry()
    talk = Talk(assistant, memory, Outbox(bot, memory, sleep), settings.today)
    register(application, talk, hurry, read_seats(settings.data_dir))
    return TelegramBot(bot, application, Intake(application, talk, hurry), talk, memory)


@asynccontextmanager
async def polling(telegram: TelegramBot) -> AsyncIterator[None]:
    """Ready inside; on the way out, what was taken from Telegram is answered before the connections close."""
    async with _started(telegram) as closing:
        await reached(telegram.bot.delete_webhook)
        telegram.start(poll(telegram.bot, telegram.intake.take, UPDATES), closing)
        yield


@asynccontextmanager
async def called(telegram: TelegramBot, webhook: Webhook, settings: Settings, assistant: Assistant) -> AsyncIterator[None]:
    """Ready inside. The address is not given back on the way out: another worker, or the next start, answers at it."""
    async with _started(telegram) as closing:
        await closing.enter_async_context(
            serving(webhook, telegram.intake.take, settings, assistant, telegram.memory.beside(assistant.ledger))
        )
        await _announced(telegram.bot, webhook)
        yield


@asynccontextmanager
async def _started(telegram: TelegramBot) -> AsyncIterator[AsyncExitStack]:
    async with AsyncExitStack() as closing:
        closing.push_async_callback(telegram.memory.close)
        closing.push_async_callback(telegram.bot.shutdown)
        await asyncio.to_thread(prepare)
        await reached(telegram.application.initialize)
        closing.push_async_callback(telegram.application.shutdown)
        closing.push_async_callback(_cancelled, asyncio.create_task(publish(telegram.bot)))
        telegram.start(_sweep(telegram.memory), closing)
        await telegram.application.start()
        closing.push_async_callback(telegram.application.stop)
        if again := await telegram.memory.recover():
            log.warning("%s updates were being answered when the program last ended: they are taken up again", again)
        telegram.start(telegram.intake.run(), closing)
        telegram.start(notify(telegram.talk), closing)
        closing.push_async_callback(telegram.intake.drained)
        yield closing


async def _announced(bot: SteadyBot, webhook: Webhook) -> None:
    try:
        await reached(
            lambda: bot.set_webhook(webhook.url, secret_token=webhook.secret, allowed_updates=UPDATES, max_connections=CALLS_AT_ONCE)
        )
    except BadRequest as refusal:
        raise SettingsError(
            f"Telegram no acepta BOT_WEBHOOK_URL ({refusal}): debe ser una dirección https que se vea desde internet."
        ) from None


async def _sweep(memory: Memory) -> None:
    """Retention, and the pace that all workers keep together."""
    for second in itertools.count(1):
        await asyncio.sleep(1)
        with suppress(StateError):
            await memory.tell()
            if second % SWEEP_SECONDS == 0:
                await memory.sweep()


async def _cancelled(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
