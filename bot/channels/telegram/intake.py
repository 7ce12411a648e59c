"""From what arrives to its handler. Whoever brought an update is told that it arrived only when it is durable; each chat's are
answered in their order, by whichever worker is free, and every one of them once."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from telegram import Update
from telegram.ext import Application

from bot.channels.telegram.handling import CHOSEN, CURRENT, Handling
from bot.channels.telegram.inline import Hurry
from bot.channels.telegram.memory import Taken
from bot.channels.telegram.ordering import Lines, whose
from bot.channels.telegram.steady import Raw, readable
from bot.channels.telegram.talk import Talk
from bot.channels.telegram.unknown import ask_whether_it_arrived
from bot.errors import PrivacyError, StateError
from bot.state import Arrived

log = logging.getLogger(__name__)

TelegramApplication = Application[Any, Any, Any, Any, Any, Any]

# With whoever waits to hear that it is durable.
Arrival = tuple[list[Arrived], asyncio.Future[None]]

# Chats answered at once; most of them wait for Telegram.
AT_ONCE = 256
# Of those, how many may still be without their answer: what is claimed beyond that would wait here while another worker is idle.
UNANSWERED_AT_ONCE = 32
# A claim is a transaction: it waits until there is room for this many.
WORTH_A_CLAIM = 16
# Now and then, what another worker left behind is looked for.
LOOK_SECONDS = 1.0
HOLD_SECONDS = 20.0
ATTEMPTS = 5


class Intake:
    def __init__(self, application: TelegramApplication, talk: Talk, hurry: Hurry) -> None:
        self._application = application
        self._talk = talk
        self._memory = talk.memory
        self._hurry = hurry
        self._lines = Lines()
        self._arrivals: list[Arrival] = []
        self._parsed: dict[int, Update] = {}
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._unanswered: set[int] = set()
        self._full = False
        self._hurried: set[asyncio.Task[None]] = set()
        self._news = asyncio.Event()
        self._idle = asyncio.Event()

    async def take(self, updates: Sequence[Raw]) -> None:
        """Durable on return; StateError when it is not."""
        arrived = []
        for raw in updates:
            update = readable(raw, self._application.bot)
            if update is None:
                continue
            if update.inline_query is not None:
                self._answer_now(update)
                continue
            self._parsed[update.update_id] = update
            arrived.append(Arrived(update.update_id, whose(update), json.dumps(raw)))
        if arrived:
            kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._arrivals.append((arrived, kept))
            self._idle.clear()
            self._news.set()
            await kept

    async def run(self) -> None:
        """Keeps, claims and answers until cancelled."""
        async with asyncio.TaskGroup() as together:
            together.create_task(self._take_up())
            together.create_task(self._hold())

    async def drained(self) -> None:
        """What was taken is answered."""
        self._news.set()
        await self._idle.wait()
        while self._hurried:
            await asyncio.wait(self._hurried)

    async def _take_up(self) -> None:
        while True:
            arrivals, self._arrivals = self._arrivals, []
            room = min(AT_ONCE - len(self._under_way), UNANSWERED_AT_ONCE - len(self._unanswered))
            self._full = room < WORTH_A_CLAIM
            try:
                found = await self._kept_and_claimed(arrivals, 0 if self._full else room)
            except StateError as away:
                log.error("the inbox cannot be used: %s", away)
                await asyncio.sleep(LOOK_SECONDS)
                continue
            for taken in found:
                self._start(taken)
            if not found and not self._under_way and not self._arrivals:
                self._parsed.clear()
                self._idle.set()
            if not found:
                await self._wait_for_news()

    async def _kept_and_claimed(self, arrivals: Sequence[Arrival], room: int) -> tuple[Taken, ...]:
        """One transaction; whoever brought something hears how it ended."""
        if not arrivals and not room:
            return ()
        try:
            found = await self._memory.take_up([each for arrived, _ in arrivals for each in arrived], room)
        except StateError as away:
            for kept in _waiting(arrivals):
                kept.set_exception(away)
            raise
        for kept in _waiting(arrivals):
            kept.set_result(None)
        return found

    async def _wait_for_news(self) -> None:
        try:
            async with asyncio.timeout(LOOK_SECONDS):
                await self._news.wait()
        except TimeoutError:
            return
        self._news.clear()

    async def _hold(self) -> None:
        while True:
            await asyncio.sleep(HOLD_SECONDS)
            if self._under_way:
                with suppress(StateError):
                    await self._memory.hold(tuple(self._under_way))

    def _start(self, taken: Taken) -> None:
        task = asyncio.create_task(self._handle(taken))
        update_id = taken.claimed.update_id
        self._under_way[update_id] = task
        self._unanswered.add(update_id)
        task.add_done_callback(lambda ended: self._ended(update_id, ended))

    def _ended(self, update_id: int, task: asyncio.Task[None]) -> None:
        if self._under_way.get(update_id) is task:  # else it was given back and is being answered again already
            del self._under_way[update_id]
            self._unanswered.discard(update_id)
        self._news.set()

    def _ready(self, update_id: int) -> None:
        self._unanswered.discard(update_id)
        if self._full:
            self._news.set()

    async def _handle(self, taken: Taken) -> None:
        claimed = taken.claimed
        handling = Handling(
            claimed.update_id,
            taken.latest,
            claimed.attempts,
            sending=claimed.send_unknown,
            on_ready=lambda: self._ready(claimed.update_id),
        )
        CURRENT.set(handling)
        CHOSEN.set(taken.chosen)
        try:
            update = self._parsed.pop(claimed.update_id, None) or readable(json.loads(claimed.payload), self._application.bot)
            if update is None or claimed.attempts > ATTEMPTS:
                log.error("update %s is given up after %s attempts", claimed.update_id, claimed.attempts)
            elif claimed.send_unknown:
                await ask_whether_it_arrived(self._talk, update)
            else:
                await self._application.process_update(update)
            if not handling.overtaken:
                await self._finish(handling)
        except (StateError, PrivacyError) as away:
            # its claim runs out, and somebody answers it then
            log.error("update %s cannot be answered now: %s", claimed.update_id, away)
        finally:
            self._memory.doorway.out(handling)

    async def _finish(self, handling: Handling) -> None:
        """What the store refuses to keep of an answer is let go; that it was answered is not, or it would be asked about."""
        try:
            await self._memory.finish(handling)
        except Exception as error:
            log.error("of update %s only that it was answered can be kept: %s", handling.update_id, type(error).__name__)
            handling.said.clear()
            handling.asked.clear()
            handling.at_end.clear()
            await self._memory.finish(handling)

    def _answer_now(self, update: Update) -> None:
        """What is typed in other chats is worth an answer now or never: it is not kept."""
        self._hurry.arrived(update)
        task = asyncio.create_task(self._in_line(update))
        self._hurried.add(task)
        task.add_done_callback(self._hurried.discard)

    async def _in_line(self, update: Update) -> None:
        async with self._lines.of(whose(update)):
            await self._application.process_update(update)


def _waiting(arrivals: Sequence[Arrival]) -> Iterator[asyncio.Future[None]]:
    """A poll that was cut waits no more."""
    return (kept for _, kept in arrivals if not kept.done())
