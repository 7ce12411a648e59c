"""«¿Qué municipio saca mayor proporción de ingresos propios?»: the same share of many owners, in order."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answering.asked.income_origins import ALL_INCOME
from bot.answering.asked.share_words import base_asked
from bot.answering.asked.slots import concepts_asked, unsaid
from bot.answering.derived.arithmetic import share
from bot.answering.derived.shares import wholes_for
from bot.answering.figures.choosing import figures_of
from bot.answering.figures.rankings import DEFAULT_LIMIT, asks_which_town, cut, from_most, rivals_for_place
from bot.answering.otherwise.missing import missing
from bot.answering.search.shelves import Shelves
from bot.domain.answer import Found, Missing, Note
from bot.domain.reading import Act, Interpretation
from bot.language.folding import fold

# «¿qué municipio tiene mayor porcentaje de FAIS en sus ingresos?»
OF_ITS = re.compile(r"\b(?:en|de|del) (?:total de |todos )?sus? $")


def ranked_shares(reading: Interpretation, shelves: Shelves) -> Found | Missing | None:
    """Each owner's part of its own whole, of one stage and period. Where those who compete have no such whole it is missing which town
    has most: the share of one alone does not say it."""
    if reading.act is not Act.RANKING:
        return None
    return _in_order(reading, shelves) or (missing(reading, shelves) if asks_which_town(reading) else None)


def _in_order(reading: Interpretation, shelves: Shelves) -> Found | None:
    base = next((m.clave for m in reading.of_kind("concepto") if OF_ITS.search(fold(reading.asked[: m.start]))), base_asked(reading))
    parts = [concept for concept in concepts_asked(reading) if concept != base] or list(concepts_asked(reading))
    if not parts:
        return None
    asked = replace(reading, mentions=(*(m for m in reading.mentions if m.kind != "concepto"), unsaid(parts[-1])), measure=parts[-1])
    rivals = [fact for fact in rivals_for_place(asked, shelves) if {fact.series.concept.id, fact.series.concept.parent} & set(parts)]
    of_income = replace(reading, mentions=(unsaid(base or ALL_INCOME),), measure=base or ALL_INCOME)
    shares = []
    for fact in rivals:
        part = figures_of([fact])[0]
        wholes = [*wholes_for(fact, part, asked, shelves), *wholes_for(fact, part, of_income, shelves)]
        fit = [found for whole in wholes if part.amount < whole.amount and (found := share(part, whole))]
        shares += fit[:1]
    if len(shares) < 2:
        return None
    ordered = sorted(shares, key=lambda figure: figure.amount, reverse=from_most(reading))
    limit = reading.limit or (DEFAULT_LIMIT if len(ordered) > DEFAULT_LIMIT else len(ordered))
    return Found(reading, cut(ordered, limit), notes=() if reading.period else (Note("assumed_latest_period"),))
