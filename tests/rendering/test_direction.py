"""Whoever asks whether something rose or fell reads it in the first sentence, with both amounts and their dates."""

from __future__ import annotations

from typing import Any

import pytest

from bot.domain.answer import Confidence, Found, Note, Unit
from bot.domain.reading import Act
from bot.domain.stage import Stage
from bot.rendering import compose, text
from bot.rendering.direction import direction


def line(make: Any, *points: tuple[str, str], act: Act = Act.TREND, **changes: Any) -> Found:
    figures = tuple(make.figure(amount, period=period, **changes) for amount, period in points)
    return Found(make.reading(act=act, mentions=(), period=None), figures)


@pytest.mark.parametrize("act", [Act.TREND, Act.COMPARE])
@pytest.mark.parametrize(
    ("points", "said"),
    [
        ((("682000000", "2010-09-12"), ("7455000000", "2018")), "Subió de 682 millones de pesos (12 de septiembre de 2010) a 7,455"),
        ((("7151000000", "2021-09"), ("6573000000", "2025")), "Bajó de 7,151 millones de pesos (septiembre de 2021) a 6,573"),
        ((("5000000", "2015"), ("5000000", "2016")), "Quedó igual: de 5 millones de pesos (2015) a 5 millones de pesos (2016)."),
    ],
)
def test_the_first_sentence_says_whether_it_rose_or_fell(make: Any, act: Act, points: Any, said: str) -> None:
    answer = line(make, *points, act=act)
    assert direction(answer).startswith(said)
    reply = text(compose(answer, make.knowledge()))
    assert reply.index(said) < reply.index("Saldo de la deuda")


def test_where_sources_disagree_the_sentence_tells_between_which_amounts(make: Any) -> None:
    answer = line(make, ("7217000000", "2021-09"), ("7380000000", "2021-09"), ("7151000000", "2021-09"), ("6573000000", "2025-10-02"))
    assert direction(answer) == (
        "Bajó de entre 7,151 y 7,380 millones de pesos según quién lo diga (septiembre de 2021) "
        "a 6,573 millones de pesos (2 de octubre de 2025)."
    )


def test_a_day_and_its_year_are_one_moment(make: Any) -> None:
    answer = line(make, ("4500000", "2021-03-16"), ("4300000", "2021"), ("5500000", "2023"))
    assert direction(answer) == ("Subió de entre 4.3 y 4.5 millones de pesos según quién lo diga (2021) a 5.5 millones de pesos (2023).")


def test_versions_that_overlap_leave_it_open(make: Any) -> None:
    answer = line(make, ("100000000", "2020"), ("300000000", "2020"), ("200000000", "2021"))
    assert direction(answer).startswith("Subió o bajó según la versión que se tome: de entre 100 y 300 millones de pesos")


def test_a_line_that_turned_says_where(make: Any) -> None:
    up_and_down = line(make, ("100000000", "2010"), ("900000000", "2016"), ("500000000", "2025"))
    down_and_up = line(make, ("600000000", "2010"), ("100000000", "2016"), ("500000000", "2025"))
    assert direction(up_and_down).endswith("(2025); lo más alto fueron 900 millones de pesos (2016).")
    assert direction(down_and_up).endswith("(2025); lo más bajo fueron 100 millones de pesos (2016).")


def test_what_nobody_documented_is_no_end_of_a_line(make: Any) -> None:
    answer = line(make, ("7193845640", "2021-03-31"), ("6573000000", "2024"))
    claim = make.figure("9900000000", period="2025", confidence=Confidence.LOW)
    assert direction(Found(answer.reading, (*answer.figures, claim))).endswith("a 6,573 millones de pesos (2024).")


def test_sums_of_five_years_and_of_seven_months_are_not_compared(make: Any) -> None:
    paid = line(make, ("3049000000", "2016-09-12/2021-06"), ("393000000", "2025-01/2025-07"), stage=Stage.PAID)
    yearly = line(make, ("50000000", "2010/2016"), ("30000000", "2019"), stage=Stage.PAID, unit=Unit.MXN_PER_YEAR)
    assert "no se puede decir si subió o bajó" in direction(paid)
    assert direction(yearly).startswith("Bajó de 50 millones de pesos al año (de 2010 a 2016) a 30")


def test_two_kinds_have_a_sentence_each_with_their_name(make: Any) -> None:
    whole = line(make, ("682000000", "2010"), ("7318000000", "2021"), label="saldo de la deuda del estado")
    long_term = line(make, ("7151000000", "2021"), ("6573000000", "2025"), label="saldo de la deuda de largo plazo del estado")
    said = direction(Found(whole.reading, (*whole.figures, *long_term.figures)))
    assert said.startswith("Deuda: subió de 682")
    assert " Deuda de largo plazo: bajó de 7,151" in said


@pytest.mark.parametrize("note", ["stages_not_compared", "one_moment"])
def test_where_nobody_can_say_no_direction_is_told(make: Any, note: str) -> None:
    answer = line(make, ("100000000", "2020"), ("200000000", "2021"))
    assert not direction(Found(answer.reading, answer.figures, notes=(Note(note),)))
    assert not direction(line(make, ("100000000", "2020"), ("200000000", "2021"), act=Act.AMOUNT))


def test_versions_of_one_year_are_no_line_where_two_things_are_compared(make: Any) -> None:
    assert not direction(line(make, ("740", "2016-08"), ("760", "2016"), act=Act.COMPARE))
