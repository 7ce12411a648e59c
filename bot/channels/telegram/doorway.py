"""How many replies may be on their way at once: of those, a killed process cannot know whether they arrived."""

from __future__ import annotations

import asyncio

from bot.channels.telegram.handling import Handling

# Enough that the next reply is never waited for while Telegram takes its fifty milliseconds; a kill leaves at most these in doubt.
WIDTH = 8


class Doorway:
    """Replies go out in the order in which they came to it. What belongs to no update is not counted."""

    def __init__(self, width: int = WIDTH) -> None:
        self._room = asyncio.Semaphore(width)

    async def enter(self, handling: Handling | None) -> None:
        if handling is not None and not handling.in_doorway:
            await self._room.acquire()
            handling.in_doorway = True

    def out(self, handling: Handling | None) -> None:
        """Also where a reply waits for its turn: meanwhile others pass."""
        if handling is not None and handling.in_doorway:
            handling.in_doorway = False
            self._room.release()
