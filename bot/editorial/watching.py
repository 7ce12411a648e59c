"""One look at the staff files: checked, then tried; and again each time a file is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.app import Assistant
from bot.domain.ledger import Ledger
from bot.editorial.trial_run import Outcome, problems, try_all
from bot.errors import Problem
from bot.knowledge import World, checked
from bot.knowledge.parsed import remembering


@dataclass(frozen=True)
class Desk:
    """Where the files are, what they are checked against, and where outcomes (and, beside them, parsed files) are remembered."""

    folder: Path
    ledger: Ledger
    world: World
    memory_file: Path

    @property
    def parsed_file(self) -> Path:
        return self.memory_file.with_suffix(".leido")


@dataclass(frozen=True)
class Looked:
    """``outcome`` is None when the files did not pass the check: nothing was asked."""

    problems: tuple[Problem, ...]
    outcome: Outcome | None


def look(desk: Desk, today: date, *, everything: bool = False, asked: Callable[[int, int], None] = lambda done, total: None) -> Looked:
    """Cautions of the check are left to ``knowledge check``."""
    with remembering(desk.parsed_file):
        found, knowledge = checked(desk.folder, desk.world, today)
        if knowledge is None:
            return Looked(tuple(problem for problem in found if problem.stops), None)
        assistant = Assistant(knowledge, desk.ledger)
    outcome = try_all(assistant, desk.memory_file, today, everything=everything, asked=asked)
    return Looked(tuple(problems(outcome, assistant, desk.folder, everything=everything)), outcome)


def looks(desk: Desk, today: Callable[[], date], changes: Iterable[object]) -> Iterator[Looked]:
    """A look now, and one after each of ``changes``."""
    yield look(desk, today())
    for _ in changes:
        yield look(desk, today())
