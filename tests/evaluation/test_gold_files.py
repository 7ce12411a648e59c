"""The answer key itself: every expected figure stands in the row that proves it, every document is one of ours."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import pytest

from bot.domain.reading import Topic
from bot.evaluation import GoldQuestion, read_questions
from bot.language.folding import word_set

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "tests" / "gold").rglob("*.jsonl"))
ROW = re.compile(r"([a-z_]+/[a-z_0-9]+\.csv) L(\d+)")
# Counted over rows, printed in none of them.
COUNTED = {"14", "18", "48", "50", "55"}
KINDS = word_set(
    """
    amount breakdown ranking trend compare share percapita real_terms status terms who when list source faq conflict no_data
    out_of_scope ambiguous false_premise
    """
)
# Written from some of the tables.
OF_SOME_TABLES = frozenset(
    {"decima", "undecima", "decimotercera", "decimocuarta", "decimoquinta", "vigesimoprimera", "vigesimosegunda", "vigesimotercera"}
)
TOPICS = {"none", *(str(topic) for topic in Topic if topic is not Topic.BOT)}


def questions() -> Iterator[GoldQuestion]:
    for path in FILES:
        yield from read_questions(path).gold


@lru_cache
def table(name: str) -> list[list[str]]:
    with (ROOT / "data" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def numbers(cells: list[str]) -> set[Decimal]:
    return {Decimal(cell) for cell in cells if re.fullmatch(r"\d+(\.\d+)?", cell)}


@pytest.mark.parametrize("question", [pytest.param(q, id=q.id) for q in questions()])
def test_every_stored_figure_stands_in_a_row_named_as_proof(question: GoldQuestion) -> None:
    expect = question.expect
    proofs = [table(name)[int(line) - 1] for name, line in ROW.findall(question.why)]
    assert proofs or not (expect.values_all + expect.values_any), "names no row"
    if expect.tolerance:
        return
    published = set().union(*map(numbers, proofs)) if proofs else set()
    for value in expect.values_all + expect.values_any:
        assert value in published or str(value) in COUNTED


def test_every_document_of_the_key_is_known() -> None:
    known = {row[0] for row in table("sources.csv")}
    named = {source for question in questions() for source in question.expect.sources_any}
    assert named <= known


def test_no_question_stands_twice() -> None:
    asked = Counter((question.text.lower(), question.prev) for question in questions())
    assert [question for question, times in asked.items() if times > 1] == []


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in FILES])
def test_every_file_asks_about_every_kind_and_topic(path: Path) -> None:
    gold = read_questions(path).gold
    kinds, topics = {question.kind for question in gold}, {question.topic for question in gold}
    if path.stem in OF_SOME_TABLES:
        assert kinds <= KINDS
        assert topics <= TOPICS
    else:
        assert (kinds, topics) == (KINDS, TOPICS)


def test_the_guide_counts_the_questions_of_every_file() -> None:
    guide = (ROOT / "tests" / "gold" / "README.md").read_text(encoding="utf-8")
    counted = dict(re.findall(r"^\| `(?:unread/)?(\w+\.jsonl)` \| (\d+) \|", guide, re.MULTILINE))
    assert counted == {path.name: str(len(read_questions(path).gold)) for path in FILES}
