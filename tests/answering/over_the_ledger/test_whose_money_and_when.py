"""Words that say whose money it is, or of when, and measure nothing by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Found, Missing
from bot.domain.reading import Act
from tests.answering.asking import TODAY, amounts, told

if TYPE_CHECKING:
    from bot.app import Assistant


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿Cuánto dinero federal le llegó al estado por convenios en 2024?", "7,032,009,571"),
        ("de dinero federal, cuánto fue por aportaciones en 2024", "23,483,726,470"),
        ("recursos federales del ramo 28 para zacatecas en 2026", "17,786,868,922"),
    ],
)
def test_federal_money_is_the_noun_of_its_kinds(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


@pytest.mark.parametrize(
    "question",
    [
        "De los ingresos que se calcularon para 2023, ¿cuánto era dinero federal y cuánto del propio estado?",
        "ingresos 2023: cuánto puso la federación y cuánto el estado",
    ],
)
def test_both_origins_of_the_income_stand_side_by_side(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("33,569,000,000", "3,242,000,000")


@pytest.mark.parametrize("question", ["¿Cuánto del FONE se pagó en 2025?", "cuanto se pago de nomina educativa en 2025"])
def test_what_was_said_in_a_year_of_earlier_years_is_no_figure_of_it(assistant: Assistant, question: str) -> None:
    assert isinstance(assistant.ask(question, TODAY).answers[0], Missing)


@pytest.mark.parametrize("when", ["a precios de ese mismo año", "a precios de entonces", "a precios de aquel año"])
def test_prices_of_the_same_year_convert_nothing(assistant: Assistant, when: str) -> None:
    assert told(assistant, f"¿Cuánto valía el PIB de Zacatecas en 2005, {when}?") == amounts("75,583,347,000")


@pytest.mark.parametrize("going_on", ["¿y cómo quedó el aprobado de 2016?", "¿y qué tal el de 2016?", "¿y cómo estuvo el de 2016?"])
def test_how_it_was_another_year_is_asked_as_before(assistant: Assistant, going_on: str) -> None:
    before = assistant.ask("¿Cómo se repartió el presupuesto aprobado de 2023 entre los poderes?", TODAY)
    answer = assistant.ask(going_on, TODAY, before.interpretation).answers[0]
    assert isinstance(answer, Found)
    assert answer.reading.act is Act.BREAKDOWN
    assert {figure.amount for figure in answer.figures} >= amounts("24,733,013,208", "398,494,787", "406,128,996", "2,014,460,702")


def test_what_goes_on_from_a_fund_is_not_answered_with_the_debt(assistant: Assistant) -> None:
    before = assistant.ask("¿Qué municipios recibieron más FAIS en 2024?", TODAY)
    answer = assistant.ask("¿y cómo quedó en 2023?", TODAY, before.interpretation).answers[0]
    assert isinstance(answer, Missing)
    assert "FAIS" in answer.subject
    assert not answer.nearest


def test_two_years_asked_apart_are_two_though_a_government_lasts_between_them(assistant: Assistant) -> None:
    asked = "cuantos pensionados del issstezac habia al empezar este gobierno en 2021 y cuantos calculan para 2027"
    assert told(assistant, asked) >= amounts("4,331", "7,873")


@pytest.mark.parametrize(
    "question",
    [
        "El estadio Carlos Vega Villalba quedó para 30 mil aficionados con la ampliación, ¿verdad?",
        "cuántos espectadores caben en el estadio Carlos Vega",
    ],
)
def test_spectators_are_counted_not_paid(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("20,737")


@pytest.mark.parametrize("asked", ["en qué va el compromiso de obra pública", "¿Quién es el responsable del compromiso de obra pública?"])
def test_a_commitment_nobody_published_is_missing_beside_those_that_were(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(asked, TODAY).answers[0]
    assert isinstance(answer, Missing)
    assert len(answer.statements) == 8
    assert "Código Urbano" in " ".join(statement.text for statement in answer.statements)


@pytest.mark.parametrize("asked", ["¿y quién lo publicó?", "¿quién lo dijo?", "¿y eso de dónde lo sacan?"])
def test_who_said_it_asks_for_the_document_of_the_figure_before(assistant: Assistant, asked: str) -> None:
    before = assistant.ask("¿Cuánto se aprobó para la Secretaría del Campo en 2024?", TODAY)
    answer = assistant.ask(asked, TODAY, before.interpretation).answers[0]
    assert isinstance(answer, Found)
    assert answer.reading.act is Act.SOURCE
    assert {figure.amount for figure in answer.figures} == amounts("425,000,000")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿El presupuesto aprobado de 2024 qué porcentaje es de todo lo que produce la economía de Zacatecas?", "11.13"),
        ("a cuanto prometio finanzas bajar la deuda para el cierre del 2018", "6,900,000,000"),
    ],
)
def test_plain_names_of_what_is_measured(assistant: Assistant, question: str, expected: str) -> None:
    assert {round(amount, 2) for amount in told(assistant, question)} == amounts(expected)


def test_from_one_government_to_another_is_one_time(assistant: Assistant) -> None:
    asked = "¿Cómo fue bajando el apoyo anual del gobierno a los Mineros de futbol, de Alonso a Tello?"
    assert told(assistant, asked) == amounts("50,000,000", "35,000,000", "30,000,000")


@pytest.mark.parametrize(("question", "near"), [("deuda este año", "6,573,000,000"), ("jubilados este año", "5,522")])
def test_this_year_without_a_figure_is_missing_beside_the_last_one(assistant: Assistant, question: str, near: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Missing)
    assert {figure.amount for figure in answer.nearest} >= amounts(near)


@pytest.mark.parametrize("question", ["cuanto gasto la secretaria de finansas", "cuánto gastó la secretaría de finanzas"])
def test_a_misspelt_name_is_the_name(assistant: Assistant, question: str) -> None:
    assert isinstance(assistant.ask(question, TODAY).answers[0], Missing)


@pytest.mark.parametrize("question", ["cuánto se gasta al mes en pagar pensiones", "cuánto se va al mes en pensiones"])
def test_what_pensions_cost_a_month(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) >= amounts("96,000,000")
