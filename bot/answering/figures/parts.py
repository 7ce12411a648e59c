"""«¿En qué se fue?», «¿cómo se reparte?»: the parts of one total, in one stage and period, and their printed total."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.answering.asked.moments import bill_asked
from bot.answering.asked.slots import COUNTRY, STATE, concepts_asked, names_asked
from bot.answering.derived.arithmetic import share
from bot.answering.derived.sums import of_a_shared_stage
from bot.answering.figures.amounts import amount
from bot.answering.figures.caveats import notes_of
from bot.answering.figures.choosing import ATTRIBUTION, RANK, choose, figures_of, without_repeats
from bot.answering.figures.each_candidate import amount_facts
from bot.answering.figures.labels import facts_behind
from bot.answering.figures.lenders import lent_by_each
from bot.answering.figures.only_near import OF_TOWNS
from bot.answering.otherwise.missing import missing
from bot.answering.search.queries import query_of
from bot.answering.search.selecting import facts_of, is_about, meant
from bot.answering.search.shelves import Shelves
from bot.answering.search.timely import ended, timely
from bot.answering.statements.evidence import told_of
from bot.domain.answer import Answer, Figure, Found, Note, Role
from bot.domain.ledger import Concept, Fact
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
