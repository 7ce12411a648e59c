"""What the bot remembers of a conversation, for minutes: enough to follow up, to correct and to unfold. Never the message."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, bindparam, delete, func, insert, select, update

from bot.domain.reading import Interpretation
from bot.privacy import Keys
from bot.state.readings import read_reading, write_reading
from bot.state.schema import conversations, marks
from bot.state.store import Store

# Of one person in one place.
EXCHANGES = 12


@dataclass(frozen=True)
class Place:
    """Where a conversation happens. In a group each person has their own, in each topic."""

    chat: int
    thread: int | None
    person: int


@dataclass(frozen=True)
class Exchange:
    """One question and the reply it got. ``asked_in`` is the citizen's message (None for a button); ``follows`` a reply of the
    exchange it continued; ``reading`` has no text of the message (``bot.privacy.readings.without_text``); ``replies`` are the bot's
    messages, ``offers`` the questions of their buttons, ``receipts`` the codes of the answers, ``told`` the answers themselves
    (``bot.state.answers``) where the reply did not say them whole. ``id`` is None until kept."""

    asked_in: int | None
    follows: int | None
    reading: Interpretation
    replies: tuple[int, ...] = ()
    offers: tuple[str, ...] = ()
    receipts: tuple[str, ...] = ()
    told: str | None = None
    id: int | None = None


_NEW = insert(conversations).returning(conversations.c.id)
_HERE = conversations.c.place == bindparam("where")
_KEPT = select(conversations.c.id).where(_HERE).order_by(conversations.c.id.desc()).limit(EXCHANGES)
_TOO_MANY = delete(conversations).where(_HERE, conversations.c.id.not_in(_KEPT.scalar_subquery()))


class Conversations:
    def __init__(self, store: Store, keys: Keys, kept: timedelta) -> None:
        self._store = store
        self._keys = keys
        self._kept = kept

    def latest(self, place: Place, now: datetime) -> Exchange | None:
        """The last exchange of this person here; None when it was forgotten."""
        found = self._all(select(conversations).where(conversations.c.place == self._place(place)), now)
        return found[-1] if found else None

    def asked(self, place: Place, message: int, now: datetime) -> Exchange | None:
        """The exchange that this message of a citizen opened."""
        here = select(conversations).where(conversations.c.place == self._place(place), conversations.c.asked_in == message)
        found = self._all(here, now)
        return found[-1] if found else None

    def replied(self, chat: int, message: int, now: datetime) -> Exchange | None:
        """The exchange that this message of the bot belongs to, whoever asked."""
        found = self._all(select(conversations).where(conversations.c.chat == self._keys.tag("chat", chat)), now)
        return next((each for each in reversed(found) if message in each.replies), None)

    def remember(self, place: Place, exchange: Exchange, now: datetime) -> Exchange:
        """Keep it, with its ``id``; one that has an ``id`` is replaced where it stands."""
        chat, where = self._keys.tag("chat", place.chat), self._place(place)
        values = {
            "chat": chat,
            "place": where,
            "asked_in": exchange.asked_in,
            "follows": exchange.follows,
            "reading": write_reading(exchange.reading),
            "replies": json.dumps(exchange.replies),
            "offers": json.dumps(exchange.offers, ensure_ascii=False),
            "receipts": json.dumps(exchange.receipts),
            "told": exchange.told,
            "used_at": now,
        }
        c = conversations.c
        with self._store.writing() as connection:
            id = exchange.id
            if id is not None and connection.execute(update(conversations).where(c.id == id, c.place == where).values(values)).rowcount:
                return exchange
            id = connection.scalar(_NEW, values)
            connection.execute(_TOO_MANY, {"where": where})
        return replace(exchange, id=id)

    def forget(self, place: Place) -> int:
        """Erase what this person asked here; how many questions that was."""
        with self._store.writing() as connection:
            return connection.execute(delete(conversations).where(conversations.c.place == self._place(place))).rowcount

    def first_time(self, chat: int, mark: str, now: datetime, within: timedelta) -> bool:
        """False when the same mark was set in this chat a moment ago, by any worker: a button pressed twice, an album."""
        chat_tag = self._keys.tag("chat", chat)
        row = {"mark": self._keys.tag("mark", chat, mark), "chat": chat_tag, "until": now + within}
        put = self._store.insert(marks).values(row)
        put = put.on_conflict_do_update(index_elements=["mark"], set_={"until": now + within}, where=marks.c.until <= now)
        with self._store.writing() as connection:
            return connection.execute(put.returning(marks.c.mark)).first() is not None

    def count(self, now: datetime) -> int:
        """How many exchanges are remembered now."""
        with self._store.reading() as connection:
            fresh = select(func.count()).select_from(conversations).where(conversations.c.used_at > now - self._kept)
            return connection.scalar(fresh) or 0

    def _place(self, place: Place) -> str:
        return self._keys.tag("place", place.chat, place.thread, place.person)

    def _all(self, asked: Select[Any], now: datetime) -> Sequence[Exchange]:
        """Forgotten means not found, also before the sweep has passed."""
        fresh = asked.where(conversations.c.used_at > now - self._kept).order_by(conversations.c.id)
        with self._store.reading() as connection:
            return [_exchange(row) for row in connection.execute(fresh)]


def _exchange(row: Row[Any]) -> Exchange:
    replies, offers, receipts = (tuple(json.loads(text)) for text in (row.replies, row.offers, row.receipts))
    return Exchange(row.asked_in, row.follows, read_reading(row.reading), replies, offers, receipts, row.told, row.id)
