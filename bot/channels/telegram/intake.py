"""From what arrives to its handler: chats side by side, each in its own order."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from telegram import Update
from telegram.ext import Application

from bot.channels.telegram.inline import Hurry
from bot.channels.telegram.ordering import ChatOrder
from bot.channels.telegram.steady import Raw, readable

TelegramApplication = Application[Any, Any, Any, Any, Any, Any]


class Intake:
    def __init__(self, application: TelegramApplication, hurry: Hurry, at_once: int) -> None:
        self._application = application
        self._hurry = hurry
        self._order = ChatOrder(at_once)
        self._under_way: set[asyncio.Task[None]] = set()

    async def take(self, updates: Sequence[Raw]) -> None:
        for raw in updates:
            update = readable(raw, self._application.bot)
            if update is not None:
                self._hurry.arrived(update)
                self._start(update)

    async def drained(self) -> None:
        """Everything taken is answered."""
        while self._under_way:
            await asyncio.wait(self._under_way)

    def _start(self, update: Update) -> None:
        task = asyncio.create_task(self._handle(update))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _handle(self, update: Update) -> None:
        async with self._order.turn(update):
            await self._application.process_update(update)
