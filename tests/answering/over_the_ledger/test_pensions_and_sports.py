"""Pensions and sports: each owner, part and span of time gets its own figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Missing, NotUnderstood, Role
from tests.answering.asking import TODAY, amounts, told

if TYPE_CHECKING:
    from bot.app import Assistant


def test_what_is_owed_to_the_state_keeps_its_owner(assistant: Assistant) -> None:
    assert told(assistant, "cuánto le debía el ISSSTEZAC al gobierno del estado en 2021") == amounts("284,000,000")


def test_a_list_between_brackets_names_the_parts(assistant: Assistant) -> None:
    asked = "a quien le debia el issstezac a inicios de 2021 y cuanto a cada quien (gobierno del estado, sat, imss, devoluciones)"
    assert told(assistant, asked) >= amounts("284,000,000", "58,000,000", "6,000,000", "17,000,000")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("cuánto perdieron los negocios del issstezac en 2021", "170,000,000"),
        ("cuánto perdieron los negocios del issstezac en enero y febrero de 2021", "18,000,000"),
        ("cuánto perdió el hotel parador de 2020 a 2022", "27,700,000"),
        ("cuánto perdió el mesón de jobito de 2020 a 2022", "15,000,000"),
    ],
)
def test_a_flow_is_of_all_the_time_asked(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("cuánto llevaba pagado el issstezac por orden de jueces en 2023", "92,100,000"),
        ("cuanto se habia pagado de aguinaldos por sentencias en 2023", "92,100,000"),
        ("cuánto llevaban pagado del aguinaldo 2021 en 2023", "81,400,000"),
    ],
)
def test_a_part_stands_for_its_total_only_when_it_is_named(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


def test_years_of_a_government_stand_beside_the_years_named(assistant: Assistant) -> None:
    asked = "como ha ido cambiando lo q el gobierno le daba al año a los mineros de futbol, con alonso, en 2017 y en 2019"
    assert told(assistant, asked) == amounts("50,000,000", "35,000,000", "30,000,000")


def test_a_stadium_is_known_by_its_team(assistant: Assistant) -> None:
    assert told(assistant, "cuanta gente cabe en el estadio de mineros despues de la ampliacion") == amounts("20,737")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿Cuánto puso el gobierno estatal en los campeonatos charros de 2022?", ["16,500,000", "15,000,000"]),
        ("¿cuánto dio el gobierno del estado para el congreso nacional charro 2022?", ["16,500,000", "15,000,000"]),
        ("¿Cuánto le dio el INCUFIDEZ a la Federación Mexicana de Charrería en 2022?", ["1,000,000"]),
    ],
)
def test_what_the_state_gave_is_not_what_one_of_its_bodies_gave(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    "question",
    [
        "¿Qué hotel del Issstezac perdió más dinero entre 2020 y 2022, el Jobito o el Parador?",
        "entre el jobito y el parador, ¿cuál dejó más pérdidas en 2020-2022?",
    ],
)
def test_two_names_are_compared_over_the_whole_span_asked(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("27,700,000", "15,000,000")


@pytest.mark.parametrize(
    "question",
    [
        "¿Qué va a pasar con el hotel Parador? ¿Es cierto que se lo quedan por una deuda y de cuánto es?",
        "¿De cuánto es la deuda por la que entregan el hotel Parador?",
    ],
)
def test_how_much_after_a_debt_is_the_debt_and_not_the_value_of_what_covers_it(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("245,400,000")


@pytest.mark.parametrize(
    "question",
    [
        "¿Cuánto ganaban los jugadores de Mineros de basquetbol en total, la nómina completa?",
        "¿cuánto ganan los jugadores de Mineros?",
        "¿Cuánto gana el director del INCUFIDEZ?",
    ],
)
def test_a_payroll_of_a_name_that_is_known_is_missing_and_not_out_of_scope(assistant: Assistant, question: str) -> None:
    assert isinstance(assistant.ask(question, TODAY).answers[0], Missing)


def test_a_salary_of_somebody_unknown_stays_out_of_scope(assistant: Assistant) -> None:
    assert isinstance(assistant.ask("cuánto gana Messi", TODAY).answers[0], NotUnderstood)


def test_of_two_names_the_one_published_is_told_and_the_other_is_near(assistant: Assistant) -> None:
    asked = "¿Cuál perdió más en 2022, el Jobito o el Parador?"
    assert told(assistant, asked) == amounts("5,200,000")
    assert told(assistant, asked, Role.NEAREST) == amounts("27,700,000")


@pytest.mark.parametrize("thing", ["puente", "teleférico", "rastro municipal"])
def test_the_cost_of_a_thing_nobody_published_is_not_that_of_another_work(assistant: Assistant, thing: str) -> None:
    assert told(assistant, f"¿Cuánto costó el {thing}?") == set()
    assert told(assistant, f"¿Cuánto cuesta el {thing}?") == set()


def test_what_a_work_costs_is_its_cost_and_no_frozen_money(assistant: Assistant) -> None:
    assert told(assistant, "¿Cuánto cuesta el velódromo?") == amounts("40,000,000", "50,000,000")


def test_what_two_hotels_lost_together_is_no_value_of_either(assistant: Assistant) -> None:
    assert told(assistant, "¿qué hotel valía más, Jobito o Parador?") == amounts("347,000,000")
