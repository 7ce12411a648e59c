"""What each of the candidates that a question means answers, with its kin where the whole family is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.asked.owing import OWES
from bot.answering.asked.slots import concepts_asked, names_asked
from bot.answering.derived.sums import sum_of_parts
from bot.answering.figures.choosing import Chosen, choose, figures_of
from bot.answering.figures.only_near import PLANNED
from bot.answering.figures.typed_amounts import typed_facts
from bot.answering.search.called import bears_its_year, typed_text
from bot.answering.search.candidates import Candidate
from bot.answering.search.queries import query_of
from bot.answering.search.selecting import facts_of, family, meant
from bot.answering.search.shelves import Shelves
from bot.answering.search.timely import ended
from bot.domain.answer import Confidence, Figure
from bot.domain.ledger import Fact
from bot.domain.reading import Interpretation
from bot.language.folding import fold

# A kind of a wide concept that holds this much of the question's words stands without sisters that hold so much less.
LEAST_SAID, SAID_LESS = 0.6, 0.3


def amount_facts(reading: Interpretation, shelves: Shelves) -> list[tuple[Figure, list[Fact]]]:
    """The figures an amount question would get, each with its facts; sums of parts come without."""
    picked = meant(reading, shelves)
    answers = [fact for candidate in picked for choice in choices(candidate, reading, shelves) for fact in choice.answers]
    if not answers:
        return [(figure, []) for figure in (sum_of_parts(reading, shelves) or ())[:1]]
    by_id = {fact.id: fact for fact in answers}
    return [(figure, [by_id[id] for id in figure.fact_ids]) for figure in figures_of(answers)]


def choices(candidate: Candidate, reading: Interpretation, shelves: Shelves) -> list[Chosen]:
    """What the candidate answers. A question for a balance, or for a concept that is only published by its kinds («aguinaldo»),
    is answered by the whole family."""
    if candidate.descriptor.municipal:
        return [choose(shelves.descriptors.facts(series), query_of(reading, [candidate])) for series in candidate.series]
    if typed := typed_facts([candidate], reading, shelves):
        return [of_the_stage_said(typed, candidate, reading, shelves)]
    own = choose(facts_of([candidate], shelves), query_of(reading, [candidate]))
    concept = candidate.series[0].concept
    asked = concepts_asked(reading)
    of_family = concept.parent in asked or (concept.id in asked and not concept.parent)
    its_own = (concept.id in asked and bool(concept.parent)) or bears_its_year(candidate.series[0], typed_text(reading))
    other = candidate.descriptor.claves - {candidate.series[0].subject.clave}
    if own.answers and any(mention.clave in other for mention in names_asked(reading)):
        # «¿cuánto le debía al SAT?»: what was owed to it, not to it and another
        return [own]
    owes = concept.flow != "saldo" and OWES.search(fold(reading.asked)) is not None
    if not of_family or (own.answers and (concept.flow != "saldo" or its_own) and not owes):
        return [own]
    kin = family(candidate, shelves.finder.rank(reading, 80), shelves)
    if own.answers and concept.parent in asked and candidate.covered >= LEAST_SAID and not owes:
        # «lo que le quedó tras el acuerdo»: the words are of this one, not of its sisters
        kin = [one for one in kin if one.covered > candidate.covered - SAID_LESS]
    if typed := typed_facts(kin, reading, shelves):
        return [Chosen(answers=tuple(typed))]
    owed = [of_what_is_owed(facts_of([one], shelves)) for one in kin] if owes else []
    facts = owed if any(owed) else [facts_of([one], shelves) for one in kin]
    found = [choose(each, query_of(reading, [one])) for each, one in zip(facts, kin, strict=True)]
    return only_latest(found, reading) if len(found) > 1 else found


def at_one_time(reading: Interpretation, picked: Sequence[Candidate], shelves: Shelves) -> list[Fact]:
    """What the candidates say of one period; where they are silent, what another of the same names says: «recibió en 2016 y pidió para
    2017» are two concepts."""
    found = [fact for candidate in picked for choice in choices(candidate, reading, shelves) for fact in choice.answers]
    return found or [f for candidate in meant(reading, shelves) for choice in choices(candidate, reading, shelves) for f in choice.answers]


def of_what_is_owed(facts: Sequence[Fact]) -> list[Fact]:
    """«¿cuánto deben de aguinaldo?» is not what the next one would cost: the facts that were published as owed."""
    return [fact for fact in facts if fact.stage_note == "adeudo"]


def of_the_stage_said(typed: Sequence[Fact], candidate: Candidate, reading: Interpretation, shelves: Shelves) -> Chosen:
    """«¿por qué aprobaron 24,478 millones?», which was the amount of the committee: what was approved, beside what the amount typed is."""
    told = choose(facts_of([candidate], shelves), replace(query_of(reading, [candidate]), amounts=()))
    if reading.stage not in PLANNED or any(fact.stage is reading.stage or fact.stage not in PLANNED for fact in typed) or not told.answers:
        return Chosen(answers=tuple(typed))
    return Chosen(answers=told.answers, context=tuple(typed))


def only_latest(found: Sequence[Chosen], reading: Interpretation) -> list[Chosen]:
    """When no period was asked, an old balance of a sister concept does not stand beside the latest one."""
    answered = [choice for choice in found if choice.answers]
    if not answered:
        return list(found)
    if reading.period and reading.period.start and reading.period.kind != "latest":
        return answered
    sure = [c for c in answered if any(f.confidence is not Confidence.LOW for f in c.answers)] or answered
    newest = max(ended(fact) for choice in sure for fact in choice.answers)
    return [choice for choice in sure if any((newest - ended(fact)).days <= 92 for fact in choice.answers)]
