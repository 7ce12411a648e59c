"""«¿cuánto ofreció cada banco en marzo de 2017?»: the credits of one time, one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.asked.acts import EACH_CREDIT
from bot.answering.asked.default_measures import OWED
from bot.answering.asked.slots import LOAN_BALANCE, LOAN_MEASURE, asked_words
from bot.answering.search.index import content_words, forms, forms_of
from bot.answering.search.queries import query_of
from bot.answering.search.shelves import Shelves
from bot.answering.search.timely import timely
from bot.domain.ledger import Fact
from bot.domain.period import AskedPeriod
from bot.domain.reading import Act, Interpretation, Topic
from bot.language.folding import fold, words

EACH_LENDER = re.compile(
    r"\bcada (?:un[oa] de l[oa]s )?(?:banco|acreedor|institucion|prestamista)\w*"
    r"|\bl[oa]s (?:dos|tres|cuatro|\d)? ?(?:bancos|acreedores)\b|\bque bancos\b.*\bcuanto\b|\bpor (?:banco|acreedor)\b"
)
# A credit's own balance, and the wider word for it.
BALANCES = (LOAN_BALANCE, "saldo")
OF_AMOUNTS = frozenset({Act.AMOUNT, Act.BREAKDOWN, Act.LIST, Act.WHO, Act.COMPARE})


def lent_by_each(reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """The amounts of the credits signed or offered in the time asked, or what was left to pay of each («¿a qué bancos se les debía?»); of
    those, the ones that their notes tell in the words asked («oferta ganadora en la licitación»). Empty where one lender was named, or
    fewer than two are told of."""
    if reading.topic is not Topic.DEBT or reading.act not in OF_AMOUNTS or reading.period is None or reading.of_kind("banco", "prestamo"):
        return []
    typed = fold(reading.asked)
    each_credit = bool(EACH_CREDIT.search(typed))
    if not each_credit and not EACH_LENDER.search(typed):
        return []
    measures = BALANCES if OWED & set(words(typed)) else (LOAN_MEASURE,)
    if not set(reading.concepts) <= set(measures):
        return []
    told = told_of_each(measures[0], reading, reading.period, shelves)
    # «¿de cuánto era cada uno de los créditos que había en 2013?»: they were signed before
    return told or (told_of_each(LOAN_BALANCE, reading, reading.period, shelves) if each_credit else [])


def told_of_each(measure: str, reading: Interpretation, period: AskedPeriod, shelves: Shelves) -> list[Fact]:
    lent = [fact for fact in timely(shelves.descriptors.by_measure[measure], query_of(reading, [])) if not fact.repeats and not fact.total]
    within = [fact for fact in lent if lies_within(fact, period)]
    told = best_told(within or lent, asked_words(reading))
    return told if len({fact.series.subject.id for fact in told}) > 1 else []


def lies_within(fact: Fact, asked: AskedPeriod) -> bool:
    """What was signed all year long is not of the month asked."""
    if fact.period is None or asked.start is None or asked.end is None:
        return False
    return asked.start <= fact.period.start and fact.period.end <= asked.end


def best_told(facts: Sequence[Fact], asked: Sequence[str]) -> list[Fact]:
    notes = [forms_of(content_words(f"{fact.note} {fact.stage_note} {fact.words}")) for fact in facts]
    scores = [sum(bool(note & set(forms(word))) for word in asked) for note in notes]
    return [fact for fact, score in zip(facts, scores, strict=True) if score == max(scores)]
