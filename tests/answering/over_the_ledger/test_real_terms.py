"""What is compared «descontando la inflación» is told in the pesos of one year; what was asked per person is told per person."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Found, Missing, Role, Unit
from tests.answering.asking import TODAY

if TYPE_CHECKING:
    from bot.app import Assistant


@pytest.mark.parametrize(
    ("question", "first", "last", "change"),
    [
        (
            "Descontando lo que han subido los precios, ¿el presupuesto de 2025 es mayor o menor que el de 2018?",
            "42704954958.76",
            "40122467666",
            "-6.05",
        ),
        (
            "Tomando en cuenta la inflación, ¿alcanza para más el presupuesto de 2024 o el de 2016?",
            "41387070211.64",
            "38671799379",
            "-6.56",
        ),
        ("En términos reales, ¿subió el presupuesto de la UAZ de 2014 a 2025?", "2380580608.88", "2595500000", "9.03"),
        (
            "¿Es mayor el gasto federal en desarrollo social de 2023 que el de 2013 en pesos constantes?",
            "35569882352.15",
            "39248030800.93",
            "10.34",
        ),
    ],
)
def test_two_years_are_compared_in_the_pesos_of_the_later(assistant: Assistant, question: str, first: str, last: str, change: str) -> None:
    (answer, *_) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Found)
    assert [figure.amount for figure in answer.figures if figure.role is Role.ANSWER] == [Decimal(each) for each in (first, last, change)]


@pytest.mark.parametrize(
    "question",
    [
        "¿En términos reales crecieron las participaciones federales de 2024 a 2026?",
        "Con la inflación, ¿cuánto cambió la deuda del estado de 2017 a 2025?",
    ],
)
def test_what_cannot_be_put_in_the_pesos_of_one_year_is_only_near(assistant: Assistant, question: str) -> None:
    (answer, *_) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Missing)
    assert answer.nearest


def test_of_two_towns_the_spending_per_person_is_compared(assistant: Assistant) -> None:
    (answer, *_) = assistant.ask("¿Quién gastó más por habitante en 2024, Fresnillo o Guadalupe?", TODAY).answers
    assert isinstance(answer, Found)
    told = [(figure.amount, figure.unit) for figure in answer.figures if figure.role is Role.ANSWER]
    assert told == [(Decimal("4405.29"), Unit.MXN_PER_PERSON), (Decimal("4627.35"), Unit.MXN_PER_PERSON)]


@pytest.mark.parametrize("question", ["¿la deuda de 2018 era mayor que la de 2025?", "¿la deuda en 2018 era más grande que en 2025?"])
def test_a_debt_that_nobody_divides_is_not_told_per_person(assistant: Assistant, question: str) -> None:
    (answer, *_) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Found)
    assert {Decimal("7455000000"), Decimal("6900000000")} <= {figure.amount for figure in answer.figures}
    assert not any(figure.unit is Unit.MXN_PER_PERSON for figure in answer.figures)
