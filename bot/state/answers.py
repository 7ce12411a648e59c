"""The answers of a reply as a conversation keeps them, to say them whole later. The words of whoever asked are not part of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from bot.domain.answer import Answer, Explained, Found, Missing, Note, NotUnderstood, SmallTalk, Suggestion, Unclear
from bot.privacy.readings import cover, personal_words, without_text

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
_Kept = list[tuple[str, str]]


def write_answers(answers: Sequence[Answer], text: str = "") -> str:
    """``text`` is the message, whose personal words a note may repeat («no entendí …»): they are covered."""
    personal = personal_words(text)
    kept = [(outcome_of(answer), _covered(_without_words(answer, text), personal)) for answer in answers]
    return _kept().dump_json([(outcome, _adapter(outcome).dump_json(answer).decode()) for outcome, answer in kept]).decode()


def prepare() -> None:
    """Makes what writing needs, which takes a tenth of a second: at a start, so that nobody's first question waits for it."""
    for outcome in OUTCOMES:
        _adapter(outcome)
    _kept()


def read_answers(written: str) -> tuple[Answer, ...]:
    return tuple(_adapter(outcome).validate_json(answer) for outcome, answer in _kept().validate_json(written))


def outcome_of(answer: Answer) -> str:
    """As the JSON contract names it."""
    return _NAMES[type(answer)]


def _without_words(answer: Answer, text: str) -> Answer:
    """Neither the words of the message nor what quotes them."""
    answer = answer.unquoted() if isinstance(answer, Missing) else answer
    return replace(answer, reading=replace(without_text(answer.reading, text), words=()))


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


@cache
def _kept() -> TypeAdapter[_Kept]:
    return TypeAdapter(_Kept)
