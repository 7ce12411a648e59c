"""Text copied out of a page, an address or a program is read as its words."""

import pytest

from bot.language.pasted import as_read


@pytest.mark.parametrize(
    ("pasted", "read"),
    [
        ("&iquest;cu&aacute;nto&nbsp;debe?", "¿cuánto\xa0debe?"),
        ("saldo%20de%20la%20deuda", "saldo de la deuda"),
        ("pensi%C3%B3n", "pensión"),
        ("#gastoEjercido #INCUFIDEZ2021", "#gasto Ejercido #INCUFIDEZ 2021"),
    ],
)
def test_signs_and_joined_words_are_told_apart(pasted: str, read: str) -> None:
    assert as_read(pasted) == read


@pytest.mark.parametrize("typed", ["iNcUfIdEz", "DIF estatal", "el IMCO", "A7K2Q", "cuánto creció un 20% al año", "FAIS"])
def test_hasty_capitals_and_percents_stay_as_they_are(typed: str) -> None:
    assert as_read(typed) == typed
