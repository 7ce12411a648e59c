"""What a question measures when it names neither concept nor thing: «¿cuánta deuda hay?»."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answering.asked.slots import LOAN_BALANCE, LOAN_MEASURE, testifies, unsaid
from bot.domain.reading import Act, Interpretation, Topic
from bot.language.folding import fold, word_set, words

# What a question of the topic measures when it names neither concept nor thing: «¿cuánta deuda hay?».
DEFAULT_MEASURES = {Topic.DEBT: "saldo", Topic.BUDGET: "presupuesto"}


AUDITOR, TO_CLEAR_UP = "auditoria superior de la federacion", "asf-por-aclarar"


def with_default_measure(reading: Interpretation) -> Interpretation:
    """The reading with what its topic is measured by, where it names nothing else and its act needs a measure; of a loan or a bank, what
    was lent or what was left to pay."""
    unnamed = not (reading.concepts or reading.measure)
    if unnamed and reading.topic is Topic.PENSIONS and reading.act is Act.AMOUNT and DEBT & set(reading.words):
        # «lo entregan por una deuda, ¿y de cuánto es?»
        owed = unsaid(DEFAULT_MEASURES[Topic.DEBT])
        return replace(reading, mentions=(*reading.mentions, owed), measure=owed.clave)
    audits = AUDITOR in reading.entities and bool(reading.of_kind("municipio")) and reading.topic is Topic.TRANSFERS
    if unnamed and audits and reading.act in DEFAULTED:
        # «¿por qué la ASF dijo que Guadalupe desvió 100 millones?»: what it published of a town is what was left to clear up
        return replace(reading, mentions=(*reading.mentions, unsaid(TO_CLEAR_UP)), measure=TO_CLEAR_UP)
    # «el dictamen de 2016, por poder»: a breakdown of the budget needs no other word for what it divides
    divides_budget = reading.act is Act.BREAKDOWN and reading.topic is Topic.BUDGET
    if reading.concepts or reading.measure or reading.topic not in DEFAULT_MEASURES or not (reading.act in DEFAULTED or divides_budget):
        return reading
    if reading.topic is Topic.DEBT and reading.act is Act.RANKING and (LOANS | BORROWED) & set(words(reading.asked)) and not reading.period:
        return replace(reading, mentions=(*reading.mentions, unsaid(LOAN_MEASURE)), measure=LOAN_MEASURE)
    if reading.topic is Topic.DEBT and reading.act is Act.RANKING and reading.period:
        return replace(reading, mentions=(*reading.mentions, unsaid(LOAN_BALANCE)), measure=LOAN_BALANCE)
    typed = fold(reading.asked)
    left = bool(OWED & set(words(typed))) or "por pagar" in typed or OWED_TO_BANK.search(typed) is not None
    if reading.topic is Topic.DEBT and reading.act is Act.AMOUNT and BORROWED & set(words(typed)) and not left:
        return replace(reading, measure=LOAN_MEASURE)
    if reading.topic is Topic.DEBT and reading.of_kind("prestamo", "banco"):
        if left or compares_moments_of_a_loan(reading):
            return replace(reading, measure=DEFAULT_MEASURES[Topic.DEBT])
        # the amount of a credit does not change: a line of it is of its balance
        return reading if reading.act is Act.TREND else replace(reading, measure=LOAN_MEASURE)
    others = [m for m in reading.mentions if m.kind not in ("gobierno", "estado") and m.clave != "zacatecas" and not testifies(m, typed)]
    if others and not (reading.topic is Topic.BUDGET and all(m.kind == "institucion" for m in others)):
        return reading
    return replace(reading, measure=DEFAULT_MEASURES[reading.topic])


def compares_moments_of_a_loan(reading: Interpretation) -> bool:
    """«el crédito de Banobras de diciembre de 2012, ¿bajó entre 2013 y 2021?»: what was lent is one amount, so only what was left to pay
    has two."""
    return reading.act is Act.COMPARE and len(reading.years) > 1 and len(reading.of_kind("prestamo")) == 1


DEBT = frozenset({"deuda", "deudas", "adeudo", "adeudos"})
# Of a bank or a credit, these ask what was left to pay.
OWED = word_set("""
    debe deben debia debian debiendo adeuda adeudaba adeudaban falta faltaba faltaban restaba restaban
    resta restan queda quedan quedaba quedaban insoluto
    """)


# «deuda con Bancomer al cierre de 2013»
OWED_TO_BANK = re.compile(r"\b(?:deudas?|adeudos?)(?: (?:vigente|bancaria|total|pendiente|publica|estatal|que (?:hay|habia)))* con\b")


# Verbs of taking a credit: what they ask is its amount, not what is owed.
BORROWED = word_set(
    "autorizaron autorizo autorizado presto prestaron contrato contrataron pidieron pidio ofrecieron "
    "solicito solicitaron pedia pedian pedir ofrecio iniciativa emprestito prestamo prestamos credito creditos"
)


# «los créditos más grandes»: by what was lent, where no moment is asked.
LOANS = word_set("credito creditos prestamo prestamos emprestito emprestitos")


DEFAULTED = frozenset({Act.AMOUNT, Act.TREND, Act.COMPARE, Act.RANKING, Act.SOURCE})
