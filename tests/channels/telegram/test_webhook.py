"""Telegram calls by itself. Who is not Telegram is sent away; what is no update is refused; the pages stand beside."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest

from bot.channels.telegram.handlers import UPDATES
from bot.channels.telegram.webhook import LONGEST, SECRET_HEADER, webhook_of
from bot.errors import SettingsError

from .world import SECRET, WAY, World, running, settings

UPDATE = {"update_id": 900, "message": {"message_id": 1, "date": 1, "chat": {"id": 501, "type": "private"}, "text": "deuda 2013"}}


@asynccontextmanager
async def called() -> AsyncIterator[tuple[World, httpx.AsyncClient]]:
    token = WAY.set("webhook")
    try:
        async with running() as world, httpx.AsyncClient(base_url=f"http://{world.settings.bot_listen}") as outsider:
            yield world, outsider
    finally:
        WAY.reset(token)


async def test_telegram_is_told_where_to_call_and_for_what() -> None:
    async with called() as (world, _):
        info = world.api._update_queues.info("7:SYNTHETIC")
    assert info["url"] == world.settings.bot_webhook_url
    assert info["allowed_updates"] == list(UPDATES)


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: "otra"}, {SECRET_HEADER: SECRET + "x"}, {SECRET_HEADER: "ñ".encode()}])
async def test_without_the_secret_nothing_is_heard(headers: dict[str, str]) -> None:
    async with called() as (world, outsider):
        assert (await outsider.post("/telegram", json=UPDATE, headers=headers)).status_code == 403
        await world.citizen(502).asks("deuda 2014")
    assert [text for text, _ in world.asked] == ["deuda 2014"]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"x"', b"{}", b'{"update_id": "1"}', b"\xff", b"x" * (LONGEST + 1)])
async def test_what_is_no_update_is_refused(body: bytes) -> None:
    async with called() as (_, outsider):
        assert (await outsider.post("/telegram", content=body, headers={SECRET_HEADER: SECRET})).status_code == 400


async def test_the_page_is_served_beside_it_and_the_route_is_no_page() -> None:
    async with called() as (_, outsider):
        assert (await outsider.get("/salud")).json()["estado"] == "bien"
        assert (await outsider.get("/telegram")).status_code == 405


async def test_many_calls_at_once_are_all_answered() -> None:
    async with called() as (world, outsider):
        calls = [
            outsider.post(
                "/telegram",
                json={"update_id": 1000 + n, "message": {**UPDATE["message"], "chat": {"id": 600 + n, "type": "private"}}},  # type: ignore[dict-item]
                headers={SECRET_HEADER: SECRET},
            )
            for n in range(40)
        ]
        assert {answer.status_code for answer in await asyncio.gather(*calls)} == {200}
        await world.api.until(lambda: len(world.api.sent) == 40)


@pytest.mark.parametrize(
    ("url", "secret", "named"),
    [
        ("https://ejemplo.mx/telegram", None, "BOT_WEBHOOK_SECRET"),
        ("https://ejemplo.mx/telegram", "con espacio", "BOT_WEBHOOK_SECRET"),
        ("https://ejemplo.mx", SECRET, "BOT_WEBHOOK_URL"),
        ("telegram", SECRET, "BOT_WEBHOOK_URL"),
    ],
)
def test_an_address_or_secret_that_cannot_be_used_is_told_before_starting(url: str, secret: str | None, named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        webhook_of(settings("http://127.0.0.1:9", BOT_WEBHOOK_URL=url, BOT_WEBHOOK_SECRET=secret))
