"""Figures that are our own arithmetic: per inhabitant, in pesos of another year, share, difference. Always with formula and
inputs; never across stages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from bot.answering.figures.labels import figure_of, inside
from bot.domain.answer import Figure, Role, Unit, each_document_once
from bot.domain.ledger import Fact, Ledger
from bot.domain.stage import Stage

CENTAVO = Decimal("0.01")


def written(amount: Decimal) -> str:
    """Exact, without cents that are none: «36,812,548,822»."""
    return f"{amount:,f}".removesuffix(".00")


def to_centavos(amount: Decimal) -> Decimal:
    """Half a centavo goes to the even one."""
    return amount.quantize(CENTAVO, ROUND_HALF_EVEN)


def per_person(figure: Figure, subject_id: str, ledger: Ledger) -> tuple[Figure, ...]:
    """The figure divided by the mid-year population (CONAPO) of its own year, then its two inputs; empty when the
    population of that year is not published or the unit is not plain pesos."""
    if figure.unit is not Unit.MXN or figure.period is None:
        return ()
    people = ledger.population(subject_id, figure.period.end.year)
    if people is None or not people.amount:
        return ()
    result = replace(
        figure,
        label=f"{figure.label}, por habitante",
        amount=to_centavos(figure.amount / people.amount),
        unit=Unit.MXN_PER_PERSON,
        sources=(*figure.sources, people.source),
        formula=f"{written(figure.amount)} pesos ÷ {written(people.amount)} habitantes (CONAPO, mitad de {figure.period.end.year})",
    )
    return result, replace(figure, role=Role.INPUT), figure_of(people, Role.INPUT)


def in_pesos_of(figure: Figure, year: int, ledger: Ledger) -> tuple[Figure, ...]:
    """The figure in pesos of ``year`` by the yearly mean of the INPC, then its inputs; empty when an index is missing."""
    if not figure.unit.is_money or figure.period is None:
        return ()
    before, after = ledger.prices(figure.period.end.year), ledger.prices(year)
    if before is None or after is None:
        return ()
    result = replace(
        figure,
        label=f"{figure.label}, en pesos de {year}",
        amount=to_centavos(figure.amount * after.amount / before.amount),
        sources=each_document_once((*figure.sources, before.source)),
        formula=(
            f"{written(figure.amount)} pesos × {after.amount} ÷ {before.amount} "
            f"(INPC, promedio de {year} entre promedio de {figure.period.end.year})"
        ),
    )
    return result, replace(figure, role=Role.INPUT), figure_of(before, Role.INPUT), figure_of(after, Role.INPUT)


def latest_prices(ledger: Ledger, today: date) -> int | None:
    """The last year with a published price index."""
    return next((year for year in range(today.year, today.year - 10, -1) if ledger.prices(year)), None)


def share(part: Figure, whole: Figure, role: Role = Role.ANSWER) -> Figure | None:
    """What per cent of ``whole`` is ``part``; None across stages, units or for a zero whole. A whole that names no stage (GDP) may be
    the base of any."""
    if part.unit is Unit.PERCENT or part.unit is not whole.unit or whole.stage not in (part.stage, None) or not whole.amount:
        return None
    return Figure(
        label=f"Parte que representa: {inside(part.label)}",
        amount=to_centavos(part.amount * 100 / whole.amount),
        unit=Unit.PERCENT,
        period=part.period,
        stage=part.stage,
        sources=each_document_once((*part.sources, *whole.sources)),
        role=role,
        fact_ids=part.fact_ids,
        formula=f"{written(part.amount)} ÷ {written(whole.amount)} × 100",
    )


def difference(first: Figure, last: Figure, role: Role) -> tuple[Figure, ...]:
    """Change in the unit of both and in per cent of the first; empty across units or stages."""
    if first.unit is not last.unit or first.stage is not last.stage:
        return ()
    period = first.period.until(last.period) if first.period and last.period else None
    change = Figure(
        "Cambio: en cantidad",
        last.amount - first.amount,
        last.unit,
        period,
        last.stage,
        each_document_once((*first.sources, *last.sources)),
        role=role,
        formula=f"{written(last.amount)} − {written(first.amount)}",
    )
    if not first.amount:
        return (change,)
    return change, replace(
        change,
        label="Cambio: en por ciento",
        amount=to_centavos(change.amount * 100 / first.amount),
        unit=Unit.PERCENT,
        formula=f"({change.formula}) ÷ {written(first.amount)} × 100",
    )


PLANS = frozenset({Stage.APPROVED, Stage.ESTIMATED, Stage.MODIFIED})


def total(facts: Sequence[Fact], label: str, role: Role) -> Figure | None:
    """The sum of facts of one unit and period, and of one stage unless all are plans; None when they are not of one kind."""
    kinds = {(fact.unit, fact.period.label if fact.period else None) for fact in facts}
    stages = {fact.stage for fact in facts}
    if len(kinds) != 1 or (len(stages) != 1 and not stages <= PLANS):
        return None
    first = facts[0]
    return Figure(
        label=label,
        amount=sum((fact.amount for fact in facts), Decimal(0)),
        unit=first.unit,
        period=first.period,
        stage=first.stage if len(stages) == 1 else None,
        sources=each_document_once(fact.source for fact in facts),
        role=role,
        formula=" + ".join(written(fact.amount) for fact in facts),
        fact_ids=tuple(fact.id for fact in facts),
    )
