"""What is paid of the debt and what a budget sets aside for it: the whole, its parts, and which of them is asked."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Missing, Role
from tests.answering.asking import TODAY, amounts, told

if TYPE_CHECKING:
    from bot.app import Assistant


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿Cuánto suman los intereses que se han pagado de la deuda estatal de 2021 a octubre de 2025?", "2,810,000,000"),
        ("los intereses que se pagaron de la deuda entre 2016 y 2021", "3,049,000,000"),
        ("cuántos intereses se pagaron de la deuda con Tello", "3,049,000,000"),
        ("de lo que se ha pagado de la deuda, cuánto fueron intereses de 2021 a 2025", "2,810,000,000"),
        ("del dinero que se pagó de la deuda con Tello cuánto se fue a capital", "523,000,000"),
        ("la amortización que se pagó de la deuda en los dos primeros años de David Monreal", "310,000,000"),
        ("qué intereses faltan por pagar de la deuda desde 2014", "3,097,566,930"),
    ],
)
def test_a_part_of_what_is_paid_of_the_debt_is_not_the_whole(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


@pytest.mark.parametrize("when", ["entre 2021 y 2023", "de septiembre de 2021 a septiembre de 2023"])
def test_what_was_paid_in_all_is_added_up_of_its_parts_where_nobody_printed_it(assistant: Assistant, when: str) -> None:
    assert told(assistant, f"¿cuánto se pagó de la deuda {when}?") == amounts("1,593,500,000")


@pytest.mark.parametrize(
    "when", ["de 2021 a octubre de 2025", "entre 2021 y octubre de 2025", "desde septiembre de 2021 hasta octubre de 2025"]
)
def test_a_span_may_name_a_month_at_one_end_only(assistant: Assistant, when: str) -> None:
    paid = told(assistant, f"¿cuánto se ha pagado de la deuda {when}?")
    assert amounts("3,400,000,000") <= paid <= amounts("3,400,000,000", "3,084,000,000")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("presupuesto 2019 deuda publica total aprobado", "954,946,085"),
        ("cuánto se aprobó para deuda en el presupuesto 2019", "954,946,085"),
        ("presupuesto 2017 deuda publica", "8,053,709,810"),
        ("cuánto trae de deuda el presupuesto de 2019", "954,946,085"),
        ("presupuesto 2019 intereses aprobado", "797,417,147"),
    ],
)
def test_a_budget_beside_the_debt_is_what_it_sets_aside_for_it(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


@pytest.mark.parametrize("question", ["presupuesto estado 2024 deuda", "presupuesto 2026 deuda publica total aprobado"])
def test_where_nothing_was_published_of_it_the_whole_budget_does_not_answer(assistant: Assistant, question: str) -> None:
    (answer,) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Missing)
    assert amounts("954,946,085") <= told(assistant, question, Role.NEAREST)


@pytest.mark.parametrize(
    ("question", "percent"),
    [
        ("De lo que se aprobó para deuda en el presupuesto de 2019, ¿qué parte era para intereses?", "83.50"),
        ("del presupuesto para deuda 2019 qué parte es amortización", "7.82"),
        ("del presupuesto 2019 qué porcentaje es para la deuda", "3.20"),
        ("del presupuesto de 2019 qué tanto se va a deuda", "3.20"),
        ("del presupuesto 2019 qué parte eran intereses de la deuda", "2.67"),
        ("qué porcentaje representan los intereses de la deuda en el presupuesto 2019", "2.67"),
        ("de los ingresos propios, qué porcentaje son los impuestos", "52.07"),
    ],
)
def test_a_share_is_of_the_whole_that_was_said_wherever_it_stands(assistant: Assistant, question: str, percent: str) -> None:
    assert told(assistant, question) == {Decimal(percent)}
