"""«¿Cuál más?», «los cinco que menos»: one concept, stage and period, over municipalities or over the parts of a total."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.answering.asked.moments import hinted_stage
from bot.answering.asked.slots import concepts_asked
from bot.answering.asked.town_money import TO_CLARIFY
from bot.answering.derived.arithmetic import per_person
from bot.answering.figures.amounts import amount
from bot.answering.figures.choosing import choose, figures_of
from bot.answering.figures.credits_held import largest_credits, most_owed_to
from bot.answering.figures.labels import facts_behind, with_role
from bot.answering.figures.points import longest_line
from bot.answering.figures.sets_of_parts import parts_of, parts_of_fact, parts_of_state
from bot.answering.otherwise.missing import missing
from bot.answering.search.candidates import Candidate
from bot.answering.search.index import forms, forms_of
from bot.answering.search.queries import query_of
from bot.answering.search.selecting import LEAST_BESIDE, facts_of, is_about
from bot.answering.search.shelves import Shelves
from bot.domain.answer import Answer, Confidence, Figure, Found, Note, Role
from bot.domain.ledger import Fact
from bot.domain.reading import Act, Interpretation
from bot.domain.stage import Stage
from bot.language.folding import fold, words

DEFAULT_LIMIT = 5
# «¿qué municipio juntó menos impuestos?»: taxes of the state answer for no town
TOWN = re.compile(
    r"\b(?:que|cual|cuales|cual de los)(?: (?:es|son|fue|fueron|era|eran|seria))?(?: (?:el|los|la|las))?(?: (?:\w+))?"
    r" (?:municipios?|ayuntamientos?|alcaldias?)\b"
    # «municipios con más observaciones», «el municipio que menos recibe»
    r"|^\W*(?:(?:el|los|las|dime|top|de|cuales|son|\d+) )*"
    r"(?:municipios?|ayuntamientos?|alcaldias?) (?:con|que|mas|menos|a los que|al que|donde)\b"
)
# «¿cuál municipio tuvo cero por aclarar?»
NOTHING = re.compile(r"\b(?:cero|nada)\b")
WHO = re.compile(r"\b(quien|quienes)\b")
# Where the route of the money begins: what arrived, then what was decided, then what was done with it.
ROUTE = (Stage.RECEIVED, Stage.COLLECTED, *(stage for stage in Stage if stage not in (Stage.RECEIVED, Stage.COLLECTED)))


def ranking(reading: Interpretation, shelves: Shelves, today: date) -> Answer | None:
    """Ordered figures; ties with the last one shown are kept."""
    if credits := largest_credits(reading, shelves) or most_owed_to(reading, shelves):
        return credits
    facts = years_for_place(reading, shelves) or rivals_for_place(reading, shelves)
    if asks_which_town(reading) and not any(fact.series.subject.kind == "municipio" for fact in facts):
        found = amount(replace(reading, act=Act.AMOUNT), shelves, today) if reading.of_kind("municipio") else None
        return found or missing(reading, shelves)
    if len(facts) < 2 and not (facts and facts[0].stage and facts[0].stage is hinted_stage(reading)):
        return of_the_concept(amount(replace(reading, act=Act.AMOUNT), shelves, today), reading, shelves)
    if NOTHING.search(fold(reading.asked)) and (empty := [fact for fact in facts if not fact.amount]):
        return Found(reading, figures_of(empty), notes=() if reading.period else (Note("assumed_latest_period"),))
    figures = figures_of(facts)
    if reading.per == "habitante":
        subjects = {fact.id: fact.series.subject.id for fact in facts}
        figures = tuple(done[0] for figure in figures if (done := per_person(figure, subjects[figure.fact_ids[0]], shelves.ledger)))
    ordered = sorted(figures, key=lambda figure: figure.amount, reverse=from_most(reading))
    if hinted_stage(reading) is Stage.RECEIVED and all(fact.stage is Stage.PAID for fact in facts):
        # what a town paid does not say what it received
        stored = sorted(figures_of(facts), key=lambda figure: figure.amount, reverse=from_most(reading))
        return missing(reading, shelves, with_role(cut(stored, 1), Role.NEAREST))
    if not ordered:
        return None  # no town of these has a population of that year
    notes = [] if reading.period else [Note("assumed_latest_period")]
    return Found(reading, cut(ordered, reading.limit or (DEFAULT_LIMIT if len(ordered) > 8 else len(ordered))), notes=tuple(notes))


def of_the_concept(found: Answer | None, reading: Interpretation, shelves: Shelves) -> Answer | None:
    """Where nothing competes, the one figure there is, if it measures what was named: of federal spending, no credit tells the worst."""
    named = {concept for concept in reading.concepts if concept in shelves.descriptors.published}
    if not isinstance(found, Found) or not named or not found.figures:
        return found
    facts = facts_behind(found.figures, shelves.ledger)
    own = {concept for fact in facts for concept in (fact.series.concept.id, fact.series.concept.parent)}
    return found if not facts or own & named else missing(reading, shelves)


SUPERLATIVE = re.compile(r"\b(?:mas|menos|mayor|menor)\b")
# «¿cuál salió peor en la auditoría?»: the one with more to clarify
WORST = re.compile(r"\bpeor(?:es)?\b|\bmal\b")
FEWEST = frozenset({"menos", "menor"})


def from_most(reading: Interpretation) -> bool:
    """Whether the largest goes first. Of two superlatives, the one said of what is measured: «¿cuál depende menos, o sea, saca más dinero
    propio?»."""
    typed = fold(reading.asked)
    if WORST.search(typed) and TO_CLARIFY in reading.concepts:
        return True
    measured = [m.end for m in reading.of_kind("concepto") if m.said]
    said = [found.group() for found in SUPERLATIVE.finditer(typed[: max(measured)])] if measured else []
    if len({word in FEWEST for word in said}) > 1:
        return said[-1] not in FEWEST
    return reading.order != "bottom"


def asks_which_town(reading: Interpretation) -> bool:
    return bool(TOWN.search(fold(reading.asked)))


def years_for_place(reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """«¿en qué año se dio más?»: the points of one series compete, not its subjects."""
    if not WHICH_YEARS.search(fold(reading.asked)) or reading.period:
        return []
    return commonest_kind(longest_line(reading, shelves))


# «¿en qué gasta más el gobierno?» asks of no term of office
WHICH_YEARS = re.compile(r"\banos?\b|\b(?:sexenios?|gobiernos|administraciones)\b|\b(?:que|cual|cada) (?:gobierno|administracion)\b")


def cut(ordered: Sequence[Figure], limit: int) -> tuple[Figure, ...]:
    last: Decimal = ordered[min(limit, len(ordered)) - 1].amount
    return tuple(figure for place, figure in enumerate(ordered) if place < limit or figure.amount == last)


def of_one_sort(reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """«de las secretarías…», «de los hoteles…»: the subjects of that sort, by one concept."""
    ranked = [c for c in shelves.finder.rank(reading, 80) if not c.unmatched and not c.descriptor.municipal]
    concept = next((c.descriptor.concept for c in ranked if c.concept_hit or c.assumed), None)
    sorts = [word for word in words(reading.asked) if word.endswith("s") and len(word) > 4]
    sorts += [named.group(1) for named in [ONE_OF_A_SORT.search(fold(reading.asked))] if named]
    for sort in sorts:
        shapes = set(forms(sort))
        mates = [c for c in ranked if c.descriptor.concept == concept and shapes & name_forms(c)]
        found = [fact for mate in mates for fact in choose(facts_of([mate], shelves), query_of(reading, [mate])).answers]
        if len({fact.series.subject.id for fact in found}) > 1:
            return found
    return []


# «¿qué secretaría tuvo más?», «¿cuál poder recibió menos?»
ONE_OF_A_SORT = re.compile(r"\b(?:que|cual) (secretaria|poder|tribunal|hotel|balneario|institucion|dependencia)\b")


def name_forms(candidate: Candidate) -> frozenset[str]:
    return forms_of(words(candidate.series[0].subject.name))


def rivals_for_place(reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """The facts that compete: subjects of the sort named, the municipalities of one concept, or the parts of one total; one stage and
    period only."""
    if own := parts_of_state(reading, shelves):
        return commonest_kind(own)
    if sort := of_one_sort(reading, shelves):
        return commonest_kind(sort)
    # which municipality is asked: the state's own figure is no rival of theirs
    of_towns = asks_which_town(reading)
    rivals = (c for c in shelves.finder.rank(reading) if is_about(c) and (c.descriptor.municipal or not of_towns))
    # «¿qué municipio tiene más…?» with another word that no figure of towns bears is about none of them
    for candidate in (c for c in rivals if c.concept_hit or not of_towns or c.covered >= LEAST_BESIDE):
        if len(candidate.series) > 1:
            query = query_of(reading, [candidate])
            found = [fact for series in candidate.series for fact in choose(shelves.descriptors.facts(series), query).answers]
            return commonest_kind(at_stage_of_verb(found, reading))
        break
    if of_towns and not concepts_asked(reading):
        return []
    found = [fact for fact in parts_of(reading, shelves) if not fact.total]
    found = found or [fact for fact in parts_of_fact(reading, shelves) if not fact.total and fact.part_of]
    if WHO.search(fold(reading.asked)) and len({(fact.series.subject.id, fact.series.counterpart) for fact in found}) < len(found):
        return []
    return commonest_kind(found) or same_measure(reading, shelves)


def same_measure(reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """«de los hoteles y balnearios, ¿cuál valía más?»: the subjects of which the measure named is published, in one period."""
    ranked = [c for c in shelves.finder.rank(reading, 80) if c.concept_hit and not c.descriptor.municipal]
    found = [
        fact for c in ranked if c.score > ranked[0].score - 1 for fact in choose(facts_of([c], shelves), query_of(reading, [c])).answers
    ]
    of_one = [fact for fact in found if fact.series.concept.id == found[0].series.concept.id] if found else []
    return commonest_kind(of_one) if len({fact.series.subject.id for fact in of_one}) > 1 else []


def at_stage_of_verb(facts: Sequence[Fact], reading: Interpretation) -> Sequence[Fact]:
    """«¿quién recibió más?»: those of whom only what they paid is published do not compete, while anybody's receipts are."""
    hinted = hinted_stage(reading)
    return [fact for fact in facts if hinted and fact.stage is hinted] or facts


def commonest_kind(facts: Sequence[Fact]) -> list[Fact]:
    """Stages and periods are never ranked together: the kind most facts share wins, the earlier published on a tie."""
    sure = [fact for fact in facts if fact.confidence is not Confidence.LOW] or list(facts)
    kinds = Counter((fact.stage, fact.unit, fact.period.label if fact.period else "") for fact in sure)
    if not kinds:
        return []
    stages = Counter((stage, unit) for stage, unit, _ in kinds.elements())
    # facts that name no stage stand behind those that do; of several stages, the earliest of the route of the money
    best = max(stages, key=lambda kind: (stages[kind], kind[0] is not None, -ROUTE.index(kind[0]) if kind[0] else 0))
    return [fact for fact in sure if (fact.stage, fact.unit) == best]
