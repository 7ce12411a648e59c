"""Reading side by side with what one would pick instead, on writers left out of training.

    python benchmarks/understanding.py k o          two writers left out (about three minutes: the weights are learned again)

Three readers see the same examples and the same messages: this project's, the nearest example by ``rapidfuzz`` (token_set), and
scikit-learn's TF-IDF of words and characters with two linear heads. Printed: act and topic both right among in-scope messages, in-scope
messages refused, out-of-scope messages read as if in scope, messages a second (median of five rounds), memory the reader adds.
"""

from __future__ import annotations

import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

from bot.domain.reading import Question
from bot.knowledge import load
from bot.language.folding import fold
from bot.understanding import Reader
from training.examples import EXAMPLES, Example, read_examples
from training.learn import learn

ROUNDS = 5
TODAY = date(2026, 11, 22)
Read = Callable[[str], tuple[str, str]]


def ours(known: Sequence[Example], folder: Path) -> Read:
    knowledge = load(folder)
    reader = Reader(knowledge, learn(knowledge, list(known), folder / EXAMPLES.name))

    def read(text: str) -> tuple[str, str]:
        reading = reader.read(Question(text, TODAY))
        return str(reading.act), str(reading.topic or "-")

    return read


def nearest(known: Sequence[Example]) -> Read:
    texts = [fold(example.text) for example in known]

    def read(text: str) -> tuple[str, str]:
        found = process.extractOne(fold(text), texts, scorer=fuzz.token_set_ratio)
        example = known[found[2]]
        return example.acts[0], (example.topics or ("-",))[0]

    return read


def linear(known: Sequence[Example]) -> Read:
    texts = [fold(example.text) for example in known]
    heads = []
    for labels in ([e.acts[0] for e in known], [(e.topics or ("-",))[0] for e in known]):
        words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
        letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
        heads.append(make_pipeline(make_union(words, letters), LinearSVC(C=0.5)).fit(texts, labels))

    def read(text: str) -> tuple[str, str]:
        act, topic = (str(head.predict([fold(text)])[0]) for head in heads)
        return act, topic

    return read


def main(writers: Sequence[str]) -> None:
    folder = Path("knowledge")
    examples = [example for example in read_examples(folder / EXAMPLES.name) if not example.before]
    known = [example for example in examples if example.writer not in writers]
    asked = [example for example in examples if example.writer in writers]
    if not asked:
        sys.exit(f"no conozco a {', '.join(writers)}; hay: {', '.join(sorted({e.writer for e in examples}))}")
    inside = [example for example in asked if example.acts[0] != "none"]
    print(f"{len(known)} examples known, {len(inside)} in-scope and {len(asked) - len(inside)} out-of-scope messages asked\n")
    print(f"{'reader':28} {'both':>6} {'refused':>8} {'false':>6} {'a second':>9} {'MB':>6}")
    readers: dict[str, Callable[[], Read]] = {
        "this project": lambda: ours(known, folder),
        "rapidfuzz nearest example": lambda: nearest(known),
        "TF-IDF + LinearSVC": lambda: linear(known),
    }
    for name, make in readers.items():
        tracemalloc.start()
        read = make()
        memory = tracemalloc.get_traced_memory()[0] / 1e6
        tracemalloc.stop()
        got = [(example, *read(example.text)) for example in asked]
        right = sum(act in e.acts and (not e.topics or topic in e.topics) for e, act, topic in got if e.acts[0] != "none")
        refused = sum(act == "none" for e, act, _ in got if e.acts[0] != "none")
        false = sum(act not in ("none", "smalltalk") for e, act, _ in got if e.acts[0] == "none")
        speeds = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            for example in asked[:100]:
                read(example.text + " ")
            speeds.append(100 / (time.perf_counter() - start))
        outside = max(1, len(asked) - len(inside))
        speed = statistics.median(speeds)
        print(f"{name:28} {right / len(inside):6.3f} {refused / len(inside):8.3f} {false / outside:6.3f} {speed:9.0f} {memory:6.0f}")


if __name__ == "__main__":
    main(sys.argv[1:] or ["k", "o"])
