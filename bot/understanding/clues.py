"""Which words of a message spoke for its reading, for ``--explain``."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from bot.domain.reading import Clue
from bot.understanding.features import GROUPS, Sign
from bot.understanding.weights import Weights
from bot.understanding.wording import Wording

_SHOWN = 12
_AUDIBLE = 0.05


def clues_of(groups: Mapping[str, Sequence[Sign]], weights: Weights, labels: Sequence[str], wording: Wording) -> tuple[Clue, ...]:
    """Signs gathered by the words they came from, loudest first."""
    columns = {weights.labels.index(label): label for label in labels if label in weights.labels}
    heard: dict[tuple[str, str], float] = {}
    for group, signs in groups.items():
        loud = GROUPS[group] / math.sqrt(len(signs)) if signs else 0.0
        for sign in signs:
            for column, weight in weights.rows.get(sign.name, ()):
                if column in columns:
                    key = (_said(sign, wording), columns[column])
                    heard[key] = heard.get(key, 0.0) + loud * weight
    found = [Clue(said, label.split(" ", 1)[1], round(weight, 2)) for (said, label), weight in heard.items() if abs(weight) >= _AUDIBLE]
    return tuple(sorted(found, key=lambda clue: (-abs(clue.weight), clue.words)))[:_SHOWN]


def _said(sign: Sign, wording: Wording) -> str:
    if not sign.places:
        return f"({sign.name.split(':', 1)[1]})"
    return wording.text[wording.tokens[sign.places[0]].start : wording.tokens[sign.places[-1]].end]
