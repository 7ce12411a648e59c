"""Which municipalities handed in their accounts: one published yes or no a municipality and year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.answering.asked.town_money import TOWNS
from bot.answering.search.index import forms_of
from bot.domain.answer import Figure, Found, Note, Statement, Unit, each_document_once
from bot.domain.ledger import Ledger, Record
from bot.domain.period import Period
from bot.domain.reading import Interpretation
from bot.language.folding import fold, word_set, words

REPORTING = forms_of(word_set("reportar reporto reportado reportaron reporte reportan entregar entrego entregado entregaron inegi"))
NEGATION = (" no ", " sin ", "falt", "deben ", "omis", "dejó de ", "dejo de ", "dejaron de ")
ACCOUNTS = word_set("cuenta cuentas finanzas")
YEARS_ASKED = re.compile(r"\b(?:que|cuales|en que) anos?\b")
MOST_OF_ALL = re.compile(r"\b(?:mas|menos)\b")
FIRST = re.compile(r"\bprimer(?:a vez| ano)\b|\bdesde (?:cuando|que ano)\b|\ba partir de (?:cuando|que ano)\b")
LAST = re.compile(r"\bultim(?:a vez|o ano)\b")
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
        if not self._asked(reading):
            return None
        years = self._years(reading)
        notes: tuple[Note, ...] = () if reading.years else (Note("assumed_latest_period"),)
        numbers: tuple[Figure, ...] = ()
        places = [m.clave for m in reading.of_kind("municipio") if m.clave in self._by_place]
        if places and not reading.years and YEARS_ASKED.search(fold(reading.asked)):
            every = [record for place in places for _, record in sorted(self._by_place[place].items())]
            # where it never failed to, that it always did is the answer
            records = [record for record in every if is_silent(record) is is_denied(reading)] or every
            notes = ()
        elif places:
            records = [self._by_place[place][year] for place in places for year in years if year in self._by_place[place]]
        else:
            records = list(self._silent(years, reading))
            if not records and len(years) == 1 and is_denied(reading):
                return self.count(reading)
            if records and len(years) == 1:
                numbers = (count_of(years[0], self._rows(years[0]), silent=True),)
        return Found(reading, numbers, told_together(records[:MOST_LISTED]), notes=notes) if records else None

    def count(self, reading: Interpretation) -> Found | None:
        """How many municipalities had, or had not, reported, in each year asked: our own count of the published list."""
        if reading.of_kind("municipio") or not self._asked(reading) or not TOWNS & set(words(reading.asked)):
            return None
        silent = is_denied(reading)
        counted = {year: rows for year in self._years(reading) if (rows := self._rows(year))}
        if not counted:
            return None
        numbers = tuple(count_of(year, rows, silent) for year, rows in counted.items())
        notes = () if reading.years else (Note("assumed_latest_period"),)
        listed = [record for rows in counted.values() for record in rows if is_silent(record)] if silent else []
        return Found(reading, numbers, told_together(listed[:MOST_LISTED]), notes=notes)

    def of_year_sought(self, reading: Interpretation) -> Found | None:
        """«¿cuál fue el primer año en que reportaron los 58?», «¿en qué año faltaron más?»: that year, with its count. None where no such
        year is asked."""
        typed = fold(reading.asked)
        if reading.years or reading.of_kind("municipio") or not (TOWNS & set(words(typed)) and self._asked(reading)):
            return None
        lacking = {year: sum(map(is_silent, self._rows(year))) for year in sorted({y for row in self._by_place.values() for y in row})}
        silent = is_denied(reading)
        most = MOST_OF_ALL.search(typed) if YEARS_ASKED.search(typed) else None
        ordered = sorted(lacking, reverse=LAST.search(typed) is not None)
        if most:
            sought = [max(lacking, key=lambda year: lacking[year] if silent is (most.group() == "mas") else -lacking[year])]
        elif FIRST.search(typed) or LAST.search(typed):
            sought = [year for year in ordered if bool(lacking[year]) is silent][:1]
        else:
            return None
        listed = [record for year in sought for record in self._rows(year) if silent and is_silent(record)]
        numbers = tuple(count_of(year, self._rows(year), silent) for year in sought)
        return Found(reading, numbers, told_together(listed)) if numbers else None

    def _rows(self, year: int) -> Sequence[Record]:
        return [row[year] for row in self._by_place.values() if year in row]

    def _asked(self, reading: Interpretation) -> bool:
        if any(mention.clave == "inegi" for mention in reading.mentions):
            return True
        # «Tello dijo que entregó sin préstamos»: what was handed over were no accounts of towns
        of_accounts = bool(reading.of_kind("municipio")) or bool((TOWNS | ACCOUNTS) & set(words(reading.asked)))
        return of_accounts and bool(forms_of(reading.words) & REPORTING)

    def _years(self, reading: Interpretation) -> Sequence[int]:
        """The years asked, else the latest with a list."""
        return reading.years or (max((year for record in self._by_place.values() for year in record), default=0),)

    def _silent(self, years: Sequence[int], reading: Interpretation) -> Sequence[Record]:
        """The municipalities without a report, when those are asked for."""
        if not is_denied(reading):
            return ()
        return [row[year] for row in self._by_place.values() for year in years if year in row and is_silent(row[year])]


def told_together(records: Sequence[Record]) -> tuple[Statement, ...]:
    """The municipalities of which a year says the same are one sentence: «Apozol, Jalpa y Loreto no han reportado…»."""
    alike: dict[tuple[str, str], list[Record]] = {}
    for record in records:
        name = record.subject.name if record.subject else ""
        alike.setdefault((record.date, record.text.removeprefix(name)), []).append(record)
    return tuple(
        Statement(
            group[0].text if len(group) == 1 else in_one_sentence(group, said),
            date,
            each_document_once(source for record in group for source in record.sources),
            group[0].confidence,
        )
        for (date, said), group in alike.items()
    )


def in_one_sentence(records: Sequence[Record], said: str) -> str:
    *names, last = (record.subject.name for record in records if record.subject)
    plural = said.replace(" no ha ", " no han ").replace(" reportó ", " reportaron ")
    return f"{', '.join(names)} y {last}{plural}"


def is_silent(record: Record) -> bool:
    return " no " in record.text


def count_of(year: int, rows: Sequence[Record], silent: bool) -> Figure:
    return Figure(
        label="Municipios sin reporte" if silent else "Municipios que reportaron",
        amount=Decimal(sum(is_silent(record) is silent for record in rows)),
        unit=Unit.COUNT,
        period=Period.parse(str(year)),
        stage=None,
        sources=rows[0].sources,
        formula="cuenta de los municipios de la lista que publica el INEGI",
    )


def is_denied(reading: Interpretation) -> bool:
    """«¿cuáles no reportaron?»"""
    return any(cue in f" {reading.asked.lower()} " for cue in NEGATION)
