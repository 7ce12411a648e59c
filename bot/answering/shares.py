"""«¿Qué porcentaje?»: what part of a whole a figure is, when nobody printed the percentage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.amounts import amount_facts, query_of
from bot.answering.asked import concepts_asked
from bot.answering.choosing import choose, figures_of
from bot.answering.derived import share
from bot.answering.preparing import DEFAULT_MEASURES
from bot.answering.selecting import facts_of, is_about
from bot.answering.shelves import Shelves
from bot.domain.answer import Figure, Found, Role
from bot.domain.ledger import Fact
from bot.domain.reading import Interpretation, Mention
from bot.language.folding import words

# The whole a figure is part of when the question leaves it unsaid, by concept of the part.
WHOLES = {"presupuesto": "presupuesto", "presupuesto-deuda": "presupuesto"}
STATE = "zacatecas"
# Concepts that are only ever the whole of a share.
BASES = frozenset({"pib-corriente", "pib-constante", "poblacion"})


def share_of_whole(reading: Interpretation, shelves: Shelves) -> Found | None:
    """The percentage with its two inputs; None when part and whole of one stage, unit and period are not both published."""
    for part_reading in part_readings(reading):
        for part, facts in [*amount_facts(part_reading, shelves)[:3], *alike(part_reading, shelves)]:
            for whole in wholes_for(facts[0] if facts else None, part, reading, shelves):
                found = share(part, whole)
                if found and 0 < part.amount < whole.amount:
                    return Found(reading, (found, replace(part, role=Role.INPUT), replace(whole, role=Role.INPUT)))
    return None


def alike(reading: Interpretation, shelves: Shelves) -> list[tuple[Figure, list[Fact]]]:
    """What the other series of the concept named say of the same names and period: the part may stand behind a sister."""
    found: list[tuple[Figure, list[Fact]]] = []
    for candidate in shelves.finder.rank(reading):
        if is_about(candidate) and candidate.concept_hit and candidate.descriptor.concept in concepts_asked(reading):
            answers = choose(facts_of([candidate], shelves), query_of(reading, [candidate])).answers
            found += [(figure, [fact for fact in answers if fact.id in figure.fact_ids]) for figure in figures_of(answers)]
    return found


def part_readings(reading: Interpretation) -> Sequence[Interpretation]:
    """The reading as it is, and with each concept named taken as the part alone (the last one named is the likelier part)."""
    concepts = concepts_asked(reading)
    if concepts and set(concepts) <= BASES and reading.topic in DEFAULT_MEASURES:
        measure = DEFAULT_MEASURES[reading.topic]
        part = (*(m for m in reading.mentions if m.kind != "concepto"), Mention("concepto", measure, "", 0, 0))
        return (replace(reading, mentions=part, measure=measure),)
    if len(concepts) < 2:
        return (reading,)
    return tuple(
        replace(reading, mentions=tuple(m for m in reading.mentions if m.kind != "concepto" or m.clave == part))
        for part in reversed(concepts)
    )


def wholes_for(fact: Fact | None, part: Figure, reading: Interpretation, shelves: Shelves) -> list[Figure]:
    """Candidates for the whole, likeliest first: what was named or typed, the total the part belongs to, the state's own total."""
    found: list[Fact] = []
    own = fact.series.concept.id if fact is not None else ""
    for concept in (concept for concept in concepts_asked(reading) if concept != own):
        if fact is not None:
            found += shelves.descriptors.of_concept(concept, fact.series.subject.clave)
            found += [kind for kind in shelves.descriptors.kinds_of(concept, fact.series.subject.clave) if kind.series.concept.id != own]
        found += shelves.descriptors.of_concept(concept, STATE)
    if fact is not None and not found:
        found += [other for other in [shelves.ledger.fact(fact.part_of)] if other]
        found += [other for other in shelves.ledger.group(fact.group) if other.total] if fact.group else []
        found += [f for f in shelves.descriptors.all_facts() if any(abs(f.amount - asked) * 200 <= asked for asked in reading.amounts)]
        found += shelves.descriptors.of_concept(WHOLES.get(fact.series.concept.id, fact.series.concept.parent), STATE)
    if fact is not None and not found:
        near = [c for c in shelves.finder.rank(reading) if is_about(c) and c.series[0].subject == fact.series.subject]
        found += facts_of(near[:6], shelves)
    fit = [one for one in found if one.stage in (part.stage, None) and same_time(part, one)]
    return list(figures_of(fit))


def same_time(part: Figure, whole: Fact) -> bool:
    """Of the same period, or of the year by which the part is named («aguinaldo 2021», paid in 2023); a yearly base without stage (GDP)
    also serves a date inside its year."""
    if part.period is None or whole.period is None:
        return False
    if whole.period.label.isdigit() and whole.period.label in words(part.label):
        return True
    inside = whole.period.start <= part.period.start and part.period.end <= whole.period.end
    return whole.period.label == part.period.label or (whole.stage is None and inside)
