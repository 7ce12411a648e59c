"""Exact phrases over folded words, longest first. Looking up costs the length of the text, never the size of the list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Hit(Generic[T]):
    """Words ``start`` up to, not including, ``end`` are a known phrase; ``values`` are all the things it may name."""

    start: int
    end: int
    values: tuple[T, ...]


class _Node(Generic[T]):
    __slots__ = ("next", "values")

    def __init__(self) -> None:
        self.next: dict[str, _Node[T]] = {}
        self.values: tuple[T, ...] = ()


class PhraseIndex(Generic[T]):
    """A tree of words. The same phrase may be added for several values: then it means all of them."""

    def __init__(self, phrases: Iterable[tuple[Sequence[str], T]] = ()) -> None:
        self._root: _Node[T] = _Node()
        for words, value in phrases:
            self.add(words, value)

    def add(self, words: Sequence[str], value: T) -> None:
        node = self._root
        for word in words:
            node = node.next.setdefault(word, _Node())
        if words and value not in node.values:
            node.values = (*node.values, value)

    def at(self, words: Sequence[str], start: int) -> Hit[T] | None:
        """The longest phrase that begins exactly at ``start``."""
        node, found = self._root, None
        for place in range(start, len(words)):
            following = node.next.get(words[place])
            if following is None:
                break
            node = following
            if node.values:
                found = Hit(start, place + 1, node.values)
        return found

    def find(self, words: Sequence[str]) -> tuple[Hit[T], ...]:
        """Phrases from left to right that do not overlap."""
        hits: list[Hit[T]] = []
        begins, after = self._root.next, 0
        for place, word in enumerate(words):
            if place >= after and word in begins and (hit := self.at(words, place)):
                hits.append(hit)
                after = hit.end
        return tuple(hits)
