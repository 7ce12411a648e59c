"""«¿Más o menos que…?»: two things, years, stages or claims, one against another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answering.asked.counting import asks_gap
from bot.answering.asked.moments import at_moments, moments_named, names_two_moments
from bot.answering.asked.periods import asks_the_first
from bot.answering.asked.slots import CHANGED, concepts_asked
from bot.answering.derived.arithmetic import difference
from bot.answering.derived.conversions import PRICES_OF_MONTHS, converted, is_of_prices
from bot.answering.figures.amounts import amount
from bot.answering.figures.caveats import notes_of
from bot.answering.figures.choosing import figures_of, of_one_stage_each
from bot.answering.figures.conflicts import rivals
from bot.answering.figures.disagreeing import disagreeing
from bot.answering.figures.each_candidate import choices
from bot.answering.figures.labels import with_role
from bot.answering.figures.left_unpaid import what_lacked
from bot.answering.figures.reported import HEARING, attributed, told_by_another
from bot.answering.figures.trends import change, nearest_of, of_one_owner, of_the_whole_span, sums_over_time
from bot.answering.otherwise.missing import missing
from bot.answering.search.candidates import Candidate
from bot.answering.search.classes import with_classes_beside
from bot.answering.search.queries import query_of
from bot.answering.search.selecting import facts_of, has_whole_span, is_span, leaves_out, meant, side_by_side
from bot.answering.search.shelves import Shelves
from bot.answering.statements.faq import FAQ_BETTER
from bot.domain.answer import Answer, Confidence, Explained, Figure, Found, Note, Role
from bot.domain.ledger import Fact
from bot.domain.period import AskedPeriod, Period
from bot.domain.reading import Act, Interpretation
from bot.domain.stage import ACCOUNTING_STAGES
from bot.language.folding import fold, words

COMPARING = re.compile(
    r"\b(?:compar\w*|vs|versus|contra|diferencia|que paso|cambi\w*|subi\w*|baj\w*|crec\w*|aument\w*|redu\w*|mas|menos)\b"
)
OTHER_STATES = re.compile(r"\b(?:otr[oa]s|l[oa]s demas|el resto de l[oa]s) (?:estados|entidades)\b")


def compare(reading: Interpretation, shelves: Shelves, today: date) -> Answer | None:
    """Each thing named, at each period named; the difference beside them when they are of one stage and unit."""
    if not COMPARING.search(fold(reading.asked)) and (whole := of_the_whole_span(reading, shelves, today)):
        return whole
    if HEARING.search(fold(reading.asked)) and len(heard := attributed(reading, shelves)) > 1:
        return Found(reading, figures_of(heard))
    if governed := under_each_government(reading, shelves):
        return governed
    named = moments_named(reading)
    two = names_two_moments(reading)
    reading = replace(reading, stage=None) if two else reading
    readings = [replace(reading, period=period) for period in periods_of(reading)] or [reading]
    picked = with_classes_beside(meant(reading, shelves), reading, shelves)
    if len(side_by_side(reading)) > 2 and leaves_out(picked, reading, shelves):
        # «el presupuesto de educación, salud y obras públicas», of which one was not published
        return amount(replace(reading, act=Act.AMOUNT), shelves, today)
    if any(candidate.descriptor.municipal for candidate in picked):
        picked = list(of_one_owner(picked, reading, shelves))
    two_of_a_span = len(reading.concepts) > 1 and len(readings) > 1 and reading.period is not None and reading.period.kind == "range"
    of_two_names = is_span(reading) and len(picked) > 1 and not CHANGED.search(fold(reading.asked))
    if of_two_names and all(has_whole_span(each, reading, shelves) for each in picked):
        # «¿cuál perdió más entre 2020 y 2022, el Jobito o el Parador?»: one figure of all those years each
        readings = [reading]
    if two_of_a_span and answers_each(at_one_time(reading, picked, shelves), reading, shelves):
        # «asignado contra sin comprobar, 2009-2019»: two things of one span, not two ends of it
        readings = [reading]
    facts = [fact for one in readings for fact in at_one_time(one, picked, shelves)]
    first = first_published(picked, shelves) if asks_the_first(reading) else []
    if first:
        facts = [*first, *(facts if reading.period else ())]
    measured = {fact.series.concept.id for fact in facts}
    if not measured.issuperset(concepts_asked(reading)[:1]) and (sums := sums_over_time(reading, shelves)):
        return sums
    facts += [fact for fact in facts_of(picked, shelves) if is_called(fact, reading)] if facts else []
    stages = at_moments((fact.stage for fact in facts if fact.stage), named) if two else frozenset()
    if two and not stages and facts and all(fact.stage in ACCOUNTING_STAGES for fact in facts):
        # «lo aprobado contra lo modificado» of a year of which only the paid was published: neither is told, and the paid is only near
        return amount(replace(readings[0], stage=min(named)), shelves, today)
    facts = [fact for fact in facts if fact.stage in stages] if stages else of_one_stage_each(facts, query_of(reading, []))
    facts = list(dict.fromkeys(facts))
    if len(readings) == 1 and disagreeing(reading) and rivals(facts):
        # «¿cuánta deuda decía dejar Alonso y cuánta decía Tello?»: one thing at one time, and all that was said of it
        return amount(replace(reading, act=Act.AMOUNT), shelves, today)
    if lacked := what_lacked(facts, reading):
        return lacked
    if theirs := told_by_another(facts, reading, shelves):
        return Found(reading, figures_of(theirs))
    figures = figures_of(facts)
    if reading.per and (worked := converted(figures, reading, shelves, today)) and len({figure.unit for figure in worked}) > 1:
        # «¿quién gastó más por habitante?»
        return Found(reading, worked, notes=notes_of(reading, facts, worked))
    silent = reading.stage is not None and len(reading.concepts) > 1 and not answers_each(facts, reading, shelves)
    if silent:
        return compare(replace(reading, stage=None), shelves, today)
    answered = {moment_of(fact) for fact in facts}
    if figures and asks_gap(reading) and ((len(readings) > 1 and len(answered) == 1) or (two and len(stages) == 1)):
        # «¿cuánto subió de 2023 a 2024?», of which one was published: what lies between is not
        return missing(reading, shelves, (*with_role(figures[:2], Role.NEAREST), *nearest_of(readings, picked, facts, shelves)))
    if len(figures) == 1 and (len(readings) > 1 or two):
        return Found(reading, (*figures, *nearest_of(readings, picked, facts, shelves)))
    if len(figures) < 2 and (entry := compared_in_words(reading, shelves)):
        return entry
    if figures and first and not reading.period:
        return Found(reading, figures)
    if len(figures) < 2 and (whole := of_the_whole_span(reading, shelves, today)):
        return whole
    if len(figures) < 2:
        return amount(replace(readings[0], stage=reading.stage), shelves, today)
    measured = {fact.series.concept.id for fact in facts}
    alike = len(measured) == 1 or measured <= set(concepts_asked(reading))
    wants_gap = asks_gap(reading)
    sure = [fact for fact in facts if not wants_gap or fact.confidence is not Confidence.LOW]
    pair = sure if len(figures_of(sure)) == 2 and alike else of_the_thing_asked(sure or facts)
    # two sources of one moment differ; nothing changed
    changed = len(figures_of(pair)) == 2 and not rivals(pair, exactly=True)
    moved = (change(pair) or between_owners(pair)) if changed else ()
    if moved and wants_gap and not is_of_prices(reading):
        facts, figures = pair, figures_of(pair)
        moved = tuple(replace(figure, role=Role.ANSWER) for figure in moved)
    notes = [Note("sources_disagree")] if rivals(facts) else []
    if moved and is_of_prices(reading) and COMPARING.search(fold(reading.asked)):
        # an index is only read by how much it rises
        moved = (*moved[:-1], replace(moved[-1], role=Role.ANSWER))
    near = nearest_of(readings, picked, facts, shelves) if len(readings) > 1 else ()
    return Found(reading, (*figures, *moved, *near), notes=tuple(notes))


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


def at_one_time(reading: Interpretation, picked: Sequence[Candidate], shelves: Shelves) -> list[Fact]:
    """What the candidates say of one period; where they are silent, what another of the same names says: «recibió en 2016 y pidió para
    2017» are two concepts."""
    found = [fact for candidate in picked for choice in choices(candidate, reading, shelves) for fact in choice.answers]
    return found or [f for candidate in meant(reading, shelves) for choice in choices(candidate, reading, shelves) for f in choice.answers]


def of_each_government(reading: Interpretation, shelves: Shelves) -> list[Interpretation]:
    """«los intereses que pagó Tello o los que lleva David Monreal»: the same of the span of each of two governments, where no years of
    their own were typed."""
    governed = {m.clave: shelves.terms[m.clave] for m in reading.of_kind("gobierno")}
    spans = sorted((term.start, term.end, clave, term.name) for clave, term in governed.items() if term.start and term.end)
    if len(spans) < 2 or len(reading.years) > 1:
        return []
    found = []
    for start, end, clave, name in spans:
        period = AskedPeriod("range", tuple(range(start.year, end.year + 1)), start, end, name)
        kept = tuple(m for m in reading.mentions if m.kind != "gobierno" or m.clave == clave)
        found.append(replace(reading, period=period, mentions=kept))
    return found


def under_each_government(reading: Interpretation, shelves: Shelves) -> Found | None:
    """What was paid or received under each, by the longest span published of it: terms differ in length, so nothing is taken from another.
    None where one of them has nothing of a span of its own."""
    facts = []
    for one in of_each_government(reading, shelves):
        told = [fact for fact in at_one_time(one, meant(one, shelves), shelves) if fact.series.concept.flow == "flujo" and fact.period]
        longest = max((days_of(fact) for fact in told), default=0)
        facts += [fact for fact in told if days_of(fact) == longest > A_YEAR][:1]
    figures = figures_of(facts)
    alike = len({(fact.series.concept.id, fact.stage) for fact in facts}) == 1
    return Found(reading, figures) if len(figures) > 1 and alike else None


A_YEAR = 366


def days_of(fact: Fact) -> int:
    return (fact.period.end - fact.period.start).days if fact.period else 0


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
