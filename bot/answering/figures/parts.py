"""«¿En qué se fue?», «¿cómo se reparte?»: the parts of one total, in one stage and period, and their printed total."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.answering.asked.moments import bill_asked
from bot.answering.asked.slots import names_asked
from bot.answering.derived.arithmetic import share
from bot.answering.figures.amounts import amount
from bot.answering.figures.caveats import notes_of
from bot.answering.figures.choosing import RANK, figures_of
from bot.answering.figures.each_candidate import amount_facts
from bot.answering.figures.labels import facts_behind
from bot.answering.figures.lenders import lent_by_each
from bot.answering.figures.sets_of_parts import parts_named, parts_of, parts_of_concept, parts_of_fact, parts_of_state
from bot.answering.otherwise.missing import missing
from bot.answering.search.queries import query_of
from bot.answering.search.shelves import Shelves
from bot.answering.search.timely import timely
from bot.answering.statements.evidence import told_of
from bot.domain.answer import Answer, Figure, Found, Note, Role
from bot.domain.ledger import Fact
from bot.domain.reading import Act, Interpretation, Topic
from bot.domain.stage import Stage
from bot.language.folding import fold, words

MOST_PARTS = 12
MOST_TOLD = 3
# Parts rounded to millions may pass their total by this much; more means that they overlap.
ROUNDING = Decimal("0.005")


def breakdown(reading: Interpretation, shelves: Shelves, today: date) -> Answer | None:
    """The first set of parts among the candidates; else the total alone, saying that nobody published its parts."""
    if asks_each_kind(reading, shelves) or lent_by_each(reading, shelves):
        return amount(replace(reading, act=Act.AMOUNT), shelves, today)
    parts = (
        parts_of_fact(reading, shelves)
        or parts_of_state(reading, shelves)
        or parts_named(reading, shelves)
        or parts_of(reading, shelves)
        or parts_of_concept(reading, shelves)
    )
    if not parts:
        whole = amount(reading, shelves, today)
        return _undivided(whole, shelves) if isinstance(whole, Found) else whole
    if is_of_another_moment(parts, reading):
        near = [fact for fact in parts if fact.total] or parts
        return missing(replace(reading, stage=bill_asked(reading)), shelves, figures_of(near[:2], Role.NEAREST))
    wholes = {fact.part_of for fact in parts}
    totals = [fact for fact in parts if fact.total or fact.id in wholes]
    members = sorted(
        that_add_up([fact for fact in parts if fact not in totals], totals), key=lambda fact: (-fact.amount, RANK[fact.confidence])
    )
    figures = figures_of(members[:MOST_PARTS])
    notes = [Note("partial_list")] if not totals or len(members) > MOST_PARTS else []
    if reading.period is None:
        notes.append(Note("assumed_latest_period"))
    whole_figures = figures_of(totals, Role.CONTEXT)
    if len(whole_figures) == 1 and sum(part.amount for part in figures) > whole_figures[0].amount * (1 + ROUNDING):
        return Found(reading, (*figures, *whole_figures), notes=(*notes, Note("overlapping_scopes")))
    return Found(reading, (*figures, *whole_figures, *_shares(figures, whole_figures)), notes=tuple(notes))


def is_of_another_moment(parts: Sequence[Fact], reading: Interpretation) -> bool:
    """«¿cómo venía repartido el dictamen de 2024?», of which the law is published by branch, and the committee's of 2016."""
    bill = bill_asked(reading) if reading.topic is Topic.BUDGET and not reading.amounts else None
    voted = bill is not None and all(fact.stage is Stage.APPROVED for fact in parts)
    dated = [fact for fact in parts if fact.stage is bill and fact.period]
    return voted or (bill is not None and bool(dated) and not timely(dated, query_of(reading, [])))


def that_add_up(members: Sequence[Fact], totals: Sequence[Fact]) -> Sequence[Fact]:
    """Of parts that pass their total, those of one concept that are exactly it: «otra iniciativa, de 3,200 millones» holds two of the
    destinations of the 8,900 again."""
    if len(totals) != 1 or sum(fact.amount for fact in members) <= totals[0].amount:
        return members
    for concept in dict.fromkeys(fact.series.concept.id for fact in members):
        alike = [fact for fact in members if fact.series.concept.id == concept]
        if len(alike) > 1 and sum(fact.amount for fact in alike) == totals[0].amount:
            return alike
    return members


def asks_each_kind(reading: Interpretation, shelves: Shelves) -> bool:
    """«¿cuánto a corto plazo y cuánto a largo plazo?»: the kinds named, not what one of them is divided into."""
    parents = [shelves.concepts[concept].parent for concept in reading.concepts if concept in shelves.concepts]
    return len(parents) > 1 and bool(parents[0]) and len(set(parents)) == 1 and words(reading.asked).count("cuanto") > 1


def _undivided(whole: Found, shelves: Shelves) -> Found:
    """The total alone, with what is told of it in words."""
    facts = facts_behind(whole.figures, shelves.ledger)
    told = tuple(dict.fromkeys((*whole.statements, *told_of(facts, shelves, "destino")[:MOST_TOLD])))
    return Found(whole.reading, whole.figures, told, notes=(*whole.notes, Note("not_broken_down")))


def _shares(parts: Sequence[Figure], totals: Sequence[Figure]) -> Iterable[Figure]:
    if len(totals) != 1:
        return
    for part in parts:
        if found := share(part, totals[0], Role.CONTEXT):
            yield found


# «¿y de eso cuánto era de la UAZ?»
OF_THAT = re.compile(r"\b(?:de|dentro de) (?:eso|esos|esas|ese (?:total|dinero|monto)|esa (?:cantidad|suma|cifra)|ahi|ello|tod[oa] eso)\b")


def part_of_before(reading: Interpretation, before: Interpretation, shelves: Shelves) -> Found | None:
    """Of the figure that ``before`` was told, its published parts that bear the name asked now; None where it has none."""
    typed = fold(reading.asked)
    if not OF_THAT.search(typed):
        return None
    named = {m.clave for m in names_asked(reading) if m.said and fold(m.said) in typed}
    wholes = [fact for _, facts in amount_facts(before, shelves) for fact in facts] if named else []
    parts = [part for whole in wholes for part in shelves.descriptors.parts_of(whole) if part.series.subject.clave in named]
    return Found(reading, figures_of(parts), notes=notes_of(replace(reading, amounts=()), parts, ())) if parts else None
