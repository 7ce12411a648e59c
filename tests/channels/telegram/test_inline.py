"""«@bot …» in any chat: finished answers with their document."""

from __future__ import annotations

import re
import threading

from bot.channels.telegram.links import opening
from bot.domain.answer import Answer, NotUnderstood
from bot.domain.reading import Act, Interpretation

from .world import FakeAssistant, found, running


async def test_a_question_typed_in_any_chat_offers_its_answer_and_the_near_ones() -> None:
    async with running(FakeAssistant(lambda text, reading: (found(text, reading, "¿Y en 2018?"),))) as world:
        offered = await world.citizen().is_offered("deuda 2013")
    assert [result["title"] for result in offered.results] == ["deuda 2013", "¿Y en 2018?"]
    first = offered.results[0]
    assert "4,939.3 millones de pesos" in first["description"]
    assert "deuda 2013" in first["input_message_content"]["text"]
    assert "ASF" in first["input_message_content"]["text"]
    assert re.search(r"\nRecibo [0-9A-Z]{5}$", first["input_message_content"]["text"])
    assert (offered.cache_time, offered.personal, offered.button) == (300, True, None)


async def test_no_more_than_ten_and_none_twice() -> None:
    many = [f"¿Y en {year}?" for year in range(2000, 2015)]
    async with running(FakeAssistant(lambda text, reading: (found(text, reading, *many, *many),))) as world:
        offered = await world.citizen().is_offered("deuda")
    assert len(offered.results) == 10
    assert len({result["id"] for result in offered.results}) == 10


async def test_nothing_typed_offers_the_examples() -> None:
    async with running() as world:
        offered = await world.citizen().is_offered("")
    assert len(offered.results) == 8


async def test_what_has_no_answer_leads_to_the_bots_own_chat_with_the_question() -> None:
    def nothing(text: str, reading: Interpretation) -> tuple[Answer, ...]:
        return (NotUnderstood(Interpretation(Act.NONE, None, asked=text), "fuera_de_tema"),)

    async with running(FakeAssistant(nothing)) as world:
        offered = await world.citizen().is_offered("receta de mole")
    assert offered.results == []
    assert offered.button
    assert opening(offered.button["start_parameter"])


async def test_what_was_typed_before_the_last_letters_is_not_answered() -> None:
    released = threading.Event()

    def one_hangs(text: str, reading: Interpretation) -> tuple[Answer, ...]:
        if text == "deu":
            assert released.wait(20)
        return (found(text, reading),)

    async with running(FakeAssistant(one_hangs)) as world:
        citizen = world.citizen()
        first = await citizen.types("deu")
        await world.api.eventually(lambda: world.asked)
        second = await citizen.types("deuda")
        last = await citizen.types("deuda 2013")
        await world.api.eventually(world.api.all_taken)
        released.set()
        await world.api.until(lambda: world.api.offers[last])
        assert world.api.offers[first] is None
        assert world.api.offers[second] is None
    assert [text for text, _ in world.asked] == ["deu", "deuda 2013"]


async def test_a_message_sent_by_way_of_the_bot_is_not_a_question_to_it() -> None:
    from .emulator import ME

    async with running() as world:
        citizen = world.citizen()
        await citizen.says("deuda 2013: 4,939.3 millones", via_bot=ME)
        await citizen.asks("deuda 2018")
    assert [text for text, _ in world.asked] == ["deuda 2018"]
