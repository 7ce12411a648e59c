"""«¿Con Monreal no se ha contratado deuda?», «¿quién dejó más?»: the credits signed in the time asked, what each government left."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.answering.asked.slots import LOAN_MEASURE, asked_words
from bot.answering.figures.choosing import figures_of, without_repeats
from bot.answering.figures.governors import BALANCE, OF_EACH, left_by_each
from bot.answering.otherwise.missing import missing
from bot.answering.search.queries import query_of
from bot.answering.search.shelves import Shelves
from bot.answering.search.timely import timely
from bot.answering.statements.faq import FAQ_CLEAR
from bot.domain.answer import Confidence, Explained, Found, Missing, Note
from bot.domain.reading import Act, Interpretation, Topic
from bot.domain.stage import Stage
from bot.language.folding import fold

TAKES = r"(?:contrat|contra(?:jo|ido|er)|pidi|pedi|solicit|adquir|tom(?:o|aron|ado)|sac(?:o|aron|ado)|endeud)\w*"
OWED = r"(?:deudas?|creditos?|prestamos?|emprestitos?|prestado)"
TAKEN = re.compile(rf"\b{TAKES}\b(?: \w+){{0,5}}? {OWED}\b|\b{OWED}\b(?: \w+){{0,5}}? {TAKES}\b|\bendeud(?:o|ado|aron)\b")
# Beside these, a word says of which credits, or what for.
PLAIN = re.compile(
    rf"(?:{TAKES}|{OWED}|nuev[oa]s?|sexenio|gobierno|gobernador|administracion|lista|peso|algun[oa]?s?|ningun[oa]?|estado|zacatecas)$"
)
ASKED = frozenset({Act.AMOUNT, Act.STATUS, Act.LIST, Act.SOURCE, Act.RANKING})
MEASURED = frozenset({BALANCE, LOAN_MEASURE})
# «ni un peso»
NO_AMOUNT = 1000
PARTIAL = Note("partial_list")


def none_signed(reading: Interpretation, shelves: Shelves) -> Explained | Missing | None:
    """«¿van a pedir prestado en 2026?»: what staff wrote of that year, else no credit of then was published."""
    match = shelves.faq.best_about(reading)
    if match and match.score >= FAQ_CLEAR and any(str(year) in match.entry.question + match.entry.answer for year in reading.years):
        return Explained(reading, shelves.faq.open(match.entry))
    said = reading.period.said if reading.period else ""
    return replace(missing(reading, shelves), subject=f"créditos contratados por el estado, {said}") if reading.years else None


def debt_of_governments(reading: Interpretation, shelves: Shelves, today: date) -> Found | Explained | Missing | None:
    """What each government left, or the credits that one of them took."""
    return left_by_each(reading, shelves, today) or credits_taken(reading, shelves)


def credits_taken(reading: Interpretation, shelves: Shelves) -> Found | Explained | Missing | None:
    """None where more than that is asked, or no time, or nothing was signed in it. How much each government took nobody added up."""
    typed = fold(reading.asked)
    named = [m for m in reading.mentions if m.kind not in ("gobierno", "estado") and m.clave not in MEASURED]
    if reading.topic is not Topic.DEBT or reading.act not in ASKED or named or any(a > NO_AMOUNT for a in reading.amounts):
        return None
    if not all(PLAIN.match(word) for word in asked_words(reading)):
        return None
    # a year's credits are listed as documents tell them
    listed = reading.act is Act.LIST
    if (listed and not reading.of_kind("gobierno")) or not (listed or TAKEN.search(typed)):
        return None
    if not reading.period and OF_EACH.search(typed):
        return replace(missing(reading, shelves), subject="deuda contratada en cada gobierno")
    query = query_of(reading, [])
    if query.start is None:
        return None
    lent = shelves.descriptors.by_measure[LOAN_MEASURE]
    dated = timely((fact for fact in lent if fact.period), query)
    # what was signed bears no date where only the offer before it does: «Banorte 17»
    offers = {(fact.series.subject.id, fact.conflict) for fact in dated if fact.conflict and fact.confidence is Confidence.HIGH}
    undated = [fact for fact in lent if fact.period is None and (fact.series.subject.id, fact.conflict) in offers]
    sure = (f for f in (*dated, *undated) if f.stage is Stage.CONTRACTED and f.confidence is not Confidence.LOW)
    signed = without_repeats(sure)
    if not signed:
        # «¿cuánto pidió en 2015?»: what was asked for then, and not signed
        return None if dated else none_signed(reading, shelves)
    # of some credits no amount was published
    found = Found(reading, figures_of(sorted(signed, key=lambda fact: fact.period.label if fact.period else "")), notes=(PARTIAL,))
    match = shelves.faq.best_about(reading)
    entry = shelves.faq.open(match.entry) if match and match.score >= FAQ_CLEAR else None
    told = {id for figure in found.figures for id in figure.fact_ids}
    speaks = entry and any(told & set(figure.fact_ids) for figure in entry.figures)
    return replace(found, faq=entry) if speaks else found
