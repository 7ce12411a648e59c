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


@pytest.mark.parametrize(
    ("question", "versions"),
    [
        ("en diciembre de 2014 cuánto debía zacatecas según finanzas y cuánto según la oposición", ("6,000,000,000", "10,000,000,000")),
        (
            "¿cuánto recibió David Monreal de deuda según la primera glosa y cuánto según la cuarta?",
            ("7,217,000,000", "7,151,000,000"),
        ),
        ("cuánto era la deuda en 2010 según hacienda y cuánto según la oposición", ("682,000,000", "1,400,000,000")),
        ("según la senadora Luévano y según Finanzas de cuánto eran los adeudos recibidos en 2021", ("1,600,000,000", "1,663,000,000")),
        ("el costo del velódromo según unas notas y según la columna", ("40,000,000", "50,000,000")),
    ],
)
def test_of_several_who_tell_it_each_ones_version_is_told(assistant: Assistant, question: str, versions: tuple[str, ...]) -> None:
    assert told(assistant, question) == amounts(*versions)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "¿Cuánto costaba el contrato de Ciudad Gobierno que heredó Miguel Alonso? Un periódico dice una cosa y otro otra",
            ("2,400,000,000", "3,500,000,000"),
        ),
        ("el documento de banamex que heredó miguel alonso de cuánto era", ("400,000,000",)),
        ("cuánto era el crédito con Interacciones que dejó Miguel Alonso", ("549,000,000", "550,000,000")),
        ("los pasivos que heredó david monreal cuánto eran", ("1,663,000,000", "1,600,000,000")),
    ],
)
def test_who_inherited_a_thing_tells_which_and_not_when(assistant: Assistant, question: str, expected: tuple[str, ...]) -> None:
    assert told(assistant, question) == amounts(*expected)
