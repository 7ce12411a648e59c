"""How fast messages may leave, counted by all workers together. A token bucket as one number a chat: the moment from which its
bucket is full again (generic cell rate algorithm)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, bindparam, case, delete, type_coerce

from bot.privacy import Keys
from bot.state.schema import Moment, paces
from bot.state.store import Store

_EVERYBODY = "*"


@dataclass(frozen=True)
class Pace:
    """``burst`` messages at once, then one every ``every``."""

    every: timedelta
    burst: int


# Telegram's limits: one a second to a person, twenty a minute to a group, thirty a second over all chats.
TO_A_PERSON = Pace(timedelta(seconds=1), 5)
TO_A_GROUP = Pace(timedelta(seconds=3), 20)
TO_EVERYBODY = Pace(timedelta(seconds=1) / 30, 30)


class Paces:
    def __init__(self, store: Store, keys: Keys) -> None:
        self._store = store
        self._keys = keys
        now, full_at = bindparam("now", type_=Moment()), paces.c.full_at
        later = type_coerce(case((full_at > now, full_at), else_=now), BigInteger) + bindparam("cost", type_=BigInteger())
        put = store.insert(paces).values(chat=bindparam("key"), full_at=bindparam("first", type_=Moment()))
        self._put = put.on_conflict_do_update(index_elements=["chat"], set_={"full_at": later}).returning(full_at)

    def reserve(self, chat: int, count: int, now: datetime) -> timedelta:
        """Take ``count`` places in a chat; how long to wait before the first may leave. Groups have negative numbers."""
        return self._take(self._keys.tag("chat", chat), count, TO_A_GROUP if chat < 0 else TO_A_PERSON, now)

    def count(self, sent: int, now: datetime) -> None:
        """Answers that left: they count for everybody's pace and never wait for it."""
        self._take(_EVERYBODY, sent, TO_EVERYBODY, now)

    def reserve_notice(self, chat: int, now: datetime) -> timedelta:
        """Take the place of a message that nobody is waiting for: it waits for its chat and, behind every answer, for everybody."""
        return max(self.reserve(chat, 1, now), self._take(_EVERYBODY, 1, TO_EVERYBODY, now))

    def forget(self, chat: int) -> None:
        with self._store.writing() as connection:
            connection.execute(delete(paces).where(paces.c.chat == self._keys.tag("chat", chat)))

    def sweep(self, now: datetime) -> int:
        """Let go of full buckets: they say no more than absent ones."""
        with self._store.writing() as connection:
            return connection.execute(delete(paces).where(paces.c.full_at <= now)).rowcount

    def _take(self, key: str, count: int, pace: Pace, now: datetime) -> timedelta:
        cost = pace.every * count
        values = {"key": key, "first": now + cost, "now": now, "cost": round(cost.total_seconds() * 1000)}
        with self._store.writing() as connection:
            full: datetime = connection.execute(self._put, values).scalar_one()
        return max(full - pace.every * pace.burst - now, timedelta())
