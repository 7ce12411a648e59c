"""Figures that are our own arithmetic: with formula and inputs, never across stages, units or dates."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.derived.arithmetic import PLANS, difference, in_pesos_of, latest_prices, per_person, share, total
from bot.answering.figures.labels import figure_of
from bot.domain.answer import Figure, Role, Unit
from bot.domain.ledger import Fact
from bot.domain.stage import Stage
from tests.answering.invented import fact, series
from tests.answering.valley import BALANCE, BUDGET, FEES, MAIZE, STATE, TOWNS, accounts

LEDGER = accounts()
STAGES = st.sampled_from([None, *Stage])
MONEY = st.decimals(min_value=0, max_value=10**12, places=2)


def published(amount: int | str | Decimal, period: str | None = "2020", stage: Stage | None = Stage.PAID, unit: Unit = Unit.MXN) -> Figure:
    return figure_of(fact(series(MAIZE, BUDGET), amount, period, stage, unit=unit))


def test_per_person_shows_both_numbers_it_divides() -> None:
    fees = figure_of(fact(series(TOWNS[1], FEES), 20_000_025, "2024", Stage.COLLECTED))
    result, money, people = per_person(fees, TOWNS[1].id, LEDGER)
    assert (result.amount, result.unit) == (Decimal("10000.01"), Unit.MXN_PER_PERSON)
    assert (money.role, people.role) == (Role.INPUT, Role.INPUT)
    assert people.amount == 2_000
    assert "20,000,025" in str(result.formula)
    assert {one.document.id for one in result.sources} == {"gaceta", "censo"}


def test_nothing_is_divided_by_the_people_of_another_year() -> None:
    assert per_person(published(100, "2019"), TOWNS[1].id, LEDGER) == ()
    assert per_person(published(100, None), TOWNS[1].id, LEDGER) == ()


@pytest.mark.parametrize("unit", [Unit.MXN_PER_MONTH, Unit.PERCENT, Unit.PEOPLE])
def test_only_plain_pesos_are_divided_among_people(unit: Unit) -> None:
    assert per_person(published(100, "2020", unit=unit), STATE.id, LEDGER) == ()


def test_pesos_of_another_year_show_both_price_indices() -> None:
    result, money, before, after = in_pesos_of(published("500.02", "2013"), 2025, LEDGER)
    assert result.amount == Decimal("1000.04")
    assert [before.amount, after.amount] == [50, 100]
    assert money.role is Role.INPUT
    assert str(before.amount) in str(result.formula)


def test_without_a_price_index_nothing_is_converted() -> None:
    assert in_pesos_of(published(100, "2012"), 2025, LEDGER) == ()
    assert in_pesos_of(published(100, "2013"), 2026, LEDGER) == ()
    assert in_pesos_of(published(100, "2013", unit=Unit.PEOPLE), 2025, LEDGER) == ()


def test_pesos_of_today_are_those_of_the_last_published_index() -> None:
    assert latest_prices(LEDGER, date(2026, 11, 22)) == 2025
    assert latest_prices(LEDGER, date(2024, 1, 1)) == 2020
    assert latest_prices(LEDGER, date(2010, 1, 1)) is None


def test_the_whole_of_a_share_is_never_zero() -> None:
    assert share(published(5), published(0)) is None


@given(STAGES, STAGES)
def test_a_share_never_crosses_stages(mine: Stage | None, whole: Stage | None) -> None:
    found = share(published(25, stage=mine), published(200, stage=whole))
    assert (found is None) == (whole not in (mine, None))
    if found:
        assert (found.amount, found.unit) == (Decimal("12.50"), Unit.PERCENT)
        assert found.formula == "25 ÷ 200 × 100"


@given(STAGES, STAGES)
def test_a_difference_never_crosses_stages(first: Stage | None, last: Stage | None) -> None:
    found = difference(published(5, stage=first), published(8, "2021", last), Role.CONTEXT)
    assert bool(found) == (first is last)


def test_a_change_is_told_in_pesos_and_in_per_cent() -> None:
    pesos, percent = difference(published(80, "2020"), published(60, "2021"), Role.CONTEXT)
    assert (pesos.amount, pesos.unit) == (-20, Unit.MXN)
    assert (percent.amount, percent.unit) == (Decimal("-25.00"), Unit.PERCENT)
    assert [str(pesos.period), str(percent.period)] == ["2020/2021"] * 2
    assert all(figure.derived for figure in (pesos, percent))


def test_a_change_from_zero_has_no_percentage() -> None:
    assert [figure.unit for figure in difference(published(0), published(60, "2021"), Role.CONTEXT)] == [Unit.MXN]


facts = st.builds(
    lambda amount, period, stage, unit: fact(series(MAIZE, BUDGET), amount, period, stage, unit=unit),
    MONEY,
    st.sampled_from(["2020", "2021", "2020-12-31", None]),
    st.sampled_from([Stage.APPROVED, Stage.MODIFIED, Stage.PAID, Stage.ESTIMATED, Stage.COLLECTED, None]),
    st.sampled_from([Unit.MXN, Unit.MXN, Unit.MXN_PER_MONTH]),
)


@given(st.lists(facts, min_size=2, max_size=4))
def test_a_sum_is_of_one_stage_one_unit_and_one_period(rows: list[Fact]) -> None:
    """Plans of one year (estimated, approved) are the one exception: they are all what a law foresaw."""
    summed = total(rows, "Suma", Role.ANSWER)
    stages = {row.stage for row in rows}
    alike = len({row.unit for row in rows}) == 1 and len({str(row.period) for row in rows}) == 1
    assert (summed is not None) == (alike and (len(stages) == 1 or stages <= PLANS))
    if summed:
        assert summed.amount == sum(row.amount for row in rows)
        assert str(summed.formula).count("+") == len(rows) - 1


@given(MONEY, MONEY)
def test_balances_of_different_dates_never_add(first: Decimal, second: Decimal) -> None:
    rows = [fact(series(STATE, BALANCE), amount, when, Stage.BALANCE) for amount, when in ((first, "2012-12-31"), (second, "2013-12-31"))]
    assert total(rows, "Suma", Role.ANSWER) is None
