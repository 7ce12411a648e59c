"""``check``: every mistake of form in the staff files, then everything they say that cannot be right or is not allowed."""

from __future__ import annotations

from collections.abc import Container
from datetime import date
from pathlib import Path

from bot.errors import Problem
from bot.knowledge import coverage_rules, faq_rules, name_rules
from bot.knowledge.problems import Caution
from bot.knowledge.reading import read_folder


def check(folder: Path, known_sources: Container[str], known_facts: Container[str], today: date) -> list[Problem]:
    """Errors first, then cautions (``Caution``), each in file order. An empty list means: publish."""
    reading = read_folder(folder)
    found = [*reading.problems, *name_rules.problems(reading), *faq_rules.problems(reading, known_sources, known_facts, today)]
    found += coverage_rules.problems(reading)
    return sorted(found, key=lambda problem: (isinstance(problem, Caution), problem.file, problem.line or 0))
