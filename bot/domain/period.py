"""Periods as precise as they were published, and periods as a citizen asks for them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Period:
    """A span of days, both ends included. ``label`` keeps the published precision: ``2013``, ``2013-12``,
    ``2013-12-31`` or ``2015/2019``."""

    start: date
    end: date
    label: str

    @classmethod
    def parse(cls, label: str) -> Period:
        """Read ``2013``, ``2013-12``, ``2013-12-31`` or two of them joined by ``/``. ValueError on anything else."""
        first, _, last = label.partition("/")
        return cls(_bounds(first)[0], _bounds(last or first)[1], label)

    def until(self, last: Period) -> Period:
        """From the beginning of this one to the end of ``last``: «2013» and «2015-12» span ``2013/2015-12``."""
        return Period(self.start, last.end, f"{self.label.partition('/')[0]}/{last.label.rpartition('/')[2]}")

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(range(self.start.year, self.end.year + 1))

    def overlaps(self, start: date, end: date) -> bool:
        return self.start <= end and start <= self.end

    def __str__(self) -> str:
        return self.label


def _bounds(text: str) -> tuple[date, date]:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(parts[0], parts[1], 1), date(parts[0], parts[1], calendar.monthrange(parts[0], parts[1])[1])
    day = date(parts[0], parts[1], parts[2])
    return day, day


@dataclass(frozen=True)
class AskedPeriod:
    """When the question is about.

    ``years`` holds only years that the text names (a closed range expanded); ``start``/``end`` also cover relative
    words («el año pasado») and terms of office («con Tello»), resolved against ``Question.asked_on``.
    ``kind`` is ``year``, ``years`` (several, not a range), ``range``, ``open`` (from a year on), ``until`` (up to a
    year), ``month``, ``day``, ``relative``, ``term`` or ``latest`` («hoy», «actual»).
    """

    kind: str
    years: tuple[int, ...]
    start: date | None
    end: date | None
    said: str

    @classmethod
    def of_year(cls, year: int) -> AskedPeriod:
        return cls("year", (year,), date(year, 1, 1), date(year, 12, 31), str(year))
