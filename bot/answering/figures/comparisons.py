"""«¿Más o menos que…?»: two things, years, stages or claims, one against another."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from bot.answering.asked.counting import asks_gap
from bot.answering.asked.moments import at_moments, moments_named, names_two_moments
from bot.answering.asked.periods import asks_the_first
from bot.answering.asked.slots import CHANGED, concepts_asked
from bot.answering.derived.arithmetic import difference
from bot.answering.derived.conversions import PRICES_OF_MONTHS, converted, is_of_prices
from bot.answering.figures.amounts import amount, first
from bot.answering.figures.caveats import notes_of
from bot.answering.figures.choosing import figures_of, of_one_stage_each
from bot.answering.figures.conflicts import rivals
from bot.answering.figures.disagreeing import disagreeing
from bot.answering.figures.each_candidate import at_one_time
from bot.answering.figures.governors import under_each_government
from bot.answering.figures.labels import with_role
from bot.answering.figures.left_unpaid import what_lacked
from bot.answering.figures.points import of_one_owner
from bot.answering.figures.reported import HEARING, attributed, told_by_another
from bot.answering.figures.trends import change, nearest_of, of_the_whole_span, sums_over_time
from bot.answering.otherwise.missing import missing
from bot.answering.search.candidates import Candidate
from bot.answering.search.classes import with_classes_beside
from bot.answering.search.queries import query_of
from bot.answering.search.selecting import facts_of, has_whole_span, is_span, leaves_out, meant
from bot.answering.search.shelves import Shelves
from bot.answering.search.side_by_side import side_by_side
from bot.answering.statements.faq import FAQ_BETTER
from bot.domain.answer import Answer, Confidence, Explained, Figure, Found, Note, Role
from bot.domain.ledger import Fact
from bot.domain.period import AskedPeriod, Period
from bot.domain.reading import Act, Interpretation
from bot.domain.stage import ACCOUNTING_STAGES, Stage
from bot.language.folding import fold, words

COMPARING = re.compile(
    r"\b(?:compar\w*|vs|versus|contra|diferencia|que paso|cambi\w*|subi\w*|baj\w*|crec\w*|aument\w*|redu\w*|mas|menos)\b"
)
OTHER_STATES = re.compile(r"\b(?:otr[oa]s|l[oa]s demas|el resto de l[oa]s) (?:estados|entidades)\b")


@dataclass(frozen=True)
class Sides:
    """What is set side by side: the question at each period asked, the candidates meant, and what these tell of those.

    ``stages`` are those of two stages asked at which something is told; ``of_two_stages`` tells that two were asked, ``of_the_first`` that
    the first moment published was.
    """

    reading: Interpretation
    shelves: Shelves
    today: date
    readings: tuple[Interpretation, ...]
    picked: tuple[Candidate, ...]
    facts: tuple[Fact, ...]
    stages: frozenset[Stage]
    of_two_stages: bool
    of_the_first: bool

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        return figures_of(self.facts)

    @cached_property
    def near(self) -> tuple[Figure, ...]:
        """The nearest figure of each period of which none answers."""
        return nearest_of(self.readings, self.picked, self.facts, self.shelves)

    def as_amount(self, reading: Interpretation) -> Answer | None:
        return amount(reading, self.shelves, self.today)


def compare(reading: Interpretation, shelves: Shelves, today: date) -> Answer | None:
    """Each thing named, at each period named; the difference beside them when they are of one stage and unit."""
    if told := told_together(reading, shelves, today):
        return told
    two = names_two_moments(reading)
    reading = replace(reading, stage=None) if two else reading
    picked = with_classes_beside(meant(reading, shelves), reading, shelves)
    if len(side_by_side(reading)) > 2 and leaves_out(picked, reading, shelves):
        # «el presupuesto de educación, salud y obras públicas», of which one was not published
        return amount(replace(reading, act=Act.AMOUNT), shelves, today)
    if any(candidate.descriptor.municipal for candidate in picked):
        picked = list(of_one_owner(picked, reading, shelves))
    readings = at_each_period(reading, picked, shelves)
    facts = [fact for one in readings for fact in at_one_time(one, picked, shelves)]
    earliest = first_published(picked, shelves) if asks_the_first(reading) else []
    if earliest:
        facts = [*earliest, *(facts if reading.period else ())]
    measured = {fact.series.concept.id for fact in facts}
    if not measured.issuperset(concepts_asked(reading)[:1]) and (sums := sums_over_time(reading, shelves)):
        return sums
    facts += [fact for fact in facts_of(picked, shelves) if is_called(fact, reading)] if facts else []
    named = moments_named(reading)
    stages = at_moments((fact.stage for fact in facts if fact.stage), named) if two else frozenset()
    if two and not stages and facts and all(fact.stage in ACCOUNTING_STAGES for fact in facts):
        # «lo aprobado contra lo modificado» of a year of which only the paid was published: neither is told, and the paid is only near
        return amount(replace(readings[0], stage=min(named)), shelves, today)
    facts = [fact for fact in facts if fact.stage in stages] if stages else of_one_stage_each(facts, query_of(reading, []))
    kept = tuple(dict.fromkeys(facts))
    sides = Sides(reading, shelves, today, tuple(readings), tuple(picked), kept, stages, two, bool(earliest))
    return first(step(sides) for step in NOT_SET_AGAINST) or set_against(sides)


def told_together(reading: Interpretation, shelves: Shelves, today: date) -> Answer | None:
    """What was published of the whole span, in one hearing, or under each of two governments."""
    typed = fold(reading.asked)
    if not COMPARING.search(typed) and (whole := of_the_whole_span(reading, shelves, today)):
        return whole
    if HEARING.search(typed) and len(heard := attributed(reading, shelves)) > 1:
        return Found(reading, figures_of(heard))
    return under_each_government(reading, shelves)


def at_each_period(reading: Interpretation, picked: Sequence[Candidate], shelves: Shelves) -> list[Interpretation]:
    """The question at each period asked; of a span, at its two ends, unless one figure of it all is told of each thing."""
    readings = [replace(reading, period=period) for period in periods_of(reading)] or [reading]
    of_two_names = is_span(reading) and len(picked) > 1 and not CHANGED.search(fold(reading.asked))
    if of_two_names and all(has_whole_span(each, reading, shelves) for each in picked):
        # «¿cuál perdió más entre 2020 y 2022, el Jobito o el Parador?»: one figure of all those years each
        return [reading]
    two_of_a_span = is_span(reading) and len(reading.concepts) > 1 and len(readings) > 1
    if two_of_a_span and answers_each(at_one_time(reading, picked, shelves), reading, shelves):
        # «asignado contra sin comprobar, 2009-2019»: two things of one span, not two ends of it
        return [reading]
    return readings


def versions_of_one(sides: Sides) -> Answer | None:
    """«¿cuánta deuda decía dejar Alonso y cuánta decía Tello?»: one thing at one time, and all that was said of it."""
    disputed = len(sides.readings) == 1 and disagreeing(sides.reading) and rivals(sides.facts)
    return sides.as_amount(replace(sides.reading, act=Act.AMOUNT)) if disputed else None


def lacked(sides: Sides) -> Answer | None:
    return what_lacked(sides.facts, sides.reading)


def by_another(sides: Sides) -> Answer | None:
    theirs = told_by_another(sides.facts, sides.reading, sides.shelves)
    return Found(sides.reading, figures_of(theirs)) if theirs else None


def in_two_units(sides: Sides) -> Answer | None:
    """«¿quién gastó más por habitante?»"""
    worked = converted(sides.figures, sides.reading, sides.shelves, sides.today) if sides.reading.per else ()
    several = len({figure.unit for figure in worked}) > 1
    return Found(sides.reading, worked, notes=notes_of(sides.reading, sides.facts, worked)) if several else None


def at_any_stage(sides: Sides) -> Answer | None:
    """Of one of the things named nothing is told at the stage asked."""
    reading, shelves = sides.reading, sides.shelves
    silent = reading.stage is not None and len(reading.concepts) > 1 and not answers_each(sides.facts, reading, shelves)
    return compare(replace(reading, stage=None), shelves, sides.today) if silent else None


def without_gap(sides: Sides) -> Answer | None:
    """«¿cuánto subió de 2023 a 2024?», of which one was published: what lies between is not."""
    moments = {moment_of(fact) for fact in sides.facts}
    one_side = (len(sides.readings) > 1 and len(moments) == 1) or (sides.of_two_stages and len(sides.stages) == 1)
    if not (sides.figures and asks_gap(sides.reading) and one_side):
        return None
    return missing(sides.reading, sides.shelves, (*with_role(sides.figures[:2], Role.NEAREST), *sides.near))


def one_side(sides: Sides) -> Answer | None:
    alone = len(sides.figures) == 1 and (len(sides.readings) > 1 or sides.of_two_stages)
    return Found(sides.reading, (*sides.figures, *sides.near)) if alone else None


def in_words(sides: Sides) -> Answer | None:
    return compared_in_words(sides.reading, sides.shelves) if len(sides.figures) < 2 else None


def of_first_moment(sides: Sides) -> Answer | None:
    alone = sides.figures and sides.of_the_first and not sides.reading.period
    return Found(sides.reading, sides.figures) if alone else None


def of_whole_span(sides: Sides) -> Answer | None:
    return of_the_whole_span(sides.reading, sides.shelves, sides.today) if len(sides.figures) < 2 else None


def alone(sides: Sides) -> Answer | None:
    """Nothing stands beside it."""
    return sides.as_amount(replace(sides.readings[0], stage=sides.reading.stage)) if len(sides.figures) < 2 else None


NOT_SET_AGAINST: tuple[Callable[[Sides], Answer | None], ...] = (
    versions_of_one,
    lacked,
    by_another,
    in_two_units,
    at_any_stage,
    without_gap,
    one_side,
    in_words,
    of_first_moment,
    of_whole_span,
    alone,
)
"""What is told where the sides found are not set against each other, in order."""


def set_against(sides: Sides) -> Found | None:
    """Two figures or more, what lies between the two that compare, and the nearest of what is not published."""
    reading, facts, figures = sides.reading, sides.facts, sides.figures
    if len(figures) < 2:
        return None
    measured = {fact.series.concept.id for fact in facts}
    alike = len(measured) == 1 or measured <= set(concepts_asked(reading))
    wants_gap = asks_gap(reading)
    sure = [fact for fact in facts if not wants_gap or fact.confidence is not Confidence.LOW]
    pair = sure if len(figures_of(sure)) == 2 and alike else of_the_thing_asked(sure or facts)
    # two sources of one moment differ; nothing changed
    changed = len(figures_of(pair)) == 2 and not rivals(pair, exactly=True)
    moved = (change(pair) or between_owners(pair)) if changed else ()
    notes = [Note("sources_disagree")] if rivals(facts) else []
    if moved and wants_gap and not is_of_prices(reading):
        notes = [Note("sources_disagree")] if rivals(pair) else []
        figures = figures_of(pair)
        moved = tuple(replace(figure, role=Role.ANSWER) for figure in moved)
    if moved and is_of_prices(reading) and COMPARING.search(fold(reading.asked)):
        # an index is only read by how much it rises
        moved = (*moved[:-1], replace(moved[-1], role=Role.ANSWER))
    return Found(reading, (*figures, *moved, *(sides.near if len(sides.readings) > 1 else ())), notes=tuple(notes))


def first_published(picked: Sequence[Candidate], shelves: Shelves) -> list[Fact]:
    """All that was told of the first moment of which the best candidate tells something."""
    dated = [fact for fact in facts_of(picked[:1], shelves) if fact.period and fact.amount]
    first = min((fact.period.end for fact in dated if fact.period), default=None)
    return [fact for fact in dated if fact.period and fact.period.end == first]


def compared_in_words(reading: Interpretation, shelves: Shelves) -> Explained | None:
    """«¿la deuda es mucha frente a otros estados?»: one figure compares with nothing, what staff wrote does."""
    match = shelves.faq.best_about(reading)
    near = match and match.score >= FAQ_BETTER and match.entry.topic == reading.topic
    return Explained(reading, shelves.faq.open(match.entry)) if match and near and OTHER_STATES.search(fold(reading.asked)) else None


def answers_each(facts: Sequence[Fact], reading: Interpretation, shelves: Shelves) -> bool:
    """Each published concept named has a figure: «asignado» is said of one, and no stage of the other."""
    found = {id for fact in facts for id in (fact.series.concept.id, fact.series.concept.parent)}
    return {concept for concept in reading.concepts if concept in shelves.descriptors.published} <= found


def between_owners(pair: Sequence[Fact]) -> tuple[Figure, ...]:
    """«¿cuánto más recibió Fresnillo que Jerez?»: what lies between the figures of two owners, of one measure, stage and period."""
    less, more = sorted(figures_of(pair), key=lambda figure: figure.amount)
    alike = {(fact.series.concept.id, fact.stage, fact.unit, fact.period.label if fact.period else "") for fact in pair}
    if len(alike) > 1 or len({fact.series.subject.id for fact in pair}) < 2:
        return ()
    gap = difference(less, more, Role.CONTEXT)[:1]
    return tuple(replace(figure, label="Diferencia") for figure in gap)


def moment_of(fact: Fact) -> str:
    return fact.period.label if fact.period else ""


def of_the_thing_asked(facts: Sequence[Fact]) -> list[Fact]:
    """The two ends of the series that answers best, where its kinds or its other stages stand beside it."""
    return [fact for fact in facts if (fact.series, fact.stage) == (facts[0].series, facts[0].stage)]


def is_called(fact: Fact, reading: Interpretation) -> bool:
    """The question holds one of the phrases by which this very fact is named: «el año más pesado»."""
    asked = set(words(reading.asked))
    phrases = (words(phrase) for phrase in re.split(r"[,;]", fact.words))
    return any(len(phrase) > 1 and set(phrase) <= asked for phrase in phrases)


def periods_of(reading: Interpretation) -> list[AskedPeriod]:
    """The single years of «2015 y 2025»; a span stays whole."""
    period = reading.period
    if period is None or period.kind not in ("years", "range") or len(period.years) < 2:
        return []
    if reading.measure == PRICES_OF_MONTHS and period.start and period.end:
        ends = (Period.parse(f"{day:%Y-%m}") for day in (period.start, period.end))
        return [AskedPeriod("month", (end.start.year,), end.start, end.end, end.label) for end in ends]
    years = period.years if period.kind == "years" else (period.years[0], period.years[-1])
    return [AskedPeriod.of_year(year) for year in years]
