"""Several versions of one figure, typed or told of: every one of them is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answering.asking import amounts, told

if TYPE_CHECKING:
    from bot.app import Assistant

REFINANCED = ("7,341,701,084", "7,061,750,000", "6,714,547,977.25")


@pytest.mark.parametrize(
    ("question", "versions"),
    [
        ("¿Por cuánto se refinanció la deuda en 2017? Veo 7,341, 7,061 y 6,714", REFINANCED),
        ("¿De cuánto fue el refinanciamiento de 2017? He leído varios montos", REFINANCED),
        (
            "¿En cuánto quedó el refinanciamiento de 2017? Unos hablan de lo autorizado, otros de la licitación y otros del portal",
            REFINANCED,
        ),
        ("al mes cuánto se paga de la deuda? unos dicen 40 millones y otros 60", ("40,000,000", "60,000,000")),
        ("unos dicen 53.7 millones y otros 84 de pérdida de los negocios del issstezac en 2020", ("53,700,000", "84,000,000")),
        ("Veo 549 y 550 millones del crédito de Interacciones, ¿cuál es?", ("549,000,000", "550,000,000")),
    ],
)
def test_versions_typed_or_told_of_are_all_shown(assistant: Assistant, question: str, versions: tuple[str, ...]) -> None:
    assert told(assistant, question) >= amounts(*versions)


@pytest.mark.parametrize("question", ["cuánto se paga cada mes por la deuda del estado", "cuánto pagan al mes de deuda en zacatecas"])
def test_a_claim_that_nobody_documented_stands_beside_the_documented_one(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("40,000,000", "60,000,000")


@pytest.mark.parametrize("asked", ["cuánto le falta pa los aguinaldos de 60 días", "¿Cuánto faltaba para pagar el aguinaldo de 60 días?"])
def test_what_is_lacking_for_a_bonus_is_not_what_it_costs(assistant: Assistant, asked: str) -> None:
    assert told(assistant, asked) == amounts("290,000,000")


@pytest.mark.parametrize(
    "asked", ["¿Para cuánta gente quedó el estadio después de que lo ampliaron?", "¿para cuántas personas quedó el estadio?"]
)
def test_for_how_many_people_a_stadium_is_no_cost(assistant: Assistant, asked: str) -> None:
    assert told(assistant, asked) == amounts("20,737")
