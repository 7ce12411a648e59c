"""Staff files under ``knowledge/``: the only room that reads and writes them."""

from __future__ import annotations

from collections.abc import Container
from datetime import date
from pathlib import Path

from bot.errors import Problem
from bot.knowledge.loading import load
from bot.knowledge.placeholders import fact_ids, fill
from bot.knowledge.problems import Caution

__all__ = ["Caution", "check", "fact_ids", "fill", "load"]


def check(folder: Path, known_sources: Container[str], known_facts: Container[str], today: date) -> list[Problem]:
    """Every mistake of staff, errors first, then cautions (``Caution``). An empty list means: publish."""
    from bot.knowledge.checking import check  # only a check needs the YAML library: a warm start does not pay for it

    return check(folder, known_sources, known_facts, today)
