"""«¿Cómo ha ido?»: one series over time, gaps as gaps, change between its ends. Comparisons of two things are in ``comparisons.py``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from bot.answering.asked.moments import moments_named
from bot.answering.asked.slots import concepts_asked
from bot.answering.derived.arithmetic import difference
from bot.answering.derived.sums import sum_of_concept
from bot.answering.figures.amounts import amount
from bot.answering.figures.choosing import figures_of, without_repeats
from bot.answering.figures.conflicts import rivals
from bot.answering.figures.each_candidate import choices
from bot.answering.figures.only_near import PLANNED
from bot.answering.figures.points import MOST_POINTS, later_of_kin, longest_line, of_one_owner, points_of, thinned, years_named
from bot.answering.search.candidates import Candidate
from bot.answering.search.queries import query_of
from bot.answering.search.selecting import facts_of, family, meant
from bot.answering.search.shelves import Shelves
from bot.answering.search.timely import RATES, ended, moments_of, months_summed, timely, years_of
from bot.answering.statements.faq import FAQ_CLEARER, FAQ_SAME
from bot.domain.answer import Answer, Confidence, Explained, Figure, Found, Note, Role, Unit, counts_something_else
from bot.domain.ledger import Fact
from bot.domain.period import AskedPeriod
from bot.domain.reading import Interpretation
from bot.domain.stage import Stage


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
