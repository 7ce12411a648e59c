from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.folding import fold, tokens, words
from bot.language.phonetics import sound
from bot.language.phrases import PhraseIndex
from bot.language.spelling import Speller


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_word_stands_where_the_text_has_it(text: str) -> None:
    for token in tokens(text):
        assert 0 <= token.start < token.end


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("kuanto", "cuanto"), ("fresniyo", "fresnillo"), ("balparaizo", "valparaiso"), ("inbersion", "inversion"), ("asienda", "hacienda")],
)  # fmt: skip
def test_words_said_alike_share_a_sound(typed: str, meant: str) -> None:
    assert sound(typed) == sound(meant)


def test_an_acronym_does_not_turn_into_a_word() -> None:
    assert sound("bbva") != sound("va")


def test_the_longest_phrase_wins() -> None:
    index = PhraseIndex([(("villa", "gonzalez", "ortega"), "vgo"), (("villa",), "villa"), (("ortega",), "o")])
    assert [hit.values for hit in index.find(words("en villa gonzález ortega"))] == [("vgo",)]


def test_a_phrase_of_two_things_means_both() -> None:
    index = PhraseIndex([(("ortega",), "villa"), (("ortega",), "teul")])
    assert index.find(["ortega"])[0].values == ("villa", "teul")


@pytest.fixture
def speller() -> Speller:
    return Speller(
        {"fresnillo": 1, "tabasco": 1, "pinos": 1, "deuda": 50, "educacion": 20, "aprobado": 1}, ["tabaco", "pisos", "duda"], ["aprobado"]
    )


@pytest.mark.parametrize(
    ("typed", "meant"), [("fresniyo", "fresnillo"), ("educasion", "educacion"), ("edukacion", "educacion"), ("frenillo", "fresnillo")]
)
def test_misspelt_names_are_mended(speller: Speller, typed: str, meant: str) -> None:
    assert speller.mend(typed) == meant


@pytest.mark.parametrize("word", ["tabaco", "pisos", "duda", "dueda2", "pin", "reprobado", "aprovao"])
def test_ordinary_words_and_stages_are_never_bent_into_names(speller: Speller, word: str) -> None:
    assert speller.mend(word) == word
