"""What goes on from the turn before, what corrects it, and two questions in one message."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.domain.reading import Act, Interpretation, Question, Topic
from bot.domain.stage import Stage

if TYPE_CHECKING:
    from bot.understanding import Reader

TODAY = date(2026, 11, 22)


def after(reader: Reader, before: str, message: str) -> Interpretation:
    return reader.read(Question(message, TODAY, reader.read(Question(before, TODAY))))


def test_a_corrected_year_changes_only_the_year(reader: Reader) -> None:
    reading = after(reader, "¿cuánto debía el estado en 2016?", "no, del 2017")
    assert (reading.act, reading.topic, reading.years) == (Act.AMOUNT, Topic.DEBT, (2017,))


@pytest.mark.parametrize(
    ("before", "message"),
    [("¿cuánto debe Zacatecas?", "me refería al municipio"), ("¿Cuánto recibió Zacatecas en 2024?", "la capital, no el estado")],
)
def test_a_corrected_level_asks_the_same_of_the_capital(reader: Reader, before: str, message: str) -> None:
    reading = after(reader, before, message)
    assert (reading.act, reading.topic, reading.entities) == (Act.AMOUNT, Topic.TRANSFERS, ("municipio de zacatecas",))


def test_a_corrected_level_keeps_the_town_that_was_named(reader: Reader) -> None:
    reading = after(reader, "¿cuánto debe el gobierno a los bancos? soy de Fresnillo", "me refería al municipio")
    assert (reading.topic, reading.entities) == (Topic.TRANSFERS, ("fresnillo",))


def test_another_town_keeps_fund_and_year(reader: Reader) -> None:
    reading = after(reader, "cuánto recibió guadalupe de fais en 2020", "y fresnillo")
    assert (reading.years, set(reading.entities)) == ((2020,), {"fresnillo", "fais"})


def test_another_stage_keeps_the_rest(reader: Reader) -> None:
    reading = after(reader, "cuánto se gastó en salud en 2019", "perdón, lo pagado")
    assert (reading.stage, reading.years, reading.entities) == (Stage.PAID, (2019,), ("secretaria de salud",))


@pytest.mark.parametrize(
    ("before", "message", "years"),
    [
        ("cuánto debía el estado en 2016", "y así año con año hasta 2019", (2016, 2017, 2018, 2019)),
        ("participaciones de Guadalupe en 2024", "desde el 22", (2022, 2023, 2024)),
        ("presupuesto del INCUFIDEZ en 2020", "dos años después", (2022,)),
        ("presupuesto del INCUFIDEZ en 2020", "22", (2022,)),
        ("deuda de corto plazo en 2021", "¿la pagaron antes de irse?", (2021,)),
        ("participaciones de Loreto 2022", "compáralas con las de Villa García", (2022,)),
        ("cuánto pidieron prestado en 2012", "ajá, pero en qué se gastó", (2012,)),
    ],
)
def test_years_go_on_from_the_turn_before(reader: Reader, before: str, message: str, years: tuple[int, ...]) -> None:
    assert after(reader, before, message).years == years


def test_the_second_of_two_things_compared_is_no_question_of_its_own(reader: Reader) -> None:
    reading = reader.read(Question("Compara el FAIS recibido de Jerez y de Pinos en 2024", TODAY))
    assert (reading.act, reading.more) == (Act.COMPARE, ())


def test_going_on_to_another_state_is_out_of_scope(reader: Reader) -> None:
    assert after(reader, "¿cuánto debe el estado?", "¿y en Jalisco?").act is Act.NONE


def test_thanks_end_the_talk(reader: Reader) -> None:
    assert after(reader, "¿cuánto debe el estado?", "gracias").act is Act.SMALLTALK


@pytest.mark.parametrize(
    ("message", "first", "second"),
    [
        ("¿cuánto debe el estado y quién firmó el crédito?", (Act.AMOUNT, Topic.DEBT), (Act.WHO, Topic.DEBT)),
        ("¿cuánto debe el estado? ¿y cuántos pensionados hay?", (Act.AMOUNT, Topic.DEBT), (Act.AMOUNT, Topic.PENSIONS)),
        ("how much does zacatecas owe and who signed the loan", (Act.AMOUNT, Topic.DEBT), (Act.WHO, Topic.DEBT)),
        ("qué constructora hizo el velódromo y cuánto cobró", (Act.WHO, Topic.SPORTS), (Act.AMOUNT, Topic.SPORTS)),
        ("¿cuándo vence el crédito de Banobras? Páseme el contrato", (Act.WHEN, Topic.DEBT), (Act.SOURCE, Topic.DEBT)),
    ],
)
def test_two_questions_are_both_read(reader: Reader, message: str, first: tuple[Act, Topic], second: tuple[Act, Topic]) -> None:
    reading = reader.read(Question(message, TODAY))
    assert (reading.act, reading.topic) == first
    assert [(each.act, each.topic) for each in reading.more] == [second]


@pytest.mark.parametrize(
    "message",
    [
        "¿cuánto fue a escuelas y cuánto a hospitales en 2022?",
        "Solicito el monto de la deuda al cierre de 2020. Sin otro particular, quedo de usted.",
        "mi primo, que trabajó en Finanzas cuando entró Tello, dice que se debe mucho: ¿cuánto se debe?",
    ],
)
def test_what_only_looks_like_two_questions_is_one(reader: Reader, message: str) -> None:
    assert reader.read(Question(message, TODAY)).more == ()


@pytest.mark.parametrize(
    ("message", "entities", "years"),
    [
        ("¿cuánto debe el estado? no, mejor dime cuánto debe Fresnillo", {"fresnillo"}, ()),
        ("quiero la deuda de 2018, mejor dame la de 2021", set(), (2021,)),
        ("Presupuesto de salud 2020. Ay perdón, mejor quiero el de educación", {"secretaria de educacion"}, (2020,)),
    ],
)
def test_what_is_taken_back_is_not_asked(reader: Reader, message: str, entities: set[str], years: tuple[int, ...]) -> None:
    reading = reader.read(Question(message, TODAY))
    assert (set(reading.entities), reading.years, reading.more) == (entities, years, ())


def test_the_second_question_keeps_the_names_of_the_first(reader: Reader) -> None:
    reading = reader.read(Question("¿cuánto recibió Pinos de FAIS en 2023 y en qué se gastó?", TODAY))
    assert reading.more
    assert set(reading.more[0].entities) == {"pinos", "fais"}


@pytest.mark.parametrize("message", ["how much does the state owe", "what was the sports budget in 2019"])
def test_english_is_told_apart(reader: Reader, message: str) -> None:
    assert reader.read(Question(message, TODAY)).language == "en"


@pytest.mark.parametrize(
    "message",
    [
        "Acomódame de mayor a menor, por su avalúo, el casino, el hotel Parador y el Paraíso Caxcán",
        "el índice nacional de precios al consumidor, promedio del año en 2014",
    ],
)
def test_names_to_be_put_in_order_and_what_completes_a_name_are_no_second_question(reader: Reader, message: str) -> None:
    assert reader.read(Question(message, TODAY)).more == ()
