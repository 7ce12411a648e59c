"""How many times one published figure holds another: of one unit and stage, with both figures; nothing where documents part ways."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Found, Role, Unit
from bot.domain.stage import Stage

if TYPE_CHECKING:
    from bot.app import Assistant

TODAY = date(2026, 11, 22)


def found(assistant: Assistant, question: str) -> Found:
    (answer, *_) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Found)
    return answer


@pytest.mark.parametrize(
    ("question", "times"),
    [
        ("¿Cuántas veces caben los ingresos propios en las participaciones de 2024?", "3.51"),
        ("¿Cuántas veces más recibió Fresnillo que Apozol del FAIS en 2024?", "19.60"),
        ("¿Cuántas veces mayor es la población de Guadalupe que la de Susticacán?", "155.12"),
    ],
)
def test_how_many_times_is_the_answer_and_both_figures_its_inputs(assistant: Assistant, question: str, times: str) -> None:
    ratio, *inputs = found(assistant, question).figures
    assert (ratio.amount, ratio.unit, ratio.role) == (Decimal(times), Unit.TIMES, Role.ANSWER)
    assert [figure.role for figure in inputs] == [Role.INPUT, Role.INPUT]
    assert len({figure.stage for figure in inputs}) == 1


def test_a_premise_of_twice_as_much_is_answered_with_both_figures_and_how_many_times(assistant: Assistant) -> None:
    one, other, ratio = found(assistant, "¿Fresnillo recibió el doble que Guadalupe del FORTAMUN en 2024?").figures
    assert [one.role, other.role, ratio.role] == [Role.ANSWER, Role.ANSWER, Role.CONTEXT]
    assert ratio.amount == (one.amount / other.amount).quantize(Decimal("0.01"))


def test_a_budget_is_not_divided_by_a_debt_and_both_are_shown(assistant: Assistant) -> None:
    figures = found(assistant, "¿Cuántas veces cabe el presupuesto de la UAZ de 2025 en la deuda del estado de 2025?").figures
    assert not any(figure.derived for figure in figures)
    assert {figure.stage for figure in figures} == {Stage.APPROVED, Stage.BALANCE}


def test_half_of_a_figure_has_the_figure_as_its_input(assistant: Assistant) -> None:
    half, whole = found(assistant, "¿Cuánto es la mitad de lo que recibió Jerez del FAIS en 2024?").figures
    assert half.amount * 2 == whole.amount or abs(half.amount * 2 - whole.amount) <= Decimal("0.01")
    assert whole.role is Role.INPUT


def test_rival_claims_are_shown_and_not_divided(assistant: Assistant) -> None:
    answer = found(assistant, "¿La deuda de 2010 era la mitad que la de 2016?")
    assert not any(figure.unit is Unit.TIMES for figure in answer.figures)


def test_half_of_a_bonus_is_the_name_of_a_figure(assistant: Assistant) -> None:
    answer = found(assistant, "¿Cuánto se pagó de la primera mitad del aguinaldo 2024?")
    assert not any(figure.derived for figure in answer.figures)
