"""People side by side, each person's inline queries one by one: what was typed on is let go before it is worked out."""

from __future__ import annotations

import asyncio
from weakref import WeakValueDictionary

from telegram import Update


class Lines:
    def __init__(self) -> None:
        self._lines: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    def of(self, person: int) -> asyncio.Lock:
        return self._lines.setdefault(person, asyncio.Lock())


def whose(update: Update) -> int:
    """The chat, or the person where there is none; 0 for what belongs to nobody."""
    if update.effective_chat is not None:
        return update.effective_chat.id
    return update.effective_user.id if update.effective_user is not None else 0
