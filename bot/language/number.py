"""Singular and plural of folded Spanish nouns and adjectives: «participacion», «participaciones»."""

from __future__ import annotations


def singular(word: str) -> str:
    """A word that is no plural by its ending stays; so does one like «interes», which no ending tells from «meses»."""
    if not word.endswith("s") or word.endswith("is"):
        return word
    if word.endswith("eses"):
        return word[:-2]
    return word[:-2] if word.endswith("es") and word[-3] in "dlnrz" and len(word) > 5 else word[:-1]


def plural(word: str) -> str:
    """«s» after a vowel, «es» after a consonant; a word in «s» stays."""
    if word.endswith("s"):
        return word
    return word + ("s" if word[-1] in "aeio" else "es")
