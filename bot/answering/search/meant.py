"""The series of a descriptor that a question means, with what is the same whatever else it asks: worked out once, not once a question."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.answering.asked.counting import PAID, TIMES
from bot.answering.asked.periods import YEAR
from bot.answering.search.called import name_with_year, number_in_name
from bot.answering.search.sought import RATES
from bot.answering.search.timely import is_timely, of_one_year, years_named
from bot.domain.answer import Confidence, Unit
from bot.domain.ledger import Fact, Series
from bot.domain.stage import Stage
from bot.language.folding import words

# What somebody has already is not owed to them.
GIVEN = frozenset({Stage.PAID, Stage.RECEIVED, Stage.COLLECTED})
# «aguinaldos ordenados por jueces y sin pagar»
UNPAID_NAME = re.compile(r"\bsin pagar\b|\bpendient|\bno entregad|\bfaltante")
# What is counted, not paid.
HEADS = frozenset({Unit.PEOPLE, Unit.COUNT})


@dataclass(frozen=True, slots=True, eq=False)
class SeriesMeant:
    """``claves`` are those of its subjects; ``owner_words`` the words of the first one's name; ``name_with_year`` the counterpart where a
    year ends it; ``number_in_name`` the things counted where it begins with a number. ``begins_with_money`` is of the first fact.
    ``labels`` are those of the periods; ``start`` and ``end`` the days between which its dated facts lie; ``years`` those that name one."""

    series: tuple[Series, ...]
    facts: tuple[Fact, ...]
    claves: Set[str]
    owner_words: Set[str]
    name_with_year: str
    number_in_name: str
    begins_with_money: bool
    units: Set[Unit]
    only_rates: bool
    stages: Set[Stage | None]
    labels: Set[str]
    years: Set[str]
    start: date
    end: date
    only_claimed: bool
    holds_total: bool
    only_paid: bool
    only_unpaid: bool
    name_years: Set[str]
    is_difference: bool

    @classmethod
    def of(cls, series: tuple[Series, ...], facts: tuple[Fact, ...]) -> SeriesMeant:
        """``series`` holds at least one."""
        periods = [fact.period for fact in facts if fact.period]
        return cls(
            series=series,
            facts=facts,
            claves=frozenset(one.subject.clave for one in series),
            owner_words=frozenset(words(series[0].subject.name)),
            name_with_year=name_with_year(series[0]),
            number_in_name=number_in_name(series[0]),
            begins_with_money=bool(facts) and facts[0].unit.is_money,
            units=frozenset(fact.unit for fact in facts),
            only_rates=all(fact.unit in RATES for fact in facts),
            stages=frozenset(fact.stage for fact in facts),
            labels=frozenset(period.label for period in periods),
            years=frozenset(year for fact in facts for year in years_named(fact)),
            start=min((period.start for period in periods), default=date.max),
            end=max((period.end for period in periods), default=date.min),
            only_claimed=bool(facts) and all(fact.confidence is Confidence.LOW for fact in facts),
            holds_total=any(fact.total for fact in facts),
            only_unpaid=bool(facts) and all(UNPAID_NAME.search(fact.series.concept.name) for fact in facts),
            is_difference=series[0].concept.name.startswith("diferencia entre lo"),
            name_years=frozenset(YEAR.findall(series[0].counterpart)),
            only_paid=bool(facts) and all(fact.stage in GIVEN or PAID.search(fact.series.concept.name) for fact in facts),
        )

    @property
    def is_all_money(self) -> bool:
        return all(unit.is_money for unit in self.units)

    @property
    def is_all_heads(self) -> bool:
        return self.units <= HEADS

    @property
    def counts_time(self) -> bool:
        return not self.units.isdisjoint(TIMES)

    def share_timely(self, moments: Sequence[tuple[date, date]]) -> float:
        """Share of the asked moments with a fact."""
        if not moments:
            return 1.0
        dated = [start for start, end in moments if self.start <= end and start <= self.end and self._is_timely(start, end)]
        if dated:
            return len(dated) / len(moments)
        return 0.8 if of_one_year(*moments[0]) and str(moments[0][1].year) in self.years else 0.0

    # The same years are asked of a series by one question after another.
    @lru_cache(maxsize=16384)  # noqa: B019 - what is published lives as long as the program
    def _is_timely(self, start: date, end: date) -> bool:
        return any(is_timely(fact, start, end) for fact in self.facts)
