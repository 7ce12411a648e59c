from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answer import Unit
from bot.rendering.numbers import decimal_string, exact, quoted, rounded

CENTAVOS = st.integers(-(10**17), 10**17).map(lambda n: Decimal(n) / 100)


@pytest.mark.parametrize(
    ("amount", "unit", "read"),
    [
        ("4939273314", Unit.MXN, "4,939.3 millones de pesos"),
        ("8900000000", Unit.MXN, "8,900 millones de pesos"),
        ("1000000", Unit.MXN, "1 millón de pesos"),
        ("1263696", Unit.MXN, "1.26 millones de pesos"),
        ("80563", Unit.MXN, "$80,563"),
        ("80563.49", Unit.MXN, "$80,563"),
        ("12.5", Unit.MXN, "$12.50"),
        ("0", Unit.MXN, "$0"),
        ("-3200000", Unit.MXN, "-3.2 millones de pesos"),
        ("1234567890123", Unit.MXN, "1,234,567.9 millones de pesos"),
        ("12345.678", Unit.MXN_PER_PERSON, "$12,345.68 por persona"),
        ("17500000", Unit.MXN_PER_MONTH, "17.5 millones de pesos al mes"),
        ("1200", Unit.MXN_PER_FORTNIGHT, "$1,200 por quincena"),
        ("350000000", Unit.MXN_PER_YEAR, "350 millones de pesos al año"),
        ("25000", Unit.PEOPLE, "25,000 personas"),
        ("1", Unit.PEOPLE, "1 persona"),
        ("6.5", Unit.PERCENT, "6.5%"),
        ("33.3333333", Unit.PERCENT, "33.33%"),
        ("1.62", Unit.PERCENTAGE_POINTS, "1.62 puntos porcentuales"),
        ("1", Unit.PERCENTAGE_POINTS, "1 punto porcentual"),
        ("240", Unit.MONTHS, "240 meses"),
        ("1", Unit.DAYS, "1 día"),
        ("33", Unit.COUNT, "33"),
        ("29", Unit.RANK, "lugar 29"),
        ("139.161", Unit.INDEX_POINTS, "139.16 puntos"),
    ],
)
def test_a_number_reads_as_people_in_mexico_write_it(amount: str, unit: Unit, read: str) -> None:
    assert rounded(Decimal(amount), unit) == read


def test_the_exact_form_can_be_quoted_to_the_centavo() -> None:
    assert exact(Decimal("4939273314"), Unit.MXN) == "$4,939,273,314.00"
    assert exact(Decimal("-12.5"), Unit.MXN_PER_MONTH) == "-$12.50 al mes"


def test_the_exact_form_stays_away_where_it_adds_nothing() -> None:
    assert quoted(Decimal("80563"), Unit.MXN) == "$80,563"
    assert quoted(Decimal("80563"), Unit.MXN_PER_MONTH) == "$80,563 al mes"
    assert quoted(Decimal("25000"), Unit.PEOPLE) == "25,000 personas"
    assert quoted(Decimal("80563.40"), Unit.MXN) == "$80,563 ($80,563.40)"
    assert quoted(Decimal("8900000000"), Unit.MXN) == "8,900 millones de pesos"
    assert quoted(Decimal("96000000"), Unit.MXN_PER_MONTH) == "96 millones de pesos al mes"
    assert quoted(Decimal("8900000001"), Unit.MXN) == "8,900 millones de pesos ($8,900,000,001.00)"


@given(CENTAVOS)
def test_what_is_printed_exactly_reads_back(amount: Decimal) -> None:
    assert Decimal(exact(amount, Unit.MXN).replace("$", "").replace(",", "")) == amount
    assert Decimal(decimal_string(amount, Unit.MXN)) == amount


@given(CENTAVOS)
def test_the_rounded_form_is_never_further_than_half_of_its_last_digit(amount: Decimal) -> None:
    said = rounded(amount, Unit.MXN)
    assert "billón" not in said
    assert "billones" not in said
    digits = Decimal(said.replace("$", "").replace(",", "").split()[0])
    scale = Decimal(1_000_000) if "mill" in said else Decimal(1)
    assert abs(digits * scale - amount) <= scale * (Decimal("0.05") if scale > 1 else Decimal("0.5"))


@pytest.mark.parametrize(
    ("amount", "unit", "written"),
    [
        ("2984007763", Unit.MXN, "2984007763.00"),
        ("25000", Unit.PEOPLE, "25000"),
        ("6.50", Unit.PERCENT, "6.5"),
        ("33.333333333333", Unit.PERCENT, "33.333333"),
        ("0", Unit.COUNT, "0"),
        ("12345.678901234", Unit.MXN_PER_PERSON, "12345.678901"),
    ],
)
def test_machines_get_plain_digits(amount: str, unit: Unit, written: str) -> None:
    assert decimal_string(Decimal(amount), unit) == written
