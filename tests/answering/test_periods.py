"""The period a question asks for, where its words say more than the dates they name."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.answering.asked.periods import between_days, in_part_of_year, with_year_for_amount, without_year_of_a_name
from bot.domain.reading import Mention
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
    month = "lo pagado del aguinaldo 2021 en octubre de 2022"
    dated = without_year_of_a_name(valley().read(month, period=asked_years(2021, 2022)), ("aguinaldo 2021",)).period
    assert dated is not None
    assert (dated.start, dated.end) == (date(2022, 10, 1), date(2022, 10, 31))
    alone = without_year_of_a_name(valley().read("lo pagado del aguinaldo 2021", period=asked_years(2021)), ("aguinaldo 2021",))
    assert alone.period is None


def test_a_year_inside_the_name_of_what_is_measured_is_neither_the_period_nor_a_conversion() -> None:
    text = "¿De cuánto fue el PIB a precios de 2018 en 2015?"
    named = (Mention("concepto", "pib-constante", "PIB a precios de 2018", 18, 39),)
    asked = without_year_of_a_name(valley().read(text, period=asked_years(2018, 2015), mentions=named, per="pesos_de_hoy"), ())
    assert asked.years == (2015,)
    assert asked.per is None


def test_from_a_month_to_another_is_those_months_and_not_their_years() -> None:
    text = "¿cuánto se pagó del 12 de septiembre de 2016 a junio de 2021?"
    asked = between_days(valley().read(text, period=asked_years(2016, 2021)))
    assert asked.period is not None
    assert (asked.period.kind, asked.period.start, asked.period.end) == ("range", date(2016, 9, 12), date(2021, 6, 30))
    assert asked.years == (2016, 2017, 2018, 2019, 2020, 2021)
    impossible = valley().read("del 31 de febrero de 2016 a junio de 2021", period=asked_years(2016, 2021))
    assert between_days(impossible) == impossible
