"""«¿Cuánto?»"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from bot.domain.answer import Confidence, Found, Missing, Role, Unclear, Unit
from bot.domain.reading import Topic
from bot.domain.stage import Stage
from tests.answering.invented import InventedLedger, amounts, fact, figures, notes, series
from tests.answering.valley import BALANCE, DUTIES, FUND, MAIZE, PENSIONERS, STATE, TAXES, accounts, desk_over, valley


def test_the_debt_without_a_date_is_the_latest_balance_and_says_so() -> None:
    answer = valley().ask("¿cuánto debe el estado?", topic=Topic.DEBT)
    assert amounts(answer) == [700_000_003]
    assert str(figures(answer)[0].period) == "2016-12-31"
    assert "assumed_latest_period" in notes(answer)


def test_a_rally_claim_never_stands_as_the_debt() -> None:
    said = valley().ask("¿cuánto debe el estado en 2018?", topic=Topic.DEBT)
    assert [figure.confidence for figure in figures(said)] == [Confidence.LOW]
    assert "low_confidence_claim" in notes(said)


def test_a_year_in_the_gap_of_a_series_is_missing_with_its_neighbours() -> None:
    answer = valley().ask("saldo de la deuda en 2015", topic=Topic.DEBT)
    assert isinstance(answer, Missing)
    assert {str(figure.period) for figure in figures(answer, Role.NEAREST)} == {"2013-12-31", "2016-12-31"}


def test_every_published_stage_is_told_when_none_was_asked() -> None:
    answer = valley().ask("presupuesto del Instituto del Maíz en 2020")
    assert {figure.stage: figure.amount for figure in figures(answer)} == {
        Stage.APPROVED: 100_000_013,
        Stage.MODIFIED: 120_000_014,
        Stage.PAID: 90_000_015,
    }
    assert "all_stages_shown" in notes(answer)


def test_only_the_stage_asked_is_told() -> None:
    assert amounts(valley().ask("¿cuánto se pagó al Instituto del Maíz en 2020?", stage=Stage.PAID)) == [90_000_015]


def test_a_stage_nobody_published_is_missing_and_the_others_are_only_near() -> None:
    answer = valley().ask("presupuesto ejercido del Instituto del Maíz en 2021", stage=Stage.EXERCISED)
    assert isinstance(answer, Missing)
    assert figures(answer) == ()
    assert [figure.stage for figure in figures(answer, Role.NEAREST)] == [Stage.APPROVED]


def test_rival_sources_stand_side_by_side() -> None:
    answer = valley().ask("monto del crédito Sol", topic=Topic.DEBT)
    assert sorted(amounts(answer)) == [300_000_010, 310_000_011]
    assert {one.document.id for figure in figures(answer) for one in figure.sources} == {"gaceta", "cronica"}
    assert "sources_disagree" in notes(answer)


def test_a_repeated_fact_is_one_figure() -> None:
    totals = [figure for figure in figures(valley().ask("saldo en 2013", topic=Topic.DEBT)) if figure.amount == 500_000_002]
    assert len(totals) == 1


def test_the_premise_of_a_typed_amount_is_checked() -> None:
    wrong = valley().ask("¿es cierto que el costo del Puente Azul fue de 80 millones?", amounts=(Decimal(80_000_000),))
    right = valley().ask("¿es cierto que el costo del Puente Azul fue de 15 millones?", amounts=(Decimal(15_000_000),))
    assert "premise_differs" in notes(wrong)
    assert "premise_differs" not in notes(right)
    assert amounts(right) == [15_000_021]


def test_an_institute_without_figures_is_missing_and_gets_nobody_elses() -> None:
    answer = valley().ask("presupuesto del Instituto del Trigo en 2020")
    assert isinstance(answer, Missing)
    assert answer.nearest == ()


def test_a_measure_without_figures_is_missing_and_gets_no_other_measure() -> None:
    answer = valley().ask("regalías del estado en 2020")
    assert isinstance(answer, Missing)
    assert answer.nearest == ()


def test_a_word_nobody_knows_in_the_place_of_the_owner_is_not_the_state() -> None:
    answer = valley().ask("¿cuál es el presupuesto del pentágono en 2020?", unread=("pentagono",))
    assert isinstance(answer, Missing)
    assert ("palabras", "pentagono") in [pair for note in answer.notes for pair in note.fields]


def test_the_figure_of_one_town_is_not_that_of_another() -> None:
    answer = valley().ask("cuotas de Villa Luna en 2024", topic=Topic.TRANSFERS)
    assert amounts(answer) == [30_000_024]
    assert amounts(valley().ask("cuotas de Villa Luna y Tres Pinos", topic=Topic.TRANSFERS)) == [30_000_024, 20_000_025]


def test_a_figure_only_towns_have_asks_which_town() -> None:
    assert isinstance(valley().ask("¿cuánto fue el fondo de caminos en 2024?", topic=Topic.TRANSFERS), Unclear)


def test_a_count_of_people_is_not_money() -> None:
    (figure,) = figures(valley().ask("¿cuántos pensionados tiene la Caja de Retiro?", topic=Topic.PENSIONS))
    assert (figure.amount, figure.unit, str(figure.period)) == (15_500, Unit.PEOPLE, "2020")


def test_per_inhabitant_comes_with_the_figure_and_the_people() -> None:
    answer = valley().ask("cuotas por habitante de Puerto Seco en 2024", topic=Topic.TRANSFERS, per="habitante")
    assert [(figure.amount, figure.unit) for figure in figures(answer)] == [(Decimal("10000.01"), Unit.MXN_PER_PERSON)]
    assert amounts(answer, Role.INPUT) == [20_000_025, 2_000]
    assert "per_person_formula" in notes(answer)


def test_without_a_census_of_that_year_nothing_is_divided_and_the_figure_is_only_near() -> None:
    answer = valley().ask("presupuesto por habitante del Instituto del Maíz en 2023", per="habitante")
    assert isinstance(answer, Missing)
    assert amounts(answer, Role.NEAREST) == [130_000_017]


def test_pesos_of_another_year_come_with_the_price_indices() -> None:
    answer = valley().ask("presupuesto aprobado del estado en 2020 a pesos de 2025", stage=Stage.APPROVED)
    assert amounts(answer) == [Decimal("1250000022.50")]
    assert amounts(answer, Role.INPUT) == [1_000_000_018, 80, 100]


def test_a_concept_nobody_printed_is_the_sum_of_its_published_parts() -> None:
    answer = valley().ask("ingresos propios en 2024")
    assert amounts(answer) == [100_000_045]
    assert amounts(answer, Role.INPUT) == [70_000_022, 30_000_023]


def test_one_part_does_not_stand_for_the_whole() -> None:
    rows = [
        replace(row, series=replace(row.series, concept=replace(row.series.concept, parent="ingresos-propios")))
        if row.series.concept in (TAXES, DUTIES)
        else row
        for row in accounts().rows
    ]
    assert 30_000_023 not in amounts(desk_over(replace(accounts(), rows=tuple(rows))).ask("ingresos propios en 2024"))


def test_a_sum_lacks_no_part() -> None:
    answer = desk_over(accounts().without(["derechos-2024"])).ask("ingresos propios en 2024")
    assert figures(answer) == ()


def test_a_balance_and_its_long_and_short_term_are_never_added() -> None:
    answer = valley().ask("¿cuánto debe el estado en 2013?", topic=Topic.DEBT)
    assert set(amounts(answer)) <= {500_000_002, 450_000_005, 49_999_997}
    assert isinstance(answer, Found)


def test_claims_of_one_conflict_under_another_concept_join_when_the_question_speaks_of_versions() -> None:
    one = fact(series(STATE, BALANCE), 700_000_003, "2016-12-31", Stage.BALANCE, conflict="pasivos")
    other = fact(series(FUND, PENSIONERS), 23_000, "2016-12-31", None, conflict="pasivos", says="mitin", id="rival")
    desk = desk_over(InventedLedger((one, other, fact(series(MAIZE, TAXES), 5, "2016"))))
    plain = desk.ask("¿cuánto debe el estado en 2016?", topic=Topic.DEBT)
    versions = desk.ask("¿por qué hay dos versiones de lo que debe el estado en 2016?", topic=Topic.DEBT)
    assert amounts(plain) == [700_000_003]
    assert set(amounts(versions)) == {700_000_003, 23_000}


def test_how_many_workers_is_never_answered_with_money() -> None:
    answer = valley().ask("¿cuántos trabajadores tiene el Instituto del Maíz en 2020?")
    assert not isinstance(answer, Found) or not any(figure.unit.is_money for figure in figures(answer))


def test_the_sum_of_the_parts_asked_is_the_printed_total() -> None:
    answer = valley().ask("¿cuánto suman el largo plazo y el corto plazo en 2013?", topic=Topic.DEBT)
    assert amounts(answer) == [500_000_002]
