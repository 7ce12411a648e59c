"""Two moments asked side by side are both told; so much of every peso is a share; a state body's budget is divided among everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.test_one_figure_for_another import amounts, told

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
