"""The files under ``knowledge/`` as they are published."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.domain.placeholders import fact_ids
from bot.domain.reading import Act, Topic
from bot.domain.stage import Stage
from bot.knowledge import Caution, check, load
from bot.operations.known import world_of

if TYPE_CHECKING:
    from bot.app import Assistant
    from bot.domain.vocabulary import FaqText, Knowledge

FOLDER = Path(__file__).parents[2] / "knowledge"
WRITTEN_ON = date(2026, 11, 22)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load(FOLDER)


@pytest.fixture(scope="module")
def published(knowledge: Knowledge) -> list[FaqText]:
    return [entry for entry in knowledge.faq if entry.state == "publicada"]


FRONT_PAGES = {"shcp-cog", "asf-cp2024-mun", "shcp-srft-2024", "shcp-transf-2025", "shcp-gf-nal"}
"""Cited documents of which only the site's front page is known: the list may only shrink."""


def test_nothing_stops_its_publication(assistant: Assistant) -> None:
    problems = check(FOLDER, world_of(assistant.ledger), WRITTEN_ON)
    assert [str(problem) for problem in problems if not isinstance(problem, Caution)] == []
    told = [problem.what for problem in problems if isinstance(problem, Caution)]
    assert {what.split("»")[0].lstrip("«") for what in told if "abre la portada del sitio" in what} == FRONT_PAGES
    assert len(told) == len(FRONT_PAGES)


def test_there_are_enough_answers_on_every_topic(published: list[FaqText]) -> None:
    by_topic = Counter(entry.topic for entry in published)
    assert len(published) >= 85
    assert all(by_topic[topic] >= 10 for topic in Topic), by_topic


def test_every_accounting_stage_has_an_example_from_home(published: list[FaqText]) -> None:
    answers = {entry.clave: entry.answer for entry in published}
    for stage in (Stage.APPROVED, Stage.MODIFIED, Stage.COMMITTED, Stage.ACCRUED, Stage.EXERCISED, Stage.PAID):
        assert "En casa" in answers[f"que-es-{stage.value}"]


def test_every_question_can_be_asked_in_several_ways(published: list[FaqText]) -> None:
    assert [entry.clave for entry in published if not 3 <= len(entry.also) <= 15] == []


def test_what_the_law_of_2025_says_of_days_stays_unverified_in_sight(published: list[FaqText]) -> None:
    answers = {entry.clave: entry.answer for entry in published}
    for clave in ("en-cuanto-tiempo-contestan", "que-hago-si-no-contestan", "que-es-el-recurso-de-revision", "que-es-una-prevencion"):
        assert "por verificar" in answers[clave]


def test_a_figure_stands_in_a_sentence_once(published: list[FaqText]) -> None:
    for entry in published:
        used = [entry.answer.count("{cifra:" + fact + "}") for fact in fact_ids(entry.answer)]
        assert all(count == 1 for count in used), entry.clave


def test_acts_and_topics_have_their_cues(knowledge: Knowledge) -> None:
    assert {cue.name for cue in knowledge.acts} <= set(Act)
    assert {cue.name for cue in knowledge.topics} <= set(Topic)


def test_the_fifty_eight_municipalities_are_named_once_each(knowledge: Knowledge) -> None:
    codes = [term.code for term in knowledge.terms if term.kind == "municipio" and not term.outside]
    assert sorted(codes) == [f"32{n:03d}" for n in range(1, 59)]


@pytest.mark.parametrize(
    "path",
    sorted([*FOLDER.glob("*.yaml"), *FOLDER.glob("preguntas/*.yaml"), *FOLDER.glob("vocabulario/*.yaml")]),
    ids=lambda path: path.name,
)
def test_every_file_says_on_top_how_it_is_filled_in(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    guide = list(takewhile(lambda line: line.startswith("#"), lines))
    assert len(guide) >= 6
    assert any("knowledge check" in line or "data/" in line for line in guide)
