"""How long reading a message takes, and how that grows with the vocabulary.

    python -m benchmarks.reading_speed              1, 10 and 100 times the aliases (some minutes: the last builds a large index)
    python -m benchmarks.reading_speed 1 10

All is timed with the clock of the process, so that a busy machine counts for little. The messages are those of knowledge/ejemplos, in an
order of their own: two thousand are timed after all the others have warmed it. The further aliases are invented words.
"""

from __future__ import annotations

import gc
import random
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.domain.reading import Question
from bot.domain.vocabulary import Knowledge, Term
from bot.knowledge import load
from bot.understanding import Reader
from bot.understanding.weights import read_weights
from training.examples import EXAMPLES, read_examples

TODAY = date(2026, 11, 22)
TIMED = 2000
ONSETS = ("b", "c", "d", "f", "g", "j", "l", "m", "n", "p", "r", "s", "t", "v", "tr", "pl", "cr")
SYLLABLES = [onset + vowel for onset in ONSETS for vowel in "aeiou"]


def invented(chance: random.Random) -> Iterator[str]:
    while True:
        yield " ".join("".join(chance.choices(SYLLABLES, k=chance.randint(3, 5))) for _ in range(chance.randint(1, 3)))


def times(terms: Sequence[Term], scale: int) -> tuple[Term, ...]:
    """Each name with as many further aliases as make the vocabulary ``scale`` times as large."""
    names = invented(random.Random(scale))
    return tuple(
        replace(term, aliases=(*term.aliases, *(next(names) for _ in range((scale - 1) * max(1, len(term.aliases)))))) for term in terms
    )


def milliseconds(reader: Reader, texts: Sequence[str]) -> list[float]:
    spent = []
    for text in texts:
        start = time.process_time_ns()
        reader.read(Question(text, TODAY))
        spent.append((time.process_time_ns() - start) / 1e6)
    return sorted(spent)


def measured(knowledge: Knowledge, scale: int, texts: Sequence[str]) -> str:
    enlarged = replace(knowledge, terms=times(knowledge.terms, scale))
    start = time.process_time()
    reader = Reader(enlarged)
    built = time.process_time() - start
    milliseconds(reader, texts[TIMED:])
    gc.collect()
    gc.freeze()
    spent = milliseconds(reader, texts[:TIMED])
    gc.unfreeze()
    aliases = sum(len(term.aliases) for term in enlarged.terms)
    return f"{scale:5}x {aliases:9} {statistics.median(spent):10.3f} {spent[int(0.99 * len(spent))]:8.3f} {built:10.1f}"


def main(scales: Sequence[int]) -> None:
    folder = Path("knowledge")
    knowledge = load(folder)
    texts = sorted({example.text for example in read_examples(folder / EXAMPLES.name) if example.style != "plain" or not example.before})
    random.Random(1).shuffle(texts)
    start = time.process_time()
    read_weights()
    print(f"weights read in {time.process_time() - start:.2f} s\n{'':6} {'aliases':>9} {'median ms':>10} {'p99 ms':>8} {'built in s':>10}")
    for scale in scales:
        print(measured(knowledge, scale, texts))


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [1, 10, 100])
