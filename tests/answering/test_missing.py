"""Understood, but not published."""

from __future__ import annotations

import pytest

from bot.answering.otherwise.missing import missing, subject_of
from bot.domain.answer import Missing, Role
from bot.domain.stage import Stage
from tests.answering.invented import figures, notes
from tests.answering.valley import valley


@pytest.mark.parametrize(
    ("asked", "stage", "said"),
    [
        ("presupuesto del Instituto del Trigo en 2020", Stage.PAID, "presupuesto pagado de Instituto del Trigo, 2020"),
        ("saldo de la deuda en 2015", Stage.BALANCE, "saldo de la deuda, 2015"),
        ("regalías", None, "regalías mineras"),
        ("¿y eso qué?", None, "ese dato"),
    ],
)
def test_what_is_missing_is_said_in_words(asked: str, stage: Stage | None, said: str) -> None:
    assert subject_of(valley().read(asked, stage=stage), valley().shelves) == said


def test_the_nearest_published_figure_comes_labelled_as_such() -> None:
    answer = valley().ask("presupuesto del Instituto del Maíz en 2022")
    assert isinstance(answer, Missing)
    assert [str(figure.period) for figure in figures(answer, Role.NEAREST)] == ["2021", "2023"]
    assert figures(answer) == ()
    assert "nearest_period" in notes(answer)


def test_with_nothing_near_nothing_is_offered_as_a_figure() -> None:
    answer = missing(valley().read("presupuesto del Instituto del Trigo en 2020"), valley().shelves)
    assert answer.nearest == ()
    assert notes(answer) == set()
