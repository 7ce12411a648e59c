"""«¿Cuánto?»: the published figure asked, its rivals and stages; the nearest one, labelled, when it is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from bot.answering.asked.default_measures import DEFAULT_MEASURES
from bot.answering.asked.premises import of_the_amount, said_of_the_amount
from bot.answering.asked.slots import concepts_asked, is_typed, names_asked
from bot.answering.derived.conversions import converted
from bot.answering.derived.sums import sum_of_answers, sum_of_parts, whole_of, whole_unless_named
from bot.answering.figures.caveats import notes_of
from bot.answering.figures.choosing import (
    Chosen,
    are_balances_of_before,
    by_confidence,
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
from bot.answering.figures.each_candidate import choices
from bot.answering.figures.labels import with_role
from bot.answering.figures.left_unpaid import of_what_was_left, what_lacked
from bot.answering.figures.lenders import lent_by_each
from bot.answering.figures.listed import name_by_name, town_by_town
from bot.answering.figures.only_claimed import documented_parts
from bot.answering.figures.only_near import asks_the_end, deed_said, done_among, is_of_another_deed, is_only_near
from bot.answering.figures.reported import attributed
from bot.answering.figures.typed_amounts import of_loan_typed, part_of_typed
from bot.answering.otherwise.missing import missing, quoted
from bot.answering.search.candidates import Candidate
from bot.answering.search.queries import query_of
from bot.answering.search.selecting import is_of_an_unnamed_body, leaves_out, meant
from bot.answering.search.shelves import Shelves
from bot.answering.search.strangers import is_owed_by_another, part_of_a_total, unknown_name
from bot.answering.statements.evidence import reasons
from bot.domain.answer import Answer, Confidence, Figure, Found, Missing, Note, Role
from bot.domain.ledger import Fact
from bot.domain.reading import Act, Interpretation, Topic
from bot.language.folding import fold


def amount(reading: Interpretation, shelves: Shelves, today: date) -> Answer | None:
    """None when nothing published is about the question."""
    return first(way(reading, shelves, today) for way in UNSEARCHED) or searched(reading, shelves, today)


def first(answers: Iterable[Answer | None]) -> Answer | None:
    return next((answer for answer in answers if answer), None)


def unpublished(reading: Interpretation, shelves: Shelves, today: date) -> Missing | None:
    """Nobody publishes anything that is measured so."""
    asked = concepts_asked(reading)
    return missing(reading, shelves) if asked and shelves.descriptors.published.isdisjoint(asked) else None


def handed_in(reading: Interpretation, shelves: Shelves, today: date) -> Answer | None:
    """Accounts that towns handed in: how many, or which of a town of which nothing is to be measured."""
    of_a_town = reading.of_kind("municipio") and not concepts_asked(reading)
    return shelves.reports.count(reading) or (shelves.reports.find(reading) if of_a_town else None)


def added_up(reading: Interpretation, shelves: Shelves, today: date) -> Answer | None:
    summed = None if reading.of_kind("municipio") else sum_of_parts(reading, shelves)
    return None if summed is None else of_sum(summed, reading, shelves, today)


def named_by_amount(reading: Interpretation, shelves: Shelves, today: date) -> Answer | None:
    """The amount typed is the name of a whole or of a loan, and no premise; so is what was lent by each."""
    facts = part_of_typed(reading, shelves) or of_loan_typed(reading, shelves) or lent_by_each(reading, shelves)
    return stated(facts, reading, shelves, today, replace(reading, amounts=())) if facts else None


def told_by_report(reading: Interpretation, shelves: Shelves, today: date) -> Answer | None:
    facts = attributed(reading, shelves)
    return stated(facts, reading, shelves, today, reading) if facts else None


UNSEARCHED: tuple[Callable[[Interpretation, Shelves, date], Answer | None], ...] = (
    unpublished,
    handed_in,
    added_up,
    owed_to_bank,
    named_by_amount,
    told_by_report,
)
"""What answers without a search among the candidates, in order."""


@dataclass(frozen=True)
class Lookup:
    """What was looked up for a question: the candidates meant, best first, what was chosen of each, and the facts that answer."""

    reading: Interpretation
    shelves: Shelves
    today: date
    picked: tuple[Candidate, ...]
    chosen: tuple[tuple[Chosen, ...], ...]
    answers: tuple[Fact, ...]

    @classmethod
    def of(cls, picked: Sequence[Candidate], reading: Interpretation, shelves: Shelves, today: date) -> Lookup:
        chosen = tuple(tuple(choices(candidate, reading, shelves)) for candidate in picked)
        answers = of_one_stage_each([fact for found in chosen for choice in found for fact in choice.answers], query_of(reading, []))
        return cls(reading, shelves, today, tuple(picked), chosen, tuple(answers))

    def alone(self, reading: Interpretation) -> Answer | None:
        """What another question gets, on the same day."""
        return amount(reading, self.shelves, self.today)

    def missing(self, near: Sequence[Fact] = ()) -> Missing:
        return missing(self.reading, self.shelves, figures_of(near[:2], Role.NEAREST))


def searched(reading: Interpretation, shelves: Shelves, today: date) -> Answer | None:
    """What the candidates that the question means tell of it."""
    picked = meant(reading, shelves)
    otherwise = bool(picked) and is_owed_by_another(picked[0], reading)
    if not picked or otherwise:
        apart = name_by_name(reading, shelves, partial(amount, shelves=shelves, today=today))
        return apart or (missing(reading, shelves) if otherwise else None)
    if is_of_an_unnamed_body(picked[0], reading):
        return None
    if stranger := unknown_name(reading, picked[0], shelves):
        unread = Note("unread_words", (("palabras", stranger),))
        return replace(missing(reading, shelves), subject=quoted(reading) or stranger, notes=(unread,))
    lookup = Lookup.of(picked, reading, shelves, today)
    if not lookup.answers:
        return unanswered(lookup)
    if other := first(step(lookup) for step in OF_ANOTHER_THING):
        return other
    lookup = as_it_ended(lookup)
    return first(step(lookup) for step in OF_ANOTHER_KIND) or with_all_beside(lookup)


def unanswered(lookup: Lookup) -> Answer | None:
    """Each of the things typed alone, else the figures nearest in time."""
    reading, shelves = lookup.reading, lookup.shelves
    if apart := town_by_town(reading, shelves, lookup.alone) or name_by_name(reading, shelves, lookup.alone):
        return apart
    if reading.stage and disagreeing(reading):
        # «unos hablan de lo autorizado, otros de la licitación»: no version alone is asked
        return lookup.alone(replace(reading, stage=None))
    nearest = [fact for found in lookup.chosen for choice in found for fact in choice.nearest]
    if are_balances_of_before(nearest[:2], query_of(reading, [])):
        # «¿a cuánto quedó la deuda este año?»: the balance of long term of October is nearer than what was said of all in August
        nearest = list(closest(nearest, query_of(reading, [])))
    return lookup.missing(nearest)


def of_what_remained(lookup: Lookup) -> Answer | None:
    return what_lacked(lookup.answers, lookup.reading) or of_what_was_left(lookup.answers, lookup.reading, lookup.shelves)


def each_of_listed(lookup: Lookup) -> Answer | None:
    """Of the things typed side by side, one has no answer among these."""
    pairs = zip(lookup.picked, lookup.chosen, strict=True)
    telling = [candidate for candidate, found in pairs if any(choice.answers for choice in found)]
    left_out = leaves_out(telling, lookup.reading, lookup.shelves)
    return name_by_name(lookup.reading, lookup.shelves, lookup.alone) if left_out else None


def of_a_part(lookup: Lookup) -> Answer | None:
    """A thing of which only the total is published."""
    thing = part_of_a_total(lookup.reading, lookup.picked[0], lookup.shelves)
    if not thing:
        return None
    near = lookup.missing(lookup.answers[:1])
    return replace(near, subject=f"{thing} ({near.subject})", notes=())


# «¿cuánto cuesta una butaca?», «¿cuánto valía el hotel?», «¿de cuánto es la beca?», «¿cuánto dinero hubo para becas?»
COSTS = re.compile(
    r"\bcuanto (?:\w+ )?(?:cuest|cost|val[ei])\w*|\bcuant[oa] (?:presupuesto|dinero|gasto|lana|feria)\b"
    r"|\bcuanto (?:es|son|dan|pagan|le dan|les dan|les pagan) (?:(?:la|las|el|los|de|una|un) )*(?:beca|apoyo|ayuda|estimulo|bono)s?\b"
    r"|\bbecas?\b.* cuanto (?:es|son|dan|pagan)\b"
)


def without_money(lookup: Lookup) -> Answer | None:
    """«¿cuánto cuesta una butaca?» is not how many there are."""
    of_money = any(fact.unit.is_money for fact in lookup.answers)
    return lookup.missing() if not of_money and COSTS.search(fold(lookup.reading.asked)) else None


OF_ANOTHER_THING: tuple[Callable[[Lookup], Answer | None], ...] = (of_what_remained, each_of_listed, of_a_part, without_money)
"""What is told where the facts found are of something else than was asked, in order."""


def as_it_ended(lookup: Lookup) -> Lookup:
    if not asks_the_end(lookup.reading):
        return lookup
    done = done_among(with_conflicts(lookup.answers, lookup.reading, lookup.shelves))
    return replace(lookup, answers=tuple(done) or lookup.answers)


def documented(lookup: Lookup) -> Answer | None:
    return documented_parts(lookup.answers, lookup.reading, lookup.shelves)


def only_near(lookup: Lookup) -> Answer | None:
    if not is_only_near(lookup.answers, lookup.reading, lookup.today):
        return None
    deed = deed_said(lookup.reading) if is_of_another_deed(lookup.answers, lookup.reading) else ""
    near = lookup.missing(lookup.answers)
    return replace(near, subject=f"costo de {deed}") if deed else near


def of_amount_typed(lookup: Lookup) -> Answer | None:
    facts = of_the_amount(lookup.answers, lookup.reading, lookup.shelves)
    return stated(facts, lookup.reading, lookup.shelves, lookup.today, lookup.reading) if facts else None


def of_who_said_it(lookup: Lookup) -> Answer | None:
    """The version of whoever is named, beside those of others."""
    said = of_whoever_said_it(lookup.answers, lookup.reading, lookup.shelves)
    if not said:
        return None
    others = [fact for fact in lookup.answers if fact not in said]
    sides = (*figures_of(said), *figures_of(others if len(others) <= MOST_CLAIMS else (), Role.CONTEXT))
    return Found(lookup.reading, sides, reasons(said, lookup.shelves), notes=notes_of(lookup.reading, said, ()))


OF_ANOTHER_KIND: tuple[Callable[[Lookup], Answer | None], ...] = (documented, only_near, of_amount_typed, of_who_said_it)
"""What is told where the facts found are not all of the kind asked, or one of them is singled out, in order."""


def with_all_beside(lookup: Lookup) -> Answer:
    """The facts that answer with their rivals, in the pesos asked, and what has to be said beside them."""
    reading, shelves, today = lookup.reading, lookup.shelves, lookup.today
    answers = with_claims(lookup)
    if (summed := sum_of_answers(answers, reading, shelves)) is not None:
        return of_sum(summed, reading, shelves, today)
    answers = whole_of(answers, reading, shelves)
    if reading.per and not disagreeing(reading):
        answers = surest(answers)
    answers = whole_unless_named(answers, reading, shelves)
    figures = converted(figures_of(answers), reading, shelves, today)
    if not figures:
        return lookup.missing(answers)
    beside = [fact for found in lookup.chosen for choice in found for fact in choice.context if fact not in answers]
    context = figures_of([*beside, *said_of_the_amount(answers, reading, shelves)], Role.CONTEXT)
    disputed = answers if rivals(answers, exactly=disagreeing(reading)) else disputed_in_words(answers, shelves)
    return Found(reading, (*figures, *context), reasons(disputed, shelves), notes=notes_of(reading, answers, figures))


def with_claims(lookup: Lookup) -> list[Fact]:
    """The facts that answer, with what others say of the same and what was observed or is reckoned beside them."""
    reading, shelves, answers = lookup.reading, lookup.shelves, list(lookup.answers)
    sure = all(is_typed(fact, reading.amounts) and fact.confidence is not Confidence.LOW for fact in answers)
    if not sure or disagreeing(reading) or len(reading.amounts) > 1:
        answers = of_one_disagreement(with_conflicts(answers, reading, shelves), reading)
    return [*answers, *observed_beside(answers, reading, shelves), *of_this_year(answers, reading, shelves, lookup.today)]


def stated(facts: Sequence[Fact], reading: Interpretation, shelves: Shelves, today: date, told: Interpretation) -> Found:
    """These facts alone, in the pesos asked; ``told`` is the question as its caveats see it."""
    figures = converted(figures_of(facts), reading, shelves, today)
    return Found(reading, figures, notes=notes_of(told, facts, figures))


def of_sum(summed: tuple[Figure, ...], reading: Interpretation, shelves: Shelves, today: date) -> Found | Missing:
    """What was added up, as it was asked: where it cannot be had per person or in other pesos, the sum is only near."""
    worked = converted(summed, reading, shelves, today)
    return Found(reading, worked) if worked else missing(reading, shelves, with_role(summed[:1], Role.NEAREST))


def surest(answers: Sequence[Fact]) -> list[Fact]:
    """Of many claims, a few of those best founded: what is worked out from a tenth one tells nobody more."""
    best = by_confidence(answers)[0].confidence
    sure = [fact for fact in answers if fact.amount and fact.confidence is best]
    return sure[:MOST_CLAIMS] if sure and len(answers) > MOST_CLAIMS else list(answers)


def budget_in_premise(reading: Interpretation, shelves: Shelves, today: date) -> Found | None:
    """«¿por qué le recortaron hasta dejarla en 9 mil millones?»: an amount was typed of somebody's budget and nothing published is of
    that measure; what was published of that budget in that year corrects it."""
    if reading.topic is not Topic.BUDGET or not (reading.amounts and reading.years and names_asked(reading)):
        return None
    plain = tuple(mention for mention in reading.mentions if mention.kind != "concepto")
    asked = replace(reading, act=Act.AMOUNT, mentions=plain, measure=DEFAULT_MEASURES[Topic.BUDGET])
    found = amount(asked, shelves, today)
    return found if isinstance(found, Found) else None
