"""An answer with what its figures came from, as JSON and back. A document is written once however many figures cite it; what is as
usual is left out."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from bot.domain.answer import Document, Explained, Found, Missing, Source
from bot.domain.receipt import KeptFact

_AS_IT_IS = frozenset({str, int, bool, type(None)})
_USUAL: dict[type, tuple[tuple[str, Any], ...]] = {}
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
        "facts": [[str(getattr(fact, name)) for name in KeptFact.__dataclass_fields__] for fact in told.facts],
        "documents": {id: _row(documents[id]) for id in sorted(documents)},
    }
    return json.dumps(written, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_told(outcome: str, text: str) -> Told:
    kept = json.loads(text)
    answer = _with_documents(kept["answer"], kept["documents"])
    return Told(_adapter(outcome).validate_python(answer), _facts(kept["facts"]))


def _plain(value: Any, documents: dict[str, Document]) -> Any:
    kind = type(value)
    if kind in _AS_IT_IS:
        return value
    if kind is tuple:
        return [_plain(each, documents) for each in value]
    if kind is Source:
        documents[value.document.id] = value.document
        return [value.document.id, value.locator]
    if usual := _usual(kind):
        return {
            name: _plain(each, documents) for name, default in usual if (each := getattr(value, name)) is not default and each != default
        }
    return str(value)


def _usual(kind: type) -> tuple[tuple[str, Any], ...]:
    """The fields of a dataclass with what they usually hold; none for any other type. Asked for once a type."""
    if kind not in _USUAL:
        _USUAL[kind] = tuple((field.name, field.default) for field in fields(kind)) if is_dataclass(kind) else ()
    return _USUAL[kind]


@cache  # the ledger has a few hundred
def _row(document: Document) -> list[str]:
    return [getattr(document, field.name) for field in fields(document)][1:]


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
