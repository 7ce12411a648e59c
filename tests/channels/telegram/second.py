"""A second, independent Bot API: npm's ``telegram-test-api`` keeps the messages and hands out the updates; what stands here only mends
what the library cannot read of it (``docs`` of the package promise less than Telegram): seconds for milliseconds, ``true`` for ``null``,
``is_bot``, long polling with offsets, the secret of the webhook, kinds of updates it does not know."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from tests.servers import free_port

from .emulator import ME, TOKEN, serving
from .strict import RefusedError, seen

HERE = Path(__file__).parent / "second_emulator"
KEPT = {"sendMessage", "editMessageText", "editMessageReplyMarkup", "deleteMessage"}
MOMENT = 1_800_000_000
# Seconds: only a hung program waits so long, a busy machine does not.
PATIENCE = 90


class SecondApi:
    def __init__(self, node: str) -> None:
        self.url = ""
        self.calls: list[tuple[str, dict[str, str]]] = []
        self.refused: list[str] = []
        self._node = node
        self._client = aiohttp.ClientSession()
        self._pending: list[dict[str, Any]] = []
        self._given: set[int] = set()
        self._webhook: dict[str, str] = {}
        self._own = 500_000

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/bot{token}/{method}", self._bot)
        app.router.add_post("/relay", self._relay)
        return app

    async def close(self) -> None:
        await self._client.close()

    # --- the citizens' side

    async def says(self, chat: int, text: str, **more: Any) -> None:
        """By the package's own way in; commands need their entity."""
        command = text.startswith("/")
        length = len(text.split()[0])
        entities = {"entities": [{"type": "bot_command", "offset": 0, "length": length}]} if command else {}
        message = {"botToken": TOKEN, "from": _who(chat, more.pop("language", "es")), "chat": _chat(chat), "date": MOMENT, "text": text}
        await self._tell("/sendCommand" if command else "/sendMessage", {**message, **entities, **more})

    async def presses(self, chat: int, message: dict[str, Any], data: str) -> None:
        standing = {"message_id": message["messageId"], "date": MOMENT, "chat": _chat(chat), "from": ME, "text": "x"}
        standing["reply_markup"] = message["message"].get("reply_markup", {"inline_keyboard": []})
        await self._tell("/sendCallback", {"botToken": TOKEN, "from": _who(chat), "message": standing, "data": data})

    async def brings(self, update: dict[str, Any]) -> int:
        """A kind of update that the package does not know."""
        number = self._number()
        await self._hand_over({"update_id": number, **update})
        return number

    async def messages(self, chat: int) -> list[dict[str, Any]]:
        """What the bot has said in a chat, as it stands now, from the package's store."""
        history = await self._tell("/getUpdatesHistory", {"token": TOKEN})
        return [each for each in history if str(each.get("message", {}).get("chat_id")) == str(chat)]

    async def hears(self, chat: int, count: int) -> dict[str, Any]:
        """The ``count``-th message of the bot in a chat."""
        async with asyncio.timeout(PATIENCE):
            while len(found := await self.messages(chat)) < count:  # noqa: ASYNC110 - the package announces nothing over HTTP
                await asyncio.sleep(0.02)
        return found[count - 1]

    async def becomes(self, chat: int, count: int, words: str) -> dict[str, Any]:
        """The ``count``-th message, once an edit has put these words in it."""
        async with asyncio.timeout(PATIENCE):
            while words not in (found := await self.hears(chat, count))["message"]["text"]:  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        return found

    async def called(self, method: str) -> dict[str, str]:
        async with asyncio.timeout(PATIENCE):
            while not (found := [fields for name, fields in self.calls if name == method]):  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        return found[-1]

    def _number(self) -> int:
        self._own += 1
        return self._own

    # --- the bot's side

    async def _bot(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        fields: dict[str, str] = await request.json() if request.content_type == "application/json" else dict(await request.post())
        self.calls.append((method, fields))
        if method == "getMe":
            return _result(ME)
        if method == "getUpdates":
            return _result(await self._poll(int(fields.get("offset") or 0), int(fields.get("timeout") or 0)))
        if method in ("setWebhook", "deleteWebhook"):
            await self._call(request, method, {**fields, "url": f"{self.url}/relay"})
            self._webhook = fields if method == "setWebhook" else {}
        if method not in KEPT:
            return _result(True)
        if fields.get("parse_mode") == "HTML":
            try:
                seen(fields["text"])
            except RefusedError as refusal:
                self.refused.append(f"{method}: {refusal}")
                return web.json_response({"ok": False, "error_code": 400, "description": f"Bad Request: {refusal}"}, status=400)
        found = await self._call(request, method, fields)
        if method == "deleteMessage":
            return _result(True)
        id = int(fields["message_id"]) if "message_id" in fields else found["message_id"]
        chat = _chat(int(fields["chat_id"]))
        return _result({"message_id": id, "date": MOMENT, "chat": chat, "from": ME, "text": fields.get("text", "")})

    async def _call(self, request: web.Request, method: str, fields: dict[str, str]) -> Any:
        async with self._client.post(f"{self._node}/bot{request.match_info['token']}/{method}", data=fields) as answer:
            return (await answer.json())["result"]

    async def _poll(self, offset: int, wait: int) -> list[dict[str, Any]]:
        """The package hands each update out once; here it stays until the bot says that it has it."""
        self._pending = [update for update in self._pending if update["update_id"] >= offset or update["update_id"] not in self._given]
        for _ in range(max(1, wait * 50)):
            async with self._client.post(f"{self._node}/bot{TOKEN}/getUpdates") as answer:
                self._pending += map(_mended, (await answer.json())["result"])
            if self._pending:
                self._given |= {update["update_id"] for update in self._pending}
                return self._pending
            await asyncio.sleep(0.02)
        return []

    async def _relay(self, request: web.Request) -> web.Response:
        """The package calls without the secret, ends at the first refusal, and gives what is said at once one and the same number."""
        await self._deliver({**_mended(await request.json()), "update_id": self._number()})
        return web.Response()

    async def _hand_over(self, update: dict[str, Any]) -> None:
        if self._webhook:
            await self._deliver(update)
        else:
            self._pending.append(update)

    async def _deliver(self, update: dict[str, Any]) -> None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self._webhook.get("secret_token", "")}
        async with self._client.post(self._webhook["url"], json=update, headers=headers) as answer:
            assert answer.status == 200, answer.status

    async def _tell(self, path: str, body: dict[str, Any]) -> Any:
        async with self._client.post(self._node + path, json=body) as answer:
            return (await answer.json())["result"]


def _mended(update: dict[str, Any]) -> dict[str, Any]:
    if "callback_query" in update:
        update["callback_query"]["chat_instance"] = "1"
    return update


def _result(value: Any) -> web.Response:
    return web.json_response({"ok": True, "result": value})


def _who(chat: int, language: str = "es") -> dict[str, Any]:
    return {"id": abs(chat), "first_name": "Ciudadana", "is_bot": False, "language_code": language}


def _chat(chat: int) -> dict[str, Any]:
    return {"id": chat, "type": "private" if chat > 0 else "supergroup", "first_name": "Ciudadana", "title": "Barrio"}


@asynccontextmanager
async def second_api() -> AsyncIterator[SecondApi]:
    with_port = free_port()
    node = await asyncio.create_subprocess_exec("node", "server.js", str(with_port), cwd=HERE, stdout=asyncio.subprocess.PIPE)
    assert node.stdout
    assert await node.stdout.readline() == b"ready\n"
    api = SecondApi(f"http://127.0.0.1:{with_port}")
    try:
        async with serving(api.app()) as api.url:
            yield api
    finally:
        await api.close()
        node.kill()
        await node.wait()


def button(message: dict[str, Any], label: str) -> str:
    markup = message["message"]["reply_markup"]
    rows = json.loads(markup)["inline_keyboard"] if isinstance(markup, str) else markup["inline_keyboard"]
    return next(str(each["callback_data"]) for row in rows for each in row if each["text"] == label)
