"""What is divided although nobody published its parts as such: among all of a sort, or by origin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.answering.asked.default_measures import with_default_measure
from bot.answering.asked.income_origins import BY_ORIGIN
from bot.answering.asked.slots import OWNER, unsaid
from bot.answering.asked.superlatives import SIDE_BY_SIDE
from bot.answering.figures.choosing import figures_of
from bot.answering.figures.parts import breakdown
from bot.answering.figures.rankings import of_one_sort, ranking
from bot.answering.search.index import content_words, forms_of
from bot.answering.search.shelves import Shelves
from bot.domain.answer import Answer, Found, Missing, Note
from bot.domain.reading import Act, Interpretation
from bot.language.folding import fold, words

MOST_UNSAID = 4
"""More parts than these bury the answer of «¿cuánto?»."""


def unsaid_part(found: Found, shelves: Shelves) -> Found | None:
    """«¿a cuánto asciende el gasto federal en Zacatecas?», answered with one of its functions that nobody named: all of them instead."""
    ids = [id for figure in found.figures for id in figure.fact_ids]
    fact = shelves.ledger.fact(ids[0]) if len(ids) == len(found.figures) == 1 else None
    typed = OWNER.sub(" ", fold(found.reading.asked))
    said = forms_of(words(typed))
    if fact is None or not fact.series.counterpart or said & forms_of(content_words(fact.series.counterpart)):
        return None
    own = fact.series
    kin = [
        other
        for other in shelves.descriptors.of_concept(own.concept.id, own.subject.clave)
        if other.series.counterpart and (other.period, other.stage, other.unit) == (fact.period, fact.stage, fact.unit)
    ]
    if not 1 < len({other.series.id for other in kin}) <= MOST_UNSAID or any(other.total for other in kin):
        return None
    return Found(found.reading, figures_of(sorted(kin, key=lambda other: -other.amount)), notes=(*found.notes, Note("partial_list")))


def divided_otherwise(reading: Interpretation, found: Answer | None, shelves: Shelves, asked_on: date) -> Answer | None:
    """«de los hoteles, ¿cuál valía más y cuánto cada uno?»: those that compete; «el dinero de los tribunales»: what each of that sort has;
    «¿cuánto es federal y cuánto propio?»: of a year in which nobody published the two origins, every source of the income."""
    if isinstance(found, Found) and Note("not_broken_down") not in found.notes:
        return None
    if isinstance(found, Missing) and found.nearest:
        return None
    if isinstance(found, Found) and SIDE_BY_SIDE.search(fold(reading.asked)):
        return ranking(reading, shelves, asked_on)
    if not isinstance(found, Found) and (alike := of_one_sort(with_default_measure(replace(reading, act=Act.AMOUNT)), shelves)):
        return Found(reading, figures_of(sorted(alike, key=lambda fact: -fact.amount)), notes=(Note("partial_list"),))
    if not set(BY_ORIGIN) <= set(reading.concepts):
        return None
    income = unsaid("ingresos-totales")
    others = tuple(mention for mention in reading.mentions if mention.clave not in BY_ORIGIN)
    divided = breakdown(replace(reading, mentions=(*others, income), measure=income.clave), shelves, asked_on)
    return divided if isinstance(divided, Found) else None
