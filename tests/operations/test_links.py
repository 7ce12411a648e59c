from __future__ import annotations

from pathlib import Path

import httpx

from bot.operations.links import Address, Found, addresses, browser, check

PAGES = {
    "/viva": httpx.Response(200),
    "/borrada": httpx.Response(404),
    "/guardada": httpx.Response(403),
    "/movida": httpx.Response(301, headers={"Location": "/"}),
    "/renombrada": httpx.Response(301, headers={"Location": "/viva"}),
    "/ajena": httpx.Response(302, headers={"Location": "https://otro.example/pagina"}),
    "/pagina": httpx.Response(200),
    "/": httpx.Response(200),
}


def newspaper(request: httpx.Request) -> httpx.Response:
    if request.url.path == "/caida":
        raise httpx.ConnectError("no route", request=request)
    if request.url.path == "/lenta":
        raise httpx.ReadTimeout("", request=request)
    return PAGES[request.url.path]


async def found(*paths: str) -> dict[str, Found]:
    asked = [Address(path, f"https://www.diario.example{path}") for path in paths]
    async with browser(httpx.MockTransport(newspaper)) as client:
        return {each.address.source_id: each.found async for each in check(asked, client)}


async def test_a_document_that_a_citizen_can_still_open_is_alive() -> None:
    assert await found("/viva", "/renombrada") == {"/viva": Found.ALIVE, "/renombrada": Found.ALIVE}


async def test_a_deleted_page_and_a_newspaper_that_is_gone_are_dead() -> None:
    assert await found("/borrada", "/caida") == {"/borrada": Found.DEAD, "/caida": Found.DEAD}


async def test_why_a_page_does_not_open_is_told_in_words() -> None:
    asked = [Address(url, url) for url in ("https://www.diario.example/lenta", "https://[diario", "https://www.diario.example/borrada")]
    async with browser(httpx.MockTransport(newspaper)) as client:
        said = {each.address.url: each.said async for each in check(asked, client)}
    assert list(map(said.get, (address.url for address in asked))) == [
        "no contestó en 20 segundos",
        "la dirección está mal escrita",
        "el sitio contestó 404",
    ]


async def test_a_page_that_became_the_front_page_or_another_site_has_changed() -> None:
    assert await found("/movida", "/ajena") == {"/movida": Found.MOVED, "/ajena": Found.MOVED}


async def test_a_publisher_that_refuses_programs_is_not_called_dead() -> None:
    assert await found("/guardada") == {"/guardada": Found.GUARDED}


async def test_a_document_without_address_is_told_apart() -> None:
    async with browser() as client:
        assert [each.found async for each in check([Address("x", "")], client)] == [Found.NO_ADDRESS]


def test_every_document_of_the_table_is_looked_at(tmp_path: Path) -> None:
    (tmp_path / "sources.csv").write_text('source_id,title,url\na,"Uno, dos",https://a.example\nb,B,\n', encoding="utf-8")
    assert addresses(tmp_path) == [Address("a", "https://a.example"), Address("b", "")]
