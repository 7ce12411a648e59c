"""A receipt that one channel gave is shown by the others: one answer, one code."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from bot.app import open_memory
from bot.channels.telegram import application as telegram_application
from bot.channels.web import application
from bot.ledger import build, default_url
from bot.proof import Receipts
from bot.settings import Settings
from bot.state import State

from .telegram.emulator import bot_api
from .telegram.world import TODAY, WAY, FakeAssistant, World, answering, running, small_state

if TYPE_CHECKING:
    from bot.app import Assistant

QUESTION = "¿Cuánto debía el estado en octubre de 2018?"
EXACT = "7,455 millones de pesos"


@asynccontextmanager
async def in_telegram(assistant: Assistant, state: State) -> AsyncIterator[World]:
    async with bot_api() as api, answering(api, assistant, state) as world:
        yield world


@asynccontextmanager
async def page(assistant: Assistant, state: State) -> AsyncIterator[httpx.AsyncClient]:
    receipts = Receipts(lambda: state, assistant.ledger, pytest.fail)
    transport = httpx.ASGITransport(application(assistant, lambda: TODAY, receipts=receipts))
    async with httpx.AsyncClient(transport=transport, base_url="http://prueba") as client:
        yield client


async def test_an_answer_of_telegram_opens_on_the_page_and_has_there_the_same_code(assistant: Assistant) -> None:
    with small_state() as state:
        async with in_telegram(assistant, state) as world, page(assistant, state) as browser:
            code = (await world.citizen().asks(QUESTION)).data("Está mal").partition(":")[2]
            shown = (await browser.get(f"/r/{code}")).text
            asked = (await browser.get("/", params={"q": "oye, " + QUESTION})).text
            card = (await browser.get("/tarjeta", params={"q": QUESTION})).text
        assert state.receipts.count() == 1
    assert EXACT in shown
    assert "Nada ha cambiado" in shown
    assert f"/r/{code}" in asked
    assert f"Recibo {code}." in card


@pytest.fixture
def of_the_terminal(tmp_path: Path) -> str:
    """The receipt of an answer of ``ask``, whose memory stands in ``tmp_path``."""
    build(Path("data"), default_url(tmp_path))
    ask = [sys.executable, "-m", "bot", "ask", QUESTION, "--json", "--today", TODAY.isoformat()]
    done = subprocess.run(ask, capture_output=True, text=True, check=True, env=environ | {"BOT_VAR_DIR": str(tmp_path)})
    return str(json.loads(done.stdout)["receipt"])


async def test_a_receipt_of_the_terminal_opens_in_telegram(assistant: Assistant, of_the_terminal: str, tmp_path: Path) -> None:
    code = of_the_terminal
    with open_memory(Settings(_env_file=None, var_dir=tmp_path)) as state:
        async with in_telegram(assistant, state) as world:
            citizen = world.citizen()
            shown = await citizen.asks(f"/r {code.lower()}")
            unknown = await citizen.asks("/r AAAAA")
            given = (await citizen.asks(QUESTION)).data("Está mal").partition(":")[2]
            last = await citizen.asks("/r")
    assert shown.text.startswith(f"Recibo {code}")
    assert EXACT in shown.text
    assert "Nada ha cambiado" in shown.text
    assert "No tengo el recibo «AAAAA»" in unknown.text
    assert given == code
    assert last.text == shown.text


async def test_the_documents_of_an_answer_are_told_in_telegram_with_confidence_and_date_of_load(assistant: Assistant) -> None:
    with small_state() as state:
        async with in_telegram(assistant, state) as world:
            citizen = world.citizen()
            await citizen.asks(QUESTION)
            told = (await citizen.asks("/fuente")).text
    for said in ("Confianza", "Lugar", "Se cargó en la base de datos el"):
        assert said.lower() in told.lower()


async def test_what_has_no_answer_is_noted_masked_on_the_page_as_in_telegram(assistant: Assistant) -> None:
    question = "¿cuánto gasta Jalisco en policías? mi teléfono es 4921234567"
    with small_state() as state:
        async with in_telegram(assistant, state) as world, page(assistant, state) as browser:
            await browser.get("/", params={"q": question})
            await world.citizen().asks(question)
            await world.citizen().asks("hola")
        first, second = state.unanswered.since(TODAY)
    assert first == second
    assert "4921234567" not in first.text


async def test_beside_the_bot_the_page_shows_receipts_what_is_kept_and_corrections() -> None:
    token = WAY.set("webhook")
    try:
        async with running() as world, httpx.AsyncClient(base_url=f"http://{world.settings.bot_listen}") as browser:
            code = (await world.citizen().asks("deuda 2013")).data("Está mal").partition(":")[2]
            shown = await browser.get(f"/r/{code}")
            others = [(await browser.get(path)).status_code for path in ("/privacidad", "/correcciones")]
            refused = await browser.post("/mal", data={"recibo": code, "ficha": "x", "comentario": "es otra"})
    finally:
        WAY.reset(token)
    assert "4,939,273,314.00" in shown.text
    assert others == [200, 200]
    assert refused.status_code == 400


@pytest.mark.parametrize("way", ["polling", "webhook"])
async def test_both_ways_of_answering_erase_what_is_past_its_time(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telegram_application, "SWEEP_SECONDS", 1)
    token = WAY.set(way)
    try:
        async with running(FakeAssistant()) as world:
            citizen = world.citizen()
            await citizen.asks("deuda 2013")
            assert world.state.receipts.count() == 1
            await world.later(timedelta(days=4000).total_seconds())
            async with asyncio.timeout(20):
                while world.state.receipts.count():
                    await citizen.asks("gracias")
    finally:
        WAY.reset(token)
