"""Which words of a message spoke for its reading, for ``--explain``. Worked out only when somebody looks."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import overload

from bot.domain.reading import Clue
from bot.understanding.features import GROUPS, Places, Signs, of_word
from bot.understanding.weights import Weights, louder
from bot.understanding.wording import Wording

_SHOWN = 12
_AUDIBLE = 0.05


class Clues(Sequence[Clue]):
    """Signs gathered by the words they came from, loudest first."""

    def __init__(self, wording: Wording, groups: Mapping[str, Signs], weights: Weights, labels: Sequence[str]) -> None:
        self._wording, self._groups, self._weights, self._labels = wording, groups, weights, labels

    @cached_property
    def _found(self) -> tuple[Clue, ...]:
        columns = {self._weights.labels.index(label): label.split(" ", 1)[1] for label in self._labels if label in self._weights.labels}
        heard: dict[tuple[str, str], float] = {}
        for sign, places, loud in self._audible():
            for column, weight in self._weights.row(sign):
                if column in columns:
                    key = (self._said(sign, places), columns[column])
                    heard[key] = heard.get(key, 0.0) + loud * weight
        found = [Clue(said, reading, round(weight, 2)) for (said, reading), weight in heard.items() if abs(weight) >= _AUDIBLE]
        return tuple(sorted(found, key=lambda clue: (-abs(clue.weight), clue.words, clue.speaks_for)))[:_SHOWN]

    def _audible(self) -> Iterator[tuple[str, Places, float]]:
        for group, signs in self._groups.items():
            for sign, places in signs.items():
                yield sign, places, GROUPS[group] / math.sqrt(len(signs))
        loud = louder(self._wording.meant)
        for word in self._wording.words:
            for group, names in of_word(word.text):
                for name in names:
                    yield name, (word.token,), loud[group]

    def _said(self, sign: str, places: Places) -> str:
        if not places:
            return f"({sign.split(':', 1)[1]})"
        return self._wording.text[self._wording.tokens[places[0]].start : self._wording.tokens[places[-1]].end]

    @overload
    def __getitem__(self, place: int) -> Clue: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Clue]: ...

    def __getitem__(self, place: int | slice) -> Clue | Sequence[Clue]:
        return self._found[place]

    def __len__(self) -> int:
        return len(self._found)

    def __reduce__(self) -> tuple[type[tuple[Clue, ...]], tuple[tuple[Clue, ...]]]:
        return tuple, (self._found,)
