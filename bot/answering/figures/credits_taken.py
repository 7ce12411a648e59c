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
from bot.domain.answer import Confidence, Found, Missing, Note
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


def debt_of_governments(reading: Interpretation, shelves: Shelves, today: date) -> Found | Missing | None:
    """What each government left, or the credits that one of them took."""
    return left_by_each(reading, shelves, today) or credits_taken(reading, shelves)


def credits_taken(reading: Interpretation, shelves: Shelves) -> Found | Missing | None:
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
        return missing(reading, shelves)
    query = query_of(reading, [])
    if query.start is None:
        return None
    lent = [f for f in shelves.descriptors.all_facts() if f.series.concept.id == LOAN_MEASURE and f.stage is Stage.CONTRACTED and f.period]
    signed = without_repeats(fact for fact in timely(lent, query) if fact.confidence is not Confidence.LOW)
    if not signed:
        return None
    # of some credits no amount was published
    found = Found(reading, figures_of(sorted(signed, key=lambda fact: fact.period.label if fact.period else "")), notes=(PARTIAL,))
    match = shelves.faq.best_about(reading)
    entry = shelves.faq.open(match.entry) if match and match.score >= FAQ_CLEAR else None
    told = {id for figure in found.figures for id in figure.fact_ids}
    speaks = entry and any(told & set(figure.fact_ids) for figure in entry.figures)
    return replace(found, faq=entry) if speaks else found
