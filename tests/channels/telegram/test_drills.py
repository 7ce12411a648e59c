"""The drills of ``drill.py``, small; ``make drills`` runs them whole."""

from __future__ import annotations

import pytest

from .drill import all_faults, kill_drill
from .troubles import TROUBLES


async def test_whatever_goes_wrong_everybody_is_answered_and_nobody_twice() -> None:
    outcomes = await all_faults(citizens=8, questions=2)
    assert [outcome.name for outcome in outcomes] == [trouble.name for trouble in TROUBLES]
    for outcome in outcomes:
        assert outcome.questions == 16
        assert (outcome.twice, outcome.lost) == (0, 0), outcome


@pytest.mark.parametrize("way", ["polling", "webhook"])
async def test_killed_at_any_moment_it_loses_no_question_and_repeats_no_answer(way: str) -> None:
    outcome = await kill_drill(citizens=6, questions=5, kills=3, between=(0.2, 1.2), way=way)
    assert outcome.questions == 30
    assert outcome.met == 3
    assert (outcome.twice, outcome.lost) == (0, 0), outcome
