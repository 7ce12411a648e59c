"""``check``: every mistake of form in the staff files, then everything they say that cannot be right or is not allowed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.domain.vocabulary import Knowledge
from bot.errors import Problem
from bot.knowledge import correction_rules, coverage_rules, faq_rules, name_rules, near_rules, status_rules
from bot.knowledge.compiled import fingerprint
from bot.knowledge.problems import Caution, World
from bot.knowledge.reading import Reading, read_folder
from bot.knowledge.staff_files import files


def check(folder: Path, world: World, today: date) -> list[Problem]:
    """Errors first, then cautions (``Caution``), each in file order. An empty list means: publish."""
    return problems_of(read_folder(folder), world, today)


def checked(folder: Path, world: World, today: date) -> tuple[list[Problem], Knowledge | None]:
    """As ``check``, and the knowledge itself when no problem stops it."""
    reading = read_folder(folder)
    found = problems_of(reading, world, today)
    if any(problem.stops for problem in found):
        return found, None
    return found, reading.knowledge(fingerprint(folder, files(folder)))


def problems_of(reading: Reading, world: World, today: date) -> list[Problem]:
    """The same of files already read."""
    found = [*reading.problems, *name_rules.problems(reading), *near_rules.problems(reading)]
    found += [
        *faq_rules.problems(reading, world, today),
        *coverage_rules.problems(reading),
        *status_rules.problems(reading, world, today),
        *correction_rules.problems(reading, world, today),
    ]
    return sorted(found, key=lambda problem: (isinstance(problem, Caution), problem.file, problem.line or 0))
