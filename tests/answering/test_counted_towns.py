"""«¿Cuántos municipios…?» is counted from a published list, with its year, stage and document."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Found, Unit

if TYPE_CHECKING:
    from bot.app import Assistant

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("¿Cuántos municipios auditó la ASF en la cuenta pública 2024?", 18),
        ("¿Cuántos municipios tiene Zacatecas?", 58),
        ("¿Cuántos municipios recibieron más de 50 millones de FAIS en 2024?", 3),
        ("¿Cuántos municipios tienen algo por aclarar?", 16),
        ("¿Cuántos municipios le reportaron al INEGI en 2018?", 55),
        ("¿Cuántos municipios no le reportaron al INEGI en 2024?", 0),
        ("¿Cuántos municipios están al corriente con la CONADE?", 40),
    ],
)
def test_towns_are_counted(assistant: Assistant, question: str, number: int) -> None:
    (answer, *_) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Found)
    (figure,) = answer.figures
    assert (figure.amount, figure.unit) == (number, Unit.COUNT)


def test_what_one_town_has_to_clear_up_answers_for_no_other(assistant: Assistant) -> None:
    (answer, *_) = assistant.ask("¿Qué municipio tiene más lana pendiente de aclarar con la Auditoría Superior?", TODAY).answers
    assert isinstance(answer, Found)
    assert "Pinos" in answer.figures[0].label
