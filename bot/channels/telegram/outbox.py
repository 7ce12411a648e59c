"""Sending: what Telegram refuses, and what to do about it."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from html import unescape
from typing import TypeVar

import stamina
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.channels.telegram.handling import CURRENT
from bot.channels.telegram.keyboard import Keyboard
from bot.channels.telegram.memory import Memory
from bot.channels.telegram.request import NotSentError
from bot.channels.telegram.steady import SteadyBot
from bot.channels.telegram.words import Language

log = logging.getLogger(__name__)
Sent = TypeVar("Sent")
Sleep = Callable[[float], Awaitable[None]]

# A bad gateway or a cut connection is tried again; with these, for about half a minute.
TRIES, FIRST_WAIT, LONGEST_WAIT = 8, 0.2, 8.0
BUSY_SECONDS = 4.0
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Address:
    """Where a reply goes, and in which language the channel speaks there: in a topic when there is one, quoting
    ``quoting`` when it is set."""

    chat: int
    thread: int | None = None
    quoting: int | None = None
    language: Language = "es"


class Outbox:
    """TimedOut means that whether a message arrived cannot be known; NetworkError that it did not."""

    def __init__(self, bot: SteadyBot, memory: Memory, sleep: Sleep = asyncio.sleep) -> None:
        self._bot = bot
        self._memory = memory
        self._sleep = sleep

    async def send(
        self, to: Address, pages: Sequence[str], buttons: Keyboard | None = None, *, begun: timedelta | None = None
    ) -> tuple[int, ...]:
        """The ids of the messages sent. Only the first quotes; only the last carries buttons. A group that became a supergroup has
        a new number, and is followed there. ``begun``: it was already said that they are about to leave, and this is the wait."""
        await self._leave(to, len(pages), begun)
        try:
            return await self._send_all(to, pages, buttons)
        except ChatMigrated as moved:
            return await self._send_all(replace(to, chat=moved.new_chat_id, quoting=None), pages, buttons)

    async def wait_behind_answers(self, chat: int) -> None:
        """Returns when one message that nobody is waiting for may leave: then ``send`` it with nothing left to wait for."""
        if wait := await self._memory.reserve_notice(chat):
            await self._sleep(wait.total_seconds())

    async def rewrite(self, to: Address, old: Sequence[int], pages: Sequence[str], buttons: Keyboard | None = None) -> tuple[int, ...]:
        """Put new pages where old messages stand; what is missing is sent, what is left over is deleted."""
        standing: list[int] = []
        for place, (page, markup) in enumerate(_with_buttons(pages, buttons)):
            if place < len(old) and await self._edit(to.chat, old[place], page, markup):
                standing.append(old[place])
            else:
                standing += await self.send(replace(to, quoting=None), [page], markup)
        for left in old[len(pages) :]:
            await self._delete(to.chat, left)
        return tuple(standing)

    async def send_photo(self, to: Address, png: bytes, caption: str) -> None:
        await self._leave(to)
        await self._obeying(
            lambda: self._bot.send_photo(to.chat, png, caption, message_thread_id=to.thread, filename="ruta-del-dinero.png")
        )

    async def send_document(self, to: Address, content: bytes, filename: str, caption: str) -> None:
        await self._leave(to)
        await self._obeying(lambda: self._bot.send_document(to.chat, content, caption, message_thread_id=to.thread, filename=filename))

    @asynccontextmanager
    async def busy(self, to: Address, action: ChatAction) -> AsyncIterator[None]:
        """Telegram shows that something is on its way; it forgets after five seconds, so it is told again."""
        telling = asyncio.create_task(self._tell(to, action))
        try:
            yield
        finally:
            telling.cancel()

    async def _tell(self, to: Address, action: ChatAction) -> None:
        with suppress(TelegramError):
            while True:
                await self._bot.send_chat_action(to.chat, action, message_thread_id=to.thread)
                await asyncio.sleep(BUSY_SECONDS)

    async def _leave(self, to: Address, count: int = 1, begun: timedelta | None = None) -> None:
        """Returns when ``count`` messages may leave."""
        wait = (await self._memory.begin(to.chat, count))[1] if begun is None else begun
        if wait:
            await self._sleep(wait.total_seconds())
            await self._memory.leave()

    async def _send_all(self, to: Address, pages: Sequence[str], buttons: Keyboard | None) -> tuple[int, ...]:
        sent: list[int] = []
        for page, markup in _with_buttons(pages, buttons):
            quote = to.quoting if not sent else None
            try:
                sent.append(await self._send(to, page, markup, quote))
            except NetworkError as error:
                if sent and failed(error):
                    raise TimedOut("Part of a reply arrived") from None
                raise
        return tuple(sent)

    async def _send(self, to: Address, page: str, markup: Keyboard | None, quote: int | None) -> int:
        async def plainly(text: str, mode: str | None) -> int:
            return await self._bot.send_text(to.chat, text, mode, markup, thread=to.thread, quoting=quote)

        return await self._formatted(plainly, page)

    async def _edit(self, chat: int, message: int, page: str, markup: Keyboard | None) -> bool:
        """False when the message can no longer be changed (deleted, too old)."""

        async def plainly(text: str, mode: str | None) -> bool:
            await self._bot.edit_text(chat, message, text, mode, markup)
            return True

        try:
            return await self._formatted(plainly, page)
        except BadRequest as refusal:
            return _says(refusal, "not modified")

    async def _delete(self, chat: int, message: int) -> None:
        try:
            await self._obeying(lambda: self._bot.delete_message(chat, message))
        except BadRequest as refusal:
            log.info("a page of a corrected reply stays: %s", refusal)

    async def _formatted(self, carry: Callable[[str, str | None], Awaitable[Sent]], page: str) -> Sent:
        """With its formatting, or without it when Telegram cannot read it: a plain answer is better than none."""
        try:
            return await self._obeying(lambda: carry(page, ParseMode.HTML))
        except BadRequest as refusal:
            if not _says(refusal, "can't parse entities"):
                raise
            log.error("Telegram could not read the formatting of a reply: %s", refusal)
            return await self._obeying(lambda: carry(unescape(_TAG.sub("", page)), None))

    async def _obeying(self, call: Callable[[], Awaitable[Sent]]) -> Sent:
        """Wait as long as Telegram asks, as often as it asks: only this chat waits. Bad gateways and cut connections are tried again,
        ever more slowly; a time-out is not, since it may have been delivered."""
        try:
            return await self._when_allowed(call)
        except NetworkError as error:
            if not failed(error):
                raise
        # only now: preparing for trouble at each message would cost a quarter of sending it
        await self._sleep(FIRST_WAIT)
        retries = stamina.retry_context(on=failed, attempts=TRIES - 1, timeout=None, wait_initial=2 * FIRST_WAIT, wait_max=LONGEST_WAIT)
        async for attempt in retries:
            with attempt:
                return await self._when_allowed(call)
        raise AssertionError("the last attempt returns or raises")

    async def _when_allowed(self, call: Callable[[], Awaitable[Sent]]) -> Sent:
        while True:
            try:
                return await call()
            except RetryAfter as asked:
                handling = CURRENT.get()
                self._memory.doorway.out(handling)
                await self._sleep(seconds(asked))
                await self._memory.doorway.enter(handling)


def unknowable(error: BaseException | None) -> bool:
    """Whether what was sent arrived cannot be known."""
    return isinstance(error, TimedOut) and not isinstance(error, NotSentError)


def failed(error: BaseException | None) -> bool:
    """Telegram could not be reached, or was broken: what was to be sent did not arrive."""
    return isinstance(error, NetworkError) and not isinstance(error, BadRequest) and not unknowable(error)


def seconds(asked: RetryAfter) -> float:
    wait = asked.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else wait


def _says(refusal: BadRequest, words: str) -> bool:
    """Telegram's own words: it gives no codes. The library changes their first letter."""
    return words in str(refusal).lower()


def _with_buttons(pages: Sequence[str], buttons: Keyboard | None) -> list[tuple[str, Keyboard | None]]:
    return [(page, buttons if place == len(pages) - 1 else None) for place, page in enumerate(pages)]
