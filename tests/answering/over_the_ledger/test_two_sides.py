"""What a sentence sets side by side: a bill and its law, a whole and its part, classes of one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Found
from tests.answering.asking import TODAY, amounts, told

if TYPE_CHECKING:
    from bot.app import Assistant


@pytest.mark.parametrize(
    "question",
    [
        "¿Cuánto propuso el gobierno gastar en 2024 y cuánto le aprobó el Congreso al final?",
        "¿Cuánto mandó el Ejecutivo y cuánto autorizaron los diputados para 2024?",
        "¿De cuánto era la propuesta de presupuesto 2024 y de cuánto lo aprobado por el Congreso?",
    ],
)
def test_who_sends_and_who_votes_a_budget_own_no_part_of_it(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("38,710,000,000", "38,671,799,379")


@pytest.mark.parametrize(
    ("question", "whole", "part"),
    [
        ("cuánto pagó el estado de deuda de enero a julio 2025 y cuánto de eso fueron intereses", "500,000,000", "393,000,000"),
        ("¿Cuánto se pagó de deuda de enero a julio de 2025, y cuánto de ahí fue de intereses?", "500,000,000", "393,000,000"),
    ],
)
def test_the_part_of_a_whole_does_not_name_the_whole(assistant: Assistant, question: str, whole: str, part: str) -> None:
    assert told(assistant, question) == amounts(whole, part)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "¿En qué gastó más la federación en Zacatecas en 2023: en gobierno, en desarrollo social o en desarrollo económico?",
            ("39,248,030,800.93", "1,856,337,104.30", "663,988,663.46"),
        ),
        ("¿La federación gastó más en gobierno o en desarrollo económico en Zacatecas en 2021?", ("1,288,252,764", "653,727,239")),
    ],
)
def test_classes_set_side_by_side_are_told_side_by_side(assistant: Assistant, question: str, expected: tuple[str, ...]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize("origin", ["venía de la federación", "es de origen federal", "puso la federación"])
def test_a_percentage_that_the_document_gives_stands_where_stages_differ(assistant: Assistant, origin: str) -> None:
    assert told(assistant, f"¿Qué porcentaje de los ingresos de 2023 {origin}?") == amounts("91.2")


@pytest.mark.parametrize(
    "question", ["¿Para qué cosas dijo el gobierno que quería la deuda nueva en 2015?", "¿Para qué querían pedir prestado en 2015?"]
)
def test_what_a_loan_of_a_year_was_wanted_for_is_its_uses(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) >= amounts("5,700,000,000", "1,700,000,000", "1,500,000,000")


def test_of_two_loans_of_one_name_the_amount_tells_which(assistant: Assistant) -> None:
    answer = assistant.ask("¿Con qué se garantizó el segundo crédito de Banobras, el de 468 millones?", TODAY).answers[0]
    assert isinstance(answer, Found)
    assert any("FAFEF 1.61%" in statement.text for statement in answer.statements)


@pytest.mark.parametrize(
    "question", ["¿El Issstezac le debe al Cobaez o el Cobaez al Issstezac?", "¿El ISSSTEZAC le debe dinero al COBAEZ?"]
)
def test_who_of_two_owes_is_told_with_what_the_documents_disagree_on(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Found)
    assert any("el Cobaez debe al ISSSTEZAC" in statement.text for statement in answer.statements)


@pytest.mark.parametrize(
    ("question", "published"),
    [
        ("¿Por qué la ASF comprobó que Guadalupe se robó 100 millones en 2024?", "14,200,000"),
        ("¿Por qué la ASF dijo que Fresnillo desvió 50 millones en 2024?", "3,400,000"),
        ("¿la ASF encontró que se robaron dinero en Pinos en 2024?", "268,500,000"),
    ],
)
def test_what_auditors_are_said_to_have_proved_is_what_was_left_to_clear_up(assistant: Assistant, question: str, published: str) -> None:
    assert told(assistant, question) == amounts(published)


def test_from_how_many_to_how_many_is_a_change(assistant: Assistant) -> None:
    assert told(assistant, "¿de cuántos a cuántos becados bajó el incufidez?") >= amounts("300", "120")


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        ("cuánto dinero del velódromo se congeló o quedó sin aclarar", ("50,000,000", "10,000,000")),
        ("¿cuánto dinero se congeló del velódromo?", ("50,000,000",)),
    ],
)
def test_a_rival_claim_stands_beside_where_its_own_words_are_asked(assistant: Assistant, question: str, claims: tuple[str, ...]) -> None:
    assert told(assistant, question) == amounts(*claims)


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("los ingresos anuales por cuotas y aportaciones del ISSSTEZAC en 2021", "1,187,000,000"),
        ("¿Cuál fue el índice nacional de precios al consumidor, promedio del año en 2018?", "100.2553"),
        ("el gasto total del municipio de General Francisco R. Murguía en 2024", "138,655,372"),
    ],
)
def test_a_name_with_an_and_or_a_comma_in_it_is_one_question(assistant: Assistant, question: str, amount: str) -> None:
    assert amounts(amount) <= told(assistant, question)


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("hasta cuánto le dieron permiso de pedir prestado al gobierno en la ley de ingresos 2014", "1,700,000,000"),
        ("¿Cuánto pedían los presidentes municipales para sus ayuntamientos en diciembre de 2015?", "200,000,000"),
    ],
)
def test_what_was_allowed_or_asked_for_of_a_debt_is_found_by_everyday_words(assistant: Assistant, question: str, amount: str) -> None:
    assert told(assistant, question) == amounts(amount)
