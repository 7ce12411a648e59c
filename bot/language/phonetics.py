"""How a word sounds in Mexico: words that people spell differently and say alike share a key."""

from __future__ import annotations

import re
from functools import lru_cache

_STEPS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ch", "C"),
        (r"h", ""),
        (r"qu(?=[ei])", "k"),
        (r"q", "k"),
        (r"gu(?=[ei])", "G"),
        (r"g(?=[ei])", "j"),
        (r"c(?=[ei])", "s"),
        (r"ck|[ck]+", "k"),
        (r"z", "s"),
        (r"x(?=[aeiou])", "x"),
        (r"[vw]", "b"),
        (r"ll", "y"),
        (r"n(?=[bp])", "m"),
        (r"y(?![aeiou])", "i"),
        (r"G", "g"),
        (r"([^\d])\1+", r"\1"),
    )
)


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The key of a folded word: «kuanto», «quanto» and «cuanto» give the same; «bbva» does not become «va», because what
    begins with three consonants is an acronym and its own key, as are words with digits."""
    if not re.search(r"[aeiouy]", word[:3]) or re.search(r"\d", word):
        return word
    for pattern, replacement in _STEPS:
        word = pattern.sub(replacement, word)
    return word
