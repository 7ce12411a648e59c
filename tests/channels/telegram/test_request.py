"""The HTTP backend: what it sends, what it says when something goes wrong."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from telegram import Bot, InputFile
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.channels.telegram.request import AiohttpRequest

from .emulator import TOKEN, StrictApi, bot_api, serving

MESSAGE = {"message_id": 1, "date": 1_800_000_000, "chat": {"id": 5, "type": "private"}}


async def answer(request: web.Request) -> web.StreamResponse:
    """The chat number says what goes wrong."""
    match (await request.json())["chat_id"]:
        case "429":
            return web.json_response({"ok": False, "description": "Too Many Requests", "parameters": {"retry_after": 3}}, status=429)
        case "403":
            return web.json_response({"ok": False, "description": "Forbidden: bot was blocked by the user"}, status=403)
        case "400":
            return web.json_response({"ok": False, "description": "Bad Request: chat not found"}, status=400)
        case "500":
            return web.json_response({"ok": False, "description": "Internal Server Error"}, status=500)
        case "502":
            return web.Response(text="<html>Bad Gateway</html>", status=502)
        case "504":
            await asyncio.sleep(1)
        case "0":
            assert request.transport
            request.transport.close()
    return web.json_response({"ok": True, "result": MESSAGE})


@pytest.fixture
async def bot() -> AsyncIterator[Bot]:
    app = web.Application()
    app.router.add_post("/bot{token}/{method}", answer)
    async with serving(app) as url:
        request = AiohttpRequest(4, read_timeout=0.2)
        await request.initialize()
        yield Bot(TOKEN, base_url=f"{url}/bot", request=request)
        await request.shutdown()


@pytest.mark.parametrize(
    ("chat", "error"), [(429, RetryAfter), (403, Forbidden), (400, BadRequest), (500, NetworkError), (502, NetworkError), (0, NetworkError)]
)
async def test_each_refusal_has_the_error_that_the_library_gives_it(bot: Bot, chat: int, error: type[Exception]) -> None:
    with pytest.raises(error) as raised:
        await bot.send_message(chat, "hola")
    assert "SYNTHETIC" not in repr(raised.value)
    assert raised.value.__cause__ is None or "SYNTHETIC" not in repr(raised.value.__cause__)


async def test_no_answer_in_time_says_that_the_message_may_have_arrived(bot: Bot) -> None:
    with pytest.raises(TimedOut, match="may have been carried out"):
        await bot.send_message(504, "hola")
    assert await bot.send_message(5, "hola", read_timeout=5)


async def test_a_server_that_is_not_there_is_told_without_the_token() -> None:
    request = AiohttpRequest(4)
    await request.initialize()
    try:
        with pytest.raises(NetworkError) as raised:
            await Bot(TOKEN, base_url="http://127.0.0.1:9/bot", request=request).send_message(5, "hola")
    finally:
        await request.shutdown()
    assert "SYNTHETIC" not in repr(raised.value)


async def test_a_file_with_accents_in_its_name_arrives_with_them_and_comes_back_whole() -> None:
    received: list[str] = []

    class Listening(StrictApi):
        def validate(self, method: str, fields: dict[str, object], uploads: dict[str, dict[str, object]]) -> object:
            received.extend(str(upload["filename"]) for upload in uploads.values())
            return super().validate(method, fields, uploads)

    content = "año,pesos\n2013,1\n".encode() * 10_000
    async with bot_api(Listening()) as api:
        request = AiohttpRequest(4)
        bot = Bot(TOKEN, base_url=f"{api.url}/bot", base_file_url=f"{api.url}/file/bot", request=request)
        await request.initialize()
        try:
            sent = await bot.send_document(5, InputFile(io.BytesIO(content), filename="informe año ñandú.csv"), caption="¿Y «esto»? 💰")
            assert sent.document
            back = await (await bot.get_file(sent.document.file_id)).download_as_bytearray()
        finally:
            await request.shutdown()
    assert received == ["informe año ñandú.csv"]
    assert bytes(back) == content
    assert sent.caption == "¿Y «esto»? 💰"
