"""To whom it is owed, of what it is a part, who tells it: the words around a figure say which one is meant."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Found, Missing, NotUnderstood, Role, Unclear
from tests.answering.asking import TODAY, amounts, told

if TYPE_CHECKING:
    from bot.app import Assistant


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿Por qué el Cobaez le debía 900 millones al Issstezac en abril de 2021?", "748,000,000"),
        ("¿De veras el Cobaez debía 500 millones al ISSSTEZAC en abril de 2021?", "748,000,000"),
        ("¿Por qué el ISSSTEZAC le debía 90 millones al IMSS en 2021?", "6,000,000"),
        ("¿Es verdad que el ISSSTEZAC le debía 200 millones al SAT en 2021?", "58,000,000"),
    ],
)
def test_an_amount_between_the_verb_and_the_creditor_hides_neither(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("deuda con bancomer al cierre de 2013", "740,370,927"),
        ("adeudo con banorte 2013", "2,984,007,763"),
        ("deuda con scotiabank", "1,489,360"),
    ],
)
def test_a_debt_with_a_bank_is_what_is_owed_to_it(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


@pytest.mark.parametrize(
    ("before", "question", "expected"),
    [
        ("¿Cuánto faltaba por comprobarle a la CONADE en junio de 2019?", "¿Y de eso cuánto era de la UAZ?", "32,000,000"),
        ("¿Cuánto se debía de deuda de largo plazo al cierre de 2013?", "¿y de eso cuánto era con Banorte?", "2,984,007,763"),
        ("¿Qué porcentaje cotizaba un trabajador al Issstezac en 2024?", "¿y el gobierno del estado qué porcentaje pone?", "24"),
        ("¿Qué porcentaje cotizaba un trabajador al Issstezac en 2024?", "¿y los municipios qué porcentaje ponen?", "14"),
    ],
)
def test_a_part_of_what_was_just_told_is_that_part(assistant: Assistant, before: str, question: str, expected: str) -> None:
    answer = assistant.ask(question, TODAY, assistant.read(before, TODAY)).answers[0]
    assert isinstance(answer, Found)
    assert [figure.amount for figure in answer.figures if figure.role is Role.ANSWER] == [Decimal(expected.replace(",", ""))]


@pytest.mark.parametrize(
    "question",
    [
        "fortamun de el plateado 2024, q dice hacienda y q dice inegi",
        "¿Qué reporta Hacienda y qué reporta el INEGI del FORTAMUN de El Plateado en 2024?",
        "¿Cuánto recibió El Plateado de FORTAMUN en 2024? Hacienda y el INEGI no dicen lo mismo",
        "Hacienda y el INEGI no dan la misma cifra del FORTAMUN de El Plateado en 2024",
    ],
)
def test_two_who_tell_it_are_both_shown(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("1,400,972", "1,430,182")


def test_who_owes_whom_is_told_with_what_each_document_says(assistant: Assistant) -> None:
    asked = "En 2021 ¿el Cobaez le debía al Issstezac o el Issstezac al Cobaez? Leí las dos cosas"
    answer = assistant.ask(asked, TODAY).answers[0]
    assert isinstance(answer, Found)
    assert any("todas las demás dicen que el Cobaez debe al ISSSTEZAC" in statement.text for statement in answer.statements)


@pytest.mark.parametrize(
    ("question", "percent"),
    [
        ("¿Cuánto representa el presupuesto estatal aprobado 2024 frente al PIB de Zacatecas?", "11.13"),
        ("¿Cuánto es el presupuesto 2023 frente al PIB?", "12.03"),
        ("¿Cuánto representan las participaciones de 2024 respecto de los ingresos totales del estado?", "34.79"),
        ("¿Qué tan grande era la deuda en 2018 respecto al PIB del estado?", "3.26"),
    ],
)
def test_one_thing_set_against_another_is_a_share_of_it(assistant: Assistant, question: str, percent: str) -> None:
    (figure,) = [round(amount, 2) for amount in told(assistant, question)]
    assert figure == Decimal(percent)


def test_one_year_set_against_another_is_no_share(assistant: Assistant) -> None:
    assert amounts("38,671,799,379") < told(assistant, "¿Cuánto más se aprobó en 2024 respecto a 2023?")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿Por qué aprobaron 24,478 millones para 2016 si decían que no alcanzaba?", "27,552,097,693"),
        ("¿Por qué el presupuesto aprobado de 2016 fue de 24,478 millones?", "27,552,097,693"),
        ("¿Por qué le aprobaron 216 millones al Poder Judicial en 2016?", "406,128,996"),
    ],
)
def test_what_the_committee_proposed_is_corrected_by_what_was_approved(assistant: Assistant, question: str, expected: str) -> None:
    assert amounts(expected) <= told(assistant, question)


@pytest.mark.parametrize(
    "question", ["FAIS de Jerez 2023 y 2024", "FORTAMUN de Pinos en 2022 y 2024", "participaciones de Fresnillo en 2020 y 2024"]
)
def test_the_year_of_which_nothing_is_published_is_named(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    silent = {value for note in answer.notes if note.id == "years_without" for _, value in note.fields}
    assert len(silent) == 1
    assert silent < {"2020", "2022", "2023"}


@pytest.mark.parametrize(
    "question", ["cuanto recibio zacatecas en 2024", "cuánto le llegó a Zacatecas en 2023", "cuánto recibió el estado de Zacatecas en 2024"]
)
def test_what_zacatecas_received_is_asked_back(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Unclear)
    assert answer.options


@pytest.mark.parametrize(
    "question", ["¿Cuánto recibió Zacatecas de la federación en 2024?", "¿Cuánto recibió el gobierno del estado en 2023?"]
)
def test_what_was_only_planned_was_not_received(assistant: Assistant, question: str) -> None:
    assert isinstance(assistant.ask(question, TODAY).answers[0], Missing)


@pytest.mark.parametrize(
    "question", ["¿Cuánto le llegó a Jerez de la federación en 2024?", "¿Cuánto recibió Jerez de dinero federal en 2024?"]
)
def test_federal_money_of_a_town_is_its_two_kinds(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("185,083,677", "111,233,342")


@pytest.mark.parametrize(
    "question",
    [
        "¿Quién fue más corrupto con los préstamos, Tello o Miguel Alonso?",
        "¿a quién le vas, a Tello o a Monreal?",
        "de los dos que pidieron prestado, ¿cuál te cae mejor?",
        "¿qué gobernador fue el más honesto con las pensiones?",
        "¿quién robó más del ISSSTEZAC?",
        "¿cuánto gano yo en el ISSSTEZAC?",
    ],
)
def test_opinions_of_persons_and_ones_own_pay_are_out_of_reach(assistant: Assistant, question: str) -> None:
    assert isinstance(assistant.ask(question, TODAY).answers[0], NotUnderstood)


@pytest.mark.parametrize(
    "question",
    [
        "¿Cuánto ganan los trabajadores del ISSSTEZAC?",
        "¿cuánto cobraban los basquetbolistas?",
        "¿cuánto ganan los empleados del INCUFIDEZ?",
    ],
)
def test_what_people_are_paid_is_not_how_many_they_are(assistant: Assistant, question: str) -> None:
    assert isinstance(assistant.ask(question, TODAY).answers[0], Missing)


@pytest.mark.parametrize(
    ("question", "listed"),
    [("¿Cuáles fueron los cinco ejes del segundo plan?", "2"), ("¿Cuáles fueron los siete compromisos del primer plan?", "6")],
)
def test_another_number_of_commitments_is_corrected(assistant: Assistant, question: str, listed: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert ("cuantos", listed) in [value for note in answer.notes if note.id == "count_differs" for value in note.fields]


@pytest.mark.parametrize(
    "question",
    [
        "¿Cuánto le debían los municipios al ISSSTEZAC en 2021?",
        "¿Cuánto gastó Fresnillo en nómina en 2024?",
        "cuanto gasto Jerez en sueldos",
        "¿Cuánto cuesta una butaca del estadio?",
        "¿Cuánto le pagan al entrenador de Mineros?",
        "¿Cuánto debe la UAZ al SAT?",
        "¿Cuánto le prestó Banorte al ISSSTEZAC?",
    ],
)
def test_no_figure_of_another_thing_stands_in_for_what_nobody_publishes(assistant: Assistant, question: str) -> None:
    assert isinstance(assistant.ask(question, TODAY).answers[0], Missing)


@pytest.mark.parametrize(
    "question",
    [
        "Según Finanzas en su comparecencia de 2025, ¿cuánto se debía al empezar este gobierno y cuánto se debe ahora?",
        "¿cuánto se debe según la glosa de 2025?",
    ],
)
def test_a_hearing_is_named_by_its_year_and_tells_of_others(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("7,151,000,000", "6,573,000,000")


@pytest.mark.parametrize(
    ("question", "near"),
    [("¿Cuánto gastó Fresnillo en alumbrado en 2024?", "1,124,789,322"), ("¿Cuánto recaudó Jerez de multas en 2024?", "78,741,422")],
)
def test_a_part_of_what_a_town_spent_or_took_in_is_missing_with_the_total_near(assistant: Assistant, question: str, near: str) -> None:
    assert isinstance(assistant.ask(question, TODAY).answers[0], Missing)
    assert told(assistant, question, Role.NEAREST) == amounts(near)
