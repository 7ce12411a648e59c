"""Pictures of an answer: a chart of its figures. The drawing library is loaded when a picture is drawn, not before."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.answer import Answer
from bot.domain.vocabulary import Knowledge
from bot.rendering.charts_plan import NoPicture, plan
from bot.rendering.charts_words import words

__all__ = ["NoPicture", "Picture", "can_be_drawn", "caption", "chart"]


@dataclass(frozen=True)
class Picture:
    """``png`` is 1080 dots wide; ``caption`` says in a sentence or two what it shows, for those who do not see it."""

    png: bytes
    caption: str


def can_be_drawn(answer: Answer) -> bool:
    """Whether ``chart`` would give a picture; costs next to nothing."""
    return not isinstance(plan(answer), NoPicture)


def caption(answer: Answer, knowledge: Knowledge) -> str | NoPicture:
    """The caption alone, for a page that shows the picture from another address."""
    planned = plan(answer)
    return planned if isinstance(planned, NoPicture) else words(planned, answer.reading, knowledge).caption


def chart(answer: Answer, knowledge: Knowledge) -> Picture | NoPicture:
    """The figures of an answer over time, as bars, or as claims side by side; else why there is no picture. Safe from any thread."""
    planned = plan(answer)
    if isinstance(planned, NoPicture):
        return planned
    from bot.rendering.charts_drawing import drawn

    said = words(planned, answer.reading, knowledge)
    return Picture(drawn(planned, said), said.caption)
