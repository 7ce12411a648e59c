"""What reports are made of: counts, and tables as plain data, kept apart from how they are drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Count:
    """``hits`` of ``of``; a share of nothing is unknown, never zero."""

    hits: int
    of: int

    @classmethod
    def over(cls, outcomes: Iterable[bool]) -> Count:
        seen = tuple(outcomes)
        return cls(sum(seen), len(seen))

    @property
    def share(self) -> float | None:
        return self.hits / self.of if self.of else None

    def to_json(self) -> dict[str, int | float | None]:
        return {"hits": self.hits, "of": self.of, "share": None if self.share is None else round(self.share, 4)}

    def __str__(self) -> str:
        return "—" if self.share is None else f"{self.share:.3f} ({self.hits}/{self.of})"


@dataclass(frozen=True)
class Table:
    """``rows`` are as long as ``columns``; whoever draws it chooses colours and widths."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
