"""The parts of a reply (the JSON object of the contract) that are judged, read without trusting their shape."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any


@dataclass(frozen=True)
class Judgeable:
    """``figures`` are the numbers with role ``answer`` (a figure without a role counts as one); ``text`` is plain."""

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
            text=plain(" ".join(said)),
            sources=frozenset(source["id"] for source in reply.get("sources") or () if "id" in source),
        )


def plain(text: str) -> str:
    """Lower case without accents, nothing else: texts of the answer key are compared this way."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


def _answers(reply: Mapping[str, Any]) -> Iterator[Decimal]:
    for figure in reply.get("figures") or ():
        if figure.get("role", "answer") != "answer":
            continue
        try:
            yield Decimal(str(figure["value"]))
        except (KeyError, InvalidOperation):
            continue
