"""``load``: everything under ``knowledge/``, or every mistake in it. ``serve``: what may be answered with, whatever the files hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.domain.vocabulary import Knowledge
from bot.errors import KnowledgeError, Problem
from bot.knowledge.compiled import fingerprint, last_good, store, stored
from bot.knowledge.problems import World
from bot.knowledge.replacing import standing_still
from bot.knowledge.staff_files import files


@dataclass(frozen=True)
class Serving:
    """``kept_out`` are the mistakes for which the files as they stand are not in service; empty when they are."""

    knowledge: Knowledge
    kept_out: tuple[Problem, ...] = ()


def load(folder: Path, cache: Path | None = None) -> Knowledge:
    """Read ``folder``; with ``cache`` (a file), unchanged files are not parsed again. Raises KnowledgeError with every
    mistake of form at once (what the files say of the world is ``check``'s to question)."""
    with standing_still(folder):
        return _load(folder, cache)


def serve(folder: Path, cache: Path, world: World, today: date) -> Serving:
    """The files when nothing is wrong with them; else the last copy of this folder that passed, with what is wrong now. KnowledgeError
    when there is no such copy. ``cache`` holds only what passed."""
    with standing_still(folder):
        return _serve(folder, cache, world, today)


def _load(folder: Path, cache: Path | None) -> Knowledge:
    content_hash = fingerprint(folder, files(folder))
    if cache is not None and (known := stored(cache, folder, content_hash)):
        return known
    from bot.knowledge.reading import read_folder  # a warm start imports no YAML library

    reading = read_folder(folder)
    if reading.problems:
        raise _refused(folder, reading.problems)
    knowledge = reading.knowledge(content_hash)
    if cache is not None:
        store(cache, folder, knowledge)
    return knowledge


def _serve(folder: Path, cache: Path, world: World, today: date) -> Serving:
    content_hash = fingerprint(folder, files(folder))
    if known := stored(cache, folder, content_hash):
        return Serving(known)
    from bot.knowledge.checking import problems_of
    from bot.knowledge.reading import read_folder

    reading = read_folder(folder)
    wrong = [problem for problem in problems_of(reading, world, today) if problem.stops]
    if not wrong:
        knowledge = reading.knowledge(content_hash)
        store(cache, folder, knowledge)
        return Serving(knowledge)
    if before := last_good(cache, folder):
        return Serving(before, tuple(wrong))
    raise _refused(folder, wrong)


def _refused(folder: Path, problems: list[Problem]) -> KnowledgeError:
    return KnowledgeError(f"En «{folder.name}/» hay {len(problems)} por corregir:", problems)
