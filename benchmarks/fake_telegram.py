"""The Bot API's side of ``benchmarks/bot.py``: as fast as one core lets it be, and strict about nothing. Tests have the strict one."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

ME = {"id": 7, "is_bot": True, "first_name": "Ruta", "username": "RutaDelDineroBot"}
BATCH = 100


@dataclass
class FakeTelegram:
    """``delay`` is how many seconds each answer takes; ``asked`` and ``answered`` are moments by chat."""

    delay: float = 0.0
    asked: dict[int, float] = field(default_factory=dict)
    answered: dict[int, float] = field(default_factory=dict)
    repeated: int = 0
    webhook: str = ""
    secret: str = ""
    queue: list[dict[str, Any]] = field(default_factory=list)
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    news: asyncio.Event = field(default_factory=asyncio.Event)
    expected: int = 0
    over: asyncio.Event = field(default_factory=asyncio.Event)

    async def listen(self) -> tuple[asyncio.Server, int]:
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=1 << 20, backlog=512)
        return server, server.sockets[0].getsockname()[1]

    def ask(self, updates: Sequence[dict[str, Any]]) -> None:
        """For whoever polls."""
        now = time.perf_counter()
        self.asked.update((update["message"]["chat"]["id"], now) for update in updates)
        self.queue += updates
        self.news.set()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                line, _, rest = head.partition(b"\r\n")
                method = line.split(b" ")[1].rpartition(b"/")[2].partition(b"?")[0].decode()
                body, kind = await _body(reader, rest.lower())
                said = json.dumps({"ok": True, "result": await self._answer(method, body, kind)}).encode()
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(said), said))
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            writer.close()

    async def _answer(self, method: str, body: bytes, kind: bytes) -> Any:
        if method == "getMe":
            return ME
        if method == "getUpdates":
            return await self._news(_fields(body, kind))
        if method == "setWebhook":
            fields = _fields(body, kind)
            self.webhook, self.secret = str(fields["url"]), str(fields.get("secret_token", ""))
            self.ready.set()
        if method != "sendMessage":
            return True
        if self.delay:
            await asyncio.sleep(self.delay)
        chat = int(_fields(body, kind)["chat_id"])
        self.repeated += chat in self.answered
        self.answered.setdefault(chat, time.perf_counter())
        if len(self.answered) >= self.expected:
            self.over.set()
        return {"message_id": 1, "date": 1_800_000_000, "chat": {"id": chat, "type": "private"}, "from": ME, "text": "x"}

    async def _news(self, fields: dict[str, Any]) -> list[dict[str, Any]]:
        self.ready.set()
        offset = int(fields.get("offset") or 0)
        self.queue = [update for update in self.queue if update["update_id"] >= offset]
        if not self.queue and int(fields.get("timeout") or 0):
            self.news.clear()
            try:
                await asyncio.wait_for(self.news.wait(), int(fields["timeout"]))
            except TimeoutError:
                return []
        return self.queue[:BATCH]


async def _body(reader: asyncio.StreamReader, headers: bytes) -> tuple[bytes, bytes]:
    kind = _header(headers, b"content-type")
    if _header(headers, b"transfer-encoding") == b"chunked":
        found = bytearray()
        while size := int(await reader.readline(), 16):
            found += await reader.readexactly(size)
            await reader.readexactly(2)
        await reader.readexactly(2)
        return bytes(found), kind
    return await reader.readexactly(int(_header(headers, b"content-length") or 0)), kind


def _header(headers: bytes, name: bytes) -> bytes:
    return next((line.partition(b":")[2].strip() for line in headers.split(b"\r\n") if line.startswith(name + b":")), b"")


def _fields(body: bytes, kind: bytes) -> dict[str, Any]:
    if b"json" in kind:
        return dict(json.loads(body))
    if b"multipart" in kind:
        parts = body.split(b"--" + kind.partition(b"boundary=")[2].strip(b'"'))
        pairs = (part.partition(b"\r\n\r\n") for part in parts if b"name=" in part)
        return {
            head.partition(b"name=")[2].split(b"\r\n")[0].split(b";")[0].strip(b'"').decode(): value.rstrip(b"\r\n").decode()
            for head, _, value in pairs
        }
    return {name: values[0] for name, values in parse_qs(body.decode()).items()}
