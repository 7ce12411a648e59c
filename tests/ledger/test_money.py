"""Money goes in and out of the database to the centavo, and never as a float."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, Table, create_engine, insert, select

from bot.ledger.money import MOST_CENTAVOS, Exact, Pesos, centavos, pesos

AMOUNTS = st.decimals(min_value=-(10**16), max_value=10**16, places=2, allow_nan=False, allow_infinity=False)


@given(AMOUNTS)
def test_every_amount_in_centavos_reads_back_the_same(amount: Decimal) -> None:
    assert pesos(centavos(amount)) == amount


@given(st.integers(min_value=-MOST_CENTAVOS, max_value=MOST_CENTAVOS))
def test_every_number_of_centavos_is_an_amount(cents: int) -> None:
    assert centavos(pesos(cents)) == cents


@given(AMOUNTS, st.integers(min_value=0, max_value=6))
def test_trailing_zeros_change_nothing(amount: Decimal, zeros: int) -> None:
    assert centavos(Decimal(f"{amount}{'0' * zeros}")) == centavos(amount)


@pytest.mark.parametrize("amount", ["0.001", "44555816845.325", "1E-3"])
def test_a_fraction_of_a_centavo_is_refused(amount: str) -> None:
    with pytest.raises(ValueError, match="a fraction of a centavo"):
        centavos(Decimal(amount))


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "1E17"])
def test_what_no_document_can_print_is_refused(amount: str) -> None:
    with pytest.raises(ValueError, match=r"not an amount|does not fit 64 bits"):
        centavos(Decimal(amount))


def test_a_float_is_refused() -> None:
    with pytest.raises(TypeError, match="money is Decimal"):
        centavos(0.1)  # type: ignore[arg-type]


def test_the_database_stores_whole_centavos_and_gives_back_decimals() -> None:
    table = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("paid", Pesos), Column("rate", Exact))
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        table.metadata.create_all(connection)
        connection.execute(insert(table), [{"paid": Decimal("44555816845.32"), "rate": Decimal("1.620")}, {"paid": None, "rate": None}])
        stored = connection.exec_driver_sql("SELECT paid, typeof(paid), rate FROM t ORDER BY id").all()
        assert stored == [(4455581684532, "integer", "1.620"), (None, "null", None)]
        assert connection.execute(select(table.c.paid, table.c.rate)).all()[0] == (Decimal("44555816845.32"), Decimal("1.620"))
    engine.dispose()


def test_a_number_that_is_not_decimal_never_reaches_the_database() -> None:
    with pytest.raises(TypeError, match="numbers are Decimal"):
        Exact().process_bind_param(1.5, create_engine("sqlite://").dialect)  # type: ignore[arg-type]
