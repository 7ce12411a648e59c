"""One JSON object a question, one a line: for programs that ask many questions at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.domain.answer import Answer
from bot.errors import RutaError
from bot.rendering import answered

if TYPE_CHECKING:
    from bot.app import Assistant


class LineError(RutaError):
    """A line that is not a question."""


Issue = Callable[[Sequence[Answer]], Sequence[str | None]]


def no_receipts(answers: Sequence[Answer]) -> Sequence[str | None]:
    return ()


def reply(assistant: Assistant, question: str, prev: str | None, today: date, issue: Issue = no_receipts) -> dict[str, Any]:
    """The object of the contract; ``prev`` is the question asked just before, for follow-ups; ``issue`` gives the receipts."""
    after = assistant.read(prev, today) if prev else None
    turn = assistant.ask(question, today, after)
    return answered(question, turn.answers, assistant.knowledge, issue(turn.answers))


def replies(assistant: Assistant, lines: Iterable[str], today: date, issue: Issue = no_receipts) -> Iterator[str]:
    """In order, one a line; LineError names the first line that is no question."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            question, prev = _question(line, number)
            yield json.dumps(reply(assistant, question, prev, today, issue), ensure_ascii=False)


def _question(line: str, number: int) -> tuple[str, str | None]:
    try:
        asked = json.loads(line)
        question, prev = asked["q"], asked.get("prev")
    except (ValueError, TypeError, KeyError, AttributeError):
        question = prev = None
    if not isinstance(question, str) or not isinstance(prev, str | None):
        raise LineError(
            f'Línea {number}: no es una pregunta. Escribe en cada línea un objeto como {{"q": "¿cuánto debe el estado?", "prev": null}}.'
        )
    return question, prev
