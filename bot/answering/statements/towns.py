"""What is told of municipalities, where no figure answers: what they owe, whether they were audited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.answering.asked.owing import BALANCE
from bot.answering.asked.slots import SLOT_KINDS
from bot.answering.asked.town_money import SAID_OF_TOWNS, SPENDING, asks_debt_of_towns, asks_of_audit, owed_to_towns
from bot.answering.figures.choosing import figures_of
from bot.answering.otherwise.missing import missing
from bot.answering.search.shelves import Shelves
from bot.answering.search.timely import ended
from bot.answering.statements.faq import FAQ_CLEAR
from bot.answering.statements.nearest import AUDIT as KIND_OF_AUDITS
from bot.answering.statements.parties import audit_of
from bot.answering.statements.records import merged, period_fit
from bot.domain.answer import Answer, Explained, Found, Missing, Role, Statement, each_document_once
from bot.domain.ledger import Record
from bot.domain.reading import Act, Interpretation
from bot.language.folding import fold


def told_of_towns(reading: Interpretation, shelves: Shelves) -> Answer | None:
    """What is told, or missing, of municipalities, before any figure is looked for."""
    return debt_of_towns(reading, shelves) or audit_told(reading, shelves) or budget_of_a_town(reading, shelves)


def debt_of_towns(reading: Interpretation, shelves: Shelves) -> Answer | None:
    """«¿qué municipio debe más?»: no document holds what a municipality owes, so the entry that says where it is, or what is missing."""
    if not asks_debt_of_towns(reading) or reading.act is Act.FAQ:
        return None
    about = ((entry, score) for entry, score in shelves.faq.ranked(reading) if SAID_OF_TOWNS.search(fold(entry.question)))
    if entry := next((entry for entry, score in about if score >= FAQ_CLEAR), None):
        return Explained(reading, shelves.faq.open(entry))
    if owed_to_towns(reading):
        return missing(replace(reading, mentions=tuple(m for m in reading.mentions if m.kind != "concepto"), measure=None), shelves)
    return missing(reading if reading.concepts else replace(reading, measure=BALANCE.clave), shelves)


def audit_told(reading: Interpretation, shelves: Shelves) -> Answer | None:
    """What is told of the audit of the towns named, or of all; of a town that is not in the published list it is missing."""
    if not asks_of_audit(reading):
        return None
    towns = reading.of_kind("municipio")
    if not towns:
        every = [one for one in shelves.records.all() if one.kind == KIND_OF_AUDITS and period_fit(one.date, reading) >= 0]
        return Found(reading, statements=told_together(every, shelves)) if every else None
    if told := audit_of(reading, shelves):
        return told
    town = shelves.terms[towns[0].clave]
    return replace(missing(reading, shelves), subject=f"auditoría de la Auditoría Superior de la Federación a {town.short or town.name}")


MOST_AUDITED = 4
TO_CLARIFY = "asf-por-aclarar"


def told_together(audits: Sequence[Record], shelves: Shelves) -> tuple[Statement, ...]:
    """Many audits of one account: whom they were of, in one sentence, and what is told of those with most to clarify."""
    if len(audits) <= MOST_AUDITED or len({one.date for one in audits}) > 1:
        return merged(audits)
    names = sorted((one.subject.name.removeprefix("municipio de ") for one in audits if one.subject), key=fold)
    sources = each_document_once(source for one in audits for source in one.sources)
    text = f"La Auditoría Superior de la Federación revisó la cuenta pública {audits[0].date} de {len(names)} municipios: "
    whole = Statement(f"{text}{', '.join(names[:-1])} y {names[-1]}. Los que tienen más dinero por aclarar:", "", sources)
    return (whole, *merged(sorted(audits, key=lambda one: to_clarify(one, shelves), reverse=True)[:MOST_AUDITED]))


def to_clarify(audit: Record, shelves: Shelves) -> Decimal:
    facts = shelves.descriptors.of_concept(TO_CLARIFY, audit.subject.clave) if audit.subject else []
    return max((fact.amount for fact in facts), default=Decimal(0))


def budget_of_a_town(reading: Interpretation, shelves: Shelves) -> Missing | None:
    """«presupuesto de Jerez 2026»: no budget of a municipality is published here; what it spent is near."""
    towns = reading.of_kind("municipio")
    alone = len(towns) == 1 and reading.concepts == (BUDGET,) and all(m.kind in (*SLOT_KINDS, "concepto") for m in reading.mentions)
    if not alone or reading.act is not Act.AMOUNT or reading.per or reading.amounts:
        return None
    spent = shelves.descriptors.of_concept(SPENDING, towns[0].clave)
    last = sorted(spent, key=ended)[-1:]
    return missing(reading, shelves, figures_of(last, Role.NEAREST))


BUDGET = "presupuesto"
