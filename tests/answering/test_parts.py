"""«¿En qué se fue?», «¿cómo se reparte?»"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answering.figures.sets_of_parts import is_one_of, of_the_measure
from bot.domain.answer import Role, Unit
from bot.domain.reading import Act, Mention, Topic
from bot.domain.stage import Stage
from tests.answering.invented import Desk, InventedLedger, amounts, concept, fact, figures, knowledge, notes, series, term
from tests.answering.valley import BRANCH, BUDGET, DUTIES, FEES, LOAN, ROADS, STATE, TAXES, TERMS, TOWNS, USE, accounts, desk_over, valley


def test_the_parts_of_a_loan_come_largest_first_with_their_printed_total_beside() -> None:
    answer = valley().ask("destinos del crédito Sol", Act.BREAKDOWN, Topic.DEBT)
    assert amounts(answer) == [200_000_012, 99_999_998]
    assert [figure.amount for figure in figures(answer, Role.CONTEXT) if figure.unit is Unit.MXN] == [300_000_010]


def test_each_part_says_what_share_of_the_total_it_is() -> None:
    answer = valley().ask("destinos del crédito Sol", Act.BREAKDOWN, Topic.DEBT)
    shares = [figure for figure in figures(answer, Role.CONTEXT) if figure.unit is Unit.PERCENT]
    assert [figure.amount for figure in shares] == [Decimal("66.67"), Decimal("33.33")]
    assert all(figure.derived for figure in shares)


def test_a_total_printed_elsewhere_is_divided_by_the_facts_that_name_it() -> None:
    answer = valley().ask("presupuesto del estado en 2020", Act.BREAKDOWN)
    assert amounts(answer) == [600_000_019, 300_000_020, 99_999_979]
    assert 1_000_000_018 in amounts(answer, Role.CONTEXT)


def test_parts_without_a_printed_total_are_said_to_be_partial_and_get_no_shares() -> None:
    answer = desk_over(accounts().without(["sol-destinos"])).ask("destinos del crédito Sol", Act.BREAKDOWN, Topic.DEBT)
    assert amounts(answer) == [200_000_012, 99_999_998]
    assert "partial_list" in notes(answer)
    assert figures(answer, Role.CONTEXT) == ()


def test_a_total_without_published_parts_says_that_nobody_divided_it() -> None:
    answer = valley().ask("¿en qué se fue el costo del Puente Azul?", Act.BREAKDOWN)
    assert amounts(answer) == [15_000_021]
    assert "not_broken_down" in notes(answer)


def income_of_a_town(fees: str, roads: str) -> Desk:
    """A town's income of 2024, made of its fees and its roads fund, each of the year given."""
    income = concept("ingresos", "ingresos del municipio", "transferencias", parts=("cuotas", "fondo-caminos"))
    rows = (
        fact(series(TOWNS[0], income), 35_000_050, "2024", Stage.COLLECTED),
        fact(series(TOWNS[0], FEES), 30_000_024, fees, Stage.COLLECTED),
        fact(series(TOWNS[0], ROADS), 5_000_026, roads, Stage.RECEIVED),
    )
    return Desk(InventedLedger(rows), knowledge((*TERMS, term("ingresos", "concepto", "ingresos"))))


def test_a_concept_made_of_others_is_divided_by_them() -> None:
    answer = income_of_a_town("2024", "2024").ask("¿de dónde salen los ingresos de Villa Luna en 2024?", Act.BREAKDOWN, Topic.TRANSFERS)
    assert amounts(answer) == [30_000_024, 5_000_026]


def test_a_part_of_another_year_is_no_part_of_the_asked_one() -> None:
    answer = income_of_a_town("2024", "2021").ask("¿de dónde salen los ingresos de Villa Luna en 2024?", Act.BREAKDOWN, Topic.TRANSFERS)
    assert 5_000_026 not in amounts(answer)


def test_the_parts_of_two_years_are_not_one_breakdown() -> None:
    answer = income_of_a_town("2024", "2021").ask("¿de dónde salen los ingresos de Villa Luna?", Act.BREAKDOWN, Topic.TRANSFERS)
    assert len({str(figure.period) for figure in figures(answer)}) == 1


def test_the_thirteenth_part_is_left_for_another_day_and_the_list_is_called_partial() -> None:
    parts = [
        fact(series(LOAN, USE, f"obra {letter}", group="muchas"), 100 + at, "2014", Stage.PAID)
        for at, letter in enumerate("abcdefghijklmn")
    ]
    answer = desk_over(InventedLedger(tuple(parts))).ask("destinos del crédito Sol", Act.BREAKDOWN, Topic.DEBT)
    assert len(figures(answer)) == 12
    assert "partial_list" in notes(answer)


def test_the_stage_asked_is_the_only_one_divided() -> None:
    both = [
        fact(series(LOAN, USE, part, group="destinos"), amount, "2014", stage)
        for part, amount in (("hospital", 10), ("carretera", 20))
        for stage in (Stage.AUTHORISED, Stage.PAID)
    ]
    answer = desk_over(InventedLedger(tuple(both))).ask("destinos pagados del crédito Sol", Act.BREAKDOWN, Topic.DEBT, stage=Stage.PAID)
    assert {figure.stage for figure in figures(answer)} == {Stage.PAID}


def test_parts_that_exceed_their_printed_total_are_said_to_overlap() -> None:
    rows = [fact(series(STATE, BRANCH, part, group="poderes"), amount, "2014", Stage.DRAFT) for part, amount in (("uno", 90), ("dos", 30))]
    whole = fact(series(STATE, BRANCH, group="poderes"), 100, "2014", Stage.DRAFT, total=True)
    answer = desk_over(InventedLedger((*rows, whole))).ask("presupuesto del estado por ramo en 2014", Act.BREAKDOWN)
    assert amounts(answer) == [90, 30]
    assert "overlapping_scopes" in notes(answer)


parts_and_rest = st.tuples(st.lists(st.integers(1, 10**9), min_size=2, max_size=6), st.integers(0, 10**6))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parts_and_rest)
def test_the_parts_shown_never_exceed_the_total_printed_beside_them(published: tuple[list[int], int]) -> None:
    parts, rest = published
    total = sum(parts) + rest
    rows = [
        fact(series(STATE, BRANCH, f"ramo {'abcdef'[at]}", group="ramos"), amount, "2020", Stage.APPROVED)
        for at, amount in enumerate(parts)
    ]
    whole = fact(series(STATE, BRANCH, group="ramos"), total, "2020", Stage.APPROVED, total=True)
    # a rival document's version of one part, another stage and another year must not slip into the sum
    strays = [
        fact(series(STATE, BRANCH, "ramo a", group="ramos"), parts[0], "2020", Stage.APPROVED, says="cronica", repeats=rows[0].id),
        fact(series(STATE, BRANCH, "ramo a", group="ramos-2021"), total * 2, "2021", Stage.APPROVED),
        fact(series(STATE, BUDGET), total * 3, "2021", Stage.APPROVED),
    ]
    answer = desk_over(InventedLedger((*rows, whole, *strays))).ask("presupuesto del estado por ramo en 2020", Act.BREAKDOWN)
    shown = [figure for figure in figures(answer) if not figure.derived]
    printed = [figure.amount for figure in figures(answer, Role.CONTEXT) if figure.unit is Unit.MXN]
    assert sorted(figure.amount for figure in shown) == sorted(set(parts)) or sum(figure.amount for figure in shown) == sum(parts)
    assert printed == [total]
    assert sum(figure.amount for figure in shown) <= total


def test_what_is_measured_otherwise_is_no_destination() -> None:
    uses = [fact(series(LOAN, USE, "obra"), 57, "2015"), fact(series(LOAN, USE, "deuda"), 15, "2015")]
    other = fact(series(STATE, TAXES), 32, "2015")
    asked = valley().read("destino del crédito", mentions=(Mention("concepto", USE.id, "destino", 0, 7),))
    assert of_the_measure([*uses, other], asked) == uses
    assert of_the_measure([uses[0], other], asked) == [uses[0], other]


def test_the_one_concept_named_is_not_divided_into_its_sisters() -> None:
    members = [fact(series(STATE, TAXES), 70, "2024"), fact(series(STATE, DUTIES), 30, "2024")]
    taxes, duties = (Mention("concepto", one.id, one.name, 0, 0) for one in (TAXES, DUTIES))
    assert is_one_of(members, valley().read("los impuestos de 2024", mentions=(taxes,)))
    worded = replace(taxes, said="impuestos al suelo, agua y aire")
    assert is_one_of(members, valley().read("los impuestos al suelo, agua y aire de 2024", mentions=(worded,)))
    assert not is_one_of(members, valley().read("los impuestos y los derechos de 2024", mentions=(taxes, duties)))
