"""The chat page in a real browser: what a person with a phone, a keyboard, a screen reader or a printer meets."""

from __future__ import annotations

import asyncio
import importlib
import os
import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from typing import Any, NoReturn

import pytest
import pytest_asyncio
import uvicorn

from bot.channels.web import application

# one browser for the whole file: starting it takes longer than most of these tests
pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

QUESTION = "/?q=%C2%BFcu%C3%A1nto+debe+el+estado%3F"
PICTURES = ["/grafica?q=desglose", "/grafica?q=hola", "/tarjeta?q=desacuerdo"]
ANSWERS = [QUESTION, "/?q=desacuerdo", "/?q=desglose", "/?q=fechas", "/?q=2012", "/?q=dos"]
PATHS = ["/", *ANSWERS, *PICTURES, "/temas", "/correcciones", "/privacidad", "/fuente/portico-2014-03", "/nada"]


def chromium() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    return found or absent("Chromium")


def library(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        return absent(name)


def absent(what: str) -> NoReturn:
    """Skips loudly; where everything must be there, fails."""
    if os.environ.get("REQUIRE_ALL") == "1":
        pytest.fail(f"{what} is not installed and REQUIRE_ALL=1")
    pytest.skip(f"{what} is not installed: the chat page was not tried in a browser")


@pytest_asyncio.fixture(loop_scope="module")
async def address(scripted: Any, receipts: Any) -> AsyncIterator[str]:
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(
        uvicorn.Config(application(scripted, lambda: date(2026, 11, 22), receipts=receipts), log_level="warning", lifespan="off")
    )
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    await serving
    listening.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Any]:
    playwright = library("playwright.async_api")
    async with playwright.async_playwright() as started:
        launched = await started.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        yield launched
        await launched.close()


@asynccontextmanager
async def browsing(browser: Any, **context: Any) -> AsyncIterator[Any]:
    """A page whose console stays clean and that asks nothing of any other machine."""
    opened = await browser.new_context(**context)
    page = await opened.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: complaints.append(request.url) if "127.0.0.1" not in request.url else None)
    yield page
    await opened.close()
    assert [text for text in complaints if "404" not in text] == []


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1920, "dark")])
async def test_no_page_has_a_barrier_that_a_checker_finds(browser: Any, address: str, width: int, scheme: str) -> None:
    checker = library("axe_playwright_python.async_playwright")
    async with browsing(browser, viewport={"width": width, "height": 800}, color_scheme=scheme) as page:
        for path in PATHS:
            await page.goto(address + path)
            for details in await page.locator("details").all():
                await details.evaluate("each => { each.open = true }")
            found = await checker.Axe().run(page, options={"resultTypes": ["violations"]})
            assert found.violations_count == 0, f"{path}\n{found.generate_report()}"


async def test_a_phone_never_scrolls_sideways(browser: Any, address: str) -> None:
    async with browsing(browser, viewport={"width": 320, "height": 640}) as page:
        for path in PATHS:
            await page.goto(address + path)
            assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


async def test_a_question_is_added_to_the_conversation_and_read_from_there(browser: Any, address: str) -> None:
    async with browsing(browser) as page:
        await page.goto(address + QUESTION)
        await page.get_by_label("Sigue preguntando").fill("¿Y en 2018?")
        await page.keyboard.press("Enter")
        await page.locator("[data-turn]").nth(1).wait_for()
        assert await page.evaluate("document.activeElement.lastChild.textContent") == "¿Y en 2018?"
        assert await page.get_by_role("status").text_content() == "Respuesta lista."
        assert "prev=" in page.url
        assert await page.locator("form input[name=prev]").evaluate_all("all => all.map(each => each.value)") == [
            "¿cuánto debe el estado?",
            "¿Y en 2018?",
        ]
        assert await page.get_by_label("Sigue preguntando").input_value() == ""
        assert "¿Y en 2018?" in await page.title()
        await page.go_back()
        await page.locator("[data-turn]").nth(1).wait_for(state="detached")


async def test_everything_can_be_done_by_keyboard(browser: Any, address: str, scripted: Any) -> None:
    async with browsing(browser) as page:
        await page.goto(address + "/")
        assert await page.evaluate("document.activeElement.id") == "q"
        await page.keyboard.type("¿cuánto debe?")
        await page.keyboard.press("Enter")
        await page.wait_for_url("**/?q=*")
        await page.keyboard.press("Tab")
        assert await page.evaluate("document.activeElement.textContent") == "Ir al contenido"
        await page.keyboard.press("Enter")
        assert await page.evaluate("document.activeElement.id") == "contenido"
        for _ in range(12):
            await page.keyboard.press("Tab")
            if await page.evaluate("document.activeElement.hasAttribute('data-ask')"):
                break
        await page.keyboard.press("Enter")
        await page.locator("[data-turn]").nth(1).wait_for()
        assert scripted.asked[-1] == ("¿Y en 2018?", "¿cuánto debe?")


async def test_what_has_the_focus_is_not_hidden_under_the_form(browser: Any, address: str) -> None:
    async with browsing(browser, viewport={"width": 360, "height": 640}) as page:
        await page.goto(address + "/?q=desglose")
        for _ in range(14):
            await page.keyboard.press("Tab")
            hidden = await page.evaluate(
                """() => { const it = document.activeElement, form = document.querySelector('form.ask');
                if (form.contains(it) || it === document.body) return false;
                return it.getBoundingClientRect().bottom > form.getBoundingClientRect().top
                    && it.getBoundingClientRect().top < form.getBoundingClientRect().bottom }"""
            )
            assert not hidden, await page.evaluate("document.activeElement.outerHTML")


async def test_question_and_answer_work_without_javascript(browser: Any, address: str) -> None:
    async with browsing(browser, java_script_enabled=False) as page:
        await page.goto(address + "/")
        await page.get_by_label("Tu pregunta").fill("¿cuánto debe?")
        await page.get_by_role("button", name="Preguntar").click()
        await page.get_by_text("4,939.3 millones de pesos").wait_for()
        await page.get_by_role("link", name="¿Y en 2018?").click()
        await page.get_by_role("heading", name="Preguntaste: ¿Y en 2018?").wait_for()
        assert not await page.get_by_role("button", name="Copiar").is_visible()


async def test_a_picture_is_reached_and_fits_a_phone_without_javascript(browser: Any, address: str) -> None:
    async with browsing(browser, java_script_enabled=False, viewport={"width": 360, "height": 640}) as page:
        await page.goto(address + "/?q=desglose")
        await page.get_by_role("link", name="Gráfica").click()
        picture = page.get_by_role("img", name="Gráfica de barras")
        await picture.wait_for()
        await page.wait_for_load_state("load")
        assert await picture.evaluate("each => each.complete && each.naturalWidth === 1080 && each.width === 360")
        await page.get_by_role("link", name="Volver a la respuesta").click()
        await page.get_by_role("heading", name="Preguntaste: desglose").wait_for()


async def test_a_printed_answer_holds_every_figure_and_the_address_of_its_document(browser: Any, address: str) -> None:
    async with browsing(browser) as page:
        await page.goto(address + "/?q=desglose")
        await page.emulate_media(media="print")
        assert await page.get_by_text("Obra número 30").is_visible()
        assert not await page.get_by_role("button", name="Preguntar").is_visible()
        after = await page.locator(".source a").first.evaluate("each => getComputedStyle(each, '::after').content")
        assert "https://example.org/p" in after
