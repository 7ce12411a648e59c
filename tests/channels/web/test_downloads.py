"""What can be taken away from an answer of the chat page: pictures and tables."""

from __future__ import annotations

import csv
from collections.abc import AsyncIterator
from datetime import date
from html.parser import HTMLParser
from io import BytesIO, StringIO
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from openpyxl import load_workbook
from PIL import Image

from bot.channels.web import application

TODAY = date(2026, 11, 22)
FILES = {"Gráfica": "/grafica", "Tarjeta": "/tarjeta", "Descargar CSV": "/cifras.csv", "Descargar Excel": "/cifras.xlsx"}


@pytest.fixture
async def page(scripted: Any) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(application(scripted, lambda: TODAY), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://prueba") as client:
        yield client


class Page(HTMLParser):
    """Links by their words, and images."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: dict[str, str] = {}
        self.images: list[dict[str, str | None]] = []
        self._href = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._href = dict(attrs)["href"] or ""
        if tag == "img":
            self.images.append(dict(attrs))

    def handle_data(self, said: str) -> None:
        if self._href:
            self.links[said] = self._href
            self._href = ""


async def offered(page: httpx.AsyncClient, *params: tuple[str, str]) -> dict[str, str]:
    links = Page((await page.get("/", params=list(params))).text).links
    return {name: href for name, href in links.items() if name in FILES}


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("desglose", ["Gráfica", "Tarjeta", "Descargar CSV", "Descargar Excel"]),
        ("¿cuánto debe?", ["Tarjeta", "Descargar CSV", "Descargar Excel"]),
        ("2012", ["Descargar CSV", "Descargar Excel"]),
        ("fechas", []),
        ("hola", []),
        ("clima", []),
    ],
)
async def test_an_answer_offers_only_what_it_can_give(page: httpx.AsyncClient, question: str, names: list[str]) -> None:
    found = await offered(page, ("q", question))
    assert list(found) == names
    for href in found.values():
        assert (await page.get(href)).status_code == 200


async def test_the_picture_stands_on_a_page_with_its_words(page: httpx.AsyncClient) -> None:
    links = await offered(page, ("q", "desglose"))
    for name in ("Gráfica", "Tarjeta"):
        shown = Page((await page.get(links[name])).text)
        picture = shown.images[-1]
        assert (picture["alt"] or "").startswith(name)
        assert "Obra número 1: 10 millones de pesos" in (picture["alt"] or "")
        assert shown.links["Guardar la imagen"] == picture["src"]
        assert shown.links["Volver a la respuesta"] == "/?q=desglose"
        response = await page.get(picture["src"] or "")
        assert response.headers["Content-Type"] == "image/png"
        assert Image.open(BytesIO(response.content)).width == 1080


async def test_the_csv_and_the_workbook_hold_the_figures_of_the_answer(page: httpx.AsyncClient) -> None:
    links = await offered(page, ("q", "desglose"))
    text = await page.get(links["Descargar CSV"])
    assert text.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert text.headers["Content-Disposition"] == 'attachment; filename="ruta-del-dinero.csv"'
    rows = list(csv.DictReader(StringIO(text.content.decode("utf-8-sig"), newline="")))
    assert [row["cantidad"] for row in rows] == [f"{n * 10**7 + 1}.00" for n in range(1, 31)]
    assert {row["publica"] for row in rows} == {"Pórtico"}
    book = await page.get(links["Descargar Excel"])
    assert book.headers["Content-Disposition"] == 'attachment; filename="ruta-del-dinero.xlsx"'
    assert load_workbook(BytesIO(book.content))["Cifras"].max_row == 31


async def test_files_of_a_follow_up_ask_the_question_before_it_again(page: httpx.AsyncClient, scripted: Any) -> None:
    links = await offered(page, ("q", "¿Y en 2018?"), ("prev", "¿cuánto debe?"))
    assert parse_qs(urlsplit(links["Tarjeta"]).query) == {"q": ["¿Y en 2018?"], "prev": ["¿cuánto debe?"]}
    await page.get(links["Descargar CSV"])
    assert scripted.asked[-1] == ("¿Y en 2018?", "¿cuánto debe?")


async def test_each_part_of_a_message_has_files_of_its_own(page: httpx.AsyncClient) -> None:
    html = (await page.get("/", params={"q": "dos"})).text
    assert 'href="/tarjeta?q=dos"' in html
    assert 'href="/tarjeta?q=dos&amp;parte=2"' in html
    assert (await page.get("/tarjeta.png", params={"q": "dos", "parte": "2"})).status_code == 200
    for part in ("3", "0", "-1", "x", "²"):
        assert (await page.get("/tarjeta.png", params={"q": "dos", "parte": part})).status_code == 404


async def test_where_there_is_no_picture_or_table_a_sentence_says_why(page: httpx.AsyncClient) -> None:
    assert "hacen falta al menos tres cifras" in (await page.get("/grafica", params={"q": "¿cuánto debe?"})).text
    for path in ("/grafica.png", "/tarjeta.png", "/cifras.csv", "/cifras.xlsx"):
        response = await page.get(path, params={"q": "hola"})
        assert response.status_code == 404
        assert 'name="q"' in response.text
    assert "no trae cifras" in (await page.get("/cifras.csv", params={"q": "hola"})).text


@pytest.mark.parametrize("path", ["/grafica", "/grafica.png", "/tarjeta", "/tarjeta.png", "/cifras.csv", "/cifras.xlsx"])
async def test_files_come_with_the_same_safe_headers_and_need_a_question(page: httpx.AsyncClient, path: str) -> None:
    response = await page.get(path, params={"q": "desglose"})
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "private, no-cache"
    assert (await page.get(path)).status_code == 400
    assert (await page.get(path, params={"q": "revienta"})).status_code == 500


async def test_what_a_person_writes_is_never_run_as_html_beside_a_picture(page: httpx.AsyncClient) -> None:
    html = (await page.get("/tarjeta", params={"q": '"><script>alert(1)</script>'})).text
    assert "<script>alert" not in html
