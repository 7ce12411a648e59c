"""Headers of every response: nothing from elsewhere runs here, and no address with a question leaves with a click."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]

SAFE = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
# As they are sent: every response carries them, also each «received» that Telegram waits for.
_RAW = [(name.lower().encode(), value.encode()) for name, value in SAFE.items()]
_NAMES = {name for name, _ in _RAW}
_NOT_KEPT = (b"cache-control", b"private, no-cache")


class SafeHeaders:
    def __init__(self, app: Application) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = [(name, value) for name, value in message["headers"] if name not in _NAMES]
                message["headers"] = [*own, *_RAW, *([] if any(name == b"cache-control" for name, _ in own) else [_NOT_KEPT])]
            await send(message)

        await self._app(scope, receive, send_safely if scope["type"] == "http" else send)
