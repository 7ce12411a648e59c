"""A year of federal money of which only somebody's word was published: what is documented of its two large parts goes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.asked.slots import STATE, unsaid
from bot.answering.figures.choosing import choose, figures_of
from bot.answering.figures.disagreeing import disagreeing
from bot.answering.figures.only_near import GOT
from bot.answering.otherwise.missing import missing
from bot.answering.search.queries import SAID_BY, query_of
from bot.answering.search.shelves import Shelves
from bot.domain.answer import Confidence, Found, Missing, Role
from bot.domain.ledger import Fact
from bot.domain.reading import Interpretation
from bot.domain.stage import Stage
from bot.language.folding import fold

WHOLE, TWO_PARTS = "gasto-federalizado", ("participaciones", "ramo-33")


def documented_parts(answers: Sequence[Fact], reading: Interpretation, shelves: Shelves) -> Found | Missing | None:
    """«¿cuánto llegó este año de la federación?»: what two politicians said of a bill is no answer; what the federal budget holds for the
    state is near, and so is what was paid the year before. None where something better than a claim answers."""
    only_said = all(fact.confidence is Confidence.LOW and fact.series.concept.id == WHOLE for fact in answers)
    if (
        not answers
        or not only_said
        or reading.amounts
        or reading.of_kind("institucion")
        or disagreeing(reading)
        or SAID_BY.search(fold(reading.asked))
    ):
        return None
    query = replace(query_of(reading, []), hint=None, words=())
    parts = [choose(shelves.descriptors.of_concept(id, STATE), query).answers for id in TWO_PARTS]
    sure = [fact for found in parts for fact in found if fact.confidence is not Confidence.LOW]
    if not sure:
        return None
    if not GOT.search(fold(reading.asked)):
        return Found(reading, (*figures_of(sure), *figures_of(answers, Role.CONTEXT)))
    paid = [fact for fact in shelves.descriptors.of_concept(WHOLE, STATE) if fact.stage is Stage.PAID and fact.period]
    last = max(paid, key=lambda fact: fact.period.end if fact.period else fact.id, default=None)
    near = figures_of([*sure, *([last] if last else [])], Role.NEAREST)
    return missing(replace(reading, mentions=(*reading.mentions, unsaid(WHOLE))), shelves, near)
