"""A question and its replies with the address that brings them back. The page keeps nothing: what a follow-up needs to
be understood travels in its address as the questions before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from bot.domain.reading import Interpretation
from bot.rendering import Reply, compose

if TYPE_CHECKING:
    from bot.app import Assistant, Turn

LONGEST = 1000
REMEMBERED = 6


@dataclass(frozen=True)
class Exchange:
    """``before`` are the questions this one leaned on, oldest first; ``then`` those the next one may lean on."""

    question: str
    replies: tuple[tuple[str, Reply], ...]
    before: tuple[str, ...]
    then: tuple[str, ...]

    @property
    def address(self) -> str:
        return address(self.question, self.before)

    def following(self, question: str) -> str:
        """The address of a question asked after this one."""
        return address(question, self.then)


def address(question: str, before: Sequence[str] = ()) -> str:
    return "/?" + urlencode([("q", question), *(("prev", each) for each in before)])


def exchange(assistant: Assistant, question: str, before: Sequence[str], today: date) -> Exchange:
    """Read the questions before in order, then answer this one."""
    kept = tuple(each for each in before if each.strip() and len(each) <= LONGEST)[-REMEMBERED:]
    after: Interpretation | None = None
    for each in kept:
        after = assistant.read(each, today, after)
    turn = assistant.ask(question, today, after)
    leaned = kept if turn.interpretation.carried else ()
    return Exchange(question, _replies(turn, assistant), leaned, (*leaned, question))


def _replies(turn: Turn, assistant: Assistant) -> tuple[tuple[str, Reply], ...]:
    """Each reply under the part of the message it answers; a message with one question needs no such heading."""
    alone = len(turn.answers) == 1
    return tuple(("" if alone else answer.reading.asked, compose(answer, assistant.knowledge)) for answer in turn.answers)
