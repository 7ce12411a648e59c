"""«Gráfica» and «Tabla» under an answer, made when they are asked for."""

from __future__ import annotations

from dataclasses import replace

from bot.channels.telegram.pages import units
from bot.channels.telegram.pictures import CAPTION, cut
from bot.domain.answer import Answer, Figure, Found
from bot.domain.period import Period
from bot.domain.reading import Interpretation

from .world import FakeAssistant, figure, running


def over_time(text: str, reading: Interpretation) -> tuple[Answer, ...]:
    def at_the_end_of(year: int) -> Figure:
        return replace(figure("Saldo de la deuda", 1_000_000 * year), period=Period.parse(f"{year}-12-31"))

    figures = tuple(map(at_the_end_of, range(2010, 2016)))
    return (Found(reading, figures),)


async def test_a_chart_is_drawn_from_the_receipt_while_telegram_shows_that_it_is_on_its_way() -> None:
    async with running(FakeAssistant(over_time)) as world:
        citizen = world.citizen()
        reply = await citizen.asks("deuda desde 2010")
        await world.later(3600)
        pressed = await citizen.presses(reply, "Gráfica")
        await world.api.until(lambda: world.api.files)
        (file,) = world.api.files
        actions = [call for call in world.api.requests if call["method"] == "sendChatAction"]
        assert world.api.callbacks[pressed] is not None
    assert file.method == "sendPhoto"
    assert "2015" in file.caption
    assert actions


async def test_a_table_is_a_workbook_named_by_its_receipt() -> None:
    async with running() as world:
        citizen = world.citizen()
        reply = await citizen.asks("deuda 2013")
        assert "Gráfica" not in reply.labels
        await citizen.presses(reply, "Tabla")
        await world.api.until(lambda: world.api.files)
        (file,) = world.api.files
    assert file.method == "sendDocument"
    assert reply.data("Tabla").partition(":")[2] in file.caption


async def test_a_card_carries_its_receipt() -> None:
    async with running() as world:
        citizen = world.citizen()
        reply = await citizen.asks("deuda 2013")
        await citizen.presses(reply, "Tarjeta")
        await world.api.until(lambda: world.api.files)
        (file,) = world.api.files
    assert file.method == "sendPhoto"
    assert file.caption.endswith(f"Recibo {reply.data('Tarjeta').partition(':')[2]}.")


async def test_pressed_twice_it_is_sent_once() -> None:
    async with running() as world:
        citizen = world.citizen()
        reply = await citizen.asks("deuda 2013")
        await citizen.presses(reply, "Tabla")
        second = await citizen.presses(reply, "Tabla")
        await world.api.until(lambda: world.api.callbacks[second])
        assert len(world.api.files) == 1


def test_a_long_caption_ends_at_a_word_within_what_telegram_takes() -> None:
    for long in ("deuda pública " * 200, "💰 deuda " * 300):
        said = cut(long)
        assert units(said) <= CAPTION
        assert said.endswith("…")
    assert cut("corta") == "corta"
