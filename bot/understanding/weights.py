"""How much each sign speaks for each reading: a small readable table, learned offline (``python -m training``)."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import lshift
from pathlib import Path

from bot.understanding.features import GROUPS, Signs, of_word
from bot.understanding.written_rows import WrittenRows

WEIGHTS = Path(__file__).with_name("weights.tsv")
_SCALE = 100
_LANE, _MIDDLE = 32, 1 << 31
_FINENESS = 1024
"""Steps of loudness: with hundreds of signs a lane stays far below its middle."""
_UNIT = _SCALE * _FINENESS
_OF_WORDS = ("w", "s", "c")

Row = tuple[tuple[int, float], ...]


@dataclass(frozen=True)
class Weights:
    """``labels`` are ``acto amount`` … ``tema deuda`` …, the columns; ``rows`` maps a sign to its (column, weight) pairs,
    or to their text as long as nobody has asked;
    ``pairs`` tells how well an act and a topic go together; ``roles`` the part a word plays; ``common`` the words that the
    examples use, with how often."""

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    rows: Mapping[str, Row | str]
    pairs: Mapping[tuple[str, str], float] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    common: Mapping[str, int] = field(default_factory=dict)

    def row(self, sign: str) -> Row:
        found = self.rows.get(sign, ())
        return _parsed(found) if isinstance(found, str) else found

    def column(self, label: str) -> Column:
        return Column(self, self.labels.index(label) if label in self.labels else None)


class Column:
    """The weights of one label alone. Without the label (weights learned from few examples), nothing speaks for it."""

    def __init__(self, weights: Weights, place: int | None) -> None:
        self._weights, self._place = weights, place
        self._known: dict[str, float] = {}

    def of(self, signs: Iterable[str]) -> float:
        if self._place is None:
            return -math.inf
        known = self._known
        total = self._weights.bias[self._place]
        for sign in signs:
            weight = known.get(sign)
            if weight is None and (row := self._weights.row(sign)):
                weight = known[sign] = dict(row).get(self._place, 0.0)
            total += weight or 0.0
        return total


class Weighing:
    """Adds weights up. The weights of one sign are packed side by side into one integer, so that a whole row is added at
    once. What a single word says is the same in every message, so it is added up once."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._lanes = struct.Struct(f"<{len(weights.labels)}I")
        self._zero = sum(_MIDDLE << (_LANE * column) for column in range(len(weights.labels)))
        self._shifts = {str(column): _LANE * column for column in range(len(weights.labels))}
        self._packed: dict[str, int] = {}
        self._of_word = lru_cache(maxsize=32768)(self._word)

    def scores(self, meant: Sequence[str], groups: Mapping[str, Signs]) -> list[float]:
        total = self._zero
        for group, signs in groups.items():
            if signs:
                total += _loudness(group, len(signs)) * self._together(signs)
        counts, heard = dict.fromkeys(_OF_WORDS, 0), dict.fromkeys(_OF_WORDS, 0)
        for word in meant:
            for group, count, packed in self._of_word(word):
                counts[group] += count
                heard[group] += packed
        for group, packed in heard.items():
            if packed:
                total += _loudness(group, counts[group]) * packed
        lanes = self._lanes.unpack(total.to_bytes(self._lanes.size, "little"))
        return [bias + (lane - _MIDDLE) / _UNIT for bias, lane in zip(self._weights.bias, lanes, strict=True)]

    def _together(self, signs: Iterable[str]) -> int:
        """Only signs of the table are remembered packed: there is no end to the others."""
        packed, rows = self._packed, self._weights.rows
        total = 0
        for sign in signs:
            if sign in packed:
                total += packed[sign]
            elif row := rows.get(sign):
                total += packed.setdefault(sign, self._pack(row))
        return total

    def _pack(self, row: Row | str) -> int:
        if isinstance(row, str):
            cells = row.split()
            return sum(map(lshift, map(int, cells[1::2]), map(self._shifts.__getitem__, cells[::2])))
        return sum(round(weight * _SCALE) << (_LANE * column) for column, weight in row)

    def _word(self, word: str) -> tuple[tuple[str, int, int], ...]:
        """Group, number of signs, and what they say together."""
        return tuple((group, len(signs), self._together(signs)) for group, signs in of_word(word))


@lru_cache(maxsize=4096)
def _loudness(group: str, count: int) -> int:
    """The more signs of a group a message shows, the less each says."""
    return round(GROUPS[group] / math.sqrt(count) * _FINENESS)


def louder(meant: Sequence[str]) -> dict[str, float]:
    """How loud one sign of each word group is in this message."""
    counts: dict[str, int] = {}
    for word in meant:
        for group, signs in of_word(word):
            counts[group] = counts.get(group, 0) + len(signs)
    return {group: GROUPS[group] / math.sqrt(count) for group, count in counts.items()}


def read_weights(path: Path = WEIGHTS) -> Weights:
    with path.open("rb") as lines:
        labels = tuple(next(lines).decode().rstrip("\n").split("\t")[1:])
        bias = tuple(int(value) / _SCALE for value in next(lines).split(b"\t")[1:])
        pairs: dict[tuple[str, str], float] = {}
        roles: dict[str, str] = {}
        common: dict[str, int] = {}
        row = b""
        for line in lines:
            if line[:1] not in b"#@&":
                row = line
                break
            name, _, rest = line.decode().rstrip("\n").partition("\t")
            kind, name = name[0], name[1:]
            if kind == "#":
                common[name] = int(rest)
            elif kind == "@":
                roles[name] = rest
            else:
                act, _, topic = name.partition(" ")
                pairs[(act, topic)] = int(rest) / _SCALE
        rows = WrittenRows(row + lines.read())
    return Weights(labels, bias, rows, pairs, roles, common)


def _parsed(text: str) -> Row:
    cells = text.split()
    return tuple((int(cells[i]), int(cells[i + 1]) / _SCALE) for i in range(0, len(cells), 2))


def write_weights(path: Path, weights: Weights) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write("\t".join(["lecturas", *weights.labels]) + "\n")
        out.write("\t".join(["de partida", *(str(round(value * _SCALE)) for value in weights.bias)]) + "\n")
        out.writelines(f"&{act} {topic}\t{round(value * _SCALE)}\n" for (act, topic), value in sorted(weights.pairs.items()))
        out.writelines(f"@{word}\t{role}\n" for word, role in sorted(weights.roles.items()))
        out.writelines(f"#{word}\t{count}\n" for word, count in sorted(weights.common.items()))
        for name in sorted(weights.rows):
            cells = list(_cells(weights.row(name)))
            if cells:
                out.write(f"{name}\t{' '.join(cells)}\n")


def _cells(row: Iterable[tuple[int, float]]) -> Iterable[str]:
    return (f"{column} {round(weight * _SCALE)}" for column, weight in row if round(weight * _SCALE))
