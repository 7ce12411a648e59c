"""Composition root: the only place that knows which ledger, which knowledge and which reader are real."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.answering import Answerer
from bot.answering.otherwise.coverage import coverage
from bot.domain.answer import Answer
from bot.domain.coverage import Coverage
from bot.domain.ledger import Ledger
from bot.domain.reading import Interpretation, Question
from bot.domain.vocabulary import FaqText, Knowledge
from bot.knowledge import serve
from bot.ledger import default_url, open_ledger
from bot.operations.known import world_of
from bot.operations.standing import kept_out
from bot.privacy import open_keys
from bot.proof import Receipts
from bot.settings import Settings
from bot.state import Durability, Retention, State, open_state, state_url
from bot.understanding import Reader


@dataclass(frozen=True)
class Turn:
    """One message and what it got. ``answers`` holds one answer a question asked: most messages ask one."""

    question: Question
    interpretation: Interpretation
    answers: tuple[Answer, ...]


class Assistant:
    """Reads a message and answers it. Safe to share between threads: nothing in it changes after construction."""

    def __init__(self, knowledge: Knowledge, ledger: Ledger) -> None:
        self.knowledge = knowledge
        self.ledger = ledger
        self._reader = Reader(knowledge)
        self._answerer = Answerer(knowledge, ledger)

    def read(self, text: str, asked_on: date, after: Interpretation | None = None) -> Interpretation:
        return self._reader.read(Question(text, asked_on, after))

    def ask(self, text: str, asked_on: date, after: Interpretation | None = None) -> Turn:
        """Answer any text; not knowing is one of the answers, never an exception."""
        question = Question(text, asked_on, after)
        interpretation = self._reader.read(question)
        return Turn(question, interpretation, self._answerer.answers(interpretation, question))

    def faq_near(self, reading: Interpretation) -> Sequence[tuple[FaqText, float]]:
        """The FAQ entries near a reading and how near (0 to 1), best first."""
        return self._answerer.faq_near(reading)

    def coverage(self, today: date) -> Coverage:
        """What there is to ask about, and what is missing."""
        return coverage(self.knowledge, self.ledger, today)


def build_assistant(settings: Settings, warn: Callable[[str], None] = lambda said: print(said, file=sys.stderr)) -> Assistant:
    """LedgerError when the ledger has not been built; KnowledgeError when staff files cannot be used and no copy of them ever passed.
    Files that do not pass stay out: the last good copy answers, and ``warn`` is told why."""
    # the drawing library keeps its list of fonts there; in a container no other folder may be written
    os.environ.setdefault("MPLCONFIGDIR", str(settings.var_dir / "matplotlib"))
    ledger = open_ledger(settings.database_url or default_url(settings.var_dir))
    serving = serve(settings.knowledge_dir, settings.var_dir / "cache", world_of(ledger), settings.today())
    if serving.kept_out:
        warn(kept_out(serving))
    return Assistant(serving.knowledge, ledger)


def open_memory(settings: Settings) -> State:
    """What a running bot remembers. StateError or PrivacyError where the store or its key cannot be used."""
    kept = Retention(
        conversations=timedelta(minutes=settings.keep_conversation_minutes),
        inbox=timedelta(days=settings.keep_inbox_days),
        receipts=timedelta(days=settings.keep_receipt_days),
        reports=timedelta(days=settings.keep_report_days),
        unanswered=timedelta(days=settings.keep_unanswered_days),
        sample=timedelta(days=settings.keep_sample_days),
        ratings=timedelta(days=settings.keep_rating_days),
        addresses=timedelta(days=settings.keep_address_days),
        preferences=timedelta(days=settings.keep_preference_days),
        counters=timedelta(days=settings.keep_counter_days),
    )
    secret = settings.secret_key.get_secret_value() if settings.secret_key else None
    keys = open_keys(secret, settings.secret_file)
    url = state_url(settings.database_url, f"sqlite:///{settings.var_dir / 'estado.sqlite'}")
    return open_state(url, keys, kept, Durability(settings.state_durability))


def build_receipts(
    settings: Settings, assistant: Assistant, warn: Callable[[str], None] = lambda said: print(said, file=sys.stderr)
) -> Receipts:
    """Receipts over the state store, which is opened when the first one is needed."""
    return Receipts(lambda: open_memory(settings), assistant.ledger, warn)
