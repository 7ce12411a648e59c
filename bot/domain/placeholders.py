"""The ``{cifra:FACT_ID}`` of an FAQ answer: the only way an amount gets into one, wherever it is checked, answered or written out."""

from __future__ import annotations

import re
from collections.abc import Callable

_FIGURE = re.compile(r"\{cifra:([^{}\s]+)\}")
_BRACES = re.compile(r"\{[^{}]*\}|[{}]")


def fact_ids(answer: str) -> tuple[str, ...]:
    """The facts an answer quotes, in order, each once."""
    return tuple(dict.fromkeys(_FIGURE.findall(answer)))


def fill(answer: str, written: Callable[[str], str]) -> str:
    """The answer with each placeholder replaced by ``written(fact_id)``."""
    return _FIGURE.sub(lambda match: written(match.group(1)), answer)


def misspelt(answer: str) -> tuple[str, ...]:
    """Braces that are no placeholder."""
    return tuple(text for text in _BRACES.findall(answer) if not _FIGURE.fullmatch(text))
