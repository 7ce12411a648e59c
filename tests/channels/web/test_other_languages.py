"""The page answers in English inside a page that stays in Spanish, and tells a screen reader which is which."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import httpx

from bot.channels.web import application

if TYPE_CHECKING:
    from bot.app import Assistant

TODAY = date(2026, 11, 22)
WORDS_OF_THE_PAGE = ("Documento:", "Documentos:", "Lugar:", "Cifra exacta", "Ver más", "Preguntas sugeridas", ">ficha<")


async def asked(assistant: Assistant, question: str) -> str:
    """The reply as HTML, without the page around it."""
    transport = httpx.ASGITransport(application(assistant, lambda: TODAY), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://prueba") as client:
        html = (await client.get("/", params={"q": question})).text
    return html[html.index('<div class="reply"') : html.index('<p class="share">')]


async def test_a_question_in_english_gets_no_spanish_word_of_the_page(assistant: Assistant) -> None:
    html = await asked(assistant, "How much did Fresnillo receive from FAIS in 2024?")
    assert html.startswith('<div class="reply" lang="en">')
    assert [word for word in WORDS_OF_THE_PAGE if word in html] == []
    assert "See more: documents and details" in html


async def test_the_place_of_a_source_is_told_in_english(assistant: Assistant) -> None:
    html = await asked(assistant, "Which document says how much Fresnillo received from FAIS in 2024?")
    assert "Place: our table data/budget/municipal_federal_funds_2024.csv, line 60" in html


async def test_what_stays_in_spanish_inside_an_english_reply_is_marked_so(assistant: Assistant) -> None:
    html = await asked(assistant, "What is ISSSTEZAC?")
    assert '<p class="said" lang="es">Es el Instituto de Seguridad' in html
    assert '<ul lang="es">' in html


async def test_a_question_in_spanish_is_marked_with_no_language_of_its_own(assistant: Assistant) -> None:
    html = await asked(assistant, "¿Cuánto recibió Fresnillo del FAIS en 2024?")
    assert "lang=" not in html
    assert "Ver más" in html
