"""Debt: what everybody asks of it first, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Explained, Found, Missing, Role
from bot.rendering import compose, text
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
        ("quién le presta lana al gobierno", "que-bancos-le-han-prestado-al-estado"),
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


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("cuánto bajó la deuda con david monreal", "Bajó de entre 7,151 y 7,380 millones"),
        ("cuánto subió la deuda con miguel alonso", "Subió de entre 682 y 718 millones"),
        ("debemos más que antes?", "Deuda: subió de entre 682 y 718 millones"),
    ],
)
def test_by_how_much_it_moved_under_a_government_opens_with_both_ends(assistant: Assistant, asked: str, said: str) -> None:
    reply = text(compose(assistant.ask(asked, TODAY).answers[0], assistant.knowledge))
    assert reply.split("\n\n")[1].startswith(said)


@pytest.mark.parametrize("asked", ["ya no hay deuda de corto plazo?", "es cierto que ya no tenemos créditos de corto plazo?"])
def test_whether_any_is_left_of_one_kind_is_answered_by_its_balance(assistant: Assistant, asked: str) -> None:
    assert told(assistant, asked) == amounts("0")


@pytest.mark.parametrize("asked", ["pidieron prestado en 2019?", "¿se contrató deuda en 2019?"])
def test_a_year_in_which_no_credit_was_published_says_so_and_names_no_other(assistant: Assistant, asked: str) -> None:
    (answer,) = assistant.ask(asked, TODAY).answers
    assert isinstance(answer, Missing)
    assert "2019" in answer.subject
    assert not answer.nearest


def test_the_credit_whose_contract_bears_no_date_is_of_the_government_of_its_offer(assistant: Assistant) -> None:
    assert amounts("4,073,000,000", "2,800,000,000") <= told(assistant, "cuánto pidió prestado Tello")
    assert amounts("549,000,000", "550,000,000").isdisjoint(told(assistant, "cuánto pidió prestado Tello"))


@pytest.mark.parametrize(
    ("asked", "entry"),
    [
        ("por qué debemos tanto", "para-que-se-pidio-prestado"),
        ("zacatecas está más endeudado que otros estados?", "deuda-comparada-con-otros-estados"),
        ("cuántos créditos nos faltan por pagar", "cuantos-creditos-tiene-el-estado"),
        ("a qué interés nos prestaron", "a-que-tasa-esta-la-deuda"),
    ],
)
def test_other_plain_questions_find_their_entry(assistant: Assistant, asked: str, entry: str) -> None:
    (answer,) = assistant.ask(asked, TODAY).answers
    assert isinstance(answer, Explained)
    assert answer.faq.id == entry


@pytest.mark.parametrize(
    "asked", ["cuánto falta por pagar de la deuda", "cuántos millones son la deuda", "cuánto queda por pagar de la deuda"]
)
def test_what_is_left_to_pay_is_the_balance(assistant: Assistant, asked: str) -> None:
    assert told(assistant, asked) == amounts("6,573,000,000")


def test_how_long_ago_names_no_figure(assistant: Assistant) -> None:
    assert amounts("7,400,000,000", "7,600,000,000") <= told(assistant, "cuánto era la deuda hace 10 años")
    assert amounts("682,000,000", "6,573,000,000") <= told(assistant, "la deuda va para arriba o para abajo")
