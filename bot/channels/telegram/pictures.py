"""A picture or a table of an answer, made from its receipt when somebody asks for it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from telegram.constants import ChatAction

from bot.channels.telegram.outbox import Address
from bot.channels.telegram.pages import units
from bot.channels.telegram.talk import Talk
from bot.domain.answer import Answer
from bot.rendering.charts import NoPicture, Picture, chart
from bot.rendering.tables import has_table, table
from bot.rendering.tables_files import as_xlsx

CAPTION = 1024


async def send_chart(talk: Talk, to: Address, codes: Sequence[str]) -> None:
    answers = await talk.memory.answers(codes)
    async with talk.outbox.busy(to, ChatAction.UPLOAD_PHOTO):
        drawn = await asyncio.to_thread(_drawn, talk, answers)
    if isinstance(drawn, Picture):
        await talk.outbox.send_photo(to, drawn.png, cut(drawn.caption))
    else:
        await talk.say(to, talk.paragraph(drawn.reason) if drawn else talk.line("telegram.boton_viejo", language=to.language))


async def send_table(talk: Talk, to: Address, codes: Sequence[str]) -> None:
    answers = await talk.memory.answers(codes)
    if not any(map(has_table, answers)):
        await talk.say(to, talk.line("telegram.boton_viejo", language=to.language))
        return
    async with talk.outbox.busy(to, ChatAction.UPLOAD_DOCUMENT):
        book = await asyncio.to_thread(lambda: as_xlsx(table(answers, talk.assistant.knowledge, talk.assistant.ledger)))
    caption = talk.words(to.language).say("telegram.tabla_de", recibo=", ".join(codes))
    await talk.outbox.send_document(to, book, f"cifras-{'-'.join(codes)}.xlsx", cut(caption))


def _drawn(talk: Talk, answers: Sequence[Answer]) -> Picture | NoPicture | None:
    """The first that can be drawn; else why the first cannot."""
    found = [chart(answer, talk.assistant.knowledge) for answer in answers]
    return next((each for each in found if isinstance(each, Picture)), found[0] if found else None)


def cut(caption: str) -> str:
    """What Telegram takes under a file, ended at a word."""
    if units(caption) <= CAPTION:
        return caption
    kept = caption[: CAPTION // 2] if units(caption) != len(caption) else caption[: CAPTION - 1]
    return kept.rpartition(" ")[0] + "…"
