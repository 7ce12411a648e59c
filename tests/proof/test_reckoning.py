"""What was worked out is worked out again from today's amounts, or it is said that it cannot be."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.domain.answer import Document, Figure, Source, Unit
from bot.proof.reckoning import reckoned

SOURCE = Source(Document("d", "Documento", "Editor", "nota", "", "", "", ""), "línea 1")


def figure(amount: str, formula: str) -> Figure:
    return Figure("Parte", Decimal(amount), Unit.MXN, None, None, (SOURCE,), formula=formula)


@pytest.mark.parametrize(
    ("told", "formula", "before", "today", "now"),
    [
        ("25.00", "500 ÷ 2,000 × 100", "500", "1000", "50.00"),
        ("-1,500.00", "500 − 2,000", "2000", "500", "0.00"),
        ("150.00", "(100.50 + 199.50) ÷ 2 años publicados; sin cifra publicada de 2019", "199.5", "299.5", "200.00"),
        ("10.00", "1,000 pesos ÷ 100.0 habitantes (CONAPO, mitad de 2018)", "1000", "2000", "20.00"),
        ("918.15", "800 pesos × 140.6 ÷ 122.5075 (INPC, promedio de 2025 entre promedio de 2022)", "122.5075", "140.6", "800.00"),
    ],
)
def test_the_same_arithmetic_with_todays_amount(told: str, formula: str, before: str, today: str, now: str) -> None:
    others = ("500", "2000", "100.5", "199.5", "1000", "800", "140.6", "122.5075")
    amounts: dict[Decimal, Decimal | None] = {Decimal(each): Decimal(each) for each in others}
    amounts[Decimal(before)] = Decimal(today)
    assert reckoned(figure(told.replace(",", ""), formula), amounts) == Decimal(now)


def test_an_amount_that_is_gone_gives_no_new_value() -> None:
    assert reckoned(figure("25", "500 ÷ 2,000 × 100"), {Decimal(500): None, Decimal(2000): Decimal(2000)}) is None


def test_a_number_nobody_knows_gives_no_new_value() -> None:
    assert reckoned(figure("25", "500 ÷ 2,000 × 100"), {Decimal(500): Decimal(600)}) is None


def test_a_formula_that_does_not_give_what_was_told_gives_no_new_value() -> None:
    assert reckoned(figure("26", "500 ÷ 2,000 × 100"), {Decimal(500): Decimal(600), Decimal(2000): Decimal(2000)}) is None


def test_a_formula_in_words_gives_no_new_value() -> None:
    assert reckoned(figure("3", "cuenta de los municipios de la lista"), {Decimal(3): Decimal(4)}) is None


def test_nothing_is_divided_by_nothing() -> None:
    assert reckoned(figure("25", "500 ÷ 2,000 × 100"), {Decimal(500): Decimal(500), Decimal(2000): Decimal(0)}) is None
