"""What a reading asks for, once slots and descriptors are told apart."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.answering.asked.slots import asked_words, concepts_asked, is_typed, names_asked, telling, typed_words
from tests.answering.invented import fact, series
from tests.answering.valley import BALANCE, STATE, valley


def test_years_and_places_are_slots_and_not_words_to_look_for() -> None:
    assert asked_words(valley().read("¿cuánto fue de cuotas en Villa Luna en 2024?")) == ("cuotas",)


def test_the_words_of_this_message_stand_apart_from_those_carried_over() -> None:
    reading = valley().read("¿y la carretera?", words=("destinos", "credito", "sol", "carretera"))
    assert typed_words(reading) == ("carretera",)
    assert asked_words(reading) == ("destinos", "credito", "sol", "carretera")


def test_a_measure_carried_over_counts_only_where_no_concept_is_named() -> None:
    assert concepts_asked(valley().read("¿y en 2014?", measure="intereses")) == ("intereses",)
    assert concepts_asked(valley().read("¿y el saldo?", measure="intereses")) == ("saldo",)
    assert concepts_asked(valley().read("¿y eso?")) == ()


def test_the_state_itself_does_not_narrow_a_question() -> None:
    names = names_asked(valley().read("¿cuánto le debe el estado al Banco del Alba y al banco del alba?"))
    assert [name.clave for name in names] == ["banco del alba"]


@pytest.mark.parametrize(("typed", "right"), [("4939000000", True), ("4940000000", True), ("5000000000", False), ("4900000000", False)])
def test_a_typed_amount_is_the_published_one_give_or_take_the_rounding_of_speech(typed: str, right: bool) -> None:
    published = fact(series(STATE, BALANCE), 4_939_273_314, "2013-12-31")
    assert is_typed(published, [Decimal(typed)]) is right


def test_a_round_amount_points_to_nothing_by_itself() -> None:
    assert telling([Decimal(4_939_000_000)])
    assert not telling([Decimal(8_000_000)])
    assert not telling([])
