"""Whole conversations with the real application over HTTP, asking Telegram and being called by it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from bot.domain.answer import Answer, Found, Suggestion
from bot.domain.reading import Interpretation

from .world import WAY, FakeAssistant, figure, found, running

BESIDE = ["Gráfica", "Tarjeta", "Tabla", "Me sirvió", "No me sirvió", "Está mal"]


@pytest.fixture(params=["polling", "webhook"], autouse=True)
def way(request: pytest.FixtureRequest) -> Iterator[None]:
    token = WAY.set(request.param)
    yield
    WAY.reset(token)


async def test_a_question_gets_its_figure_with_stage_period_and_link_to_the_document() -> None:
    async with running() as world:
        reply = await world.citizen().asks("¿cuánto se debía en 2013?")
    assert "4,939.3 millones de pesos" in reply.text
    assert "31 de diciembre de 2013" in reply.text
    assert 'href="https://example.org/informe?a=1&amp;b=2"' in reply.html


async def test_a_follow_up_continues_the_question_before_it() -> None:
    async with running() as world:
        citizen = world.citizen()
        await citizen.asks("deuda 2013")
        await citizen.asks("¿y en 2018?")
    assert world.asked == [("deuda 2013", None), ("¿y en 2018?", "deuda 2013")]


async def test_two_chats_do_not_hear_each_other() -> None:
    async with running() as world:
        await world.citizen(501).asks("deuda 2013")
        await world.citizen(502).asks("¿y en 2018?")
    assert world.asked[-1] == ("¿y en 2018?", None)


async def test_after_fifteen_minutes_the_conversation_is_forgotten() -> None:
    async with running() as world:
        citizen = world.citizen()
        await citizen.asks("deuda 2013")
        await world.later(15 * 60 + 1)
        await citizen.asks("¿y en 2018?")
        assert world.asked[-1] == ("¿y en 2018?", None)


async def test_thanks_in_between_do_not_break_the_thread() -> None:
    async with running() as world:
        citizen = world.citizen()
        await citizen.asks("deuda 2013")
        await citizen.asks("gracias")
        await citizen.asks("¿y en 2018?")
    assert world.asked[-1] == ("¿y en 2018?", "deuda 2013")


async def test_answering_an_older_reply_continues_that_one() -> None:
    async with running() as world:
        citizen = world.citizen()
        first = await citizen.asks("deuda 2013")
        await citizen.asks("pensiones 2020")
        await citizen.asks("¿y en 2018?", reply_to=first)
    assert world.asked[-1] == ("¿y en 2018?", "deuda 2013")


async def test_pressing_a_suggestion_asks_it_and_says_which_was_pressed() -> None:
    async with running(FakeAssistant(lambda text, reading: (found(text, reading, "¿Y en 2018?"),))) as world:
        citizen = world.citizen()
        reply = await citizen.asks("deuda 2013")
        pressed = await citizen.presses(reply, "¿Y en 2018?")
        (answer,) = await citizen.hears()
        assert answer.text.startswith("Preguntaste: ¿Y en 2018?")
        assert world.asked[-1] == ("¿Y en 2018?", "deuda 2013")
        assert world.api.callbacks[pressed] is not None


async def test_a_suggestion_still_works_when_the_conversation_was_forgotten() -> None:
    async with running(FakeAssistant(lambda text, reading: (found(text, reading, "¿Y en 2018?"),))) as world:
        citizen = world.citizen()
        reply = await citizen.asks("deuda 2013")
        await world.later(3600)
        await citizen.presses(reply, "¿Y en 2018?")
        (answer,) = await citizen.hears()
        assert answer.text.startswith("Preguntaste: ¿Y en 2018?")


async def test_a_button_pressed_twice_answers_once() -> None:
    async with running(FakeAssistant(lambda text, reading: (found(text, reading, "¿Y en 2018?"),))) as world:
        citizen = world.citizen()
        reply = await citizen.asks("deuda 2013")
        await citizen.presses(reply, "¿Y en 2018?")
        second = await citizen.presses(reply, "¿Y en 2018?")
        await world.api.until(lambda: world.api.callbacks[second])
        answered = world.api.callbacks[second]
        assert answered is not None
        assert answered.text == "Ya la contesté, está más abajo."
        assert len(world.api.sent) == 2


def _long(text: str, reading: Interpretation) -> tuple[Answer, ...]:
    figures = tuple(figure(f"Partida número {n} del programa de obras y servicios", n * 1_000_000) for n in range(1, 41))
    return (Found(reading, figures, suggestions=(Suggestion("¿Y en 2018?"),)),)


async def test_ver_mas_shows_the_rest_in_the_same_message_and_keeps_the_suggestions() -> None:
    async with running(FakeAssistant(_long)) as world:
        citizen = world.citizen()
        reply = await citizen.asks("obras")
        assert reply.labels == ["Ver más", "¿Y en 2018?", *BESIDE]
        assert "número 40" not in reply.text
        assert len(reply.text) < 1100
        await citizen.presses(reply, "Ver más")
        await world.api.until(lambda: "número 40" in world.api.last.text)
        assert reply.edits == 1
        assert "Ver más" not in reply.labels
        assert world.api.last.labels == ["¿Y en 2018?", *BESIDE]
        assert all("Informe" in page.text or "ASF" in page.text for page in world.api.sent.values())


async def test_ver_mas_pressed_twice_says_so() -> None:
    async with running(FakeAssistant(_long)) as world:
        citizen = world.citizen()
        reply = await citizen.asks("obras")
        data = reply.data("Ver más")
        await citizen.presses(reply, "Ver más")
        twice = await citizen.presses_data(reply, data)
        await world.api.until(lambda: world.api.callbacks[twice])
        answered = world.api.callbacks[twice]
    assert answered
    assert answered.text == "Ya está completa."


async def test_ver_mas_works_long_after_the_conversation_was_forgotten() -> None:
    async with running(FakeAssistant(_long)) as world:
        citizen = world.citizen()
        reply = await citizen.asks("obras")
        await world.later(3600)
        await citizen.presses(reply, "Ver más")
        await world.api.until(lambda: "número 40" in world.api.last.text)
        assert reply.edits == 1


async def test_an_edited_question_edits_its_reply_in_the_light_of_what_went_before() -> None:
    async with running() as world:
        citizen = world.citizen()
        await citizen.asks("deuda 2013")
        second = await citizen.says("y en 2081")
        (reply,) = await citizen.hears()
        await citizen.edits(second, "y en 2018")
        await world.api.until(lambda: reply.edits)
        assert "y en 2018" in reply.text
        assert world.asked[-1] == ("y en 2018", "deuda 2013")
        assert len(world.api.sent) == 2
        await citizen.asks("¿y cuánto de intereses?")
        assert world.asked[-1] == ("¿y cuánto de intereses?", "y en 2018")


async def test_an_edit_that_makes_the_reply_shorter_takes_back_the_pages_left_over() -> None:
    def by_length(text: str, reading: Interpretation) -> tuple[Answer, ...]:
        return (found(text, reading),) * (60 if "todo" in text else 1)

    async with running(FakeAssistant(by_length)) as world:
        citizen = world.citizen()
        message = await citizen.says("todo")
        first, *left = await citizen.hears(4)
        await citizen.edits(message, "nada más esto")
        await world.api.until(lambda: len(world.api.sent) == 1)
        assert first.edits == 1
        assert world.api.deleted == [page.id for page in left]


async def test_an_old_question_edited_after_it_was_forgotten_is_answered_anew_under_it() -> None:
    async with running() as world:
        citizen = world.citizen()
        message = await citizen.says("deuda 2031")
        await citizen.hears()
        await world.later(3600)
        await citizen.edits(message, "deuda 2013")
        (reply,) = await citizen.hears()
        assert reply.quotes == message


async def test_a_reply_deleted_by_the_citizen_is_sent_again_when_the_question_is_edited() -> None:
    async with running(refusals=True) as world:
        citizen = world.citizen()
        message = await citizen.says("deuda 2031")
        (reply,) = await citizen.hears()
        del world.api.sent[reply.id]
        await citizen.edits(message, "deuda 2013")
        (again,) = await citizen.hears()
        assert "deuda 2013" in again.text


async def test_two_questions_in_one_message_get_two_answers_in_one_reply() -> None:
    async with running(FakeAssistant(lambda text, reading: (found("deuda", reading), found("pensiones", reading)))) as world:
        reply = await world.citizen().asks("deuda y pensiones")
    assert "Cifra de «deuda»" in reply.text
    assert "Cifra de «pensiones»" in reply.text


async def test_an_answer_ends_with_its_receipt_which_shows_it_again() -> None:
    async with running() as world:
        citizen = world.citizen()
        reply = await citizen.asks("deuda 2013")
        line = reply.text.splitlines()[-1]
        shown = await citizen.asks(f"/r {line.removeprefix('Recibo ')}")
        thanks = await citizen.asks("gracias")
    assert re.fullmatch("Recibo [0-9A-Z]{5}", line)
    assert "4,939.3 millones de pesos" in shown.text
    assert "Recibo" not in thanks.text


async def test_a_long_answer_keeps_its_receipt_at_the_end_also_unfolded_and_corrected() -> None:
    def long(text: str, reading: Interpretation) -> tuple[Answer, ...]:
        return (Found(reading, tuple(figure(f"{text} {n} {'y más ' * 6}") for n in range(90))),)

    async with running(FakeAssistant(long)) as world:
        citizen = world.citizen()
        message = await citizen.says("deuda")
        (first, *_) = await citizen.hears(1)
        await citizen.presses(first, "Ver más")
        await world.api.until(lambda: len(world.api.sent) > 1)
        await world.api.eventually(lambda: not any(world.state.inbox.waiting().values()))
        pages = list(world.api.sent.values())
        assert [page.text.count("Recibo") for page in pages] == [0] * (len(pages) - 1) + [1]
        await citizen.edits(message, "pensiones")
        await world.api.eventually(lambda: "Pensiones" in next(iter(world.api.sent.values())).text)
        await world.api.eventually(lambda: not any(world.state.inbox.waiting().values()))
        assert list(world.api.sent.values())[-1].text.splitlines()[-1].startswith("Recibo ")
