"""What belongs to one chat and outlives a conversation: its preferences, its ratings, and, only where something must be sent
later, how to reach it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, bindparam, case, delete, func, select

from bot.privacy import Keys
from bot.state.reports import OPEN, RESOLVED
from bot.state.schema import addresses, preferences, ratings, reports
from bot.state.store import Store


@dataclass(frozen=True)
class Preference:
    """None: not chosen. ``municipality`` is a clave of the vocabulary."""

    language: str | None = None
    municipality: str | None = None


NOTHING_CHOSEN = Preference()
_CHOSEN = select(preferences.c.chat, preferences.c.language, preferences.c.municipality).where(
    preferences.c.chat.in_(bindparam("chats", expanding=True))
)


class Preferences:
    def __init__(self, store: Store, keys: Keys) -> None:
        self._store = store
        self._keys = keys

    def of(self, chat: int) -> Preference:
        tag = self._keys.tag("chat", chat)
        return self.of_chats([tag]).get(tag, NOTHING_CHOSEN)

    def of_chats(self, chats: Sequence[str]) -> Mapping[str, Preference]:
        """Of those chats, each by its tag, that have chosen something."""
        with self._store.reading() as connection:
            return {chat: Preference(*chosen) for chat, *chosen in connection.execute(_CHOSEN, {"chats": chats})}

    def choose(self, chat: int, preference: Preference, today: date) -> None:
        """Replaces what was chosen; choosing nothing leaves no row."""
        tag = self._keys.tag("chat", chat)
        with self._store.writing() as connection:
            if preference == NOTHING_CHOSEN:
                connection.execute(delete(preferences).where(preferences.c.chat == tag))
                return
            chosen = {"language": preference.language, "municipality": preference.municipality, "used_on": today}
            put = self._store.insert(preferences).values(chat=tag, **chosen)
            connection.execute(put.on_conflict_do_update(index_elements=["chat"], set_=chosen))


class Ratings:
    def __init__(self, store: Store, keys: Keys) -> None:
        self._store = store
        self._keys = keys

    def rate(self, chat: int, receipt: str, *, useful: bool, today: date) -> None:
        """One a chat and answer: rating again changes it."""
        rated = {"useful": useful, "rated_on": today}
        put = self._store.insert(ratings).values(chat=self._keys.tag("chat", chat), receipt=receipt, **rated)
        with self._store.writing() as connection:
            connection.execute(put.on_conflict_do_update(index_elements=["chat", "receipt"], set_=rated))

    def by_receipt(self, first: date, last: date) -> Sequence[tuple[str, int, int]]:
        """Of each answer rated on those days, both included: its receipt, how many found it useful and how many did not; worst first."""
        c = ratings.c
        useful, useless = func.sum(case((c.useful, 1), else_=0)), func.sum(case((c.useful, 0), else_=1))
        asked = (
            select(c.receipt, useful, useless)
            .where(c.rated_on.between(first, last))
            .group_by(c.receipt)
            .order_by(useless.desc(), c.receipt)
        )
        with self._store.reading() as connection:
            return [(receipt, int(good), int(bad)) for receipt, good, bad in connection.execute(asked)]

    def totals(self) -> Mapping[bool, int]:
        """How many found an answer useful, and how many did not."""
        with self._store.reading() as connection:
            counted = connection.execute(select(ratings.c.useful, func.count()).group_by(ratings.c.useful))
            return {True: 0, False: 0, **dict(counted.all())}


@dataclass(frozen=True)
class Resolved:
    """A chat that asked to be told: what staff wrote of its reports of one receipt."""

    chat: int
    receipt: str
    resolutions: tuple[str, ...]


CORRECTION = "correccion"
_ITS_REPORT = and_(reports.c.chat == addresses.c.chat, reports.c.receipt == addresses.c.about)
_RESOLVED = (
    select(addresses.c.sealed, addresses.c.about, reports.c.resolution)
    .join(reports, and_(_ITS_REPORT, reports.c.state == RESOLVED))
    .where(addresses.c.purpose == CORRECTION, ~select(1).where(_ITS_REPORT, reports.c.state == OPEN).correlate(addresses).exists())
    .order_by(reports.c.id)
)
_DROPPED = delete(addresses).where(
    addresses.c.chat == bindparam("of"), addresses.c.purpose == CORRECTION, addresses.c.about == bindparam("receipt")
)


class Addresses:
    """The only place that can lead back to a chat: those that asked to be told how their report of a wrong figure ended."""

    def __init__(self, store: Store, keys: Keys) -> None:
        self._store = store
        self._keys = keys

    def keep(self, chat: int, receipt: str, today: date) -> None:
        row = {"chat": self._keys.tag("chat", chat), "purpose": CORRECTION, "about": receipt, "since": today}
        with self._store.writing() as connection:
            connection.execute(self._store.insert(addresses).values(sealed=self._keys.seal(str(chat)), **row).on_conflict_do_nothing())

    def resolved(self) -> tuple[Resolved, ...]:
        """The chats to tell that their reports are closed: none that has another open report of the same receipt."""
        said: dict[tuple[str, str], list[str]] = {}
        with self._store.reading() as connection:
            for sealed, receipt, resolution in connection.execute(_RESOLVED):
                said.setdefault((sealed, receipt), []).append(resolution)
        unsealed = ((int(self._keys.unseal(sealed)), receipt, each) for (sealed, receipt), each in said.items())
        return tuple(Resolved(chat, receipt, tuple(dict.fromkeys(each))) for chat, receipt, each in unsealed)

    def drop(self, chat: int, receipt: str) -> bool:
        """The chat is about to be told, and its number no longer kept: a program that dies now tells nobody twice. False when another
        worker tells it."""
        with self._store.writing() as connection:
            return connection.execute(_DROPPED, {"of": self._keys.tag("chat", chat), "receipt": receipt}).rowcount == 1
