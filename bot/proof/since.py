"""How the figures of a receipt stand in the ledger of today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import takewhile

from bot.domain.answer import Figure, Role, figures_in
from bot.domain.ledger import Fact, Ledger
from bot.domain.receipt import FactToday, FigureToday, KeptFact, Receipt, Standing
from bot.proof.issuing import kept
from bot.proof.reckoning import reckoned


def figures_today(receipt: Receipt, ledger: Ledger) -> tuple[FigureToday, ...]:
    """Each figure of the answer, in order, beside its amount of today."""
    facts = {fact.id: FactToday(fact, _now(fact, ledger)) for fact in receipt.facts}
    figures = figures_in(receipt.answer)
    amounts = _amounts(figures, facts.values())
    return tuple(_today(figure, _behind(figure, figures[at + 1 :], facts), amounts) for at, figure in enumerate(figures))


def _amounts(figures: Sequence[Figure], facts: Iterable[FactToday]) -> Mapping[Decimal, Decimal | None]:
    """Each amount that was told or reckoned with, and what it is today: None where it is gone, or where two that were alike part ways.
    A sum that another figure was worked out from is summed again."""
    today: dict[Decimal, Decimal | None] = {}
    for fact in facts:
        before = fact.before.amount
        today[before] = fact.now if today.get(before, fact.now) == fact.now else None
    for figure in figures:
        if figure.derived and figure.amount not in today and (now := reckoned(figure, today)) is not None:
            today[figure.amount] = now
    return today


def _behind(figure: Figure, after: Sequence[Figure], facts: Mapping[str, FactToday]) -> list[FactToday]:
    """What a figure rests on: its facts; of one that was reckoned, the inputs that follow it too; of a share, a difference or a
    change, every figure it stands beside."""
    if figure.derived and figure.role is Role.CONTEXT:
        return list(facts.values())
    inputs = takewhile(lambda each: each.role is Role.INPUT, after) if figure.derived else ()
    ids = dict.fromkeys(id for each in (figure, *inputs) for id in each.fact_ids)
    return [facts[id] for id in ids if id in facts]


def _today(figure: Figure, facts: list[FactToday], amounts: Mapping[Decimal, Decimal | None]) -> FigureToday:
    if not facts:
        return FigureToday(figure, Standing.UNKNOWN)
    changed = tuple(fact for fact in facts if fact.now != fact.before.amount)
    if not changed:
        return FigureToday(figure, Standing.SAME, figure.amount)
    if figure.derived:
        return FigureToday(figure, Standing.RECKONED, reckoned(figure, amounts), changed)
    if any(fact.before.amount != figure.amount for fact in facts):
        return FigureToday(figure, Standing.RECKONED, None, changed)
    # documents that repeat one figure may part ways: it stands as long as one of them says so
    left = [fact.now for fact in facts if fact.now is not None]
    if figure.amount in left:
        return FigureToday(figure, Standing.SAME, figure.amount, changed)
    return FigureToday(figure, Standing.CHANGED, left[0], changed) if left else FigureToday(figure, Standing.GONE, None, changed)


def _now(before: KeptFact, ledger: Ledger) -> Decimal | None:
    """By its id, as long as it is still about the same; else the one of the same series, period, stage, unit and document."""
    found = ledger.fact(before.id)
    if found is not None and _same(before, found):
        return found.amount
    moved = [fact for fact in ledger.facts([before.series]) if _same(before, fact)]
    return moved[0].amount if len(moved) == 1 else None


def _same(before: KeptFact, fact: Fact) -> bool:
    now = kept(fact)
    about = ("series", "period", "stage", "unit", "document")
    return all(getattr(before, name) == getattr(now, name) for name in about)
