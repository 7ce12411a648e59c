"""The period a question asks for, where its words say more than the dates they name."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.answering.periods import in_part_of_year, with_year_for_amount, without_year_of_a_name
from tests.answering.invented import asked_years
from tests.answering.valley import valley


def test_the_middle_of_a_year_is_not_its_end() -> None:
    asked = in_part_of_year(valley().read("deuda a mediados de 2013", period=asked_years(2013)))
    assert asked.period is not None
    assert (asked.period.start, asked.period.end) == (date(2013, 5, 1), date(2013, 8, 31))
    begun = in_part_of_year(valley().read("deuda a principios de 2013", period=asked_years(2013)))
    assert begun.period is not None
    assert begun.period.end == date(2013, 4, 15)


def test_four_digits_that_are_a_year_are_not_pesos() -> None:
    asked = with_year_for_amount(valley().read("presupuesto 2020 peso por peso", amounts=(Decimal(2020),)))
    assert asked.amounts == ()
    assert asked.years == (2020,)


def test_a_year_that_belongs_to_a_name_is_not_the_period() -> None:
    text = "¿cuánto llevaban pagado del aguinaldo 2021 en 2023?"
    asked = without_year_of_a_name(valley().read(text, period=asked_years(2021, 2023)), ("aguinaldo 2021", "aguinaldo 2022"))
    assert asked.years == (2023,)
    alone = without_year_of_a_name(valley().read("aguinaldo 2021", period=asked_years(2021)), ("aguinaldo 2021",))
    assert alone.period is None
