"""What is said to Telegram at the start. The bot answers nobody before it was heard, and whoever started it is told why it waits."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from itertools import chain, repeat

from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram.outbox import seconds
from bot.errors import SettingsError

log = logging.getLogger(__name__)

WAITS = (1, 2, 4, 8, 15, 30)


async def reached(call: Callable[[], Awaitable[object]]) -> None:
    """Until Telegram answers, ever more slowly: a machine may start before its network, and Telegram may be slow or ask to wait.
    Only what can be said twice without harm. SettingsError for a token that it does not know; TelegramError for what it refuses."""
    for wait in chain(WAITS, repeat(WAITS[-1])):
        try:
            await call()
            return
        except InvalidToken:
            raise SettingsError("Telegram no reconoce BOT_TOKEN: cópialo otra vez de @BotFather.") from None
        except (BadRequest, Forbidden):
            raise
        except TelegramError as away:
            pause = max(wait, seconds(away)) if isinstance(away, RetryAfter) else wait
            log.warning("Telegram no contesta (%s): lo intento otra vez en %g s. Si sigue así, revisa la red y BOT_API_URL.", away, pause)
        await asyncio.sleep(pause)
