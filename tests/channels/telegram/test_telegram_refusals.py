"""What happens when Telegram says no, is slow, or is not there."""

from __future__ import annotations

import pytest

from bot.channels.telegram.application import build
from bot.errors import SettingsError

from .emulator import bot_api
from .world import FakeAssistant, answering, memory_of, running, settings, small_state


async def test_too_many_messages_wait_as_long_as_telegram_asks_and_arrive_once() -> None:
    async with running(refusals=True) as world:
        world.api.fail("sendMessage", 429, "Too Many Requests: retry after 7", retry_after=7)
        await world.citizen().asks("deuda 2013")
        assert 7 in world.naps.seconds
        assert len(world.api.sent) == 1


async def test_formatting_that_telegram_cannot_read_is_sent_plain(caplog: pytest.LogCaptureFixture) -> None:
    async with running(refusals=True) as world:
        world.api.fail("sendMessage", 400, "Bad Request: can't parse entities: Unexpected end tag")
        reply = await world.citizen().asks("deuda 2013")
        assert "<" not in reply.html
        assert "4,939.3 millones de pesos" in reply.text
    assert "could not read the formatting" in caplog.text


async def test_a_citizen_who_blocked_the_bot_is_no_failure(caplog: pytest.LogCaptureFixture) -> None:
    async with running(refusals=True) as world:
        world.api.fail("sendMessage", 403, "Forbidden: bot was blocked by the user")
        citizen = world.citizen()
        await citizen.says("deuda 2013")
        await world.citizen(502).asks("deuda 2014")
        assert len(world.api.sent) == 1
    assert "could not be handled" not in caplog.text


async def test_a_button_acknowledged_too_late_is_carried_out_all_the_same() -> None:
    async with running(refusals=True) as world:
        citizen = world.citizen()
        reply = await citizen.asks("/ejemplos")
        world.api.fail("answerCallbackQuery", 400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        await citizen.presses(reply, reply.labels[0])
        await citizen.hears()


async def test_polling_goes_on_after_a_bad_gateway() -> None:
    async with running(refusals=True) as world:
        citizen = world.citizen()
        await citizen.asks("deuda 2013")
        world.api.fail("getUpdates", 502, "Bad Gateway")
        await citizen.asks("¿y en 2018?")
        await citizen.asks("¿y en 2019?")


async def test_a_start_while_telegram_is_busy_is_no_end() -> None:
    async with bot_api() as api:
        for method in ("deleteWebhook", "setWebhook"):
            api.time_out_after_delivery(method)
        with small_state() as state:
            async with answering(api, FakeAssistant(), state, patience=0.5) as world:
                await world.citizen().asks("deuda 2013")


async def test_a_wrong_token_is_told_in_a_sentence_that_does_not_repeat_it() -> None:
    async with bot_api() as api:
        api.fail("getMe", 401, "Unauthorized")
        with small_state() as state, pytest.raises(SettingsError, match="BOT_TOKEN") as told:
            async with answering(api, FakeAssistant(), state):
                pass
    assert "SYNTHETIC" not in str(told.value)


def test_without_a_token_it_says_where_to_get_one() -> None:
    with pytest.raises(SettingsError, match="@BotFather"), small_state() as state:
        build(settings("http://127.0.0.1:9", token=None), FakeAssistant(), memory_of(state))


async def test_a_menu_that_telegram_refuses_hinders_nobody(caplog: pytest.LogCaptureFixture) -> None:
    async with bot_api() as api:
        api.fail("setMyCommands", 400, "Bad Request: BOT_COMMAND_INVALID")
        with small_state() as state:
            async with answering(api, FakeAssistant(), state):
                await api.until(lambda: len(api.commands) == 5)
    assert "part of the menu could not be published" in caplog.text


async def test_a_group_that_became_a_supergroup_is_answered_where_it_is_now() -> None:
    async with running(refusals=True) as world:
        world.api.fail("sendMessage", 400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-1009)
        await world.citizen(-77, 11).says("/ayuda@RutaDelDineroBot")
        (reply,) = await world.citizen(-1009, 11).hears()
    assert "En un grupo" in reply.text


async def test_a_group_where_it_may_not_write_is_no_failure(caplog: pytest.LogCaptureFixture) -> None:
    async with running(refusals=True) as world:
        world.api.fail("sendMessage", 400, "Bad Request: not enough rights to send text messages to the chat")
        await world.citizen(-77, 11).says("/ayuda@RutaDelDineroBot")
        await world.citizen(502).asks("deuda 2014")
        assert len(world.api.sent) == 1
    assert "could not be handled" not in caplog.text
