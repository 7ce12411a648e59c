"""A receipt for every answer of the ledger or of the FAQ. An answer never waits for its receipt: without a store it goes without."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cached_property
from hmac import compare_digest

from bot.domain.answer import Answer, Explained, Found, Missing, Note, figures_in
from bot.domain.ledger import Fact, Ledger
from bot.domain.receipt import KeptFact, Receipt
from bot.errors import RutaError
from bot.language.folding import words
from bot.privacy.readings import essentials
from bot.state import Content, Described, State
from bot.state.receipts import Batch, Kept
from bot.state.told import OUTCOMES, Told, read_told, write_told

# Receipts of many questions at once are written this many at a time.
AT_ONCE = 100
LONGEST_COMMENT = 1000


class Receipts:
    """``open_state`` is called when the first receipt is needed; ``warn`` is told once, in a sentence, when there can be none."""

    def __init__(self, open_state: Callable[[], State], ledger: Ledger, warn: Callable[[str], None]) -> None:
        self._open_state = open_state
        self._ledger = ledger
        self._warn = warn
        self._silent = False

    @cached_property
    def state(self) -> State:
        """StateError or PrivacyError where it cannot be opened."""
        return self._open_state()

    def issue(self, answers: Sequence[Answer], today: date) -> tuple[str | None, ...]:
        """A code for each answer; None for those that are none of the ledger's nor of the FAQ, and for all where the store fails."""
        return self._coded(answers, lambda contents: self.state.receipts.keep(contents, today))

    @contextmanager
    def together(self, today: date) -> Iterator[Callable[[Sequence[Answer]], tuple[str | None, ...]]]:
        """``issue`` for many questions in a row, written ``AT_ONCE`` together and on leaving."""
        batch: Batch | None = None

        def keep(contents: Sequence[Content]) -> list[str]:
            nonlocal batch
            # a batch without rows is false, and still knows which receipts were seen again
            batch = self.state.receipts.batch(today) if batch is None else batch
            codes = [batch.code(content) for content in contents]
            if len(batch) >= AT_ONCE:
                self._flush(batch)
            return codes

        try:
            yield lambda answers: self._coded(answers, keep)
        finally:
            if batch is not None and not self._silent:
                try:
                    self._flush(batch)
                except RutaError as error:
                    self._fail(error)

    def _coded(self, answers: Sequence[Answer], keep: Callable[[Sequence[Content]], Sequence[str]]) -> tuple[str | None, ...]:
        """The codes that ``keep`` gives to the contents of those answers that have one."""
        contents = [content_of(answer, self._ledger) for answer in answers]
        if self._silent or not any(contents):
            return (None,) * len(answers)
        try:
            codes = iter(keep([content for content in contents if content]))
        except RutaError as error:
            self._fail(error)
            return (None,) * len(answers)
        return tuple(next(codes) if content else None for content in contents)

    def find(self, code: str) -> Receipt | None:
        """None where there is no such receipt, or no longer. StateError where the store cannot be read."""
        kept = self.state.receipts.find(code)
        return read_receipt(kept) if kept else None

    def form_token(self, code: str, today: date) -> str:
        """What a form about this receipt carries, so that only pages given by this program send it back."""
        return self.state.tag("form", code, today.isoformat())

    def token_holds(self, code: str, token: str, today: date) -> bool:
        """A token holds the day it was given and the day after."""
        days = (today, today - timedelta(days=1))
        return any(compare_digest(token.encode(), self.form_token(code, day).encode()) for day in days)

    def keep_asked(self, answers: Sequence[Answer], codes: Sequence[str | None], channel: str, today: date) -> None:
        """For staff: the questions that got no answer and a sample of all, masked. As with receipts, no answer waits for it."""
        if self._silent:
            return
        # it needs the patterns of personal data, and a cold answer does not
        from bot.proof.asked import Asked, keep_asked

        try:
            keep_asked(self.state, Asked(answers, codes, channel, today))
        except RutaError as error:
            self._fail(error)

    def purge(self, now: datetime) -> Mapping[str, int]:
        return self.state.purge(now)

    def kept_kinds(self) -> tuple[Described, ...]:
        """What is kept, why and for how long, from the settings in force."""
        return self.state.described()

    def report(self, code: str, comment: str, channel: str, today: date, chat: int | None = None) -> int | None:
        """Queue «esta cifra está mal» for staff, masked; its number. None when there is no such receipt. ``code`` may be empty: what is
        wrong may not have one. StateError where the store cannot be written."""
        # a question has nothing to cover: its answer must not wait for the patterns
        from bot.privacy.masking import mask

        receipt = self.state.receipts.find(code) if code else None
        if code and receipt is None:
            return None
        said = mask(comment.strip())[:LONGEST_COMMENT]
        return self.state.reports.put(receipt.code if receipt else "", said, channel, today, chat)

    def _flush(self, batch: Batch) -> None:
        for code in batch.flush():
            self._warn(f"El recibo {code} no se guardó: otro programa dio ese código a otra respuesta al mismo tiempo. Repite la pregunta.")

    def _fail(self, error: RutaError) -> None:
        self._silent = True
        self._warn(f"Sin recibos: {error}")


def content_of(answer: Answer, ledger: Ledger) -> Content | None:
    """What a receipt keeps: the same in every channel, so that the same answer has the same code. None for an answer that is none of
    the ledger's nor of the FAQ."""
    outcome = next((name for name, kind in OUTCOMES.items() if isinstance(answer, kind)), None)
    if not isinstance(answer, Found | Explained | Missing) or outcome is None:
        return None
    told = Told(_without_text(answer), tuple(_facts(answer, ledger)))
    return Content(outcome, write_told(told), ledger.load().content_hash)


def read_receipt(found: Kept) -> Receipt:
    told = read_told(found.content.outcome, found.content.answer)
    return Receipt(found.code, told.answer, told.facts, found.content.ledger, found.first_on, found.last_on)


def _facts(answer: Found | Explained | Missing, ledger: Ledger) -> Iterator[KeptFact]:
    ids = dict.fromkeys(id for figure in figures_in(answer) for id in figure.fact_ids)
    yield from (kept(fact) for id in ids if (fact := ledger.fact(id)))


def kept(fact: Fact) -> KeptFact:
    return KeptFact(
        fact.id,
        fact.amount,
        fact.series.id,
        fact.period.label if fact.period else "",
        fact.stage.value if fact.stage else "",
        fact.unit.value,
        fact.source.document.id,
    )


def _without_text(answer: Found | Explained | Missing) -> Found | Explained | Missing:
    """What was told, without the words it was asked in: neither in the reading nor quoted in a note."""
    unread = set(answer.reading.unread)
    answer = answer.unquoted() if isinstance(answer, Missing) else answer
    notes = tuple(note for note in answer.notes if not _quotes(note, unread))
    return replace(answer, reading=essentials(answer.reading), notes=notes, suggestions=())


def _quotes(note: Note, unread: set[str]) -> bool:
    return note.id == "unread_words" or any(not unread.isdisjoint(words(value)) for _, value in note.fields)
