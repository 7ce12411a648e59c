"""What of the ledger a reading asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from bot.answering.asked.moments import hinted_stage
from bot.answering.asked.periods import HOW_MANY, years_together
from bot.answering.asked.slots import TELLING
from bot.answering.figures.disagreeing import disagreeing
from bot.answering.search.candidates import Candidate
from bot.domain.query import Query
from bot.domain.reading import Act, Interpretation
from bot.language.folding import fold

# «en cuatro años»: what had added up by the date asked
IN_YEARS = re.compile(rf"\ben (?:los |estos |sus )?(?:ultimos |primeros )?(?:{HOW_MANY}) anos\b")


# «según la diputada», «lo que decía el gobernador»: the little words that attribute are not among those of a reading
SAID_BY = re.compile(rf"\b(?:segun\b|{TELLING})")


CUMULATIVE = frozenset({"acumulado", "acumulada", "lleva", "llevaba", "llevan", "llevamos", "total"})


def query_of(reading: Interpretation, candidates: Sequence[Candidate], whole_series: bool = False) -> Query:
    series = tuple(series.id for candidate in candidates for series in candidate.series)
    return replace(_of_anything(reading), series=series, whole_series=whole_series)


# An answer asks the same of one series after another.
@lru_cache(maxsize=64)
def _of_anything(reading: Interpretation) -> Query:
    """What a reading asks of whatever series."""
    period = reading.period if reading.period and reading.period.kind != "latest" else None
    bounded = period if period and (period.start or period.end) else None
    return Query(
        series=(),
        start=(bounded.start or date.min) if bounded else None,
        end=(bounded.end or date.max) if bounded else None,
        stage=reading.stage,
        words=(*reading.words, "segun") if SAID_BY.search(fold(reading.asked)) else reading.words,
        amounts=reading.amounts,
        cumulative=bool(reading.of_kind("gobierno")) or bool(CUMULATIVE & set(reading.words)) or bool(IN_YEARS.search(fold(reading.asked))),
        hint=None if disagreeing(reading) else hinted_stage(reading),
        single=reading.act is not Act.COMPARE and not disagreeing(reading),
        lasting=years_together(reading),
    )
