"""The one way text is folded before it is compared, used on both sides: what citizens type and what files hold."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

import Stemmer

_WORD = re.compile(r"[a-z0-9ñ]+(?:[.,]\d+)*", re.ASCII | re.IGNORECASE)
_STEMMER = Stemmer.Stemmer("spanish", 0)  # keeps no words of its own: ``stem`` does
_STEMMING = Lock()


@dataclass(frozen=True)
class Token:
    """A folded word and where it stands in the text it came from."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Lower case, accents off, «ñ» to «n»: people type «canitas», «ninez». Same length as the NFC text where possible."""
    if text.isascii():
        return text.lower()
    lowered = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower())
    return "".join(c for c in lowered if not unicodedata.combining(c))


class _Letters(dict[int, str]):
    """Each letter folded to one letter, worked out once: reading the knowledge folds a million of them."""

    def __missing__(self, code: int) -> str:
        letter = self[code] = (fold(chr(code)) or chr(code))[:1]
        return letter


_LETTERS = _Letters()


def flat(text: str) -> str:
    """Folded letter by letter: each sign stands where it stood in the NFC text."""
    return unicodedata.normalize("NFC", text).translate(_LETTERS)


def tokens(text: str) -> tuple[Token, ...]:
    """The folded words of a text in order; digits with separators stay one token («3,572», «1.62»)."""
    return tuple([Token(m[0], *m.span()) for m in _WORD.finditer(flat(text))])


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The folded words alone. An answer asks for those of one question some thirty times."""
    return tuple(_WORD.findall(flat(text)))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Spanish Snowball stem of a folded word; numbers stay as they are."""
    if word[:1].isdigit():
        return word
    # the stemmer works on a word it holds: two threads at once would get each other's
    with _STEMMING:
        return str(_STEMMER.stemWord(word))


def word_set(text: str) -> frozenset[str]:
    """The words of a list written as one text, already folded."""
    return frozenset(text.split())
