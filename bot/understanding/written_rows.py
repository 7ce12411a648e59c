"""The rows of a file of weights, looked up in its own bytes: as strings in a dictionary they would take three times the memory, and every
cold answer would wait for a quarter of a million of them to be made."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Any

_BLOCK = 1024
"""Bytes that are looked through for one row."""


class WrittenRows(Mapping[str, str]):
    """Sign → its cells, as written. ``text`` holds one row a line, ``sign TAB cells``, sorted by sign; its last line ends too."""

    def __init__(self, text: bytes) -> None:
        self._text = b"\n" + text
        self._begins, self._firsts = [], []
        begin = 0 if text else -1
        while begin >= 0:
            self._begins.append(begin)
            self._firsts.append(self._text[begin + 1 : self._text.index(b"\t", begin)])
            begin = self._text.find(b"\n", begin + _BLOCK, len(text))
        self._begins.append(len(self._text))

    def get(self, sign: str, default: Any = None) -> Any:
        name = sign.encode()
        block = bisect_right(self._firsts, name)
        line = b"\n" + name + b"\t"
        at = self._text.find(line, self._begins[block - 1], self._begins[block]) if block else -1
        return self._text[at + len(line) : self._text.index(b"\n", at + 1)].decode() if at >= 0 else default

    def __getitem__(self, sign: str) -> str:
        cells: str | None = self.get(sign)
        if cells is None:
            raise KeyError(sign)
        return cells

    def __iter__(self) -> Iterator[str]:
        return (line.partition(b"\t")[0].decode() for line in self._text.splitlines()[1:])

    def __len__(self) -> int:
        return self._text.count(b"\n") - 1
