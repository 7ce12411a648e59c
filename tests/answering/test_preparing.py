"""What a reading leaves to infer before it is looked up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.answering.asked.halves import sharing_slots
from bot.answering.asked.moments import hinted_stage, names_two_moments
from bot.answering.asked.periods import target_year
from bot.answering.asked.preparing import prepared
from bot.answering.search.measures import Measures
from bot.domain.period import AskedPeriod
from bot.domain.reading import Act, Interpretation, Mention, Topic
from bot.domain.stage import Stage
from tests.answering.invented import asked_span, asked_years
from tests.answering.valley import valley

MEASURES = Measures(
    topics={one.id: one.topic for one in valley().ledger.concepts()},
    published=valley().shelves.descriptors.published,
    municipal=valley().shelves.descriptors.municipal_concepts,
)
TERM = AskedPeriod("term", (), date(2010, 9, 12), date(2016, 9, 11), "con Alondra")


def ready(
    text: str, act: Act = Act.AMOUNT, topic: Topic = Topic.DEBT, before: Interpretation | None = None, **slots: object
) -> Interpretation:
    return prepared(valley().read(text, act, topic, **slots), MEASURES, before)


def test_how_much_debt_means_its_balance() -> None:
    reading = valley().read("¿cuánta plata hay?", topic=Topic.DEBT)
    assert prepared(reading, MEASURES, None).measure == "saldo"
    assert ready("¿cuánto hay?", topic=Topic.BUDGET).measure == "presupuesto"


def test_a_loan_named_without_a_measure_is_asked_by_its_amount() -> None:
    assert ready("¿cuánto del crédito Sol?").measure == "monto-credito"
    assert ready("¿qué se dice?", Act.WHO).measure is None


def test_two_moments_of_a_loan_are_what_was_left_to_pay_of_it() -> None:
    assert ready("¿bajó el crédito Sol entre 2014 y 2016?", Act.COMPARE, period=asked_years(2014, 2016)).measure == "saldo"
    assert ready("¿es mayor el crédito Sol?", Act.COMPARE).measure == "monto-credito"


def test_a_concept_of_a_far_topic_does_not_count() -> None:
    assert ready("¿cuántos pensionados le debe?").concepts == ("saldo",)
    assert ready("¿cuántos pensionados hay?", topic=Topic.PENSIONS).concepts == ("pensionados",)


def test_a_measure_only_towns_have_is_not_asked_of_the_state() -> None:
    assert ready("cuotas del estado", topic=Topic.TRANSFERS).concepts == ()
    assert ready("cuotas de Villa Luna", topic=Topic.TRANSFERS).concepts == ("cuotas",)
    assert ready("cuotas por municipio", Act.RANKING, Topic.TRANSFERS).concepts == ("cuotas",)


def test_a_concept_without_figures_gives_way_to_one_with_them() -> None:
    assert ready("presupuesto de regalías", topic=Topic.BUDGET).concepts == ("presupuesto",)
    assert ready("regalías", topic=Topic.BUDGET).concepts == ("regalias",)


@pytest.mark.parametrize("asked", ["presupuesto de 2020 a pesos de 2025", "presupuesto de 2020 en pesos del 2025"])
def test_the_year_of_the_pesos_is_not_the_year_of_the_figure(asked: str) -> None:
    reading = ready(asked, topic=Topic.BUDGET)
    assert (reading.per, reading.years, target_year(reading)) == ("pesos_de_hoy", (2020,), 2025)


def test_pesos_of_today_name_no_year() -> None:
    reading = ready("presupuesto de 2020 en pesos de hoy", Act.BREAKDOWN, Topic.BUDGET)
    assert (reading.per, reading.act, reading.years) == ("pesos_de_hoy", Act.AMOUNT, (2020,))


def test_the_same_in_pesos_of_another_year_is_the_figure_asked_before() -> None:
    before = valley().read("intereses de 2014", topic=Topic.DEBT, stage=Stage.PAID, measure="intereses")
    reading = ready("¿y eso a pesos de 2025?", before=before, carried=("measure",), measure="intereses")
    assert (reading.concepts, reading.years, reading.stage) == (("intereses",), (2014,), Stage.PAID)


def test_per_inhabitant_is_kept_in_the_next_turn_about_the_same() -> None:
    before = valley().read("cuotas por habitante de Villa Luna", topic=Topic.TRANSFERS, per="habitante")
    assert ready("¿y en Tres Pinos?", topic=Topic.TRANSFERS, before=before, carried=("measure",)).per == "habitante"
    assert ready("¿y en Tres Pinos?", topic=Topic.TRANSFERS, before=before).per is None


def test_a_comparison_in_a_follow_up_keeps_the_year_before() -> None:
    before = valley().read("presupuesto de 2020")
    reading = ready("compáralo con 2021", Act.COMPARE, Topic.BUDGET, before, carried=("measure",))
    assert reading.years == (2020, 2021)


def test_several_years_in_one_amount_are_compared() -> None:
    assert ready("presupuesto de 2020 y 2021", topic=Topic.BUDGET).act is Act.COMPARE
    assert ready("presupuesto", topic=Topic.BUDGET, period=asked_span(2020, 2022)).act is Act.AMOUNT


def test_what_a_government_left_is_dated_at_its_end() -> None:
    period = ready("¿cuánta deuda dejó Alondra?", period=TERM).period
    assert period
    assert period.start
    assert period.end
    assert period.start < date(2016, 9, 11) < period.end
    assert period.start.year == 2016


def test_what_a_government_received_is_dated_at_its_start() -> None:
    period = ready("¿con cuánta deuda recibió Alondra?", period=TERM).period
    assert period
    assert period.start
    assert period.start < date(2010, 9, 12)
    assert period.end
    assert period.end.year <= 2011


def test_how_a_government_went_is_its_whole_term() -> None:
    assert ready("¿cómo le fue a la deuda desde que entró Alondra?", Act.TREND, period=TERM).period == TERM


@pytest.mark.parametrize(("asked", "end"), [("los dos primeros años de Alondra", 2012), ("los primeros 3 años de Alondra", 2013)])
def test_the_first_years_of_a_term_are_a_part_of_it(asked: str, end: int) -> None:
    period = ready(f"intereses en {asked}", period=TERM).period
    assert period
    assert period.end == date(end, 9, 12)


def test_of_the_millions_typed_a_part_is_asked() -> None:
    reading = ready("de los 50 millones, ¿cuánto fue al hospital?", amounts=(Decimal(50_000_000),))
    assert reading.amounts == ()
    assert ready("¿fueron 50 millones?", amounts=(Decimal(50_000_000),)).amounts == (Decimal(50_000_000),)


@pytest.mark.parametrize(
    ("asked", "stage"),
    [
        ("¿cuánto pidió el gobernador?", Stage.REQUESTED),
        ("¿de cuánto era la propuesta?", Stage.DRAFT),
        ("¿cuánto pagó de lo que recibió?", Stage.PAID),
        ("¿cuánto anunciaron para el puente?", Stage.ANNOUNCED),
        ("¿cuánto se necesitaba y cuánto se pagó?", None),
        ("¿cuánto es?", None),
    ],
)
def test_the_first_telling_verb_names_the_moment(asked: str, stage: Stage | None) -> None:
    assert hinted_stage(valley().read(asked)) is stage


def test_of_two_moments_asked_in_one_question_neither_hides_the_other() -> None:
    reading = valley().read("¿cuánto decía la propuesta y cuánto se aprobó?", stage=Stage.APPROVED)
    assert names_two_moments(reading)
    assert prepared(reading, MEASURES, None).stage is None


def test_two_halves_of_one_message_lend_each_other_what_only_one_names() -> None:
    whole = valley().read("presupuesto del Instituto del Maíz en 2020")
    half = replace(valley().read("¿y cuánto se pagó?", stage=Stage.PAID), words=("pago",))
    first, second = sharing_slots(whole, half)
    assert second.entities == first.entities == ("instituto del maiz",)
    assert second.concepts == ("presupuesto",)
    assert second.period == asked_years(2020)
    assert (first.stage, second.stage) == (None, Stage.PAID)


def test_halves_about_two_topics_share_nothing() -> None:
    one, other = valley().read("saldo de 2013", topic=Topic.DEBT), valley().read("¿y los pensionados?", topic=Topic.PENSIONS)
    assert sharing_slots(one, other) == (one, other)


def test_a_date_in_the_name_of_a_loan_is_not_the_period_asked() -> None:
    before = valley().read("saldo de la deuda en 2013", topic=Topic.DEBT)
    loan = valley().read("¿y del crédito Sol?", topic=Topic.DEBT, carried=("measure",), period=asked_years(2014))
    named = replace(loan, mentions=tuple(replace(mention, said="crédito Sol de 2014") for mention in loan.mentions))
    assert prepared(named, MEASURES, before).period == before.period


def test_the_stage_word_of_a_concept_is_not_a_stage() -> None:
    reading = valley().read("¿cuánto falta por ejercer?", stage=Stage.EXERCISED)
    part = Mention("concepto", "presupuesto", "por ejercer", 2, 4)
    assert prepared(replace(reading, mentions=(part,)), MEASURES, None).stage is None
