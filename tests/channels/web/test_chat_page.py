from __future__ import annotations

import csv
from collections.abc import AsyncIterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from bot.channels.web import application
from bot.channels.web.examples import EXAMPLES
from bot.channels.web.site import KINDS

TODAY = date(2026, 11, 22)
DATA = Path(__file__).parents[3] / "data"


@pytest.fixture
async def page(scripted: Any) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(application(scripted, lambda: TODAY), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://prueba") as client:
        yield client


class Links(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.fields: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.hrefs.append(found["href"])
        if tag == "input" and found.get("type") == "hidden":
            self.fields.append((found["name"], found["value"]))


async def test_the_first_page_offers_examples_of_every_topic(page: httpx.AsyncClient) -> None:
    html = (await page.get("/")).text
    for topic, questions in EXAMPLES:
        assert topic in html
        assert all(question in html for question in questions)


async def test_a_question_in_the_address_is_answered_without_javascript(page: httpx.AsyncClient) -> None:
    html = (await page.get("/", params={"q": "¿cuánto debe el estado?"})).text
    assert "4,939.3 millones de pesos" in html
    assert "$4,939,273,314.00" in html
    assert "al 31 de diciembre de 2013" in html
    assert "Entendí: deuda pública · saldo · 2013" in html
    assert 'href="https://example.org/p?a=1&amp;b=2"' in html
    assert "Pórtico, 12 mar 2014" in html


async def test_what_people_and_documents_write_is_never_run_as_html(page: httpx.AsyncClient) -> None:
    html = (await page.get("/", params={"q": '<script>alert("x")</script>', "prev": '"><b>'})).text
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html
    assert "saldo de la &lt;deuda&gt; del estado".capitalize() in html or "Saldo de la &lt;deuda&gt;" in html


async def test_a_follow_up_reads_the_question_before_it_from_the_address(page: httpx.AsyncClient, scripted: Any) -> None:
    html = (await page.get("/", params=[("q", "¿Y en 2018?"), ("prev", "¿cuánto debe?")])).text
    assert scripted.asked == [("¿Y en 2018?", "¿cuánto debe?")]
    assert Links(html).fields == [("prev", "¿cuánto debe?"), ("prev", "¿Y en 2018?")]


async def test_a_follow_up_of_a_follow_up_keeps_the_thread(page: httpx.AsyncClient, scripted: Any) -> None:
    await page.get("/", params=[("q", "¿Y en 2019?"), ("prev", "¿cuánto debe?"), ("prev", "¿Y en 2018?")])
    assert scripted.asked == [("¿Y en 2019?", "¿Y en 2018?")]


async def test_a_question_that_stands_alone_drops_the_ones_before_it(page: httpx.AsyncClient) -> None:
    html = (await page.get("/", params=[("q", "¿qué es el FAIS?"), ("prev", "¿cuánto debe?")])).text
    assert Links(html).fields == [("prev", "¿qué es el FAIS?")]


async def test_suggestions_are_addresses_that_can_be_followed_and_shared(page: httpx.AsyncClient, scripted: Any) -> None:
    html = (await page.get("/", params={"q": "¿cuánto debe?"})).text
    follow = next(href for href in Links(html).hrefs if "Y+en+2018" in href)
    assert parse_qs(urlsplit(follow).query) == {"q": ["¿Y en 2018?"], "prev": ["¿cuánto debe?"]}
    assert (await page.get(follow)).status_code == 200
    assert scripted.asked[-1] == ("¿Y en 2018?", "¿cuánto debe?")


async def test_two_questions_in_one_message_get_two_answers_with_headings(page: httpx.AsyncClient) -> None:
    html = (await page.get("/", params={"q": "dos"})).text
    assert html.count('class="reply"') == 2
    assert '<h3 class="part">la deuda</h3>' in html


async def test_sources_that_disagree_stand_each_beside_its_number(page: httpx.AsyncClient) -> None:
    html = (await page.get("/", params={"q": "desacuerdo"})).text
    assert html.index("Las fuentes no coinciden") < html.index("4,939.3") < html.index("5,900 millones")
    assert "Confianza baja. Cifra dicha en entrevista" in html


async def test_long_answers_fold_away_and_nothing_is_lost(page: httpx.AsyncClient) -> None:
    html = (await page.get("/", params={"q": "desglose"})).text
    assert '<details class="rest">' in html
    assert html.index("<summary>Ver más") < html.index("Obra número 30")


@pytest.mark.parametrize(("question", "said"), [("hola", "¡Hola!"), ("clima", "De eso no sé."), ("2012", "Lo más cercano publicado")])
async def test_every_outcome_has_its_page(page: httpx.AsyncClient, question: str, said: str) -> None:
    assert said in (await page.get("/", params={"q": question})).text


async def test_the_script_gets_the_turn_without_the_page_around_it(page: httpx.AsyncClient) -> None:
    html = (await page.get("/turno", params={"q": "¿cuánto debe?"})).text
    assert html.lstrip().startswith("<article")
    assert "<html" not in html


async def test_a_document_has_its_page(page: httpx.AsyncClient) -> None:
    html = (await page.get("/fuente/portico-2014-03")).text
    assert "Zacatecas: &lt;la deuda&gt; &amp; más" in html
    assert "12 de marzo de 2014" in html
    assert "nota de prensa" in html
    assert "20 de noviembre de 2026" in html
    without_address = (await page.get("/fuente/jornada-2014-01")).text
    assert "no tiene una dirección conocida" in without_address


async def test_an_unknown_page_or_document_says_so_and_offers_to_ask(page: httpx.AsyncClient) -> None:
    for path, said in (("/fuente/inventada", "No tengo ese documento."), ("/nada", "Esa página no existe.")):
        response = await page.get(path)
        assert response.status_code == 404
        assert said in response.text
        assert 'name="q"' in response.text


async def test_a_question_longer_than_a_letter_is_refused_with_a_sentence(page: httpx.AsyncClient) -> None:
    response = await page.get("/", params={"q": "a" * 1001})
    assert response.status_code == 400
    assert "hasta 1,000 letras" in response.text


async def test_a_fault_is_answered_with_a_sentence(page: httpx.AsyncClient) -> None:
    response = await page.get("/", params={"q": "revienta"})
    assert response.status_code == 500
    assert "Vuelve a intentarlo" in response.text
    assert "RuntimeError" not in response.text


async def test_topics_say_what_there_is_what_is_missing_and_who_publishes_it(page: httpx.AsyncClient) -> None:
    html = (await page.get("/temas")).text
    assert "4 cifras, de 1998 a 2015, con proyecciones hasta 2040, en 1 documento; además, 2 hechos" in html
    assert "no están los años 2013 y 2014; no aparece la etapa devengado" in html
    assert "Lo publica: Secretaría de Finanzas. Documento: cuenta pública." in html
    assert "Saldo de la &lt;deuda&gt;" in html
    assert "saldo: 2013 a 2015" in html


async def test_topics_lead_to_questions(page: httpx.AsyncClient) -> None:
    asked = [parse_qs(urlsplit(href).query).get("q") for href in Links((await page.get("/temas")).text).hrefs]
    assert ["¿Cuánto debe el estado?"] in asked
    assert ["¿Qué es la cuenta pública?"] in asked


async def test_every_page_leads_to_the_topics(page: httpx.AsyncClient) -> None:
    for path in ("/", "/?q=hola", "/fuente/portico-2014-03", "/nada"):
        assert "/temas" in Links((await page.get(path)).text).hrefs


async def test_health_tells_machines_whether_questions_can_be_answered(page: httpx.AsyncClient, scripted: Any) -> None:
    well = await page.get("/salud")
    assert well.json() == {"estado": "bien", "base": "a1b2c3d4e5f6", "construida": "2026-11-20T10:00:00+00:00"}
    scripted.ledger.broken = True
    ill = await page.get("/salud")
    assert ill.status_code == 503
    assert ill.json()["motivo"] == "Todavía no hay base de datos."


@pytest.mark.parametrize(
    "path", ["/", "/?q=hola", "/temas", "/fuente/portico-2014-03", "/salud", "/nada", "/estatico/estilo.css", "/?q=revienta"]
)
async def test_every_response_forbids_what_comes_from_elsewhere(page: httpx.AsyncClient, path: str) -> None:
    headers = (await page.get(path)).headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in headers


async def test_no_page_asks_anything_of_another_site(page: httpx.AsyncClient) -> None:
    for path in ("/", "/?q=hola", "/temas", "/fuente/portico-2014-03"):
        html = (await page.get(path)).text
        for marker in ('src="http', 'rel="stylesheet" href="http', "@import", "url(http"):
            assert marker not in html


def test_every_kind_of_document_in_the_data_has_its_name_in_spanish() -> None:
    with (DATA / "sources.csv").open(encoding="utf-8", newline="") as file:
        assert {row["kind"] for row in csv.DictReader(file)} <= set(KINDS)
