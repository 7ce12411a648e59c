"""Sending: what Telegram refuses and what to do about it."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from html import unescape
from typing import TypeVar

from telegram import Bot, InlineKeyboardMarkup, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, RetryAfter

from bot.channels.telegram.words import Language

log = logging.getLogger(__name__)
Sent = TypeVar("Sent")

_TRIES = 3
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
    def __init__(self, bot: Bot, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._bot = bot
        self._sleep = sleep

    async def send(self, to: Address, pages: Sequence[str], buttons: InlineKeyboardMarkup | None = None) -> tuple[int, ...]:
        """The ids of the messages sent. Only the first quotes; only the last carries buttons. A group that became a
        supergroup has a new number, and is followed there."""
        try:
            return await self._send_all(to, pages, buttons)
        except ChatMigrated as moved:
            return await self._send_all(replace(to, chat=moved.new_chat_id, quoting=None), pages, buttons)

    async def _send_all(self, to: Address, pages: Sequence[str], buttons: InlineKeyboardMarkup | None) -> tuple[int, ...]:
        sent: list[int] = []
        for page, markup in _with_buttons(pages, buttons):
            quote = to.quoting if not sent else None
            sent.append(await self._send(to, page, markup, quote))
        return tuple(sent)

    async def rewrite(
        self, to: Address, old: Sequence[int], pages: Sequence[str], buttons: InlineKeyboardMarkup | None = None
    ) -> tuple[int, ...]:
        """Put new pages where old messages stand; what is missing is sent, what is left over is deleted."""
        standing: list[int] = []
        for place, (page, markup) in enumerate(_with_buttons(pages, buttons)):
            changed = place < len(old) and await self._edit(to.chat, old[place], page, markup)
            standing.append(old[place] if changed else await self._send(to, page, markup, None))
        for left in old[len(pages) :]:
            await self._delete(to.chat, left)
        return tuple(standing)

    async def _send(self, to: Address, page: str, markup: InlineKeyboardMarkup | None, quote: int | None) -> int:
        async def plainly(text: str, mode: str | None) -> int:
            message = await self._bot.send_message(
                to.chat,
                text,
                parse_mode=mode,
                message_thread_id=to.thread,
                reply_parameters=ReplyParameters(quote, allow_sending_without_reply=True) if quote else None,
                reply_markup=markup,
            )
            return message.message_id

        return await self._formatted(plainly, page)

    async def _edit(self, chat: int, message: int, page: str, markup: InlineKeyboardMarkup | None) -> bool:
        """False when the message can no longer be changed (deleted, too old)."""

        async def plainly(text: str, mode: str | None) -> bool:
            await self._bot.edit_message_text(text, chat, message, parse_mode=mode, reply_markup=markup)
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
        """Wait as long as Telegram asks; only this chat waits. A time-out is not tried again: it may have been delivered."""
        for _ in range(_TRIES - 1):
            try:
                return await call()
            except RetryAfter as asked:
                await self._sleep(_seconds(asked.retry_after))
        return await call()


def _seconds(wait: float | timedelta) -> float:
    return wait.total_seconds() if isinstance(wait, timedelta) else wait


def _says(refusal: BadRequest, words: str) -> bool:
    """Telegram's own words: it gives no codes. The library changes their first letter."""
    return words in str(refusal).lower()


def _with_buttons(pages: Sequence[str], buttons: InlineKeyboardMarkup | None) -> list[tuple[str, InlineKeyboardMarkup | None]]:
    return [(page, buttons if place == len(pages) - 1 else None) for place, page in enumerate(pages)]
