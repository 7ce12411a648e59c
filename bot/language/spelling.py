"""Mending the spelling of words against a list of known ones.

A word is only mended when it is unknown, has five letters or more, and one known word is clearly nearer than any other:
«fresniyo» becomes «fresnillo»; «tabaco» stays, because it is a word of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

from rapidfuzz.distance import OSA

from bot.language.phonetics import sound

SHORTEST = 5
_LONG = 9


class Speller:
    """``known`` maps each word to how common it is. ``never`` are words that must not be the result of a repair: their
    meaning hangs on one letter («aprobado»), so they count only as typed. ``sounding`` are reached only by words that sound
    the same: «jalizco» is Jalisco, «negada» is not Nevada. How words sound is worked out when the first unknown one comes."""

    def __init__(
        self, known: Mapping[str, int], protected: Iterable[str] = (), never: Iterable[str] = (), sounding: Iterable[str] = ()
    ) -> None:
        self._known = dict(known)
        self._kept = frozenset(known) | frozenset(protected)
        self._refused, self._unbent = frozenset(never), frozenset(sounding)
        self.mend = lru_cache(maxsize=8192)(self._mend)

    def knows(self, word: str) -> bool:
        return word in self._kept

    @cached_property
    def _by_sound(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in self._known:
            if word not in self._refused and len(word) >= 3 and word.isalpha():
                found.setdefault(sound(word), []).append(word)
        return found

    @cached_property
    def _near(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key, words in self._by_sound.items():
            if len(key) >= SHORTEST - 1 and len(words[0]) >= SHORTEST and not self._unbent.issuperset(words):
                for trace in _traces(key):
                    found.setdefault(trace, []).append(key)
        return found

    def _mend(self, word: str) -> str:
        """The word itself when it is known, short, a number, or not clearly near to one known word."""
        if word in self._kept or len(word) < 3 or not word.isalpha():
            return word
        key = sound(word)
        alike = self._by_sound.get(key)
        if alike:
            return self._commonest(alike)
        if len(word) < SHORTEST or len(key) < SHORTEST - 1:
            return word
        return self._nearest(word, key) or word

    def _nearest(self, word: str, key: str) -> str | None:
        keys = {near for trace in _traces(key) for near in self._near.get(trace, ())}
        allowed = 2 if len(key) >= _LONG else 1
        scored = sorted((OSA.distance(key, near, score_cutoff=allowed + 1), near) for near in keys)
        best = [near for distance, near in scored if distance == scored[0][0] <= allowed]
        if not best:
            return None
        words = sorted({self._commonest(self._by_sound[near]) for near in best}, key=lambda w: -self._known[w])
        # two candidates equally near: only a far commoner one may win («cuento» for «cuanto» must not)
        if len(words) > 1 and self._known[words[0]] < 20 * max(1, self._known[words[1]]):
            return None
        return words[0]

    def _commonest(self, words: list[str]) -> str:
        return max(words, key=lambda word: (self._known[word], word))


def _traces(key: str) -> set[str]:
    """The key and every form of it with one letter missing: two keys one letter apart share at least one."""
    return {key, *(key[:place] + key[place + 1 :] for place in range(len(key)))}
