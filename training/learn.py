"""Weights out of labelled examples: two linear classifiers, one of acts and one of topics, over the signs of a message."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from ruamel.yaml import YAML
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
from sklearn.svm import LinearSVC

from bot.domain.reading import Act, Interpretation, Question, Topic
from bot.domain.vocabulary import Knowledge
from bot.language.folding import fold, stem, words
from bot.language.ordinary import everyday_words
from bot.language.phonetics import sound
from bot.understanding.deciding import NO_TOPIC
from bot.understanding.features import GROUPS, Noticing, of_word
from bot.understanding.reader import Reader
from bot.understanding.weights import Weights, louder
from bot.understanding.wording import Wordings
from training.examples import EXAMPLES, TODAY, Example
from training.patterns import badly_typed, follow_ups, made_examples

_BEST_LABEL = 0.75
_USUAL_RARITY = 6.0
_ENOUGH_MADE = 8
_ENOUGH_WRITTEN = {"p": 3, "q": 3}
"""Group of signs → written examples a sign needs, 2 where not named: phrases are many, and what two messages share teaches little."""
_TIMES_COMMONER = 15
_BADLY_TYPED = frozenset({"typos", "slang", "code", "english"})


@dataclass(frozen=True)
class Recipe:
    """``strength``: how closely the examples are followed; ``made``, ``gone_on``, ``mistyped``: how much an example made from
    patterns, or a written one typed badly once more, counts beside a written one; ``sure``: scale of scores to probabilities;
    ``fit``: how much the usual company of act and topic counts; ``faint``: weights below it are dropped."""

    strength: float = 0.2
    made: float = 0.1
    mistyped: float = 0.3
    gone_on: float = 0.15
    sure: float = 3.3
    fit: float = 0.5
    faint: float = 0.1


@dataclass(frozen=True)
class Shown:
    """An example as the classifiers see it: sign → loudness."""

    acts: tuple[str, ...]
    topics: tuple[str, ...]
    signs: Mapping[str, float]
    counts: float


def roles_of(folder: Path = EXAMPLES) -> dict[str, str]:
    """Word, or «~stem», → the part it plays; a whole word wins over a stem, the first class over later ones."""
    told: dict[str, list[str]] = YAML(typ="safe").load((folder / "clases.yaml").read_text(encoding="utf-8"))
    roles: dict[str, str] = {}
    for role, members in told.items():
        for member in members:
            roles.setdefault(fold(member), role)
            roles.setdefault(f"~{stem(fold(member))}", role)
    return roles


def common_words(examples: Sequence[Example]) -> dict[str, int]:
    """Words that several messages use, but for those that are a commoner word written as it sounds («govierno»): these are to be mended."""
    counts = Counter(word for example in examples if example.style not in _BADLY_TYPED for word in set(words(example.text)))
    common = {word: count for word, count in counts.items() if count >= 2 and word.isalpha() and len(word) > 1}
    best: dict[str, int] = {}
    for word, count in common.items():
        best[sound(word)] = max(count, best.get(sound(word), 0))
    kept = {word for example in examples if example.style == "english" for word in words(example.text)} | set(everyday_words())
    return {word: count for word, count in common.items() if word in kept or len(word) < 4 or best[sound(word)] < _TIMES_COMMONER * count}


def learn(knowledge: Knowledge, examples: Sequence[Example], folder: Path = EXAMPLES, recipe: Recipe | None = None) -> Weights:
    recipe = recipe or Recipe()
    known = Weights((), (), {}, {}, roles_of(folder), common_words(examples))
    notice = _Notice(knowledge, known)
    alone = [notice.shown(e, None) for e in examples if e.before is None]
    alone += [notice.shown(e, None, recipe.made) for e in made_examples(folder)]
    alone += [notice.shown(e, None, recipe.mistyped) for e in badly_typed(examples)]
    gone_on = [e for e in examples if e.before is not None]
    if not gone_on:
        return _fit(alone, known, recipe)
    draft = Reader(knowledge, _fit(alone, known, recipe))
    following = [notice.shown(e, draft.read(Question(e.before or "", TODAY))) for e in gone_on]
    following += [notice.shown(e, _as_labelled(before), recipe.gone_on) for before, e in follow_ups(examples, folder)]
    return _fit([*alone, *following], known, recipe)


def _as_labelled(before: Example) -> Interpretation:
    return Interpretation(Act(before.acts[0]), Topic(before.topics[0]) if before.topics else None)


class _Notice:
    def __init__(self, knowledge: Knowledge, known: Weights) -> None:
        self._wordings = Wordings(knowledge, known.common)
        self._noticing = Noticing(knowledge, known.roles)

    def shown(self, example: Example, after: Interpretation | None, counts: float = 1.0) -> Shown:
        wording = self._wordings.read(example.text)
        signs: Counter[str] = Counter()
        for group, found in self._noticing.of(wording, after).items():
            for sign in found:
                signs[sign] = GROUPS[group] / math.sqrt(len(found))  # type: ignore[assignment]
        loud = louder(wording.meant)
        for word in wording.meant:
            for group, names in of_word(word):
                for name in names:
                    signs[name] += loud[group]  # type: ignore[assignment]
        return Shown(example.acts, _topics_of(example), signs, counts)


def _topics_of(example: Example) -> tuple[str, ...]:
    """A greeting is labelled without topic, and is read as talk with the bot."""
    return example.topics or ((Topic.BOT,) if example.acts[0] == Act.SMALLTALK else (NO_TOPIC,))


def _fit(shown: Sequence[Shown], known: Weights, recipe: Recipe) -> Weights:
    written = [each for each in shown if each.counts == 1.0]
    seen = Counter(sign for each in written for sign in each.signs)
    heard = seen + Counter(sign for each in shown if each.counts < 1.0 for sign in each.signs)
    kept = sorted(s for s in heard if seen[s] >= _ENOUGH_WRITTEN.get(s[0], 2) or heard[s] >= _ENOUGH_MADE)
    columns = {sign: place for place, sign in enumerate(kept)}
    rarity = np.array([(math.log((1 + len(written)) / (1 + seen[sign])) + 1) / _USUAL_RARITY for sign in columns])
    matrix = _matrix(shown, columns) @ csr_matrix((rarity, (range(len(rarity)), range(len(rarity)))))
    labels: list[str] = []
    bias: list[float] = []
    tables: list[Any] = []
    for side, targets in (("acto", [each.acts for each in shown]), ("tema", [each.topics for each in shown])):
        model = _classifier(matrix, targets, [each.counts for each in shown], recipe)
        labels += [f"{side} {name}" for name in model.classes_]
        bias += list(model.intercept_ * recipe.sure)
        tables.append(model.coef_ * rarity * recipe.sure)
    table = np.vstack(tables)
    rows = {sign: _row(table[:, place], recipe.faint) for sign, place in columns.items()}
    pairs = _company(written, recipe)
    return Weights(tuple(labels), tuple(map(float, bias)), {s: r for s, r in rows.items() if r}, pairs, known.roles, known.common)


def _row(weights: Any, faint: float) -> tuple[tuple[int, float], ...]:
    return tuple((int(column), float(weights[column])) for column in np.flatnonzero(np.abs(weights) >= faint))


def _matrix(shown: Sequence[Shown], columns: Mapping[str, int]) -> Any:
    known = [[(columns[sign], loud) for sign, loud in each.signs.items() if sign in columns] for each in shown]
    cells = [loud for each in known for _, loud in each]
    places = [place for each in known for place, _ in each]
    starts = np.cumsum([0, *map(len, known)])
    return csr_matrix((cells, places, starts), shape=(len(shown), len(columns)))


def _classifier(matrix: Any, targets: Sequence[Sequence[str]], counts: Sequence[float], recipe: Recipe) -> Any:
    """The best label weighs most; the equally acceptable ones share the rest."""
    rows: list[int] = []
    wanted: list[str] = []
    shares: list[float] = []
    for row, (each, count) in enumerate(zip(targets, counts, strict=True)):
        for place, target in enumerate(each):
            rows.append(row)
            wanted.append(target)
            share = 1.0 if len(each) == 1 else _BEST_LABEL if place == 0 else (1 - _BEST_LABEL) / (len(each) - 1)
            shares.append(count * share)
    return LinearSVC(C=recipe.strength, tol=0.01, random_state=0).fit(matrix[rows], wanted, sample_weight=shares)


def _company(written: Sequence[Shown], recipe: Recipe) -> dict[tuple[str, str], float]:
    """How much likelier an act and a topic are together than each alone."""
    both = Counter((each.acts[0], each.topics[0]) for each in written)
    acts, topics = Counter(a for a, _ in both.elements()), Counter(t for _, t in both.elements())
    cells = {(a, t): both[a, t] + 0.3 for a in acts for t in topics}
    whole = sum(cells.values())
    sums_a = {a: sum(cells[a, t] for t in topics) for a in acts}
    sums_t = {t: sum(cells[a, t] for a in acts) for t in topics}
    return {(a, t): recipe.fit * math.log(cells[a, t] * whole / (sums_a[a] * sums_t[t])) for a, t in cells}
