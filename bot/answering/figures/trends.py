"""«¿Cómo ha ido?»: one series over time, gaps as gaps, change between its ends. Comparisons of two things are in ``comparisons.py``."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from bot.answering.asked.moments import moments_named
from bot.answering.asked.slots import concepts_asked
from bot.answering.derived.arithmetic import difference
from bot.answering.derived.sums import sum_of_concept
from bot.answering.figures.amounts import amount
from bot.answering.figures.choosing import figures_of, without_repeats, without_roundings
from bot.answering.figures.conflicts import rivals
from bot.answering.figures.each_candidate import choices
from bot.answering.figures.only_near import PLANNED
from bot.answering.search.candidates import Candidate
from bot.answering.search.queries import query_of
from bot.answering.search.selecting import facts_of, family, is_about, meant
from bot.answering.search.shelves import Shelves
from bot.answering.search.timely import RATES, ended, moments_of, months_summed, timely, years_of
from bot.answering.statements.faq import FAQ_CLEARER, FAQ_SAME
from bot.domain.answer import Answer, Confidence, Explained, Figure, Found, Note, Role, Unit, counts_something_else
from bot.domain.ledger import Fact
from bot.domain.period import AskedPeriod
from bot.domain.query import Query
from bot.domain.reading import Act, Interpretation
from bot.domain.stage import Stage
from bot.domain.vocabulary import Term
from bot.language.folding import fold

MOST_POINTS = 8
BETWEEN = re.compile(r"\bentre (?:el )?(?:19|20)\d\d y (?:el )?(?:19|20)\d\d\b")


def trend(reading: Interpretation, shelves: Shelves, today: date) -> Answer | None:
    """Every published point of the asked span, oldest first, one stage."""
    points: list[Fact] = []
    for candidate in of_one_owner(meant(reading, shelves), reading, shelves):
        points += points_of(candidate, reading, shelves)
    if len(moments_of(points)) < 2:
        points = longest_line(reading, shelves)
    if all(fact.stage is Stage.REQUESTED for fact in points) and Stage.REQUESTED not in moments_named(reading):
        # «¿le subieron el presupuesto?»: what was asked for went up or down, and says nothing of what was given
        points = []
    if len(moments_of(points)) < 2:
        several = sums_over_time(reading, shelves) or across_stages(reading, shelves)
        return several or of_one_moment(amount(reading, shelves, today), reading, shelves)
    points += later_of_kin(points, reading, shelves)
    kept, left = thinned(points, reading)
    figures = figures_of(kept)
    notes = [Note("sources_disagree")] if rivals(kept) else []
    notes += [Note("points_left_out", (("cuales", ", ".join(dict.fromkeys(label[:4] for label in left))),))] if left else []
    if any(counts_something_else(fact.note) for fact in points):
        notes.append(Note("break_in_series"))
    return Found(reading, (*figures, *change(kept)), notes=tuple(notes))


def of_one_moment(found: Answer | None, reading: Interpretation, shelves: Shelves) -> Answer | None:
    """«¿ha subido?», where a single moment was published: what staff wrote of it, else the figure, which tells not whether it did."""
    if not isinstance(found, Found) or len({figure.period.label if figure.period else "" for figure in found.figures}) != 1:
        return found
    match = shelves.faq.best_about(reading)
    least = FAQ_SAME if reading.concepts else FAQ_CLEARER
    if match and match.score >= least and match.entry.topic == reading.topic and not reading.period:
        return Explained(reading, shelves.faq.open(match.entry))
    return replace(found, notes=(Note("one_moment"), *found.notes))


def across_stages(reading: Interpretation, shelves: Shelves) -> Found | None:
    """«¿han bajado las participaciones?»: years published each at another stage are told one after the other, and nothing is worked out
    between them."""
    picked = meant(reading, shelves)[:1]
    if not picked or reading.stage or reading.period or picked[0].descriptor.municipal or picked[0].series[0].concept.flow == "saldo":
        return None
    kin = family(picked[0], shelves.finder.rank(reading, 80), shelves)
    query = query_of(reading, picked, whole_series=True)
    facts = [fact for fact in timely(without_repeats(facts_of(kin, shelves)), query) if fact.confidence is not Confidence.LOW]
    dated = sorted((f for f in facts if f.unit is Unit.MXN and years_of(f) == 1), key=ended)
    known = {fact.period.label for fact in dated if fact.period and fact.stage not in PLANNED}
    told = [f for f in dated if f.stage not in PLANNED or (f.period and f.period.label not in known)]
    alike = [fact for fact in told if fact.series.counterpart == told[-1].series.counterpart]
    if len(moments_of(alike)) < 2:
        return None
    return Found(reading, figures_of(alike[-MOST_POINTS:]), notes=(Note("stages_not_compared"),))


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


def amount_or_line(reading: Interpretation, shelves: Shelves, today: date) -> Answer | None:
    """«¿cuánto, de 2018 a 2021?»: the one figure published for the whole span, else every point inside it."""
    found = amount(reading, shelves, today)
    period = reading.period
    if period is None or period.kind != "range" or len(reading.years) < 3:
        return found
    if isinstance(found, Found) and any(spans(figure, period) for figure in found.figures):
        return replace(found, figures=tuple(f for f in found.figures if spans(f, period) or f.role is not Role.ANSWER))
    line = trend(reading, shelves, today)
    return line if isinstance(line, Found) else found


def spans(figure: Figure, period: AskedPeriod) -> bool:
    """The figure is of (nearly) the whole asked span, not of one of its years, nor so much a year."""
    if figure.unit in RATES or figure.period is None or period.start is None or period.end is None:
        return False
    own = (figure.period.end - figure.period.start).days
    return own >= 0.7 * (period.end - period.start).days


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


def change(facts: Sequence[Fact]) -> tuple[Figure, ...]:
    """From the first to the last of one stage and label, both sums of as many months: five years' interest and four do not compare."""
    months = {fact.id: months_summed(fact) for fact in facts}
    kinds = Counter((fact.stage, months[fact.id]) for fact in facts)
    line = kinds.most_common(1)[0][0] if kinds else None
    figures = figures_of(fact for fact in facts if fact.period and (fact.stage, months[fact.id]) == line)
    dated = sorted(
        (figure for figure in figures if figure.label == figures[0].label),
        key=ended,
    )
    if len(dated) < 2 or any(is_disputed(end, dated) for end in (dated[0], dated[-1])):
        return ()
    return difference(dated[0], dated[-1], Role.CONTEXT)


# Versions of one moment that lie nearer than this leave the change as it is, rounded: 7,100 and 7,151.
NEAR_VERSIONS = Fraction(1, 50)


def is_disputed(end: Figure, dated: Sequence[Figure]) -> bool:
    """«¿ha subido la deuda?»: of the versions of 2010, each would give another percentage."""
    versions = [Fraction(figure.amount) for figure in dated if figure.period == end.period]
    return max(versions) - min(versions) > NEAR_VERSIONS * max(versions)


def sums_over_time(reading: Interpretation, shelves: Shelves) -> Found | None:
    """A concept that nobody printed and that is made of others, added up year by year: «el gasto federalizado de todo el país, 2013
    contra 2024»."""
    made = [id for id in concepts_asked(reading)[:1] if id in shelves.concepts and shelves.concepts[id].parts]
    if not made or reading.of_kind("municipio", "institucion"):
        return None
    named = years_named(reading) if reading.period and reading.period.kind == "years" else set(reading.years)
    sums = [sum_of_concept(made[0], replace(reading, period=AskedPeriod.of_year(year)), shelves) for year in sorted(named)]
    figures = [found[0] for found in sums if found]
    if len(figures) < 2:
        return None
    return Found(reading, (*figures, *difference(figures[0], figures[-1], Role.CONTEXT)))


def of_the_whole_span(reading: Interpretation, shelves: Shelves, today: date) -> Found | None:
    """«los intereses de septiembre de 2010 a octubre de 2017», although it was read as two ends to compare."""
    found = amount_or_line(reading, shelves, today) if reading.period and reading.period.kind == "range" else None
    period = reading.period
    return found if isinstance(found, Found) and period and any(spans(figure, period) for figure in found.figures) else None


def nearest_of(
    readings: Sequence[Interpretation], picked: Sequence[Candidate], found: Sequence[Fact], shelves: Shelves
) -> tuple[Figure, ...]:
    """For each period of which nothing answers, the nearest one published that does not answer another."""
    near = []
    for reading in readings:
        chosen = [choice for candidate in picked for choice in choices(candidate, reading, shelves)]
        if not any(choice.answers for choice in chosen):
            near += [fact for choice in chosen for fact in choice.nearest if fact not in found][:1]
    return figures_of(near, Role.NEAREST)
