"""What the bot remembers of a conversation, for minutes: enough to follow up, to correct and to unfold. Never the message."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, and_, bindparam, delete, func, insert, select, update

from bot.domain.reading import Interpretation
from bot.privacy import Keys
from bot.state.readings import read_reading, write_reading
from bot.state.schema import Moment, conversations, marks
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


# Made once: putting a statement together costs more than running it. The chat is in each because the index begins with it.
_OF_CHAT = conversations.c.chat == bindparam("of")
_HERE = and_(_OF_CHAT, conversations.c.place == bindparam("where"))
_IS_FRESH = conversations.c.used_at > bindparam("since", type_=Moment())
_FRESH = select(conversations).where(_OF_CHAT, _IS_FRESH).order_by(conversations.c.id.desc())
_ASKED = _FRESH.where(_HERE, conversations.c.asked_in == bindparam("message")).limit(1)
_LAST = (
    select(func.max(conversations.c.id))
    .where(conversations.c.chat.in_(bindparam("chats", expanding=True)), _IS_FRESH)
    .group_by(conversations.c.chat, conversations.c.place)
)
_LATEST = select(conversations).where(conversations.c.id.in_(_LAST.scalar_subquery()))
_NEW = insert(conversations)
_CHANGED = update(conversations).where(conversations.c.id == bindparam("exchange"), _HERE)
_KEPT = select(conversations.c.id).where(_HERE).order_by(conversations.c.id.desc()).limit(EXCHANGES)
_TOO_MANY = delete(conversations).where(_HERE, conversations.c.id.not_in(_KEPT.scalar_subquery()))
_FORGOTTEN = delete(conversations).where(_HERE)


class Latest:
    """The last exchange of each person of one chat."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._rows: dict[str, Row[Any]] = {}

    def add(self, row: Row[Any]) -> None:
        self._rows[row.place] = row

    def of(self, place: Place) -> Exchange | None:
        """None when it was forgotten."""
        row = self._rows.get(_where(self._keys, place))
        return None if row is None else _exchange(row)


class Conversations:
    def __init__(self, store: Store, keys: Keys, kept: timedelta) -> None:
        self._store = store
        self._keys = keys
        self._kept = kept

    def latest(self, place: Place, now: datetime) -> Exchange | None:
        """The last exchange of this person here. Forgotten means not found, also before the sweep has passed."""
        tag = self._keys.tag("chat", place.chat)
        return self.latest_of([tag], now)[tag].of(place)

    def latest_of(self, chats: Sequence[str], now: datetime) -> Mapping[str, Latest]:
        """Those of several chats, each by its tag."""
        found = {chat: Latest(self._keys) for chat in chats}
        with self._store.reading() as connection:
            for row in connection.execute(_LATEST, {"chats": list(found), "since": now - self._kept}):
                found[row.chat].add(row)
        return found

    def asked(self, place: Place, message: int, now: datetime) -> Exchange | None:
        """The exchange that this message of a citizen opened."""
        return next(self._found(_ASKED, now, **self._here(place), message=message), None)

    def replied(self, chat: int, message: int, now: datetime) -> Exchange | None:
        """The exchange that this message of the bot belongs to, whoever asked."""
        found = self._found(_FRESH, now, of=self._keys.tag("chat", chat))
        return next((each for each in found if message in each.replies), None)

    def remember(self, place: Place, exchange: Exchange, now: datetime) -> None:
        """Keep it; one that has an ``id`` is replaced where it stands."""
        self.remember_all([(place, exchange, now)])

    def remember_all(self, said: Sequence[tuple[Place, Exchange, datetime]]) -> None:
        """The same for exchanges of different chats."""
        with self._store.writing() as connection:
            new = []
            for place, exchange, now in said:
                values = self._row(place, exchange, now)
                here = {"exchange": exchange.id, **self._here(place)}
                if exchange.id is None or not connection.execute(_CHANGED.values(values), here).rowcount:
                    new.append(values)
            if new:
                connection.execute(_NEW, new)
                connection.execute(_TOO_MANY, [{"of": each["chat"], "where": each["place"]} for each in new])

    def forget(self, place: Place) -> int:
        """Erase what this person asked here; how many questions that was."""
        with self._store.writing() as connection:
            return connection.execute(_FORGOTTEN, self._here(place)).rowcount

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

    def _row(self, place: Place, exchange: Exchange, now: datetime) -> dict[str, Any]:
        return {
            "chat": self._keys.tag("chat", place.chat),
            "place": _where(self._keys, place),
            "asked_in": exchange.asked_in,
            "follows": exchange.follows,
            "reading": write_reading(exchange.reading),
            "replies": json.dumps(exchange.replies),
            "offers": json.dumps(exchange.offers, ensure_ascii=False),
            "receipts": json.dumps(exchange.receipts),
            "told": exchange.told,
            "used_at": now,
        }

    def _here(self, place: Place) -> dict[str, str]:
        return {"of": self._keys.tag("chat", place.chat), "where": _where(self._keys, place)}

    def _found(self, asked: Select[Any], now: datetime, **values: str | int) -> Iterator[Exchange]:
        """Newest first."""
        with self._store.reading() as connection:
            rows = connection.execute(asked, {"since": now - self._kept, **values}).all()
        return map(_exchange, rows)


def _where(keys: Keys, place: Place) -> str:
    return keys.tag("place", place.chat, place.thread, place.person)


def _exchange(row: Row[Any]) -> Exchange:
    replies, offers, receipts = (tuple(json.loads(text)) for text in (row.replies, row.offers, row.receipts))
    return Exchange(row.asked_in, row.follows, read_reading(row.reading), replies, offers, receipts, row.told, row.id)
