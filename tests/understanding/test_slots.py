"""The exact things a message says beside what it asks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bot.domain.reading import Act, Question, Topic
from bot.domain.stage import Stage

if TYPE_CHECKING:
    from bot.understanding import Reader

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("message", "amount"),
    [
        ("¿en qué se gastaron los mil setecientos millones?", 1_700_000_000),
        ("¿es cierto que deben 3 mdp?", 3_000_000),
        ("dicen que son $4,939,273,314 de deuda", 4_939_273_314),
        ("los 6,573 millones que pidieron", 6_573_000_000),
    ],
)
def test_amounts_in_words_and_short_forms_are_exact(reader: Reader, message: str, amount: int) -> None:
    assert Decimal(amount) in reader.read(Question(message, TODAY)).amounts


@pytest.mark.parametrize(
    ("message", "years"),
    [
        ("cuánto debía el estado en dos mil dieciocho", (2018,)),
        ("cuánto se gastó en el 22", (2022,)),
        ("cuánto debían en el diecisiete", (2017,)),
        ("presupuesto 15 16 y 17", (2015, 2016, 2017)),
        ("me jubilé en el 98, ¿cuántos pensionados había en 2015?", (2015,)),
        ("yo manejo taxi desde 1999 y quiero saber cuánto debe el estado", ()),
        ("deuda estatal 2013 - 2016", (2013, 2014, 2015, 2016)),
        ("¿Cuánto ha crecido? Dame 2018 a 2020.", (2018, 2019, 2020)),
    ],
)
def test_years_are_read_as_people_say_them(reader: Reader, message: str, years: tuple[int, ...]) -> None:
    assert reader.read(Question(message, TODAY)).years == years


@pytest.mark.parametrize(
    ("message", "stage"),
    [
        ("cuánto le aprobaron al incufidez", Stage.APPROVED),
        ("presupuesto aprovado 2019", Stage.APPROVED),
        ("el pagado, no el aprobado, de salud en 2020", Stage.PAID),
        ("cuánto ejerció la uaz", Stage.EXERCISED),
        ("no lo aprobado, lo que se pagó en salud en 2020", Stage.PAID),
        ("de lo asignado a drenaje, ¿cuánto se ejerció?", Stage.EXERCISED),
        ("seduzac comprometdo 2020", Stage.COMMITTED),
        ("salud modif 2021", Stage.MODIFIED),
        ("servicio de la deuda presupuesto aprobado 2022", Stage.APPROVED),
    ],
)
def test_the_stage_wanted_is_the_one_read(reader: Reader, message: str, stage: Stage) -> None:
    assert reader.read(Question(message, TODAY)).stage is stage


@pytest.mark.parametrize(
    "message",
    [
        "no me diga cuánto se aprobó, dígame cuánto se gastó en seguridad",
        "¿el gobernador se comprometió a terminar el hospital?",
        "¿en qué mes modificaron la ley de pensiones?",
        "¿cuánto se pagó de intereses?",
    ],
)
def test_words_of_a_stage_that_name_none(reader: Reader, message: str) -> None:
    assert reader.read(Question(message, TODAY)).stage is None


def test_what_a_message_refuses_is_not_what_it_asks(reader: Reader) -> None:
    reading = reader.read(Question("no quiero los ingresos, quiero el gasto", TODAY))
    assert reading.topic is Topic.BUDGET
    assert not any("ingreso" in concept for concept in reading.concepts)


def test_of_two_towns_the_refused_one_is_left_out(reader: Reader) -> None:
    assert reader.read(Question("el gasto de fresnillo no, el de jerez en 2022", TODAY)).entities == ("jerez",)


def test_a_town_alone_is_kept_even_when_something_is_denied_of_it(reader: Reader) -> None:
    assert "jerez" in reader.read(Question("¿por qué no le dieron nada a jerez?", TODAY)).entities


def test_weights_that_spoke_are_shown(reader: Reader) -> None:
    clues = reader.read(Question("¿quién firmó el crédito de Banorte?", TODAY)).clues
    assert any(clue.speaks_for == Act.WHO and clue.weight > 0 and "uién" in clue.words for clue in clues)


@pytest.mark.parametrize(
    ("message", "per"),
    [
        ("¿cuánto se debe por cada persona?", "habitante"),
        ("deuda por persona en 2020", "habitante"),
        ("¿cuánto me toca de la deuda pública?", "habitante"),
        ("de lo que debe el estado, ¿cuánto nos toca?", "habitante"),
        ("¿cuánto me toca pagar de mi deuda?", None),
        ("¿cuántos trabajadores cotizan por cada persona pensionada?", None),
        ("cuánto se paga por persona jubilada", None),
    ],
)
def test_a_figure_for_each_pensioner_is_not_one_for_each_inhabitant(reader: Reader, message: str, per: str | None) -> None:
    assert reader.read(Question(message, TODAY)).per == per
