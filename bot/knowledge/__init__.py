"""Staff files under ``knowledge/``: the only room that reads and writes them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.errors import Problem
from bot.knowledge.loading import Serving, load, serve
from bot.knowledge.placeholders import fact_ids, fill
from bot.knowledge.problems import Caution, World

__all__ = ["Caution", "Serving", "World", "check", "fact_ids", "fill", "load", "serve"]


def check(folder: Path, world: World, today: date) -> list[Problem]:
    """Every mistake of staff, errors first, then cautions (``Caution``). An empty list means: publish."""
    from bot.knowledge.checking import check  # only a check needs the YAML library: a warm start does not pay for it

    return check(folder, world, today)
