"""«¿Cómo ha ido?», «¿cuánto más que…?»"""

from __future__ import annotations

from bot.domain.answer import Confidence, Found, Missing, Role, Unit
from bot.domain.reading import Act, Topic
from bot.domain.stage import Stage
from tests.answering.invented import amounts, asked_span, asked_years, fact, figures, notes, series
from tests.answering.valley import BALANCE, INTEREST, STATE, InventedLedger, accounts, desk_over, valley


def test_a_line_is_every_published_point_oldest_first_and_gaps_stay_gaps() -> None:
    answer = valley().ask("¿cómo ha ido el saldo de la deuda?", Act.TREND, Topic.DEBT)
    assert [str(figure.period) for figure in figures(answer)] == ["2012-12-31", "2013-12-31", "2016-12-31"]
    assert amounts(answer) == [400_000_001, 500_000_002, 700_000_003]


def test_a_claim_is_no_point_of_the_line() -> None:
    answer = valley().ask("¿cómo ha ido el saldo de la deuda?", Act.TREND, Topic.DEBT)
    assert all(figure.confidence is not Confidence.LOW for figure in figures(answer))


def test_the_change_between_the_ends_is_worked_out_beside_the_line() -> None:
    context = figures(valley().ask("¿cómo ha ido el saldo de la deuda?", Act.TREND, Topic.DEBT), Role.CONTEXT)
    assert [(figure.amount, figure.unit) for figure in context] == [(300_000_002, Unit.MXN), (75, Unit.PERCENT)]
    assert all(figure.formula for figure in context)


def test_money_of_five_years_and_of_one_have_no_change_between_them() -> None:
    paid = series(STATE, INTEREST)
    rows = [fact(paid, 10, "2012", Stage.PAID), fact(paid, 14, "2014", Stage.PAID), fact(paid, 61, "2012/2016", Stage.PAID)]
    line = desk_over(InventedLedger(tuple(rows))).ask("¿cómo han ido los intereses pagados?", Act.TREND, Topic.DEBT)
    assert sorted(amounts(line)) == [10, 14, 61]
    assert amounts(line, Role.CONTEXT) == [4, 40]
    apart = desk_over(InventedLedger(tuple(rows[1:]))).ask("¿cómo han ido los intereses pagados?", Act.TREND, Topic.DEBT)
    assert amounts(apart, Role.CONTEXT) == []


def test_a_line_goes_through_one_stage_only() -> None:
    answer = valley().ask("¿cómo ha ido el presupuesto del Instituto del Maíz?", Act.TREND)
    assert [figure.stage for figure in figures(answer)] == [Stage.APPROVED] * 3
    assert [str(figure.period) for figure in figures(answer)] == ["2020", "2021", "2023"]


def test_the_asked_span_bounds_the_line() -> None:
    answer = valley().ask("presupuesto del Instituto del Maíz", Act.TREND, period=asked_span(2020, 2021))
    assert [str(figure.period) for figure in figures(answer)] == ["2020", "2021"]


def test_two_versions_of_one_point_are_told() -> None:
    rival = fact(series(STATE, BALANCE), 510_000_000, "2013-12-31", Stage.BALANCE, says="cronica")
    ledger = accounts()
    desk = desk_over(type(ledger)((*ledger.rows, rival), ledger.told))
    answer = desk.ask("¿cómo ha ido el saldo de la deuda?", Act.TREND, Topic.DEBT)
    assert {500_000_002, 510_000_000} <= set(amounts(answer))
    assert "sources_disagree" in notes(answer)


def test_a_single_point_is_told_as_a_figure_without_a_change() -> None:
    answer = valley().ask("¿cómo ha ido la tasa del crédito Sol?", Act.TREND, Topic.DEBT)
    assert isinstance(answer, Found)
    assert figures(answer, Role.CONTEXT) == ()


def test_a_line_of_what_nobody_published_is_missing() -> None:
    assert isinstance(valley().ask("¿cómo ha ido el presupuesto del Instituto del Trigo?", Act.TREND), Missing)


def test_two_years_stand_side_by_side_with_their_difference() -> None:
    answer = valley().ask("presupuesto aprobado del Instituto del Maíz en 2020 y 2021", Act.COMPARE, stage=Stage.APPROVED)
    assert amounts(answer) == [100_000_013, 110_000_016]
    assert figures(answer, Role.CONTEXT)[0].amount == 10_000_003


def test_stages_stand_side_by_side_without_a_difference_across_them() -> None:
    answer = valley().ask("costo del Puente Azul anunciado contra pagado", Act.COMPARE, period=asked_span(2019, 2021))
    assert {figure.stage for figure in figures(answer)} == {Stage.ANNOUNCED, Stage.PAID}
    assert figures(answer, Role.CONTEXT) == ()


def test_two_towns_are_compared_on_the_same_measure() -> None:
    answer = valley().ask("¿quién cobra más cuotas, Villa Luna o Tres Pinos?", Act.COMPARE, Topic.TRANSFERS)
    assert amounts(answer) == [30_000_024, 20_000_025]


def test_a_year_that_is_missing_in_a_comparison_is_not_filled_in() -> None:
    answer = valley().ask("presupuesto aprobado del Instituto del Maíz en 2021 y 2022", Act.COMPARE, stage=Stage.APPROVED)
    assert {str(figure.period) for figure in figures(answer)} <= {"2021"}
    assert figures(answer, Role.CONTEXT) == ()


def test_how_much_over_several_years_is_the_one_figure_published_for_all_of_them() -> None:
    answer = valley().ask("intereses de 2012 a 2016", topic=Topic.DEBT, period=asked_span(2012, 2016))
    assert amounts(answer) == [61_000_009]


def test_without_a_figure_for_the_whole_span_every_year_of_it_is_told_and_none_is_added() -> None:
    desk = desk_over(accounts().without(["interes-sexenio"]))
    answer = desk.ask("intereses de 2012 a 2016", topic=Topic.DEBT, period=asked_span(2012, 2016))
    assert amounts(answer) == [10_000_007, 14_000_008]


def test_the_change_is_never_from_one_kind_of_debt_to_another() -> None:
    desk = desk_over(accounts().without(["saldo-2013", "saldo-2013-otra", "largo-2013"]))
    asked = desk.ask("¿cuál es la diferencia entre la deuda de 2013 y la de 2014?", Act.COMPARE, Topic.DEBT, period=asked_years(2013, 2014))
    assert figures(asked, Role.CONTEXT) == ()
