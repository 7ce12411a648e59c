"""«los impuestos estimados» are not those collected: a stage said as a participle is the only one answered."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.answering.asked.moments import moments_named, participles
from bot.domain.answer import Missing, Role
from bot.domain.ledger import Fact
from bot.domain.reading import Act, Topic
from bot.domain.stage import Stage
from tests.answering.invented import Desk, InventedLedger, amounts, asked_span, asked_years, fact, figures, knowledge, series, term
from tests.answering.valley import BALANCE, BUDGET, LONG, MAIZE, ROADS, SHORT, STATE, TAXES, TERMS, TOWNS, desk_over, valley

A, M, P = Stage.APPROVED, Stage.MODIFIED, Stage.PAID


def desk(*rows: Fact) -> Desk:
    more = (term("impuestos", "concepto", "impuestos"), term("derechos-estatales", "concepto", "derechos estatales"))
    return Desk(InventedLedger(rows), knowledge((*TERMS, *more)))


INCOME = desk(
    fact(series(STATE, TAXES), 11_000_001, "2020", Stage.ESTIMATED),
    fact(series(STATE, TAXES), 12_000_002, "2020", Stage.COLLECTED),
    fact(series(STATE, TAXES), 13_000_003, "2021", Stage.COLLECTED),
)


def test_the_stage_said_is_the_only_one_answered() -> None:
    assert amounts(INCOME.ask("impuestos estimados del estado en 2020")) == [Decimal(11_000_001)]
    assert amounts(INCOME.ask("impuestos recaudados del estado en 2020")) == [Decimal(12_000_002)]
    assert amounts(INCOME.ask("impuestos del estado en 2020")) == [Decimal(11_000_001), Decimal(12_000_002)]


def test_another_stage_of_the_year_asked_is_only_the_nearest() -> None:
    answer = INCOME.ask("impuestos estimados del estado en 2021")
    assert isinstance(answer, Missing)
    assert not amounts(answer)
    assert set(amounts(answer, Role.NEAREST)) <= {Decimal(11_000_001), Decimal(13_000_003)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("impuestos recaudados del estado", (Stage.COLLECTED,)),
        ("lo pagado contra lo recibido", (Stage.PAID, Stage.RECEIVED)),
        ("¿cuánto ha recibido el estado?", ()),
        ("¿cuánto fue autorizado?", ()),
        ("el ejercicio y el compromiso", ()),
    ],
)
def test_a_participle_asks_for_a_stage_and_a_verb_does_not(text: str, found: tuple[Stage, ...]) -> None:
    assert participles(INCOME.read(text)) == found


def test_health_is_no_form_of_balance() -> None:
    reading = INCOME.read("¿cuánto aprobaron para salud y cuánto salió para caminos?", Act.AMOUNT, Topic.BUDGET)
    assert moments_named(reading) == {Stage.APPROVED}


def test_a_participle_in_the_name_of_a_thing_is_not_a_stage() -> None:
    named = desk_over(valley().ledger)
    known = Desk(named.ledger, knowledge((*TERMS, term("aval", "prestamo", "crédito autorizado en diciembre"))))
    assert participles(known.read("monto del crédito autorizado en diciembre")) == ()


def test_two_numbers_of_which_one_is_named_by_its_stage_are_both_kept() -> None:
    answer = INCOME.ask("impuestos del estado en 2020, lo estimado y lo de la tesorería")
    assert amounts(answer) == [Decimal(11_000_001), Decimal(12_000_002)]


def compared(text: str, rows: tuple[Fact, ...], **slots: object) -> list[tuple[Role, Decimal]]:
    answer = desk(*rows).ask(text, Act.COMPARE, **slots)
    return [(figure.role, figure.amount) for role in (Role.ANSWER, Role.NEAREST) for figure in figures(answer, role)]


MAIZES = (
    fact(series(MAIZE, BUDGET), 21_000_001, "2018", A),
    fact(series(MAIZE, BUDGET), 22_000_002, "2019", A),
    fact(series(MAIZE, BUDGET), 23_000_003, "2019", M),
    fact(series(MAIZE, BUDGET), 24_000_004, "2019", P),
)


def test_two_stages_named_are_compared_and_the_third_stays_out() -> None:
    found = compared("presupuesto modificado del Instituto del Maíz contra lo pagado en 2019", MAIZES, stage=M)
    assert found == [(Role.ANSWER, Decimal(23_000_003)), (Role.ANSWER, Decimal(24_000_004))]


def test_of_two_stages_the_one_published_is_answered_alone() -> None:
    found = compared("presupuesto modificado del Instituto del Maíz contra lo pagado en 2019", MAIZES[:3], stage=M)
    assert found == [(Role.ANSWER, Decimal(23_000_003))]


def test_of_two_years_the_one_published_is_answered_and_none_between_them() -> None:
    found = compared("presupuesto aprobado del Instituto del Maíz: 2018 contra 2021", MAIZES, stage=A, period=asked_years(2018, 2021))
    assert found == [(Role.ANSWER, Decimal(21_000_001)), (Role.NEAREST, Decimal(22_000_002))]


def test_of_two_years_without_figures_the_nearest_of_the_first_is_offered() -> None:
    found = compared("presupuesto aprobado del Instituto del Maíz: 2015 contra 2021", MAIZES, stage=A, period=asked_years(2015, 2021))
    assert [role for role, _ in found] == [Role.NEAREST, Role.NEAREST]


DEBTS = tuple(
    fact(series(STATE, kind), amount + year, f"{year}-12-31", Stage.BALANCE)
    for year in (2014, 2015, 2016)
    for kind, amount in ((BALANCE, 50_000_000), (LONG, 40_000_000), (SHORT, 10_000_000))
)


def test_the_line_drawn_is_that_of_the_kind_of_debt_asked() -> None:
    for text, first in (("deuda", 50_002_014), ("corto plazo", 10_002_014), ("largo plazo", 40_002_014)):
        answer = desk(*DEBTS).ask(f"{text} de 2014 a 2016", Act.TREND, Topic.DEBT, period=asked_span(2014, 2016))
        assert amounts(answer)[0] == Decimal(first)
        assert len(amounts(answer)) == 3


def test_debt_of_short_term_is_no_substitute_for_that_of_long_term() -> None:
    rows = tuple(row for row in DEBTS if not (row.series.concept is LONG and row.period and row.period.start.year == 2015))
    answer = desk(*rows).ask("largo plazo en 2015", Act.AMOUNT, Topic.DEBT)
    assert not amounts(answer)
    assert set(amounts(answer, Role.NEAREST)) <= {Decimal(40_002_014), Decimal(40_002_016)}


def test_the_change_of_a_balance_is_told_where_its_kinds_stand_beside_it() -> None:
    answer = desk(*DEBTS).ask("deuda de 2014 y 2016", Act.COMPARE, Topic.DEBT)
    assert Decimal(2) in amounts(answer, Role.CONTEXT)


def test_who_received_most_is_not_answered_with_what_was_paid() -> None:
    rows = (
        fact(series(TOWNS[0], ROADS), 5_000_001, "2024", Stage.RECEIVED),
        fact(series(TOWNS[1], ROADS), 9_000_002, "2024", P),
        fact(series(TOWNS[2], ROADS), 8_000_003, "2024", P),
    )
    answer = desk(*rows).ask("¿qué municipio recibió más fondo de caminos en 2024?", Act.RANKING, Topic.TRANSFERS)
    assert amounts(answer) == [Decimal(5_000_001)]


def test_one_branch_named_is_answered_alone_and_not_with_its_sisters() -> None:
    whole = fact(series(STATE, BUDGET, group="ramos"), 30_000_003, "2020", A, id="todo", total=True)
    parts = [fact(series(TOWNS[0], BUDGET, group="ramos"), 10_000_001, "2020", A, part_of="todo")]
    parts += [fact(series(MAIZE, BUDGET, group="ramos"), 20_000_002, "2020", A, part_of="todo")]
    known = desk(whole, *parts)
    assert amounts(known.ask("presupuesto del Instituto del Maíz en 2020", Act.BREAKDOWN)) == [Decimal(20_000_002)]
    listed = known.ask("presupuesto de 2020 entre el Instituto del Maíz y el de la luna", Act.BREAKDOWN)
    assert amounts(listed) == [Decimal(20_000_002), Decimal(10_000_001)]
