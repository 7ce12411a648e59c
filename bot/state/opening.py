"""The state as the rest of the program sees it: opened once, one part a kind of thing remembered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import TracebackType

from sqlalchemy import delete, make_url
from sqlalchemy.exc import ArgumentError

from bot.privacy import Keys
from bot.state import schema
from bot.state.chats import Addresses, Preferences, Ratings
from bot.state.conversations import Conversations
from bot.state.inbox import Inbox
from bot.state.paces import Paces
from bot.state.receipts import Receipts
from bot.state.reports import Reports
from bot.state.retention import Described, Retention, described, purge
from bot.state.revisions import bring_up_to_date
from bot.state.sample import Sample
from bot.state.statistics import Counters, Unanswered
from bot.state.store import Durability, Store, connect

_OF_A_CHAT = (schema.conversations, schema.marks, schema.reports, schema.ratings, schema.addresses, schema.preferences, schema.paces)


# What only lasts for seconds is erased too and not worth telling.
_UNTOLD = ("marks", "paces")


class State:
    """What a running bot remembers. Synchronous, safe from any thread and from several programs at once; every call is one
    transaction, and raises StateError where the store cannot be used. The clock is the caller's: ``now`` is aware of its zone."""

    def __init__(self, store: Store, keys: Keys, retention: Retention) -> None:
        self._store = store
        self._keys = keys
        self._retention = retention
        self.inbox = Inbox(store, keys)
        self.conversations = Conversations(store, keys, retention.conversations)
        self.receipts = Receipts(store)
        self.reports = Reports(store, keys)
        self.unanswered = Unanswered(store)
        self.sample = Sample(store)
        self.counters = Counters(store)
        self.preferences = Preferences(store, keys)
        self.ratings = Ratings(store, keys)
        self.addresses = Addresses(store, keys)
        self.paces = Paces(store, keys)

    @property
    def store(self) -> Store:
        return self._store

    @property
    def place(self) -> str:
        """Where it is kept, without password."""
        return self._store.place

    def tag(self, kind: str, *parts: object) -> str:
        """A keyed hash that only this secret makes (``bot.privacy.Keys.tag``)."""
        return self._keys.tag(kind, *parts)

    def described(self) -> tuple[Described, ...]:
        """What is kept, why and for how long, from the settings in force."""
        return described(self._retention)

    def purge(self, now: datetime) -> Mapping[str, int]:
        """Erase what is past its time; how many rows of each kind."""
        return purge(self._store, self._retention, now)

    def erase(self, chat: int, handling: int | None = None) -> Mapping[str, int]:
        """Erase every row of a chat; how many of each kind. ``handling`` is the update that asks for it: it stays until it is done,
        and so do those that came after it, which are new questions."""
        tag = self._keys.tag("chat", chat)
        gone: dict[str, int] = {}
        with self._store.writing() as connection:
            for table in _OF_A_CHAT:
                gone[table.name] = connection.execute(delete(table).where(table.c.chat == tag)).rowcount
            c = schema.inbox.c
            waiting = delete(schema.inbox).where(c.chat == tag)
            if handling is not None:
                waiting = waiting.where(c.update_id < handling)
            gone["inbox"] = connection.execute(waiting).rowcount
        return {name: count for name, count in gone.items() if count and name not in _UNTOLD}

    def close(self) -> None:
        self._store.close()

    def __enter__(self) -> State:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def open_state(url: str, keys: Keys, retention: Retention | None = None, durability: Durability = Durability.NORMAL) -> State:
    """Open it, with its tables made or brought up to date. StateError when that cannot be."""
    store = connect(url, durability)
    try:
        bring_up_to_date(store)
    except BaseException:
        store.close()
        raise
    return State(store, keys, retention or Retention())


def state_url(database_url: str | None, default: str) -> str:
    """The store that goes with ``DATABASE_URL``. A ledger in a SQLite file is replaced whole at each build, so the state stands in
    a file of its own beside it."""
    if not database_url:
        return default
    try:
        address = make_url(database_url)
    except ArgumentError:
        return database_url
    if address.get_backend_name() != "sqlite" or not address.database:
        return database_url
    folder, slash, _ = address.database.rpartition("/")
    return f"sqlite:///{folder}{slash}estado.sqlite"
