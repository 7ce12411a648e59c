"""Updates that arrived and are not answered yet. What is here is durable: its sender may be told that it arrived.

``update_id`` is the order: Telegram numbers updates as they happen, and two web workers may store them out of turn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Integer, UpdateBase, bindparam, func, or_, select, update

from bot.privacy import Keys
from bot.state.schema import Moment, inbox
from bot.state.store import Store

# Longer than any answer takes, so that only a dead worker's claims run out.
CLAIM = timedelta(seconds=60)
NEW, CLAIMED, ANSWERED = "new", "claimed", "answered"


@dataclass(frozen=True)
class Arrived:
    """An update as it came: ``chat`` is whose order it keeps, ``payload`` its JSON."""

    update_id: int
    chat: int
    payload: str


@dataclass(frozen=True)
class Claimed:
    """An update that is this worker's to answer until its claim runs out. ``chat`` is the tag of its chat. ``attempts`` counts this
    one; ``send_unknown`` tells that an earlier attempt had begun to send when it broke off: whether the reply arrived cannot be
    known."""

    update_id: int
    chat: str
    attempts: int
    send_unknown: bool
    received_at: datetime
    _sealed: str = field(repr=False)
    _keys: Keys = field(repr=False, compare=False)

    @property
    def payload(self) -> str:
        """Unsealed when it is asked for: a worker still has in its hands most of what it put. PrivacyError when another key sealed it."""
        return self._keys.unseal(self._sealed)


class Inbox:
    def __init__(self, store: Store, keys: Keys) -> None:
        self._store = store
        self._keys = keys
        self._new = store.insert(inbox).on_conflict_do_nothing().returning(inbox.c.update_id)

    def put(self, arrived: Iterable[Arrived], now: datetime) -> tuple[int, ...]:
        """Keep those not seen before, payload sealed; the ids of the new ones. All or none, durable on return."""
        rows = [
            {
                "update_id": each.update_id,
                "chat": self._keys.tag("chat", each.chat),
                "payload": self._keys.seal(each.payload),
                "state": NEW,
                "attempts": 0,
                "send_unknown": False,
                "received_at": now,
            }
            for each in arrived
        ]
        if not rows:
            return ()
        with self._store.writing() as connection:
            return tuple(sorted(connection.scalars(self._new, rows)))

    def claim(self, worker: str, now: datetime, limit: int = 1, claim: timedelta = CLAIM) -> tuple[Claimed, ...]:
        """The oldest update of each of up to ``limit`` chats that nobody is handling, oldest first. A chat's next update is free
        only when the one before it is done; a claim that ran out is free again. No two workers ever get the same one."""
        values = {"worker": worker, "now": now, "until": now + claim, "most": limit}
        with self._store.writing() as connection:
            rows = sorted(connection.execute(_CLAIM, values).all(), key=lambda row: row.update_id)
        return tuple(Claimed(id, chat, attempts, unknown, at, sealed, self._keys) for id, chat, attempts, unknown, at, sealed in rows)

    def sending(self, update_ids: Sequence[int], worker: str) -> bool:
        """Say that their replies are about to leave. False when a claim ran out and another worker has it: then do not send."""
        with self._store.writing() as connection:
            return connection.execute(_SENDING, {"ids": list(update_ids), "worker": worker}).rowcount == len(update_ids)

    def extend(self, update_id: int, worker: str, now: datetime, claim: timedelta = CLAIM) -> bool:
        """A slow answer keeps its claim. False when another worker has it already."""
        return self._change(_EXTENDED, update_id, worker, until=now + claim)

    def release(self, update_id: int, worker: str, *, sent_nothing: bool = True) -> bool:
        """Give it back for another attempt. ``sent_nothing``: the send is known to have failed, so it is no longer unknown."""
        return self._change(_FREED_UNSENT if sent_nothing else _FREED, update_id, worker)

    def done(self, update_ids: Sequence[int]) -> None:
        """Answered: of each only its number stays, so that it is not answered twice; chat and payload go now."""
        if not update_ids:
            return
        with self._store.writing() as connection:
            connection.execute(_ANSWERED, [{"id": each} for each in update_ids])

    def waiting(self) -> Mapping[str, int]:
        """How many are ``new`` and how many ``claimed``."""
        with self._store.reading() as connection:
            counted = select(inbox.c.state, func.count()).where(inbox.c.state.in_((NEW, CLAIMED))).group_by(inbox.c.state)
            return {NEW: 0, CLAIMED: 0, **dict(connection.execute(counted).all())}

    def newest(self) -> int | None:
        """The highest ``update_id`` kept: polling goes on after it."""
        with self._store.reading() as connection:
            found: int | None = connection.scalar(select(func.max(inbox.c.update_id)))
            return found

    def _change(self, how: UpdateBase, update_id: int, worker: str, **values: datetime) -> bool:
        with self._store.writing() as connection:
            return connection.execute(how, {"id": update_id, "worker": worker, **values}).rowcount == 1


# Statements are made once: putting one together costs more than running it.
def _claim() -> UpdateBase:
    c, earlier, now = inbox.c, inbox.alias("earlier"), bindparam("now", type_=Moment())
    # an answered update no longer has a chat: whatever of the same chat came earlier is still waiting
    before = select(1).where(earlier.c.chat == c.chat, earlier.c.update_id < c.update_id)
    nobody_handles = or_(c.state == NEW, c.claimed_until <= now)
    free = (
        select(c.update_id)
        .where(c.state.in_((NEW, CLAIMED)), nobody_handles, ~before.exists())
        .order_by(c.update_id)
        .limit(bindparam("most", type_=Integer()))
        .with_for_update(skip_locked=True)
    )
    return (
        update(inbox)
        .where(c.update_id.in_(free.scalar_subquery()))
        .values(
            state=CLAIMED,
            claimed_by=bindparam("worker"),
            claimed_until=bindparam("until", type_=Moment()),
            attempts=c.attempts + 1,
        )
        .returning(c.update_id, c.chat, c.attempts, c.send_unknown, c.received_at, c.payload)
    )


_CLAIM = _claim()
_OF_WORKER = update(inbox).where(inbox.c.claimed_by == bindparam("worker"), inbox.c.state == CLAIMED)
_SENDING = _OF_WORKER.where(inbox.c.update_id.in_(bindparam("ids", expanding=True))).values(send_unknown=True)
_HELD = _OF_WORKER.where(inbox.c.update_id == bindparam("id"))
_EXTENDED = _HELD.values(claimed_until=bindparam("until", type_=Moment()))
_FREED = _HELD.values(state=NEW, claimed_by=None, claimed_until=None)
_FREED_UNSENT = _FREED.values(send_unknown=False)
_ANSWERED = (
    update(inbox)
    .where(inbox.c.update_id == bindparam("id"))
    .values(state=ANSWERED, chat=None, payload=None, claimed_by=None, claimed_until=None, send_unknown=False)
)
