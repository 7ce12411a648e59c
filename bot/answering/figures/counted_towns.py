"""«¿Cuántos municipios…?»: our own count of the towns of a published list: all of them, those audited, those with a figure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.answering.asked.counting import thing_counted
from bot.answering.asked.slots import concepts_asked
from bot.answering.asked.town_money import TOWNS
from bot.answering.derived.arithmetic import written
from bot.answering.figures.rankings import rivals_for_place
from bot.answering.search.shelves import Shelves
from bot.answering.statements.nearest import AUDIT
from bot.answering.statements.records import period_fit
from bot.domain.answer import Figure, Found, Note, Role, Source, Unit, each_document_once
from bot.domain.period import Period
from bot.domain.reading import Act, Interpretation
from bot.language.folding import fold, word_set

AUDITED = re.compile(r"\b(?:audit|revis|fiscaliz)\w*")
# «¿cuántos municipios tiene Zacatecas?»
WHOLE_STATE = word_set(
    "municipios ayuntamientos alcaldias zacatecas estado hay tiene son forman conforman componen integran existen total cuantos"
)
COUNTED = re.compile(r"\bcu[aá]nt[oa]s (\w+)", re.IGNORECASE)
# The one list that is published year by year is of those that reported.
OF_YEARS = frozenset({Act.COMPARE, Act.TREND})
COUNTING = OF_YEARS | {Act.AMOUNT, Act.LIST, Act.FAQ}
LIMIT = re.compile(r"\b(?P<than>mas|menos) de\b")
POPULATION = "poblacion"


def counted_towns(reading: Interpretation, shelves: Shelves, today: date) -> Found | None:
    """None where towns are not what is counted, or where no published list says it."""
    if of_year := shelves.reports.of_year_sought(reading):
        return of_year
    if thing_counted(reading) not in TOWNS or reading.of_kind("municipio") or reading.act not in COUNTING:
        return None
    if reported := shelves.reports.count(reading):
        return reported
    if reading.act in OF_YEARS:
        return None
    if AUDITED.search(fold(reading.asked)):
        return _audited(reading, shelves)
    if set(reading.words) <= WHOLE_STATE:
        return _all_of_them(reading, shelves, today)
    return _with_a_figure(reading, shelves)


def _audited(reading: Interpretation, shelves: Shelves) -> Found | None:
    told = [record for record in shelves.records.all() if record.kind == AUDIT and period_fit(record.date, reading) >= 0]
    years = {record.date[:4] for record in told}
    if len(years) != 1:
        return None
    number = _count("Municipios revisados por la ASF", len(told), Period.parse(years.pop()), (s for record in told for s in record.sources))
    return Found(reading, (number,))


def _all_of_them(reading: Interpretation, shelves: Shelves, today: date) -> Found | None:
    towns = {series.subject.id for series in shelves.ledger.series() if series.subject.kind == "municipio"}
    facts = [fact for fact in shelves.descriptors.by_measure[POPULATION] if fact.series.subject.id in towns]
    latest = max((fact.period.end.year for fact in facts if fact.period and fact.period.end.year <= today.year), default=None)
    listed = [fact for fact in facts if fact.period and fact.period.end.year == latest]
    if len({fact.series.subject.id for fact in listed}) != len(towns) or not towns:
        return None
    return Found(reading, (_count("Municipios del estado de Zacatecas", len(towns), listed[0].period, (listed[0].source,)),))


def _with_a_figure(reading: Interpretation, shelves: Shelves) -> Found | None:
    """Of the concept named, in one period and stage: those with more than nothing, or beyond the amount typed."""
    named = [id for id in concepts_asked(reading) if id in shelves.concepts]
    facts = rivals_for_place(_as_ranking(reading), shelves) if len(named) == 1 else []
    facts = [fact for fact in facts if fact.series.subject.kind == "municipio" and fact.series.concept.id == named[0]]
    if len(facts) < 2 or len({fact.period for fact in facts}) > 1 or not facts[0].unit.is_money:
        return None
    limit = LIMIT.search(fold(reading.asked)) if len(reading.amounts) == 1 else None
    if reading.amounts and limit is None:
        return None
    least, most = (reading.amounts[0], None) if limit and limit["than"] == "mas" else (Decimal(0), reading.amounts[0] if limit else None)
    kept = [fact for fact in facts if fact.amount > least and (most is None or fact.amount < most)]
    beyond = f" de {'más' if most is None else 'menos'} de {written(reading.amounts[0])} pesos" if limit else ""
    label = f"Municipios con {facts[0].series.concept.name}{beyond}"
    number = replace(_count(label, len(kept), facts[0].period, (facts[0].source,)), stage=facts[0].stage)
    notes = () if reading.period else (Note("assumed_latest_period"),)
    return Found(reading, (number,), notes=notes)


def _as_ranking(reading: Interpretation) -> Interpretation:
    asked = COUNTED.sub(r"qué \1", reading.asked)
    return replace(reading, act=Act.RANKING, asked=asked, amounts=(), words=tuple(word for word in reading.words if word not in TOWNS))


def _count(label: str, number: int, period: Period | None, sources: Iterable[Source]) -> Figure:
    return Figure(
        label=label,
        amount=Decimal(number),
        unit=Unit.COUNT,
        period=period,
        stage=None,
        sources=each_document_once(sources),
        role=Role.ANSWER,
        formula="cuenta de los municipios de la lista publicada",
    )
