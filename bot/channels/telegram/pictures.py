"""A chart, a card or a table of an answer, made from its receipt when somebody asks for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from telegram.constants import ChatAction

from bot.channels.telegram.outbox import Address
from bot.channels.telegram.pages import units
from bot.channels.telegram.talk import Talk
from bot.domain.receipt import Receipt
from bot.rendering.card import card
from bot.rendering.charts import NoPicture, Picture, chart
from bot.rendering.tables import has_table, table
from bot.rendering.tables_files import as_xlsx

CAPTION = 1024
Draw = Callable[[Receipt], Picture | NoPicture]


async def send_chart(talk: Talk, to: Address, codes: Sequence[str]) -> None:
    await _send_picture(talk, to, codes, lambda receipt: chart(receipt.answer, talk.assistant.knowledge))


async def send_card(talk: Talk, to: Address, codes: Sequence[str]) -> None:
    await _send_picture(talk, to, codes, lambda receipt: card(receipt.answer, talk.assistant.knowledge, receipt.code))


async def _send_picture(talk: Talk, to: Address, codes: Sequence[str], draw: Draw) -> None:
    receipts = await talk.memory.kept(codes)
    async with talk.outbox.busy(to, ChatAction.UPLOAD_PHOTO):
        drawn = await asyncio.to_thread(_drawn, receipts, draw)
    if isinstance(drawn, Picture):
        await talk.outbox.send_photo(to, drawn.png, cut(drawn.caption))
    else:
        await talk.say(to, talk.paragraph(drawn.reason) if drawn else talk.line("telegram.boton_viejo", language=to.language))


async def send_table(talk: Talk, to: Address, codes: Sequence[str]) -> None:
    answers = [each.answer for each in await talk.memory.kept(codes)]
    if not any(map(has_table, answers)):
        await talk.say(to, talk.line("telegram.boton_viejo", language=to.language))
        return
    async with talk.outbox.busy(to, ChatAction.UPLOAD_DOCUMENT):
        book = await asyncio.to_thread(lambda: as_xlsx(table(answers, talk.assistant.knowledge, talk.assistant.ledger)))
    caption = talk.words(to.language).say("telegram.tabla_de", recibo=", ".join(codes))
    await talk.outbox.send_document(to, book, f"cifras-{'-'.join(codes)}.xlsx", cut(caption))


def _drawn(receipts: Sequence[Receipt], draw: Draw) -> Picture | NoPicture | None:
    """The first that can be drawn; else why the first cannot."""
    found = [draw(receipt) for receipt in receipts]
    return next((each for each in found if isinstance(each, Picture)), found[0] if found else None)


def cut(caption: str) -> str:
    """What Telegram takes under a file, ended at a word."""
    if units(caption) <= CAPTION:
        return caption
    kept = caption[: CAPTION // 2] if units(caption) != len(caption) else caption[: CAPTION - 1]
    return kept.rpartition(" ")[0] + "…"
