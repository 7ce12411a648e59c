"""Asks, judges and counts: a few hundred questions in the tests, ten thousand and the whole shipped ledger in ``make check-answers``."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from bot.app import Assistant
from bot.domain.vocabulary import Knowledge
from bot.rendering.contract import answered
from tests.differential.data_folder import assistant_over
from tests.differential.invented_accounts import Accounts, without_some
from tests.differential.judging import Judged, Verdict, judge
from tests.differential.questions import Questions
from tests.differential.reckoning import Shelf
from tests.differential.rows import rows_of
from tests.differential.shipped_questions import questions

TODAY = date(2026, 11, 22)
A_LEDGER = 250
WIPED = 0.05
Step = Callable[[Judged], None]


def ask(assistant: Assistant, text: str) -> Mapping[str, Any]:
    """What ``ask --json`` prints."""
    return answered(text, assistant.ask(text, TODAY).answers, assistant.knowledge)


def random_ledgers(count: int, seed: int, real: Knowledge, folder: Path) -> Iterator[Judged]:
    """``count`` questions over as many random ledgers as they need; every second one has lost five cells of each hundred."""
    for at, first in enumerate(range(0, count, A_LEDGER)):
        number = seed * 1000 + at
        rows = Accounts(number).rows()
        left, wiped = without_some(rows, WIPED if at % 2 else 0, number)
        assistant = assistant_over(left, wiped, real, folder / str(number))
        asking = Questions(left, rows, number)
        for question in asking.draw(min(A_LEDGER, count - first)):
            yield judge(question, ask(assistant, question.text), asking.shelf)


def shipped_ledger(ledger: Path, assistant: Assistant, every: int = 1) -> Iterator[Judged]:
    """The questions of the shipped ledger, one in ``every``."""
    rows = rows_of(ledger)
    shelf = Shelf(rows)
    for question in list(questions(rows).values())[::every]:
        yield judge(question, ask(assistant, question.text), shelf)


def counted(judged: Iterable[Judged]) -> dict[str, Counter[Verdict]]:
    """By kind of question, in the order in which they came."""
    kinds: dict[str, Counter[Verdict]] = defaultdict(Counter)
    for one in judged:
        kinds[one.asked.kind][one.verdict] += 1
    return dict(kinds)
