"""A bot that one unreadable update cannot stop."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from telegram import Update
from telegram.ext import ExtBot
from telegram.request import BaseRequest

from bot.channels.telegram.request import Seconds

log = logging.getLogger(__name__)


class SteadyBot(ExtBot[None]):
    """Telegram adds kinds of messages before the library knows them (a poll needs ``members_only`` since Bot API 10.0).
    The library then refuses the whole batch, asks for it again for ever, and writes everybody's words to the log."""

    async def get_updates(
        self,
        offset: int | None = None,
        limit: int | None = None,
        timeout: int | timedelta | None = None,  # noqa: ASYNC109 - the library's name for how long Telegram may wait
        allowed_updates: Sequence[str] | None = None,
        *,
        read_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        write_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        connect_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        pool_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        api_kwargs: dict[str, Any] | None = None,
    ) -> tuple[Update, ...]:
        wait = timeout.total_seconds() if isinstance(timeout, timedelta) else timeout or 0
        found = await self._post(
            "getUpdates",
            {"offset": offset, "limit": limit, "timeout": int(wait), "allowed_updates": allowed_updates},
            read_timeout=wait + (self._request[0].read_timeout or 0),
            write_timeout=write_timeout,
            connect_timeout=connect_timeout,
            pool_timeout=pool_timeout,
            api_kwargs=api_kwargs,
        )
        return tuple(map(self._read, found))

    def _read(self, update: dict[str, Any]) -> Update:
        """What cannot be read keeps its number, so that it is taken as received, and carries nothing."""
        try:
            return Update.de_json(update, self)
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            log.error("update %s (%s) cannot be read: %s", update["update_id"], ", ".join(set(update) - {"update_id"}), error)
            return Update(update["update_id"])
