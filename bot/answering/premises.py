"""What an amount typed in a question is, where the words around it speak of something else."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.answering.asked import is_typed
from bot.answering.candidates import DEFAULT_SUBJECTS
from bot.answering.default_measures import DEFAULT_MEASURES
from bot.answering.queries import query_of
from bot.answering.shelves import Shelves
from bot.answering.timely import timely
from bot.domain.answer import Confidence
from bot.domain.ledger import Fact
from bot.domain.reading import Interpretation

# So much money is few things: a figure of it, of the body the topic is about, is what was meant.
MEANT_FROM = 1_000_000_000


def of_the_amount(answers: Sequence[Fact], reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """«¿por qué se perdieron los 63 mil millones de las pensiones?»: what the amount typed is, where nothing near it was found under the
    words. A claim of low confidence is no such thing."""
    typed = [amount for amount in reading.amounts if amount >= MEANT_FROM]
    owners = DEFAULT_SUBJECTS.get(reading.topic, frozenset()) if reading.topic else frozenset()
    if not typed or matches_premise(reading.amounts, answers) or {fact.series.concept.id for fact in answers} & STANDARD:
        return []
    same = [
        fact
        for fact in shelves.descriptors.all_facts()
        if is_typed(fact, typed) and fact.confidence is not Confidence.LOW and fact.series.topic == reading.topic
        if fact.series.subject.clave in owners and not fact.repeats
    ]
    return timely(same, query_of(reading, []))


# What a question of a topic asks for by default is answered by its own figure, whatever amount was typed.
STANDARD = frozenset(DEFAULT_MEASURES.values())


def matches_premise(asked: Sequence[Decimal], answers: Sequence[Fact]) -> bool:
    return any(abs(fact.amount - amount) <= abs(amount) / 100 for fact in answers for amount in asked)
