"""The bot starts while Telegram is slow, asks to wait or is away: it says so, goes on trying, and answers when it was heard."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from bot.errors import SettingsError

from .citizen import Citizen
from .emulator import StrictApi, bot_api
from .world import WAY, FakeAssistant, answering, small_state


@pytest.fixture(params=["polling", "webhook"])
def way(request: pytest.FixtureRequest) -> Iterator[str]:
    token = WAY.set(request.param)
    yield request.param
    WAY.reset(token)


async def answers(api: StrictApi, patience: float = 20.0) -> None:
    with small_state() as state:
        async with answering(api, FakeAssistant(), state, patience=patience):
            await Citizen(api).asks("deuda 2013")


async def test_whatever_telegram_says_at_first_it_is_asked_again(way: str, caplog: pytest.LogCaptureFixture) -> None:
    async with bot_api() as api:
        api.fail("getMe", 502, "Bad Gateway")
        api.fail("setWebhook" if way == "webhook" else "deleteWebhook", 429, "Too Many Requests: retry after 1", retry_after=1)
        api.fail("setMyCommands", 500, "Internal Server Error")
        await answers(api)
        await api.until(lambda: len(api.commands) == 6)
    assert caplog.text.count("Telegram no contesta") == 3


async def test_an_address_that_telegram_was_told_without_saying_so_is_told_again(caplog: pytest.LogCaptureFixture) -> None:
    token = WAY.set("webhook")
    async with bot_api() as api:
        api.time_out_after_delivery("setWebhook")
        await answers(api, patience=0.5)
    WAY.reset(token)
    assert "lo intento otra vez en 1 s" in caplog.text


async def test_a_menu_that_cannot_be_published_keeps_nobody_waiting(way: str) -> None:
    async with bot_api() as api:
        for method in ("setMyCommands", "setMyDescription", "setMyShortDescription"):
            api.time_out_after_delivery(method)
        async with asyncio.timeout(15):
            await answers(api)


async def test_an_address_that_telegram_refuses_is_told_to_whoever_started_it() -> None:
    token = WAY.set("webhook")
    async with bot_api() as api:
        api.fail("setWebhook", 400, "Bad Request: bad webhook: Failed to resolve host")
        with pytest.raises(SettingsError, match="BOT_WEBHOOK_URL"):
            await answers(api)
    WAY.reset(token)


async def test_whoever_goes_on_writing_does_not_keep_the_bot_from_starting() -> None:
    token = WAY.set("webhook")
    async with bot_api() as api:
        citizens = [Citizen(api, 600 + n) for n in range(20)]
        for citizen in citizens:
            await citizen.says("deuda 2012")

        async def go_on() -> None:
            for citizen in citizens * 10:
                await citizen.says("deuda 2013")
                await asyncio.sleep(0.005)

        writing = asyncio.create_task(go_on())
        await answers(api, patience=0.5)
        await writing
    WAY.reset(token)
