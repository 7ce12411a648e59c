"""«Esta cifra está mal»: noted with its receipt; a reply to the note says why."""

from __future__ import annotations

import re

from telegram import Message

from bot.channels.telegram.outbox import Address
from bot.channels.telegram.talk import Talk

# As ``telegram.cifra_anotada`` has it in both languages: what the bot wrote is where a reply's receipt is read from.
_NOTED = re.compile(r"\b(?:recibo|receipt) ([0-9A-Z]{5,12})\b")


async def report(talk: Talk, to: Address, receipt: str) -> None:
    await talk.memory.report(to.chat, receipt, "")
    await talk.say(to, talk.line("telegram.cifra_anotada", language=to.language, recibo=receipt))


async def comment(talk: Talk, to: Address, receipt: str, said: str) -> None:
    """Personal data in it is masked before it is kept."""
    await talk.memory.report(to.chat, receipt, said)
    await talk.say(to, talk.line("telegram.comentario_anotado", language=to.language, recibo=receipt))


def reported(message: Message) -> str:
    """The receipt of the note that this message replies to, or empty."""
    before = message.reply_to_message
    if before is None or before.from_user is None or not before.from_user.is_bot or before.reply_markup is not None:
        return ""
    found = _NOTED.search(before.text or "")
    return found[1] if found else ""
