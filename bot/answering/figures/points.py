"""The points of a line: which facts of a series follow each other over time, and at which stage."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from bot.answering.figures.choosing import without_repeats, without_roundings
from bot.answering.search.candidates import Candidate
from bot.answering.search.queries import query_of
from bot.answering.search.selecting import facts_of, family, is_about
from bot.answering.search.shelves import Shelves
from bot.answering.search.timely import ended, moments_of, timely
from bot.domain.answer import Confidence
from bot.domain.ledger import Fact
from bot.domain.query import Query
from bot.domain.reading import Act, Interpretation
from bot.domain.vocabulary import Term
from bot.language.folding import fold

MOST_POINTS = 8
BETWEEN = re.compile(r"\bentre (?:el )?(?:19|20)\d\d y (?:el )?(?:19|20)\d\d\b")


def of_one_owner(picked: Sequence[Candidate], reading: Interpretation, shelves: Shelves) -> Sequence[Candidate]:
    """A line of the state, not of its towns one after the other, where nobody named a town: «¿cómo ha cambiado la población?»."""
    if reading.of_kind("municipio") or not any(len(candidate.series) > 1 for candidate in picked):
        return picked
    concepts = {candidate.descriptor.concept for candidate in picked}
    alone = [each for each in shelves.finder.rank(reading, 80) if each.descriptor.concept in concepts and not each.descriptor.municipal]
    query = query_of(reading, [])
    return sorted(alone, key=lambda each: -len(timely(facts_of([each], shelves), query)))[:1] or picked


def thinned(points: Sequence[Fact], reading: Interpretation) -> tuple[list[Fact], list[str]]:
    """At most MOST_POINTS moments, the first, the last and the years asked by name among them, evenly spaced; and the moments left out."""
    moments = list(dict.fromkeys(fact.period.label for fact in points if fact.period))
    if len(moments) <= MOST_POINTS:
        return list(points), []
    asked = {str(year) for year in years_named(reading)}
    kept = {moments[0], moments[-1], *(label for label in moments if label[:4] in asked)}
    step = Fraction(len(moments) - 1, MOST_POINTS - 1)
    spread = [moments[round(place * step)] for place in range(MOST_POINTS)]
    between = [label for label in spread if label not in kept]
    while between and len(kept) + len(between) > MOST_POINTS:
        del between[len(between) // 2]
    kept |= set(between)
    return [fact for fact in points if fact.period and fact.period.label in kept], [label for label in moments if label not in kept]


def later_of_kin(points: Sequence[Fact], reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """Where a balance stops being published, what goes on of its kinds, from then on: the whole debt ends in 2021, that of long term
    goes on."""
    if not points or points[0].series.concept.flow != "saldo" or reading.stage not in (None, points[0].stage):
        return []
    own, last = points[0].series, max((fact.period.end for fact in points if fact.period), default=date.min)
    kinds: dict[str, list[Fact]] = defaultdict(list)
    for fact in shelves.descriptors.kinds_of(own.concept.id, own.subject.clave):
        if fact.period and fact.period.end >= last and not fact.repeats and fact.confidence is not Confidence.LOW and fact.amount:
            kinds[fact.series.id].append(fact)
    later = [facts for facts in kinds.values() if any(fact.period and fact.period.end > last for fact in facts)]
    best = max(later, key=len, default=[])
    return timely(sorted(best, key=ended), query_of(reading, []))


def longest_line(reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """When the best candidate has a single point: the near one with most, if any has two."""
    ranked = [candidate for candidate in shelves.finder.rank(reading) if is_about(candidate)]
    near = [candidate for candidate in ranked if candidate.score >= ranked[0].score - 0.5]
    lines = [points_of(candidate, reading, shelves) for candidate in near]
    return max(lines, key=lambda line: len(moments_of(line)), default=[])


def points_of(candidate: Candidate, reading: Interpretation, shelves: Shelves) -> list[Fact]:
    kin = family(candidate, shelves.finder.rank(reading, 80), shelves) if candidate.series[0].concept.flow == "saldo" else [candidate]
    by_concept = [without_repeats(facts_of([one], shelves)) for one in kin]
    query = query_of(reading, [candidate], whole_series=True)
    terms = [shelves.terms[mention.clave] for mention in reading.of_kind("gobierno")]
    spanned = [(*of_terms(facts, terms, reading), *in_span(facts, query, reading)) for facts in by_concept]
    fit = [[fact for fact in without_roundings(facts) if reading.stage in (None, fact.stage) and fact.period] for facts in spanned]
    best = fullest(fit, fit[kin.index(candidate)] if candidate in kin else [])
    sure = [fact for fact in best if fact.confidence is not Confidence.LOW] or best
    return one_stage(with_named_years(sure, best, reading), reading)


def fullest(lines: Sequence[list[Fact]], asked: list[Fact]) -> list[Fact]:
    """The line of the very concept asked while it has two points and half as many as any of its kin; else the kin with most."""

    def points(line: Sequence[Fact]) -> int:
        return len({fact.period.label for fact in line if fact.period and fact.confidence is not Confidence.LOW})

    best = max(lines, key=points, default=[])
    return asked if points(asked) >= max(2, points(best) / 2) else best


def of_terms(facts: Sequence[Fact], terms: Sequence[Term], reading: Interpretation) -> list[Fact]:
    """«con Alonso, en 2017 y en 2019»: beside the years named, what holds for the years of a government named."""
    if reading.period is None or reading.period.kind != "years":
        return []
    known = set(reading.years)
    spans = [(term.start, term.end) for term in terms if term.start and term.end]
    return [
        fact
        for fact in facts
        if fact.period and len(fact.period.years) > 1 and not known & set(fact.period.years)
        if any(start.year <= fact.period.start.year and fact.period.end.year <= end.year for start, end in spans)
    ]


def in_span(facts: Sequence[Fact], query: Query, reading: Interpretation) -> list[Fact]:
    """Points of the asked span, or of the single years named."""
    found = timely(facts, query)
    if reading.period and reading.period.kind == "years":
        known = set(reading.years)
        if reading.act is Act.TREND and BETWEEN.search(fold(reading.asked)):
            # «¿ha subido entre 2023 y 2025?»: how it went on the way is asked too
            known = set(range(min(known), max(known) + 1))
        found = [fact for fact in found if fact.period and set(fact.period.years) & known]
    return found


def with_named_years(sure: Sequence[Fact], every: Sequence[Fact], reading: Interpretation) -> list[Fact]:
    """A year that was named and of which only somebody's word is published has that word as its point."""
    if reading.period is None or reading.period.kind not in ("years", "range", "open"):
        return list(sure)
    known = {year for fact in sure if fact.period for year in fact.period.years}
    left = years_named(reading) - known
    return [fact for fact in every if fact in sure or (fact.period and set(fact.period.years) <= left)]


def years_named(reading: Interpretation) -> set[int]:
    """The years typed: of a span, its two ends."""
    of_a_list = reading.period is not None and reading.period.kind == "years"
    return set(reading.years if of_a_list else (*reading.years[:1], *reading.years[-1:]))


def one_stage(facts: Sequence[Fact], reading: Interpretation) -> list[Fact]:
    """A line is drawn through one stage only: the one asked, else the one with most points."""
    if reading.stage:
        return list(facts)
    by_stage: dict[object, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_stage[fact.stage].append(fact)
    best = max(by_stage.values(), key=len, default=[])
    if reading.period is None or reading.period.kind not in ("years", "range"):
        return best
    # a year that was asked and is published at another stage only has that one as its point, by its name
    known = {year for fact in best if fact.period for year in fact.period.years}
    return [fact for fact in facts if fact in best or (fact.period and not set(fact.period.years) & known)]
