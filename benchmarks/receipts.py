"""What receipts add to answering, warm: ``python -m benchmarks.receipts``. Answers, then receipts one by one, then by batches."""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from bot.app import build_assistant
from bot.privacy import Keys
from bot.proof import Receipts
from bot.settings import Settings
from bot.state import open_state

QUESTIONS = Path(__file__).resolve().parent.parent / "tests/gold/desarrollo.jsonl"


T = TypeVar("T")


def timed(what: str, work: Callable[[T], object], items: Iterable[T]) -> None:
    spent = []
    for item in items:
        begun = time.perf_counter()
        work(item)
        spent.append((time.perf_counter() - begun) * 1000)
    spent.sort()
    print(f"{what:34} mediana {statistics.median(spent):6.2f} ms   p95 {spent[int(len(spent) * 0.95)]:6.2f} ms")


def main() -> None:
    settings = Settings.read()
    assistant, today = build_assistant(settings), settings.today()
    questions = [json.loads(line)["q"] for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    for question in questions:
        assistant.ask(question, today)
    turns = [assistant.ask(question, today).answers for question in questions]
    timed("contestar", lambda question: assistant.ask(question, today), questions)
    with tempfile.TemporaryDirectory() as folder, open_state(f"sqlite:///{folder}/uno.sqlite", Keys(b"x" * 32)) as state:
        single = Receipts(lambda: state, assistant.ledger, print)
        timed("recibo nuevo, uno por uno", lambda answers: single.issue(answers, today), turns)
        timed("recibo que ya existía", lambda answers: single.issue(answers, today), turns)
    with (
        tempfile.TemporaryDirectory() as folder,
        open_state(f"sqlite:///{folder}/tanda.sqlite", Keys(b"x" * 32)) as state,
        Receipts(lambda: state, assistant.ledger, print).together(today) as issue,
    ):
        timed("recibo nuevo, por tandas", issue, turns)


if __name__ == "__main__":
    main()
