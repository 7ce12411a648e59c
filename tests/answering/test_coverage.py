"""What there is and what is missing, counted from the real ledger."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Explained, Found
from bot.domain.coverage import Coverage, TopicCoverage
from bot.domain.reading import Topic
from bot.domain.stage import Stage

if TYPE_CHECKING:
    from bot.app import Assistant

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def found(assistant: Assistant) -> Coverage:
    return assistant.coverage(TODAY)


def of(found: Coverage, topic: Topic) -> TopicCoverage:
    return next(each for each in found.topics if each.topic is topic)


def test_every_figure_of_the_ledger_is_counted_once(assistant: Assistant, found: Coverage) -> None:
    facts = assistant.ledger.facts([series.id for series in assistant.ledger.series()])
    counted = sum(kind.figures for topic in found.topics for kind in topic.kinds) + sum(kind.figures for kind in found.tools)
    assert counted == sum(not fact.repeats for fact in facts)
    assert all(topic.figures == sum(kind.figures for kind in topic.kinds) for topic in found.topics)


def test_every_topic_of_the_bot_has_its_place(found: Coverage) -> None:
    assert [each.topic for each in found.topics] == [topic for topic in Topic if topic is not Topic.BOT]


def test_a_year_said_to_be_missing_has_no_figure(assistant: Assistant, found: Coverage) -> None:
    balance = of(found, Topic.DEBT).gaps[0]
    held = {
        fact.period.end.year
        for series in assistant.ledger.series()
        if "saldo" in (series.concept.id, series.concept.parent) and series.subject.clave == "zacatecas"
        for fact in assistant.ledger.facts([series.id])
        if fact.period
    }
    assert balance.missing_years
    assert held.isdisjoint(balance.missing_years)
    assert held | set(balance.missing_years) >= set(range(2010, found.last_year + 1))


def test_what_the_state_spent_is_told_as_never_found(found: Coverage) -> None:
    (budget,) = [gap for gap in of(found, Topic.BUDGET).gaps if gap.what.startswith("presupuesto")]
    assert set(budget.missing_stages) == {Stage.MODIFIED, Stage.COMMITTED, Stage.ACCRUED, Stage.EXERCISED, Stage.PAID}
    assert "cuenta pública" in budget.document


def test_a_budget_that_was_only_asked_for_does_not_cover_its_year(found: Coverage) -> None:
    (budget,) = [gap for gap in of(found, Topic.SPORTS).gaps if gap.what == "presupuesto del INCUFIDEZ"]
    assert {2017, 2019} <= set(budget.missing_years)


def test_a_year_that_has_not_ended_is_not_missing(found: Coverage) -> None:
    assert found.last_year == 2025
    assert all(year <= 2025 for topic in found.topics for gap in topic.gaps for year in gap.missing_years)


def test_every_example_has_an_answer(assistant: Assistant, found: Coverage) -> None:
    examples = [example for topic in found.topics for example in topic.examples]
    assert all(topic.examples for topic in found.topics)
    assert [text for text in examples if not isinstance(assistant.ask(text, TODAY).answers[0], Found | Explained)] == []


def test_population_and_prices_are_tools_not_a_topic(found: Coverage) -> None:
    assert {kind.concept.id for kind in found.tools} == {"poblacion", "inpc-promedio-anual"}
