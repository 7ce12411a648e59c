"""Staff files under ``knowledge/``: the only room that reads and writes them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import Problem
from bot.knowledge.loading import Serving, load, serve
from bot.knowledge.problems import Caution, World
from bot.knowledge.replacing import replace_file, replace_files, standing_still

__all__ = [
    "Caution",
    "Serving",
    "World",
    "Written",
    "check",
    "checked",
    "load",
    "read_folder",
    "replace_file",
    "replace_files",
    "serve",
]

if TYPE_CHECKING:
    from bot.domain.vocabulary import Knowledge
    from bot.knowledge.reading import Reading

Written = str | tuple[str, ...] | bool
"""What a key of a row holds: a text, a list of texts, or true/false; an empty one is not written."""


def check(folder: Path, world: World, today: date) -> list[Problem]:
    """Every mistake of staff, errors first, then cautions (``Caution``). An empty list means: publish."""
    from bot.knowledge.checking import check  # only a check needs the YAML library: a warm start does not pay for it

    with standing_still(folder):
        return check(folder, world, today)


def checked(folder: Path, world: World, today: date) -> tuple[list[Problem], Knowledge | None]:
    """As ``check``, and the knowledge itself when no problem stops it."""
    from bot.knowledge.checking import checked

    with standing_still(folder):
        return checked(folder, world, today)


def read_folder(folder: Path) -> Reading:
    """Every row with the lines of its keys, and every mistake of form."""
    from bot.knowledge.reading import read_folder

    with standing_still(folder):
        return read_folder(folder)
