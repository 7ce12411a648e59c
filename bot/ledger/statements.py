"""From the rows of a table to statements: events, conditions of loans, destinations, who reported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.ledger import cells
from bot.ledger.catalogues import Catalogues, Conflict, check_sources
from bot.ledger.mapping import Statements
from bot.ledger.rows import StatementRow, StatementSourceRow
from bot.ledger.sheet import Row


@dataclass
class Told:
    """Every statement so far, by id, and the documents behind each."""

    statements: dict[str, StatementRow] = field(default_factory=dict)
    sources: list[StatementSourceRow] = field(default_factory=list)
    origin: dict[str, Row] = field(default_factory=dict)


def tell(row: Row, spec: Statements, known: Catalogues, into: Told) -> None:
    when = spec.date(row)
    _, readable = cells.told_period(row, when)
    text = spec.text(row) if readable else ""
    if not text:
        return
    id, subject_id = spec.id(row), spec.subject(row)
    source_ids = tuple(spec.sources(row).split())
    documented = check_sources(row, "source_id", source_ids, known.documents)
    confidence = cells.confidence(row, spec.confidence(row))
    if not (_fresh(row, id, into) and _subject_known(row, subject_id, known) and documented):
        return
    subject = known.subjects.get(subject_id)
    words = " · ".join(dict.fromkeys(filter(None, (subject.name if subject else "", spec.words(row), spec.party(row)))))
    into.origin[id] = row
    into.statements[id] = StatementRow(
        id, spec.kind, spec.topic(row), subject_id or None, text, when, spec.party(row), confidence.value, words
    )
    locator = row.get("locator") or row.locator
    into.sources += [StatementSourceRow(id, at, source_id, locator) for at, source_id in enumerate(source_ids)]


def tell_conflicts(conflicts: Mapping[str, Conflict], into: Told) -> None:
    """Disagreements are statements too: title and reason, with every document that takes part."""
    for conflict in conflicts.values():
        told = conflict.title if conflict.title.endswith("?") else f"{conflict.title}:"
        text = f"{told} {conflict.reading}" if conflict.reading else conflict.title
        into.statements[conflict.id] = StatementRow(conflict.id, "conflicto", conflict.topic, None, text, "", "", "high", conflict.title)
        into.sources += [
            StatementSourceRow(conflict.id, at, source_id, conflict.locator) for at, source_id in enumerate(conflict.source_ids)
        ]


def _fresh(row: Row, id: str, into: Told) -> bool:
    if not id:
        row.refuse("record_id", "está en blanco", "Dale una clave corta, estable y única")
        return False
    if id in into.origin:
        other = into.origin[id]
        row.refuse("record_id", f"«{id}» ya existe en {other.file}:{other.line}", "Cada renglón lleva una clave distinta")
        return False
    return True


def _subject_known(row: Row, subject_id: str, known: Catalogues) -> bool:
    if subject_id and subject_id not in known.subjects:
        row.refuse("subject_id", f"no conozco el sujeto «{subject_id}»", "Agrégalo a data/subjects.csv o corrige la clave")
        return False
    return True
