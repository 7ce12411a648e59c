"""«¿Cuánto?»: the published figure asked, its rivals and stages; the nearest one, labelled, when it is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from bot.answering.asked.default_measures import DEFAULT_MEASURES
from bot.answering.asked.owing import OWES
from bot.answering.asked.premises import of_the_amount, said_of_the_amount
from bot.answering.asked.slots import concepts_asked, is_typed, names_asked
from bot.answering.derived.conversions import converted
from bot.answering.derived.sums import sum_of_answers, sum_of_parts, whole_of, whole_unless_named
from bot.answering.figures.caveats import notes_of
from bot.answering.figures.choosing import (
    Chosen,
    are_balances_of_before,
    by_confidence,
    choose,
    closest,
    figures_of,
    of_one_stage_each,
)
from bot.answering.figures.conflicts import (
    MOST_CLAIMS,
    disputed_in_words,
    observed_beside,
    of_one_disagreement,
    of_this_year,
    of_whoever_said_it,
    rivals,
    with_conflicts,
)
from bot.answering.figures.credits_held import owed_to_bank
from bot.answering.figures.disagreeing import disagreeing
from bot.answering.figures.labels import with_role
from bot.answering.figures.left_unpaid import of_what_was_left, what_lacked
from bot.answering.figures.lenders import lent_by_each
from bot.answering.figures.listed import name_by_name, town_by_town
from bot.answering.figures.only_claimed import documented_parts
from bot.answering.figures.only_near import PLANNED, asks_the_end, deed_said, done_among, is_of_another_deed, is_only_near
from bot.answering.figures.reported import attributed
from bot.answering.figures.typed_amounts import of_loan_typed, part_of_typed, typed_facts
from bot.answering.otherwise.missing import missing, quoted
from bot.answering.search.called import bears_its_year, typed_text
from bot.answering.search.candidates import Candidate
from bot.answering.search.queries import query_of
from bot.answering.search.selecting import (
    facts_of,
    family,
    is_of_an_unnamed_body,
    leaves_out,
    meant,
)
from bot.answering.search.shelves import Shelves
from bot.answering.search.strangers import is_owed_by_another, part_of_a_total, unknown_name
from bot.answering.statements.evidence import reasons
from bot.domain.answer import Answer, Confidence, Figure, Found, Missing, Note, Role
from bot.domain.ledger import Fact
from bot.domain.reading import Act, Interpretation, Topic
from bot.language.folding import fold

# A kind of a wide concept that holds this much of the question's words stands without sisters that hold so much less.
LEAST_SAID, SAID_LESS = 0.6, 0.3


def amount(reading: Interpretation, shelves: Shelves, today: date) -> Answer | None:
    """None when nothing published is about the question."""
    asked = concepts_asked(reading)
    if asked and not any(concept in shelves.descriptors.published for concept in asked):
        return missing(reading, shelves)
    handed_in = shelves.reports.find(reading) if reading.of_kind("municipio") and not asked else None
    if reports := shelves.reports.count(reading) or handed_in:
        return reports
    if not reading.of_kind("municipio") and (whole := sum_of_parts(reading, shelves)) is not None:
        return of_sum(whole, reading, shelves, today)
    if left_to_bank := owed_to_bank(reading, shelves):
        return left_to_bank
    if part := part_of_typed(reading, shelves):
        return Found(reading, figures_of(part), notes=notes_of(replace(reading, amounts=()), part, ()))
    if lent := of_loan_typed(reading, shelves) or lent_by_each(reading, shelves):
        return Found(reading, converted(figures_of(lent), reading, shelves, today), notes=notes_of(replace(reading, amounts=()), lent, ()))
    if reported := attributed(reading, shelves):
        return Found(reading, converted(figures_of(reported), reading, shelves, today), notes=notes_of(reading, reported, ()))
    alone = partial(amount, shelves=shelves, today=today)
    picked = meant(reading, shelves)
    otherwise = bool(picked) and is_owed_by_another(picked[0], reading)
    if not picked or otherwise:
        return name_by_name(reading, shelves, alone) or (missing(reading, shelves) if otherwise else None)
    if is_of_an_unnamed_body(picked[0], reading):
        return None
    if stranger := unknown_name(reading, picked[0], shelves):
        return replace(
            missing(reading, shelves), subject=quoted(reading) or stranger, notes=(Note("unread_words", (("palabras", stranger),)),)
        )
    of_each = [choices(candidate, reading, shelves) for candidate in picked]
    chosen = [choice for found in of_each for choice in found]
    answers = of_one_stage_each([fact for choice in chosen for fact in choice.answers], query_of(reading, []))
    if left := what_lacked(answers, reading) or of_what_was_left(answers, reading, shelves):
        return left
    if not answers and (apart := town_by_town(reading, shelves, alone)):
        return apart
    telling = [candidate for candidate, found in zip(picked, of_each, strict=True) if any(choice.answers for choice in found)]
    if (not answers or leaves_out(telling, reading, shelves)) and (apart := name_by_name(reading, shelves, alone)):
        return apart
    if answers and (thing := part_of_a_total(reading, picked[0], shelves)):
        near = missing(reading, shelves, figures_of(answers[:1], Role.NEAREST))
        return replace(near, subject=f"{thing} ({near.subject})", notes=())
    if answers and COSTS.search(fold(reading.asked)) and not any(fact.unit.is_money for fact in answers):
        # «¿cuánto cuesta una butaca?» is not how many there are
        return missing(reading, shelves)
    if not answers and reading.stage and disagreeing(reading):
        # «unos hablan de lo autorizado, otros de la licitación»: no version alone is asked
        return amount(replace(reading, stage=None), shelves, today)
    if not answers:
        nearest = [fact for choice in chosen for fact in choice.nearest]
        if are_balances_of_before(nearest[:2], query_of(reading, [])):
            # «¿a cuánto quedó la deuda este año?»: the balance of long term of October is nearer than what was said of all in August
            nearest = list(closest(nearest, query_of(reading, [])))
        return missing(reading, shelves, figures_of(nearest[:2], Role.NEAREST))
    if asks_the_end(reading):
        answers = done_among(with_conflicts(answers, reading, shelves)) or answers
    if documented := documented_parts(answers, reading, shelves):
        return documented
    if is_only_near(answers, reading, today):
        near = missing(reading, shelves, figures_of(answers[:2], Role.NEAREST))
        deed = deed_said(reading) if is_of_another_deed(answers, reading) else ""
        return replace(near, subject=f"costo de {deed}") if deed else near
    if meant_by_amount := of_the_amount(answers, reading, shelves):
        worked_out = converted(figures_of(meant_by_amount), reading, shelves, today)
        return Found(reading, worked_out, notes=notes_of(reading, meant_by_amount, worked_out))
    sure = all(is_typed(fact, reading.amounts) and fact.confidence is not Confidence.LOW for fact in answers)
    if said := of_whoever_said_it(answers, reading, shelves):
        others = [fact for fact in answers if fact not in said]
        sides = (*figures_of(said), *figures_of(others if len(others) <= MOST_CLAIMS else (), Role.CONTEXT))
        return Found(reading, sides, reasons(said, shelves), notes=notes_of(reading, said, ()))
    if not sure or disagreeing(reading) or len(reading.amounts) > 1:
        answers = of_one_disagreement(with_conflicts(answers, reading, shelves), reading)
    answers = [*answers, *observed_beside(answers, reading, shelves), *of_this_year(answers, reading, shelves, today)]
    if (summed := sum_of_answers(answers, reading, shelves)) is not None:
        return of_sum(summed, reading, shelves, today)
    answers = whole_of(answers, reading, shelves)
    if reading.per and not disagreeing(reading):
        answers = surest(answers)
    answers = whole_unless_named(answers, reading, shelves)
    figures = converted(figures_of(answers), reading, shelves, today)
    if not figures:
        return missing(reading, shelves, figures_of(answers[:2], Role.NEAREST))
    beside = [fact for choice in chosen for fact in choice.context if fact not in answers]
    context = figures_of([*beside, *said_of_the_amount(answers, reading, shelves)], Role.CONTEXT)
    disputed = answers if rivals(answers, exactly=disagreeing(reading)) else disputed_in_words(answers, shelves)
    told = reasons(disputed, shelves)
    return Found(reading, (*figures, *context), told, notes=notes_of(reading, answers, figures))


def of_sum(summed: tuple[Figure, ...], reading: Interpretation, shelves: Shelves, today: date) -> Found | Missing:
    """What was added up, as it was asked: where it cannot be had per person or in other pesos, the sum is only near."""
    worked = converted(summed, reading, shelves, today)
    return Found(reading, worked) if worked else missing(reading, shelves, with_role(summed[:1], Role.NEAREST))


def surest(answers: Sequence[Fact]) -> list[Fact]:
    """Of many claims, a few of those best founded: what is worked out from a tenth one tells nobody more."""
    best = by_confidence(answers)[0].confidence
    sure = [fact for fact in answers if fact.amount and fact.confidence is best]
    return sure[:MOST_CLAIMS] if sure and len(answers) > MOST_CLAIMS else list(answers)


# «¿cuánto cuesta una butaca?», «¿cuánto valía el hotel?», «¿de cuánto es la beca?», «¿cuánto dinero hubo para becas?»
COSTS = re.compile(
    r"\bcuanto (?:\w+ )?(?:cuest|cost|val[ei])\w*|\bcuant[oa] (?:presupuesto|dinero|gasto|lana|feria)\b"
    r"|\bcuanto (?:es|son|dan|pagan|le dan|les dan|les pagan) (?:(?:la|las|el|los|de|una|un) )*(?:beca|apoyo|ayuda|estimulo|bono)s?\b"
)


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
    newest = max(_end(fact) for choice in sure for fact in choice.answers)
    return [choice for choice in sure if any((newest - _end(fact)).days <= 92 for fact in choice.answers)]


def _end(fact: Fact) -> date:
    return fact.period.end if fact.period else date.min


def budget_in_premise(reading: Interpretation, shelves: Shelves, today: date) -> Found | None:
    """«¿por qué le recortaron hasta dejarla en 9 mil millones?»: an amount was typed of somebody's budget and nothing published is of
    that measure; what was published of that budget in that year corrects it."""
    if reading.topic is not Topic.BUDGET or not (reading.amounts and reading.years and names_asked(reading)):
        return None
    plain = tuple(mention for mention in reading.mentions if mention.kind != "concepto")
    asked = replace(reading, act=Act.AMOUNT, mentions=plain, measure=DEFAULT_MEASURES[Topic.BUDGET])
    found = amount(asked, shelves, today)
    return found if isinstance(found, Found) else None
