"""What a neighbour asks of a municipality in few words, without the name of a fund or of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Explained, Found, Missing, NotUnderstood, Role, Unclear
from tests.answering.asking import TODAY, amounts, told

if TYPE_CHECKING:
    from bot.app import Assistant


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿Cuánto le llegó a Jerez?", ["185,083,677", "111,233,342"]),
        ("cuanta lana recibe Jerez", ["185,083,677", "111,233,342"]),
        ("dinero de Jerez", ["185,083,677", "111,233,342"]),
        ("cuanto le dan a Jerez", ["185,083,677", "111,233,342"]),
        ("cuánto gasta Guadalupe", ["1,085,882,781"]),
        ("cuanto gasto Fresnillo", ["1,124,789,322"]),
        ("¿Cuánto cobra de predial Zacatecas?", ["59,537,010"]),
        ("cuanto junta de predial fresnillo", ["83,526,516"]),
    ],
)
def test_a_town_and_a_verb_are_enough(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


def test_money_for_works_of_a_town_is_the_fund_for_works(assistant: Assistant) -> None:
    assert amounts("47,651,808") <= told(assistant, "a sombrerete cuanto le dieron de obra")


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("municipio que menos recibe", "7,881,287"),
        ("municipios que menos reciben", "7,881,287"),
        ("a qué municipio le llega menos", "7,881,287"),
        ("a qué municipio le toca más", "499,614,136"),
        ("municipios con más irregularidades", "268,500,000"),
        ("que municipio tiene mas desvios", "268,500,000"),
        ("cual municipio salio peor en la auditoria", "268,500,000"),
        ("municipios con observaciones de la ASF", "268,500,000"),
    ],
)
def test_towns_are_ranked_by_what_the_words_measure(assistant: Assistant, question: str, first: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Found)
    assert {answer.figures[0].amount} == amounts(first)


def test_a_ranking_of_towns_by_what_nobody_measures_is_missing(assistant: Assistant) -> None:
    answer = assistant.ask("¿qué municipio tiene más baches?", TODAY).answers[0]
    assert isinstance(answer, Missing)
    assert "baches" in answer.subject


@pytest.mark.parametrize(
    "question",
    ["deuda de los municipios", "¿Qué municipio debe más?", "cuanto deben los municipios", "municipio mas endeudado", "deuda municipal"],
)
def test_what_towns_owe_is_not_what_the_state_owes(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Explained)
    assert answer.faq.id == "cuanto-deben-los-municipios"


@pytest.mark.parametrize("question", ["cuanto debe Fresnillo", "deuda de Guadalupe"])
def test_what_one_town_owes_is_missing_by_its_name(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Missing)
    assert answer.subject.startswith("saldo de la deuda de ")


@pytest.mark.parametrize(
    "question", ["¿Cuánto le entró a mi municipio?", "cuanto recibe mi municipio", "cuánto dinero le llega a mi pueblo"]
)
def test_my_town_is_asked_for_as_a_town(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Unclear)
    assert answer.wording == "aclara_municipio"
    assert answer.options[0].text == "¿Cuánto recibió el municipio de Fresnillo?"


@pytest.mark.parametrize("question", ["¿Auditaron a Pinos?", "ya auditaron a pinos?", "a Pinos lo auditaron?", "hay auditoría de Pinos?"])
def test_whether_a_town_was_audited_is_told(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Found)
    assert "revisó a Pinos" in answer.statements[0].text
    assert "1 resultado con observaciones" in answer.statements[0].text


def test_a_town_that_is_not_among_those_audited_is_missing_there(assistant: Assistant) -> None:
    answer = assistant.ask("¿fue auditado Nochistlán?", TODAY).answers[0]
    assert isinstance(answer, Missing)
    assert "auditoría" in answer.subject


@pytest.mark.parametrize("question", ["población de Zacatecas", "cuantos habitantes tiene zacatecas", "habitantes de zacatecas"])
def test_how_many_live_in_the_state_is_published(assistant: Assistant, question: str) -> None:
    assert amounts("1,622,138") <= told(assistant, question)


def test_a_robbery_is_no_measure(assistant: Assistant) -> None:
    assert isinstance(assistant.ask("que municipio se roba mas dinero", TODAY).answers[0], NotUnderstood)


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("¿Dónde hago una solicitud de información?", "como-pido-informacion"),
        ("donde meto una solicitud de informacion", "como-pido-informacion"),
        ("cómo hago una solicitud de información", "como-pido-informacion"),
        ("quiero pedir los gastos de mi municipio", "como-pido-informacion-a-mi-municipio"),
        ("como le pido al ayuntamiento sus gastos", "como-pido-informacion-a-mi-municipio"),
        ("¿Cómo van los compromisos de gobierno abierto?", "como-van-los-compromisos"),
        ("¿Se cumplieron los compromisos?", "como-van-los-compromisos"),
        ("cuántos compromisos se han cumplido", "como-van-los-compromisos"),
        ("quiénes están en el secretariado tecnico", "quienes-integraban-el-stl"),
        ("quién integra el secretariado técnico", "quienes-integraban-el-stl"),
    ],
)
def test_the_entry_of_the_very_question_answers(assistant: Assistant, question: str, entry: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Explained)
    assert answer.faq.id == entry


@pytest.mark.parametrize("question", ["cuántos compromisos hay", "cuantos compromisos de gobierno abierto hay"])
def test_commitments_are_counted_plan_by_plan(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("6", "2")


@pytest.mark.parametrize(
    "question", ["presupuesto de Fresnillo 2025", "presupuesto de fresnillo este año", "cuál es el presupuesto de Fresnillo"]
)
def test_no_budget_of_a_town_is_published_and_what_it_spent_is_near(assistant: Assistant, question: str) -> None:
    assert isinstance(assistant.ask(question, TODAY).answers[0], Missing)
    assert told(assistant, question, Role.NEAREST) == amounts("1,124,789,322")


@pytest.mark.parametrize("question", ["cuánto llegó este año de la federación", "cuanto nos mandó la federacion este año"])
def test_what_politicians_said_of_a_bill_was_not_received(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Missing)
    assert answer.subject.endswith(", 2026")
    assert amounts("17,786,868,922", "16,656,120,807", "39,122,249,953") == told(assistant, question, Role.NEAREST)


@pytest.mark.parametrize(
    "question", ["han bajado las participaciones?", "¿Bajaron las participaciones?", "hay menos participaciones que antes?"]
)
def test_years_published_at_other_stages_are_told_and_not_compared(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Found)
    assert "stages_not_compared" in {note.id for note in answer.notes}
    assert told(assistant, question) == amounts("14,804,833,710", "17,786,868,922")


@pytest.mark.parametrize(
    "question", ["qué debe zacatecas a la conade", "cuanto le debe zacatecas a la conade", "cuanto le debemos a la conade"]
)
def test_what_is_owed_to_the_conade_is_what_was_not_accounted_for(assistant: Assistant, question: str) -> None:
    (answer,) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Found | Explained)
    quoted = {figure.amount for figure in answer.faq.figures} if answer.faq else set()
    assert amounts("315,992,525", "61,089,000") <= told(assistant, question) | quoted


@pytest.mark.parametrize(
    "question", ["¿Cuánto costó cerrar el IZAI?", "cuánto salió la desaparición del izai", "cuanto costo desaparecer el izai"]
)
def test_closing_the_institute_cost_what_its_workers_were_paid(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("13,000,000")


@pytest.mark.parametrize(
    ("question", "offered"),
    [
        ("me negaron la información que hago", "¿Quién resuelve ahora las quejas de transparencia en Zacatecas?"),
        ("¿Todavía existe el IZAI?", "¿Qué era el IZAI y qué era la CEAIP?"),
    ],
)
def test_what_is_offered_next_is_near_what_was_asked(assistant: Assistant, question: str, offered: str) -> None:
    assert offered in [each.text for each in assistant.ask(question, TODAY).answers[0].suggestions]


@pytest.mark.parametrize("question", ["en qué va el Follow the money", "micrositio del préstamo ya está?"])
def test_what_was_just_shown_is_not_offered(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Found)
    assert "¿En qué va el compromiso del Follow the money?" not in [each.text for each in answer.suggestions]


def test_the_capital_is_called_once_where_a_request_goes(assistant: Assistant) -> None:
    (answer,) = assistant.ask("cuánto debe el municipio de Zacatecas", TODAY).answers
    assert isinstance(answer, Missing)
    assert ("quien", "municipio de Zacatecas") in [field for note in answer.notes for field in note.fields]


def test_the_towns_that_did_not_report_are_one_sentence(assistant: Assistant) -> None:
    answer = assistant.ask("qué municipios no han reportado al inegi", TODAY).answers[0]
    assert isinstance(answer, Found)
    (told,) = answer.statements
    assert told.text.startswith("Apozol, Genaro Codina, Jalpa,")
    assert told.text.endswith(" y Villanueva no han reportado al INEGI su cuenta pública 2025 (dato preliminar).")
