"""An answer with what its figures came from, as JSON and back. A document is written once however many figures cite it; what is as
usual is left out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import MISSING, asdict, dataclass, fields, is_dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from bot.domain.answer import Document, Explained, Found, Missing, Source
from bot.domain.receipt import KeptFact

Kept = Found | Explained | Missing
OUTCOMES: dict[str, type[Kept]] = {"found": Found, "explained": Explained, "missing": Missing}


@dataclass(frozen=True)
class Told:
    answer: Kept
    facts: tuple[KeptFact, ...]


def write_told(told: Told) -> str:
    """The same answer always gives the same text."""
    documents: dict[str, Document] = {}
    written = {
        "answer": _plain(told.answer, documents),
        "facts": [list(map(str, asdict(fact).values())) for fact in told.facts],
        "documents": {id: list(asdict(documents[id]).values())[1:] for id in sorted(documents)},
    }
    return json.dumps(written, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_told(outcome: str, text: str) -> Told:
    kept = json.loads(text)
    answer = _with_documents(kept["answer"], kept["documents"])
    return Told(_adapter(outcome).validate_python(answer), _facts(kept["facts"]))


def _plain(value: Any, documents: dict[str, Document]) -> Any:
    if isinstance(value, Source):
        documents[value.document.id] = value.document
        return [value.document.id, value.locator]
    if is_dataclass(value):
        kept = ((field.name, getattr(value, field.name), field.default) for field in fields(value))
        return {name: _plain(each, documents) for name, each, usual in kept if usual is MISSING or each != usual}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(each, documents) for each in value]
    return value if value is None or isinstance(value, bool | int) else str(value)


def _with_documents(value: Any, documents: dict[str, list[str]]) -> Any:
    if isinstance(value, dict):
        return {name: _sources(each, documents) if name == "sources" else _with_documents(each, documents) for name, each in value.items()}
    return [_with_documents(each, documents) for each in value] if isinstance(value, list) else value


def _sources(written: list[list[str]], documents: dict[str, list[str]]) -> tuple[Source, ...]:
    return tuple(Source(Document(id, *documents[id]), locator) for id, locator in written)


def _facts(written: list[list[str]]) -> tuple[KeptFact, ...]:
    return _fact_adapter().validate_python([dict(zip(KeptFact.__dataclass_fields__, each, strict=True)) for each in written])


@cache
def _adapter(outcome: str) -> TypeAdapter[Any]:
    return TypeAdapter(OUTCOMES[outcome])


@cache
def _fact_adapter() -> TypeAdapter[tuple[KeptFact, ...]]:
    return TypeAdapter(tuple[KeptFact, ...])
