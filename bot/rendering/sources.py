"""The documents behind an answer, one by one: who published each, when, where in it, how far it can be trusted, when it was loaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.answer import Answer, Confidence
from bot.domain.ledger import Load
from bot.rendering.blocks import Documents, Paragraph, Reply
from bot.rendering.contract import cited
from bot.rendering.dates import long_date
from bot.rendering.documents import links
from bot.rendering.plain import text as plain
from bot.rendering.tables import CONFIDENCES


def reply(answers: Sequence[Answer], load: Load) -> Reply | None:
    """None when no document was cited. A document that holds figures of different confidence says each of them."""
    places = [place for answer in answers for place in cited(answer)]
    if not places:
        return None
    levels: dict[str, set[Confidence]] = {}
    for source, confidence in places:
        levels.setdefault(source.document.id, set()).update([confidence] if confidence else [])
    named = (replace(link, confidence=_said(levels[link.id])) for link in links(source for source, _ in places))
    loaded = f"Se cargó en la base de datos el {long_date(load.built_at[:10])} (huella {load.content_hash[:12]})."
    return Reply("", (Documents(tuple(named)), Paragraph(loaded)))


def _said(levels: set[Confidence]) -> str:
    return " y ".join(CONFIDENCES[level][0] for level in Confidence if level in levels)


def text(answers: Sequence[Answer], load: Load) -> str:
    """The same as text; empty when no document was cited."""
    found = reply(answers, load)
    return plain(found) if found else ""
