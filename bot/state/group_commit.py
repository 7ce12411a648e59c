"""Many small transactions in few: what waits while one is on its way goes together in the next.

One thread writes; the event loop never waits for the disk.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

import stamina
from sqlalchemy.exc import InterfaceError, OperationalError, TimeoutError

from bot.errors import StateError
from bot.state.store import Store

log = logging.getLogger(__name__)
One = TypeVar("One")
T = TypeVar("T")

TOGETHER = 128
# While many write, the next transaction waits this long for company: a transaction costs more than what is written in it, and
# other programs get their turn. Who writes alone does not wait.
GATHERING_SECONDS = 0.005
# A store that is locked or away is waited for this long before its callers hear of it.
PATIENCE_SECONDS = 60.0


@dataclass(frozen=True)
class _Handed:
    of_all: Callable[[Sequence[Any]], Sequence[Any]]
    one: Any
    done: asyncio.Future[Any]


@dataclass(frozen=True)
class _Outcome:
    value: Any = None
    error: Exception | None = None


def _away(error: Exception) -> bool:
    """The store is locked, or cannot be reached: what may pass by itself."""
    return isinstance(error, StateError) and isinstance(error.__cause__, OperationalError | InterfaceError | TimeoutError)


class GroupCommit:
    """``await commit(work)`` runs ``work``, which may call any part of the state, in a transaction with others; it returns when
    that transaction is durable. Works of different kinds (``each``) may change places in it. One work that fails undoes only
    itself. StateError when the store stays away."""

    def __init__(self, store: Store, patience: float = PATIENCE_SECONDS) -> None:
        self._store = store
        self._patience = patience
        self._waiting: list[_Handed] = []
        self._writing: asyncio.Task[None] | None = None
        self._crowded = False
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="state")

    async def __call__(self, work: Callable[[], T]) -> T:
        return await self.each(_called, work)

    async def each(self, of_all: Callable[[Sequence[One]], Sequence[T]], one: One) -> T:
        """As many of the same kind as go in one transaction are done by one call of ``of_all``, in the order they came: a statement
        for many rows costs little more than for one."""
        done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Handed(of_all, one, done))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())
        return await done

    async def close(self) -> None:
        """What was handed in is written first."""
        while self._writing is not None:
            await asyncio.wait([self._writing])
        self._thread.shutdown()

    async def _write(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while self._waiting:
                if self._crowded:
                    await asyncio.sleep(GATHERING_SECONDS)
                batch, self._waiting = self._waiting[:TOGETHER], self._waiting[TOGETHER:]
                self._crowded = len(batch) > 1
                outcomes = await loop.run_in_executor(self._thread, self._commit, batch)
                for handed, outcome in zip(batch, outcomes, strict=True):
                    if handed.done.cancelled():
                        continue
                    if outcome.error is None:
                        handed.done.set_result(outcome.value)
                    else:
                        handed.done.set_exception(outcome.error)
        finally:
            self._writing = None

    def _commit(self, batch: Sequence[_Handed]) -> list[_Outcome]:
        try:
            return self._together(batch)
        except Exception as error:
            if not _away(error):
                return self._one_by_one(batch, error)
        try:
            for attempt in stamina.retry_context(on=_away, attempts=None, timeout=self._patience, wait_initial=0.05, wait_max=2.0):
                with attempt:
                    return self._together(batch)
        except Exception as error:
            return [_Outcome(error=error) for _ in batch] if _away(error) else self._one_by_one(batch, error)
        raise AssertionError("the last attempt returns or raises")

    def _one_by_one(self, batch: Sequence[_Handed], error: Exception) -> list[_Outcome]:
        """One of them failed by itself: the others must not suffer for it."""
        return [_Outcome(error=error)] if len(batch) == 1 else [outcome for handed in batch for outcome in self._commit([handed])]

    def _together(self, batch: Sequence[_Handed]) -> list[_Outcome]:
        found: dict[int, _Outcome] = {}
        with self._store.together():
            for of_all, places in _by_kind(batch).items():
                values = of_all([batch[place].one for place in places])
                found.update(zip(places, map(_Outcome, values), strict=True))
        return [found[place] for place in range(len(batch))]


def _called(works: Sequence[Callable[[], Any]]) -> list[Any]:
    return [work() for work in works]


def _by_kind(batch: Sequence[_Handed]) -> dict[Callable[[Sequence[Any]], Sequence[Any]], list[int]]:
    """Where in the batch those of each kind stand."""
    places: dict[Callable[[Sequence[Any]], Sequence[Any]], list[int]] = {}
    for place, handed in enumerate(batch):
        places.setdefault(handed.of_all, []).append(place)
    return places
