"""What judges the answers can tell a good reply from one with a figure of another year, another stage, or none at all."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tests.differential.invented_accounts import Accounts, without_some
from tests.differential.judging import Verdict, judge
from tests.differential.questions import Questions
from tests.differential.reckoning import Asked, Shelf, average, changes, in_pesos_of, per_inhabitant, percent_of
from tests.differential.rows import Row, span_of

ROWS = Accounts(5).rows()
SHELF = Shelf(ROWS)
CELL = next(row for row in ROWS if row.concept == "presupuesto" and row.stage == "pagado" and not row.total)


def figure(row: Row, role: str = "answer", **other: str | None) -> dict[str, str | None]:
    return {"value": str(row.amount), "unit": row.unit, "period": row.period, "stage": row.stage or None, "role": role} | other


def reply(*figures: dict[str, str | None], outcome: str = "found") -> dict[str, Any]:
    return {"outcome": outcome, "figures": list(figures), "more": []}


def about(row: Row, shelf: Shelf = SHELF) -> Asked:
    return Questions(shelf.rows, ROWS, 1).lookup(row)


def verdict(asked: Asked, given: dict[str, Any], shelf: Shelf = SHELF) -> Verdict:
    return judge(asked, given, shelf).verdict


def test_the_figure_asked_is_right() -> None:
    assert verdict(about(CELL), reply(figure(CELL))) is Verdict.RIGHT


def test_another_year_another_stage_another_unit_or_a_centavo_more_is_wrong() -> None:
    for other in ({"period": "1999"}, {"stage": "aprobado"}, {"unit": "people"}, {"value": str(CELL.amount + Decimal("0.01"))}):
        assert verdict(about(CELL), reply(figure(CELL, **other))) is Verdict.WRONG


def test_a_figure_of_somebody_else_beside_the_right_one_is_wrong() -> None:
    other = next(row for row in ROWS if row.subject != CELL.subject and row.concept == CELL.concept)
    assert verdict(about(CELL), reply(figure(CELL), figure(other))) is Verdict.WRONG


def test_of_what_is_gone_a_zero_or_another_year_is_wrong_and_the_nearest_one_labelled_is_right() -> None:
    left = Shelf(row for row in ROWS if row.id != CELL.id)
    other = next(row for row in left.find(CELL.subject, CELL.concept, stage=CELL.stage))
    asked = about(CELL, left)
    assert verdict(asked, reply(figure(CELL, value="0")), left) is Verdict.WRONG
    assert verdict(asked, reply(figure(other)), left) is Verdict.WRONG
    assert verdict(asked, reply(figure(other, "nearest"), outcome="missing"), left) is Verdict.RIGHT
    assert verdict(asked, reply(figure(CELL, "nearest", value="0"), outcome="missing"), left) is Verdict.WRONG


def test_what_is_published_and_not_given_is_missing() -> None:
    assert verdict(about(CELL), reply(outcome="missing")) is Verdict.MISSING
    assert verdict(about(CELL), reply(outcome="not_understood")) is Verdict.MISSING
    assert verdict(about(CELL), reply(outcome="unclear")) is Verdict.ASKED_BACK


def test_the_sums_are_those_of_pencil_and_paper() -> None:
    def row(amount: str, period: str, stage: str = "pagado", unit: str = "MXN", concept: str = "x", subject: str = "s") -> Row:
        return Row(
            "", "", subject, "", "", "", concept, "", "", "", "", "", "", "", False, "", "", "", unit, period, stage, "", Decimal(amount)
        )

    first, last = row("200.00", "2014"), row("251.00", "2016")
    people = row("40", "2014", "", "people", "poblacion")
    prices = [row(points, year, "", "index_points", "inpc-promedio-anual", "mexico") for year, points in (("2014", "80"), ("2016", "100"))]
    shelf = Shelf([first, last, people, *prices])
    assert {(one.value, one.unit, one.period) for one in changes(first, last)} == {
        (Decimal("51.00"), "MXN", "2014/2016"),
        (Decimal("25.50"), "percent", "2014/2016"),
    }
    assert average([first, last]) == Decimal("225.50")
    worked_out = (percent_of(first, last), per_inhabitant(first, shelf), in_pesos_of(first, 2016, shelf))
    assert [one and one.value for one in worked_out] == [Decimal("79.68"), Decimal("5.00"), Decimal("250.00")]
    assert per_inhabitant(last, shelf) is None
    assert percent_of(first, row("10", "2014", "aprobado")) is None
    assert not changes(first, row("10", "2016", "aprobado"))


def test_a_period_reads_as_its_first_and_last_day() -> None:
    assert [str(day) for day in span_of("2015-02/2019")] == ["2015-02-01", "2019-12-31"]
    assert [str(day) for day in span_of("2016-02")] == ["2016-02-01", "2016-02-29"]


def test_wiping_takes_the_share_it_says_and_leaves_no_part_of_a_total_that_is_gone() -> None:
    left, wiped = without_some(ROWS, 0.05, 3)
    assert len(wiped) == round(len(ROWS) * 0.05)
    assert {row.part_of for row in left} <= {row.id for row in left} | {""}
