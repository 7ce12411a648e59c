"""What all municipalities have together is added up, or told as it was published of them as one; their capital does not answer for all."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Found, Missing
from tests.answering.asking import TODAY

if TYPE_CHECKING:
    from bot.app import Assistant


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("¿Cuánto suma lo que la ASF dejó por aclarar en los municipios de Zacatecas en 2024?", 652_800_000),
        ("sumando todo, ¿cuánto le observó la ASF a los ayuntamientos zacatecanos en 2024?", 652_800_000),
        ("¿Cuánto juntaron de predial todos los municipios de Zacatecas en 2024?", 602_993_288),
        ("¿Cuánto cobraron de predial los ayuntamientos en 2024?", 602_993_288),
        ("¿Cuánto gastaron entre todos los municipios de Zacatecas en 2024?", 9_131_446_751),
        ("Si sumas el Fortamun de todos los ayuntamientos del estado, ¿cuánto da en 2024?", 1_470_821_601),
        ("¿Cuánto pagaron de FAIS, sumados, los municipios del estado en 2024?", 1_210_823_380),
    ],
)
def test_the_towns_of_the_state_are_added_up(assistant: Assistant, question: str, amount: int) -> None:
    (answer, *_) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Found)
    (figure,) = answer.figures
    assert (figure.amount, figure.derived or bool(figure.formula)) == (Decimal(amount), True)


@pytest.mark.parametrize(
    "question",
    [
        "¿Cuánto va de participaciones para los municipios en el presupuesto de 2025?",
        "¿Cuánto suman las participaciones de todos los municipios en 2025?",
        "¿Cuánto les toca de participaciones a los ayuntamientos de Zacatecas en 2025?",
    ],
)
def test_what_was_published_of_all_of_them_is_not_the_sum_of_four(assistant: Assistant, question: str) -> None:
    (answer, *_) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Found)
    assert [figure.amount for figure in answer.figures] == [3_827_000_000]


def test_one_town_named_in_the_singular_is_that_town(assistant: Assistant) -> None:
    (answer, *_) = assistant.ask("¿Cuánto le observó la ASF al municipio de Zacatecas en 2024?", TODAY).answers
    assert isinstance(answer, Found)
    assert [figure.amount for figure in answer.figures] == [3_000_000]


@pytest.mark.parametrize(
    "question",
    [
        "¿Cuánto le deben los ayuntamientos al ISSSTEZAC?",
        "¿Cuánto suman los adeudos de los municipios con el ISSSTEZAC?",
        "¿Cuánto le debe el IZEA al ISSSTEZAC?",
    ],
)
def test_what_a_school_owes_is_not_owed_by_another(assistant: Assistant, question: str) -> None:
    (answer, *_) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Missing)
