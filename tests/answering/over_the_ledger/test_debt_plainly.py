"""Debt: what everybody asks of it first, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Found, Role
from tests.answering.asking import TODAY, amounts, told

if TYPE_CHECKING:
    from bot.app import Assistant


@pytest.mark.parametrize("moved", ["cuánto ha subido", "cuánto ha bajado", "se disparó", "cómo se ha movido", "de veras ha aumentado"])
def test_however_it_is_said_that_it_moved_the_line_of_the_debt_is_told(assistant: Assistant, moved: str) -> None:
    assert {*amounts("682,000,000", "6,573,000,000")} <= told(assistant, f"{moved} la deuda")
    assert amounts("6,573,000,000") <= told(assistant, f"{moved} la deuda desde 2021")


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("a qué bancos les debemos", "a-quien-le-debe-el-estado"),
        ("quién le presta lana al gobierno", "a-quien-le-debe-el-estado"),
        ("en qué se gastaron el dinero de los préstamos", "para-que-se-pidio-prestado"),
        ("qué se hizo con los préstamos", "para-que-se-pidio-prestado"),
        ("nos prestaron a qué tasa", "a-que-tasa-esta-la-deuda"),
        ("qué dieron en garantía por la deuda", "que-garantia-dio-el-estado"),
        ("cuáles préstamos tiene zacatecas", "cuantos-creditos-tiene-el-estado"),
        ("quién fue el que firmó el préstamo", "quien-firmo-los-creditos"),
        ("intereses de la deuda este año", "cuanto-se-paga-de-intereses"),
    ],
)
def test_what_everybody_asks_of_the_debt_first_has_an_entry(assistant: Assistant, question: str, entry: str) -> None:
    (answer,) = assistant.ask(question, TODAY).answers
    written = getattr(answer, "entry", None) or getattr(answer, "faq", None)
    assert written is not None
    assert written.id == entry


@pytest.mark.parametrize(
    "question", ["quién nos endeudó más", "con qué gobernador subió más la deuda", "quién fue el que más endeudó al estado"]
)
def test_who_ran_up_more_debt_is_told_by_what_was_owed_when_each_government_ended(assistant: Assistant, question: str) -> None:
    (answer,) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Found)
    assert {figure.label for figure in answer.figures} >= {
        f"Saldo de la deuda al terminar el gobierno de {who}" for who in ("Miguel Alonso", "Alejandro Tello")
    }


def test_of_a_year_without_a_balance_the_nearest_is_the_last_documented_of_any_kind(assistant: Assistant) -> None:
    assert amounts("6,573,000,000") <= told(assistant, "a cuánto quedó la deuda este año", Role.NEAREST)


def test_what_was_paid_in_interest_goes_before_so_much_a_month(assistant: Assistant) -> None:
    assert told(assistant, "cuánto se nos va en intereses") == amounts("2,810,000,000")
    assert amounts("40,000,000") <= told(assistant, "cuánto se va en intereses al mes")


def test_of_a_line_whose_ends_have_rivals_no_percentage_is_worked_out(assistant: Assistant) -> None:
    (answer,) = assistant.ask("ha subido la deuda?", TODAY).answers
    assert isinstance(answer, Found)
    assert not any(figure.derived for figure in answer.figures)
