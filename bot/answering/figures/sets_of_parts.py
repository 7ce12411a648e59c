"""The facts that are parts of one whole: of the figure asked or typed, of a group, of a concept, of the bodies listed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.answering.asked.slots import COUNTRY, STATE, concepts_asked, names_asked
from bot.answering.derived.sums import of_a_shared_stage
from bot.answering.figures.choosing import ATTRIBUTION, choose, without_repeats
from bot.answering.figures.each_candidate import amount_facts
from bot.answering.figures.only_near import OF_TOWNS
from bot.answering.search.queries import query_of
from bot.answering.search.selecting import facts_of, is_about, meant
from bot.answering.search.shelves import Shelves
from bot.answering.search.timely import ended, timely
from bot.domain.ledger import Concept, Fact
from bot.domain.reading import Interpretation
from bot.language.folding import fold


def parts_of_fact(reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """The figure the question would get as an amount, and the facts published as its parts: «¿a quién se debían los 4,939 millones?»."""
    if typed := parts_of_typed(reading, shelves):
        return typed
    for _, facts in amount_facts(reading, shelves):
        for fact in facts:
            for children in (shelves.descriptors.parts_of(fact), shelves.ledger.group(fact.group) if fact.total else ()):
                members = [child for child in without_repeats(children) if child.id != fact.id]
                members = of_the_measure(members, reading)
                if len(members) > 1:
                    return [*members, fact]
            if len(kinds := shelves.descriptors.kinds_beside(fact)) > 1:
                return [*kinds, fact]
    return []


def parts_of_typed(reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """«la deuda del Cobaez de 748 millones: terreno, quita y saldo»: the whole is the figure typed, of the name asked."""
    named = {mention.clave for mention in names_asked(reading)}
    wholes = shelves.descriptors.of_amounts(reading.amounts) if named else []
    for whole in wholes:
        children = of_the_measure(without_repeats(shelves.descriptors.parts_of(whole)), reading)
        if whole.series.subject.clave in named and len(children) > 1:
            return [*children, whole]
    return []


def parts_of(reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """Facts of one group, stage and period (the latest when none was asked), total included."""
    ranked = [candidate for candidate in shelves.finder.rank(reading) if is_about(candidate)]
    ranked = [candidate for candidate in ranked if candidate.concept_hit] or ranked
    best = ranked[0].score if ranked else 0.0
    for candidate in ranked[:8]:
        if candidate.score < best - 0.4:
            break
        query = query_of(reading, [candidate], whole_series=True)
        own = [fact for series in candidate.series for fact in shelves.descriptors.facts(series)]
        if reading.amounts or ATTRIBUTION & set(reading.words):
            own = [fact for fact in own if fact in choose(own, query_of(reading, [candidate])).answers]
        stage = reading.stage or (query.hint if any(fact.stage is query.hint for fact in timely(own, query)) else None)
        fit = timely([fact for fact in own if stage in (None, fact.stage)], query)
        grouped = sorted((fact for fact in fit if fact.group), key=lambda fact: (fact.total, ended(fact)), reverse=True)
        for fact in grouped:
            members = without_repeats(shelves.ledger.group(fact.group))
            members = [member for member in members if stage in (None, member.stage)]
            members = [*timely((m for m in members if not m.total), query), *(m for m in members if m.total)]
            if candidate.descriptor.municipal and reading.of_kind("municipio"):
                members = [member for member in members if member.series.subject == fact.series.subject]
            members = of_the_measure(members, reading)
            if sum(not member.total for member in members) > 1 and not is_one_of(members, reading):
                return members
    return by_counterpart(reading, shelves)


def of_the_measure(members: Sequence[Fact], reading: Interpretation) -> list[Fact]:
    """«destino de los 8,900 millones»: what is measured otherwise («otra iniciativa, de 3,200 millones») is no destination, while two
    parts or more are of the very concept. A list of concepts («intereses, capital, comisiones y adeudos») names the parts themselves,
    and stands for all of them."""
    owned = {(member.series.concept.id, member.series.concept.parent) for member in members if not member.total}
    if sum(any(concept in pair for pair in owned) for concept in reading.concepts) > 1:
        return list(members)
    measured = [member for member in members if member.total or member.series.concept.id in reading.concepts]
    return measured if sum(not member.total for member in measured) > 1 else list(members)


def parts_named(reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """«entre el Ejecutivo, el Legislativo y el Judicial»: the group in which the bodies listed stand side by side, whole."""
    bodies = reading.of_kind("institucion")
    if len(bodies) < 2 or reading.amounts:
        return []
    of_each: list[set[str]] = []
    for body in bodies:
        alone = replace(reading, mentions=tuple(m for m in reading.mentions if m is body or m not in bodies))
        best = [each for each in shelves.finder.rank(alone, 3) if is_about(each) and each.timely > 0][:2]
        own = timely((fact for each in best for fact in facts_of([each], shelves)), query_of(alone, best, whole_series=True))
        of_each.append({fact.group for fact in own if fact.group and reading.stage in (None, fact.stage)})
    shared = Counter(group for groups in of_each for group in groups)
    group, bearers = max(shared.items(), key=lambda each: (each[1], each[0]), default=("", 0))
    return without_repeats(shelves.ledger.group(group)) if bearers > len(bodies) / 2 and bearers > 1 else []


LISTED = re.compile(r"\bentre\b|[,;:]")


def is_one_of(members: Sequence[Fact], reading: Interpretation) -> bool:
    """The one body or the one concept named is itself a part, beside others: its sisters are not what it was divided into. In a list
    («entre Ejecutivo, Legislativo y Judicial») it stands for all of them."""
    typed = reading.asked
    for mention in reading.of_kind("concepto"):
        typed = typed.replace(mention.said, "") if mention.said else typed
    if LISTED.search(typed):
        return False
    measured = {member.series.concept.id for member in members if not member.total}
    if len(reading.concepts) == 1 and set(reading.concepts) < measured:
        return True
    named = {mention.clave for mention in names_asked(reading) if fold(mention.said) in fold(reading.asked)}
    owners = {member.series.subject.clave for member in members if not member.total}
    return len(named) == 1 and named < owners


def parts_of_concept(reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """The concepts a concept is made of, for the same subject: the income of a municipality by origin."""
    picked = meant(reading, shelves)
    if not picked:
        return []
    subject = picked[0].series[0].subject.clave
    for id in dict.fromkeys((picked[0].descriptor.concept, *made_of_asked(reading, shelves), *concepts_asked(reading))):
        concept = shelves.concepts.get(id)
        made = concept.parts if concept else ()
        if concept and not made and not any(each.concept == id for each in shelves.descriptors.descriptors):
            # «¿cuánto pone cada quien de cuotas?»: only the kinds are published
            made = tuple(kind.id for kind in shelves.concepts.values() if kind.parent == id)
        if concept and made and not (id in reading.concepts and asks_beside(concept, reading)):
            # where no time is asked, the last one that the parts share is not always the last of each
            query = query_of(reading, picked, whole_series=reading.period is None)
            return of_one_period([f for part in made for f in choose(shelves.descriptors.of_concept(part, subject), query).answers])
    return []


def parts_of_state(reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """«de lo que el estado recauda por su cuenta, ¿qué le dejó más?»: what the concept asked is made of, unless it is asked of towns."""
    if OF_TOWNS.search(fold(reading.asked)) or reading.of_kind("municipio", "institucion"):
        return []
    made = [shelves.concepts[id] for id in concepts_asked(reading) if id in shelves.concepts and shelves.concepts[id].parts]
    if not made or asks_beside(made[0], reading):
        return []
    query = query_of(reading, [])
    for owner in (STATE, COUNTRY):
        of_owner = [choose(shelves.descriptors.of_concept(part, owner), query).answers for part in made[0].parts]
        found = of_a_shared_stage(of_owner) or [fact for answers in of_owner for fact in answers]
        if len({fact.series.id for fact in found}) > 1:
            return found
    return []


def asks_beside(concept: Concept, reading: Interpretation) -> bool:
    """«¿cuánto es federal y cuánto propio?»: something else is asked beside the concept, so its parts do not answer."""
    return not set(concepts_asked(reading)) <= {concept.id, concept.parent, *concept.parts}


def made_of_asked(reading: Interpretation, shelves: Shelves) -> list[str]:
    """The concepts of which two or more asked ones are parts: «cuánto de participaciones, cuánto de aportaciones y cuánto propio»."""
    asked = set(concepts_asked(reading))

    def hits(parts: Iterable[str]) -> int:
        return sum(bool({part, shelves.concepts[part].parent} & asked) for part in parts if part in shelves.concepts)

    return [concept.id for concept in shelves.concepts.values() if hits(concept.parts) > 1]


def of_one_period(facts: Sequence[Fact]) -> list[Fact]:
    """Parts of different years are not one breakdown: the period that most parts share, the latest on a tie."""
    labels = Counter(fact.period.label if fact.period else "" for fact in facts)
    best = max(labels, key=lambda label: (labels[label], label), default="")
    return [fact for fact in facts if (fact.period.label if fact.period else "") == best]


def by_counterpart(reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """Where no group was declared: the destinations of the same programme or loan, one concept, each its own counterpart."""
    picked = meant(reading, shelves)
    if not picked:
        return []
    best = picked[0].series[0]
    mates = [
        one
        for candidate in shelves.finder.rank(reading, 80)
        for one in candidate.series
        if one.subject == best.subject and one.concept == best.concept and one.counterpart
    ]
    found = [fact for one in mates for fact in choose(shelves.descriptors.facts(one), query_of(reading, picked)).answers]
    return found if len({fact.series.counterpart for fact in found}) > 1 else []
