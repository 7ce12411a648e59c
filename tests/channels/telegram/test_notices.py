"""Whoever said that a figure is wrong, and asked to be told, hears how it ended: once, behind the answers, and not after blocking."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from datetime import UTC, date, datetime

import stamina
from sqlalchemy import func, select

from bot.state import State
from bot.state.schema import addresses

from .citizen import Citizen
from .emulator import StrictApi, bot_api
from .world import FakeAssistant, World, answering, small_state

TODAY = date(2026, 11, 22)
NOTE = "Se corrigió el año: era 2014 <y no 2013>."


def bot(api: StrictApi, state: State) -> AbstractAsyncContextManager[World]:
    """It looks for notices as soon as it starts."""
    return answering(api, FakeAssistant(), state)


async def asks_to_be_told(citizen: Citizen) -> str:
    """The receipt of the figure that is said to be wrong."""
    answer = await citizen.asks("deuda 2013")
    await citizen.presses(answer, "Está mal")
    (noted,) = await citizen.hears()
    pressed = await citizen.presses(noted, "Avísame cuando se revise")
    await citizen.api.until(lambda: citizen.api.callbacks[pressed])
    assert "cifrado" in str(citizen.api.callbacks[pressed])
    return answer.data("Está mal").partition(":")[2]


def close_all(state: State) -> None:
    for report in state.reports.listed():
        state.reports.resolve(report.id, NOTE, TODAY)


async def test_a_report_that_was_closed_is_told_once_to_whoever_asked() -> None:
    with small_state() as state:
        async with bot_api() as api:
            citizen, neighbour = Citizen(api, 501), Citizen(api, 502, 502)
            async with bot(api, state) as world:
                receipt = await asks_to_be_told(citizen)
                await neighbour.presses(await neighbour.asks("deuda 2013"), "Está mal")
                await neighbour.hears()
                await world.later(0)
            close_all(state)
            for _ in range(2):
                async with bot(api, state):
                    await api.eventually(lambda: not state.addresses.resolved())
                    await Citizen(api, 503, 503).asks("deuda 2014")
        (told,) = await citizen.hears()
        assert receipt in told.text
        assert NOTE in told.text
        assert not citizen._unread()
        assert not neighbour._unread()


async def test_a_notice_stands_behind_the_answers_of_all_workers() -> None:
    with small_state() as state:
        async with bot_api() as api:
            async with bot(api, state):
                await asks_to_be_told(citizen := Citizen(api, 501))
            close_all(state)
            state.paces.count(300, datetime.now(UTC))
            async with bot(api, state) as world:
                await citizen.hears()
                assert max(world.naps.seconds) > 8


async def test_whoever_blocked_the_bot_is_not_tried_again() -> None:
    with small_state() as state:
        async with bot_api() as api:
            async with bot(api, state):
                await asks_to_be_told(citizen := Citizen(api, 501))
            close_all(state)
            api.fail("sendMessage", 403, "Forbidden: bot was blocked by the user")
            for _ in range(2):
                async with bot(api, state):
                    await api.eventually(lambda: not state.addresses.resolved())
                    await Citizen(api, 502, 502).asks("deuda 2014")
            assert not citizen._unread()


async def test_a_notice_that_could_not_be_sent_waits_for_the_next_look() -> None:
    with small_state() as state:
        async with bot_api() as api:
            async with bot(api, state):
                await asks_to_be_told(citizen := Citizen(api, 501))
            close_all(state)
            for _ in range(2):
                api.fail("sendMessage", 502, "Bad Gateway")
            with stamina.set_testing(True, attempts=1):
                async with bot(api, state):
                    await api.eventually(lambda: not api.faults["sendMessage"])
                    await api.eventually(lambda: bool(state.addresses.resolved()))
            async with bot(api, state):
                await citizen.hears()


async def test_borrar_takes_back_what_was_asked_to_be_told() -> None:
    with small_state() as state:
        async with bot_api() as api, bot(api, state) as world:
            await asks_to_be_told(citizen := Citizen(api, 501))
            assert rows_of_addresses(state) == 1
            await citizen.asks("/borrar")
            await world.later(0)
            assert rows_of_addresses(state) == 0


def rows_of_addresses(state: State) -> int:
    with state.store.reading() as connection:
        return connection.scalar(select(func.count()).select_from(addresses)) or 0
