"""Statements write dates and amounts as people in Mexico do, and never repeat what the words already say."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.ledger.wording import date, pesos, says_amount, sentence, span, with_dates


@pytest.mark.parametrize(
    ("iso", "written"), [("2011-10-19", "19 de octubre de 2011"), ("2007-11", "noviembre de 2007"), ("2012", "2012"), ("", "")]
)
def test_a_date_is_written_as_precisely_as_it_is_known(iso: str, written: str) -> None:
    assert date(iso) == written


@pytest.mark.parametrize(
    ("period", "written"),
    [("2010-2016", "de 2010 a 2016"), ("2025-06", "junio de 2025"), ("2016-09-12/2021-06", "del 12 de septiembre de 2016 a junio de 2021")],
)
def test_a_span_names_both_ends(period: str, written: str) -> None:
    assert span(period) == written


def test_pesos_are_written_to_read_and_exact_to_quote() -> None:
    assert pesos(Decimal("4897000000")) == "4,897 millones de pesos"
    assert pesos(Decimal("4939273314")) == "4,939.3 millones de pesos ($4,939,273,314)"
    assert pesos(Decimal("627153106.75")) == "627.2 millones de pesos ($627,153,106.75)"
    assert pesos(Decimal("1000000")) == "1 millón de pesos"
    assert pesos(Decimal("170000")) == "$170,000"


def test_a_date_inside_a_published_text_is_written_in_words() -> None:
    assert with_dates("Vencía el 2023-02-28") == "Vencía el 28 de febrero de 2023"
    assert with_dates("auditoría 2016-001") == "auditoría 2016-001"


@pytest.mark.parametrize("text", ["afirma haber invertido más de 600 millones", "por 600,000,000 de pesos", "0.6 mil millones"])
def test_an_amount_that_the_words_tell_is_not_told_twice(text: str) -> None:
    assert says_amount(text, Decimal("600000000"))


@pytest.mark.parametrize("text", ["en 2006 se firmó el contrato", "tiene 1600 metros", "a 60 días"])
def test_digits_of_something_else_are_not_the_amount(text: str) -> None:
    assert not says_amount(text, Decimal("600000000"))


def test_a_sentence_joins_only_what_there_is_to_say() -> None:
    assert sentence("acreedor: Banco Rojo", "", "plazo: 240 meses.") == "Acreedor: Banco Rojo. Plazo: 240 meses."
    assert sentence("", " ") == ""
