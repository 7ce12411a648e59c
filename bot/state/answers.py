"""An answer as a receipt keeps it, and back. The words of whoever asked are not part of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from bot.domain.answer import Answer, Explained, Found, Missing, Note, NotUnderstood, SmallTalk, Suggestion, Unclear
from bot.privacy.readings import cover, personal_words, without_text
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
# What an answer may repeat of the message.
_MAY_REPEAT = ("notes", "suggestions", "options", "subject")
_NAMES = {kind: name for name, kind in OUTCOMES.items()}


def write_answer(answer: Answer, ledger: str, text: str = "") -> Content:
    """``ledger`` is the content hash of the ledger that gave it; ``text`` the message, whose personal words a note may repeat
    («no entendí …»): they are covered."""
    outcome = outcome_of(answer)
    reading = replace(without_text(answer.reading, text), words=())
    kept = _covered(replace(answer, reading=reading), personal_words(text))
    return Content(outcome, _adapter(outcome).dump_json(kept).decode(), ledger)


def outcome_of(answer: Answer) -> str:
    """As the JSON contract names it."""
    return _NAMES[type(answer)]


def read_answer(content: Content) -> Answer:
    """Also one that was kept with what its figures came from."""
    if is_told(content.answer):
        return read_told(content.outcome, content.answer).answer
    found: Answer = _adapter(content.outcome).validate_json(content.answer)
    return found


def _covered(answer: Answer, personal: frozenset[str]) -> Answer:
    if not personal:
        return answer
    changed: dict[str, Any] = {}
    for name in _MAY_REPEAT:
        match getattr(answer, name, None):
            case str() as said:
                changed[name] = cover(said, personal)
            case tuple() as several:
                changed[name] = tuple(_part_covered(each, personal) for each in several)
    return replace(answer, **changed)


def _part_covered(part: Note | Suggestion, personal: frozenset[str]) -> Note | Suggestion:
    if isinstance(part, Suggestion):
        return Suggestion(cover(part.text, personal))
    return Note(part.id, tuple((name, cover(value, personal)) for name, value in part.fields))


@cache
def _adapter(outcome: str) -> TypeAdapter[Any]:
    return TypeAdapter(OUTCOMES[outcome])
