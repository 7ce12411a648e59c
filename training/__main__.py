"""``python -m training``: learn the weights again (about three minutes). The same examples give the same file.

``--without k,o`` leaves writers out, to score on them; ``--out FILE`` writes elsewhere.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from bot.knowledge import load
from bot.understanding.weights import WEIGHTS, write_weights
from training.examples import EXAMPLES, read_examples
from training.learn import learn
from training.splits import read_doubles, with_splits


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", default="", help="writers to leave out, separated by commas")
    parser.add_argument("--knowledge", type=Path, default=Path("knowledge"))
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    chosen = parser.parse_args()
    left_out = set(re.split(r"[,\s]+", chosen.without))
    folder = chosen.knowledge / EXAMPLES.name
    examples = [example for example in read_examples(folder) if example.writer not in left_out]
    knowledge = load(chosen.knowledge)
    singles = [example for example in examples if example.one and example.before is None]
    weights = with_splits(knowledge, learn(knowledge, examples, folder), read_doubles(folder), singles)
    write_weights(chosen.out, weights)
    print(f"{len(examples)} ejemplos, {len(weights.rows)} señales -> {chosen.out} ({chosen.out.stat().st_size // 1024} KB)")


if __name__ == "__main__":
    main()
