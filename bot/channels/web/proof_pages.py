"""Pages of proof: a receipt, «esta cifra está mal», what is kept."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, date, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Protocol

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.channels.web.exchange import CHANNEL
from bot.errors import RutaError
from bot.proof import figures_today
from bot.rendering import receipt as said

if TYPE_CHECKING:
    from bot.app import Assistant
    from bot.proof import Receipts

log = logging.getLogger(__name__)

SWEEP_SECONDS = 3600
LARGEST_FORM = 16_384
# What browsers say of a form sent from a page of this site, or typed by the person.
_OURS = (None, "same-origin", "none")
AWAY = "En este momento no puedo abrir la memoria del programa. Vuelve a intentarlo en un momento."


class Page(Protocol):
    def __call__(self, template: str, status: int = HTTPStatus.OK, **values: object) -> HTMLResponse: ...


class ProofPages:
    def __init__(self, assistant: Assistant, receipts: Receipts, today: Callable[[], date], page: Page) -> None:
        self._assistant = assistant
        self._receipts = receipts
        self._today = today
        self._page = page

    async def receipt(self, request: Request) -> Response:
        """The answer of a receipt as it was given, and what has changed since."""
        try:
            found = await asyncio.to_thread(self._receipts.find, request.path_params["code"])
        except RutaError as error:
            raise HTTPException(HTTPStatus.SERVICE_UNAVAILABLE, AWAY) from error
        if found is None:
            raise HTTPException(HTTPStatus.NOT_FOUND, "No tengo ese recibo. Revisa que esté bien escrito.")
        standing = await asyncio.to_thread(figures_today, found, self._assistant.ledger)
        number = request.query_params.get("aviso", "")
        reported = int(number) if number.isdecimal() and len(number) < 10 else 0
        return self._page("recibo.html", code=found.code, reply=said.reply(found, standing, self._assistant.knowledge), reported=reported)

    async def report(self, request: Request) -> Response:
        """«Esta cifra está mal». The page has no session to abuse; the token of the form and what the browser says of its origin keep
        other sites from filling the queue."""
        if int(request.headers.get("content-length") or 0) > LARGEST_FORM:
            raise HTTPException(HTTPStatus.BAD_REQUEST, "El aviso es demasiado largo.")
        form = await request.form()
        code, token, comment = (str(form.get(name) or "") for name in ("recibo", "ficha", "comentario"))
        ours = request.headers.get("sec-fetch-site") in _OURS
        try:
            if not ours or not await asyncio.to_thread(self._receipts.token_holds, code, token, self._today()):
                raise HTTPException(HTTPStatus.BAD_REQUEST, "Ese formulario ya venció. Abre otra vez la respuesta y avisa desde ahí.")
            if not comment.strip():
                raise HTTPException(HTTPStatus.BAD_REQUEST, "Escribe qué está mal para poder revisarlo.")
            number = await asyncio.to_thread(self._receipts.report, code, comment, CHANNEL, self._today())
        except RutaError as error:
            raise HTTPException(HTTPStatus.SERVICE_UNAVAILABLE, AWAY) from error
        if number is None:
            raise HTTPException(HTTPStatus.NOT_FOUND, "No tengo ese recibo. Haz otra vez la pregunta y avisa desde su respuesta.")
        return RedirectResponse(f"/r/{code}?aviso={number}", HTTPStatus.SEE_OTHER)

    async def privacy(self, request: Request) -> Response:
        """What is kept, from the settings in force."""
        try:
            kept = await asyncio.to_thread(self._receipts.kept_kinds)
        except RutaError as error:
            raise HTTPException(HTTPStatus.SERVICE_UNAVAILABLE, AWAY) from error
        return self._page("privacidad.html", kept=kept)


def proof_routes(pages: ProofPages) -> list[Route]:
    return [
        Route("/r/{code}", pages.receipt),
        Route("/mal", pages.report, methods=["POST"]),
        Route("/privacidad", pages.privacy),
    ]


def sweeping(receipts: Receipts) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    """While the application runs, what is past its time is erased every hour."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        sweep = asyncio.create_task(_sweep(receipts))
        try:
            yield
        finally:
            sweep.cancel()

    return lifespan


async def _sweep(receipts: Receipts) -> None:
    while True:
        try:
            await asyncio.to_thread(receipts.purge, datetime.now(UTC))
        except RutaError as error:
            log.warning("%s", error)
        await asyncio.sleep(SWEEP_SECONDS)
