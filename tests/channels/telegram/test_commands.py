"""Commands, groups, and messages without words."""

from __future__ import annotations

import re

import pytest

from bot.channels.telegram.commands import COMMANDS
from bot.channels.telegram.words import EXAMPLES, LANGUAGES, SENTENCES, Language, sentences
from bot.domain.reading import Interpretation
from bot.rendering.wording import Wordings

from .emulator import ME, USERNAME
from .world import WAY, FakeAssistant, running

GROUP = -1001


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
async def test_every_command_of_the_table_answers(command: str) -> None:
    async with running() as world:
        reply = await world.citizen().asks(f"/{command}")
    assert reply.text
    assert world.asked == []


async def test_the_menu_that_telegram_shows_is_the_table() -> None:
    async with running() as world:
        await world.api.until(lambda: len(world.api.commands) == 6)
        menus = {where: [each["command"] for each in menu] for where, menu in world.api.commands.items()}
    scopes = ("default", "all_private_chats", "all_group_chats")
    assert set(menus) == {(scope, language) for scope in scopes for language in ("", "en")}
    assert menus["all_private_chats", ""] == [command.name for command in COMMANDS]
    assert menus["all_private_chats", "en"] == [command.in_english[0] for command in COMMANDS]
    assert menus["all_group_chats", ""] == [command.name for command in COMMANDS if command.name != "start"]


async def test_telegram_shows_what_the_bot_is_in_two_languages() -> None:
    async with running() as world:
        await world.api.until(lambda: len(world.api.descriptions) == 4)
        said = world.api.descriptions
    assert set(said) == {(method, language) for method in ("setMyDescription", "setMyShortDescription") for language in ("", "en")}
    assert len(set(said.values())) == 4


async def test_start_says_what_it_is_for_in_two_lines_and_offers_three_questions() -> None:
    async with running() as world:
        reply = await world.citizen().asks("/start")
    assert len(reply.text.split("\n\n")) == 2
    assert reply.labels == list(EXAMPLES[:3])


async def test_ayuda_lists_every_command() -> None:
    async with running() as world:
        reply = await world.citizen().asks("/ayuda")
    assert all(f"/{command.name}: {command.does}" in reply.text for command in COMMANDS)


async def test_an_example_can_be_pressed_and_is_answered() -> None:
    async with running() as world:
        citizen = world.citizen()
        await citizen.presses(await citizen.asks("/ejemplos"), EXAMPLES[3])
        await citizen.hears()
    assert world.asked == [(EXAMPLES[3], None)]


async def test_temas_says_what_there_is_and_what_is_missing_and_offers_a_question() -> None:
    async with running() as world:
        reply = await world.citizen().asks("/temas")
    assert "158 cifras, de 1998 a 2025, en 60 documentos" in reply.text
    assert "Falta: intereses <pagados>, no está el año 2017; no aparece la etapa devengado." in reply.text
    assert reply.labels == ["¿Cuánto debe el estado?"]


async def test_fuente_lists_the_documents_of_the_last_answer() -> None:
    async with running() as world:
        citizen = world.citizen()
        await citizen.asks("deuda 2013")
        reply = await citizen.asks("/fuente")
    assert "Informe <2014> & anexos" in reply.text
    assert 'href="https://example.org/' in reply.html


async def test_fuente_alone_asks_for_a_question_and_with_one_answers_it() -> None:
    async with running() as world:
        citizen = world.citizen()
        assert "Pregúntame algo primero" in (await citizen.asks("/fuente")).text
        assert "Informe" in (await citizen.asks("/fuente deuda 2013")).text


async def test_privacidad_says_how_long_and_borrar_makes_it_forget() -> None:
    async with running() as world:
        citizen = world.citizen()
        await citizen.asks("deuda 2013")
        assert "15 minutos" in (await citizen.asks("/privacidad")).text
        assert "borrados: 1" in (await citizen.asks("/borrar")).text
        await citizen.asks("¿y en 2018?")
    assert world.asked[-1] == ("¿y en 2018?", None)


async def test_acerca_says_what_the_database_holds() -> None:
    async with running() as world:
        reply = await world.citizen().asks("/acerca")
    assert "1,234 renglones, armada el 20 de noviembre de 2026" in reply.text


async def test_an_unknown_command_is_told_with_the_known_ones() -> None:
    async with running() as world:
        reply = await world.citizen().asks("/deuda")
    assert reply.text.startswith("No conozco /deuda")
    assert "/ayuda" in reply.text


async def test_in_a_group_it_hears_commands_its_name_and_replies_and_nothing_else() -> None:
    async with running() as world:
        neighbour = world.citizen(GROUP, 11)
        await neighbour.says("¿ya comieron?")
        await neighbour.says("/start@OtroBot")
        await neighbour.says("/comer")
        asked = await neighbour.says(f"@{USERNAME} deuda 2013")
        (named,) = await neighbour.hears()
        assert named.quotes == asked
        answered = await neighbour.asks("¿y en 2018?", reply_to=named)
        command = await neighbour.asks(f"/ayuda@{USERNAME}")
    assert world.asked == [("deuda 2013", None), ("¿y en 2018?", "deuda 2013")]
    assert "Entendí" in answered.text
    assert "En un grupo" in command.text


async def test_neighbours_of_a_group_do_not_continue_each_other() -> None:
    async with running() as world:
        one, other = world.citizen(GROUP, 11), world.citizen(GROUP, 12)
        await one.asks(f"@{USERNAME} deuda 2013")
        other.read |= one.read
        await other.asks(f"@{USERNAME} ¿y en 2018?")
    assert world.asked[-1] == ("¿y en 2018?", None)


async def test_naming_the_bot_under_a_neighbours_question_asks_that_question() -> None:
    async with running() as world:
        question = {"message_id": 3, "date": 1_800_000_000, "chat": {"id": GROUP, "type": "supergroup"}, "text": "¿cuánto debe el estado?"}
        question["from"] = {"id": 99, "is_bot": False, "first_name": "Vecina"}
        await world.citizen(GROUP, 11).asks(f"@{USERNAME}", reply_to=question)
    assert world.asked == [("¿cuánto debe el estado?", None)]


async def test_a_topic_is_answered_in_the_topic() -> None:
    async with running() as world:
        reply = await world.citizen(GROUP, 11, thread=77).asks(f"@{USERNAME} deuda 2013")
    assert reply.thread == 77


async def test_a_topic_opened_by_the_bot_does_not_make_every_message_a_reply() -> None:
    opened = {"message_id": 77, "date": 1_800_000_000, "chat": {"id": GROUP, "type": "supergroup"}, "from": ME}
    opened["forum_topic_created"] = {"name": "Dinero", "icon_color": 7322096}
    async with running() as world:
        neighbour = world.citizen(GROUP, 11, thread=77)
        await neighbour.says("¿ya comieron?", reply_to=opened)
        await neighbour.asks(f"@{USERNAME} deuda 2013")
    assert [text for text, _ in world.asked] == ["deuda 2013"]


FILE = {"file_id": "f", "file_unique_id": "u"}
WORDLESS = [
    ({"voice": {**FILE, "duration": 3}}, "voz"),
    ({"photo": [{**FILE, "width": 9, "height": 9}]}, "imagen"),
    ({"document": FILE}, "archivo"),
    ({"sticker": {**FILE, "width": 9, "height": 9, "type": "regular", "is_animated": False, "is_video": False}}, "sticker"),
    ({"contact": {"phone_number": "+5249212", "first_name": "Ana"}}, "contacto"),
    ({"dice": {"emoji": "🎲", "value": 3}}, "sticker"),
    ({"game": {"title": "x", "description": "x", "photo": []}}, "otro"),
]


@pytest.mark.parametrize(("content", "kind"), WORDLESS)
async def test_what_it_cannot_read_gets_a_line_that_helps(content: dict[str, object], kind: str) -> None:
    async with running() as world:
        reply = await world.citizen().asks("", **content)
    assert reply.text == SENTENCES[f"telegram.{kind}"]
    assert reply.labels == list(EXAMPLES[:3])


async def test_the_words_under_a_photo_are_answered_saying_that_the_photo_was_not_seen() -> None:
    async with running() as world:
        reply = await world.citizen().asks("", photo=[{**FILE, "width": 9, "height": 9}], caption="deuda 2013")
    assert world.asked == [("deuda 2013", None)]
    assert reply.text.startswith("Leí solo el texto")


async def test_an_album_gets_one_line() -> None:
    async with running() as world:
        citizen = world.citizen()
        for _ in range(4):
            await citizen.says("", photo=[{**FILE, "width": 9, "height": 9}], media_group_id="album")
        await citizen.hears()
        assert "Cifra de" in (await citizen.asks("deuda 2013")).text


async def test_a_group_photo_gets_no_line() -> None:
    async with running() as world:
        neighbour = world.citizen(GROUP, 11)
        await neighbour.says("", photo=[{**FILE, "width": 9, "height": 9}])
        await neighbour.asks(f"@{USERNAME} deuda 2013")
        assert len(world.api.sent) == 1


async def test_a_failure_of_the_program_is_told_without_blame_or_words_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    def broken(text: str, reading: Interpretation) -> tuple[()]:
        raise KeyError(text)

    async with running(FakeAssistant(broken)) as world:
        citizen = world.citizen()
        reply = await citizen.asks("soy Ana Pérez y esto rompe")
        await citizen.asks("/ayuda")
    assert reply.text == SENTENCES["telegram.falla"]
    assert "KeyError" in caplog.text
    assert "broken" in caplog.text
    assert "Ana" not in caplog.text


async def test_a_kind_of_message_that_the_library_does_not_know_stops_nobody(caplog: pytest.LogCaptureFixture) -> None:
    async with running() as world:
        citizen = world.citizen()
        await citizen.says("mi clave secreta", poll={"id": "1", "question": "?"})
        await citizen.asks("deuda 2013")
    assert "cannot be read" in caplog.text
    assert "secreta" not in caplog.text


@pytest.mark.parametrize("way", ["polling", "webhook"])
async def test_an_update_that_makes_no_sense_stops_nobody(way: str, caplog: pytest.LogCaptureFixture) -> None:
    token = WAY.set(way)
    async with running() as world:
        citizen = world.citizen()
        await citizen.says("mi clave secreta", date=10**20)
        await citizen.says("mi clave secreta", entities=[{"type": "bot_command", "offset": -5, "length": 10**9}])
        await citizen.says("mi clave secreta", entities=7)
        await citizen.says("", reply_to={"message_id": "uno"})
        await world.citizen(502).asks("deuda 2013")
    WAY.reset(token)
    assert "cannot be read" in caplog.text
    assert "secreta" not in caplog.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_channel_is_filled_by_the_fields_it_is_given(language: Language) -> None:
    said = Wordings(sentences(language))
    fields = {
        **dict.fromkeys(("que", "para", "tiempo", "recibo", "respuesta", "municipio", "nombre", "esperan", "nota"), "x"),
        "cifras": "7",
        "anio": "2025",
        "filas": "1",
        "fecha": "hoy",
        "minutos": "15",
        "cuantas": "3",
        "ver_mas": "Ver más",
        "comando": "/x",
        "pregunta": "¿?",
    }
    assert all("{" not in said.say(id, **fields) and said.say(id, **fields) != ", ".join(fields.values()) for id in SENTENCES)


def test_answers_to_buttons_fit_in_the_two_hundred_characters_that_telegram_takes() -> None:
    ids = ("ya_completa", "ya_contestada", "boton_viejo", "gracias_por_decir", "ya_avisado")
    assert all(len(sentences(language)[f"telegram.{id}"]) <= 200 for language in LANGUAGES for id in ids)


def test_both_languages_say_the_same_things_with_the_same_fields() -> None:
    def fields(text: str) -> set[str]:
        return set(re.findall(r"{(\w+)}", text))

    spanish, english = sentences("es"), sentences("en")
    assert spanish.keys() == english.keys()
    assert all(fields(spanish[id]) == fields(english[id]) for id in spanish)


async def test_whoever_has_telegram_in_english_is_spoken_to_in_english_and_answered_all_the_same() -> None:
    async with running() as world:
        citizen = world.citizen(language="en-US")
        assert (await citizen.asks("/help")).text.startswith("Write your question as you would say it")
        assert "Cifra de «deuda 2013»" in (await citizen.asks("deuda 2013")).text
        assert (await citizen.asks("/fuente")).text.startswith("The last answer comes from here")
