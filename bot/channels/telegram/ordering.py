"""Chats side by side, each chat in its own order: a quick «¿y en 2018?» never overtakes its question."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor


class ChatOrder(BaseUpdateProcessor):
    """Handles ``at_once`` updates at a time, never two of one chat; the rest wait, in the order they came.

    The library's own limit is set to ``waiting``, not to ``at_once``: an update that waits for its chat must not hold a
    place, else thirty-two hurried messages of one person would stop everybody else.
    """

    def __init__(self, at_once: int, waiting: int = 4096) -> None:
        super().__init__(waiting)
        self._places = asyncio.Semaphore(at_once)
        self._lines: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        line = self._lines.setdefault(_whose(update), asyncio.Lock())
        async with line, self._places:
            await coroutine

    async def initialize(self) -> None:
        """Nothing to allocate."""

    async def shutdown(self) -> None:
        """Nothing to free."""


def _whose(update: object) -> int:
    """The chat, or the person where there is none (inline queries); 0 for what belongs to nobody."""
    if not isinstance(update, Update):
        return 0
    if update.effective_chat is not None:
        return update.effective_chat.id
    return update.effective_user.id if update.effective_user is not None else 0
