"""How much each sign speaks for each reading: a small readable table, learned offline by ``bot.understanding.train``."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.understanding.features import GROUPS, Sign

WEIGHTS = Path(__file__).with_name("weights.tsv")
_SCALE = 100


@dataclass(frozen=True)
class Weights:
    """``labels`` are ``acto amount`` … ``tema deuda`` …, the columns; ``rows`` maps a sign to its (column, weight) pairs;
    ``common`` are the words the examples use, with how often."""

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    rows: Mapping[str, tuple[tuple[int, float], ...]]
    common: Mapping[str, int]

    def scores(self, groups: Mapping[str, Sequence[Sign]]) -> list[float]:
        totals = list(self.bias)
        for group, signs in groups.items():
            if not signs:
                continue
            loud = GROUPS[group] / math.sqrt(len(signs))
            for sign in signs:
                for column, weight in self.rows.get(sign.name, ()):
                    totals[column] += loud * weight
        return totals


def read_weights(path: Path = WEIGHTS) -> Weights:
    with path.open(encoding="utf-8") as lines:
        labels = tuple(next(lines).rstrip("\n").split("\t")[1:])
        bias = tuple(int(value) / _SCALE for value in next(lines).split("\t")[1:])
        rows: dict[str, tuple[tuple[int, float], ...]] = {}
        common: dict[str, int] = {}
        for line in lines:
            name, _, rest = line.rstrip("\n").partition("\t")
            if name.startswith("#"):
                common[name[1:]] = int(rest)
                continue
            cells = rest.split(" ")
            rows[name] = tuple((int(cells[i]), int(cells[i + 1]) / _SCALE) for i in range(0, len(cells), 2))
    return Weights(labels, bias, rows, common)


def write_weights(
    path: Path, labels: Sequence[str], bias: Sequence[float], rows: Mapping[str, Iterable[tuple[int, float]]], common: Mapping[str, int]
) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write("\t".join(["#", *labels]) + "\n")
        out.write("\t".join(["#", *(str(round(value * _SCALE)) for value in bias)]) + "\n")
        for word, count in sorted(common.items()):
            out.write(f"#{word}\t{count}\n")
        for name in sorted(rows):
            cells = [f"{column} {round(weight * _SCALE)}" for column, weight in rows[name] if round(weight * _SCALE)]
            if cells:
                out.write(f"{name}\t{' '.join(cells)}\n")
