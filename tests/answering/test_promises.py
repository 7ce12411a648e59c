"""What holds for every answer of the room, whatever is asked of whatever ledger: on the invented valley with facts taken away at
random."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.domain.answer import Answer, Figure, Found, Role
from bot.domain.ledger import Fact
from bot.domain.reading import Act, Topic
from bot.domain.stage import Stage
from tests.answering.invented import Desk, asked_span, figures
from tests.answering.valley import TERMS, TOWNS, accounts, desk_over, valley

IDS = sorted(row.id for row in accounts().rows)
FIGURE_ACTS = (Act.AMOUNT, Act.BREAKDOWN, Act.RANKING, Act.TREND, Act.COMPARE, Act.LIST, Act.STATUS, Act.SOURCE, Act.TERMS)
QUESTIONS = (
    ("¿cuánto debe el estado en {}?", Topic.DEBT),
    ("deuda a largo plazo y a corto plazo en {}", Topic.DEBT),
    ("intereses en {}", Topic.DEBT),
    ("monto del crédito Sol en {}", Topic.DEBT),
    ("destinos del crédito Sol en {}", Topic.DEBT),
    ("presupuesto del Instituto del Maíz en {}", Topic.BUDGET),
    ("presupuesto del estado en {}", Topic.BUDGET),
    ("ingresos propios en {}", Topic.BUDGET),
    ("costo del Puente Azul en {}", Topic.BUDGET),
    ("cuotas de Villa Luna en {}", Topic.TRANSFERS),
    ("fondo de caminos por municipio en {}", Topic.TRANSFERS),
    ("¿qué porcentaje del presupuesto es salud en {}?", Topic.BUDGET),
    ("pensionados de la Caja de Retiro en {}", Topic.PENSIONS),
    ("cuotas por habitante de Tres Pinos en {}", Topic.TRANSFERS),
    ("presupuesto del estado de {} a pesos de 2025", Topic.BUDGET),
)
some_facts_gone = st.sets(st.sampled_from(IDS), max_size=12)
years = st.integers(2011, 2025)
questions = st.sampled_from(QUESTIONS)
acts = st.sampled_from(FIGURE_ACTS)
stages = st.sampled_from([None, None, *Stage])
calm = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@lru_cache(maxsize=64)
def desk_without(gone: frozenset[str]) -> Desk:
    return desk_over(accounts().without(gone))


def ask(gone: set[str], question: tuple[str, Topic], year: int, act: Act, stage: Stage | None = None) -> tuple[Desk, Answer]:
    desk, (text, topic) = desk_without(frozenset(gone)), question
    per = "habitante" if "por habitante" in text else None
    return desk, desk.ask(text.format(year), act, topic, stage=stage, per=per)


def held(answer: Answer) -> Iterator[Figure]:
    for role in Role:
        yield from figures(answer, role)


@calm
@given(some_facts_gone, questions, years, acts, stages)
def test_what_is_absent_never_becomes_zero(gone: set[str], question: tuple[str, Topic], year: int, act: Act, stage: Stage | None) -> None:
    """No amount of the valley is zero: a zero could only be made up."""
    _, answer = ask(gone, question, year, act, stage)
    assert all(figure.amount for figure in held(answer))


@calm
@given(some_facts_gone, questions, years, acts, stages)
def test_every_stored_figure_is_a_fact_of_the_ledger_as_published(
    gone: set[str], question: tuple[str, Topic], year: int, act: Act, stage: Stage | None
) -> None:
    desk, answer = ask(gone, question, year, act, stage)
    for figure in held(answer):
        for id in () if figure.derived else figure.fact_ids:
            fact = desk.ledger.fact(id)
            if fact is None:  # people and prices are kept apart
                continue
            assert (figure.amount, figure.unit, figure.stage) == (fact.amount, fact.unit, fact.stage)
            assert figure.period == fact.period


@calm
@given(some_facts_gone, questions, years, st.sampled_from([Act.AMOUNT, Act.BREAKDOWN, Act.RANKING]), stages)
def test_a_figure_of_another_period_is_never_the_answer(
    gone: set[str], question: tuple[str, Topic], year: int, act: Act, stage: Stage | None
) -> None:
    # «de 2025 a pesos de 2025» names one year twice, and the room hears only the year of the pesos
    assume(not ("pesos de 2025" in question[0] and year == 2025))
    _, answer = ask(gone, question, year, act, stage)
    for figure in figures(answer):
        assert figure.period
        assert year in figure.period.years


@calm
@given(some_facts_gone, questions, years, st.sampled_from([Act.AMOUNT, Act.BREAKDOWN, Act.RANKING]), st.sampled_from(Stage))
def test_a_figure_of_another_stage_is_never_the_answer(
    gone: set[str], question: tuple[str, Topic], year: int, act: Act, stage: Stage
) -> None:
    _, answer = ask(gone, question, year, act, stage)
    # «asignado» is also said of what goes through no stage of spending
    decided = {Stage.AUTHORISED, None} if stage is Stage.APPROVED else set()
    assert {figure.stage for figure in figures(answer)} <= {stage, *decided}


@pytest.mark.parametrize(("one", "other"), [("aprobado", "modificado"), ("modificado", "pagado"), ("aprobado", "pagado")])
def test_two_stages_set_side_by_side_are_never_answered_by_a_third(one: str, other: str) -> None:
    text = f"el presupuesto {one} del Instituto del Maíz contra lo {other} en {{}}"
    for stage in (Stage(one), None):
        _, answer = ask({f"maiz-{one}", f"maiz-{other}"}, (text, Topic.BUDGET), 2020, Act.COMPARE, stage)
        assert not list(figures(answer))
        assert list(figures(answer, Role.NEAREST))


@calm
@given(some_facts_gone, questions, years, acts, stages)
def test_the_nearest_figures_are_labelled_and_stand_alone(
    gone: set[str], question: tuple[str, Topic], year: int, act: Act, stage: Stage | None
) -> None:
    _, answer = ask(gone, question, year, act, stage)
    assert not (isinstance(answer, Found) and figures(answer, Role.NEAREST))
    if not isinstance(answer, Found):
        assert {figure.role for figure in held(answer)} <= {Role.NEAREST}


@calm
@given(some_facts_gone, questions, years, acts, stages)
def test_our_own_arithmetic_shows_its_formula_and_what_went_into_it(
    gone: set[str], question: tuple[str, Topic], year: int, act: Act, stage: Stage | None
) -> None:
    _, answer = ask(gone, question, year, act, stage)
    for figure in held(answer):
        if not figure.derived:
            continue
        assert figure.formula
        beside = [other for other in held(answer) if not other.derived]
        statements = answer.statements if isinstance(answer, Found) else ()
        assert len(figure.sources) >= 2 or len(beside) >= 2 or statements


@calm
@given(some_facts_gone, questions, years, acts)
def test_two_stages_and_two_dates_are_never_added(gone: set[str], question: tuple[str, Topic], year: int, act: Act) -> None:
    """Every figure is a published fact, or its formula is one of: share, per person, prices, difference, a sum of one year's plans."""
    desk, answer = ask(gone, question, year, act)
    for figure in held(answer):
        if "+" in (figure.formula or ""):
            added = {Decimal(number.replace(",", "")) for number in re.findall(r"[\d,]+", figure.formula or "")}
            rows = [row for row in desk.ledger.rows if row.amount in added]
            assert len({row.stage for row in rows}) == 1
            assert len({str(row.period) for row in rows}) == 1


@calm
@given(some_facts_gone)
def test_no_figure_is_a_hidden_sum_of_balances(gone: set[str]) -> None:
    published = {row.amount for row in accounts().rows}
    for text in (
        "¿cuánto debe el estado en total, todos los años?",
        "suma la deuda de 2012, 2013 y 2016",
        "deuda a largo plazo y a corto plazo",
    ):
        for act in (Act.AMOUNT, Act.TREND, Act.COMPARE, Act.BREAKDOWN):
            answer = desk_without(frozenset(gone)).ask(text, act, Topic.DEBT)
            assert {figure.amount for figure in figures(answer)} <= published


@calm
@given(some_facts_gone, st.sampled_from(["sol", "estado"]))
def test_the_parts_of_a_total_never_exceed_it(gone: set[str], which: str) -> None:
    text, topic, whole = {
        "sol": ("destinos del crédito Sol", Topic.DEBT, "sol-destinos"),
        "estado": ("presupuesto del estado en 2020", Topic.BUDGET, "estado-2020"),
    }[which]
    assume(whole not in gone)
    answer = desk_without(frozenset(gone)).ask(text, Act.BREAKDOWN, topic)
    printed = [figure for figure in figures(answer, Role.CONTEXT) if not figure.derived]
    for total in printed:
        alike = [f for f in figures(answer) if (f.stage, f.unit, f.period) == (total.stage, total.unit, total.period)]
        assert sum(figure.amount for figure in alike) <= total.amount


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("topic", [None, *Topic])
def test_no_reading_makes_the_room_raise(act: Act, topic: Topic | None) -> None:
    """Every act with every topic, bare, with everything named at once, and on a ledger without facts."""
    everything = " y ".join(alias for one in TERMS for alias in one.aliases)
    for desk in (valley(), desk_without(frozenset(IDS))):
        for text in ("", "¿?", everything, "¿cuánto en 2020?", f"{TOWNS[0].name} {TOWNS[1].name} por habitante"):
            for slots in (
                {},
                {"stage": Stage.PAID, "per": "habitante", "limit": 0},
                {"per": "pesos_de_hoy", "amounts": (Decimal(0), Decimal(1))},
            ):
                assert desk.ask(text, act, topic, **slots).reading.act is act
    assert valley().ask("deuda", act, topic, period=asked_span(1990, 2050)).reading.topic is topic


def row(id: str) -> Fact:
    return next(one for one in accounts().rows if one.id == id)


@pytest.mark.parametrize(
    ("asked", "topic", "gone"),
    [
        ("presupuesto del Instituto del Maíz en 2021", Topic.BUDGET, "maiz-2021"),
        ("cuotas de Villa Luna en 2024", Topic.TRANSFERS, "cuotas/villa-luna"),
        ("costo del Puente Azul en 2021", Topic.BUDGET, "puente-pagado"),
        ("pensionados de la Caja de Retiro en 2020", Topic.PENSIONS, "pensionados-2020"),
        ("intereses en 2014", Topic.DEBT, "interes-2014"),
    ],
)
def test_the_answer_is_the_fact_and_without_it_there_is_no_answer(asked: str, topic: Topic, gone: str) -> None:
    assert row(gone).amount in [figure.amount for figure in figures(valley().ask(asked, topic=topic))]
    without = desk_without(frozenset({gone})).ask(asked, topic=topic)
    assert figures(without) == ()
    assert all(figure.period and str(figure.period) != str(row(gone).period) for figure in figures(without, Role.NEAREST))
