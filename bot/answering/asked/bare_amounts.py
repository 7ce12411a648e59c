"""Amounts said without their unit: «de los 8 mil 900 que quería pedir», «los 4,897 del rescate»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.answering.asked.periods import YEARS
from bot.answering.asked.slots import telling, unsaid
from bot.answering.search.queries import query_of
from bot.answering.search.shelves import Shelves
from bot.answering.search.timely import timely
from bot.domain.reading import Act, Interpretation, Topic
from bot.domain.stage import Stage
from bot.language.folding import word_set, words
from bot.language.numerals import Numeral, numerals

MILLION = Decimal(1_000_000)
LEAST, MOST = 100, 100_000
BEFORE = word_set("los las esos aquellos unos son eran fueron dicen casi")
# What follows an amount that bears no unit; a noun would be what is counted.
AFTER = word_set("que de del en y para pa por con se al a o")
OF_MONEY = frozenset({Topic.DEBT, Topic.PENSIONS, Topic.BUDGET, Topic.TRANSFERS, Topic.SPORTS})


def with_bare_millions(reading: Interpretation, shelves: Shelves) -> Interpretation:
    """The number as millions of pesos, which is how such figures are spoken of; only where a published figure is of that amount."""
    if reading.topic not in OF_MONEY or any(amount >= MOST for amount in reading.amounts):
        return reading
    typed = words(reading.asked)
    said = [number.value * MILLION for number in numerals(typed) if is_bare(number, typed)]
    known = tuple(amount for amount in said if any(fact.unit.is_money for fact in shelves.descriptors.of_amounts([amount])))
    return replace(reading, amounts=known) if known else reading


# So much money is few things.
TELLING_FROM = 1_000_000_000


def with_thing_of_amount(reading: Interpretation, shelves: Shelves, unsure: float) -> Interpretation:
    """«¿por qué aprobaron 24,478 millones para 2016 si…?», of which the reading is less sure than ``unsure``: what that time knows of that
    very amount, where it is one thing."""
    if reading.confidence >= unsure or reading.concepts or not reading.period or max(reading.amounts, default=0) < TELLING_FROM:
        return reading
    facts = timely(shelves.descriptors.of_amounts(reading.amounts), query_of(reading, []))
    things = {(fact.series.subject.id, fact.series.concept.id) for fact in facts if fact.unit.is_money}
    if len(things) != 1:
        return reading
    concept = facts[0].series.concept
    named = (*reading.mentions, unsaid(concept.id))
    topic = Topic(facts[0].series.topic)
    # a budget is approved where a debt is authorised
    stage = Stage.APPROVED if topic is Topic.BUDGET and reading.stage is Stage.AUTHORISED else reading.stage
    return replace(reading, act=Act.AMOUNT, topic=topic, mentions=named, measure=concept.id, stage=stage, confidence=1.0, alternatives=())


def is_bare(number: Numeral, typed: Sequence[str]) -> bool:
    if number.value in YEARS or not LEAST <= number.value < MOST or not (number.value >= 1000 or telling((number.value,))):
        return False
    follows = typed[number.end] if number.end < len(typed) else ""
    return number.start > 0 and typed[number.start - 1] in BEFORE and (not follows or follows in AFTER)
