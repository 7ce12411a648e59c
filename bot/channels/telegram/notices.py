"""What is sent later and once: to whoever asked, how their report of a wrong figure ended. Answers go first."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta

from telegram.error import TelegramError

from bot.channels.telegram.outbox import Address, failed
from bot.channels.telegram.pages import whole_pages
from bot.channels.telegram.talk import Talk
from bot.channels.telegram.words import language_of
from bot.errors import PrivacyError, StateError
from bot.state.chats import Resolved

log = logging.getLogger(__name__)

LOOK_SECONDS = 60


async def notify(talk: Talk, every: float = LOOK_SECONDS) -> None:
    """Until cancelled."""
    while True:
        try:
            for each in await talk.memory.resolved():
                await _tell(talk, each)
        except (StateError, PrivacyError) as away:
            log.error("who waits for a notice cannot be told: %s", away)
        await asyncio.sleep(every)


async def _tell(talk: Talk, resolved: Resolved) -> None:
    """Once, by one worker. Whoever blocked the bot is not tried again: their number is no longer kept."""
    language = language_of((await talk.memory.preference(resolved.chat)).language)
    said = talk.line("telegram.aviso_cerrado", language=language, recibo=resolved.receipt, nota="\n".join(resolved.resolutions))
    await talk.outbox.wait_behind_answers(resolved.chat)
    if not await talk.memory.begin_telling(resolved):
        return
    try:
        await talk.outbox.send(Address(resolved.chat, language=language), whole_pages([said]), begun=timedelta())
    except TelegramError as error:
        log.warning("a notice did not arrive: %s", error)
        if failed(error):
            await talk.memory.tell_when_resolved(resolved.chat, resolved.receipt)
