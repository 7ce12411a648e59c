"""A question that knows of several versions of one figure."""

from __future__ import annotations

import pytest

from bot.answering.figures.disagreeing import disagreeing
from tests.answering.invented import asked_years
from tests.answering.valley import valley


@pytest.mark.parametrize(
    "text",
    ["vi 300 y también 310 millones del crédito Sol", "¿300 o 310 millones?", "según el Congreso y según la crónica", "hay dos cifras"],
)
def test_two_numbers_or_two_witnesses_are_two_versions(text: str) -> None:
    assert disagreeing(valley().read(text))


def test_two_years_are_no_versions() -> None:
    text = "dicen que la deuda subió, ¿cuánto era en 2013 y en 2016?"
    assert not disagreeing(valley().read(text, period=asked_years(2013, 2016)))
