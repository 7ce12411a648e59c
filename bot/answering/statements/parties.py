"""What is told of whoever is named: those who asked for money, said a number, lent or were audited."""

from __future__ import annotations

import re

from bot.answering.asked.slots import without_said
from bot.answering.figures.choosing import figures_of
from bot.answering.figures.conflicts import MOST_CLAIMS
from bot.answering.search.index import content_words, forms, forms_of
from bot.answering.search.shelves import Shelves
from bot.answering.statements.evidence import figures_told
from bot.answering.statements.nearest import AUDIT, CREDIT_WORDS, MOST
from bot.answering.statements.records import merged, period_fit
from bot.domain.answer import Found
from bot.domain.ledger import Record
from bot.domain.reading import Act, Interpretation, Topic
from bot.language.folding import fold, words

ASF = "auditoria superior de la federacion"


def audit_of(reading: Interpretation, shelves: Shelves) -> Found | None:
    """«¿qué número de auditoría le tocó a Trancoso?»: what is told of the audits of the towns named."""
    towns = {mention.clave for mention in reading.of_kind("municipio")}
    whom = reading.act is Act.WHO and any(mention.clave == ASF for mention in reading.mentions)
    if not (towns or whom) or not any(word.startswith(AUDIT[:5]) for word in words(reading.asked)):
        return None
    kept = [one for one in shelves.records.all() if one.kind == AUDIT and one.subject and (one.subject.clave in towns or not towns)]
    told = [record for record in kept if period_fit(record.date, reading) >= 0]
    return Found(reading, statements=merged(told)) if told else None


# Of a statement about somebody who was named, and of the very time asked, this much of the question is enough.
LEAST_OF_PARTY = 0.35


def told_of_party(reading: Interpretation, shelves: Shelves) -> Found | None:
    """«¿cuánto pedían los alcaldes priistas en diciembre de 2015?»: those who asked own no money, so no figure is theirs; the statement
    that names them, of that time, and the figure it prints. A rating agency or a court owns none at all: what it said, with its number."""
    # a governor named says of which years the question is
    typed = forms_of(words(without_said(reading, "gobierno")))
    voices = {m.clave for m in reading.of_kind("institucion", "banco")} - shelves.descriptors.owners
    for match in shelves.records.find(reading, Act.WHO)[: MOST[Act.LIST]]:
        if match.unmatched or match.covered < LEAST_OF_PARTY or period_fit(match.record.date, reading) < 0:
            continue
        party, dated = content_words(match.record.party), period_fit(match.record.date, reading) > 0
        if dated and len(party) > 1 and all(set(forms(word)) & typed for word in party):
            figures = figures_of(figures_told([match.record], shelves)[:MOST_CLAIMS])
            return Found(reading, figures, merged([match.record])) if figures else None
        if voices & shelves.records.parties(match.record) and PRINTED.search(match.record.text):
            return Found(reading, statements=merged([match.record]))
    return None


# «de 26.9% a 14.8%», «30 días», «AA-(mex)»
PRINTED = re.compile(r"\d ?%|\b\d{1,3}(?:\.\d+)? \w+|\b(?:A{1,3}|B{2,3})[+-]?\(mex\)")


def lenders(reading: Interpretation, shelves: Shelves) -> list[Record]:
    """«¿quién le prestó al estado en 2011?»: the credits of that time, with who lent."""
    spoken = any(word.startswith(CREDIT_WORDS) for word in words(reading.asked))
    if spoken and reading.topic is Topic.DEBT and WHICH_BANKS.search(fold(reading.asked)) and (under := lent_under(reading, shelves)):
        return under
    if reading.act is not Act.WHO or reading.topic is not Topic.DEBT or not spoken:
        return []
    if reading.period is None or reading.of_kind("prestamo", "banco", "institucion"):
        return []
    return [one for one in shelves.records.all() if one.kind == "credito" and one.date and period_fit(one.date, reading) > 0]


WHICH_BANKS = re.compile(
    r"\b(?:que|cuales|cual) (?:fueron los |eran los )?(?:bancos?|acreedor\w*)\b|\bquien(?:es)? (?:prest|lo prest|los prest)"
)


def lent_under(reading: Interpretation, shelves: Shelves) -> list[Record]:
    """«¿con qué bancos se firmaron los créditos del rescate financiero?»: the credits signed under the programme named, which bear its
    name; empty where fewer than two do."""
    named = [set(content_words(fold(m.said))) - set(map(str, reading.years)) for m in reading.of_kind("prestamo") if m.said]
    own = {word for said in named for word in said if not word.isdigit()}
    kept = [one for one in shelves.records.all() if one.kind == "credito" and one.date]
    under = [one for one in kept if own and own <= set(words(one.text)) and one.party]
    return under if len({one.party for one in under}) > 1 else []
