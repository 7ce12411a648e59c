"""What was asked is answered, or said to be missing: never a figure of another deed, stage, part or moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Explained, Found, Missing, NotUnderstood, Role
from tests.answering.asking import TODAY, amounts, told

if TYPE_CHECKING:
    from bot.app import Assistant


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿A cuánto subía la deuda en diciembre de 2014?", ["6,000,000,000"]),
        ("¿Es cierto que en octubre de 2025 la deuda del estado seguía en 9 mil millones?", ["6,573,000,000"]),
        ("¿de veras la deuda rebasaba los 9 mil millones en octubre de 2025?", ["6,573,000,000"]),
        ("¿a cuánto equivalía la deuda en 2018?", ["7,455,000,000"]),
        ("deuda 2014 según Finanzas contra lo que decía la oposición", ["6,000,000,000", "10,000,000,000"]),
    ],
)
def test_verbs_that_any_figure_bears_hide_none(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "¿De qué se componen los impuestos ecológicos que se presupuestaron en 2020?",
            ["400,000,000", "130,000,000", "500,000,000", "200,000,000"],
        ),
        ("¿cuánto se autorizó cobrar de impuestos en 2020?", ["2,316,431,213"]),
        ("impuestos aprobados en la ley de ingresos 2018", ["2,261,676,193"]),
        ("¿Cuánto se presupuestó de derechos en 2020?", []),
        ("¿cuánto se presupuesto de aprovechamientos en 2024?", []),
    ],
)
def test_income_that_was_approved_is_what_its_law_estimates(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    "question",
    [
        "cuánto quedó sin explicar del aguinaldo 2021",
        "¿cuánto quedó sin ejercer del presupuesto de 2020?",
        "¿Cuánto del FAIS de Fresnillo quedó sin aclarar?",
        "¿Cuánto dejó sin cobrar Guadalupe de predial en 2024?",
        "¿cuánto cuesta mantener el estadio?",
        "¿cuánto se gasta al año en mantenimiento del estadio Carlos Vega?",
        "¿cuánto costó demoler el estadio Francisco Villa?",
        "¿cuánto cuesta limpiar las canchas?",
    ],
)
def test_a_whole_or_another_deed_is_only_near(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Missing)
    assert answer.nearest


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿cuánto costó ampliar el estadio?", ["50,000,000", "40,000,000"]),
        ("¿cuánto costó arreglar el estadio?", ["34,000,000"]),
        ("¿cuánto costaría terminar el velódromo?", ["60,000,000"]),
        ("¿cuánto quedó sin gastar del viaducto?", ["1,595,000,000"]),
        ("cuánto quedó sin explicar del refinanciamiento 2017 entre lo autorizado y los contratos", ["627,153,106.75"]),
    ],
)
def test_the_deed_and_the_part_that_are_published_answer(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    "question",
    [
        "qué gobernador dejó más deuda",
        "¿cuál gobernador entregó la deuda más alta?",
        "quién dejó más deuda",
        "¿Cuánta deuda dejó cada gobernador?",
    ],
)
def test_what_governors_left_is_told_of_each(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Found)
    governors = {figure.label.removeprefix("Saldo de la deuda al terminar el gobierno de ") for figure in answer.figures}
    assert governors == {"Ricardo Monreal", "Amalia García", "Miguel Alonso", "Alejandro Tello"}


def test_of_two_governors_named_only_theirs_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("quién dejó más deuda, Tello o Alonso", TODAY).answers[0]
    assert isinstance(answer, Found)
    assert {figure.period.start.year for figure in answer.figures if figure.period} == {2016, 2021}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿Es verdad que en este sexenio de David Monreal no se ha contratado ni un peso de deuda?", ["100,000,000"]),
        ("¿cuánta deuda ha contratado David Monreal?", ["100,000,000"]),
        ("lista de créditos del sexenio de David Monreal", ["100,000,000"]),
        ("¿cuánta deuda contrató Miguel Alonso?", ["3,000,000,000", "276,728,000", "2,000,000,000"]),
        ("¿Con qué gobernador se contrató más deuda?", []),
    ],
)
def test_debt_that_was_taken_is_no_balance(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


def test_who_left_it_and_who_received_it_are_both_told(assistant: Assistant) -> None:
    said = told(assistant, "En el cambio de gobierno de 2016, ¿cuánta deuda decía dejar Miguel Alonso y cuánta decía Tello?")
    assert amounts("7,400,000,000", "12,000,000,000") <= said


def test_credits_of_two_banks_are_told_of_each(assistant: Assistant) -> None:
    question = "¿Siguen vigentes los créditos de Banorte y Bancomer del rescate de 2011 o ya se sustituyeron?"
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Found)
    texts = [statement.text for statement in answer.statements]
    assert any(text.startswith("Banorte") for text in texts)
    assert any(text.startswith("BBVA Bancomer") for text in texts)


@pytest.mark.parametrize(
    "question",
    ["¿Cuánto me van a cobrar de predial por mi casa en Guadalupe?", "¿Cuánto voy a pagar de predial por mi casa en Fresnillo?"],
)
def test_the_bill_of_ones_own_house_is_no_towns_income(assistant: Assistant, question: str) -> None:
    assert isinstance(assistant.ask(question, TODAY).answers[0], NotUnderstood)


@pytest.mark.parametrize(
    "question",
    [
        "¿Cómo va creciendo el número de pensionados del Issstezac: 2021, 2022 y lo que se espera para 2027?",
        "pensionados del issstezac 2021, 2022 y lo que se espera pa 2027",
    ],
)
def test_what_is_expected_stands_beside_how_it_went(assistant: Assistant, question: str) -> None:
    assert amounts("4,786", "7,873") <= told(assistant, question)


def test_after_two_versions_which_asks_for_those_two(assistant: Assistant) -> None:
    question = "¿Por qué circulan dos totales del presupuesto estatal aprobado de 2025? ¿Cuáles son?"
    assert told(assistant, question) == amounts("40,122,486,000", "40,122,467,666")
    why = assistant.ask("¿Por qué hay dos cifras de la deuda de 2016? ¿Cuáles son?", TODAY).answers
    assert [type(answer) for answer in why] == [Explained]


@pytest.mark.parametrize(
    ("question", "near"),
    [
        ("De lo que se ocupaba para la primera mitad del aguinaldo 2024, ¿qué porcentaje sí se pagó?", ["41,800,000", "54,800,000"]),
        ("de lo que se anunció para el estadio, ¿qué porcentaje se ejerció?", ["50,000,000", "40,000,000"]),
        ("de lo que pidió el incufidez en 2019 ¿qué porcentaje sí le dieron?", ["50,000,000"]),
        ("de lo aprobado en 2020, ¿qué porcentaje se gastó?", ["29,965,018,086"]),
        ("de lo que recibió Jerez del FAIS ¿qué porcentaje pagó?", ["35,425,761", "35,411,385"]),
    ],
)
def test_between_two_moments_of_money_no_percentage_is_worked_out(assistant: Assistant, question: str, near: list[str]) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Missing)
    assert {figure.amount for figure in answer.nearest} == amounts(*near)


@pytest.mark.parametrize(
    "question",
    [
        "¿cuántos jubilados murieron en 2021?",
        "¿cuánto predial dejó de cobrar Fresnillo?",
        "¿cuánto costó la remodelación del palacio de gobierno?",
        "¿cuánto costó el Tribunal de Justicia Laboral en 2021?",
        "¿cuánto costó pavimentar el bulevar?",
        "¿cuánta deuda por pagar a corto plazo había en 2010?",
        "¿cuánto se invirtió en agua potable con el FAIS en Jerez?",
        "¿cuánto FAIS usó Pinos en drenaje?",
    ],
)
def test_what_befell_them_another_work_or_another_kind_is_missing(assistant: Assistant, question: str) -> None:
    assert isinstance(assistant.ask(question, TODAY).answers[0], Missing)


def test_how_long_it_took_is_no_amount(assistant: Assistant) -> None:
    assert told(assistant, "¿cuánto tardó en pagarse el crédito de Scotiabank?") == amounts("12")


@pytest.mark.parametrize(
    "question",
    [
        "¿En cuánto vendió el Issstezac las 15 propiedades?",
        "¿En cuánto se subastó al final el terreno de Galerías?",
        "¿Cuánto le dieron al Incufidez en 2017?",
        "¿Cuánto costó al final liquidar al Issstezac?",
        "¿Es verdad que le recortaron a las participaciones de Zacatecas por la pandemia? ¿cuánto?",
        "¿Cuántos recursos de revisión se quedaron sin resolver cuando cerraron el IZAI?",
        "¿Cuántas solicitudes quedaron sin contestar al cierre del IZAI?",
        "¿Cuántos recursos de queja puso la gente contra el Incufidez?",
        "¿Cuántos amparos ganaron los jubilados del Issstezac?",
    ],
)
def test_what_came_of_it_is_not_what_was_planned_asked_for_or_counted_otherwise(assistant: Assistant, question: str) -> None:
    assert isinstance(assistant.ask(question, TODAY).answers[0], Missing)


@pytest.mark.parametrize(
    "question",
    [
        "¿Es cierto que al Incufidez le mocharon presupuesto con la pandemia? ¿como cuánto fue?",
        "¿De cuánto fue la tijera al Incufidez en 2020?",
        "¿Cuánta lana le rebajaron al Incufidez con el covid?",
        "le tijeretearon al incufidez?? cuanto",
    ],
)
def test_a_cut_is_called_many_names(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("10,000,000")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿Qué es el INCUFIDEZ? Me salió en una tarea de civismo", "¿Qué es el INCUFIDEZ?"),
        ("oye bro que es el incufidez, me toco en la tarea", "¿Qué es el INCUFIDEZ?"),
        ("Tengo tarea, ¿qué es el Issstezac?", "¿Qué es el ISSSTEZAC?"),
        ("¿Qué es el gobierno abierto? Me lo preguntó mi hijo", "¿Qué es el gobierno abierto?"),
        ("¿Qué son las participaciones? Estoy haciendo mi tesis", "¿Qué son las participaciones federales?"),
        ("Soy estudiante. ¿Qué es el ramo 33? Gracias de antemano", "¿Qué es el Ramo 33?"),
    ],
)
def test_why_somebody_asks_what_a_thing_is_does_not_matter(assistant: Assistant, question: str, expected: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Explained)
    assert answer.faq is not None
    assert answer.faq.question == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("cuánto pidió el gobernador en 2015 de empréstito", "8,900,000,000"),
        ("cuánto solicitó el gobierno de crédito en 2015", "8,900,000,000"),
        ("cuánto quería pedir prestado Miguel Alonso en 2015", "8,900,000,000"),
        ("monto del crédito solicitado en 2015", "8,900,000,000"),
        ("en 2015 los alcaldes pidieron que del préstamo les tocara algo, cuánto pidieron para los 58 municipios?", "200,000,000"),
        ("los alcaldes priistas cuánto dinero querían del empréstito", "200,000,000"),
        ("cuánto de la iniciativa de 2015 era para refinanciar créditos de largo plazo", "5,700,000,000"),
    ],
)
def test_what_was_asked_for_is_not_what_was_granted(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


def test_what_a_body_asked_for_is_not_what_it_was_given(assistant: Assistant) -> None:
    asked = "cuánto solicitó el poder judicial de presupuesto 2024"
    assert told(assistant, asked) == set()
    assert told(assistant, asked, Role.NEAREST) == amounts("630,833,254")


def test_asking_politely_asks_for_no_stage(assistant: Assistant) -> None:
    assert told(assistant, "solicito saber cuánto debe el estado") == amounts("6,573,000,000")


def test_what_a_bill_asks_for_is_a_bill(assistant: Assistant) -> None:
    assert told(assistant, "cuánto pedían pal tribunal de lo contencioso administrativo en el proyecto 2017") == amounts("10,542,379")


def test_a_promise_without_an_amount_is_missing_and_a_work_announced_is_told(assistant: Assistant) -> None:
    promised = "El gobernador prometió subirle al presupuesto del deporte en 2026, ¿de cuánto va a ser el aumento?"
    assert isinstance(assistant.ask(promised, TODAY).answers[0], Missing)
    assert told(assistant, "El gobernador anunció ampliar el estadio, ¿de cuánto va a ser la obra?") == amounts("50,000,000", "40,000,000")


@pytest.mark.parametrize(
    "question",
    [
        "El presidente prometió subir el salario mínimo en 2026, ¿de cuánto va a ser el aumento?",
        "Prometió el alcalde de Monterrey aumentar el presupuesto del deporte en 2026, ¿de cuánto?",
    ],
)
def test_a_promise_of_which_no_document_tells_is_out_of_reach(assistant: Assistant, question: str) -> None:
    assert isinstance(assistant.ask(question, TODAY).answers[0], NotUnderstood)


@pytest.mark.parametrize("question", ["¿Cuánto le debe el estado al ISSSTEZAC?", "cuánto debe el gobierno del estado al issstezac"])
def test_what_the_institute_owes_the_state_is_not_what_the_state_owes_it(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == set()


def test_what_a_body_of_another_topic_asked_for_is_not_the_states(assistant: Assistant) -> None:
    assert isinstance(assistant.ask("¿Cuánto pidió Tello gastar en 2019?", TODAY).answers[0], Missing)
