"""The parts of a reply (the JSON object of the contract) that are judged, read without trusting their shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from bot.language.folding import fold


@dataclass(frozen=True)
class Judgeable:
    """``figures`` are the numbers with role ``answer`` (a figure without a role counts as one); ``text`` is folded, as
    texts of the answer key are before they are looked for in it."""

    outcome: str
    figures: tuple[Decimal, ...]
    text: str
    sources: frozenset[str]

    @classmethod
    def of(cls, reply: Mapping[str, Any]) -> Judgeable:
        said = [reply.get("text") or "", *(statement.get("text") or "" for statement in reply.get("statements") or ())]
        return cls(
            outcome=reply["outcome"],
            figures=tuple(_answers(reply)),
            text=fold(" ".join(said)),
            sources=frozenset(source["id"] for source in reply.get("sources") or () if "id" in source),
        )


def _answers(reply: Mapping[str, Any]) -> Iterator[Decimal]:
    for figure in reply.get("figures") or ():
        if figure.get("role", "answer") != "answer":
            continue
        try:
            yield Decimal(str(figure["value"]))
        except (KeyError, InvalidOperation):
            continue
