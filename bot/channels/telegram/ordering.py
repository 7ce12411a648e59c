"""Chats side by side, each chat in its own order: a quick «¿y en 2018?» never overtakes its question."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from telegram import Update


class ChatOrder:
    """``at_once`` updates at a time, never two of one chat; the rest wait, in the order they came.

    What waits for its chat holds no place, else thirty-two hurried messages of one person would stop everybody else.
    """

    def __init__(self, at_once: int) -> None:
        self._places = asyncio.Semaphore(at_once)
        self._lines: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def turn(self, update: Update) -> AsyncIterator[None]:
        line = self._lines.setdefault(whose(update), asyncio.Lock())
        async with line, self._places:
            yield


def whose(update: Update) -> int:
    """The chat, or the person where there is none (inline queries); 0 for what belongs to nobody."""
    if update.effective_chat is not None:
        return update.effective_chat.id
    return update.effective_user.id if update.effective_user is not None else 0
