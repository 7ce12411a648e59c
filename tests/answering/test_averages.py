"""«¿Cuál fue el promedio anual?»"""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.answering.derived.averages import asks_yearly_mean
from bot.domain.answer import Role, Unit
from bot.domain.reading import Act, Topic
from bot.domain.stage import Stage
from tests.answering.invented import amounts, asked_span, fact, figures, series
from tests.answering.valley import INTEREST, STATE, accounts, desk_over, valley

ASKED = "¿Cuál fue el promedio anual de los intereses pagados de 2012 a 2016?"


@pytest.mark.parametrize("act", [Act.AMOUNT, Act.TREND, Act.COMPARE])
def test_the_published_years_are_added_and_divided_by_how_many_they_are(act: Act) -> None:
    (mean,) = figures(answer := valley().ask(ASKED, act, Topic.DEBT, period=asked_span(2012, 2016)))
    assert mean.amount == Decimal("12000007.50")
    assert (mean.unit, mean.stage, str(mean.period)) == (Unit.MXN, Stage.PAID, "2012/2014")
    assert [figure.amount for figure in figures(answer, Role.INPUT)] == [10_000_007, 14_000_008]


def test_a_year_that_nobody_published_is_told_and_is_not_a_zero() -> None:
    (mean,) = figures(valley().ask(ASKED, Act.AMOUNT, Topic.DEBT, period=asked_span(2012, 2016)))
    assert mean.formula == "(10,000,007 + 14,000,008) ÷ 2 años publicados; sin cifra publicada de 2013"


def test_a_balance_has_no_yearly_mean() -> None:
    answer = valley().ask("promedio anual del saldo de la deuda de 2012 a 2016", Act.TREND, Topic.DEBT, period=asked_span(2012, 2016))
    assert {400_000_001, 500_000_002} <= set(amounts(answer))
    assert not any("promedio" in figure.label for figure in figures(answer))


def test_years_that_documents_disagree_on_are_not_averaged() -> None:
    rival = fact(series(STATE, INTEREST), 11_000_000, "2012", Stage.PAID, says="cronica")
    ledger = accounts()
    answer = desk_over(type(ledger)((*ledger.rows, rival), ledger.told)).ask(ASKED, Act.TREND, Topic.DEBT, period=asked_span(2012, 2016))
    assert not any("promedio" in figure.label for figure in figures(answer))


def test_the_yearly_mean_is_asked_in_several_ways() -> None:
    for text in ("promedio anual del FAIS", "en promedio, ¿cuánto se pagó al año?", "¿cuánto pagan por año en promedio?"):
        assert asks_yearly_mean(valley().read(text))
    assert not asks_yearly_mean(valley().read("índice de precios, promedio del año"))
