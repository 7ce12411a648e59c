"""Published numbers as plain rows, read with SQL and nothing of the program, so that what judges the answers is not what gives them."""

from __future__ import annotations

import calendar
import sqlite3
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

SELECT = """
SELECT f.id, s.topic, s.subject_id, j.name, j.kind, j.article, s.concept_id, c.name, c.article, c.flow, c.parent,
       s.counterpart, s.classifier, f.group_name, f.total, f.part_of, f.repeats, f.conflict,
       f.unit, f.period, f.stage, f.confidence, f.pesos, f.quantity
FROM figures f JOIN series s ON s.id = f.series_id JOIN subjects j ON j.id = s.subject_id JOIN concepts c ON c.id = s.concept_id
ORDER BY f.id
"""


@dataclass(frozen=True)
class Row:
    """One published number. ``period`` is the printed label; it is empty where there is no date, ``stage`` where none is named."""

    id: str
    topic: str
    subject: str
    subject_name: str
    subject_kind: str
    subject_article: str
    concept: str
    concept_name: str
    concept_article: str
    flow: str
    parent: str
    counterpart: str
    classifier: str
    group: str
    total: bool
    part_of: str
    repeats: str
    conflict: str
    unit: str
    period: str
    stage: str
    confidence: str
    amount: Decimal

    @property
    def root(self) -> str:
        """The widest concept this is a kind of."""
        return self.parent or self.concept

    @property
    def span(self) -> tuple[date, date] | None:
        return span_of(self.period) if self.period else None

    def within(self, start: date, end: date) -> bool:
        """The row speaks of some day from ``start`` to ``end``."""
        span = self.span
        return span is not None and span[0] <= end and start <= span[1]


def span_of(label: str) -> tuple[date, date]:
    """First and last day of ``2013``, ``2013-12``, ``2013-12-31`` or two of them with a slash between."""
    first, _, last = label.partition("/")
    return _days(first)[0], _days(last or first)[1]


def _days(text: str) -> tuple[date, date]:
    year, *rest = (int(part) for part in text.split("-"))
    if not rest:
        return date(year, 1, 1), date(year, 12, 31)
    if len(rest) == 1:
        return date(year, rest[0], 1), date(year, rest[0], calendar.monthrange(year, rest[0])[1])
    return date(year, rest[0], rest[1]), date(year, rest[0], rest[1])


def rows_of(ledger: Path) -> list[Row]:
    """Every number of a ledger file, pesos as pesos."""
    with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True) as connection:
        return [_row(*values) for values in connection.execute(SELECT)]


def _row(*values: object) -> Row:
    *said, pesos, quantity = values
    amount = Decimal(str(quantity)) if pesos is None else Decimal(str(pesos)) / 100
    texts = ["" if value is None else value for value in said]
    texts[14] = bool(texts[14])
    return Row(*texts, amount)  # type: ignore[arg-type]
