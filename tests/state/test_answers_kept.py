"""A reply comes back from the conversation as it was said, without the words of whoever asked."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bot.privacy.readings import without_text
from bot.rendering import compose
from bot.state.answers import read_answers, write_answers

if TYPE_CHECKING:
    from bot.app import Assistant

GOLD = Path(__file__).parents[1] / "gold" / "desarrollo.jsonl"
TODAY = date(2026, 11, 22)


def test_the_reply_that_unfolds_is_the_reply_that_was_given(assistant: Assistant) -> None:
    questions = [json.loads(line)["q"] for line in GOLD.read_text(encoding="utf-8").splitlines()[:80] if line.strip()]
    for question in [*questions, "asdfgh", "¿cuánto gasta Jalisco en policías?", "gracias"]:
        answers = assistant.ask(question, TODAY).answers
        back = read_answers(write_answers(answers))
        assert [compose(each, assistant.knowledge) for each in back] == [compose(each, assistant.knowledge) for each in answers], question


def test_the_words_of_the_question_are_not_in_what_is_kept(assistant: Assistant) -> None:
    text = "soy Zutanita Quirarte, ¿cuánto debía el estado en 2013?"
    kept = write_answers(assistant.ask(text, TODAY).answers, text).lower()
    assert "zutanita" not in kept
    assert "quirarte" not in kept


def test_a_reading_is_kept_without_what_is_personal_and_still_serves_the_next_question(assistant: Assistant) -> None:
    text = "me llamo Zutanita Quirarte, ¿cuánto debía el estado a Banorte en 2013?"
    reading = assistant.ask(text, TODAY).interpretation
    kept = without_text(reading, text)
    assert "zutanita" not in repr(kept).lower()
    assert "quirarte" not in repr(kept).lower()
    following = assistant.ask("¿y en 2018?", TODAY, kept).interpretation
    assert following.years == (2018,)
    assert "banorte" in following.entities
