from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answer import Confidence, Document, Figure, Found, Missing, Role, Source, Unit
from bot.domain.period import Period
from bot.domain.reading import Act, Interpretation
from bot.domain.stage import Stage
from bot.rendering.charts_plan import BarChart, ClaimChart, NoPicture, TimeChart, plan

LABELS = ("presupuesto del estado", "presupuesto de la UAZ", "saldo de la deuda")
DOCUMENT = Source(Document("d", "Título", "Pórtico", "press", "", "", "2014", ""), "")


def spending(make: Any, year: str, amount: str, **changes: Any) -> Figure:
    values = {"label": "presupuesto del estado", "period": year, "stage": Stage.APPROVED} | changes
    return make.figure(amount, **values)


def over_time(make: Any, *figures: Figure) -> Any:
    return plan(Found(make.reading(act=Act.TREND), figures))


def test_a_line_stops_where_a_year_has_no_published_figure(make: Any) -> None:
    chart = over_time(make, *(spending(make, year, "100") for year in ("2018", "2019", "2021")))
    assert isinstance(chart, TimeChart)
    (line,) = chart.lines
    assert [[point.period.label for point in run] for run in line.runs] == [["2018", "2019"], ["2021"]]
    assert line.missing == (2020,)


def test_no_line_goes_from_one_stage_to_another(make: Any) -> None:
    years = ("2018", "2019", "2020", "2021")
    chart = over_time(make, *(spending(make, year, "100", stage=stage) for year in years for stage in (Stage.APPROVED, Stage.EXERCISED)))
    assert isinstance(chart, TimeChart)
    assert [{point.figure.stage for point in line.points} for line in chart.lines] == [{Stage.APPROVED}, {Stage.EXERCISED}]


def test_a_quarter_is_never_joined_to_a_year(make: Any) -> None:
    chart = over_time(make, *(spending(make, year, "100") for year in ("2018", "2019", "2021", "2020-01/2020-03")))
    assert isinstance(chart, TimeChart)
    assert [[point.period.label for point in line.points] for line in chart.lines] == [["2018", "2019", "2021"], ["2020-01/2020-03"]]


def test_rival_claims_of_one_time_are_marks_of_their_own(make: Any) -> None:
    amounts = (("2015-12-31", "90"), ("2016", "100"), ("2016-09-12", "120"), ("2017-12-31", "130"))
    chart = over_time(make, *(make.figure(amount, period=period) for period, amount in amounts))
    assert isinstance(chart, TimeChart)
    assert [point.rival for point in chart.lines[0].points] == [False, True, True, False]
    assert [len(run) for run in chart.lines[0].runs] == [1, 1, 1, 1]


def test_a_line_of_years_is_drawn_although_most_figures_are_rivals_of_one(make: Any) -> None:
    amounts = (("2015-12-31", "90"), ("2016", "100"), ("2016-08", "110"), ("2016-09-12", "120"), ("2017-12-31", "130"))
    chart = plan(Found(make.reading(act=Act.TREND), tuple(make.figure(amount, period=period) for period, amount in amounts)))
    assert isinstance(chart, TimeChart)
    assert len(chart.lines[0].points) == 5


def test_a_figure_that_counts_something_else_stands_apart(make: Any) -> None:
    other = spending(make, "2019", "300", note="Incluye hasta 1,700 mdp de deuda nueva autorizada.")
    chart = over_time(make, spending(make, "2018", "100"), other, spending(make, "2020", "110"), spending(make, "2021", "120"))
    assert isinstance(chart, TimeChart)
    assert [[point.period.label for point in run] for run in chart.lines[0].runs] == [["2018"], ["2019"], ["2020", "2021"]]


def test_what_is_in_another_unit_is_counted_as_left_out(make: Any) -> None:
    people = make.figure("4000", label="personas", unit=Unit.PEOPLE, stage=None, period="2020")
    chart = over_time(make, *(spending(make, year, "100") for year in ("2018", "2019", "2020")), people)
    assert isinstance(chart, TimeChart)
    assert chart.left_out == 1


def test_bars_stand_beside_each_other_only_in_one_stage_and_period(make: Any) -> None:
    parts = [spending(make, "2024", str(n), label=f"presupuesto de la parte {n}") for n in (3, 2, 1)]
    other = spending(make, "2024", "9", label="presupuesto ejercido de otra", stage=Stage.EXERCISED)
    earlier = spending(make, "2023", "8", label="presupuesto de antes")
    total = spending(make, "2024", "6", label="presupuesto del estado", role=Role.CONTEXT)
    chart = plan(Found(make.reading(act=Act.BREAKDOWN), (*parts, other, earlier, total)))
    assert isinstance(chart, BarChart)
    assert [row.figures[0].amount for row in chart.rows] == [3, 2, 1]
    assert chart.total == total
    assert chart.left_out == 2


def test_two_claims_of_one_part_share_a_row(make: Any) -> None:
    parts = [spending(make, "2024", str(n), label=f"presupuesto de la parte {n % 3}") for n in (4, 3, 2, 1)]
    chart = plan(Found(make.reading(act=Act.RANKING), tuple(parts)))
    assert isinstance(chart, BarChart)
    assert [len(row.figures) for row in chart.rows] == [2, 1, 1]


def test_what_several_documents_say_of_one_year_is_shown_side_by_side(make: Any) -> None:
    said = [make.figure(amount, period=period) for amount, period in (("75", "2016"), ("76", "2016"), ("74", "2016-08"))]
    chart = plan(Found(make.reading(), tuple(said)))
    assert isinstance(chart, ClaimChart)
    assert chart.figures == tuple(said)


def test_a_reason_is_given_where_there_is_nothing_to_compare(make: Any) -> None:
    cases = (
        (Found(make.reading(), ()), "no hay cifras"),
        (Found(make.reading(), (make.figure(),)), "aquí hay 1"),
        (Missing(make.reading(), "el saldo de 2012", (make.figure(role=Role.NEAREST),) * 3), "no hay cifras"),
        (
            Found(
                make.reading(),
                tuple(spending(make, "2024", "5", label=f"parte {n}", stage=s) for n, s in enumerate((Stage.APPROVED, Stage.PAID, None))),
            ),
            "no se comparan",
        ),
    )
    for answer, said in cases:
        found = plan(answer)
        assert isinstance(found, NoPicture)
        assert said in found.reason


@given(
    st.lists(
        st.builds(
            Figure,
            label=st.sampled_from(LABELS),
            amount=st.integers(-5, 50).map(lambda n: Decimal(n) * 10**6),
            unit=st.sampled_from((Unit.MXN, Unit.PEOPLE)),
            period=st.one_of(
                st.none(), st.sampled_from(("2016", "2017", "2018", "2020", "2018-06", "2019-12-31", "2015/2019")).map(Period.parse)
            ),
            stage=st.sampled_from((None, Stage.APPROVED, Stage.BALANCE)),
            sources=st.just((DOCUMENT,)),
            confidence=st.sampled_from(Confidence),
            note=st.sampled_from(("", "Incluye deuda nueva.")),
        ),
        max_size=12,
    ),
    st.sampled_from((Act.TREND, Act.BREAKDOWN, Act.RANKING, Act.AMOUNT)),
)
def test_no_picture_ever_mixes_what_cannot_be_compared(figures: list[Figure], act: Act) -> None:
    chart = plan(Found(Interpretation(act, None), tuple(figures)))
    if isinstance(chart, NoPicture):
        return
    assert len({figure.unit for figure in chart.figures}) == 1
    assert len(chart.figures) + chart.left_out == len(figures)
    if isinstance(chart, BarChart):
        assert len({(figure.stage, figure.period.label if figure.period else "") for figure in chart.figures}) == 1
    if isinstance(chart, TimeChart):
        for line in chart.lines:
            assert len({(point.figure.label, point.figure.stage) for point in line.points}) == 1
            for run in line.runs:
                assert len(run) == 1 or not any(point.alone for point in run)
                assert all(after.period.start.year - before.period.end.year <= 1 for before, after in pairwise(run))
