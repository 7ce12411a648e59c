"""Nothing lost, nothing twice: whatever happens to the program or to the network between a question and its answer."""

from __future__ import annotations

import asyncio
import json
import threading
from datetime import UTC, datetime, timedelta
from tempfile import TemporaryDirectory

import pytest

from bot.channels.telegram.words import SENTENCES
from bot.domain.answer import Answer
from bot.domain.reading import Interpretation
from bot.privacy import Keys
from bot.state import Arrived, open_state

from .citizen import Citizen
from .emulator import TOKEN, bot_api
from .world import FakeAssistant, answering, found, running, small_state

UNSURE = SENTENCES["telegram.no_se_si_llego"]


def message(chat: int, text: str, id: int = 1) -> dict[str, object]:
    who = {"id": chat, "is_bot": False, "first_name": "Ciudadana"}
    return {"message_id": id, "date": 1_800_000_000, "chat": {"id": chat, "type": "private"}, "from": who, "text": text}


async def test_an_update_that_telegram_delivers_again_is_not_answered_again() -> None:
    async with running() as world:
        citizen = world.citizen()
        await citizen.asks("deuda 2013")
        inbox = world.api._update_queues._state(TOKEN)
        first = {"update_id": 1, "message": message(501, "deuda 2013")}
        async with inbox.condition:
            inbox.updates.insert(0, first)
            inbox.condition.notify_all()
        await citizen.asks("¿y en 2018?")
    assert [text for text, _ in world.asked] == ["deuda 2013", "¿y en 2018?"]


async def test_what_was_kept_and_not_answered_when_the_program_died_is_answered_by_the_next() -> None:
    with small_state() as state:
        now = datetime.now(UTC)
        state.inbox.put([Arrived(n, 500 + n, json.dumps({"update_id": n, "message": message(500 + n, f"deuda {n}")})) for n in (1, 2)], now)
        state.inbox.claim("uno", now)
        async with bot_api() as api, answering(api, FakeAssistant(), state):
            await Citizen(api, 501).hears()
            await Citizen(api, 502).hears()


async def test_what_the_store_refuses_to_keep_of_an_answer_does_not_make_it_be_asked_about(caplog: pytest.LogCaptureFixture) -> None:
    async with running(FakeAssistant(lambda text, reading: (found("la deuda", reading),))) as world:
        citizen = world.citizen()
        await citizen.asks("deuda \ud83d 2013")  # half of an emoji: it is no text that can be written
        await world.later(61)  # claims that were left would have run out
        await citizen.asks("deuda 2014")
        assert not citizen._unread()
    assert "only that it was answered can be kept" in caplog.text


async def test_a_question_sealed_with_a_key_that_is_gone_holds_up_nobody() -> None:
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/estado.sqlite"
        with open_state(url, Keys(b"another secret" * 3)) as before:
            before.inbox.put([Arrived(1, 501, json.dumps({"update_id": 1, "message": message(501, "deuda 1")}))], datetime.now(UTC))
        with small_state(url) as state:
            async with bot_api() as api, answering(api, FakeAssistant(), state) as world:
                await Citizen(api, 501).asks("deuda 2")
                assert [text for text, _ in world.asked] == ["deuda 2"]


async def test_a_reply_that_may_have_left_before_the_program_died_is_not_repeated_but_asked_about() -> None:
    with small_state() as state:
        now = datetime.now(UTC)
        state.inbox.put([Arrived(9001, 501, json.dumps({"update_id": 9001, "message": message(501, "deuda 2013")}))], now)
        state.inbox.claim("uno", now)
        state.inbox.sending([9001], "uno")
        async with bot_api() as api, answering(api, FakeAssistant(), state) as world:
            citizen, today = Citizen(api, 501), world.settings.today()
            (unsure,) = await citizen.hears()
            assert unsure.text == UNSURE
            assert world.asked == []
            await citizen.presses(unsure, "deuda 2013")
            (answer,) = await citizen.hears()
            assert "Cifra de «deuda 2013»" in answer.text
        assert state.counters.between(today, today)[today]["telegram.envios_desconocidos"] == 1


async def test_two_workers_keep_the_order_of_a_chat_and_answer_each_question_once() -> None:
    seen: list[str] = []
    lock = threading.Lock()

    def noted(text: str, reading: Interpretation) -> tuple[Answer, ...]:
        with lock:
            seen.append(text)
        return (found(text, reading),)

    def arrived(n: int) -> Arrived:
        chat = 501 + n % 3
        return Arrived(n, chat, json.dumps({"update_id": n, "message": message(chat, f"pregunta {n}", n)}))

    with small_state() as state:
        state.inbox.put(map(arrived, range(1, 61)), datetime.now(UTC))
        async with (
            bot_api() as one,
            bot_api() as other,
            answering(one, FakeAssistant(noted), state, worker="uno"),
            answering(other, FakeAssistant(noted), state, worker="dos"),
        ):
            await one.eventually(lambda: len(one.sent) + len(other.sent) == 60)
    assert sorted(seen) == sorted(f"pregunta {n}" for n in range(1, 61))
    for chat in range(3):
        asked = [int(text.split()[1]) for text in seen if int(text.split()[1]) % 3 == chat]
        assert asked == sorted(asked)


async def test_a_bad_gateway_and_a_broken_server_are_tried_again_and_the_answer_arrives_once() -> None:
    async with running(refusals=True) as world:
        for status, said in ((502, "Bad Gateway"), (500, "Internal Server Error"), (502, "Bad Gateway")):
            world.api.fail("sendMessage", status, said)
        await world.citizen().asks("deuda 2013")
        await world.citizen(502).asks("deuda 2014")
    assert len(world.api.sent) == 2
    assert [text for text, _ in world.asked] == ["deuda 2013", "deuda 2014"]


async def test_a_reply_whose_arrival_cannot_be_known_is_asked_about_and_not_repeated() -> None:
    async with running(refusals=True, patience=1.0) as world:
        world.api.time_out_after_delivery("sendMessage")
        citizen = world.citizen()
        await citizen.says("deuda 2013")
        answer, unsure = await citizen.hears(2)
    assert "Cifra de «deuda 2013»" in answer.text
    assert unsure.text == UNSURE


async def test_what_cannot_be_kept_is_not_taken_and_telegram_delivers_it_again() -> None:
    with small_state() as state:
        async with bot_api() as api, answering(api, FakeAssistant(), state) as world:
            citizen = Citizen(api, 501)
            with state.store.writing():
                await citizen.says("deuda 2013")
                await asyncio.sleep(0.2)
                assert world.asked == []
            await citizen.hears()


async def test_a_message_is_sealed_while_it_waits_and_gone_once_answered() -> None:
    released = threading.Event()

    def hangs(text: str, reading: Interpretation) -> tuple[Answer, ...]:
        assert released.wait(20)
        return (found(text, reading),)

    async with running(FakeAssistant(hangs)) as world:
        citizen = world.citizen()
        await citizen.says("mi secreto es la deuda")
        await world.api.eventually(lambda: world.asked)
        with world.state.store.reading() as connection:
            (kept,) = connection.exec_driver_sql("SELECT payload, chat FROM inbox").all()
        assert "secreto" not in kept[0]
        assert "501" not in kept[1]
        released.set()
        await citizen.hears()
        await world.api.eventually(lambda: world.state.inbox.waiting() == {"new": 0, "claimed": 0})
        with world.state.store.reading() as connection:
            assert connection.exec_driver_sql("SELECT payload, chat FROM inbox").all() == [(None, None)]


async def test_a_hurried_chat_is_slowed_to_what_telegram_allows() -> None:
    async with running() as world:
        citizen = world.citizen()
        for number in range(9):
            await citizen.asks(f"deuda {2000 + number}")
        assert sum(1 for seconds in world.naps.seconds if timedelta(seconds=seconds) > timedelta(milliseconds=100)) >= 2
