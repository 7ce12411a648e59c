"""A receipt's code is the same for the same answer, and never that of another."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.state import Content
from bot.state.codes import ALPHABET, SHORT, candidates, digest, tidy


def test_the_same_answer_keeps_its_code_and_its_first_day(state, now) -> None:
    content, later = Content("found", '{"figures": [1]}', "abc"), Content("found", '{"figures": [1]}', "def")
    today = now.date()
    code, again = state.receipts.keep([content, content], today)
    assert code == again
    assert state.receipts.keep([later], today + timedelta(days=9)) == (code,)
    kept = state.receipts.find(code)
    assert (kept.content.ledger, kept.first_on, kept.last_on) == ("abc", today, today + timedelta(days=9))
    assert state.receipts.count() == 1


def test_two_answers_whose_codes_would_be_one_get_two(state, now, monkeypatch) -> None:
    monkeypatch.setattr("bot.state.receipts.candidates", lambda digest: iter(["AAAAA", "AAAAA" + digest[0].upper() + "7"]))
    one, two = Content("found", "1", "abc"), Content("found", "2", "abc")
    first, second = state.receipts.keep([one, two], now.date())
    assert first == "AAAAA"
    assert second != first
    assert state.receipts.find(second).content == two
    assert state.receipts.keep([two, one], now.date()) == (second, first)


def test_a_code_is_found_as_people_type_it(state, now) -> None:
    (code,) = state.receipts.keep([Content("found", "1", "abc")], now.date())
    assert state.receipts.find(f" {code[:2].lower()}-{code[2:].lower()} ").code == code
    assert state.receipts.find("NADA") is None


def test_letters_that_look_like_numbers_are_read_as_numbers() -> None:
    assert tidy("s-z b") == "528"


@given(st.text())
def test_codes_use_only_signs_that_cannot_be_mistaken(content: str) -> None:
    codes = list(candidates(digest(content)))
    assert len(codes[0]) == SHORT
    assert len(set(codes)) == len(codes)
    assert all(set(code) <= set(ALPHABET) and tidy(code) == code for code in codes)
