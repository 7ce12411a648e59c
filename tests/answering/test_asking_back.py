"""When readings are close, a closed question with at most four buttons, each of which reads as what it offers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.answering.otherwise.asking_back import MOST, UNSURE, AskingBack
from bot.domain.answer import Found, Unclear
from bot.domain.reading import Act, Interpretation, Question, Reading, Topic
from bot.knowledge import load
from bot.understanding import Reader
from tests.answering.valley import valley

TODAY = date(2026, 11, 22)
KNOWLEDGE = load(Path("knowledge"))
CLOSE = (
    Reading(Act.BREAKDOWN, Topic.DEBT, 0.3),
    Reading(Act.STATUS, Topic.DEBT, 0.1),
    Reading(Act.WHO, Topic.DEBT, 0.08),
    Reading(Act.LIST, Topic.DEBT, 0.05),
)
UNSURE_READING = Interpretation(Act.AMOUNT, Topic.DEBT, confidence=UNSURE - 0.05, alternatives=CLOSE)


def test_close_readings_are_offered_best_first() -> None:
    asked = AskingBack(KNOWLEDGE).question(UNSURE_READING)
    assert asked is not None
    assert [each.act for each in asked.readings] == [Act.AMOUNT, Act.BREAKDOWN, Act.STATUS, Act.WHO]
    assert len(asked.options) == MOST


def test_a_likely_reading_is_answered() -> None:
    assert AskingBack(KNOWLEDGE).question(replace(UNSURE_READING, confidence=UNSURE)) is None


def test_nothing_is_asked_between_a_trend_and_a_comparison() -> None:
    close = (Reading(Act.COMPARE, Topic.DEBT, 0.3), *CLOSE[:2])
    assert AskingBack(KNOWLEDGE).question(replace(UNSURE_READING, act=Act.TREND, confidence=0.35, alternatives=close)) is None


def test_small_talk_never_asks_back() -> None:
    assert AskingBack(KNOWLEDGE).question(replace(UNSURE_READING, act=Act.SMALLTALK, topic=Topic.BOT)) is None


def test_a_button_says_the_names_and_years_of_the_question() -> None:
    reading = Reader(KNOWLEDGE).read(Question("lo de Pinos en 2023", TODAY))
    asked = AskingBack(KNOWLEDGE).question(replace(reading, confidence=0.1, alternatives=CLOSE))
    assert asked is not None
    assert all("Pinos" in option.text and "2023" in option.text for option in asked.options)


@pytest.mark.parametrize("act", [act for act in Act if act not in (Act.SMALLTALK, Act.NONE)])
def test_every_button_reads_as_what_it_offers(act: Act) -> None:
    reader, asking = Reader(KNOWLEDGE), AskingBack(KNOWLEDGE)
    for topic in Topic:
        if topic is not Topic.BOT:
            reading = reader.read(Question(asking.ask(act, topic), TODAY))
            assert (reading.act, reading.topic) == (act, topic)


def test_words_that_name_one_published_figure_are_answered_however_unsure_the_act() -> None:
    close = (Reading(Act.FAQ, Topic.BUDGET, 0.2), Reading(Act.LIST, Topic.DEBT, 0.2))
    answer = valley().ask("presupuesto del Instituto del Maíz en 2020", confidence=0.21, alternatives=close)
    assert isinstance(answer, Found)
    assert isinstance(valley().ask("cosas del valle", confidence=0.21, alternatives=close), Unclear)
