from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from bot.language.folding import words
from bot.language.numerals import numerals


@given(st.integers(min_value=1, max_value=999_999_999))
def test_a_number_written_in_words_reads_back(number: int) -> None:
    said = [numeral.value for numeral in numerals(words(num2words(number, lang="es_MX")))]
    assert said == [Decimal(number)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("mil setecientos millones", 1_700_000_000),
        ("8 mil 900 millones", 8_900_000_000),
        ("3 mdp", 3_000_000),
        ("2.5 mdp", 2_500_000),
        ("millón y medio", 1_500_000),
        ("un millón y medio", 1_500_000),
        ("1,700,000", 1_700_000),
        ("3,572 millones", 3_572_000_000),
        ("sinkuenta", 50),
    ],
)
def test_short_forms_of_amounts_are_exact(text: str, value: int) -> None:
    assert [numeral.value for numeral in numerals(words(text))] == [Decimal(value)]
