"""Receipts, reports of wrong figures and corrections on the page, as a browser without JavaScript uses them."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import httpx
import pytest

from bot.channels.web import application
from bot.domain.vocabulary import Correction
from bot.errors import StateError
from bot.proof import Receipts

TODAY = date(2026, 11, 22)


def browser(scripted: Any, receipts: Receipts | None, today: date = TODAY) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(application(scripted, lambda: today, receipts=receipts), raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url="http://prueba")


@pytest.fixture
async def page(scripted: Any, receipts: Receipts) -> AsyncIterator[httpx.AsyncClient]:
    async with browser(scripted, receipts) as client:
        yield client


async def form(page: httpx.AsyncClient) -> dict[str, str]:
    """The hidden fields of «esta cifra está mal» below an answer."""
    html = (await page.get("/", params={"q": "¿cuánto debe?"})).text
    return dict(re.findall(r'name="(recibo|ficha)" value="(\w+)"', html))


async def test_an_answer_links_its_receipt_and_the_receipt_shows_the_answer(page: httpx.AsyncClient) -> None:
    code = (await form(page))["recibo"]
    html = (await page.get(f"/r/{code.lower()}")).text
    assert "$4,939,273,314.00" in html
    assert "Se contestó así por primera vez el 22 de noviembre de 2026." in html
    assert f'value="{code}"' in html


async def test_a_question_is_offered_to_the_sample_when_it_is_asked_not_when_its_page_is_loaded_again(
    page: httpx.AsyncClient, receipts: Receipts
) -> None:
    for headers in ({}, {"Cache-Control": "max-age=0"}, {"Cache-Control": "no-cache", "Pragma": "no-cache"}):
        answer = await page.get("/", params={"q": "¿cuánto debe?"}, headers=headers)
        assert "$4,939,273,314.00" in answer.text
    assert len(receipts.state.sample.of_week(TODAY)) == 1


async def test_an_unknown_receipt_is_a_page_that_says_so(page: httpx.AsyncClient) -> None:
    answer = await page.get("/r/NADA")
    assert answer.status_code == 404
    assert "No tengo ese recibo" in answer.text


async def test_a_wrong_figure_is_reported_by_a_plain_form(page: httpx.AsyncClient, receipts: Receipts) -> None:
    fields = await form(page)
    answer = await page.post("/mal", data={**fields, "comentario": "es de 2014, me llamo Juan Pérez"})
    assert answer.status_code == 303
    (report,) = receipts.state.reports.listed()
    assert (report.receipt, report.comment, report.channel) == (fields["recibo"], "es de 2014, me llamo [nombre]", "página")
    assert "Tu aviso quedó anotado con el número 1" in (await page.get(answer.headers["location"])).text


async def test_a_form_from_another_site_or_made_up_is_refused(page: httpx.AsyncClient, receipts: Receipts) -> None:
    fields = {**await form(page), "comentario": "x"}
    elsewhere = await page.post("/mal", data=fields, headers={"Sec-Fetch-Site": "cross-site"})
    forged = await page.post("/mal", data={**fields, "ficha": "0" * 32})
    other = await page.post("/mal", data={**fields, "recibo": "AAAAA"})
    assert [answer.status_code for answer in (elsewhere, forged, other)] == [400, 400, 400]
    assert receipts.state.reports.listed() == []
    ours = await page.post("/mal", data=fields, headers={"Sec-Fetch-Site": "same-origin"})
    assert ours.status_code == 303


async def test_a_form_left_open_serves_until_the_next_day(page: httpx.AsyncClient, scripted: Any, receipts: Receipts) -> None:
    fields = {**await form(page), "comentario": "x"}
    for days, status in ((1, 303), (2, 400)):
        async with browser(scripted, receipts, TODAY + timedelta(days=days)) as later:
            assert (await later.post("/mal", data=fields)).status_code == status


async def test_an_empty_or_enormous_report_is_refused(page: httpx.AsyncClient) -> None:
    fields = await form(page)
    assert (await page.post("/mal", data={**fields, "comentario": "  "})).status_code == 400
    assert (await page.post("/mal", data={**fields, "comentario": "x" * 20_000})).status_code == 400
    assert (await page.get("/mal")).status_code == 405


async def test_corrections_are_published_newest_first(scripted: Any, receipts: Receipts) -> None:
    old = Correction(date(2026, 1, 5), "decía <uno>", "dice dos", "portico-2014-03", "", "saldo-2013")
    new = Correction(date(2026, 11, 2), "decía tres", "dice cuatro", "portico-2014-03", "A7K2Q", "")
    scripted.knowledge = replace(scripted.knowledge, corrections=(new, old))
    async with browser(scripted, receipts) as page:
        html = (await page.get("/correcciones")).text
    assert html.index("2 de noviembre de 2026") < html.index("5 de enero de 2026")
    assert "decía &lt;uno&gt;" in html
    assert 'href="/r/A7K2Q"' in html
    assert 'href="/fuente/portico-2014-03"' in html


async def test_the_page_says_what_is_kept_from_the_settings_in_force(page: httpx.AsyncClient) -> None:
    html = (await page.get("/privacidad")).text
    assert "15 minutos" in html
    assert "5 años" in html
    assert "algunas preguntas, con los datos personales tapados" in html


async def test_without_a_store_the_page_answers_and_carries_no_receipt(scripted: Any) -> None:
    def no_state() -> Any:
        raise StateError("No puedo abrir la memoria del bot.")

    told: list[str] = []
    async with browser(scripted, Receipts(no_state, scripted.ledger, told.append)) as page:
        html = [(await page.get("/", params={"q": "¿cuánto debe?"})).text for _ in range(2)]
        assert all("$4,939,273,314.00" in each and "Recibo" not in each for each in html)
        assert (await page.get("/r/A7K2Q")).status_code == 503
    assert len(told) == 1
