"""Addresses of the chat page. A handler carries a question to the assistant and its replies to a template."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import date
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.channels.web.downloads import Downloads
from bot.channels.web.examples import EXAMPLES
from bot.channels.web.exchange import LONGEST, Exchange, address, asked, exchange, reloaded
from bot.channels.web.headers import SafeHeaders
from bot.channels.web.proof_pages import ProofPages, proof_routes, sweeping
from bot.domain.coverage import Coverage
from bot.errors import RutaError
from bot.rendering import corrections, coverage
from bot.rendering.blocks import Link
from bot.rendering.dates import long_date
from bot.rendering.documents import place
from bot.rendering.translation import _, speaking

if TYPE_CHECKING:
    from bot.app import Assistant
    from bot.proof import Receipts

HERE = Path(__file__).parent
# Beyond these the rest of a topic folds away.
KINDS_AT_ONCE = 5
YEARS_APART = 15
KINDS = {
    "press": "nota de prensa",
    "official": "documento oficial",
    "official_data_copy": "copia de datos oficiales publicada por otra persona",
    "ngo": "publicación de una organización civil",
    "academic": "estudio académico",
}


def application(
    assistant: Assistant, today: Callable[[], date], also: Sequence[BaseRoute] = (), receipts: Receipts | None = None
) -> SafeHeaders:
    """The page as an ASGI application; ``also`` are routes of other channels; without ``receipts`` answers carry none. The headers
    stand outermost: an error page has them too."""
    site = _Site(assistant, receipts, today)
    proof = proof_routes(ProofPages(assistant, receipts, today, site.page)) if receipts else []
    pages = Starlette(
        lifespan=sweeping(receipts) if receipts else None,
        routes=[
            *also,
            Route("/", site.home),
            Route("/turno", site.turn),
            Route("/temas", site.topics),
            Route("/fuente/{id:path}", site.document),
            Route("/correcciones", site.corrections),
            Route("/salud", site.health),
            *Downloads(assistant, receipts, today, site.page).routes,
            Mount("/estatico", StaticFiles(directory=HERE / "static")),
            *proof,
        ],
        exception_handlers={HTTPException: site.refused, 500: site.broken},  # type: ignore[dict-item]
    )
    return SafeHeaders(pages)


class _Site:
    def __init__(self, assistant: Assistant, receipts: Receipts | None, today: Callable[[], date]) -> None:
        self._assistant = assistant
        self._receipts = receipts
        self._today = today
        self._templates = _templates()
        self._templates.globals.update(token=lambda code: receipts.form_token(code, today()) if receipts else "", proof=bool(receipts))

    async def home(self, request: Request) -> Response:
        """Examples to start from, or a question with its answer: an address that can be shared."""
        if not request.query_params.get("q", "").strip():
            return self.page("inicio.html")
        found = await self._exchange(request)
        return self.page("conversacion.html", exchange=found)

    async def turn(self, request: Request) -> Response:
        """The same answer without the page around it, for the script that adds it to the conversation."""
        return self.page("turno.html", exchange=await self._exchange(request))

    async def topics(self, request: Request) -> Response:
        """What there is and what is missing, counted anew."""
        found = await asyncio.to_thread(self._assistant.coverage, self._today())
        return self.page("temas.html", found=found, said=coverage, columns=_year_columns(found), most=KINDS_AT_ONCE)

    async def document(self, request: Request) -> Response:
        found = await asyncio.to_thread(self._assistant.ledger.document, request.path_params["id"])
        if found is None:
            raise HTTPException(HTTPStatus.NOT_FOUND, "No tengo ese documento.")
        published = long_date(found.published) if found.published else "el documento no trae fecha"
        loaded = long_date((await asyncio.to_thread(self._assistant.ledger.load)).built_at[:10])
        return self.page("fuente.html", document=found, kind=KINDS.get(found.kind, found.kind), published=published, loaded=loaded)

    async def corrections(self, request: Request) -> Response:
        return self.page("correcciones.html", corrections=self._assistant.knowledge.corrections, said=corrections)

    async def health(self, request: Request) -> Response:
        try:
            load = await asyncio.to_thread(self._assistant.ledger.load)
        except RutaError as error:
            return JSONResponse({"estado": "falla", "motivo": str(error)}, HTTPStatus.SERVICE_UNAVAILABLE)
        return JSONResponse({"estado": "bien", "base": load.content_hash[:12], "construida": load.built_at})

    async def refused(self, request: Request, error: HTTPException) -> Response:
        said = error.detail if error.status_code == HTTPStatus.BAD_REQUEST else "Esa página no existe."
        if error.status_code == HTTPStatus.NOT_FOUND and error.detail != HTTPStatus.NOT_FOUND.phrase:
            said = error.detail
        return self.page("aviso.html", error.status_code, said=said)

    async def broken(self, request: Request, error: Exception) -> Response:
        said = "Algo falló de nuestro lado y no pude contestar. Vuelve a intentarlo en un momento."
        return self.page("aviso.html", HTTPStatus.INTERNAL_SERVER_ERROR, said=said)

    async def _exchange(self, request: Request) -> Exchange:
        question, before = asked(request)
        again = reloaded(request)
        return await asyncio.to_thread(exchange, self._assistant, self._receipts, question, before, self._today(), again=again)

    def page(self, template: str, status: int = HTTPStatus.OK, **values: Any) -> HTMLResponse:
        return HTMLResponse(self._templates.get_template(template).render(values), status)


def _year_columns(found: Coverage) -> list[tuple[str, range]]:
    """The last years one by one; those before and after them together."""
    years = [year for topic in found.topics for year, _ in topic.by_year]
    last = found.last_year + 1
    first = last - YEARS_APART + 1
    earlier = [(f"Antes de {first}", range(min(years), first))] if years and min(years) < first else []
    later = [(f"Después de {last}", range(last + 1, max(years) + 1))] if years and max(years) > last else []
    return [*earlier, *((str(year), range(year, year + 1)) for year in range(first, last + 1)), *later]


def _templates() -> Environment:
    found = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    found.filters["linked"] = _linked
    found.globals.update(_=_said, place=_place)
    found.globals.update(address=address, examples=EXAMPLES, longest=LONGEST, versions=_versions())
    return found


def _said(text: str, language: str) -> str:
    """A word of the page inside a reply, in the language of that reply."""
    with speaking(language):
        return _(text)


def _place(link: Link, language: str) -> str:
    with speaking(language):
        return place(link)


def _linked(text: str) -> Markup:
    """A text of staff may send to a page of this site by its address."""
    return Markup(escape(text).replace("/temas", Markup('<a href="/temas">/temas</a>')))


def _versions() -> dict[str, str]:
    """A changed file gets a new address, so that no browser shows an old style with a new page."""
    return {path.name: f"/estatico/{path.name}?v={sha256(path.read_bytes()).hexdigest()[:8]}" for path in (HERE / "static").iterdir()}
