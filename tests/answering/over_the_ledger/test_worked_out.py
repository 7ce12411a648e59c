"""What is worked out over the real ledger: shares, amounts per inhabitant, and pesos of another year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Explained, Role
from tests.answering.asking import TODAY, amounts, told

if TYPE_CHECKING:
    from bot.app import Assistant


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
    ("question", "share"),
    [
        ("de lo que faltaba comprobarle a la conade en junio de 2019, que porcentaje era de la uaz", "52.38"),
        ("que tanto por ciento de lo que ingresó mazapil en 2024 fue predial", "28.35"),
        ("de lo que recibió jerez en 2024 que porcentaje fue fais", "9.33"),
        ("¿qué tajada de lo que faltaba por comprobar ante Conade en junio de 2019 era de la UAZ?", "52.38"),
        ("¿qué rebanada de lo que asignó la conade entre 2009 y 2019 no se comprobó?", "65.77"),
        ("que porcentaje de lo que mando la conade para obras no se comprobo, entre 2009 y 2019", "65.77"),
    ],
)
def test_a_share_is_of_the_whole_the_part_belongs_to(assistant: Assistant, question: str, share: str) -> None:
    assert amounts(share) <= told(assistant, question)


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


def test_a_source_of_another_state_may_speak_of_zacatecas(assistant: Assistant) -> None:
    assert told(assistant, "deuda estatal por habitante en 2018 según el comparativo del CEIEG Sinaloa") == amounts("5,336.09")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("los 1,700 millones que el congreso le autorizó al gobierno en 2014, ¿cuánto serían en pesos de 2025?", "2,799,875,077.64"),
        ("¿cuánto serían en pesos de 2025 los 1,400 millones que aprobó el Congreso en 2015?", "2,244,711,680.52"),
        ("los 276 millones que prestó Banobras en 2012, ¿cuánto valdrían en pesos de 2024?", "474,068,205.98"),
        ("trae a pesos de 2025 los 40 millones que costó el velódromo en 2015", "64,134,619.44"),
    ],
)
def test_what_is_converted_is_the_amount_typed_and_not_the_budget_of_those_who_voted_it(
    assistant: Assistant, question: str, expected: str
) -> None:
    assert told(assistant, question) == amounts(expected)


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


def test_what_cannot_be_converted_has_its_own_figure_as_the_nearest(assistant: Assistant) -> None:
    asked = "la deuda de 2004 en pesos de hoy"
    assert told(assistant, asked) == set()
    assert told(assistant, asked, Role.NEAREST) == amounts("359,000,000", "650,000,000")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿En qué porcentaje van a aumentar los pensionados del ISSSTEZAC de 2021 a 2027?", ["81.78", "4331", "7873"]),
        ("¿Cuánto aumentaron en por ciento los pensionados de 2010 a 2021?", ["233.92", "1297", "4331"]),
        ("¿en qué porcentaje subió el presupuesto del estado de 2023 a 2025?", ["8.99", "36,812,548,822", "40,122,467,666"]),
        ("¿qué porcentaje aumentó el presupuesto del Poder Judicial entre 2023 y 2024?", ["2.56", "615,114,643", "630,833,254"]),
        ("en que porcentaje crecio la poblacion de zacatecas de 2010 a 2020", ["8.82", "1490668", "1622138"]),
    ],
)
def test_how_much_per_cent_it_grew_is_no_share(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


def test_a_growth_between_rival_figures_is_explained_and_not_worked_out(assistant: Assistant) -> None:
    answer = assistant.ask("¿Qué porcentaje creció la deuda en el sexenio de Miguel Alonso?", TODAY).answers[0]
    assert isinstance(answer, Explained)
    assert told(assistant, "¿Qué porcentaje creció la deuda en el sexenio de Tello?") == set()


@pytest.mark.parametrize(
    "question",
    [
        "¿qué tanto por ciento de la mitad del aguinaldo 2024 alcanzaron a pagar?",
        "¿qué porcentaje del presupuesto aprobado 2024 se ejerció?",
    ],
)
def test_no_share_is_worked_out_across_stages(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == set()


def test_a_town_nobody_named_is_no_part_of_a_whole(assistant: Assistant) -> None:
    assert told(assistant, "¿Qué porcentaje del gasto neto federal de 2025 fueron las participaciones de Zacatecas?") == set()


@pytest.mark.parametrize(
    "question", ["¿cuánto fue el gasto neto federal de 2024?", "¿De cuánto es el Presupuesto de Egresos de la Federación 2025?"]
)
def test_what_only_the_federation_spends_gets_no_figure(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == set()
