"""Which loan is meant when it is named by the day it was signed: «lo que se debía del crédito que firmaron en enero de 2012»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.answering.asked.periods import period_in
from bot.answering.asked.slots import LOAN_MEASURE, is_typed, telling
from bot.answering.search.shelves import Shelves
from bot.domain.ledger import Record
from bot.domain.reading import Interpretation, Mention, Topic
from bot.domain.vocabulary import Term
from bot.language.folding import fold, words
from bot.language.years import MONTHS

LOAN = "prestamo"
SIGNED = re.compile(
    r"\b(?:credito|prestamo|emprestito|contrato|factoraje|refinanciamiento)s?\b(?: \w+){0,4}? "
    r"(?:firm|contrat|adquir|sac|otorg|inscri|suscri|autoriz|ped|pid|prest|dio\b|dieron\b)\w*(?: \w+){0,3}? "
    rf"((?:(?:{'|'.join(MONTHS)}) )?(?:de |del |d )?(?:(?:19|20)\d\d))\b"
)


def with_loan_signed(reading: Interpretation, shelves: Shelves) -> Interpretation:
    """The same question about the one loan signed then, its date no longer the period asked. Two loans of that date, or none, leave the
    question as it was."""
    if reading.topic is not Topic.DEBT:
        return reading
    if reading.of_kind(LOAN):
        return with_other_of_the_name(reading, shelves)
    typed = " ".join(words(reading.asked))
    if sized := with_loan_of_amount(reading, typed, shelves):
        return sized
    signed = SIGNED.search(typed)
    if signed is None:
        return reading
    when = [word for word in signed.group(1).split() if word not in ("de", "del", "d")]
    banks = {mention.clave for mention in reading.of_kind("banco")}
    loan = one_signed(moment(when), banks, shelves) or (one_signed(when[-1], banks, shelves) if banks else None)
    if loan is None:
        return reading
    rest = f"{typed[: signed.start(1)]} {typed[signed.end(1) :]}".split()
    period = period_in(rest, date.max)
    kept = tuple(mention for mention in reading.mentions if mention.kind != "banco" or mention.clave not in banks)
    said = tuple(word for word in reading.words if word not in when)
    return replace(reading, mentions=(*kept, Mention(LOAN, loan.clave, loan.name, 0, 0)), words=said, period=period)


SIZED = re.compile(r"\b(?:credito|prestamo|emprestito|megacredito|rescate|autorizacion)s?\b(?: \w+){0,4}? \d")


def with_loan_of_amount(reading: Interpretation, typed: str, shelves: Shelves) -> Interpretation | None:
    """«el crédito de 4,897 millones del 2011»: the one loan of that amount; None where none is, or several are."""
    if len(reading.amounts) != 1 or not telling(reading.amounts) or not SIZED.search(typed) or reading.of_kind("banco"):
        return None
    of_amount = shelves.descriptors.of_amounts(reading.amounts)
    lent = {fact.series.subject.clave for fact in of_amount if fact.series.concept.id == LOAN_MEASURE}
    loan = shelves.terms.get(lent.pop()) if len(lent) == 1 else None
    return replace(reading, mentions=(*reading.mentions, Mention(LOAN, loan.clave, loan.name, 0, 0))) if loan else None


def with_other_of_the_name(reading: Interpretation, shelves: Shelves) -> Interpretation:
    """«el segundo crédito de Banobras, el de octubre de 2017», «…, el de 468 millones»: two loans share a name, and the month or the
    amount tells which. The one named keeps it where anything was published of it then, or of that amount."""
    loans, period = reading.of_kind(LOAN), reading.period
    if len(loans) != 1:
        return reading
    banks = {term.clave for term in shelves.terms.values() if term.kind == "banco" and set(words(term.clave)) <= set(words(loans[0].said))}
    if not banks:
        return reading
    own = [fact for fact in shelves.descriptors.all_facts() if fact.series.subject.clave == loans[0].clave]
    other = None
    if len(reading.amounts) == 1 and telling(reading.amounts) and not any(is_typed(fact, reading.amounts) for fact in own):
        lent = {f.series.subject.clave for f in shelves.descriptors.of_amounts(reading.amounts) if f.series.concept.id == LOAN_MEASURE}
        theirs = [term for clave in lent if (term := shelves.terms.get(clave)) and banks & set(words(term.name))]
        other = theirs[0] if len(theirs) == 1 else None
    elif period and period.kind == "month" and period.start and period.end:
        if any(fact.period and fact.period.overlaps(period.start, period.end) for fact in own):
            return reading
        other = one_signed(f"{period.start:%Y-%m}", banks, shelves)
        reading = replace(reading, period=None) if other and other.clave != loans[0].clave else reading
    if other is None or other.clave == loans[0].clave:
        return reading
    rest = tuple(mention for mention in reading.mentions if mention not in loans)
    return replace(reading, mentions=(*rest, Mention(LOAN, other.clave, other.name, 0, 0)))


def contracts(shelves: Shelves) -> Iterator[Record]:
    return (record for record in shelves.records.all() if record.kind == "credito" and record.subject)


def moment(when: list[str]) -> str:
    """«enero 2012» as the ledger dates it: 2012-01."""
    return f"{when[-1]}-{MONTHS[when[0]]:02}" if len(when) > 1 else when[-1]


def one_signed(when: str, banks: set[str], shelves: Shelves) -> Term | None:
    """The only loan with a contract of that date, and of the bank where one was named."""
    found = {
        record.subject.clave
        for record in contracts(shelves)
        if record.subject and record.date.startswith(when) and record.subject.clave in shelves.terms
        if all(set(words(bank)) <= set(words(f"{record.party} {record.subject.name}")) for bank in banks)
    }
    return shelves.terms[found.pop()] if len(found) == 1 else None


CREDIT = ("credito", "prestamo", "emprestito", "deuda", "refinanci", "endeud", "iniciativa", "licitacion", "factoraje")


def without_bare_amount(reading: Interpretation) -> Interpretation:
    """«el monto de capital amortizado» asks for the capital; «monto» alone is the amount of a credit only where one is spoken of."""
    spoken = bool(reading.of_kind("prestamo", "banco")) or any(word.startswith(CREDIT) for word in words(reading.asked))
    if spoken and len(reading.concepts) < 2:
        return reading
    kept = tuple(m for m in reading.mentions if m.clave != LOAN_MEASURE or fold(m.said) != "monto")
    if len(kept) == len(reading.mentions):
        return reading
    left = next((m.clave for m in kept if m.kind == "concepto"), None)
    return replace(reading, mentions=kept, measure=left if reading.measure == LOAN_MEASURE else reading.measure)
