"""Citizens with a telephone: what they send, press and read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from .emulator import ME, Offered, Sent, StrictApi
from .strict import utf16


@dataclass
class Citizen:
    """A person with a telephone, in one chat."""

    api: StrictApi
    chat: int = 501
    person: int = 501
    thread: int | None = None
    language: str = "es"
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

    async def blocks(self) -> None:
        before, after = ({"user": ME, "status": status} for status in ("member", "kicked"))
        changed = {"chat": self._chat(), "from": self._who(), "date": 1_800_000_000, "old_chat_member": before}
        await self.api.enqueue_update({"my_chat_member": {**changed, "new_chat_member": {**after, "until_date": 0}}})

    async def types(self, query: str) -> str:
        """«@bot …» in any chat."""
        id = f"inline-{self._number()}"
        self.api.offers[id] = None
        await self.api.enqueue_update({"inline_query": {"id": id, "from": self._who(), "query": query, "offset": ""}})
        return id

    async def is_offered(self, query: str) -> Offered:
        id = await self.types(query)
        await self.api.until(lambda: self.api.offers[id], f"an answer to the inline query {query!r}")
        found = self.api.offers[id]
        assert found
        return found

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
        return {"id": self.person, "is_bot": False, "first_name": "Ciudadana", "language_code": self.language}

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
