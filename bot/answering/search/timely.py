"""Which facts are of the period asked: inside it, of exactly its months, of so many years together, or named by its year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from bot.domain.answer import Figure, Unit
from bot.domain.ledger import Fact
from bot.domain.period import Period
from bot.domain.query import Query
from bot.language.folding import words

# A published span may start or end some weeks off the asked one: a government's account closes in June, not on its last day.
SLACK = timedelta(days=100)


def of_years_together(facts: Iterable[Fact], query: Query) -> list[Fact]:
    """«juntando los tres años», after 2022: money of 2020 to 2022, which already holds that of 2022."""
    if query.lasting is None:
        return []
    start, end = query.start or date.min, query.end or date.max
    return [fact for fact in facts if fact.period and years_of(fact) == query.lasting and fact.period.overlaps(start, end)]


def ended(one: Fact | Figure) -> date:
    """Its last day; before all others where it bears no date."""
    return one.period.end if one.period else date.min


def moments_of(facts: Iterable[Fact]) -> set[str]:
    return {fact.period.label for fact in facts if fact.period}


def years_of(fact: Fact) -> int | None:
    """Of how many years a flow is the sum, to the nearest."""
    months = months_summed(fact)
    return None if months is None else round(months / 12)


def months_summed(fact: Fact) -> int | None:
    """Of how many months a flow is the sum; None of a balance, a count or so much a year, whose span adds nothing up."""
    if fact.period is None or not is_summed(fact):
        return None
    return round(((fact.period.end - fact.period.start).days + 1) / DAYS_OF_A_MONTH)


def is_summed(fact: Fact) -> bool:
    return fact.series.concept.flow == "flujo" and fact.unit not in RATES


def timely(facts: Iterable[Fact], query: Query) -> list[Fact]:
    """Facts of the asked period. A flow must lie inside it (give or take weeks): five years of interest do not answer «en 2018»."""
    if query.start is None or query.end is None:
        return list(facts)
    return [fact for fact in facts if is_timely(fact, query.start, query.end)]


def of_the_span(facts: Iterable[Fact], query: Query) -> list[Fact]:
    """Flows of exactly the asked months, when those are not one whole year: «de septiembre de 2021 a septiembre de 2023». What was
    published of other spans does not stand beside them."""
    start, end = query.start, query.end
    if start is None or end is None or date.min in (start, end) or end == date.max or query.whole_series:
        return []
    if (start.year, start.month) == (end.year, end.month) or (start.month == 1 and end.month == 12 and start.year == end.year):
        return []
    months = (start.year, start.month, end.year, end.month)
    return [
        fact
        for fact in facts
        if fact.period
        and fact.series.concept.flow != "saldo"
        and (fact.period.start.year, fact.period.start.month, fact.period.end.year, fact.period.end.month) == months
    ]


def is_timely(fact: Fact, start: date, end: date) -> bool:
    period = fact.period
    if period is None or not period.overlaps(start, end):
        return False
    length, asked = period.end - period.start, end - start
    if not is_summed(fact):
        # a balance of no known day of the year is not the balance of October
        return fact.series.concept.flow != "saldo" or length.days <= 31 or asked.days > 31
    inside = start - period.start <= SLACK and period.end - end <= SLACK and asked.days > 31
    if length.days > 366:
        # five years' money does not answer a span that it only touches; years written alone («2010/2016») are those of a term
        return inside or (asked.days > 366 and YEARS_ALONE.match(period.label) is not None and of_years(period) == (start.year, end.year))
    # a year's money does not answer «en marzo», nor five years' «en 2018»
    return length <= asked + SLACK or asked.days > 31


def begins_then(fact: Fact, start: date) -> bool:
    """A sum of more than a year that begins when the time asked does: «desde 2021», in September of that year."""
    if fact.period is None or not is_summed(fact) or fact.period.end - fact.period.start <= A_YEAR:
        return False
    late = fact.period.start - start
    return abs(late) <= SLACK or (late > timedelta(0) and (start.month, start.day) == (1, 1) and fact.period.start.year == start.year)


A_YEAR = timedelta(days=366)
DAYS_OF_A_MONTH = 30.44
# So much a year or a month holds for every year of its span.
RATES = frozenset({Unit.MXN_PER_YEAR, Unit.MXN_PER_MONTH, Unit.MXN_PER_FORTNIGHT})
YEARS_ALONE = re.compile(r"^\d{4}/\d{4}$")


def of_years(period: Period) -> tuple[int, int]:
    return period.start.year, period.end.year


def loosely_timely(facts: Iterable[Fact], query: Query) -> list[Fact]:
    """When no fact lies in the asked period: what was accumulated up to it («lo que lleva, a octubre de 2025»), or what is
    named by the asked year although it was published in another («el aguinaldo 2021», «el paquete 2016»)."""
    if query.end is None:
        return []
    start, end = query.start or date.min, query.end
    if query.cumulative:
        ended = [fact for fact in facts if fact.period and start <= fact.period.end <= end]
        if ended:
            return ended
    if not of_one_year(start, end) or (end - start).days < 300:
        return []
    alone, year = list(facts), str(end.year)
    if len(alone) == 1 and year in words(alone[0].series.words) and not (is_of_several_years(alone[0]) and year in words(alone[0].note)):
        return alone
    return [fact for fact in alone if year in words(f"{fact.series.group} {note_of_time(fact)}")]


def note_of_time(fact: Fact) -> str:
    """What a note says of the time of its figure, and not of the year it is compared with, nor of the one in which somebody spoke of
    several years («Afirmación en 2025» of what was spent from 2010 to 2016)."""
    return "" if is_of_several_years(fact) or COMPARED.search(fact.note) else fact.note


def is_of_several_years(fact: Fact) -> bool:
    return fact.period is not None and fact.period.end - fact.period.start > A_YEAR


COMPARED = re.compile(
    r"contra|frente a|respecto|que en (19|20)\d\d|mayor|menor|creci|ca[ií]da|baja|sube|menos que|m[aá]s que|%", re.IGNORECASE
)


def of_one_year(start: date, end: date) -> bool:
    """«en 2010», «de antes de 2010»: one year is named."""
    return start.year == end.year or start == date.min


def years_named(fact: Fact) -> frozenset[str]:
    """The years in the name of the thing; where nothing else dates it, in all that is said of it."""
    named = (
        fact.series.counterpart
        if fact.period and (fact.series.concept.flow != "otro" or is_of_several_years(fact))
        else f"{fact.series.counterpart} {fact.series.words} {fact.words}"
    )
    return frozenset(word for word in words(named) if len(word) == 4 and word.isdigit())
