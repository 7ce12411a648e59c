"""Short everyday questions about the state's money name no measure: what comes in is told from what is spent, and whose from whose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Explained, Found, Missing
from bot.domain.reading import Act
from tests.answering.asking import TODAY, amounts, told

if TYPE_CHECKING:
    from bot.app import Assistant

EXECUTIVE, LEGISLATIVE, JUDICIAL, TOWNS = "28,361,725,838", "497,115,151", "674,222,339", "6,868,660,168"
FEDERAL = ("23,483,726,470", "14,804,833,710")


@pytest.mark.parametrize(
    "question",
    ["en qué se va el dinero del estado", "en qué gasta el gobierno", "en que gasta mas el gobierno", "en qué gastan nuestro dinero"],
)
def test_what_is_spent_is_the_budget_by_branch(assistant: Assistant, question: str) -> None:
    assert amounts(EXECUTIVE, LEGISLATIVE, JUDICIAL, TOWNS) <= told(assistant, question)
    assert not amounts(*FEDERAL) & told(assistant, question)


@pytest.mark.parametrize(
    "question",
    [
        "de dónde sale el dinero del estado",
        "de dónde saca dinero el gobierno",
        "de qué vive el gobierno",
        "¿de dónde viene la lana del gobierno?",
    ],
)
def test_where_it_comes_from_is_the_income_by_origin(assistant: Assistant, question: str) -> None:
    assert amounts(*FEDERAL) <= told(assistant, question)
    assert not amounts(EXECUTIVE) & told(assistant, question)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("a quién le dan más dinero", EXECUTIVE),
        ("¿quién se lleva más lana del presupuesto?", EXECUTIVE),
        ("quién recibe menos", LEGISLATIVE),
        ("a quién le toca menos", LEGISLATIVE),
    ],
)
def test_who_gets_most_or_least_is_a_ranking_of_the_budget(assistant: Assistant, question: str, first: str) -> None:
    (answer,) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Found)
    assert answer.reading.act is Act.RANKING
    assert {answer.figures[0].amount} == amounts(first)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿cuánto le entra al gobierno?", "42,554,817,284"),
        ("cuánto gana el gobierno", "42,554,817,284"),
        ("cuánto entró en 2024", "42,554,817,284"),
        ("dinero pa los municipios 2024", "6,510,955,581"),
        ("recaudación", "4,220,048,565"),
        ("cuánto recaudó el estado en 2024", "4,220,048,565"),
        ("cuánto se junta de impuestos", "2,197,349,032"),
        ("cuánto es para los municipios", TOWNS),
        ("cuánto se destina a la deuda en el presupuesto", "954,946,085"),
        ("presuesto de zacatecas 2023", "36,812,548,822"),
        ("dinero para seguridad", "2,053,000,000"),
    ],
)
def test_the_plain_amount_is_the_one_told(assistant: Assistant, question: str, expected: str) -> None:
    assert amounts(expected) <= told(assistant, question)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿cuánto gastan los diputados?", LEGISLATIVE),
        ("presupuesto de la legislatura", LEGISLATIVE),
        ("cuánto cuesta el congreso", LEGISLATIVE),
        ("dinero de los jueces", JUDICIAL),
        ("cuanto nos cuestan los magistrados", JUDICIAL),
    ],
)
def test_of_a_body_published_under_two_names_the_latest_is_told(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


@pytest.mark.parametrize(
    "question", ["¿les subieron a los diputados?", "¿le bajaron a los jueces?", "¿subió el presupuesto?", "¿bajó el presupuesto?"]
)
def test_whether_a_budget_rose_is_told_by_its_years(assistant: Assistant, question: str) -> None:
    (answer,) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Found)
    assert len({figure.period.label for figure in answer.figures if figure.period}) > 2


@pytest.mark.parametrize(
    ("entry", "question"),
    [
        ("cuando-se-aprueba-el-presupuesto", "cuando se aprueba el presupuesto"),
        ("cuando-se-aprueba-el-presupuesto", "en qué mes votan el presupuesto"),
        ("se-aprobo-el-presupuesto-2026", "¿se aprobó el presupuesto 2026?"),
        ("se-aprobo-el-presupuesto-2026", "ya aprobaron el presupuesto de este año"),
        ("cuanto-depende-de-la-federacion", "qué tanto depende de la federación"),
    ],
)
def test_what_staff_wrote_of_it_answers(assistant: Assistant, entry: str, question: str) -> None:
    (answer,) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Explained)
    assert answer.faq.id == entry


@pytest.mark.parametrize("question", ["nómina del gobierno", "cuánto se va en sueldos", "cuánto se gasta en nómina"])
def test_the_whole_payroll_is_missing_and_no_part_nor_tax_stands_for_it(assistant: Assistant, question: str) -> None:
    (answer,) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Missing)
    assert answer.subject == "nómina"


@pytest.mark.parametrize("question", ["cuánto se gastó en 2024", "cuánto gastó el gobierno en 2025"])
def test_what_was_spent_is_missing_and_what_was_approved_only_near(assistant: Assistant, question: str) -> None:
    (answer,) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Missing)
    assert answer.subject.startswith("gasto del estado")
    assert answer.nearest


@pytest.mark.parametrize(
    "question",
    [
        "cuanto se le va a salud",
        "cuanto dinero hay para salud",
        "cuánto se destina a hospitales",
        "que parte del presupuesto es para salud",
    ],
)
def test_a_body_without_a_published_budget_gets_no_bill_of_a_credit(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Missing)
    assert answer.subject == "presupuesto de la Secretaría de Salud"


@pytest.mark.parametrize(
    ("question", "thing"), [("cuanto gastan en gasolina", "gasolina"), ("cuanto invierten en carreteras", "carreteras")]
)
def test_a_thing_nobody_published_is_named_and_the_whole_budget_is_no_answer(assistant: Assistant, question: str, thing: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Missing)
    assert thing in answer.subject


@pytest.mark.parametrize(
    "question",
    [
        "¿dependemos mucho de la federación?",
        "vivimos de la federacion?",
        "cuanto del presupuesto es federal",
        "cuánto del gasto es federal",
    ],
)
def test_how_much_the_state_depends_on_the_federation_is_told_with_its_income(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Explained)
    assert answer.faq.id == "cuanto-depende-de-la-federacion"


@pytest.mark.parametrize("question", ["a quiénes auditaron", "quien fue auditado", "a quienes ha auditado la asf"])
def test_who_was_audited_is_told_by_name(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Explained)
    assert "18 municipios" in answer.faq.answer


@pytest.mark.parametrize("question", ["cuánto es el presupuesto", "presupuesto del estado 2025", "cuanto gasta el estado por persona"])
def test_sums_that_read_the_same_are_no_disagreement(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Found)
    assert "sources_disagree" not in [note.id for note in answer.notes]


def test_what_the_legislature_approved_is_told_without_the_bill(assistant: Assistant) -> None:
    answer = assistant.ask("cuánto le aprobaron al estado para 2025", TODAY).answers[0]
    assert isinstance(answer, Found)
    assert {str(figure.stage) for figure in answer.figures} == {"aprobado"}


@pytest.mark.parametrize("question", ["en que lugar esta zacatecas en transparencia", "en qué lugar está Zacatecas en el BIPE"])
def test_the_place_among_the_states_is_that_of_the_measure_named(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("26")


def test_what_parties_get_is_not_the_whole_budget(assistant: Assistant) -> None:
    assert isinstance(assistant.ask("cuanto se le da a los partidos", TODAY).answers[0], Missing)
