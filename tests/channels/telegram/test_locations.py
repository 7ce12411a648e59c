"""Whoever shares where they are is asked which of the nearest municipalities is theirs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.channels.telegram.keyboard import LONGEST
from bot.channels.telegram.seats import FILE, kilometres, nearest, read_seats
from bot.channels.telegram.words import SENTENCES
from bot.domain.vocabulary import Term
from bot.errors import SourceDataError
from bot.knowledge import load
from bot.settings import ROOT
from bot.state import NOTHING_CHOSEN

from .emulator import USERNAME, bot_api
from .test_choices import _at
from .test_personal_data_on_disk import on_disk
from .world import KNOWLEDGE, FakeAssistant, answering, running, small_state

if TYPE_CHECKING:
    from .emulator import Sent

GROUP = -1001
NEXT_TO_JEREZ = {"latitude": 22.64321, "longitude": -102.98765}
MADRID = {"latitude": 40.4168, "longitude": -3.7038}
MAZAPIL = "32026"
JEREZ = Term("jerez", "municipio", "Jerez", "Jerez", "", (), code="32020")
SUSTICACAN = Term("susticacan", "municipio", "Susticacán", "Susticacán", "", (), code="32043")
TEPETONGO = Term("tepetongo", "municipio", "Tepetongo", "Tepetongo", "", (), code="32046")
SEATS = read_seats(ROOT / "data")


def people_of_jerez() -> FakeAssistant:
    return FakeAssistant(knowledge=replace(KNOWLEDGE, terms=(JEREZ, SUSTICACAN, TEPETONGO)))


async def test_a_shared_location_is_answered_with_the_three_nearest_municipalities() -> None:
    async with running(people_of_jerez()) as world:
        reply = await world.citizen().asks("", location=NEXT_TO_JEREZ)
    assert reply.text.startswith("¿Cuál es tu municipio?")
    assert "no la guardé" in reply.text
    assert reply.labels == ["Jerez", "Susticacán", "Tepetongo", "Ninguno de estos"]
    assert all(len(row) == 1 for row in reply.buttons)
    assert all(len(reply.data(label).encode()) <= LONGEST for label in reply.labels)
    assert world.asked == []


async def test_so_is_a_place_on_the_map_and_in_english() -> None:
    async with running(people_of_jerez()) as world:
        reply = await world.citizen(language="en").asks(
            "", location=NEXT_TO_JEREZ, venue={"location": NEXT_TO_JEREZ, "title": "Jardín", "address": "Centro"}
        )
    assert reply.text.startswith("Which is your municipality?")
    assert reply.labels[-1] == "None of these"


async def test_the_municipality_pressed_is_chosen_as_if_its_name_had_been_written() -> None:
    async with running(_at("fresnillo")) as world:
        one, other = world.citizen(501), world.citizen(502)
        written = await one.asks("/municipio Fresnillo")
        offered = await other.asks("", location={"latitude": 23.17, "longitude": -102.86})
        assert world.state.preferences.of(502) == NOTHING_CHOSEN
        assert offered.labels[0] == "Fresnillo"
        pressed = await other.presses(offered, "Fresnillo")
        (chosen,) = await other.hears()
        assert (chosen.text, chosen.labels) == (written.text, written.labels)
        assert world.api.callbacks[pressed] is not None
        await other.asks("¿cuánto recibió mi municipio?")
        assert world.asked[-1][0] == "¿cuánto recibió el municipio de Fresnillo?"


async def test_a_button_pressed_twice_is_answered_once_and_another_can_be_pressed_after_it() -> None:
    async with running(people_of_jerez()) as world:
        citizen = world.citizen()
        offered = await citizen.asks("", location=NEXT_TO_JEREZ)
        said = [await _chosen(citizen, offered, "Jerez")]
        again = await citizen.presses(offered, "Jerez")
        await world.api.until(lambda: world.api.callbacks[again])
        assert world.api.callbacks[again].text == SENTENCES["telegram.ya_contestada"]
        said += [await _chosen(citizen, offered, label) for label in ("Susticacán", "Jerez")]
        assert ["Susticacán" in each for each in said] == [False, True, False]
        assert "Tu municipio es Jerez" in (await citizen.asks("/municipio")).text


async def _chosen(citizen: Any, offered: Sent, label: str) -> str:
    await citizen.presses(offered, label)
    return str((await citizen.hears())[0].text)


async def test_none_of_these_says_how_to_write_it_and_takes_nothing_back() -> None:
    async with running(people_of_jerez()) as world:
        citizen = world.citizen()
        offered = await citizen.asks("", location=NEXT_TO_JEREZ)
        assert "Dime tu municipio" in await _chosen(citizen, offered, "Ninguno de estos")
        await _chosen(citizen, offered, "Jerez")
        assert "Tu municipio es Jerez" in await _chosen(citizen, await citizen.asks("", location=NEXT_TO_JEREZ), "Ninguno de estos")


async def test_a_municipality_that_is_not_known_chooses_nothing() -> None:
    async with running(people_of_jerez()) as world:
        citizen = world.citizen()
        offered = await citizen.asks("", location=NEXT_TO_JEREZ)
        pressed = await citizen.presses_data(offered, "h:99999")
        await world.api.until(lambda: world.api.callbacks[pressed])
        assert world.api.callbacks[pressed].text == SENTENCES["telegram.boton_viejo"]
        assert "Dime tu municipio" in (await citizen.asks("/municipio")).text


async def test_buttons_mean_the_same_to_a_program_that_did_not_send_them() -> None:
    async with bot_api() as api:
        with small_state() as state:
            async with answering(api, people_of_jerez(), state) as world:
                citizen = world.citizen()
                offered = await citizen.asks("", location=NEXT_TO_JEREZ)
        with small_state() as state:
            async with answering(api, people_of_jerez(), state):
                assert "Jerez" in await _chosen(citizen, offered, "Jerez")
        assert not api.refused


async def test_a_location_far_from_the_state_is_told_that_only_its_municipalities_are_known() -> None:
    async with running(people_of_jerez()) as world:
        reply = await world.citizen().asks("", location=MADRID)
    assert "Solo conozco los municipios de Zacatecas" in reply.text
    assert reply.labels == []


async def test_in_a_group_a_location_is_ignored_or_where_it_replies_to_the_bot_not_used() -> None:
    async with running(people_of_jerez()) as world:
        neighbour = world.citizen(GROUP, 11)
        await neighbour.says("", location=NEXT_TO_JEREZ)
        answer = await neighbour.asks(f"@{USERNAME} deuda 2013")
        assert len(world.api.sent) == 1
        told = await neighbour.asks("", reply_to=answer, location=NEXT_TO_JEREZ)
    assert told.text == SENTENCES["telegram.ubicacion"]


async def test_a_location_that_moves_is_answered_once() -> None:
    async with running(people_of_jerez()) as world:
        citizen = world.citizen()
        shared = await citizen.says("", location={**NEXT_TO_JEREZ, "live_period": 900})
        await citizen.hears()
        await citizen.edits(shared, "", location={**MADRID, "live_period": 900})
        await citizen.asks("deuda 2013")
        assert len(world.api.sent) == 2


async def test_where_somebody_was_is_neither_on_disk_nor_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG", logger="bot")
    async with running(people_of_jerez()) as world:
        citizen = world.citizen()
        await _chosen(citizen, await citizen.asks("", location=NEXT_TO_JEREZ), "Jerez")
        await world.api.eventually(lambda: not any(world.state.inbox.waiting().values()))
        kept = on_disk(world.state)
    told = f"{kept} {caplog.text} {world.api.sent}"
    assert [number for number in ("22.64321", "102.98765") if number in told] == []


def test_every_municipality_has_a_place_and_a_name_to_choose_it_by() -> None:
    knowledge = load(ROOT / "knowledge")
    assert {seat.code for seat in SEATS} == {term.code for term in knowledge.terms if term.kind == "municipio"}


@pytest.mark.parametrize("seat", SEATS, ids=lambda seat: f"{seat.code} {seat.latitude}")
def test_at_a_seat_its_own_municipality_is_the_first_and_none_comes_twice(seat: Any) -> None:
    near = nearest(SEATS, seat.latitude, seat.longitude)
    assert near[0].code == seat.code
    assert len({each.code for each in near}) == 3


def test_the_far_west_of_mazapil_is_offered_mazapil() -> None:
    camacho = nearest(SEATS, 24.44023, -102.37323)
    assert MAZAPIL in [seat.code for seat in camacho]


def test_distances_are_those_of_the_globe() -> None:
    assert kilometres(0, 0, 0, 90) == pytest.approx(10_007.5, abs=0.1)
    assert kilometres(0, 179, 0, -179) == pytest.approx(222.4, abs=0.1)
    assert kilometres(90, 0, -90, 50) == pytest.approx(20_015.1, abs=0.1)
    assert kilometres(22.7, -102.5, 22.7, -102.5) == 0


def test_a_folder_without_places_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceDataError, match=FILE):
        read_seats(tmp_path)
    (tmp_path / "budget").mkdir()
    (tmp_path / FILE).write_text("cvegeo,latitude,longitude\n32001,norte,1\n", encoding="utf-8")
    with pytest.raises(SourceDataError, match="norte"):
        read_seats(tmp_path)
