"""``t.me/bot?start=…``: a question, a receipt, the questions of a topic; anything else is just a start."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.links import LONGEST, AsksQuestion, ShowsReceipt, StartsWorkshop, opening, question_payload
from bot.channels.telegram.words import EXAMPLES, SENTENCES

from .world import running


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1).filter(str.strip))
def test_a_question_that_fits_comes_back_whole(text: str) -> None:
    payload = question_payload(text)
    if payload is None:
        assert len(text.encode()) > 46
        return
    assert len(payload) <= LONGEST
    assert opening(payload) == AsksQuestion(text.strip())


@given(st.text(alphabet="qrt_-AZaz09é %", max_size=70))
def test_whatever_stands_in_a_link_breaks_nothing(payload: str) -> None:
    assert opening(payload) is None or len(payload) <= LONGEST


def test_each_kind_of_link_is_told_apart() -> None:
    assert opening("r_a7k2q") == ShowsReceipt("A7K2Q")
    assert opening("t_deuda") == StartsWorkshop("deuda")
    assert opening("q_/w==") is None
    assert opening("q__w") is None  # not UTF-8
    assert opening("q_ZGV1ZGEAMjAxMw") == AsksQuestion("deuda 2013")  # a NUL between the two
    assert opening("x_1") is None


async def test_a_link_with_a_question_is_answered_at_once_saying_which() -> None:
    async with running() as world:
        reply = await world.citizen().asks(f"/start {question_payload('¿cuánto se debía en 2013?')}")
    assert reply.text.startswith("Preguntaste: ¿cuánto se debía en 2013?")
    assert "4,939.3 millones" in reply.text


async def test_a_link_to_a_topic_starts_with_its_questions() -> None:
    async with running() as world:
        citizen = world.citizen()
        reply = await citizen.asks("/start t_deuda")
        assert reply.labels == ["¿Cuánto debe el estado?"]
        await citizen.presses(reply, reply.labels[0])
        await citizen.hears()
    assert world.asked == [("¿Cuánto debe el estado?", None)]


@pytest.mark.parametrize("payload", ["t_nada", "x", "q_", "q_AAAA", "q_" + "a" * 80])
async def test_a_link_that_says_nothing_known_still_begins_the_conversation(payload: str) -> None:
    async with running() as world:
        reply = await world.citizen().asks(f"/start {payload}")
    assert reply.labels == list(EXAMPLES[:3])
    assert reply.text.split("\n\n")[0] in (SENTENCES["telegram.inicio"].split("\n")[0], SENTENCES["telegram.liga_vieja"])
