"""An answer as a receipt keeps it, and back. The words of whoever asked are not part of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from bot.domain.answer import Answer, Explained, Found, Missing, NotUnderstood, SmallTalk, Unclear
from bot.domain.reading import Interpretation
from bot.state.receipts import Content
from bot.state.told import is_told, read_told

OUTCOMES: Mapping[str, type[Answer]] = {
    "found": Found,
    "explained": Explained,
    "unclear": Unclear,
    "missing": Missing,
    "not_understood": NotUnderstood,
    "smalltalk": SmallTalk,
}
_NAMES = {kind: name for name, kind in OUTCOMES.items()}


def write_answer(answer: Answer, ledger: str) -> Content:
    """``ledger`` is the content hash of the ledger that gave it."""
    outcome = outcome_of(answer)
    text = _adapter(outcome).dump_json(replace(answer, reading=_without_words(answer.reading)))
    return Content(outcome, text.decode(), ledger)


def outcome_of(answer: Answer) -> str:
    """As the JSON contract names it."""
    return _NAMES[type(answer)]


def read_answer(content: Content) -> Answer:
    """Also one that was kept with what its figures came from."""
    if is_told(content.answer):
        return read_told(content.outcome, content.answer).answer
    found: Answer = _adapter(content.outcome).validate_json(content.answer)
    return found


def _without_words(reading: Interpretation) -> Interpretation:
    """How it was read stays: it is the first line of the reply. What was typed goes."""
    said = tuple(replace(mention, said="") for mention in reading.mentions)
    return replace(reading, mentions=said, words=(), unread=(), clues=(), more=(), asked="", alternatives=())


@cache
def _adapter(outcome: str) -> TypeAdapter[Any]:
    return TypeAdapter(OUTCOMES[outcome])
