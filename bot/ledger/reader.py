"""The ledger as the other rooms see it: read whole, kept in memory, read again when another one goes into service."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from threading import Lock

from bot.domain.answer import CommitmentCard, Document
from bot.domain.ledger import Concept, Fact, Load, Record, Series, Subject
from bot.errors import LedgerError
from bot.ledger.contents import Contents, order, read_contents
from bot.ledger.stores import Store, open_store

# A question may ask the ledger thirty times; which one is in service is asked at most once in this many seconds.
_PATIENCE = 1.0


@dataclass(frozen=True)
class _Held:
    stamp: Hashable
    contents: Contents
    asked_at: float


class StoredLedger:
    """``bot.domain.ledger.Ledger`` over SQLite or PostgreSQL. Safe from any thread: what is held is replaced whole."""

    def __init__(self, store: Store, clock: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._clock = clock
        self._lock = Lock()
        self._held = self._read()

    def load(self) -> Load:
        return self._contents().load

    def subjects(self) -> Sequence[Subject]:
        return self._contents().subjects

    def concepts(self) -> Sequence[Concept]:
        return self._contents().concepts

    def series(self) -> Sequence[Series]:
        return self._contents().series

    def facts(self, series_ids: Sequence[str]) -> Sequence[Fact]:
        held = self._contents().facts
        if len(series_ids) == 1:
            return held.get(series_ids[0], ())
        return sorted((fact for id in dict.fromkeys(series_ids) for fact in held.get(id, ())), key=order)

    def fact(self, id: str) -> Fact | None:
        return self._contents().by_id.get(id)

    def group(self, name: str) -> Sequence[Fact]:
        return self._contents().groups.get(name, ())

    def records(self) -> Sequence[Record]:
        return self._contents().records

    def commitments(self) -> Sequence[CommitmentCard]:
        return self._contents().commitments

    def document(self, id: str) -> Document | None:
        return self._contents().documents.get(id)

    def population(self, subject_id: str, year: int) -> Fact | None:
        return self._contents().population.get((subject_id, year))

    def prices(self, year: int) -> Fact | None:
        return self._contents().prices.get(year)

    def _contents(self) -> Contents:
        held = self._held
        if self._clock() - held.asked_at < _PATIENCE:
            return held.contents
        with self._lock:
            if self._held is held:
                self._held = self._refreshed(held)
            return self._held.contents

    def _refreshed(self, held: _Held) -> _Held:
        """A database that does not answer for a moment does not silence the bot: what is in memory is still true."""
        try:
            if self._store.stamp() == held.stamp:
                return _Held(held.stamp, held.contents, self._clock())
            return self._read()
        except LedgerError:
            return _Held(held.stamp, held.contents, self._clock())

    def _read(self) -> _Held:
        stamp = self._store.stamp()
        with self._store.connect() as connection:
            return _Held(stamp, read_contents(connection), self._clock())


def open_ledger(url: str, clock: Callable[[], float] = time.monotonic) -> StoredLedger:
    """LedgerError, saying which command builds it, where there is no ledger or it cannot be read."""
    return StoredLedger(open_store(url), clock)
