"""Where a message holds two questions: weights of places and of pairs of readings, out of messages whose cut is known."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bot.domain.reading import Question
from bot.domain.vocabulary import Knowledge
from bot.understanding.reader import Reader
from bot.understanding.splitting import PLACE, TWO, signs_of_two
from bot.understanding.weights import Weights
from bot.understanding.wording import Wording
from training.examples import DOUBLES, EXAMPLES, TODAY, Example

_STRENGTH = {PLACE: 0.3, TWO: 0.05}
_FAINT = 0.03
_NEAR = 3
_LEAST = 2


@dataclass(frozen=True)
class Double:
    """A message with two questions; the second begins with the character ``at``."""

    text: str
    at: int


def read_doubles(folder: Path = EXAMPLES) -> list[Double]:
    rows = map(json.loads, (folder / DOUBLES).read_text(encoding="utf-8").splitlines())
    return [Double(row["q"], len(row["q"]) - len(row["cut"])) for row in rows]


def with_splits(knowledge: Knowledge, weights: Weights, doubles: Sequence[Double], singles: Sequence[Example]) -> Weights:
    """The same weights with two further columns. ``singles`` are messages that ask one thing."""
    reader = Reader(knowledge, weights)
    shown = [*_places(reader, doubles, singles)]
    weights = _with_column(weights, PLACE, shown)
    return _with_column(weights, TWO, [*_pairs(Reader(knowledge, weights), doubles, singles)])


Shown = tuple[tuple[str, ...], bool]


def _places(reader: Reader, doubles: Iterable[Double], singles: Iterable[Example]) -> Iterator[Shown]:
    for double in doubles:
        wording = reader.wordings.read(double.text)
        right = _right_places(double, wording, [place for place, _ in reader.splitting.places(wording)])
        for place, signs in reader.splitting.places(wording):
            if place in right[:1] or place not in right:
                yield signs, place in right
    for single in singles:
        for _, signs in reader.splitting.places(reader.wordings.read(single.text)):
            yield signs, False


def _right_places(double: Double, wording: Wording, places: Sequence[int]) -> list[int]:
    """The place of the cut first, then those so near that they are the same cut."""
    at = next((place for place, token in enumerate(wording.tokens) if token.end > double.at), len(wording.tokens))
    return sorted((place for place in places if abs(place - at) <= _NEAR), key=lambda place: (abs(place - at), place))


def _pairs(reader: Reader, doubles: Iterable[Double], singles: Iterable[Example]) -> Iterator[Shown]:
    for text, two in [*((double.text, True) for double in doubles), *((single.text, False) for single in singles)]:
        _, halves = reader.halved(Question(text, TODAY))
        if halves is not None:
            yield signs_of_two(halves), two


def _with_column(weights: Weights, label: str, shown: Sequence[Shown]) -> Weights:
    seen = Counter(sign for signs, _ in shown for sign in set(signs))
    rows = [{sign: 1.0 for sign in signs if seen[sign] >= _LEAST} for signs, _ in shown]
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(rows)
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    model = LogisticRegression(C=_STRENGTH[label], solver="liblinear", max_iter=300).fit(matrix, [two for _, two in shown])
    column = len(weights.labels)
    learned: Mapping[str, Any] = dict(zip(vectors.get_feature_names_out(), model.coef_[0], strict=True))
    added = {sign: ((column, float(weight)),) for sign, weight in learned.items() if abs(weight) >= _FAINT}
    both = {**weights.rows, **{sign: (*weights.row(sign), *cells) for sign, cells in added.items()}}
    return replace(weights, labels=(*weights.labels, label), bias=(*weights.bias, float(model.intercept_[0])), rows=both)
