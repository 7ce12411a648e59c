"""What a reading leaves to infer before it is looked up: the measure behind «por habitante», the year of a conversion, slots that two
halves of one message share."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.domain.period import AskedPeriod
from bot.domain.reading import Act, Interpretation
from bot.language.folding import fold

PESOS_OF = re.compile(r"pesos\s+(?:de|del|d|a)\s+(?:ano\s+)?((?:19|20)\d\d)")
# Acts whose answer is a figure anyway: with «en pesos de hoy» or «por habitante» they ask for that figure.
FIGURE_ACTS = frozenset({Act.BREAKDOWN, Act.TERMS, Act.LIST, Act.FAQ, Act.SOURCE, Act.COMPARE, Act.TREND})


def prepared(reading: Interpretation) -> Interpretation:
    """The reading as it is looked up."""
    if reading.per == "pesos_de_hoy":
        return without_target_year(replace(reading, act=Act.AMOUNT) if reading.act in FIGURE_ACTS else reading)
    if reading.act is Act.AMOUNT and reading.period and reading.period.kind == "range" and len(reading.years) > 2:
        return replace(reading, act=Act.TREND)
    return reading


def target_year(reading: Interpretation) -> int | None:
    """The year in whose pesos the figure is asked («a pesos de 2025»), when it is named."""
    named = PESOS_OF.search(fold(reading.asked))
    return int(named.group(1)) if named else None


def without_target_year(reading: Interpretation) -> Interpretation:
    target, period = target_year(reading), reading.period
    if target is None or period is None or target not in period.years:
        return reading
    left = tuple(year for year in period.years if year != target)
    if period.kind == "range":
        left = left[:1]
    if not left:
        return replace(reading, period=None)
    kept = AskedPeriod("year" if len(left) == 1 else "years", left, date(min(left), 1, 1), date(max(left), 12, 31), ", ".join(map(str, left)))
    return replace(reading, period=kept)


def sharing_slots(first: Interpretation, second: Interpretation) -> tuple[Interpretation, Interpretation]:
    """Two halves of one message about one topic share what only one of them names: «cuánto a corto y cuánto a largo plazo en 2013»."""
    if first.act is not second.act or first.topic is not second.topic:
        return first, second
    return _lend(first, second), _lend(second, first)


def _lend(to: Interpretation, other: Interpretation) -> Interpretation:
    borrowed = to
    if to.period is None and other.period is not None:
        borrowed = replace(borrowed, period=other.period)
    if not [m for m in to.mentions if m.kind not in ("concepto", "gobierno")]:
        borrowed = replace(borrowed, mentions=(*borrowed.mentions, *(m for m in other.mentions if m.kind not in ("concepto", "gobierno"))))
    return borrowed
