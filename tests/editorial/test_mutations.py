"""A share of the deliberate errors of ``make mutations``: stopped, and told at the line where they were planted."""

from __future__ import annotations

from pathlib import Path

from bot.editorial.watching import Desk
from tests.editorial.mutations import judge_cells, judge_file, planted_in_files, table, told_before
from tests.editorial.slips import IN_CELLS, IN_CHECKED_CELLS

EVERY = 9


def test_errors_planted_in_files_are_told_at_their_line(desk: Desk) -> None:
    before = told_before(desk)
    planted = list(planted_in_files(desk.folder, 2, seed=3))
    assert len(planted) > 100
    verdicts = [judge_file(desk, each, before) for each in planted[::EVERY]]
    assert sum(verdict.right_line for verdict in verdicts) >= 0.95 * len(verdicts), table(verdicts)


def test_errors_planted_in_the_workbook_are_told_at_their_row(desk: Desk, exported: Path) -> None:
    for slips in (IN_CELLS, IN_CHECKED_CELLS):
        verdicts = judge_cells(desk, exported, slips, range(20, 20 + len(slips)))
        assert all(verdict.right_line for verdict in verdicts), table(verdicts)
