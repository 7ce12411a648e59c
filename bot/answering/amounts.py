"""«¿Cuánto?»: the published figure asked, its rivals and stages; the nearest one, labelled, when it is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.answering.choosing import Chosen, choose, figures_of, stages_published
from bot.answering.derived import in_pesos_of, latest_prices, per_person
from bot.answering.descriptors import Candidate
from bot.answering.missing import missing
from bot.answering.selecting import facts_of, family, meant
from bot.answering.shelves import Shelves
from bot.domain.answer import Answer, Confidence, Figure, Found, Note, Role
from bot.domain.ledger import Fact
from bot.domain.query import Query
from bot.domain.reading import Interpretation


def query_of(reading: Interpretation, candidates: Sequence[Candidate], whole_series: bool = False) -> Query:
    period = reading.period
    return Query(
        series=tuple(series.id for candidate in candidates for series in candidate.series),
        start=period.start if period and period.kind != "latest" else None,
        end=period.end if period and period.kind != "latest" else None,
        stage=reading.stage,
        words=reading.words,
        whole_series=whole_series,
    )


def amount(reading: Interpretation, shelves: Shelves, today: date) -> Answer | None:
    """None when nothing published is about the question."""
    picked = meant(reading, shelves)
    if not picked:
        return None
    chosen = [choice for candidate in picked for choice in choices(candidate, reading, shelves)]
    answers = [fact for choice in chosen for fact in choice.answers]
    if not answers:
        nearest = [fact for choice in chosen for fact in choice.nearest]
        return missing(reading, shelves, figures_of(nearest[:2], Role.NEAREST))
    figures = figures_of(answers)
    figures = converted(figures, answers, reading, shelves, today)
    context = figures_of((fact for choice in chosen for fact in choice.context), Role.CONTEXT)
    return Found(reading, (*figures, *context), notes=notes_of(reading, answers, figures))


def choices(candidate: Candidate, reading: Interpretation, shelves: Shelves) -> list[Chosen]:
    """What each concept of the candidate's family answers; of a family of balances, only the ones near its latest moment."""
    if candidate.descriptor.municipal:
        return [choose(shelves.descriptors.facts(series), query_of(reading, [candidate])) for series in candidate.series]
    kin = [candidate]
    if candidate.descriptor.concept in reading.concepts:
        kin = family(candidate, [c for c in shelves.descriptors.rank(reading, 80)], shelves)
    found = [choose(facts_of([one], shelves), query_of(reading, [one])) for one in kin]
    return only_latest(found, reading) if len(found) > 1 else found


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


def converted(figures: tuple[Figure, ...], answers: Sequence[Fact], reading: Interpretation, shelves: Shelves, today: date) -> tuple[Figure, ...]:
    """Per inhabitant or in pesos of another year, when asked; the stored figures stay as inputs."""
    if reading.per == "habitante":
        subjects = {id: fact.series.subject.id for fact in answers for id in [fact.id]}
        done = [per_person(figure, subjects[figure.fact_ids[0]], shelves.ledger) for figure in figures]
    elif reading.per == "pesos_de_hoy":
        year = target_year(figures, reading, shelves, today)
        done = [in_pesos_of(figure, year, shelves.ledger) for figure in figures] if year else []
    else:
        return figures
    return tuple(figure for group in done for figure in group) or figures


def target_year(figures: Sequence[Figure], reading: Interpretation, shelves: Shelves, today: date) -> int | None:
    """The year whose pesos are asked: a year named after that of the figure, else the last with a price index."""
    of_figure = {figure.period.end.year for figure in figures if figure.period}
    later = [year for year in reading.years if year not in of_figure and shelves.ledger.prices(year)]
    return max(later) if later else latest_prices(shelves.ledger, today)


def notes_of(reading: Interpretation, answers: Sequence[Fact], figures: Sequence[Figure]) -> tuple[Note, ...]:
    """The caveats a figure needs to be read rightly."""
    notes: list[Note] = []
    if reading.amounts and not matches_premise(reading.amounts, answers):
        notes.append(Note("premise_differs"))
    if rivals(answers):
        notes.append(Note("sources_disagree"))
    if not reading.period:
        notes.append(Note("assumed_latest_period"))
    if reading.stage is None and len(stages_published(answers)) > 1:
        notes.append(Note("all_stages_shown"))
    if all(fact.confidence is Confidence.LOW for fact in answers):
        notes.append(Note("low_confidence_claim"))
    for figure in figures:
        if figure.derived and reading.per:
            notes.append(Note("per_person_formula" if reading.per == "habitante" else "real_terms_formula", (("formula", figure.formula or ""),)))
            break
    return tuple(notes)


def matches_premise(asked: Sequence[Decimal], answers: Sequence[Fact]) -> bool:
    return any(abs(fact.amount - amount) <= abs(amount) / 100 for fact in answers for amount in asked)


def rivals(answers: Sequence[Fact]) -> bool:
    """Two different numbers for one thing, stage and moment."""
    seen: dict[tuple[object, ...], Decimal] = {}
    for fact in answers:
        key = (fact.conflict or (fact.series.id, fact.period.label if fact.period else ""), fact.stage, fact.unit)
        if seen.setdefault(key, fact.amount) != fact.amount:
            return True
    return False


def with_role(figures: Sequence[Figure], role: Role) -> tuple[Figure, ...]:
    return tuple(replace(figure, role=role) for figure in figures)
