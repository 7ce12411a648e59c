"""Everyday words of Spanish, to try names against: none of them may be taken for a name."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from bot.language.folding import words

_FILE = Path(__file__).with_name("everyday.txt")


@lru_cache(maxsize=1)
def everyday_words() -> tuple[str, ...]:
    """Folded, each once, in alphabetical order."""
    lines = (line for line in _FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return tuple(sorted({word for line in lines for word in words(line)}))
