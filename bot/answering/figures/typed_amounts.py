"""An amount that was typed: the name of a loan or of a whole («los 3,200 millones»), or the premise of a question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.answering.asked.slots import LOAN_MEASURE, PART_OF_AMOUNT, concepts_asked, is_typed, names_asked
from bot.answering.figures.choosing import choose
from bot.answering.search.candidates import Candidate
from bot.answering.search.queries import query_of
from bot.answering.search.selecting import facts_of
from bot.answering.search.shelves import Shelves
from bot.answering.search.timely import timely
from bot.domain.ledger import Fact
from bot.domain.reading import Interpretation, Topic
from bot.language.folding import fold, words
from bot.language.numerals import numerals

# A smaller number counts something, or is a year.
MONEY_FROM = 1_000_000


def part_of_typed(reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """«de los 61 millones pendientes, ¿cuánto era de la UAZ?»: the amount typed is the whole; its published part that bears the name."""
    if not PART_OF_AMOUNT.search(fold(reading.asked)):
        return []
    named = {mention.clave for mention in names_asked(reading)}
    typed = numerals_typed(reading)
    wholes = shelves.descriptors.of_amounts(typed) if named else []
    parts = [part for whole in wholes for part in shelves.descriptors.parts_of(whole) if part.series.subject.clave in named]
    return parts if len(parts) == 1 else []


BY_ITS_AMOUNT = re.compile(
    r"\b(?:por|de|con|del|sobre) (?:el |los |esos |aquellos |un |una )?(?:credito |prestamo |deuda )?(?:de |por )?(?:los )?\d[\d,.]*"
)


def of_loan_typed(reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """«¿cuánto se iba a pagar de intereses por los 3,200 millones?»: the amount typed is the name of a loan, not the figure asked."""
    if reading.topic is not Topic.DEBT or reading.of_kind("prestamo") or not BY_ITS_AMOUNT.search(fold(reading.asked)):
        # of a loan that was named, the amount is part of the name by which it was found: «la iniciativa de 8,900 millones»
        return []
    asked = {id for id in concepts_asked(reading) if id != LOAN_MEASURE}
    typed = numerals_typed(reading)
    if len(typed) != 1 or not asked:
        return []
    lent = {fact.series.subject.id for fact in shelves.descriptors.of_amounts(typed) if fact.series.concept.id == LOAN_MEASURE}
    kin = [
        fact
        for fact in shelves.descriptors.all_facts()
        if fact.series.subject.id in lent and asked & {fact.series.concept.id, fact.series.concept.parent}
    ]
    if not kin or any(is_typed(fact, typed) for fact in kin):
        return []
    return list(choose(kin, query_of(replace(reading, amounts=()), [])).answers)


def typed_facts(candidates: Sequence[Candidate], reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """Facts whose amount the person typed, in the asked period if one was asked: the premise holds, whatever stage was said."""
    if not reading.amounts:
        return []
    return [fact for fact in timely(facts_of(candidates, shelves), query_of(reading, candidates)) if is_typed(fact, reading.amounts)]


def numerals_typed(reading: Interpretation) -> tuple[Decimal, ...]:
    said = numerals(words(reading.asked))
    return tuple(numeral.value for numeral in said if numeral.value >= MONEY_FROM)
