"""A fully determined question to the ledger: every default filled in, and remembered as a note."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.domain.answer import Note
from bot.domain.stage import Stage


@dataclass(frozen=True)
class Query:
    """``series`` are ids of the ledger; ``start``/``end`` bound the period, both None for the latest published;
    ``words`` and ``amounts`` may single out one fact among rivals («según la primera glosa», «los 6,573 millones»);
    ``hint`` is a stage preferred where published («la propuesta»); ``single`` lets words single out a fact;
    ``cumulative`` accepts spans that began before the asked period and end in it;
    ``lasting`` prefers sums of that many years, one of them asked («en tres años»)."""

    series: tuple[str, ...]
    start: date | None
    end: date | None
    stage: Stage | None
    words: tuple[str, ...]
    amounts: tuple[Decimal, ...] = ()
    cumulative: bool = False
    hint: Stage | None = None
    single: bool = True
    whole_series: bool = False
    lasting: int | None = None
    notes: tuple[Note, ...] = ()
