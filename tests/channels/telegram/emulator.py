"""A Bot API on loopback: an independent emulator of its contract, with a memory of messages and a stricter reading of them."""

from __future__ import annotations

import asyncio
import json
import re
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from lo_bot_api_emulator import ApiRefusal, LoBotApiEmulator

from .strict import RefusedError, seen, utf16

TOKEN = "7:SYNTHETIC"
USERNAME = "RutaDelDineroBot"
ME = {"id": 7, "is_bot": True, "first_name": "Ruta", "username": USERNAME}
# Documented parameters that the emulated server does not know.
ALSO = {"sendMessage": {"link_preview_options", "message_thread_id"}, "editMessageText": {"link_preview_options"}}
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


class StrictApi(LoBotApiEmulator):
    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[int, Sent] = {}
        self.deleted: list[int] = []
        self.callbacks: dict[str, Answered | None] = {}
        self.commands: list[dict[str, str]] = []
        self.refused: list[str] = []
        self.faults: dict[str, deque[ApiRefusal]] = defaultdict(deque)
        self.url = ""
        self._known: set[int] = set()
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
        if method in DESCRIPTIONS:
            return len(fields.get("description", fields.get("short_description", ""))) <= DESCRIPTIONS[method]
        extra = {name: fields.pop(name) for name in ALSO.get(method, ()) if name in fields}
        if method in ("sendMessage", "editMessageText"):
            text = self._text(fields)
            result = super().validate(method, {**fields, "text": text[:4096]}, uploads)
            return self._keep(method, fields, text, extra, result)
        result = super().validate(method, fields, uploads)
        if method == "getMe":
            return {**result, **ME}
        if method == "setMyCommands":
            self.commands = self._commands(json.loads(fields["commands"]))
        if method == "answerCallbackQuery":
            self._answer(fields)
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

    def _delete(self, message: int) -> None:
        if message not in self.sent:
            raise RefusedError("message to delete not found")
        del self.sent[message]
        self.deleted.append(message)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["method"] == "getUpdates":
            await self._let_go()
        response = await super().handle(request)
        async with self._news:
            self._news.notify_all()
        return response

    def fail(self, method: str, status: int, description: str, **parameters: int) -> None:
        """The next call of this method is refused."""
        self.faults[method].append(ApiRefusal(description, status, parameters or None))

    @property
    def last(self) -> Sent:
        return list(self.sent.values())[-1]

    async def until(self, true: Callable[[], object], what: str = "") -> None:
        async with self._news:
            try:
                await asyncio.wait_for(self._news.wait_for(true), 20)
            except TimeoutError:
                raise AssertionError(
                    f"never happened: {what or true}; sent: {[s.text for s in self.sent.values()]}; {self.refused}"
                ) from None

    async def hang_up(self) -> None:
        """Wake the polls that nobody waits for any more, which notice it only every tenth of a second."""
        for inbox in self._update_queues._bots.values():
            async with inbox.condition:
                inbox.condition.notify_all()

    async def _let_go(self) -> None:
        """A poll cut by its client ends before the next begins, as in Telegram; one that is alive still makes a conflict."""
        for _ in range(20):
            if not any(inbox.polling for inbox in self._update_queues._bots.values()):
                return
            await self.hang_up()
            await asyncio.sleep(0.005)

    # --- the citizens' side

    async def enqueue_update(self, update: dict[str, Any], *, token: str = TOKEN) -> int:
        if "edited_message" not in update:
            return int(await super().enqueue_update(update, token=token))
        inbox = self._update_queues._state(token)
        async with inbox.condition:
            inbox.updates.append({**update, "update_id": inbox.next_id})
            inbox.next_id += 1
            inbox.condition.notify_all()
        return inbox.next_id - 1


@dataclass
class Citizen:
    """A person with a telephone, in one chat."""

    api: StrictApi
    chat: int = 501
    person: int = 501
    thread: int | None = None
    read: set[int] = field(default_factory=set)

    async def says(self, text: str = "", **more: Any) -> int:
        id = self._number()
        await self.api.enqueue_update({"message": self._message(id, text, more)})
        return id

    async def edits(self, message: int, text: str, **more: Any) -> None:
        edited = {**self._message(message, text, more), "edit_date": 1_800_000_060}
        await self.api.enqueue_update({"edited_message": edited})

    async def presses(self, on: Sent, label: str) -> str:
        return await self.presses_data(on, on.data(label))

    async def presses_data(self, on: Sent, data: str) -> str:
        id = f"callback-{self._number()}"
        self.api.callbacks[id] = None
        pressed = {"id": id, "from": self._who(), "chat_instance": "1", "data": data, "message": self._standing(on)}
        await self.api.enqueue_update({"callback_query": pressed})
        return id

    async def hears(self, count: int = 1) -> list[Sent]:
        """The next messages of the bot in this chat, in order."""
        await self.api.until(lambda: len(self._unread()) >= count, f"{count} messages in chat {self.chat}")
        new = self._unread()[:count]
        self.read |= {sent.id for sent in new}
        return new

    async def asks(self, text: str, **more: Any) -> Sent:
        await self.says(text, **more)
        return (await self.hears())[0]

    def _unread(self) -> list[Sent]:
        return [sent for sent in self.api.sent.values() if sent.chat == self.chat and sent.id not in self.read]

    def _number(self) -> int:
        self.api.next_id += 1
        return self.api.next_id - 1

    def _who(self) -> dict[str, Any]:
        return {"id": self.person, "is_bot": False, "first_name": "Ciudadana"}

    def _chat(self) -> dict[str, Any]:
        private = self.chat > 0
        return (
            {"id": self.chat, "type": "private", "first_name": "Ciudadana"}
            if private
            else {"id": self.chat, "type": "supergroup", "title": "Barrio"}
        )

    def _message(self, id: int, text: str, more: dict[str, Any]) -> dict[str, Any]:
        topic = {"message_thread_id": self.thread, "is_topic_message": True} if self.thread else {}
        said = {"text": text, "entities": entities(text)} if text else {}
        reply = more.pop("reply_to", None)
        before = {"reply_to_message": self._standing(reply) if isinstance(reply, Sent) else reply} if reply else {}
        return {"message_id": id, "date": 1_800_000_000, "chat": self._chat(), "from": self._who(), **said, **topic, **before, **more}

    def _standing(self, sent: Sent) -> dict[str, Any]:
        topic = {"message_thread_id": sent.thread, "is_topic_message": True} if sent.thread else {}
        markup = {"reply_markup": {"inline_keyboard": sent.buttons}} if sent.buttons else {}
        return {"message_id": sent.id, "date": 1_800_000_000, "chat": self._chat(), "from": ME, "text": sent.text, **topic, **markup}


def entities(text: str) -> list[dict[str, Any]]:
    found = [("bot_command", m) for m in re.finditer(r"(?<!\S)/\w+(?:@\w+)?", text)] + [
        ("mention", m) for m in re.finditer(r"(?<!\S)@\w+", text)
    ]
    return [{"type": kind, "offset": utf16(text[: m.start()]), "length": utf16(m[0])} for kind, m in found]


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
        await api.hang_up()
