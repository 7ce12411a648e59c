"""The reading as it is looked up: what only sets the scene is left out, and what is left to infer is filled in, step by step. The order
counts: a step reads what those above it left."""

from __future__ import annotations

from dataclasses import replace

from bot.answering.asked.acts import as_looked_up
from bot.answering.asked.budget_items import (
    bill_against_law,
    with_budget_of_package,
    with_chapter_of_debt,
    without_cost_of_a_body,
    without_whole_budget,
    without_whole_of_part,
)
from bot.answering.asked.counting import asks_gap
from bot.answering.asked.debt_service import with_capital_paid, without_bearer_of_interest
from bot.answering.asked.default_measures import with_default_measure
from bot.answering.asked.kinds_listed import with_kinds_listed
from bot.answering.asked.loans import without_bare_amount
from bot.answering.asked.moments import (
    with_income_estimated,
    with_stage_noted,
    with_stage_said,
    without_stage_of_a_count,
    without_stage_of_two_moments,
)
from bot.answering.asked.overlapping import (
    with_both_federal_kinds,
    without_chapter_of_a_town,
    without_federal_noun,
    without_listed_parts,
    without_name_in_name,
    without_summed_parts,
    without_wider_kind,
)
from bot.answering.asked.owing import (
    with_whom_it_is_owed,
    without_general_balance,
    without_state_as_creditor,
    without_words_of_a_premise,
)
from bot.answering.asked.per_person import by_head, with_division_of_before
from bot.answering.asked.periods import (
    asks_the_first,
    at_handover,
    between_days,
    first_years,
    in_part_of_year,
    not_until,
    with_time_of_before,
    with_year_for_amount,
    without_period_of_a_name,
    without_year_of_a_name,
)
from bot.answering.asked.pesos_of_a_year import in_pesos_of_a_year, with_pesos_of_a_year
from bot.answering.asked.set_aside import (
    before_the_vote,
    without_debt_besides,
    without_federal_money,
    without_home,
    without_refused,
    without_witness_of_before,
)
from bot.answering.asked.slots import PART_OF_AMOUNT
from bot.answering.asked.topics import with_topic_of_name, without_far_concepts, without_municipal_concepts
from bot.answering.asked.town_money import with_capital_city, with_money_of_a_town, without_all_spending
from bot.answering.asked.unpublished import without_those_paid, without_unpublished
from bot.answering.derived.conversions import with_months_of_prices
from bot.answering.figures.standings import with_place_asked
from bot.answering.search.measures import Measures
from bot.domain.reading import Act, Interpretation
from bot.language.folding import fold


def prepared(reading: Interpretation, measures: Measures, before: Interpretation | None) -> Interpretation:
    """The reading as it is looked up; ``before`` is the reading of the turn before."""
    reading = without_the_scene(reading, before)
    reading = of_whose_money(reading, measures)
    reading = of_what_time(reading, measures, before)
    reading = of_what_is_named(reading, measures)
    reading = as_looked_up(reading, measures.divided)
    reading = with_pesos_of_a_year(reading)
    reading = of_what_is_measured(reading, measures)
    reading = at_what_stage(reading, measures)
    reading = going_on(reading, before)
    return as_compared(reading)


def without_the_scene(reading: Interpretation, before: Interpretation | None) -> Interpretation:
    """What only sets the scene, or is named to be set aside, is not asked."""
    reading = without_words_of_a_premise(reading)
    reading = without_home(reading)
    reading = without_those_paid(reading)
    reading = without_stage_of_a_count(reading)
    reading = without_state_as_creditor(reading)
    reading = before_the_vote(reading)
    reading = without_witness_of_before(reading, before)
    reading = without_debt_besides(reading)
    reading = without_refused(reading)
    return without_federal_money(reading)


def of_whose_money(reading: Interpretation, measures: Measures) -> Interpretation:
    """Who spends, owes or receives it, and to whom it is owed."""
    reading = without_cost_of_a_body(reading)
    reading = with_budget_of_package(reading)
    reading = without_bearer_of_interest(reading)
    reading = with_whom_it_is_owed(reading, measures.published)
    reading = with_both_federal_kinds(reading)
    reading = without_all_spending(reading)
    reading = with_money_of_a_town(reading)
    reading = without_summed_parts(reading)
    reading = with_capital_paid(reading)
    reading = with_capital_city(reading, measures.of_towns, measures.municipal)
    reading = with_chapter_of_debt(reading)
    return without_chapter_of_a_town(reading)


def of_what_time(reading: Interpretation, measures: Measures, before: Interpretation | None) -> Interpretation:
    """The years or days asked, and not those that belong to a name."""
    reading = with_year_for_amount(reading)
    reading = not_until(reading)
    reading = in_part_of_year(reading)
    reading = between_days(reading)
    reading = without_year_of_a_name(reading, measures.dated)
    return without_period_of_a_name(reading, before)


def of_what_is_named(reading: Interpretation, measures: Measures) -> Interpretation:
    """The one thing that several names, or a name of several words, stand for."""
    reading = with_place_asked(reading, measures.published)
    reading = with_topic_of_name(reading, measures.topics, measures.published)
    reading = without_general_balance(reading, measures.published)
    reading = with_kinds_listed(reading, measures.kinds_by_word)
    reading = without_whole_budget(reading, measures.stages, measures.topics)
    reading = without_whole_of_part(reading, measures.made_of)
    return without_bare_amount(reading)


def of_what_is_measured(reading: Interpretation, measures: Measures) -> Interpretation:
    """The measures asked, without those of another topic or inside another name; the usual one where none is named."""
    reading = without_far_concepts(reading, measures.topics, measures.published, measures.kinds)
    reading = without_name_in_name(reading, measures.published)
    reading = without_listed_parts(reading)
    reading = without_federal_noun(reading)
    reading = without_wider_kind(reading, measures.wider)
    reading = without_municipal_concepts(reading, measures.municipal)
    reading = by_head(reading)
    reading = with_default_measure(reading)
    return without_unpublished(reading, measures.topics, measures.published)


def at_what_stage(reading: Interpretation, measures: Measures) -> Interpretation:
    """The moment of the money that is asked; none where two are set side by side, or its word is part of a name."""
    reading = without_stage_of_two_moments(reading, measures.stages)
    reading = with_stage_noted(reading, measures.noted)
    reading = with_stage_said(reading, measures.stages)
    reading = bill_against_law(reading)
    return with_income_estimated(reading, measures.stages)


def going_on(reading: Interpretation, before: Interpretation | None) -> Interpretation:
    """The same division or conversion as in the turn before, and both times where they are compared."""
    reading = with_division_of_before(reading, before)
    reading = at_handover(reading)
    reading = first_years(reading)
    reading = with_months_of_prices(reading)
    reading = with_time_of_before(reading, before)
    return in_pesos_of_a_year(reading, before)


def as_compared(reading: Interpretation) -> Interpretation:
    """An amount of several years, or the gap between two municipalities, is a comparison."""
    if reading.act is not Act.AMOUNT:
        return reading
    if reading.amounts and PART_OF_AMOUNT.search(fold(reading.asked)):
        reading = replace(reading, amounts=())
    of_years = reading.period is not None and reading.period.kind == "years" and len(reading.years) > 1
    of_two_towns = asks_gap(reading) and len({m.clave for m in reading.of_kind("municipio")}) == 2
    return replace(reading, act=Act.COMPARE) if of_years or of_two_towns or asks_the_first(reading) else reading
