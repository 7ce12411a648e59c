"""«¿Qué porcentaje?»"""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.answering.asked.share_words import asks_share
from bot.domain.answer import Missing, Role, Unit
from bot.domain.reading import Topic
from bot.domain.stage import Stage
from tests.answering.invented import amounts, fact, figures, series
from tests.answering.valley import BRANCH, BUDGET, STATE, accounts, desk_over, valley


@pytest.mark.parametrize(
    "asked", ["¿qué porcentaje es?", "¿Qué por ciento?", "de cada peso, ¿cuánto?", "¿qué parte se fue?", "¿cuánto % fue?"]
)
def test_a_share_is_asked_in_many_ways(asked: str) -> None:
    assert asks_share(valley().read(asked))


def test_a_plain_how_much_asks_no_share() -> None:
    assert not asks_share(valley().read("¿cuánto fue para salud?"))


def test_a_share_nobody_printed_is_worked_out_with_both_numbers_in_sight() -> None:
    answer = valley().ask("¿qué porcentaje del presupuesto es salud en 2020?")
    (share,) = figures(answer)
    assert (share.amount, share.unit) == (Decimal("30.00"), Unit.PERCENT)
    assert share.formula == "300,000,020 ÷ 1,000,000,018 × 100"
    assert amounts(answer, Role.INPUT) == [300_000_020, 1_000_000_018]


def test_a_printed_percentage_goes_before_our_own_arithmetic() -> None:
    answer = valley().ask("¿qué porcentaje de cobertura tiene la Caja de Retiro?", topic=Topic.PENSIONS)
    assert [(figure.amount, figure.derived) for figure in figures(answer)] == [(Decimal("62.5"), False)]


@pytest.mark.parametrize(("period", "stage"), [("2021", Stage.APPROVED), ("2020", Stage.PAID)])
def test_a_whole_of_another_year_or_stage_is_no_base(period: str, stage: Stage) -> None:
    alone = [row for row in accounts().rows if not row.id.startswith("ramo-") and row.id != "estado-2020"]
    part = fact(series(STATE, BRANCH, "salud"), 300, "2020", Stage.APPROVED)
    whole = fact(series(STATE, BUDGET), 1000, period, stage)
    answer = desk_over(type(accounts())((*alone, part, whole))).ask("¿qué porcentaje del presupuesto es salud en 2020?")
    assert all(figure.unit is not Unit.PERCENT for figure in figures(answer))


def test_without_a_base_the_figure_is_only_near_and_the_share_is_missing() -> None:
    answer = valley().ask("¿qué porcentaje fue el costo del Puente Azul?")
    assert isinstance(answer, Missing)
    assert amounts(answer, Role.NEAREST) == [15_000_021]
