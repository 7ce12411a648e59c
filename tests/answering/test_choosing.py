"""Which facts of a series answer: stage, period, rivals, repeats, and the nearest when none does."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot.answering.figures.choosing import choose, closest, figures_of, stages_published, without_repeats
from bot.domain.answer import Confidence, Role
from bot.domain.ledger import Fact
from bot.domain.query import Query
from bot.domain.stage import Stage
from tests.answering.invented import fact, series
from tests.answering.valley import BALANCE, BUDGET, INTEREST, MAIZE, STATE

FLOW, STOCK, BUDGETED = series(STATE, INTEREST), series(STATE, BALANCE), series(MAIZE, BUDGET)


def query(years: tuple[int, int] | None = None, **more: object) -> Query:
    start, end = (date(years[0], 1, 1), date(years[1], 12, 31)) if years else (None, None)
    values: dict[str, object] = {"series": (), "start": start, "end": end, "stage": None, "words": ()}
    return Query(**(values | more))  # type: ignore[arg-type]


def flow(amount: int, period: str, stage: Stage | None = Stage.PAID, **more: object) -> Fact:
    return fact(FLOW, amount, period, stage, **more)  # type: ignore[arg-type]


def balance(amount: int, period: str, **more: object) -> Fact:
    return fact(STOCK, amount, period, Stage.BALANCE, **more)  # type: ignore[arg-type]


def test_of_a_balance_without_a_date_the_latest_is_the_answer() -> None:
    old, new = balance(1, "2013-12-31"), balance(2, "2016-12-31")
    assert choose([old, new], query()).answers == (new,)


def test_balances_of_one_month_stand_side_by_side_and_older_ones_do_not() -> None:
    spring, first, second = balance(1, "2016-06-30"), balance(2, "2016-12-15"), balance(3, "2016-12-31")
    assert set(choose([spring, first, second], query((2016, 2016))).answers) == {first, second}


def test_five_years_of_a_flow_do_not_answer_for_one() -> None:
    whole = flow(61, "2012/2016")
    chosen = choose([whole], query((2014, 2014)))
    assert chosen.answers == ()
    assert chosen.nearest == (whole,)


def test_a_years_money_does_not_answer_for_a_month() -> None:
    chosen = choose([flow(61, "2014")], query(start=date(2014, 3, 1), end=date(2014, 3, 31)))
    assert chosen.answers == ()


def test_a_figure_of_exactly_the_asked_months_answers_alone() -> None:
    exact, wider, inside = flow(61, "2021-09/2023-09"), flow(90, "2021-09/2025-10-02"), flow(3, "2021-10")
    asked = query(start=date(2021, 9, 1), end=date(2023, 9, 30))
    assert choose([wider, inside, exact], asked).answers == (exact,)
    assert choose([exact, wider], query(start=date(2021, 9, 1), end=date(2025, 10, 2))).answers == (wider,)


def test_a_span_that_ends_some_weeks_off_the_asked_one_still_answers() -> None:
    term = flow(61, "2016-09-12/2021-06-30")
    assert choose([term], query(start=date(2016, 9, 12), end=date(2021, 9, 11))).answers == (term,)


def test_what_was_accumulated_up_to_the_asked_year_answers_only_when_asked_so() -> None:
    lasting = flow(61, "2012/2016")
    assert choose([lasting], query((2016, 2016))).answers == ()
    assert choose([lasting], query((2016, 2016), cumulative=True)).answers == (lasting,)


def test_a_stage_that_was_asked_is_never_replaced_by_another() -> None:
    approved = fact(BUDGETED, 100, "2020", Stage.APPROVED)
    chosen = choose([approved], query((2020, 2020), stage=Stage.PAID))
    assert chosen.answers == ()
    assert chosen.nearest == (approved,)


def test_when_no_stage_is_asked_every_published_one_answers() -> None:
    rows = [fact(BUDGETED, amount, "2020", stage) for amount, stage in ((1, Stage.APPROVED), (2, Stage.MODIFIED), (3, Stage.PAID))]
    answers = choose(rows, query((2020, 2020))).answers
    assert stages_published(answers) == (Stage.APPROVED, Stage.MODIFIED, Stage.PAID)


def test_a_stage_hinted_at_is_preferred_only_where_it_was_published_for_that_year() -> None:
    draft, law, old = (
        fact(BUDGETED, 1, "2020", Stage.DRAFT),
        fact(BUDGETED, 2, "2020", Stage.APPROVED),
        fact(BUDGETED, 3, "2019", Stage.APPROVED),
    )
    assert choose([draft, law, old], query((2020, 2020), hint=Stage.DRAFT)).answers == (draft,)
    assert choose([draft, law, old], query((2019, 2019), hint=Stage.DRAFT)).answers == (old,)


def test_a_fact_that_repeats_another_is_counted_once() -> None:
    told, again = flow(5, "2014", id="uno"), flow(5, "2014", repeats="uno", says="cronica")
    assert without_repeats([told, again]) == [told]
    assert without_repeats([again]) == [again]


def test_a_claim_of_low_confidence_does_not_beat_a_document_by_being_newer() -> None:
    sure, said = balance(700, "2016-12-31"), balance(990, "2018-06-30", confidence=Confidence.LOW)
    assert choose([sure, said], query()).answers == (sure,)


def test_a_claim_of_low_confidence_answers_when_there_is_nothing_else() -> None:
    said = balance(990, "2018-06-30", confidence=Confidence.LOW)
    assert choose([balance(700, "2016-12-31"), said], query((2018, 2018))).answers == (said,)


def test_rival_claims_stand_side_by_side_the_surer_first() -> None:
    low = balance(310, "2014-05-10", conflict="dos", confidence=Confidence.LOW)
    high = balance(300, "2014-05-10", conflict="dos")
    assert choose([low, high], query()).answers == (high, low)


def test_a_rival_dated_otherwise_comes_along_when_no_year_was_asked() -> None:
    first, later = balance(300, "2014-05-10", conflict="dos"), balance(310, "2016-01-01", conflict="dos")
    assert set(choose([first, later], query()).answers) == {first, later}


def test_a_rival_of_another_year_is_no_answer_for_the_asked_one() -> None:
    first, later = balance(300, "2014-05-10", conflict="dos"), balance(310, "2016-01-01", conflict="dos")
    assert choose([first, later], query((2014, 2014))).answers == (first,)


def test_the_amount_a_person_typed_singles_out_its_fact() -> None:
    rows = [flow(6_573_000_000, "2014", says="a"), flow(8_900_000_000, "2014", says="b")]
    assert choose(rows, query((2014, 2014), amounts=(Decimal(6_573_000_000),))).answers == (rows[0],)


def test_an_attribution_singles_out_the_version_it_names() -> None:
    rows = [flow(1, "2014", note="primera glosa"), flow(2, "2014", note="segunda glosa")]
    assert choose(rows, query((2014, 2014), words=("segunda", "glosa"))).answers == (rows[1],)
    assert set(choose(rows, query((2014, 2014), words=("glosa",))).answers) == set(rows)


@pytest.mark.parametrize(("asked", "near"), [(2015, {2014, 2016}), (2020, {2016, 2014}), (2008, {2012, 2014})])
def test_the_nearest_figures_are_nearest_in_time(asked: int, near: set[int]) -> None:
    rows = [balance(year, f"{year}-07-01") for year in (2012, 2014, 2016)]
    found = closest(rows, query((asked, asked)))
    assert {one.period.end.year for one in found if one.period} == near


def test_a_figure_without_a_date_never_answers_for_a_year() -> None:
    undated = fact(FLOW, 9, None, Stage.PAID)
    chosen = choose([undated], query((2014, 2014)))
    assert chosen.answers == ()
    assert chosen.nearest == (undated,)
    assert choose([undated], query()).answers == (undated,)


def test_something_named_by_the_asked_year_answers_although_published_in_another() -> None:
    bonus = flow(9, "2022", note="aguinaldo 2021")
    assert choose([bonus], query((2021, 2021))).answers == (bonus,)
    assert choose([bonus], query((2020, 2020))).answers == ()


def test_the_whole_series_is_every_point_in_order() -> None:
    rows = [balance(1, "2012-12-31"), balance(2, "2013-12-31"), balance(3, "2016-12-31")]
    assert choose(rows, query(whole_series=True)).answers == tuple(rows)


def test_one_number_told_by_two_documents_is_one_figure_with_both() -> None:
    (figure,) = figures_of([flow(5, "2014", says="gaceta"), flow(5, "2014", says="cronica", confidence=Confidence.LOW)])
    assert [one.document.id for one in figure.sources] == ["gaceta", "cronica"]
    assert figure.confidence is Confidence.HIGH
    assert len(figure.fact_ids) == 2


def test_two_numbers_two_stages_or_two_years_stay_two_figures() -> None:
    assert len(figures_of([flow(5, "2014"), flow(6, "2014")])) == 2
    assert len(figures_of([flow(5, "2014", Stage.PAID), flow(5, "2014", Stage.ACCRUED)])) == 2
    assert len(figures_of([flow(5, "2014"), flow(5, "2015")])) == 2


def test_one_amount_for_two_spans_of_the_same_beginning_stays_two_figures() -> None:
    assert len(figures_of([flow(5, "2012/2015"), flow(5, "2012/2018")])) == 2


def test_the_role_asked_for_is_kept() -> None:
    assert [figure.role for figure in figures_of([flow(5, "2014")], Role.NEAREST)] == [Role.NEAREST]


def test_the_money_of_five_years_does_not_answer_years_that_it_only_touches() -> None:
    of_the_next = flow(3572, "2016-09-12/2021-06")
    assert choose([of_the_next], query((2010, 2016))).answers == ()
    assert choose([of_the_next], query((2016, 2021))).answers == (of_the_next,)


def test_years_written_alone_answer_the_term_of_those_years() -> None:
    yearly = flow(50, "2010/2016")
    term = query(start=date(2010, 9, 12), end=date(2016, 9, 11))
    assert choose([yearly], term).answers == (yearly,)


def test_what_was_summed_since_the_beginning_holds_what_was_told_of_its_months() -> None:
    since, months = flow(2810, "2021-09/2025-10-02"), flow(393, "2025-01/2025-07")
    term = query(start=date(2021, 9, 12), end=date(2027, 9, 11))
    assert choose([since, months], term).answers == (since,)
    assert choose([months], term).answers == (months,)
