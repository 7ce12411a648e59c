"""A bot that takes updates as Telegram wrote them, so that one it cannot read stops nobody, and that writes messages as Telegram
reads them: making the library's objects of their buttons, and of what comes back, cost more than the request."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from traceback import extract_tb
from typing import Any

from telegram import Bot, Update
from telegram.ext import ExtBot

log = logging.getLogger(__name__)

Raw = Mapping[str, Any]

_NO_PREVIEW = {"is_disabled": True}


class SteadyBot(ExtBot[None]):
    async def raw_updates(self, offset: int | None, wait: int, kinds: Sequence[str]) -> list[dict[str, Any]]:
        """One long poll of ``wait`` seconds. An offset tells Telegram that everything before it is in safe hands."""
        found: list[dict[str, Any]] = await self._post(
            "getUpdates",
            {"offset": offset, "timeout": wait, "allowed_updates": list(kinds)},
            read_timeout=wait + (self._request[0].read_timeout or 0),
        )
        return found

    async def send_text(
        self, chat: int, text: str, mode: str | None, keyboard: Raw | None = None, *, thread: int | None = None, quoting: int | None = None
    ) -> int:
        """The message's id. Sent also when the message ``quoting`` is gone."""
        sent: Raw = await self._post(
            "sendMessage",
            {
                "chat_id": chat,
                "text": text,
                "parse_mode": mode,
                "message_thread_id": thread,
                "reply_parameters": {"message_id": quoting, "allow_sending_without_reply": True} if quoting else None,
                "reply_markup": keyboard,
                "link_preview_options": _NO_PREVIEW,
            },
        )
        return int(sent["message_id"])

    async def edit_text(self, chat: int, message: int, text: str, mode: str | None, keyboard: Raw | None = None) -> None:
        of = {"chat_id": chat, "message_id": message, "text": text, "parse_mode": mode}
        await self._post("editMessageText", {**of, "reply_markup": keyboard, "link_preview_options": _NO_PREVIEW})


def readable(update: Raw, bot: Bot) -> Update | None:
    """None for what the library cannot read: Telegram adds kinds of messages before the library knows them (a poll needs
    ``members_only`` since Bot API 10.0), and it would refuse the whole batch and write everybody's words to the log."""
    try:
        return Update.de_json(dict(update), bot)
    except Exception as error:  # whatever it is: raised, Telegram would bring the same update for ever
        log.error("update %s (%s) cannot be read: %s", update["update_id"], ", ".join(set(update) - {"update_id"}), place_of(error))
        return None


def place_of(error: BaseException | None) -> str:
    """Which failure and where in the program, without its message: «KeyError: 'soy Ana Pérez…'» would be kept in a log."""
    frames = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in extract_tb(error.__traceback__)] if error else []
    return " < ".join([type(error).__name__, *reversed(frames)])
