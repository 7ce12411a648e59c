"""How fast messages may leave, counted by all workers together. A token bucket as one number a chat: the moment from which its
bucket is full again (generic cell rate algorithm)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
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
        put, now = store.insert(paces), bindparam("now", type_=Moment())
        since = case((paces.c.full_at > now, paces.c.full_at), else_=now)
        # what is put is full at ``now`` and its cost: to a bucket that is not yet full, the cost is added
        later = type_coerce(since, BigInteger) + type_coerce(put.excluded.full_at, BigInteger) - type_coerce(now, BigInteger)
        put = put.on_conflict_do_update(index_elements=["chat"], set_={"full_at": later})
        self._put = put.returning(paces.c.chat, paces.c.full_at)

    def reserve(self, chat: int, count: int, now: datetime) -> timedelta:
        """Take ``count`` places in a chat; how long to wait before the first may leave. Groups have negative numbers."""
        return self.reserve_all([(chat, count)], now)[0]

    def reserve_all(self, wanted: Sequence[tuple[int, int]], now: datetime) -> list[timedelta]:
        """The same for several chats and counts: how long each waits. Who wants places in the same chat waits for all of them."""
        counts: Counter[int] = Counter()
        for chat, count in wanted:
            counts[chat] += count
        tags = {chat: self._keys.tag("chat", chat) for chat in counts}
        waits = self._take({tags[chat]: (count, TO_A_GROUP if chat < 0 else TO_A_PERSON) for chat, count in counts.items()}, now)
        return [waits[tags[chat]] for chat, _ in wanted]

    def count(self, sent: int, now: datetime) -> None:
        """Answers that left: they count for everybody's pace and never wait for it."""
        self._take({_EVERYBODY: (sent, TO_EVERYBODY)}, now)

    def reserve_notice(self, chat: int, now: datetime) -> timedelta:
        """Take the place of a message that nobody is waiting for: it waits for its chat and, behind every answer, for everybody."""
        return max(self.reserve(chat, 1, now), self._take({_EVERYBODY: (1, TO_EVERYBODY)}, now)[_EVERYBODY])

    def forget(self, chat: int) -> None:
        with self._store.writing() as connection:
            connection.execute(delete(paces).where(paces.c.chat == self._keys.tag("chat", chat)))

    def sweep(self, now: datetime) -> int:
        """Let go of full buckets: they say no more than absent ones."""
        with self._store.writing() as connection:
            return connection.execute(delete(paces).where(paces.c.full_at <= now)).rowcount

    def _take(self, wanted: Mapping[str, tuple[int, Pace]], now: datetime) -> Mapping[str, timedelta]:
        # sorted: of two workers that take the same places neither waits for what the other holds
        rows = [{"chat": key, "full_at": now + pace.every * count, "now": now} for key, (count, pace) in sorted(wanted.items())]
        with self._store.writing() as connection:
            full = dict(connection.execute(self._put, rows).all())
        return {key: max(full[key] - pace.every * pace.burst - now, timedelta()) for key, (_, pace) in wanted.items()}
