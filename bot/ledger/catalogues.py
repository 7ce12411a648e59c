"""The short tables that every fact refers to: documents, subjects, concepts, spellings of stages, disagreements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TypeVar

from bot.domain.stage import Stage
from bot.ledger.rows import ConceptRow, DocumentRow, SubjectRow
from bot.ledger.sheet import Findings, Row, Sheet, open_sheet

FLOWS = ("flujo", "saldo", "otro")

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True)
class Meaning:
    """What a published stage spelling means: our key, or None where it names no stage, and the rest as a note."""

    stage: Stage | None
    note: str


@dataclass(frozen=True)
class Conflict:
    id: str
    topic: str
    title: str
    reading: str
    source_ids: tuple[str, ...]
    locator: str


@dataclass(frozen=True)
class Catalogues:
    documents: Mapping[str, DocumentRow]
    subjects: Mapping[str, SubjectRow]
    concepts: Mapping[str, ConceptRow]
    meanings: Mapping[tuple[str, str, str], Meaning]
    conflicts: Mapping[str, Conflict]


def read_catalogues(folder: Path, findings: Findings) -> Catalogues:
    def keyed(path: str, key: str, make: Callable[[Row], V], *, required: bool = True) -> dict[str, V]:
        return _keyed(open_sheet(folder, path, findings, required=required), key, make)

    documents = keyed("sources.csv", "source_id", _document)
    conflicts = keyed("conflicts.csv", "conflict_id", lambda row: _conflict(row, documents))
    stages = open_sheet(folder, "stages.csv", findings)
    return Catalogues(
        documents=documents,
        subjects=keyed("subjects.csv", "subject_id", _subject),
        concepts=keyed("concepts.csv", "concept_id", _concept),
        meanings=dict(_meanings(stages)),
        conflicts=conflicts,
    )


def _keyed(sheet: Sheet, key: str, make: Callable[[Row], V]) -> dict[str, V]:
    found: dict[str, V] = {}
    for row in sheet.rows:
        name = row[key]
        if not name:
            row.refuse(key, "está en blanco", "Escribe su clave")
        elif name in found:
            row.refuse(key, f"«{name}» está dos veces", "Deja un solo renglón por clave")
        else:
            found[name] = make(row)
    return found


def _document(row: Row) -> DocumentRow:
    others = (field.name for field in fields(DocumentRow) if field.name != "id")
    return DocumentRow(row["source_id"], *(row[name] for name in others))


def _subject(row: Row) -> SubjectRow:
    clave = row["clave"]
    if not clave:
        row.refuse("clave", "está en blanco", "Escribe el nombre canónico, en minúsculas y sin acentos, como en knowledge/vocabulario")
    return SubjectRow(row["subject_id"], clave, row["name"], row["kind"], row["article"], row["cvegeo"])


def _concept(row: Row) -> ConceptRow:
    flow = row["flow"]
    if flow not in FLOWS:
        row.refuse("flow", f"no conozco «{flow}»", f"Usa uno de: {', '.join(FLOWS)}")
    texts = (row.get(name) for name in ("definition", "article", "parent", "parts"))
    return ConceptRow(row["concept_id"], row["name"], row["topic"], flow, *texts)


def _conflict(row: Row, documents: Mapping[str, DocumentRow]) -> Conflict:
    source_ids = tuple(row["source_ids"].split())
    check_sources(row, "source_ids", source_ids, documents)
    return Conflict(row["conflict_id"], row["topic"], row["title"], row["reading"], source_ids, row.locator)


def check_sources(row: Row, where: str, source_ids: Iterable[str], documents: Mapping[str, DocumentRow]) -> bool:
    """False, and told, where a document is not in ``sources.csv`` or none is named."""
    named = tuple(source_ids)
    if not named:
        row.refuse(where, "no nombra ningún documento", "Todo dato lleva el source_id del documento que lo publica")
    unknown = [source_id for source_id in named if source_id not in documents]
    for source_id in unknown:
        row.refuse(where, f"«{source_id}» no está en data/sources.csv", "Agrega el documento a sources.csv o corrige el source_id")
    return bool(named) and not unknown


def _meanings(sheet: Sheet) -> Iterable[tuple[tuple[str, str, str], Meaning]]:
    known = {stage.value for stage in Stage}
    for row in sheet.rows:
        key = row["stage"]
        if key and key not in known:
            row.refuse("stage", f"no conozco el momento «{key}»", f"Usa uno de: {', '.join(sorted(known))}")
            continue
        yield (
            (row["resource"].removesuffix(".csv"), row["column"], row["published"]),
            Meaning(Stage(key) if key else None, row["kept_note"]),
        )
