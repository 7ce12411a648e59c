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
T = TypeVar("T")

TOGETHER = 128
# While many write, the next transaction waits this long for company: a transaction costs more than what is written in it, and
# other programs get their turn. Who writes alone does not wait.
GATHERING_SECONDS = 0.005
# A store that is locked or away is waited for this long before its callers hear of it.
PATIENCE_SECONDS = 60.0


@dataclass(frozen=True)
class _Outcome:
    value: Any = None
    error: Exception | None = None


def _away(error: Exception) -> bool:
    """The store is locked, or cannot be reached: what may pass by itself."""
    return isinstance(error, StateError) and isinstance(error.__cause__, OperationalError | InterfaceError | TimeoutError)


class GroupCommit:
    """``await commit(work)`` runs ``work``, which may call any part of the state, in a transaction with others; it returns when
    that transaction is durable. One work that fails undoes only itself. StateError when the store stays away."""

    def __init__(self, store: Store, patience: float = PATIENCE_SECONDS) -> None:
        self._store = store
        self._patience = patience
        self._waiting: list[tuple[Callable[[], Any], asyncio.Future[Any]]] = []
        self._writing: asyncio.Task[None] | None = None
        self._crowded = False
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="state")

    async def __call__(self, work: Callable[[], T]) -> T:
        done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, done))
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
                outcomes = await loop.run_in_executor(self._thread, self._commit, [work for work, _ in batch])
                for (_, done), outcome in zip(batch, outcomes, strict=True):
                    if done.cancelled():
                        continue
                    if outcome.error is None:
                        done.set_result(outcome.value)
                    else:
                        done.set_exception(outcome.error)
        finally:
            self._writing = None

    def _commit(self, works: Sequence[Callable[[], Any]]) -> list[_Outcome]:
        try:
            return self._together(works)
        except Exception as error:
            if not _away(error):
                return self._one_by_one(works, error)
        try:
            for attempt in stamina.retry_context(on=_away, attempts=None, timeout=self._patience, wait_initial=0.05, wait_max=2.0):
                with attempt:
                    return self._together(works)
        except Exception as error:
            return [_Outcome(error=error) for _ in works] if _away(error) else self._one_by_one(works, error)
        raise AssertionError("the last attempt returns or raises")

    def _one_by_one(self, works: Sequence[Callable[[], Any]], error: Exception) -> list[_Outcome]:
        """One of them failed by itself: the others must not suffer for it."""
        return [_Outcome(error=error)] if len(works) == 1 else [outcome for work in works for outcome in self._commit([work])]

    def _together(self, works: Sequence[Callable[[], Any]]) -> list[_Outcome]:
        with self._store.together():
            return [_Outcome(work()) for work in works]
