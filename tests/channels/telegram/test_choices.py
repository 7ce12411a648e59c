"""What people choose, what they say of an answer, and what they have erased."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import func, select

from bot.channels.telegram.words import SENTENCES
from bot.domain.reading import Interpretation
from bot.domain.vocabulary import Correction, Term
from bot.state.schema import addresses, metadata

from .emulator import USERNAME
from .world import KNOWLEDGE, FakeAssistant, World, found, running

GROUP = -1001


def rows_of(world: World, chat: int) -> int:
    """Rows that belong to a chat, anywhere."""
    tag = world.state._keys.tag("chat", chat)
    with world.state.store.reading() as connection:
        tables = [table for table in metadata.sorted_tables if "chat" in table.c]
        return sum(connection.scalar(select(func.count()).where(table.c.chat == tag)) or 0 for table in tables)


async def test_a_wrong_figure_is_noted_with_its_receipt_and_a_reply_to_the_note_is_kept_masked() -> None:
    async with running() as world:
        citizen = world.citizen()
        reply = await citizen.asks("deuda 2013")
        pressed = await citizen.presses(reply, "Está mal")
        (noted,) = await citizen.hears()
        thanks = await citizen.asks("La cuenta pública dice otra cosa, mi correo es ana.perez@ejemplo.mx", reply_to=noted)
        assert world.api.callbacks[pressed] is not None
        first, second = world.state.reports.listed()
    assert first.receipt == second.receipt
    assert first.receipt in noted.text
    assert first.receipt in thanks.text
    assert "La cuenta pública dice otra cosa" in second.comment
    assert "ana.perez" not in second.comment
    assert [text for text, _ in world.asked] == ["deuda 2013"]


async def test_a_button_that_the_bot_never_wrote_keeps_nothing() -> None:
    async with running() as world:
        citizen = world.citizen()
        reply = await citizen.asks("deuda 2013")
        for letter in "snxa":
            pressed = await citizen.presses_data(reply, f"{letter}:soy Ana, 492 123 4567")
            await world.api.until(lambda pressed=pressed: world.api.callbacks[pressed])  # type: ignore[misc]
            assert world.api.callbacks[pressed].text == SENTENCES["telegram.boton_viejo"]
        assert world.state.reports.listed() == []
        assert world.state.ratings.totals() == {True: 0, False: 0}
        with world.state.store.reading() as connection:
            assert connection.execute(addresses.select()).all() == []


async def test_an_answer_can_be_rated_and_rated_again() -> None:
    async with running() as world:
        citizen = world.citizen()
        reply = await citizen.asks("deuda 2013")
        for label in ("Me sirvió", "No me sirvió"):
            pressed = await citizen.presses(reply, label)
            await world.api.until(lambda pressed=pressed: world.api.callbacks[pressed])  # type: ignore[misc]
        assert world.state.ratings.totals() == {True: 0, False: 1}


async def test_a_link_to_a_receipt_shows_what_was_answered() -> None:
    async with running() as world:
        reply = await world.citizen().asks("deuda 2013")
        code = reply.data("Está mal").partition(":")[2]
        shown = await world.citizen(502).asks(f"/start r_{code.lower()}")
    assert code in shown.text
    assert "4,939.3 millones de pesos" in shown.text


async def test_corrections_tell_what_was_corrected() -> None:
    corrected = Correction(date(2026, 11, 20), "5,900", "5,904", "asf-2014", "A7K2Q", "")
    async with running() as world:
        assert "Todavía no hay" in (await world.citizen().asks("/correcciones")).text
    async with running(FakeAssistant(knowledge=replace(KNOWLEDGE, corrections=(corrected,)))) as world:
        told = await world.citizen().asks("/correcciones")
    assert "20 de noviembre de 2026" in told.text
    assert "Recibo A7K2Q" in told.text


async def test_the_language_is_chosen_with_a_button_and_stays_chosen() -> None:
    async with running() as world:
        citizen = world.citizen()
        reply = await citizen.asks("/idioma")
        assert reply.labels == ["Español", "English", "El de cada pregunta"]
        await citizen.presses(reply, "English")
        await citizen.hears()
        assert (await citizen.asks("/ayuda")).text.startswith("Write your question as you would say it")


async def test_answers_are_in_the_language_chosen_and_again_in_that_of_the_question() -> None:
    async with running() as world:
        citizen = world.citizen()
        assert "31 de diciembre de 2013" in (await citizen.asks("deuda 2013")).text
        chosen = await citizen.asks("/idioma")
        await citizen.presses(chosen, "English")
        await citizen.hears()
        in_english = await citizen.asks("deuda 2013")
        offered = await citizen.is_offered("deuda 2013")
        await citizen.presses(chosen, "El de cada pregunta")
        await citizen.hears()
        again = await citizen.asks("deuda 2013")
    assert "December 31, 2013" in in_english.text
    assert "Receipt " in in_english.text
    assert "December 31, 2013" in offered.results[0]["input_message_content"]["text"]
    assert "31 de diciembre de 2013" in again.text


async def test_what_is_kept_is_told_in_english_too() -> None:
    async with running() as world:
        told = await world.citizen(language="en").asks("/privacidad")
        described = world.state.described()
    assert "15 minutes" in told.text
    assert all(kind.what not in told.text for kind in described)


FRESNILLO = Term("fresnillo", "municipio", "Fresnillo", "Fresnillo", "", ("Fresnillo",), code="32010")


def _at(place: str) -> FakeAssistant:
    from bot.domain.reading import Mention

    class Reads(FakeAssistant):
        def ask(self, text: str, asked_on: object, after: Interpretation | None = None) -> object:  # type: ignore[override]
            turn = super().ask(text, asked_on, after)  # type: ignore[arg-type]
            named = (Mention("municipio", "fresnillo", place, 0, 1),) if place in text.lower() else ()
            return replace(turn, interpretation=replace(turn.interpretation, mentions=named))

    return Reads(knowledge=replace(KNOWLEDGE, terms=(FRESNILLO,)))


async def test_whoever_tells_their_municipality_can_say_my_municipality() -> None:
    async with running(_at("fresnillo")) as world:
        citizen = world.citizen()
        assert "Dime tu municipio" in (await citizen.asks("/municipio")).text
        assert "Fresnillo" in (await citizen.asks("/municipio Fresnillo")).text
        await citizen.asks("¿cuánto recibió mi municipio en 2024?")
        assert world.asked[-1][0] == "¿cuánto recibió el municipio de Fresnillo en 2024?"
        assert "Fresnillo" in (await citizen.asks("/municipio")).text
        assert "ya no guardo" in (await citizen.asks("/municipio ninguno")).text
        await citizen.asks("¿cuánto recibió mi municipio en 2024?")
        assert world.asked[-1][0] == "¿cuánto recibió mi municipio en 2024?"
        assert "No encontré «Narnia»" in (await citizen.asks("/municipio Narnia")).text


async def test_borrar_leaves_no_row_of_the_chat_and_says_how_many_there_were() -> None:
    async with running(_at("fresnillo")) as world:
        citizen = world.citizen()
        await citizen.asks("/municipio Fresnillo")
        reply = await citizen.asks("deuda 2013")
        await citizen.presses(reply, "Está mal")
        await citizen.hears()
        pressed = await citizen.presses(reply, "Me sirvió")
        await world.api.until(lambda: world.api.callbacks[pressed])
        assert rows_of(world, 501) >= 4
        told = await citizen.asks("/borrar")
        await world.api.eventually(lambda: rows_of(world, 501) == 0)
    assert "Renglones borrados: 4" in told.text


async def test_in_a_group_borrar_erases_only_the_conversation_of_whoever_asks() -> None:
    async with running() as world:
        one, other = world.citizen(GROUP, 11), world.citizen(GROUP, 12)
        await one.asks(f"@{USERNAME} deuda 2013")
        other.read |= one.read
        await other.asks(f"@{USERNAME} pensiones 2014")
        one.read |= other.read
        told = (await one.asks(f"/borrar@{USERNAME}")).text
        assert "borrados: 1" in told
        assert "lo de los demás sigue" in told
        other.read |= one.read
        await other.asks(f"@{USERNAME} ¿y en 2018?")
    assert world.asked[-1] == ("¿y en 2018?", "pensiones 2014")


async def test_whoever_blocks_the_bot_is_forgotten() -> None:
    async with running() as world:
        citizen = world.citizen()
        await citizen.asks("deuda 2013")
        await citizen.blocks()
        await world.api.eventually(lambda: rows_of(world, 501) == 0)


async def test_what_went_unanswered_is_queued_without_personal_data() -> None:
    from bot.domain.answer import NotUnderstood

    def lost(text: str, reading: Interpretation) -> tuple[NotUnderstood, ...]:
        return (NotUnderstood(reading, "fuera_de_tema"),)

    async with running(FakeAssistant(lost)) as world:
        await world.citizen().asks("me llamo Ana Pérez, mi celular es 492 123 4567, ¿qué onda con el agua?")
        await world.api.eventually(lambda: world.state.unanswered.since(world.settings.today()))
        (queued,) = world.state.unanswered.since(world.settings.today())
    assert "agua" in queued.text
    assert "4567" not in queued.text
    assert "Pérez" not in queued.text


async def test_found_answers_are_counted_by_day() -> None:
    async with running(FakeAssistant(lambda text, reading: (found(text, reading),))) as world:
        await world.citizen().asks("deuda 2013")
        today = world.settings.today()
        await world.api.eventually(lambda: world.state.counters.between(today, today))
        assert world.state.counters.between(today, today)[today]["telegram.found"] == 1
