"""When whether a reply arrived cannot be known: it is not sent again; the citizen, who can see it, is asked."""

from __future__ import annotations

import logging

from telegram import Update
from telegram.error import TelegramError

from bot.channels.telegram.addressing import address_of
from bot.channels.telegram.talk import Talk

log = logging.getLogger(__name__)

LONGEST_BUTTON = 256


async def ask_whether_it_arrived(talk: Talk, update: Update) -> None:
    """Counted, and one line with the question as a button: pressing it asks again."""
    await talk.memory.count("telegram.envios_desconocidos")
    to = address_of(update)
    if to is None:
        return
    asked = _asked(update)
    buttons = [asked] if 0 < len(asked) <= LONGEST_BUTTON else []
    try:
        await talk.say(to, talk.line("telegram.no_se_si_llego", buttons, to.language))
    except TelegramError as error:
        log.info("a chat could not be asked whether a reply arrived: %s", error)


def _asked(update: Update) -> str:
    if update.callback_query is not None:
        return ""
    message = update.effective_message
    return (message.text or message.caption or "").strip() if message else ""
