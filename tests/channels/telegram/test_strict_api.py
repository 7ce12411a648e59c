"""The counterpart of these tests refuses what Telegram refuses: else they would prove nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InlineQueryResultArticle, InputTextMessageContent
from telegram.error import BadRequest

from bot.channels.telegram.request import AiohttpRequest

from .emulator import TOKEN, bot_api


@pytest.fixture
async def bot() -> AsyncIterator[Bot]:
    async with bot_api() as api:
        api.offers["typed"] = None
        request = AiohttpRequest(4)
        await request.initialize()
        yield Bot(TOKEN, base_url=f"{api.url}/bot", request=request)
        await request.shutdown()


BAD_HTML = [
    "<b>x",
    "x</b>",
    "<b><i>x</b></i>",
    "<h1>x</h1>",
    "a & b",
    "1 < 2",
    "<a href='x'>y</a>",
    "&nbsp;x",
    '<b class="x">y</b>',
    "<b></b>",
]


@pytest.mark.parametrize("text", BAD_HTML)
async def test_html_that_telegram_cannot_read_is_refused(bot: Bot, text: str) -> None:
    with pytest.raises(BadRequest):
        await bot.send_message(5, text, parse_mode="HTML")


@pytest.mark.parametrize(
    "call",
    [
        {"text": "x" * 4097},
        {"text": "💰" * 2049},
        {"text": "<b>x</b>" * 101, "parse_mode": "HTML"},
        {"text": "x", "api_kwargs": {"unknown": 1}},
        {"text": "x", "reply_markup": InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="á" * 33)]])},
    ],
)
async def test_messages_beyond_the_limits_are_refused(bot: Bot, call: dict[str, Any]) -> None:
    with pytest.raises(BadRequest):
        await bot.send_message(5, **call)


async def test_a_caption_beyond_its_limit_is_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest):
        await bot.send_document(5, b"x", caption="x" * 1025)


async def test_unknown_or_long_answers_to_buttons_are_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest):
        await bot.answer_callback_query("never-pressed")
    with pytest.raises(BadRequest):
        await bot.answer_callback_query("never-pressed", "x" * 201)


def article(id: str) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(id, "título", InputTextMessageContent("texto"))


@pytest.mark.parametrize("results", [[article("a"), article("a")], [article(str(n)) for n in range(51)], [article("x" * 65)]])
async def test_inline_results_beyond_the_limits_are_refused(bot: Bot, results: list[InlineQueryResultArticle]) -> None:
    with pytest.raises(BadRequest):
        await bot.answer_inline_query("typed", results)


async def test_an_answer_to_a_query_that_nobody_typed_is_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest):
        await bot.answer_inline_query("never-typed", [article("a")])


async def test_changing_what_is_not_there_or_into_the_same_is_refused(bot: Bot) -> None:
    message = await bot.send_message(5, "hola")
    for text, id in (("hola", message.message_id), ("otra", 999)):
        with pytest.raises(BadRequest):
            await bot.edit_message_text(text, 5, id)
