"""How a prepared question is looked up: the first way that applies answers; where none does, what is told instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.answering.asked.acts import mentions_how_much
from bot.answering.asked.default_measures import with_default_measure
from bot.answering.asked.owing import asks_how_much_each
from bot.answering.asked.payrolls import published_kind
from bot.answering.asked.share_words import asks_share
from bot.answering.asked.slots import concepts_asked, names_asked
from bot.answering.asked.unpublished import UNPUBLISHED_ANYWHERE
from bot.answering.derived.averages import asks_yearly_mean, yearly_mean
from bot.answering.derived.conversions import left_as_stored, typed_in_pesos_of
from bot.answering.derived.growth import growth, written_of_growth
from bot.answering.derived.heads import divided_among, per_head
from bot.answering.derived.multiples import multiple, set_apart
from bot.answering.derived.ranked_shares import ranked_shares
from bot.answering.derived.shares import share_of_whole
from bot.answering.figures import comparisons, parts, rankings, trends
from bot.answering.figures.amounts import amount, budget_in_premise
from bot.answering.figures.claims import claimed
from bot.answering.figures.counted_towns import counted_towns
from bot.answering.figures.credits_taken import debt_of_governments
from bot.answering.figures.disagreeing import disagreeing
from bot.answering.figures.labels import with_role
from bot.answering.figures.sorts import divided_otherwise, unsaid_part
from bot.answering.figures.summed_towns import summed_towns
from bot.answering.joining import (
    with_entry_of_sums,
    with_parts,
    with_silent_years,
    with_what_was_authorised,
)
from bot.answering.otherwise.missing import missing
from bot.answering.otherwise.second_thoughts import FIGURE_ACTS, MOSTLY, WHOLLY
from bot.answering.search.selecting import is_about
from bot.answering.search.shelves import Shelves
from bot.answering.statements import commitments, listings, origins, parties, tellings
from bot.answering.statements.explaining import explained, written
from bot.answering.statements.faq import FAQ_CLEAR, FAQ_SAME, FAQ_WHOLE
from bot.answering.statements.noted import count_in_words, counted_otherwise, noted_before
from bot.answering.statements.towns import told_of_towns
from bot.domain.answer import Answer, Explained, Found, Missing, Role, Unit
from bot.domain.reading import Act, Interpretation, Topic
from bot.language.folding import fold, words

Act_ = Callable[[Interpretation, Shelves, date], Answer | None]

ANSWERS: Mapping[Act, Act_] = {
    Act.AMOUNT: trends.amount_or_line,
    Act.BREAKDOWN: parts.breakdown,
    Act.RANKING: rankings.ranking,
    Act.TREND: trends.trend,
    Act.COMPARE: comparisons.compare,
    Act.STATUS: tellings.status,
    Act.TERMS: tellings.terms,
    Act.WHO: tellings.telling,
    Act.WHEN: tellings.telling,
    Act.LIST: listings.listing,
    Act.SOURCE: origins.origin,
}
TOLD = frozenset({Act.WHO, Act.WHEN, Act.LIST, Act.STATUS, Act.SOURCE, Act.TERMS})
# «¿a quién le tocó más?» is a ranking of those who have a figure.
SUPERLATIVE = frozenset({"mas", "menos", "mayor", "menor"})
DIVIDED = frozenset({Act.BREAKDOWN, Act.RANKING, Act.TREND, Act.COMPARE})
KEYWORDED = frozenset({Act.FAQ, Act.WHO, Act.LIST, Act.STATUS})
# At the beginning it asks; inside, «que» and «quien» only join.
INTERROGATIVE = re.compile(
    r"[¿?]|^(y |a |de |en |por |con |para |pa )*(que|q|k|quien\w*|cual\w*|cuando|donde|como|enlista|enumera|lista|dime|explica\w*)\b"
)
WHETHER = re.compile(r"\b(?:tra(?:e|ia|jo)|inclu(?:ye|ia|yo)|contempl(?:a|aba|o)|habra|hubo|preve|consider(?:a|aba)|va a haber)\b")
PERCENTS = frozenset({Unit.PERCENT, Unit.PERCENTAGE_POINTS})


@dataclass(frozen=True)
class Sought:
    """A prepared reading and what it is looked up in; ``after`` is the reading of the turn before, and ``before`` the same, prepared."""

    reading: Interpretation
    shelves: Shelves
    asked_on: date
    after: Interpretation | None = None
    before: Interpretation | None = None


Way = Callable[[Sought], Answer | None]


def looked_up(sought: Sought) -> Answer:
    """By the first way that applies; the last one applies to every act."""
    sought = of_a_published_kind(sought)
    sought = of_a_figure_named(sought)
    return next(answer for way in WAYS if (answer := way(sought)))


def of_a_published_kind(sought: Sought) -> Sought:
    """«¿cuánto gana el magisterio?»: nobody publishes salaries, but a payroll of those named is published."""
    kind = published_kind(sought.reading, sought.shelves) if of_what_nobody_publishes(sought.reading) else None
    return replace(sought, reading=kind) if kind else sought


def of_a_figure_named(sought: Sought) -> Sought:
    """Keywords that name one figure, and a list of who disagrees about one, ask how much."""
    reading = sought.reading
    named = reading.act in KEYWORDED and names_a_figure(reading, sought.shelves)
    if named or (reading.act in (Act.LIST, Act.WHO) and disagreeing(reading)):
        return replace(sought, reading=with_default_measure(replace(reading, act=Act.AMOUNT)))
    return sought


def of_what_nobody_publishes(reading: Interpretation) -> bool:
    return bool(set(reading.concepts) & UNPUBLISHED_ANYWHERE) and reading.act is not Act.FAQ


def shared_by_heads(sought: Sought) -> Answer | None:
    asks = divided_among(sought.reading) and sought.reading.act in FIGURE_ACTS
    return per_head(sought.reading, sought.shelves) if asks else None


def unpublished(sought: Sought) -> Answer | None:
    """What nobody publishes is missing."""
    return missing(sought.reading, sought.shelves) if of_what_nobody_publishes(sought.reading) else None


def unpublished_whole(sought: Sought) -> Answer | None:
    """So are the parts, the order and the line of what has no figure."""
    asked = concepts_asked(sought.reading)
    if not asked or sought.reading.act not in DIVIDED or any(concept in sought.shelves.descriptors.published for concept in asked):
        return None
    return missing(sought.reading, sought.shelves)


def in_words(sought: Sought) -> Answer | None:
    return explained(sought.reading, sought.shelves, sought.asked_on) if sought.reading.act is Act.FAQ else None


def share(sought: Sought) -> Answer | None:
    """A published percentage, or one worked out; else the figures there are, as the nearest, and what is missing."""
    reading, shelves = sought.reading, sought.shelves
    if not asks_share(reading):
        return None
    found = ANSWERS[reading.act](reading, shelves, sought.asked_on)
    if isinstance(found, Found) and any(f.unit in PERCENTS and not f.derived for f in found.figures):
        return found
    if shared := ranked_shares(reading, shelves) or share_of_whole(reading, shelves, sought.after):
        return shared
    if not isinstance(found, Found):
        return found if isinstance(found, Explained) else instead(sought, found)
    return missing(reading, shelves, with_role(found.figures[:2], Role.NEAREST))


def mean_of_years(sought: Sought) -> Answer | None:
    return yearly_mean(sought.reading, sought.shelves) if asks_yearly_mean(sought.reading) else None


def by_its_act(sought: Sought) -> Answer:
    reading, shelves, asked_on = sought.reading, sought.shelves, sought.asked_on
    found = ANSWERS[reading.act](reading, shelves, asked_on)
    if reading.act is Act.BREAKDOWN:
        found = divided_otherwise(reading, found, shelves, asked_on) or found
    if reading.act in (Act.WHO, Act.LIST) and (reading.amounts or asks_how_much_each(reading)):
        found = with_parts(found, parts.breakdown(reading, shelves, asked_on))
    found = set_apart(reading, found, shelves, asked_on)
    if found is None and reading.act is Act.WHO and reading.amounts:
        found = amount(replace(reading, act=Act.AMOUNT), shelves, asked_on)
    if found is None and reading.act is Act.WHO and SUPERLATIVE & set(words(reading.asked)):
        found = rankings.ranking(reading, shelves, asked_on)
    if isinstance(found, Found):
        return completed(found, sought)
    if isinstance(found, Explained) or (isinstance(found, Missing) and found.statements):
        return found
    return instead(sought, found)


def completed(found: Found, sought: Sought) -> Answer:
    """With what stands beside it; missing where it could not be converted as asked."""
    reading, shelves = sought.reading, sought.shelves
    if otherwise := counted_otherwise(found, reading, shelves):
        return otherwise
    if reading.act is Act.AMOUNT and len(found.figures) == 1:
        found = unsaid_part(found, shelves) or found
    if left_as_stored(found, reading):
        return replace(missing(reading, shelves, with_role(found.figures[:2], Role.NEAREST)), notes=())
    found = tellings.with_disagreement_told(found, shelves)
    found = with_what_was_authorised(found, shelves)
    found = with_silent_years(found)
    return with_entry_of_sums(found, shelves)


def instead(sought: Sought, found: Answer | None) -> Answer:
    """Nothing of the act asked: an FAQ entry or statements that clearly speak of it, else what is missing. A figure known to be
    unpublished for the asked period is missing, whatever the FAQ says in general."""
    reading, shelves = sought.reading, sought.shelves
    if premise := budget_in_premise(reading, shelves, sought.asked_on):
        return premise
    if isinstance(found, Missing) and reading.carried:
        # «¿y de capital?» asks for the figure, not for what capital is
        return found
    if reading.act in FIGURE_ACTS and (told_of := parties.told_of_party(reading, shelves)):
        return told_of
    if entry := entry_instead(reading, found, shelves):
        return entry
    if otherwise := count_in_words(reading, shelves) or commitments.not_among(reading, shelves):
        return otherwise
    return statements_instead(reading, found, shelves) or found or missing(reading, shelves)


def entry_instead(reading: Interpretation, found: Answer | None, shelves: Shelves) -> Explained | None:
    match = shelves.faq.best_about(reading)
    near_told = isinstance(found, Missing) and found.nearest and mentions_how_much(words(reading.asked))
    least = FAQ_SAME if isinstance(found, Missing) or asks_a_figure(reading) else FAQ_CLEAR
    return Explained(reading, shelves.faq.open(match.entry)) if match and not near_told and match.score >= least else None


def statements_instead(reading: Interpretation, found: Answer | None, shelves: Shelves) -> Answer | None:
    if isinstance(found, Missing):
        # «¿el paquete 2026 trae deuda nueva?» asks no amount
        named = bool(found.nearest and reading.concepts) and not WHETHER.search(fold(reading.asked))
        asks = reading.act is Act.AMOUNT and not named and not mentions_how_much(words(reading.asked))
        return tellings.surely_told(reading, shelves, dated=True) if asks else None
    if audited := parties.audit_of(reading, shelves):
        return audited
    return tellings.surely_told(reading, shelves, dated=bool(reading.years)) if reading.act not in TOLD else None


def names_a_figure(reading: Interpretation, shelves: Shelves) -> bool:
    """Keywords without a question word, «costo anual del aguinaldo de 60 días», that are the name of one published figure."""
    if reading.topic is Topic.OPEN_GOVERNMENT:
        return False
    if INTERROGATIVE.search(fold(reading.asked).strip()) or "?" in reading.asked:
        return False
    best = next(iter(shelves.finder.rank(reading, 1)), None)
    match = shelves.faq.best_about(reading)
    if best is None or not is_about(best) or (match and match.score >= FAQ_WHOLE):
        return False
    dated = bool(reading.years) and best.concept_hit and best.timely > 0
    return (best.concept_hit or best.named) and best.covered >= (MOSTLY if dated else WHOLLY)


def asks_a_figure(reading: Interpretation) -> bool:
    """A figure of a year or of somebody named: a definition does not stand in for it."""
    return reading.act not in TOLD and bool(reading.period or names_asked(reading))


def of(way: Callable[[Interpretation, Shelves], Answer | None]) -> Way:
    return lambda sought: way(sought.reading, sought.shelves)


def on_the_day(way: Act_) -> Way:
    return lambda sought: way(sought.reading, sought.shelves, sought.asked_on)


def after(way: Callable[[Interpretation, Interpretation, Shelves], Answer | None]) -> Way:
    """Only in the turn after another."""
    return lambda sought: way(sought.reading, sought.before, sought.shelves) if sought.before else None


WAYS: tuple[Way, ...] = (
    shared_by_heads,
    unpublished,
    of(told_of_towns),
    unpublished_whole,
    of(commitments.of_all),
    on_the_day(counted_towns),
    after(parts.part_of_before),
    after(noted_before),
    of(summed_towns),
    on_the_day(debt_of_governments),
    on_the_day(claimed),
    in_words,
    of(written),
    on_the_day(typed_in_pesos_of),
    on_the_day(multiple),
    on_the_day(growth),
    of(written_of_growth),
    share,
    mean_of_years,
    by_its_act,
)
"""In order: where two apply, the first one answers."""
