"""Statements laid out in groups: documents that all share are named once, the others beside their line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.answer import Confidence, Source, Statement
from bot.rendering.blocks import FactGroup, FactLine
from bot.rendering.dates import long_date, with_dates_said
from bot.rendering.documents import links
from bot.rendering.grammar import full_stop
from bot.rendering.translation import _

LINES_A_GROUP = 10


@dataclass(frozen=True)
class Said:
    """A sentence, when it holds, who says it, and where it is written. ``date`` is ISO or empty."""

    text: str
    date: str
    sources: tuple[Source, ...]
    label: str = ""


def groups(statements: Sequence[Statement]) -> tuple[FactGroup, ...]:
    said = [Said(_text(statement), statement.date, statement.sources) for statement in statements]
    return tuple(group("", said[i : i + LINES_A_GROUP]) for i in range(0, len(said), LINES_A_GROUP))


def group(title: str, said: Sequence[Said]) -> FactGroup:
    shared = links(said[0].sources) if len({each.sources for each in said}) == 1 else ()
    lines = (FactLine(full_stop(s.text), long_date(s.date) if s.date else "", s.label, () if shared else links(s.sources)) for s in said)
    return FactGroup(title, tuple(lines), shared)


def _text(statement: Statement) -> str:
    remark = f" ({_('confianza baja')})" if statement.confidence is Confidence.LOW else ""
    return with_dates_said(statement.text).strip().rstrip(".") + remark
