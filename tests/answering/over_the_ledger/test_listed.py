"""Things named side by side: a figure for each, and which of them has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Found, Missing, Role
from tests.answering.asking import TODAY, amounts, told

if TYPE_CHECKING:
    from bot.app import Assistant

OWED_TO_BANOBRAS = ("1,141,183,333", "73,711,291")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "Desglósame por crédito los intereses que faltaban por pagar a partir de 2014 a Banorte, Bancomer y Banobras",
            ("1,678,459,759", "308,878,531", "592,762,029", "517,466,611"),
        ),
        ("intereses proyectados de Bancomer y Banobras", ("308,878,531", "592,762,029", "517,466,611")),
        ("¿Cuánto se le debía a Banobras y a Bancomer al cierre de 2013?", ("740,370,927", *OWED_TO_BANOBRAS)),
        ("desglosa por banco lo que se debía al cierre de 2013", ("2,984,007,763", "740,370,927", *OWED_TO_BANOBRAS)),
    ],
)
def test_a_bank_of_a_list_with_two_credits_gets_both(assistant: Assistant, question: str, expected: tuple[str, ...]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    ("question", "expected", "silent"),
    [
        ("presupuesto 2025 de la uaz, el cobaez y la fiscalía", ("2,595,500,000", "828,100,000"), "COBAEZ"),
        ("presupuesto 2024 de educación, salud y obras públicas", ("12,578,000,000", "1,142,000,000"), "Secretaría de Salud"),
        ("cuánto le deben al ISSSTEZAC la UAZ y el Cobaez", ("260,000,000",), "UAZ"),
    ],
)
def test_of_which_nothing_is_published_is_said(assistant: Assistant, question: str, expected: tuple[str, ...], silent: str) -> None:
    (answer,) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Found)
    assert told(assistant, question) == amounts(*expected)
    assert ("cuales", silent) in [field for note in answer.notes for field in note.fields]


def test_a_tax_of_another_year_stands_beside_those_of_the_year_asked_as_the_nearest(assistant: Assistant) -> None:
    asked = "impuesto sobre nóminas, tenencia e impuesto de hospedaje 2020"
    assert told(assistant, asked) == amounts("687,438,245", "2,500,000")
    assert told(assistant, asked, Role.NEAREST) == amounts("9,111,816")


def test_both_kinds_of_federal_money_of_each_town_are_told(assistant: Assistant) -> None:
    expected = amounts("185,083,677", "495,454,007", "111,233,342", "418,621,524")
    assert told(assistant, "participaciones y aportaciones de jerez y fresnillo en 2024") == expected


@pytest.mark.parametrize(
    "question", ["cuánto debe la uaz al issstezac", "cuánto valía el hotel Jobito", "cuánto le debían los municipios al issstezac"]
)
def test_another_measure_of_the_one_named_is_no_answer(assistant: Assistant, question: str) -> None:
    (answer,) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Missing)
