"""«¿Cuánto le toca a cada pensionado?»"""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.answering.derived.heads import divided_among
from bot.domain.answer import Role, Unit
from bot.domain.reading import Topic
from bot.domain.stage import Stage
from tests.answering.invented import amounts, asked_years, concept, fact, figures, series, term
from tests.answering.invented import knowledge as known
from tests.answering.valley import FUND, TERMS, Desk, InventedLedger, accounts, valley

PAYROLL = concept("pago-mensual-pensiones", "pago mensual de pensiones", "pensiones")
ASKED = "¿cuánto le toca en promedio a cada pensionado del pago mensual?"


def desk(period: str) -> Desk:
    paid = fact(series(FUND, PAYROLL), 31_000_000, period, Stage.PAID, unit=Unit.MXN_PER_MONTH, id="pago-mensual")
    named = term("pago-mensual-pensiones", "concepto", "pago mensual")
    return Desk(InventedLedger((*accounts().rows, paid)), known((*TERMS, named)))


@pytest.mark.parametrize(
    "text",
    [
        "¿cuánto le toca a cada pensionado?",
        "pago mensual por pensionado",
        "¿cuánto cobra en promedio un jubilado?",
        "si se reparte entre los pensionados, ¿cuánto es?",
        "¿de cuánto es la pensión promedio?",
    ],
)
def test_the_people_among_whom_it_is_divided_are_named_in_many_ways(text: str) -> None:
    assert divided_among(valley().read(text)) == ("pensionados",)


@pytest.mark.parametrize("text", ["¿cuántos pensionados hay?", "¿cuánto se paga a los pensionados?"])
def test_naming_people_alone_divides_nothing(text: str) -> None:
    assert divided_among(valley().read(text)) == ()


def test_the_amount_is_divided_by_the_people_of_its_very_year_with_both_in_sight() -> None:
    answer = desk("2020").ask(ASKED, topic=Topic.PENSIONS, period=asked_years(2020))
    (each,) = figures(answer)
    assert (each.amount, each.unit) == (Decimal("2000.00"), Unit.MXN_PER_PERSON)
    assert each.formula == "31,000,000 pesos ÷ 15,500 personas pensionadas"
    assert amounts(answer, Role.INPUT) == [31_000_000, 15_500]


def test_people_of_another_year_are_no_divisor() -> None:
    answer = desk("2021").ask(ASKED, topic=Topic.PENSIONS, period=asked_years(2021))
    assert all(figure.unit is not Unit.MXN_PER_PERSON for figure in figures(answer))
