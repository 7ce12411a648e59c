"""The number told is of the kind asked: money or heads, paid or owed, of this work or of that, of one thing or of two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Explained, Found, Role
from tests.answering.asking import TODAY, amounts, told

if TYPE_CHECKING:
    from bot.app import Assistant


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿Cuánto se pagaba cada quincena a los empleados del Issstezac en 2022?", "4,768,000"),
        ("sueldos quincenales del issstezac, cuánto era", "4,768,000"),
        ("cuanto al mes se llevaban las becas deportivas que cancelaron", "170,000"),
        ("¿Cuánto se iba al mes en las becas irregulares que cancelaron en 2016?", "170,000"),
        ("¿Cuánto se iba al mes en pensiones en diciembre de 2022?", "86,884,000"),
    ],
)
def test_so_much_a_month_or_a_fortnight_is_money_and_never_heads(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


@pytest.mark.parametrize(
    "question",
    [
        "¿cuánto falta por pagar de lo que ordenaron los jueces en aguinaldos?",
        "cuánto dinero quedaba sin pagar de los aguinaldos que los jueces ya ordenaron",
        "¿cuánto se debía de aguinaldos ya ordenados por jueces?",
    ],
)
def test_what_is_left_to_pay_is_not_what_was_paid(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("119,400,000")


def test_years_added_up_by_the_question_get_the_printed_total(assistant: Assistant) -> None:
    asked = "cuanto llevaban pagado de aguinaldos por orden de un juez hasta 2023, ya juntando 2021 y 2022"
    assert told(assistant, asked) == amounts("92,100,000")


@pytest.mark.parametrize(
    ("question", "nearest"),
    [
        ("¿Cuántas quejas se le han juntado al órgano que reemplazó al IZAI?", []),
        ("¿Cuántos entrenadores tiene el Incufidez?", []),
        ("¿Cuántas demandas tiene el Incufidez?", []),
        ("¿Cuántos médicos trabajan en el Issstezac?", ["696"]),
    ],
)
def test_a_number_of_other_things_is_no_answer_to_how_many(assistant: Assistant, question: str, nearest: list[str]) -> None:
    assert told(assistant, question) == set()
    assert told(assistant, question, Role.NEAREST) == amounts(*nearest)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿cuántos jubilados había en 2022?", "4,786"),
        ("cuantos becarios había en 2019", "120"),
        ("¿cuántos atletas tienen beca?", "120"),
        ("¿cuántos amparos hay por el aguinaldo?", "3,651"),
    ],
)
def test_things_counted_go_by_other_names(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿Cuánto costó hacer más grande el estadio de futbol?", ["50,000,000", "40,000,000"]),
        ("¿Cuánto costó el estadio de beisbol?", []),
        ("¿Cuánto costó ampliar el estadio y cuánto remodelarlo?", ["50,000,000", "40,000,000", "34,000,000"]),
        ("¿Cuánto costó construir la alberca del Centro Acuático y cuánto arreglarla?", ["100,000,000", "18,000,000"]),
        ("¿Cuánto costaron las canchas de Jerez?", ["2,000,000"]),
    ],
)
def test_a_work_of_one_kind_does_not_answer_for_another(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿Cuánto más vale el hotel Parador que la deuda que se va a tapar con él?", ["347,000,000", "245,400,000"]),
        ("¿Cuánto más perdió el Parador que Caxcán en 2025?", ["11,200,000", "8,500,000", "2,700,000"]),
        ("¿Cuánto más se pidió que lo que recibió el Incufidez?", ["50,000,000", "80,563,748"]),
    ],
)
def test_so_much_more_than_another_thing_shows_both(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    ("before", "question", "said"),
    [
        ("¿Cuánto se iba al mes en las becas irregulares que cancelaron en 2016?", "¿y cuántas becas eran?", "149 becas"),
        ("¿En cuánto están valuadas las 45 propiedades del Issstezac en 2020?", "y de esas cuantas si tienen escrituras", "32 con título"),
        ("¿Cuánto prestó el Issstezac a trabajadores en 2017?", "¿y cuántas solicitudes quedaron sin atender?", "450 solicitudes"),
        ("¿Cuánto se pagó del aguinaldo 2022 por orden judicial?", "¿a cuántos pensionados?", "209 pensionados"),
        (None, "¿cuántas becas irregulares cancelaron en el Incufidez?", "149 becas"),
        (None, "¿Cuántas hectáreas tiene el terreno de Ciudad Gobierno que se subastó?", "8 hectáreas"),
    ],
)
def test_a_number_in_the_note_of_a_figure_is_told_with_it(assistant: Assistant, before: str | None, question: str, said: str) -> None:
    after = assistant.read(before, TODAY) if before else None
    answer = assistant.ask(question, TODAY, after).answers[0]
    assert isinstance(answer, Found)
    assert any(said in statement.text for statement in answer.statements)


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("¿Dónde está el informe final de si cumplieron el primer plan de acción?", "se-cumplieron-los-compromisos-del-primer-plan"),
        ("¿dónde puedo leer si hubo informe final del plan de gobierno abierto?", "se-cumplieron-los-compromisos-del-primer-plan"),
        ("¿son 30 o 60 días de aguinaldo los que tocan?", "que-paso-con-el-aguinaldo"),
    ],
)
def test_what_no_figure_can_say_is_told_by_an_entry(assistant: Assistant, question: str, entry: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Explained)
    assert answer.faq.id == entry


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿De qué se componían los adeudos del Issstezac en 2021: gobierno, SAT, IMSS y devoluciones?", ["284", "58", "17", "6"]),
        ("¿cuánto se gastó en el velódromo?", ["40", "50"]),
        ("¿Por qué se gastaron 200 millones en el velódromo?", ["40", "50"]),
    ],
)
def test_all_that_was_listed_and_what_the_work_cost(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == {amount * 1_000_000 for amount in amounts(*expected)}


@pytest.mark.parametrize(
    "question",
    ["¿Cuánto presupuesto tenía el IZAI?", "¿Cuánto presupuesto tiene el Issstezac?", "¿cuánto se ahorró con la desaparición del IZAI?"],
)
def test_the_name_of_a_body_alone_points_to_none_of_its_figures(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == set()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿Cuánto se pagó del aguinaldo 2023?", []),
        ("¿cuánto se pagó por orden judicial del aguinaldo 2022?", ["10,600,000"]),
        ("¿cuánto llevaban pagado del aguinaldo 2021 en 2023?", ["81,400,000"]),
        ("¿Cuánto se debía del aguinaldo 2020?", ["15,000,000"]),
    ],
)
def test_what_was_paid_is_of_the_very_year_of_the_name(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    "question",
    [
        "a finales de 2018 cuántos estados ya tenían su secretariado de gobierno abierto?",
        "en cuántos estados había secretariado de gobierno abierto a fines de 2018",
        "¿cuántos estados tenían secretariado técnico en diciembre de 2018?",
    ],
)
def test_words_of_time_do_not_hide_the_sentence_that_says_how_many(assistant: Assistant, question: str) -> None:
    (answer,) = assistant.ask(question, TODAY).answers
    assert any("18 estados" in statement.text for statement in getattr(answer, "statements", ()))
