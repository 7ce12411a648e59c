"""The same conversation against a Bot API written by somebody else: one reading of its documents may be wrong, two seldom are."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator

import pytest

from bot.channels.telegram.links import question_payload
from bot.channels.telegram.words import EXAMPLES
from tests.servers import missing

from .second import HERE, button, second_api
from .test_conversation_in_telegram import _long
from .test_locations import NEXT_TO_JEREZ, people_of_jerez
from .world import WAY, FakeAssistant, answering, found, small_state

pytestmark = pytest.mark.node


@pytest.fixture(scope="module", autouse=True)
def node() -> None:
    if not shutil.which("node"):
        missing("Node is not installed: the second emulator of the Bot API cannot run")
    if not (HERE / "node_modules").exists():
        missing(f"the second emulator is not installed: npm ci --prefix {HERE.relative_to(HERE.parents[3])}")


@pytest.fixture(params=["polling", "webhook"], autouse=True)
def way(request: pytest.FixtureRequest) -> Iterator[None]:
    token = WAY.set(request.param)
    yield
    WAY.reset(token)


ANA, LUZ, GROUP = 501, 502, -1001


async def test_the_whole_flow() -> None:
    assistant = FakeAssistant(lambda text, reading: (found(text, reading, "¿Y en 2018?"),))
    async with second_api() as api:
        with small_state() as state:
            async with answering(api, assistant, state):
                await api.says(ANA, "/start")
                start = await api.hears(ANA, 1)
                assert button(start, EXAMPLES[0])
                await api.says(ANA, f"/start {question_payload('deuda 2013')}")
                assert "Preguntaste: deuda 2013" in (await api.hears(ANA, 2))["message"]["text"]
                await api.says(ANA, "¿y en 2019?")
                reply = await api.hears(ANA, 3)
                assert assistant.asked[-1] == ("¿y en 2019?", "deuda 2013")
                await api.presses(ANA, reply, button(reply, "¿Y en 2018?"))
                assert "Preguntaste: ¿Y en 2018?" in (await api.hears(ANA, 4))["message"]["text"]
                assert await api.called("answerCallbackQuery")
                await api.presses(ANA, reply, button(reply, "Está mal"))
                assert "Anotado" in (await api.hears(ANA, 5))["message"]["text"]
                await api.says(LUZ, "/help", language="en")
                assert "Write your question as you would say it" in (await api.hears(LUZ, 1))["message"]["text"]
                await api.says(GROUP, "deuda 2013")
                await api.says(GROUP, "/ayuda@RutaDelDineroBot")
                assert "En un grupo" in (await api.hears(GROUP, 1))["message"]["text"]
                assert (await api.called("setMyCommands"))["commands"]
        assert not api.refused


async def test_a_shared_location_proposes_municipalities() -> None:
    async with second_api() as api:
        with small_state() as state:
            async with answering(api, people_of_jerez(), state):
                shared = {"message_id": 901, "date": 1_800_000_000, "chat": {"id": ANA, "type": "private"}}
                shared["from"] = {"id": ANA, "is_bot": False, "first_name": "Ana"}
                await api.brings({"message": {**shared, "location": NEXT_TO_JEREZ}})
                offered = await api.hears(ANA, 1)
                await api.presses(ANA, offered, button(offered, "Jerez"))
                assert "entenderé Jerez" in (await api.hears(ANA, 2))["message"]["text"]
        assert not api.refused


async def test_a_long_reply_unfolds_where_it_stands_and_an_edited_question_edits_its_reply() -> None:
    async with second_api() as api:
        with small_state() as state:
            async with answering(api, FakeAssistant(_long), state):
                await api.says(ANA, "obras")
                reply = await api.hears(ANA, 1)
                assert "número 40" not in reply["message"]["text"]
                await api.presses(ANA, reply, button(reply, "Ver más"))
                await api.becomes(ANA, 1, "número 20")
        with small_state() as state:
            async with answering(api, FakeAssistant(), state):
                asked = {"message_id": 900, "date": 1_800_000_000, "chat": {"id": LUZ, "type": "private"}}
                asked["from"] = {"id": LUZ, "is_bot": False, "first_name": "Luz"}
                await api.brings({"message": {**asked, "text": "deuda 2031"}})
                await api.hears(LUZ, 1)
                await api.brings({"edited_message": {**asked, "text": "deuda 2013", "edit_date": 1_800_000_060}})
                await api.becomes(LUZ, 1, "deuda 2013")
        assert not api.refused


async def test_inline_queries_and_a_citizen_who_blocks_the_bot() -> None:
    who = {"id": ANA, "is_bot": False, "first_name": "Ana"}
    async with second_api() as api:
        with small_state() as state:
            async with answering(api, FakeAssistant(), state):
                await api.brings({"inline_query": {"id": "i1", "from": who, "query": "deuda 2013", "offset": ""}})
                offered = await api.called("answerInlineQuery")
                assert json.loads(offered["results"])[0]["title"] == "deuda 2013"
                await api.says(ANA, "deuda 2013")
                await api.hears(ANA, 1)
                me = {"id": 7, "is_bot": True, "first_name": "Ruta"}
                statuses = {
                    "old_chat_member": {"user": me, "status": "member"},
                    "new_chat_member": {"user": me, "status": "kicked", "until_date": 0},
                }
                chat = {"id": ANA, "type": "private", "first_name": "Ana"}
                await api.brings({"my_chat_member": {"chat": chat, "from": who, "date": 1_800_000_000, **statuses}})
                await api.says(LUZ, "deuda 2014")
                await api.hears(LUZ, 1)
        assert not api.refused
