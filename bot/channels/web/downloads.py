"""What can be taken away from an answer: chart, share card, CSV and Excel, each by an address that asks the question again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date
from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.channels.web.exchange import CARD, CHART, CSV, XLSX, address, answered, asked
from bot.domain.answer import Answer
from bot.domain.vocabulary import Knowledge
from bot.rendering import card, charts
from bot.rendering.charts import NoPicture, Picture
from bot.rendering.tables import Table, table
from bot.rendering.tables_files import CSV_TYPE, XLSX_TYPE, as_csv, as_xlsx

if TYPE_CHECKING:
    from bot.app import Assistant
    from bot.proof import Receipts

NO_FIGURES = "Esa respuesta no trae cifras que descargar."
FILE = "ruta-del-dinero"
Handler = Callable[[Request], Awaitable[Response]]
Caption = Callable[[Answer, Knowledge], str | NoPicture]
Draw = Callable[[Answer, Knowledge], Picture | NoPicture]


class Downloads:
    """``page`` renders a template of the site; without ``receipts`` cards carry none."""

    def __init__(
        self, assistant: Assistant, receipts: Receipts | None, today: Callable[[], date], page: Callable[..., HTMLResponse]
    ) -> None:
        self._assistant = assistant
        self._receipts = receipts
        self._today = today
        self._page = page

    @property
    def routes(self) -> list[Route]:
        return [
            Route(CHART, self._showing("Gráfica", CHART, charts.caption)),
            Route(f"{CHART}.png", self._drawing(charts.chart)),
            Route(CARD, self._showing("Tarjeta", CARD, self._card_in_words)),
            Route(f"{CARD}.png", self._drawing(self._card)),
            Route(CSV, self._giving(as_csv, CSV_TYPE, f"{FILE}.csv")),
            Route(XLSX, self._giving(as_xlsx, XLSX_TYPE, f"{FILE}.xlsx")),
        ]

    def _showing(self, name: str, path: str, caption: Caption) -> Handler:
        """A page with the picture and, for those who do not see it, what it shows."""

        async def show(request: Request) -> Response:
            question, before = asked(request)
            part, answer = await self._answer(request)
            said = await asyncio.to_thread(caption, answer, self._assistant.knowledge)
            values = {"name": name, "question": question, "file": f"{FILE}.png", "back": address(question, before)}
            image = address(question, before, f"{path}.png", part)
            told = ("", said.reason) if isinstance(said, NoPicture) else (said, "")
            return self._page("imagen.html", image=image, caption=told[0], reason=told[1], **values)

        return show

    def _drawing(self, draw: Draw) -> Handler:
        async def image(request: Request) -> Response:
            _, answer = await self._answer(request)
            drawn = await asyncio.to_thread(draw, answer, self._assistant.knowledge)
            if isinstance(drawn, NoPicture):
                raise HTTPException(HTTPStatus.NOT_FOUND, drawn.reason)
            return Response(drawn.png, media_type="image/png")

        return image

    def _giving(self, write: Callable[[Table], bytes], kind: str, name: str) -> Handler:
        async def give(request: Request) -> Response:
            _, answer = await self._answer(request)
            content = await asyncio.to_thread(self._written, answer, write)
            return Response(content, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})

        return give

    def _card(self, answer: Answer, knowledge: Knowledge) -> Picture | NoPicture:
        return card.card(answer, knowledge, self._receipt(answer))

    def _card_in_words(self, answer: Answer, knowledge: Knowledge) -> str | NoPicture:
        return card.caption(answer, knowledge, self._receipt(answer))

    def _receipt(self, answer: Answer) -> str:
        codes = self._receipts.issue([answer], self._today()) if self._receipts else (None,)
        return codes[0] or ""

    def _written(self, answer: Answer, write: Callable[[Table], bytes]) -> bytes:
        found = table([answer], self._assistant.knowledge, self._assistant.ledger)
        if not found.rows:
            raise HTTPException(HTTPStatus.NOT_FOUND, NO_FIGURES)
        return write(found)

    async def _answer(self, request: Request) -> tuple[int, Answer]:
        """The answer an address is about, and its number among those of its message, from 1."""
        question, before = asked(request)
        turn = await asyncio.to_thread(answered, self._assistant, question, before, self._today())
        part = request.query_params.get("parte", "1")
        if not part.isdecimal() or not 1 <= int(part) <= len(turn.answers):
            raise HTTPException(HTTPStatus.NOT_FOUND, "Esa parte de la pregunta no existe.")
        return int(part), turn.answers[int(part) - 1]
