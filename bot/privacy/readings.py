"""A reading as it may be kept: what was meant stays, what was typed goes."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from bot.domain.reading import Interpretation, Mention
from bot.language.folding import flat, words

_WORD = re.compile(r"\w+")
_LONG_NUMBER = re.compile(r"\d(?:[ .,-]?\d){6,}")


@lru_cache(maxsize=64)  # asked for several times while one message is answered
def personal_words(text: str) -> frozenset[str]:
    """The folded words of a message that stand in its personal data and nowhere else in it."""
    # a receipt keeps no words at all: it must not wait for the patterns
    from bot.privacy.masking import mask

    masked = mask(text)
    return frozenset() if masked == text else frozenset(words(text)) - frozenset(words(masked))


def cover(said: str, personal: frozenset[str]) -> str:
    """A text that may repeat what was typed, without those words, nor long numbers, which may be one of them written otherwise."""
    if not personal:
        return said
    return _WORD.sub(lambda word: "…" if flat(word[0]) in personal else word[0], _LONG_NUMBER.sub("…", said))


def without_text(reading: Interpretation, text: str) -> Interpretation:
    """For the next question, which may lean on this one: names of the vocabulary, period, stage, and the words that search for a
    figure, except those that stand in personal data. An amount that was typed may as well be a telephone: it goes."""
    personal = personal_words(text)
    kept = tuple(word for word in reading.words if word not in personal)
    said = tuple(replace(mention, said="") for mention in reading.mentions)
    return replace(reading, mentions=said, words=kept, amounts=(), unread=(), clues=(), more=(), asked="", alternatives=())


def essentials(reading: Interpretation) -> Interpretation:
    """For receipts: what was asked for, and none of the words it was asked in."""
    return Interpretation(
        reading.act,
        reading.topic,
        mentions=tuple(Mention(m.kind, m.clave, "", 0, 0) for m in reading.mentions),
        period=reading.period,
        stage=reading.stage,
        measure=reading.measure,
        per=reading.per,
        limit=reading.limit,
        order=reading.order,
        language=reading.language,
    )
