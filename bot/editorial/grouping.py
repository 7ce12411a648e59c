"""Questions of nobody in particular, put together by what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.app import Assistant
from bot.domain.reading import Interpretation
from bot.language.folding import stem
from bot.privacy.masking import mask
from bot.state import UnansweredQuestion

_ALIKE = 0.4


@dataclass(frozen=True)
class Group:
    """``questions`` are masked, each wording once, the most asked first; ``times`` counts them all; ``unpublished`` tells those that were
    understood from those that were not, or not yet; ``reading`` is that of the first."""

    questions: tuple[str, ...]
    times: int
    unpublished: bool
    reading: Interpretation


@dataclass
class _Growing:
    reading: Interpretation
    unpublished: bool
    stems: frozenset[str]
    asked: dict[str, int]


def groups(questions: Iterable[UnansweredQuestion], assistant: Assistant, today: date) -> tuple[Group, ...]:
    """Read alike, of the same things, and sharing most of their words; the most asked group first. Masked again here: what staff are
    shown has passed the mask of today, not only the one of the day it was kept."""
    growing: list[_Growing] = []
    for question in questions:
        text = mask(question.text)
        reading = assistant.read(text, today)
        unpublished = question.outcome == "missing"
        stems = frozenset(stem(word) for word in (*reading.words, *reading.entities))
        near = next((each for each in growing if _same(each, reading, unpublished, stems)), None)
        if near is None:
            near = _Growing(reading, unpublished, stems, {})
            growing.append(near)
        near.asked[text] = near.asked.get(text, 0) + 1
    return tuple(sorted(_grown(growing), key=lambda group: -group.times))


def _same(each: _Growing, reading: Interpretation, unpublished: bool, stems: frozenset[str]) -> bool:
    if (each.unpublished, each.reading.topic, set(each.reading.entities)) != (unpublished, reading.topic, set(reading.entities)):
        return False
    shared = len(stems & each.stems)
    return shared / (len(stems | each.stems) or 1) >= _ALIKE


def _grown(growing: Iterable[_Growing]) -> Iterator[Group]:
    for each in growing:
        wordings = tuple(sorted(each.asked, key=lambda text: -each.asked[text]))
        yield Group(wordings, sum(each.asked.values()), each.unpublished, each.reading)
