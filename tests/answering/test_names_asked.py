"""Whose money is asked, and who only speaks of it."""

from __future__ import annotations

import pytest

from bot.answering.asked.slots import names_asked
from tests.answering.valley import valley


@pytest.mark.parametrize(
    "text",
    [
        "lo que autorizó el Instituto del Maíz para el estado",
        "la deuda del estado según el Instituto del Maíz",
        "pagado por orden del estado ante el Instituto del Maíz",
        "aprobado por el Instituto del Maíz",
    ],
)
def test_whoever_says_votes_or_orders_it_is_not_whose_money_is_asked(text: str) -> None:
    assert names_asked(valley().read(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "presupuesto aprobado del Instituto del Maíz",
        "¿cuánto le aprobaron al Instituto del Maíz?",
        "presupuesto aprobado Instituto del Maíz 2020",
    ],
)
def test_whoever_receives_it_is(text: str) -> None:
    assert [mention.clave for mention in names_asked(valley().read(text))] == ["instituto del maiz"]
