"""«¿Cuál más?», «los dos que menos»"""

from __future__ import annotations

from decimal import Decimal

from bot.domain.answer import Found, Missing, Role, Unit
from bot.domain.reading import Act, Topic
from bot.domain.stage import Stage
from tests.answering.invented import amounts, figures, notes
from tests.answering.valley import TOWNS, accounts, desk_over, valley


def test_towns_come_from_most_to_least_and_ties_stay() -> None:
    answer = valley().ask("cuotas por municipio en 2024", Act.RANKING, Topic.TRANSFERS)
    assert amounts(answer) == [30_000_024, 20_000_025, 20_000_025]


def test_the_bottom_comes_first_when_asked_for_the_least() -> None:
    answer = valley().ask("municipio con menos fondo de caminos", Act.RANKING, Topic.TRANSFERS, order="bottom", stage=Stage.RECEIVED)
    assert amounts(answer) == [3_000_028, 5_000_026, 8_000_027]


def test_as_many_as_asked_and_those_tied_with_the_last() -> None:
    two = valley().ask("los dos municipios con más cuotas", Act.RANKING, Topic.TRANSFERS, limit=2)
    one = valley().ask("el municipio con más cuotas", Act.RANKING, Topic.TRANSFERS, limit=1)
    assert amounts(two) == [30_000_024, 20_000_025, 20_000_025]
    assert amounts(one) == [30_000_024]


def test_stages_are_never_ranked_together() -> None:
    answer = valley().ask("fondo de caminos por municipio en 2024", Act.RANKING, Topic.TRANSFERS)
    assert len({figure.stage for figure in figures(answer)}) == 1
    assert len(figures(answer)) == 3


def test_of_money_received_and_then_paid_the_ranking_is_of_what_was_received() -> None:
    answer = valley().ask("fondo de caminos por municipio en 2024", Act.RANKING, Topic.TRANSFERS)
    assert {figure.stage for figure in figures(answer)} == {Stage.RECEIVED}


def test_a_ranking_without_a_year_says_which_year_it_took() -> None:
    assert "assumed_latest_period" in notes(valley().ask("cuotas por municipio", Act.RANKING, Topic.TRANSFERS))
    assert "assumed_latest_period" not in notes(valley().ask("cuotas por municipio en 2024", Act.RANKING, Topic.TRANSFERS))


def test_per_inhabitant_the_smallest_town_may_lead() -> None:
    answer = valley().ask("cuotas por habitante por municipio en 2024", Act.RANKING, Topic.TRANSFERS, per="habitante")
    assert amounts(answer) == [Decimal("10000.01"), Decimal("5000.01"), Decimal("3000.00")]
    assert {figure.unit for figure in figures(answer)} == {Unit.MXN_PER_PERSON}
    assert all(figure.formula and len(figure.sources) > 1 for figure in figures(answer))


def test_a_town_without_a_figure_is_not_last_with_zero() -> None:
    desk = desk_over(accounts().without(["cuotas/tres-pinos"]))
    answer = desk.ask("el municipio con menos cuotas en 2024", Act.RANKING, Topic.TRANSFERS, order="bottom")
    assert amounts(answer) == [20_000_025, 30_000_024]


def test_the_parts_of_a_total_are_ranked_without_the_total() -> None:
    answer = valley().ask("¿en qué destinos se fue más del crédito Sol?", Act.RANKING, Topic.DEBT)
    assert amounts(answer) == [200_000_012, 99_999_998]


def test_the_years_of_a_series_compete_when_the_question_is_which_year() -> None:
    answer = valley().ask("¿en qué año se aprobó más presupuesto para el Instituto del Maíz?", Act.RANKING)
    assert amounts(answer)[0] == 130_000_017
    assert {figure.stage for figure in figures(answer)} == {Stage.APPROVED}


def test_a_single_figure_is_told_as_it_is() -> None:
    answer = valley().ask("¿cuál es la tasa más alta del crédito Sol?", Act.RANKING, Topic.DEBT)
    assert isinstance(answer, Found)
    assert amounts(answer) == [Decimal("7.5")]


def test_what_towns_paid_does_not_say_who_received_most() -> None:
    desk = desk_over(accounts().without([f"caminos/{town.id}" for town in TOWNS]))
    answer = desk.ask("¿qué municipio recibió más del fondo de caminos en 2024?", Act.RANKING, Topic.TRANSFERS)
    assert isinstance(answer, Missing)
    assert {figure.stage for figure in figures(answer, Role.NEAREST)} == {Stage.PAID}
