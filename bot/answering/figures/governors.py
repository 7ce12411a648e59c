"""«¿Qué gobernador dejó más deuda?»: what was owed when each government ended, and what was paid or received under each."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.answering.asked.default_measures import DEFAULT_MEASURES
from bot.answering.asked.periods import AROUND
from bot.answering.asked.slots import STATE
from bot.answering.figures.amounts import surest
from bot.answering.figures.choosing import choose, figures_of
from bot.answering.figures.each_candidate import at_one_time
from bot.answering.figures.labels import first_upper, of_name
from bot.answering.figures.rankings import from_most
from bot.answering.search.queries import query_of
from bot.answering.search.selecting import meant
from bot.answering.search.shelves import Shelves
from bot.domain.answer import Figure, Found, Note
from bot.domain.ledger import Fact
from bot.domain.period import AskedPeriod
from bot.domain.reading import Act, Interpretation, Topic
from bot.domain.vocabulary import Term
from bot.language.folding import fold

BALANCE = DEFAULT_MEASURES[Topic.DEBT]
OF_EACH = re.compile(
    r"\b(?:que|cual(?: de los)?|cada|con que|que otro) (?:ex ?)?(?:gobernador\w*|gobiernos?|sexenios?|administraci\w+)\b"
    r"|\bgobernador\w* (?:que |con )|\bquien(?:es)? (?:fue (?:el|la) que )?(?:mas )?(?:nos |al estado )?"
    r"(?:mas )?(?:dejo|dejaron|entrego|heredo|endeudo|endeudaron)\b"
    r"|\bquien(?:es)? (?:fue (?:el|la) que )?(?:mas (?:dinero |deuda )?(?:pidio|pidieron|contrato)|(?:pidio|pidieron|contrato) mas)\b"
)
LEFT = re.compile(r"\b(?:dej|entreg|hered|endeud|crec|aument|subi)\w*|\bcon (?:mas|menos|mayor|menor) deuda\b|\bdebia\w*")
# What grew is read from one end to the next, in the order of time.
GREW = re.compile(r"\b(?:endeud|crec|aument|subi)\w*")
TO_THE_NEXT = re.compile(r"\ble (?:dej|entreg|hered)\w*")
COMPARED = frozenset({Act.RANKING, Act.COMPARE, Act.WHO})
RANKED = COMPARED | {Act.AMOUNT, Act.LIST}


def left_by_each(reading: Interpretation, shelves: Shelves, today: date) -> Found | None:
    """The balance at the end of each government named, or of all where none is, best founded claims only. None where something else is
    asked."""
    typed = fold(reading.asked)
    named = {mention.clave for mention in reading.of_kind("gobierno")}
    others = [m for m in reading.mentions if m.kind not in ("gobierno", "estado") and m.clave != BALANCE]
    if reading.topic is not Topic.DEBT or reading.act not in RANKED or others or reading.amounts or reading.years or reading.per:
        return None
    # «¿cuánta deuda le dejó Amalia a Alonso?» is of one moment
    several = len(named) > 1 and reading.act in COMPARED and not TO_THE_NEXT.search(typed)
    if not LEFT.search(typed) or not (several or (not named and OF_EACH.search(typed))):
        return None
    terms = [term for term in shelves.terms.values() if term.kind == "gobierno" and (term.clave in named or not named)]
    ended = [(end, term) for term in terms if (end := term.end) and end < today]
    left = [balances_at(end, term, reading, shelves) for end, term in sorted(ended, key=lambda one: one[0])]
    told = [figures for figures in left if figures]
    if len(told) < 2:
        return None
    if reading.act in COMPARED and not GREW.search(typed):
        told.sort(key=lambda figures: max(figure.amount for figure in figures), reverse=from_most(reading))
    notes = (Note("sources_disagree"),) if any(len(figures) > 1 for figures in told) else ()
    return Found(reading, tuple(figure for figures in told for figure in figures), notes=notes)


def balances_at(end: date, government: Term, reading: Interpretation, shelves: Shelves) -> tuple[Figure, ...]:
    moment = AskedPeriod("handover", (end.year,), end - AROUND[0], end + AROUND[1], "")
    asked = replace(reading, act=Act.AMOUNT, mentions=(), measure=BALANCE, period=moment)
    found = choose(shelves.descriptors.of_concept(BALANCE, STATE), query_of(asked, []))
    figures = figures_of(surest([fact for fact in found.answers if fact.confidence is found.answers[0].confidence]))
    label = f"{first_upper(shelves.concepts[BALANCE].name)} al terminar el gobierno {of_name('', government.short or government.name)}"
    return tuple(replace(figure, label=label) for figure in figures)


def of_each_government(reading: Interpretation, shelves: Shelves) -> list[Interpretation]:
    """«los intereses que pagó Tello o los que lleva David Monreal»: the same of the span of each of two governments, where no years of
    their own were typed."""
    governed = {m.clave: shelves.terms[m.clave] for m in reading.of_kind("gobierno")}
    spans = sorted((term.start, term.end, clave, term.name) for clave, term in governed.items() if term.start and term.end)
    if len(spans) < 2 or len(reading.years) > 1:
        return []
    found = []
    for start, end, clave, name in spans:
        period = AskedPeriod("range", tuple(range(start.year, end.year + 1)), start, end, name)
        kept = tuple(m for m in reading.mentions if m.kind != "gobierno" or m.clave == clave)
        found.append(replace(reading, period=period, mentions=kept))
    return found


def under_each_government(reading: Interpretation, shelves: Shelves) -> Found | None:
    """What was paid or received under each, by the longest span published of it: terms differ in length, so nothing is taken from another.
    None where one of them has nothing of a span of its own."""
    facts = []
    for one in of_each_government(reading, shelves):
        told = [fact for fact in at_one_time(one, meant(one, shelves), shelves) if fact.series.concept.flow == "flujo" and fact.period]
        longest = max((days_of(fact) for fact in told), default=0)
        facts += [fact for fact in told if days_of(fact) == longest > A_YEAR][:1]
    figures = figures_of(facts)
    alike = len({(fact.series.concept.id, fact.stage) for fact in facts}) == 1
    return Found(reading, figures) if len(figures) > 1 and alike else None


A_YEAR = 366


def days_of(fact: Fact) -> int:
    return (fact.period.end - fact.period.start).days if fact.period else 0
