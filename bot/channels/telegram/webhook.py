"""Telegram delivers by itself: one route of the web application. 200 means that the update is in safe hands."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from hmac import compare_digest
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.telegram.polling import Take
from bot.errors import SettingsError, StateError
from bot.settings import Settings

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
HIGHEST = 2**63  # update_id is no more than a 64-bit integer
LONGEST = 1_000_000  # bytes; an update is a few thousand
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


@dataclass(frozen=True)
class Webhook:
    """``url`` as Telegram calls it; behind a proxy only its path matters to this machine."""

    url: str
    secret: str

    @property
    def path(self) -> str:
        return urlsplit(self.url).path or "/"


def webhook_of(settings: Settings) -> Webhook | None:
    """None for long polling. SettingsError when the address or the secret cannot be used."""
    if not settings.bot_webhook_url:
        return None
    secret = settings.bot_webhook_secret.get_secret_value() if settings.bot_webhook_secret else ""
    if not _SECRET.fullmatch(secret):
        raise SettingsError("Con BOT_WEBHOOK_URL hace falta BOT_WEBHOOK_SECRET: de 1 a 256 letras sin acento, cifras, _ o -.")
    found = Webhook(settings.bot_webhook_url, secret)
    if not urlsplit(found.url).hostname or found.path == "/":
        raise SettingsError("BOT_WEBHOOK_URL debe ser una dirección con camino propio, como https://ejemplo.mx/telegram")
    return found


def route(webhook: Webhook, take: Take) -> Route:
    secret = webhook.secret.encode()

    async def receive(request: Request) -> Response:
        """Whoever cannot say the secret is not Telegram; compared in constant time, so that it cannot be guessed letter by letter."""
        if not compare_digest(request.headers.get(SECRET_HEADER, "").encode("latin-1"), secret):
            return Response(status_code=HTTPStatus.FORBIDDEN)
        try:
            update = json.loads(await _body(request))
            if not isinstance(update["update_id"], int) or not 0 <= update["update_id"] < HIGHEST:
                return Response(status_code=HTTPStatus.BAD_REQUEST)
        except (ValueError, TypeError, KeyError):
            return Response(status_code=HTTPStatus.BAD_REQUEST)
        except ClientDisconnect:
            return Response(status_code=HTTPStatus.REQUEST_TIMEOUT)
        try:
            await take([update])
        except StateError:
            # not in safe hands: Telegram will deliver it again
            return Response(status_code=HTTPStatus.SERVICE_UNAVAILABLE)
        return Response(status_code=HTTPStatus.OK)

    return Route(webhook.path, receive, methods=["POST"])


async def _body(request: Request) -> bytes:
    """ValueError when there is more of it than an update can hold."""
    found = bytearray()
    async for part in request.stream():
        found += part
        if len(found) > LONGEST:
            raise ValueError
    return bytes(found)
