"""A reading as it may be kept: what was meant stays, what was typed goes."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.reading import Interpretation
from bot.language.folding import words
from bot.privacy.masking import mask


def without_text(reading: Interpretation, text: str) -> Interpretation:
    """For the next question, which may lean on this one: names of the vocabulary, period, stage, and the words that search for a
    figure, except those that stand in personal data."""
    masked = mask(text)
    kept = reading.words
    if masked != text:
        plain = frozenset(words(masked))
        kept = tuple(word for word in reading.words if word in plain)
    said = tuple(replace(mention, said="") for mention in reading.mentions)
    return replace(reading, mentions=said, words=kept, unread=(), clues=(), more=(), asked="", alternatives=())
