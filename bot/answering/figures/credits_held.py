"""«¿Cuál fue el préstamo más grande?», «¿cuánto le debemos a Banobras?»: one credit against another, and what is left of a bank's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bot.answering.asked.loans import contracts
from bot.answering.asked.slots import LOAN_BALANCE, LOAN_MEASURE
from bot.answering.figures.choosing import figures_of, without_repeats
from bot.answering.otherwise.missing import missing
from bot.answering.search.shelves import Shelves
from bot.answering.search.timely import ended
from bot.answering.statements.faq import FAQ_CLEAR
from bot.answering.statements.records import merged
from bot.domain.answer import Confidence, Explained, Found, Missing, Note, Role
from bot.domain.ledger import Fact, Record
from bot.domain.reading import Act, Interpretation, Topic
from bot.domain.stage import Stage
from bot.language.folding import fold, words

MOST_CREDITS, MOST_AUTHORISED = 5, 2
# «Se entiende sustituido en el refinanciamiento de 2017», «Liquidado», «saldado en junio de 2011»
OVER = re.compile(r"\b(?:sustituid|liquidad|saldad)\w*")
OWED_NOW = re.compile(r"\b(?:deudas?|adeudos?|saldo|deb(?:e|en|emos)|debiendo|adeud(?:a|an|amos)|faltan?|quedan?|restan?)\b")
TO_WHOM = re.compile(r"\b(?:a|con) (?:quien|que|cual)\b")
OWED_THEN = re.compile(r"\b(?:deb|adeud|falt|qued|rest)(?:i|ab)an?\b")


def largest_credits(reading: Interpretation, shelves: Shelves) -> Found | None:
    """The credits signed with a bank, largest first (or smallest, where that is asked), whenever they were signed; beside them the largest
    amounts authorised. None where a time, a bank or a credit is named."""
    asked = set(reading.concepts) | {reading.measure}
    if reading.topic is not Topic.DEBT or LOAN_MEASURE not in asked or reading.period or reading.of_kind("banco", "prestamo", "gobierno"):
        return None
    lent = [fact for fact in amounts_of_credits(shelves) if fact.confidence is not Confidence.LOW and not fact.total]
    banks = {term.clave for term in shelves.terms.values() if term.kind == "banco"}
    stage = reading.stage or Stage.CONTRACTED
    # what was authorised names no bank yet; what two contracts add up to is no credit
    own = [fact for fact in lent if fact.stage is stage and (stage is not Stage.CONTRACTED or lenders_of(fact, banks, shelves))]
    if len(own) < 2:
        return None
    most = reading.order != "bottom"
    ordered = sorted(own, key=lambda fact: fact.amount, reverse=most)
    # of two versions of one credit, the one that puts it where it stands
    each = {fact.series.subject.id: fact for fact in reversed(ordered)}
    ranked = figures_of(fact for fact in ordered if fact in each.values())[: reading.limit or MOST_CREDITS]
    allowed = [fact for fact in lent if fact.stage is Stage.AUTHORISED] if most and stage is Stage.CONTRACTED else []
    above = sorted(figures_of(allowed, Role.CONTEXT), key=lambda figure: figure.amount, reverse=True)[:MOST_AUTHORISED]
    return Found(reading, (*ranked, *above))


def most_owed_to(reading: Interpretation, shelves: Shelves) -> Explained | None:
    """«¿a qué banco le debemos más?»: what is left to each today nobody published, so what staff wrote of the creditors answers."""
    typed = fold(reading.asked)
    if reading.topic is not Topic.DEBT or reading.period or not TO_WHOM.search(typed) or not is_owed_now(typed):
        return None
    match = shelves.faq.best_about(replace(reading, act=Act.WHO))
    return Explained(reading, shelves.faq.open(match.entry)) if match and match.score >= FAQ_CLEAR else None


def is_owed_now(typed: str) -> bool:
    return OWED_NOW.search(typed) is not None and not OWED_THEN.search(typed)


def owed_to_bank(reading: Interpretation, shelves: Shelves, today: date) -> Found | Missing | None:
    """What is owed to a bank today nobody published: what was last told as left of its credits in force, with what was signed of the
    others; where nothing of the kind was told, it is missing, with what was signed near, or how its credits of before ended."""
    banks = {mention.clave for mention in reading.of_kind("banco")}
    now = reading.period is None or reading.period.kind == "latest"
    if (
        reading.topic is not Topic.DEBT
        or reading.act is not Act.AMOUNT
        or len(banks) != 1
        or not (now and is_owed_now(fold(reading.asked)))
        or reading.amounts
    ):
        return None
    if reading.of_kind("prestamo", "institucion", "municipio") or not set(reading.concepts) <= {"saldo", LOAN_BALANCE}:
        return None
    signed = [record for record in contracts(shelves) if of_banks(record, banks)]
    over = [record for record in signed if OVER.search(fold(record.text))]
    ended = {record.subject.clave for record in over if record.subject}
    running = {record.subject.clave for record in signed if record.subject} - ended
    if not signed:
        return None
    bank = shelves.terms[banks.pop()]
    name = bank.short or bank.name
    told = last_told(running, shelves)
    left = [fact for fact in told if fact.series.concept.id == LOAN_BALANCE]
    if left:
        signed_too = figures_of((fact for fact in told if fact not in left), Role.CONTEXT)
        return Found(reading, (*figures_of(left), *signed_too), notes=(Note("no_balance_today", (("banco", name),)),))
    near = figures_of(told, Role.NEAREST)
    return replace(missing(reading, shelves, near), subject=f"lo que se le debe hoy a {name}", statements=() if near else merged(over))


def last_told(loans: Iterable[str], shelves: Shelves) -> list[Fact]:
    """Of each loan the latest balance, else its amount as signed; where a sum of several is told, that sum."""
    found: list[Fact] = []
    for loan in sorted(loans):
        own = [fact for fact in shelves.descriptors.all_facts() if fact.series.subject.clave == loan]
        balances = [fact for fact in own if fact.series.concept.id == LOAN_BALANCE and fact.period]
        lent = [fact for fact in own if fact.series.concept.id == LOAN_MEASURE and fact.stage is Stage.CONTRACTED]
        found += [max(balances, key=ended)] if balances else lent[-1:]
    sums = {fact.group for fact in found if fact.total and fact.group}
    return [fact for fact in found if fact.total or not fact.group or fact.group not in sums]


def amounts_of_credits(shelves: Shelves) -> list[Fact]:
    return without_repeats(shelves.descriptors.by_measure[LOAN_MEASURE])


def lenders_of(fact: Fact, banks: Iterable[str], shelves: Shelves) -> set[str]:
    own = [record for record in contracts(shelves) if record.subject and record.subject.clave == fact.series.subject.clave]
    return {bank for bank in banks for record in own if of_banks(record, {bank})}


def of_banks(record: Record, banks: Iterable[str]) -> bool:
    said = set(words(f"{record.party} {record.subject.name if record.subject else ''}"))
    return any(set(words(bank)) <= said for bank in banks)
