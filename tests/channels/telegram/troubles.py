"""What can go wrong between the bot and Telegram, and a Bot API where it does now and then."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web

from .emulator import StrictApi

# Seconds that the bot of the drills waits for Telegram.
PATIENCE = 1.5
OFTEN = 0.15

Refusal = Callable[[web.Request], web.Response]


@dataclass(frozen=True)
class Trouble:
    """``methods`` meet it now and then: instead of being carried out, a call gets ``refusal``; or it is carried out and answered
    ``late``, after that many seconds."""

    name: str
    methods: tuple[str, ...] = ()
    refusal: Refusal | None = None
    late: float = 0.0
    kills: bool = False
    locks: bool = False


def _told(status: int, description: str, **parameters: int) -> Refusal:
    body = {"ok": False, "error_code": status, "description": description, **({"parameters": parameters} if parameters else {})}
    return lambda _: web.json_response(body, status=status)


def _bad_gateway(_: web.Request) -> web.Response:
    return web.Response(status=502, text="<html>Bad Gateway</html>", content_type="text/html")


def _hangs_up(request: web.Request) -> web.Response:
    assert request.transport
    request.transport.abort()
    return web.Response()


BOTH = ("sendMessage", "getUpdates")
TROUBLES = (
    Trouble("nothing"),
    Trouble("429, retry after 1 s", ("sendMessage",), _told(429, "Too Many Requests: retry after 1", retry_after=1)),
    Trouble("500", BOTH, _told(500, "Internal Server Error")),
    Trouble("502 in HTML", BOTH, _bad_gateway),
    Trouble("delivered, answer past the time-out", ("sendMessage",), late=PATIENCE + 1.0),
    Trouble("dropped socket", BOTH, _hangs_up),
    Trouble("kill -9", kills=True),
    Trouble("database locked", locks=True),
)


class TroubledApi(StrictApi):
    def __init__(self) -> None:
        super().__init__()
        self.trouble = TROUBLES[0]
        self.met = 0
        self.chance = random.Random(7)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        trouble = self.trouble
        if request.match_info["method"] not in trouble.methods or self.chance.random() > OFTEN:
            return await super().handle(request)
        self.met += 1
        if trouble.refusal:
            return trouble.refusal(request)
        response = await super().handle(request)
        await asyncio.sleep(trouble.late)
        return response
