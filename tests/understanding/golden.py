"""Readings on record: one line a message, so that a diff shows which readings a change moved."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.domain.reading import Interpretation, Question
from bot.understanding import Reader

FILE = Path(__file__).with_name("lecturas_doradas.tsv")
TODAY = date(2026, 11, 22)
COLUMNS = ("antes", "mensaje", "lectura")


@dataclass(frozen=True)
class Golden:
    before: str
    message: str
    reading: str

    def today(self, reader: Reader) -> str:
        after = reader.read(Question(self.before, TODAY)) if self.before else None
        return written(reader.read(Question(self.message, TODAY, after)))


def written(reading: Interpretation) -> str:
    """«amount deuda · banorte · 2016 · pagado · saldo»; a second question after «+»."""
    parts = [f"{reading.act} {reading.topic or '-'}", *reading.entities, *map(str, reading.years)]
    if reading.period and not reading.years:
        parts.append(reading.period.said or reading.period.kind)
    parts += [str(slot) for slot in (reading.stage, reading.measure, reading.per, reading.order, reading.limit, *reading.amounts) if slot]
    return " + ".join([" · ".join(parts), *map(written, reading.more)])


def recorded() -> list[Golden]:
    with FILE.open(encoding="utf-8", newline="") as lines:
        return [Golden(*(row[name] for name in COLUMNS)) for row in csv.DictReader(lines, delimiter="\t")]


def rewrite(reader: Reader) -> None:
    rows = recorded()
    with FILE.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, delimiter="\t", lineterminator="\n")
        table.writerow(COLUMNS)
        table.writerows((each.before, each.message, each.today(reader)) for each in rows)
