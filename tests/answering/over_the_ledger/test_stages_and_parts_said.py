"""A figure of another stage than asked is only near; what was spent «de eso» is of what was received; money is told by its kinds."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Found, Missing, Role
from tests.answering.asking import TODAY

if TYPE_CHECKING:
    from bot.app import Assistant


@pytest.mark.parametrize(
    "question",
    [
        "¿Cuánto se pagó del presupuesto 2021?",
        "¿Cuánto se recaudó del impuesto de hospedaje en 2018?",
        "¿Cuánto cobró el estado de tenencia en 2020?",
        "¿De cuánto fue el proyecto de presupuesto 2018 de Tello?",
        "¿Cuánto decía el dictamen del presupuesto 2018?",
        "¿De cuánto era la iniciativa de presupuesto de la UAZ en 2014?",
    ],
)
def test_a_plan_is_no_payment_and_a_law_no_bill(assistant: Assistant, question: str) -> None:
    (answer, *_) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Missing)
    assert answer.nearest


@pytest.mark.parametrize(
    ("question", "received", "paid"),
    [
        ("Moyahua: ¿cuánto recibió de Fortamun en 2024 y cuánto de eso gastó?", 4_103_053, 3_059_515),
        ("cuanto recibio moyahua de fortamun en 2024 y de eso cuanto gasto", 4_103_053, 3_059_515),
        ("Moyahua: ¿cuánto recibió de FAIS en 2024 y cuánto de eso gastó?", 4_655_788, 4_596_207),
        ("Trancoso recibió Fortamun en 2024, ¿cuánto le llegó y cuánto gastó de ahí?", 18_527_179, 18_527_179),
    ],
)
def test_what_was_spent_of_a_fund_is_what_was_paid_of_it(assistant: Assistant, question: str, received: int, paid: int) -> None:
    (answer, *_) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Found)
    assert sorted(figure.amount for figure in answer.figures) == sorted(map(Decimal, (received, paid)))


def test_a_part_of_a_budget_stands_beside_the_whole(assistant: Assistant) -> None:
    (answer, *_) = assistant.ask("¿Cuánto fue el presupuesto de 2025 y cuánto de eso para la UAZ?", TODAY).answers
    assert isinstance(answer, Found)
    assert {Decimal("40122467666"), Decimal("2595500000")} <= {figure.amount for figure in answer.figures}


def test_works_of_a_town_are_not_the_budget_of_a_body_of_the_state(assistant: Assistant) -> None:
    *_, last = assistant.ask("¿Cuánto gastó Fresnillo en 2024 y cuánto de eso en obra pública?", TODAY).answers
    assert isinstance(last, Missing)


@pytest.mark.parametrize(
    ("question", "amounts"),
    [
        (
            "¿De dónde salió el dinero del municipio de Fresnillo en 2024: participaciones, aportaciones, lo propio?",
            (495_454_007, 418_621_524, 210_713_791),
        ),
        ("¿De dónde saca su dinero el municipio de Pinos, de la federación o de lo propio?", (126_529_521, 176_909_140, 10_605_003)),
        ("¿De dónde sale el dinero de Sombrerete?", (132_149_007, 111_607_355, 66_347_495)),
        ("¿De qué vive el ayuntamiento de Mazapil?", (142_096_031, 54_849_407, 85_505_672)),
    ],
)
def test_the_money_of_a_town_is_told_by_its_kinds(assistant: Assistant, question: str, amounts: tuple[int, ...]) -> None:
    (answer, *_) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Found)
    assert {figure.amount for figure in answer.figures if figure.role is Role.ANSWER} == set(map(Decimal, amounts))


@pytest.mark.parametrize(
    ("question", "year", "towns"),
    [
        ("¿Cuál fue el primer año en que los 58 municipios le reportaron sus cuentas al INEGI?", "2019", 58),
        ("¿Desde cuándo reportan todos los municipios de Zacatecas al INEGI?", "2019", 58),
        ("¿Cuál fue el último año en que faltó algún municipio de reportar al INEGI?", "2025", 14),
        ("¿En qué año faltaron más municipios de reportar su cuenta al INEGI?", "2025", 14),
        ("¿En qué año hubo menos municipios que reportaran al INEGI?", "2025", 44),
    ],
)
def test_the_year_in_which_towns_reported_is_told_with_their_number(assistant: Assistant, question: str, year: str, towns: int) -> None:
    (answer, *_) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Found)
    assert [(figure.period and figure.period.label, figure.amount) for figure in answer.figures] == [(year, towns)]


@pytest.mark.parametrize(
    "question", ["del impuesto que se cobra para la uaz, cuanto pensaban juntar en 2020", "el impuesto adicional para la UAZ 2020"]
)
def test_a_tax_bears_the_name_of_whom_it_is_for(assistant: Assistant, question: str) -> None:
    (answer, *_) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Found)
    assert [figure.amount for figure in answer.figures] == [164_318_394]


def test_what_was_reckoned_of_that_tax_is_not_what_the_university_paid(assistant: Assistant) -> None:
    (answer, *_) = assistant.ask("¿Cuánto pagó de impuestos la UAZ en 2020?", TODAY).answers
    assert isinstance(answer, Missing)
