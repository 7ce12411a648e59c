"""A few hundred of the questions of ``make check-answers``: no figure that the rows do not hold."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from bot.app import Assistant, build_assistant
from bot.domain.vocabulary import Knowledge
from bot.knowledge import load
from bot.ledger import build, default_url
from bot.settings import Settings
from tests.differential.check import WIPED, ask, random_ledgers, shipped_ledger
from tests.differential.data_folder import assistant_over
from tests.differential.invented_accounts import Accounts, without_some
from tests.differential.judging import Judged, Verdict, in_role, judge
from tests.differential.questions import Questions
from tests.differential.rows import rows_of

# Wrong answers, of a hundred, of the kinds that still have some: they may only go down. A kind that is not named has none.
STILL_WRONG: dict[str, float] = {}
STILL_WRONG_SHIPPED = 1.0
LEAST_RIGHT = 95.0


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load(Settings(_env_file=None).knowledge_dir)


@pytest.fixture(scope="module")
def judged(knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> list[Judged]:
    return list(random_ledgers(500, 7, knowledge, tmp_path_factory.mktemp("ledgers")))


def share(judged: list[Judged], verdict: Verdict) -> float:
    return sum(one.verdict is verdict for one in judged) * 100 / len(judged)


def told(judged: list[Judged]) -> str:
    return "\n".join(f"{one.asked.text}: {one.reason}" for one in judged if one.verdict is Verdict.WRONG)


def test_the_ledger_holds_what_the_files_say(knowledge: Knowledge, tmp_path: Path) -> None:
    left, wiped = without_some(Accounts(2).rows(), WIPED, 2)
    assistant_over(left, wiped, knowledge, tmp_path)
    loaded = rows_of(tmp_path / "ledger.sqlite")
    assert {(r.subject, r.concept, r.period, r.stage, r.unit, r.amount) for r in loaded} == {
        (r.subject, r.concept, r.period, r.stage, r.unit, r.amount) for r in left
    }


def test_no_kind_of_question_gets_more_wrong_figures_than_it_is_known_to(judged: list[Judged]) -> None:
    kinds: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        kinds[one.asked.kind].append(one)
    for kind, ones in kinds.items():
        assert share(ones, Verdict.WRONG) <= STILL_WRONG.get(kind, 0), f"{kind}:\n{told(ones)}"


def test_most_questions_are_answered_right(judged: list[Judged]) -> None:
    assert share(judged, Verdict.RIGHT) >= LEAST_RIGHT


def test_a_wiped_cell_is_never_a_zero_nor_another_period_unlabelled(knowledge: Knowledge, tmp_path: Path) -> None:
    rows = Accounts(11).rows()
    left, wiped = without_some(rows, 0.1, 11)
    assistant = assistant_over(left, wiped, knowledge, tmp_path)
    asking = Questions(left, rows, 11)
    gone = [row for row in wiped if asking.can_ask(row)]
    assert len(gone) > 10
    for row in gone:
        question = asking.lookup(row)
        reply = ask(assistant, question.text)
        assert not in_role(reply, "answer"), question.text
        verdict = judge(question, reply, asking.shelf)
        assert verdict.verdict is Verdict.RIGHT, f"{question.text}: {verdict.reason}"


def test_the_shipped_ledger_is_answered_from_the_rows_of_what_was_asked(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, var_dir=tmp_path)
    build(settings.data_dir, default_url(tmp_path))
    assistant: Assistant = build_assistant(settings)
    ones = list(shipped_ledger(tmp_path / "ledger.sqlite", assistant, every=12))
    assert share(ones, Verdict.WRONG) <= STILL_WRONG_SHIPPED, told(ones)
    assert share(ones, Verdict.RIGHT) >= LEAST_RIGHT
