"""Correct messages as people on a phone would type them: letters dropped, swapped, doubled, written as they sound, spaces missed."""

from __future__ import annotations

import random

_SOUNDS = (
    ("cu", "qu"), ("qu", "k"), ("que", "qe"), ("que", "q"), ("c", "k"), ("c", "s"), ("z", "s"), ("s", "z"), ("s", "c"), ("b", "v"),
    ("v", "b"), ("ll", "y"), ("y", "ll"), ("h", ""), ("g", "j"), ("j", "g"), ("mp", "np"), ("mb", "nb"), ("x", "cs"), ("ie", "e"),
)  # fmt: skip
_SHORT = (("que", "q"), ("por", "x"), ("para", "pa"), ("de", "d"), ("también", "tmb"), ("porque", "xq"), ("quién", "kien"))
_ACCENTS = str.maketrans("áéíóúü", "aeiouu")


def mistyped(text: str, chance: random.Random) -> str:
    """Accents off, then one word in five or so damaged once."""
    words = text.translate(_ACCENTS).lower().replace("¿", "").split(" ")
    typed = [_damaged(word, chance) if len(word) > 3 and chance.random() < 0.22 else _shortened(word, chance) for word in words]
    return typed[0] + "".join(("" if len(word) < 4 and chance.random() < 0.04 else " ") + word for word in typed[1:])


def _shortened(word: str, chance: random.Random) -> str:
    return next((short for whole, short in _SHORT if word == whole and chance.random() < 0.3), word)


def _damaged(word: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(word) - 1)
    kind = chance.random()
    if kind < 0.55:
        fitting = [(heard, written) for heard, written in _SOUNDS if heard in word]
        if fitting:
            heard, written = chance.choice(fitting)
            return word.replace(heard, written, 1)
    if kind < 0.7:
        return word[:place] + word[place + 1 :]
    if kind < 0.85:
        return word[:place] + word[place] + word[place:]
    return word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]
