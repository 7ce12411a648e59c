"""Amounts said without their unit: «de los 8 mil 900 que quería pedir», «los 4,897 del rescate»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.answering.asked.periods import YEARS
from bot.answering.asked.slots import telling
from bot.answering.search.shelves import Shelves
from bot.domain.reading import Interpretation, Topic
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
def is_bare(number: Numeral, typed: Sequence[str]) -> bool:
    if number.value in YEARS or not LEAST <= number.value < MOST or not (number.value >= 1000 or telling((number.value,))):
        return False
    follows = typed[number.end] if number.end < len(typed) else ""
    return number.start > 0 and typed[number.start - 1] in BEFORE and (not follows or follows in AFTER)
