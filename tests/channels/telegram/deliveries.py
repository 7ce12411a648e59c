"""The updates that wait in the emulated server, handed out as Telegram does: to a webhook by itself, while nobody who calls waits."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

from lo_bot_api_emulator.updates import UpdateQueues

# Kinds that Telegram sends and the emulated server does not take.
ALSO = {"edited_message", "my_chat_member"}


class Deliveries(UpdateQueues):
    """The emulated server delivers inside ``setWebhook``, and inside every message written to it, until nothing is left: while citizens
    go on asking, a bot that is started again would never hear that its address is known."""

    _calling: asyncio.Task[int] | None = None

    async def deliver(self, token: str) -> int:
        """Begins, and tells of none: what is not taken stays, and is delivered from the next time on."""
        if self._calling is None or self._calling.done():
            self._calling = asyncio.create_task(super().deliver(token))
        return 0

    async def set_webhook(self, token: str, fields: dict[str, Any]) -> bool:
        """A call under way is cut: whether it was heard is not known, so that it is made again."""
        await self.end()
        return bool(await super().set_webhook(token, fields))

    async def end(self) -> None:
        if self._calling is not None:
            self._calling.cancel()
            with suppress(asyncio.CancelledError):
                await self._calling

    async def enqueue(self, token: str, update: dict[str, Any]) -> int:
        if not ALSO & update.keys():
            return int(await super().enqueue(token, update))
        inbox = self._state(token)
        async with inbox.condition:
            inbox.updates.append({**update, "update_id": inbox.next_id})
            inbox.next_id += 1
            inbox.condition.notify_all()
        await self.deliver(token)
        return int(inbox.next_id) - 1

    async def hang_up(self) -> None:
        """Wake the polls that nobody waits for any more, which notice it only every tenth of a second."""
        for inbox in self._bots.values():
            async with inbox.condition:
                inbox.condition.notify_all()

    async def let_go(self) -> None:
        """A poll cut by its client ends before the next begins, as in Telegram; one that is alive still makes a conflict."""
        for _ in range(20):
            if not any(inbox.polling for inbox in self._bots.values()):
                return
            await self.hang_up()
            await asyncio.sleep(0.005)
