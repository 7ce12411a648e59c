"""Learn the weights again: ``python -m bot.understanding.train`` (needs the development tools; about a minute).

Reads ``knowledge/`` with its labelled examples and writes ``bot/understanding/weights.tsv``. The same input gives the same
file. ``--without a,b`` leaves writers out, to score on them.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression

from bot.domain.reading import Interpretation, Question
from bot.domain.vocabulary import Knowledge
from bot.knowledge import load
from bot.language.folding import words
from bot.understanding.deciding import NO_TOPIC
from bot.understanding.examples import EXAMPLES, Example, read_examples
from bot.understanding.features import GROUPS, Sign, Signs
from bot.understanding.reader import Reader
from bot.understanding.weights import WEIGHTS, Weights, write_weights
from bot.understanding.wording import Wordings

TODAY = date(2026, 11, 22)
_RARE = 2
_FAINT = 0.02
_BEST_LABEL = 0.7
_BADLY_TYPED = frozenset({"typos", "slang", "code", "english"})

Columns = dict[str, int]


def common_words(examples: Sequence[Example]) -> dict[str, int]:
    counts = Counter(word for example in examples if example.style not in _BADLY_TYPED for word in set(words(example.text)))
    return {word: count for word, count in counts.items() if count >= 2 and word.isalpha() and len(word) > 1}


def learn(knowledge: Knowledge, examples: Sequence[Example], strength: float = 4.0) -> Weights:
    common = common_words(examples)
    wordings, signs = Wordings(knowledge, common), Signs(knowledge)
    first = [example for example in examples if example.before is None]
    draft = _fit([(e, signs.of(wordings.read(e.text), None)) for e in first], common, strength)
    if len(first) == len(examples):
        return draft
    reader = Reader(knowledge, draft)
    shown = [(e, signs.of(wordings.read(e.text), _before(reader, e))) for e in examples]
    return _fit(shown, common, strength)


def _before(reader: Reader, example: Example) -> Interpretation | None:
    return reader.read(Question(example.before, TODAY)) if example.before else None


def _fit(shown: Sequence[tuple[Example, Mapping[str, Sequence[Sign]]]], common: Mapping[str, int], strength: float) -> Weights:
    counts = Counter(name for _, groups in shown for name in {sign.name for signs in groups.values() for sign in signs})
    columns: Columns = {name: place for place, name in enumerate(sorted(name for name, count in counts.items() if count >= _RARE))}
    rarity = np.array([math.log((1 + len(shown)) / (1 + counts[name])) + 1 for name in columns])
    matrix = _matrix([groups for _, groups in shown], columns) @ _diagonal(rarity)
    labels: list[str] = []
    bias: list[float] = []
    weights: list[np.ndarray] = []
    for side, targets in (("acto", [e.acts for e, _ in shown]), ("tema", [e.topics or (NO_TOPIC,) for e, _ in shown])):
        model, names = _classifier(matrix, targets, strength)
        labels += [f"{side} {name}" for name in names]
        bias += list(model.intercept_)
        weights += list(model.coef_ * rarity)
    table = np.array(weights)
    rows = {
        name: tuple((int(c), float(table[c, place])) for c in np.flatnonzero(np.abs(table[:, place]) >= _FAINT))
        for name, place in columns.items()
    }
    return Weights(tuple(labels), tuple(float(b) for b in bias), rows, dict(common))


def _diagonal(values: np.ndarray) -> csr_matrix:
    size = len(values)
    return csr_matrix((values, (range(size), range(size))), shape=(size, size))


def _matrix(shown: Sequence[Mapping[str, Sequence[Sign]]], columns: Columns) -> csr_matrix:
    cells: list[float] = []
    places: list[int] = []
    starts = [0]
    for groups in shown:
        for group, signs in groups.items():
            if not signs:
                continue
            loud = GROUPS[group] / math.sqrt(len(signs))
            known = [columns[sign.name] for sign in signs if sign.name in columns]
            places += known
            cells += [loud] * len(known)
        starts.append(len(places))
    matrix = csr_matrix((cells, places, starts), shape=(len(shown), len(columns)))
    matrix.sum_duplicates()
    return matrix


def _classifier(matrix: csr_matrix, targets: Sequence[Sequence[str]], strength: float) -> tuple[LogisticRegression, list[str]]:
    """The best label weighs most; the equally acceptable ones share the rest."""
    names = sorted({target for each in targets for target in each})
    rows, wanted, shares = [], [], []
    for row, each in enumerate(targets):
        for place, target in enumerate(each):
            rows.append(row)
            wanted.append(names.index(target))
            shares.append(1.0 if len(each) == 1 else _BEST_LABEL if place == 0 else (1 - _BEST_LABEL) / (len(each) - 1))
    model = LogisticRegression(C=strength, max_iter=300, tol=1e-3)
    model.fit(matrix[rows], wanted, sample_weight=shares)
    return model, names


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", default="", help="writers to leave out, separated by commas")
    parser.add_argument("--knowledge", type=Path, default=Path("knowledge"))
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    chosen = parser.parse_args()
    left_out = set(re.split(r"[,\s]+", chosen.without))
    examples = [example for example in read_examples(chosen.knowledge / EXAMPLES.name) if example.writer not in left_out]
    weights = learn(load(chosen.knowledge), examples)
    write_weights(chosen.out, weights.labels, weights.bias, weights.rows, weights.common)
    print(f"{len(examples)} ejemplos, {len(weights.rows)} señales -> {chosen.out} ({chosen.out.stat().st_size // 1024} KB)")


if __name__ == "__main__":
    main()
