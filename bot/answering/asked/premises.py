"""What an amount typed in a question is, where the words around it speak of something else."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.answering.asked.default_measures import DEFAULT_MEASURES
from bot.answering.search.queries import query_of
from bot.answering.search.shelves import Shelves
from bot.answering.search.sought import DEFAULT_SUBJECTS
from bot.answering.search.timely import timely
from bot.domain.answer import Confidence
from bot.domain.ledger import Fact
from bot.domain.reading import Interpretation

# So much money is few things: a figure of it, of the body the topic is about, is what was meant.
MEANT_FROM = 1_000_000_000


def of_the_amount(answers: Sequence[Fact], reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """«¿por qué se perdieron los 63 mil millones de las pensiones?»: what the amount typed is, where nothing near it was found under the
    words. A claim of low confidence is no such thing."""
    if reading.per == "pesos_de_hoy" and not matches_premise(reading.amounts, answers) and (one := only_one_of(reading, shelves)):
        return one
    typed = [amount for amount in reading.amounts if amount >= MEANT_FROM]
    owners = DEFAULT_SUBJECTS.get(reading.topic, frozenset()) if reading.topic else frozenset()
    if not typed or matches_premise(reading.amounts, answers) or {fact.series.concept.id for fact in answers} & STANDARD:
        return []
    same = [
        fact
        for fact in shelves.descriptors.of_amounts(typed)
        if fact.confidence is not Confidence.LOW and fact.series.topic == reading.topic
        if fact.series.subject.clave in owners and not fact.repeats
    ]
    return timely(same, query_of(reading, []))


def only_one_of(reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """«traer a pesos de 2025 los 1,700 millones que se autorizaron en 2014»: what is converted is the amount typed, where the time asked
    knows one thing of that amount, whatever its topic."""
    same = [fact for fact in shelves.descriptors.of_amounts(reading.amounts) if fact.unit.is_money]
    dated = timely([fact for fact in same if not fact.repeats and not fact.part_of], query_of(reading, [])) if reading.period else []
    return dated if len({fact.series.subject.id for fact in dated}) == 1 else []


def said_of_the_amount(answers: Sequence[Fact], reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """«si la deuda ya había quedado en 6,900 millones al cierre de 2018…»: beside what was observed, what the amount typed is, of the
    same subject and time: a goal."""
    if matches_premise(reading.amounts, answers) or len({fact.series.subject.id for fact in answers}) != 1:
        return []
    own = answers[0].series
    typed = shelves.descriptors.of_amounts(reading.amounts)
    same = [fact for fact in typed if (fact.series.subject, fact.series.topic) == (own.subject, own.topic) and not fact.repeats]
    return timely(same, query_of(reading, [])) if reading.period else []


# What a question of a topic asks for by default is answered by its own figure, whatever amount was typed.
STANDARD = frozenset(DEFAULT_MEASURES.values())


def matches_premise(asked: Sequence[Decimal], answers: Sequence[Fact]) -> bool:
    return any(abs(fact.amount - amount) <= abs(amount) / 100 for fact in answers for amount in asked)
