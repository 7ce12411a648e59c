"""Which municipalities handed in their accounts: one published yes or no a municipality and year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from bot.answering.index import forms
from bot.answering.records import merged
from bot.domain.answer import Figure, Found, Note, Unit
from bot.domain.ledger import Ledger, Record
from bot.domain.period import Period
from bot.domain.reading import Interpretation

REPORTING = frozenset(
    {"reportar", "reporto", "reportado", "reportaron", "reporte", "reportan", "entregar", "entrego", "entregado", "entregaron", "inegi"}
)
NEGATION = (" no ", " sin ", "falta", "deben ", "omis")
MOST_LISTED = 60


class ReportShelf:
    """Records of kind ``reporte`` by municipality and year."""

    def __init__(self, ledger: Ledger) -> None:
        self._by_place: dict[str, dict[int, Record]] = {}
        for record in ledger.records():
            if record.kind == "reporte" and record.subject:
                self._by_place.setdefault(record.subject.clave, {})[int(record.date[:4])] = record

    def find(self, reading: Interpretation) -> Found | None:
        """None unless the question is about handing in accounts and names a municipality, or asks which did not."""
        said = {shape for word in reading.words for shape in forms(word)} & {shape for word in REPORTING for shape in forms(word)}
        if not said and not any(mention.clave == "inegi" for mention in reading.mentions):
            return None
        years = reading.years or (max((year for record in self._by_place.values() for year in record), default=0),)
        notes = () if reading.years else (Note("assumed_latest_period"),)
        places = [m.clave for m in reading.of_kind("municipio") if m.clave in self._by_place]
        if places:
            records = [self._by_place[place][year] for place in places for year in years if year in self._by_place[place]]
        else:
            records = list(self._silent(years, reading))
        return Found(reading, statements=merged(records[:MOST_LISTED]), notes=notes) if records else None

    def count(self, reading: Interpretation) -> Found | None:
        """How many municipalities had not reported: our own count of the published list."""
        found = None if reading.of_kind("municipio") else self.find(reading)
        if found is None:
            return None
        year = str(reading.years[0]) if reading.years else found.statements[0].date[:4]
        number = Figure(
            label="Municipios sin reporte",
            amount=Decimal(len(found.statements)),
            unit=Unit.COUNT,
            period=Period.parse(year),
            stage=None,
            sources=found.statements[0].sources,
            formula="cuenta de los municipios de la lista que publica el INEGI",
        )
        return replace(found, figures=(number,))

    def _silent(self, years: Sequence[int], reading: Interpretation) -> Sequence[Record]:
        """The municipalities without a report, when those are asked for."""
        if not any(cue in f" {reading.asked.lower()} " for cue in NEGATION):
            return ()
        rows: list[Mapping[int, Record]] = list(self._by_place.values())
        return [row[year] for row in rows for year in years if year in row and " no " in row[year].text]
