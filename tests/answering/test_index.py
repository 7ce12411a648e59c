"""Texts found by their rarest words, whatever ending people give them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.search.index import UNKNOWN, WordIndex, content_words, forms

TEXTS = ("intereses pagados de la deuda", "saldo de la deuda", "velódromo de la deuda y del deporte", "tasa de la deuda")


def index(*texts: str) -> WordIndex:
    return WordIndex([[(text, 1.0)] for text in texts])


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("interes", "intereses"), ("municipio", "municipios"), ("pensionada", "pensionados"), ("carreteras", "carretera"), ("obras", "obra")],
)
def test_a_word_is_found_whatever_its_number_or_gender(typed: str, printed: str) -> None:
    assert index(f"los {printed} de 2014", "otra cosa").search([typed]).keys() == {0}


@pytest.mark.parametrize("short", ["uaz", "sat", "2014", "3,572"])
def test_short_words_and_numbers_match_only_themselves(short: str) -> None:
    assert forms(short) == (short,)


def test_words_that_every_question_has_are_not_looked_for() -> None:
    assert content_words("Oiga, ¿y cuánto es lo que debe el estado?") == ("debe", "estado")


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    shelf = index(*TEXTS)
    assert shelf.rarity("velodromo") > shelf.rarity("deuda")


def test_a_word_nobody_published_weighs_like_a_middling_one() -> None:
    shelf = index(*TEXTS)
    assert shelf.rarity("milpillas") == UNKNOWN
    assert not shelf.knows("milpillas")
    assert shelf.knows("interes")


def test_the_text_that_holds_the_rare_word_covers_more_of_the_question() -> None:
    found = index(*TEXTS).search(["velodromo", "deuda"])
    assert max(found.values(), key=lambda match: match.covered).key == 2
    assert found[2].covered == pytest.approx(1.0)
    assert found[2].hits == ("velodromo", "deuda")


def test_a_text_that_says_much_else_is_less_precise() -> None:
    found = index("saldo", "saldo del crédito del banco de la obra").search(["saldo"])
    assert found[0].precise > found[1].precise


def test_a_word_of_a_lesser_field_counts_for_less() -> None:
    shelf = WordIndex([[("hospital", 1.0)], [("carretera", 1.0), ("hospital", 0.5)]])
    found = shelf.search(["hospital"])
    assert found[0].covered > found[1].covered


def test_a_text_that_shares_no_word_is_not_found() -> None:
    assert index(*TEXTS).search(["piñata"]) == {}
    assert index(*TEXTS).search([]) == {}
    assert index().search(["saldo"]) == {}


@given(st.lists(st.sampled_from(["saldo", "deuda", "tasa", "velodromo", "xyzzy", "interes"]), max_size=6))
def test_what_a_text_covers_is_a_share(asked: list[str]) -> None:
    for match in index(*TEXTS).search(asked).values():
        assert 0 < match.covered <= 1 + 1e-9
        assert 0 < match.precise <= 1
        assert set(match.hits) <= set(asked)
