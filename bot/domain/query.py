"""A fully determined question to the ledger: every default filled in, and remembered as a note."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.domain.answer import Note
from bot.domain.stage import Stage


@dataclass(frozen=True)
class Query:
    """``series`` are ids of the ledger; ``start``/``end`` bound the period, both None for the latest published;
    ``words`` are the asked words that may single out one fact among rivals («según la primera glosa»)."""

    series: tuple[str, ...]
    start: date | None
    end: date | None
    stage: Stage | None
    words: tuple[str, ...]
    whole_series: bool = False
    notes: tuple[Note, ...] = ()
