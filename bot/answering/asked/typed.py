"""A reading with its text, for rules that look at the words."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from bot.domain.reading import Interpretation


@dataclass(frozen=True)
class Typed:
    """A reading and its text, folded and in words; ``divided`` are the concepts made of others."""

    reading: Interpretation
    text: str
    words: frozenset[str]
    divided: Container[str]
