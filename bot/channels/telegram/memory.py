"""What the bot remembers of a chat, and for how long. Here: in this process, for fifteen minutes, never on disk.

``Conversations`` is the wall socket: a store shared by several workers fits in without touching its callers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import takewhile
from typing import Protocol

from bot.domain.reading import Interpretation
from bot.rendering.blocks import Button

KEPT = timedelta(minutes=15)
EXCHANGES = 12


@dataclass(frozen=True)
class Place:
    """Where a conversation happens. In a group each person has their own, in each topic: two neighbours asking at once
    must not continue each other's questions."""

    chat: int
    thread: int | None
    person: int


@dataclass(frozen=True)
class Exchange:
    """One question and the reply it got: enough to follow it up, to correct it by editing, to unfold it.

    ``asked_in`` is the citizen's message (None for a button); ``follows`` a reply of the exchange it continued, not its
    reading, so that the one is not kept longer for the sake of the other; ``replies`` the bot's messages; ``buttons``
    what they offer; ``folded`` the whole reply in messages, until «ver más» is pressed.
    """

    place: Place
    text: str
    asked_in: int | None
    follows: int | None
    reading: Interpretation
    replies: tuple[int, ...] = ()
    buttons: tuple[Button, ...] = ()
    folded: tuple[str, ...] = ()

    def is_same(self, other: Exchange) -> bool:
        asked_once = self.asked_in is not None and self.asked_in == other.asked_in
        return asked_once or not set(self.replies).isdisjoint(other.replies)


class Conversations(Protocol):
    async def latest(self, place: Place) -> Exchange | None:
        """The last exchange of this person here, or None when it was forgotten."""
        ...

    async def asked(self, place: Place, message: int) -> Exchange | None:
        """The exchange that this message of a citizen opened."""
        ...

    async def replied(self, chat: int, message: int) -> Exchange | None:
        """The exchange that this message of the bot belongs to, whoever asked."""
        ...

    async def remember(self, exchange: Exchange) -> None:
        """Keep an exchange; the same one, corrected or unfolded, is replaced where it stands."""
        ...

    async def first_time(self, chat: int, mark: str, within: timedelta) -> bool:
        """False when the same mark was set in this chat a moment ago: a button pressed twice, an album of photos."""
        ...

    async def forget(self, place: Place) -> int:
        """Erase what this person asked here; how many questions that was."""
        ...

    async def sweep(self) -> int:
        """Let go of what is due; how many chats are left."""
        ...


@dataclass(frozen=True)
class _Kept:
    until: float
    exchange: Exchange


_Chat = dict[Place, tuple[_Kept, ...]]


class ShortMemory:
    """``Conversations`` in memory. ``clock`` gives seconds that only grow (``time.monotonic``).

    Chats stand in the order they were last heard, so that sweeping looks only at those that are due.
    """

    def __init__(self, clock: Callable[[], float], kept: timedelta = KEPT) -> None:
        self._clock = clock
        self._kept = kept.total_seconds()
        self._chats: dict[int, _Chat] = {}
        self._marks: dict[tuple[int, str], float] = {}

    async def latest(self, place: Place) -> Exchange | None:
        kept = self._fresh(self._chats.get(place.chat, {}).get(place, ()))
        return kept[-1].exchange if kept else None

    async def asked(self, place: Place, message: int) -> Exchange | None:
        kept = self._fresh(self._chats.get(place.chat, {}).get(place, ()))
        return next((k.exchange for k in kept if k.exchange.asked_in == message), None)

    async def replied(self, chat: int, message: int) -> Exchange | None:
        kept = (k for place in self._chats.get(chat, {}).values() for k in self._fresh(place))
        return next((k.exchange for k in kept if message in k.exchange.replies), None)

    async def remember(self, exchange: Exchange) -> None:
        self._sweep()
        place = exchange.place
        chat = {at: fresh for at, kept in self._chats.pop(place.chat, {}).items() if (fresh := self._fresh(kept))}
        chat[place] = _put(chat.get(place, ()), _Kept(self._clock() + self._kept, exchange))[-EXCHANGES:]
        self._chats[place.chat] = chat

    async def first_time(self, chat: int, mark: str, within: timedelta) -> bool:
        self._sweep()
        now = self._clock()
        if self._marks.get((chat, mark), now) > now:
            return False
        self._marks[chat, mark] = now + within.total_seconds()
        return True

    async def forget(self, place: Place) -> int:
        return len(self._fresh(self._chats.get(place.chat, {}).pop(place, ())))

    async def sweep(self) -> int:
        """Let go of what is due; how many chats are left. Forgotten means gone, also where nobody writes again."""
        self._sweep()
        return len(self._chats)

    def _fresh(self, kept: tuple[_Kept, ...]) -> tuple[_Kept, ...]:
        now = self._clock()
        return tuple(k for k in kept if k.until > now)

    def _sweep(self) -> None:
        for chat in list(takewhile(self._due, self._chats)):
            del self._chats[chat]
        now = self._clock()
        for mark in list(takewhile(lambda mark: self._marks[mark] <= now, self._marks)):
            del self._marks[mark]

    def _due(self, chat: int) -> bool:
        return not any(self._fresh(kept) for kept in self._chats[chat].values())


def _put(kept: tuple[_Kept, ...], new: _Kept) -> tuple[_Kept, ...]:
    """A corrected question keeps its place in the conversation; a new one goes last."""
    if not any(k.exchange.is_same(new.exchange) for k in kept):
        return (*kept, new)
    return tuple(new if k.exchange.is_same(new.exchange) else k for k in kept)
