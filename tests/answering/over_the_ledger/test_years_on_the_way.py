"""Which year was the one, and how it went between two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Explained, Found
from tests.answering.asking import TODAY, amounts, told

if TYPE_CHECKING:
    from bot.app import Assistant


@pytest.mark.parametrize(
    ("question", "year", "amount"),
    [
        ("en que año la federacion le metio menos al desarrollo economico de zacatecas", "2021", "1,288,252,764"),
        ("¿en qué año la federación gastó más en desarrollo social en Zacatecas?", "2023", "39,248,030,800.93"),
        ("en que año hubo menos presupuesto", "2014", "24,308,801,080"),
        ("¿En qué año se gastó menos?", "2014", "24,308,801,080"),
    ],
)
def test_the_year_of_most_or_least_is_a_ranking_of_years(assistant: Assistant, question: str, year: str, amount: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Found)
    first = answer.figures[0]
    assert first.period is not None
    assert (first.period.label, {first.amount}) == (year, amounts(amount))


def test_nothing_else_is_the_worst_year_of_what_was_named(assistant: Assistant) -> None:
    assert told(assistant, "¿en qué año le fue peor a Zacatecas en gasto federal de salud?") == set()


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("¿qué años le faltaron a Genaro Codina de reportar sus cuentas al INEGI?", {"2017", "2018", "2025"}),
        ("¿qué años dejó de reportar Villanueva al inegi?", {"2018", "2025"}),
    ],
)
def test_the_years_a_town_did_not_report_are_listed(assistant: Assistant, question: str, years: set[str]) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Found)
    assert {statement.date[:4] for statement in answer.statements} == years


def test_who_handed_over_the_government_handed_in_no_accounts_of_towns(assistant: Assistant) -> None:
    answer = assistant.ask("Tello dijo que entregó sin préstamos de corto plazo, ¿sí o quedó algo pendiente?", TODAY).answers[0]
    assert not isinstance(answer, Found) or not any("INEGI" in statement.text for statement in answer.statements)


def test_how_it_went_between_two_years_shows_the_years_on_the_way(assistant: Assistant) -> None:
    asked = "¿ha subido lo que se les da a los diputados locales entre 2023 y 2025?"
    assert told(assistant, asked) == amounts("445,724,534", "464,485,753", "497,115,151")


def test_how_the_budget_grew_is_not_told_by_what_is_written_of_the_debt(assistant: Assistant) -> None:
    questions = ("¿en qué porcentaje creció el presupuesto?", "¿cuánto aumentó la deuda en porcentaje desde 2010?")
    of_the_budget, of_the_debt = (assistant.ask(question, TODAY).answers[0] for question in questions)
    assert not isinstance(of_the_budget, Explained)
    assert isinstance(of_the_debt, Explained)
