"""Reading side by side with what one would pick instead, on labelled messages none of the readers has seen.

    python -m benchmarks.understanding                                   two writers left out of training
    python -m benchmarks.understanding knowledge/ejemplos/h.jsonl        a writer's file: it is left out of training
    python -m benchmarks.understanding /tmp/fresh.jsonl                  any labelled file (format of knowledge/ejemplos/*.jsonl)

Three readers learn from the same examples and read the same messages: this project's, the nearest example by ``rapidfuzz`` (token_set), and
scikit-learn's TF-IDF of words and characters with two linear heads. Printed: act and topic both right among in-scope messages, in-scope
messages refused, out-of-scope messages read as if in scope, messages a second (median of five rounds), memory the reader keeps.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
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
from bot.understanding.weights import read_weights, write_weights
from training.examples import EXAMPLES, Example, labelled, read_examples
from training.learn import learn

ROUNDS = 5
TODAY = date(2026, 11, 22)
Read = Callable[[str], tuple[str, str]]


def ours(known: Sequence[Example], folder: Path) -> Callable[[], Read]:
    """Learning is done beforehand, as it is before a release; the reader starts from the file of weights."""
    knowledge = load(folder)
    weights = Path(tempfile.mkdtemp()) / "weights.tsv"
    write_weights(weights, learn(knowledge, list(known), folder / EXAMPLES.name))

    def made() -> Read:
        reader = Reader(knowledge, read_weights(weights))

        def read(text: str) -> tuple[str, str]:
            reading = reader.read(Question(text, TODAY))
            return str(reading.act), str(reading.topic or "-")

        return read

    return made


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


def main(files: Sequence[str]) -> None:
    folder = Path("knowledge")
    examples = [example for example in read_examples(folder / EXAMPLES.name) if not example.before]
    paths = [Path(file) for file in files]
    asked = [e for path in paths for e in labelled(path) if not e.before]
    writers = {path.stem for path in paths if path.resolve().parent == (folder / EXAMPLES.name).resolve()}
    known = [example for example in examples if example.writer not in writers]
    inside = [example for example in asked if example.acts[0] != "none"]
    print(f"{len(known)} examples known, {len(inside)} in-scope and {len(asked) - len(inside)} out-of-scope messages asked\n")
    print(f"{'reader':28} {'both':>6} {'refused':>8} {'false':>6} {'a second':>9} {'MB':>6}")
    readers: dict[str, Callable[[], Read]] = {
        "this project": ours(known, folder),
        "rapidfuzz nearest example": lambda: nearest(known),
        "TF-IDF + LinearSVC": lambda: linear(known),
    }
    for name, make in readers.items():
        tracemalloc.start()
        read = make()
        answers = [(example, *read(example.text)) for example in asked]
        memory = tracemalloc.get_traced_memory()[0] / 1e6
        tracemalloc.stop()
        print(f"{name:28} {_scores(answers)} {_speed(read, asked):9.0f} {memory:6.0f}")


def _scores(answers: Sequence[tuple[Example, str, str]]) -> str:
    inside = [(e, act, topic) for e, act, topic in answers if e.acts[0] != "none"]
    outside = [act for e, act, _ in answers if e.acts[0] == "none"]
    right = sum(act in e.acts and (not e.topics or topic in e.topics) for e, act, topic in inside)
    refused = sum(act == "none" for _, act, _ in inside)
    false = sum(act not in ("none", "smalltalk") for act in outside)
    return f"{right / len(inside):6.3f} {refused / len(inside):8.3f} {false / max(1, len(outside)):6.3f}"


def _speed(read: Read, asked: Sequence[Example]) -> float:
    speeds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for example in asked[:100]:
            read(example.text + " ")
        speeds.append(min(100, len(asked)) / (time.perf_counter() - start))
    return statistics.median(speeds)


if __name__ == "__main__":
    main(sys.argv[1:] or ["knowledge/ejemplos/k.jsonl", "knowledge/ejemplos/o.jsonl"])
