"""Asking Telegram for news. The next question tells it what is safe here, so it is asked only then."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError, TimedOut

from bot.channels.telegram.outbox import seconds
from bot.channels.telegram.steady import Raw, SteadyBot
from bot.errors import StateError

log = logging.getLogger(__name__)

POLL_SECONDS = 30
WAITS = (0.5, 1, 2, 4, 8, 15, 30)

Take = Callable[[Sequence[Raw]], Awaitable[None]]


async def poll(bot: SteadyBot, take: Take, kinds: Sequence[str]) -> None:
    """Until cancelled. Bad gateways, conflicts and cut connections are waited out, longer each time; nothing is skipped."""
    offset: int | None = None
    failures = 0
    while True:
        try:
            updates = await bot.raw_updates(offset, POLL_SECONDS, kinds)
            if updates:
                await take(updates)
                offset = updates[-1]["update_id"] + 1
            failures = 0
        except TimedOut:
            continue
        except InvalidToken:
            raise
        except TelegramError as error:
            await asyncio.sleep(_wait(error, failures))
            failures += 1
        except StateError as away:
            log.error("what Telegram sent cannot be kept, so it is asked for again: %s", away)
            await asyncio.sleep(WAITS[0])


def _wait(error: TelegramError, failures: int) -> float:
    if isinstance(error, Conflict):
        log.error("another program is reading this bot's messages: stop one of the two (same BOT_TOKEN)")
    else:
        log.warning("Telegram cannot be asked for news: %s", error)
    if isinstance(error, RetryAfter):
        return seconds(error)
    return WAITS[min(failures, len(WAITS) - 1)]
