"""«Esta cifra está mal»: noted with its receipt; a reply to the note says why."""

from __future__ import annotations

from telegram import Message

from bot.channels.telegram.keyboard import Does, Label, read
from bot.channels.telegram.outbox import Address
from bot.channels.telegram.talk import Talk


async def report(talk: Talk, to: Address, receipt: str) -> None:
    await talk.memory.report(to.chat, receipt, "")
    tell = Label(talk.words(to.language).say("telegram.avisame"), Does.TELL, receipt)
    await talk.say(to, talk.line("telegram.cifra_anotada", language=to.language, recibo=receipt), [tell])


async def comment(talk: Talk, to: Address, receipt: str, said: str) -> None:
    """Personal data in it is masked before it is kept."""
    await talk.memory.report(to.chat, receipt, said)
    await talk.say(to, talk.line("telegram.comentario_anotado", language=to.language, recibo=receipt))


def reported(message: Message) -> str:
    """The receipt of the note that this message replies to, or empty."""
    before = message.reply_to_message
    if before is None or before.from_user is None or not before.from_user.is_bot:
        return ""
    rows = before.reply_markup.inline_keyboard if before.reply_markup else ()
    about = [read(str(button.callback_data)) for row in rows for button in row]
    return about[0][1] if len(about) == 1 and about[0][0] is Does.TELL else ""
