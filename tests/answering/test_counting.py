"""Whether a question counts things, days or pesos."""

from __future__ import annotations

import pytest

from bot.answering.asked.counting import counts_days, thing_counted
from tests.answering.valley import valley


@pytest.mark.parametrize("text", ["¿cuántos días de aguinaldo les tocan?", "cuantos meses dura el plazo"])
def test_days_and_months_are_neither_pesos_nor_people(text: str) -> None:
    assert counts_days(valley().read(text))


@pytest.mark.parametrize(("text", "thing"), [("¿cuántos trabajadores tiene?", "trabajadores"), ("¿cuántos millones debe?", "")])
def test_people_are_counted_and_millions_are_not(text: str, thing: str) -> None:
    reading = valley().read(text)
    assert thing_counted(reading) == thing
    assert not counts_days(reading)
