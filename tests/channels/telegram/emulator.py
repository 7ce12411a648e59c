"""A Bot API on loopback: an independent emulator of its contract, with a memory of messages and a stricter reading of them."""

from __future__ import annotations

import asyncio
import json
import re
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from lo_bot_api_emulator import ApiRefusal, LoBotApiEmulator

from .deliveries import Deliveries
from .strict import RefusedError, seen, utf16

TOKEN = "7:SYNTHETIC"
SILENCE = 2.0  # seconds; longer than the bot of these tests waits for an answer
USERNAME = "RutaDelDineroBot"
ME = {"id": 7, "is_bot": True, "first_name": "Ruta", "username": USERNAME}
# Documented parameters that the emulated server does not know.
ALSO = {
    "sendMessage": {"link_preview_options", "message_thread_id"},
    "editMessageText": {"link_preview_options"},
    "answerInlineQuery": {"button"},
}
FILES = ("sendPhoto", "sendDocument")
DESCRIPTIONS = {"setMyDescription": 512, "setMyShortDescription": 120}


@dataclass
class Sent:
    """A message of the bot as it stands in the chat now."""

    id: int
    chat: int
    html: str
    text: str
    buttons: list[list[dict[str, Any]]]
    quotes: int | None
    thread: int | None
    edits: int = 0

    @property
    def labels(self) -> list[str]:
        return [button["text"] for row in self.buttons for button in row]

    def data(self, label: str) -> str:
        return next(button["callback_data"] for row in self.buttons for button in row if button["text"] == label)


@dataclass
class Answered:
    text: str
    alert: bool


@dataclass
class File:
    method: str
    chat: int
    caption: str
    content: Any


@dataclass
class Offered:
    """The answer to an inline query."""

    results: list[dict[str, Any]]
    cache_time: int
    personal: bool
    button: dict[str, Any] | None


class StrictApi(LoBotApiEmulator):
    def __init__(self) -> None:
        super().__init__()
        self._update_queues = Deliveries(record=self._record, insecure_webhooks=True)
        self.sent: dict[int, Sent] = {}
        self.deleted: list[int] = []
        self.callbacks: dict[str, Answered | None] = {}
        self.offers: dict[str, Offered | None] = {}
        self.commands: dict[tuple[str, str], list[dict[str, str]]] = {}
        self.descriptions: dict[tuple[str, str], str] = {}
        self.refused: list[str] = []
        self.faults: dict[str, deque[ApiRefusal]] = defaultdict(deque)
        self.silent: list[str] = []
        self.files: list[File] = []
        self.url = ""
        self.offset = 0
        self._news = asyncio.Condition()

    # --- the bot's side

    def validate(self, method: str, fields: dict[str, Any], uploads: dict[str, Any]) -> Any:
        try:
            return self._validate(method, fields, uploads)
        except (ApiRefusal, RefusedError) as refusal:
            self.refused.append(f"{method}: {getattr(refusal, 'description', refusal)}")
            if isinstance(refusal, RefusedError):
                raise ApiRefusal(f"Bad Request: {refusal}") from refusal
            raise

    def _validate(self, method: str, fields: dict[str, Any], uploads: dict[str, Any]) -> Any:
        if self.faults[method]:
            raise self.faults[method].popleft()
        if method == "getUpdates":
            self.offset = int(fields.get("offset", 0))
        if method in DESCRIPTIONS:
            return self._described(method, fields)
        extra = {name: fields.pop(name) for name in ALSO.get(method, ()) if name in fields}
        if method in ("sendMessage", "editMessageText"):
            text = self._text(fields)
            result = super().validate(method, {**fields, "text": text[:4096]}, uploads)
            return self._keep(method, fields, text, extra, result)
        result = super().validate(method, fields, uploads)
        if method in FILES:
            return self._file(method, fields, uploads, result)
        if method == "getMe":
            return {**result, **ME}
        if method == "setMyCommands":
            scope = json.loads(fields.get("scope", '{"type": "default"}'))["type"]
            self.commands[scope, fields.get("language_code", "")] = self._commands(json.loads(fields["commands"]))
        if method == "answerCallbackQuery":
            self._answer(fields)
        if method == "answerInlineQuery":
            self._offer(fields, extra)
        if method == "deleteMessage":
            self._delete(int(fields["message_id"]))
        return result

    @staticmethod
    def _text(fields: dict[str, Any]) -> str:
        text = str(fields["text"])
        if fields.get("parse_mode") == "HTML":
            return seen(text)
        if utf16(text) > 4096:
            raise RefusedError("message is too long")
        return text

    def _keep(self, method: str, fields: dict[str, Any], text: str, extra: dict[str, Any], result: dict[str, Any]) -> dict[str, Any]:
        markup = json.loads(fields["reply_markup"])["inline_keyboard"] if "reply_markup" in fields else []
        chat = int(fields["chat_id"])
        if method == "editMessageText":
            old = self.sent.get(int(fields["message_id"]))
            if old is None or old.chat != chat:
                raise RefusedError("message to edit not found")
            if (old.html, old.buttons) == (fields["text"], markup):
                raise RefusedError("message is not modified: specified new message content is exactly the same")
            old.html, old.text, old.buttons, old.edits = fields["text"], text, markup, old.edits + 1
        else:
            quotes = json.loads(fields["reply_parameters"])["message_id"] if "reply_parameters" in fields else None
            thread = int(extra["message_thread_id"]) if "message_thread_id" in extra else None
            self.sent[result["message_id"]] = Sent(result["message_id"], chat, fields["text"], text, markup, quotes, thread)
        return {
            **result,
            "text": text,
            "date": 1_800_000_000,
            "from": ME,
            "chat": {"id": chat, "type": "private" if chat > 0 else "supergroup"},
        }

    @staticmethod
    def _commands(commands: list[dict[str, str]]) -> list[dict[str, str]]:
        for command in commands:
            if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]) or not 1 <= len(command["description"]) <= 256:
                raise RefusedError(f"BOT_COMMAND_INVALID: {command}")
        return commands

    def _answer(self, fields: dict[str, Any]) -> None:
        id = fields["callback_query_id"]
        if id not in self.callbacks:
            raise RefusedError("query is too old and response timeout expired or query ID is invalid")
        self.callbacks[id] = Answered(str(fields.get("text", "")), fields.get("show_alert") == "true")

    def _file(self, method: str, fields: dict[str, Any], uploads: dict[str, Any], result: dict[str, Any]) -> dict[str, Any]:
        """The emulated server has refused captions over 1,024."""
        chat = int(fields["chat_id"])
        (content,) = uploads.values()
        self.files.append(File(method, chat, str(fields.get("caption", "")), content))
        return {**result, "date": 1_800_000_000, "from": ME, "chat": {"id": chat, "type": "private" if chat > 0 else "supergroup"}}

    def _described(self, method: str, fields: dict[str, Any]) -> bool:
        text = fields.get("description", fields.get("short_description", ""))
        if utf16(text) > DESCRIPTIONS[method]:
            raise RefusedError(f"{method}: description is too long")
        self.descriptions[method, fields.get("language_code", "")] = text
        return True

    def _offer(self, fields: dict[str, Any], extra: dict[str, Any]) -> None:
        """The emulated server has refused two results of one id, and more than fifty."""
        id = fields["inline_query_id"]
        if id not in self.offers:
            raise RefusedError("query is too old and response timeout expired or query ID is invalid")
        results = json.loads(fields["results"])
        for result in results:
            content = result["input_message_content"]
            content["text"] = seen(content["message_text"]) if content.get("parse_mode") == "HTML" else content["message_text"]
        button = json.loads(extra["button"]) if "button" in extra else None
        if button and not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", button.get("start_parameter", "")):
            raise RefusedError("START_PARAM_INVALID")
        personal = str(fields.get("is_personal", "")).lower() == "true"
        self.offers[id] = Offered(results, int(fields.get("cache_time", 300)), personal, button)

    def _delete(self, message: int) -> None:
        if message not in self.sent:
            raise RefusedError("message to delete not found")
        del self.sent[message]
        self.deleted.append(message)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["method"] == "getUpdates":
            await self._update_queues.let_go()
        response = await super().handle(request)
        if request.match_info["method"] in self.silent:
            self.silent.remove(request.match_info["method"])
            async with self._news:
                self._news.notify_all()
            await asyncio.sleep(SILENCE)
        async with self._news:
            self._news.notify_all()
        return response

    def fail(self, method: str, status: int, description: str, **parameters: int) -> None:
        """The next call of this method is refused."""
        self.faults[method].append(ApiRefusal(description, status, parameters or None))

    @property
    def last(self) -> Sent:
        return list(self.sent.values())[-1]

    def time_out_after_delivery(self, method: str) -> None:
        """The next call of this method is carried out, and its answer never arrives."""
        self.silent.append(method)

    async def until(self, true: Callable[[], object], what: str = "") -> None:
        async with self._news:
            try:
                await asyncio.wait_for(self._news.wait_for(true), 20)
            except TimeoutError:
                raise AssertionError(
                    f"never happened: {what or true}; sent: {[s.text for s in self.sent.values()]}; {self.refused}"
                ) from None

    async def eventually(self, true: Callable[[], object], seconds: float = 20) -> None:
        """What no call of the bot tells of: looked at every few milliseconds."""
        async with asyncio.timeout(seconds):
            while not true():  # noqa: ASYNC110 - nothing announces it
                await asyncio.sleep(0.005)

    def all_taken(self) -> bool:
        """The bot has said that it has everything that was sent so far."""
        return self.offset == self._update_queues._state(TOKEN).next_id

    # --- the citizens' side

    async def enqueue_update(self, update: dict[str, Any], *, token: str = TOKEN) -> int:
        return int(await super().enqueue_update(update, token=token))


@asynccontextmanager
async def serving(app: web.Application) -> AsyncIterator[str]:
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def bot_api(api: StrictApi | None = None) -> AsyncIterator[StrictApi]:
    api = api or StrictApi()
    async with serving(api.app()) as api.url:
        yield api
        await api._update_queues.hang_up()
        await api._update_queues.end()
