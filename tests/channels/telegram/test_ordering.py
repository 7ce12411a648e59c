"""Chats side by side, each in its own order."""

from __future__ import annotations

import threading
import time

from bot.channels.telegram.intake import UNANSWERED_AT_ONCE
from bot.domain.answer import Answer
from bot.domain.reading import Interpretation

from .world import FakeAssistant, found, running


async def test_a_quick_follow_up_never_overtakes_its_question() -> None:
    def slow_first(text: str, reading: Interpretation) -> tuple[Answer, ...]:
        time.sleep(0.15 if "deuda" in text else 0)
        return (found(text, reading),)

    async with running(FakeAssistant(slow_first)) as world:
        citizen = world.citizen()
        for text in ("deuda 2013", "¿y en 2018?", "¿y en 2019?"):
            await citizen.says(text)
        replies = await citizen.hears(3)
    assert world.asked == [("deuda 2013", None), ("¿y en 2018?", "deuda 2013"), ("¿y en 2019?", "¿y en 2018?")]
    assert ["2013" in replies[0].text, "2018" in replies[1].text, "2019" in replies[2].text] == [True] * 3


async def test_another_chat_does_not_wait_for_a_slow_question() -> None:
    released = threading.Event()

    def one_hangs(text: str, reading: Interpretation) -> tuple[Answer, ...]:
        if text == "lenta":
            assert released.wait(20)
        return (found(text, reading),)

    async with running(FakeAssistant(one_hangs)) as world:
        await world.citizen(501).says("lenta")
        try:
            await world.citizen(502).asks("rápida")
        finally:
            released.set()
        await world.citizen(501).hears()
    assert world.assistant.together == 2


async def test_one_hurried_person_does_not_take_the_place_of_the_others() -> None:
    released = threading.Event()

    def hurried_hang(text: str, reading: Interpretation) -> tuple[Answer, ...]:
        if text.startswith("prisa"):
            assert released.wait(20)
        return (found(text, reading),)

    async with running(FakeAssistant(hurried_hang)) as world:
        hurried = world.citizen(501)
        for number in range(60):
            await hurried.says(f"prisa {number}")
        try:
            await world.citizen(502).asks("con calma")
        finally:
            released.set()
        await hurried.hears(60)


async def test_answers_that_wait_for_their_turn_do_not_hold_up_other_chats() -> None:
    async with running() as world:
        world.naps.last()
        waiting = [world.citizen(chat) for chat in range(601, 601 + UNANSWERED_AT_ONCE)]
        try:
            for citizen in waiting:
                world.state.paces.reserve(citizen.chat, 30, world.clock.now())
                await citizen.says("deuda 2013")
            await world.api.eventually(lambda: len(world.naps.seconds) == len(waiting))
            await world.citizen(501).asks("deuda 2014")
        finally:
            world.naps.end()
        for citizen in waiting:
            await citizen.hears()


async def test_what_was_taken_from_telegram_is_answered_before_the_program_ends() -> None:
    def slow(text: str, reading: Interpretation) -> tuple[Answer, ...]:
        time.sleep(0.1)
        return (found(text, reading),)

    async with running(FakeAssistant(slow)) as world:
        for chat in range(501, 506):
            await world.citizen(chat).says("deuda 2013")
        await world.api.until(lambda: world.assistant.together >= 1)
    assert len(world.api.sent) == 5
