"""Two moments asked side by side are both told; so much of every peso is a share; a state body's budget is divided among everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Found
from tests.answering.test_one_figure_for_another import TODAY, amounts, told

if TYPE_CHECKING:
    from bot.app import Assistant


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("cuánto traía el dictamen para el Poder Judicial en 2016 y con cuánto quedó ya aprobado", ["216,281,762", "406,128,996"]),
        ("yo queria saber cuanto recibio trancoso del fais en 2024 y cuanto aparece ya pagado", ["15,930,160", "13,930,160"]),
        ("en el proyecto federal 2024, ¿cuánto era de participaciones y cuánto le entró de veras?", ["15,844,800,000", "14,804,833,710"]),
        ("¿subió o bajó lo aprobado al Poder Judicial entre 2016 y 2023?", ["406,128,996", "615,114,643"]),
        ("cuanto le aprobaron al estado de presupuesto en 2017, lo aprobado no lo que pedian", []),
    ],
)
def test_two_moments_asked_side_by_side_are_both_told(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("de cada cien pesos del presupuesto 2025, ¿cuántos fueron a los organismos autónomos?", ["9.27"]),
        ("de cada diez pesos del presupuesto de 2024, ¿cuántos le tocaron al Poder Judicial?", ["1.63"]),
        ("de cada cien pesos que aprobaron en 2023, cuántos fueron para los municipios", ["17.55"]),
        ("de cada mil pesos del presupuesto 2024 cuántos son de la UAZ", []),
    ],
)
def test_so_much_of_every_hundred_pesos_is_a_share_of_that_very_year(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("presupuesto de la UAZ por habitante 2025", ["1,515.23"]),
        ("cuanto le aprobaron por persona al Poder Judicial en 2024", ["371.46"]),
        ("¿cuánto por persona le aprobaron a Derechos Humanos en 2024?", ["22.49"]),
    ],
)
def test_the_budget_of_a_body_of_the_state_is_divided_among_everybody(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("cuánto le dieron a los magistrados y jueces en 2024", ["630,833,254"]),
        ("en el dictamen de 2019, ¿cuánto para el gobernador y sus secretarías?", ["21,065,000,000"]),
        ("presupuesto de Derechos Humanos en 2024", ["38,200,000"]),
        ("cuánto cobró el estado de derechos en 2024", ["1,263,696,848"]),
    ],
)
def test_words_of_a_name_measure_nothing(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


FUNCTIONS_2018 = ["585,700,549.61", "28,178,792,197.28", "3,666,209,206.34", "11,066,873,773"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿En qué se repartió lo que el gobierno federal gastó en Zacatecas en 2018?", FUNCTIONS_2018),
        ("qué porcentaje de lo que gastó la federación en zacatecas en 2022 fue para desarrollo social", ["68.29"]),
        ("de cada cien pesos que gastó la federación en zacatecas en 2015, cuántos fueron a desarrollo económico", ["7.93"]),
        ("de todo lo q le entro al gobierno de zacatecas en 2024 que porcentaje vino de la federacion", ["89.97"]),
        ("cuánto de lo que entró en 2024 venía de la federación", ["38,288,560,180"]),
        ("en el paquete 2023 cuanto ponia la federacion y cuanto el estado de su bolsa", ["33,569,000,000", "3,242,000,000"]),
        ("el gasto federalizado de 2025, incluyendo participaciones, aportaciones y convenios, ¿cuánto fue?", ["39,122,249,953"]),
    ],
)
def test_a_whole_that_nobody_printed_is_the_sum_of_all_its_classes(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿cuántos municipios reportaron sus cuentas al INEGI en 2016, cuántos en 2017 y cuántos en 2018?", ["48", "50", "55"]),
        ("¿cuántos municipios no reportaron al INEGI en 2023 y cuántos en 2025?", ["0", "14"]),
        ("según los censos, ¿cuántos éramos los zacatecanos en 1990 y cuántos en 2020?", ["1,276,323", "1,622,138"]),
    ],
)
def test_one_thing_asked_of_several_years_is_told_year_by_year(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("en 2012 mil pesos rendían, ¿eso a cuánto equivale en pesos de 2025?", ["1,778.38"]),
        ("500 pesos de 2010 cuánto serían en pesos de 2025", ["957.29"]),
        ("cuánto valen en pesos de 2025 500 pesos de 2010", ["957.29"]),
        ("¿cuánto subieron los precios en México de diciembre de 2022 a diciembre de 2023?", ["126.478", "132.373", "4.66"]),
        ("¿cuánto subió la inflación de enero de 2021 a enero de 2022?", ["110.21", "118.002", "7.07"]),
        ("INPC de marzo de 2023", ["128.389"]),
    ],
)
def test_prices_convert_what_was_typed_and_are_read_by_their_rise(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("¿Cuál es el municipio de Zacatecas con menos habitantes en 2025, y cuántos tiene?", "1,396"),
        ("¿cuál es el municipio de Zacatecas con más predial en 2024 y cuánto cobró?", "89,635,921"),
        ("¿qué municipio recibió más FAIS en 2024, y cuánto fue?", "141,775,523"),
    ],
)
def test_the_town_of_the_state_that_has_most_is_not_its_capital(assistant: Assistant, question: str, first: str) -> None:
    (answer,) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Found)
    assert {answer.figures[0].amount} == amounts(first)


def follow_up(assistant: Assistant, before: str, question: str) -> Found:
    (answer,) = assistant.ask(question, TODAY, assistant.ask(before, TODAY).interpretation).answers
    assert isinstance(answer, Found)
    return answer


def test_what_follows_keeps_whom_accounts_are_handed_to_what_was_scored_and_who_was_counted(assistant: Assistant) -> None:
    reported = follow_up(assistant, "¿Moyahua ya entregó al INEGI su cuenta pública de 2025?", "¿y Fresnillo?")
    assert "Fresnillo sí reportó" in reported.statements[0].text
    score = "¿Qué calificación sacó Zacatecas en el índice de información presupuestal del IMCO en 2022?"
    assert "IMCO" in follow_up(assistant, score, "¿y ese dato quién lo publicó, o de dónde lo sacan?").statements[0].text
    people = follow_up(assistant, "¿Cuántos habitantes tenía Guadalupe en 2024?", "y para el 2030 cuantos se calcula?")
    assert {figure.amount for figure in people.figures} == amounts("265,167")


def test_the_day_of_a_gazette_is_that_of_the_document_behind_the_figure(assistant: Assistant) -> None:
    answer = assistant.ask("¿En qué fecha salió en el Diario Oficial la modificación del Ramo 33 de 2026?", TODAY).answers[0]
    assert isinstance(answer, Found)
    assert answer.statements[0].date == "2026-07-09"
