"""What the assistant really answers, put to Telegram's rules."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from ruamel.yaml import YAML

from bot.channels.telegram.keyboard import Does, Label, about, keyboard
from bot.channels.telegram.pages import lead_pages, whole_pages
from bot.channels.telegram.words import EXAMPLES
from bot.domain.answer import Explained, Found
from bot.rendering.reply import compose

from .emulator import bot_api
from .strict import seen
from .world import TODAY, answering, small_state

if TYPE_CHECKING:
    from bot.app import Assistant

CONVERSATIONS = Path(__file__).parents[2] / "conversations"
GOLD = Path(__file__).parents[2] / "gold" / "desarrollo.jsonl"


@pytest.mark.parametrize("question", EXAMPLES)
def test_every_question_that_the_bot_offers_has_an_answer(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Found | Explained)


def test_every_reply_to_the_answer_key_is_one_that_telegram_takes(assistant: Assistant) -> None:
    questions = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines() if line.strip()]
    for question in questions:
        _fits(assistant, question["q"])


def test_every_golden_reply_is_one_that_telegram_takes(assistant: Assistant) -> None:
    files = sorted(CONVERSATIONS.glob("*.yaml"))
    questions = [line.partition("pregunta: ")[2] for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    asked = [YAML(typ="safe").load(question) for question in questions if question]
    assert len(asked) > 50
    for question in asked:
        _fits(assistant, str(question))


def _fits(assistant: Assistant, question: str) -> None:
    turn = assistant.ask(question, date(2026, 11, 22))
    replies = [compose(answer, assistant.knowledge) for answer in turn.answers]
    for page in (*lead_pages(replies), *whole_pages(replies)):
        seen(page)
    buttons = keyboard(
        [button for reply in replies for button in reply.buttons], [Label("Ver más", Does.MORE, about(["A7K2QQWERTYH"] * 9))]
    )
    assert buttons is not None
    for (button,) in buttons["inline_keyboard"]:
        assert button["text"]
        assert len(button["callback_data"].encode()) <= 64


async def test_a_whole_conversation_with_real_figures_over_the_wire(assistant: Assistant) -> None:
    async with bot_api() as api:
        with small_state() as state:
            async with answering(api, assistant, state) as world:
                citizen = world.citizen()
                for text in ("/start", "¿cuánto debía el estado en 2013?", "¿y en 2018?", "/fuente", "/acerca", "gracias", "asdfgh"):
                    assert (await citizen.asks(text)).text
        assert not api.refused
