"""The whole of ``data/`` as rows ready to be written, with everything that is wrong with it, at once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.errors import Problem
from bot.ledger import schema
from bot.ledger.catalogues import Catalogues, read_catalogues
from bot.ledger.controls import inspect
from bot.ledger.facts import Gathered, gather
from bot.ledger.mapping import Table
from bot.ledger.promises import Promises, read_promises
from bot.ledger.rows import values
from bot.ledger.sheet import Findings, Sheet, open_sheet
from bot.ledger.statements import Told, tell, tell_conflicts
from bot.ledger.tables import ALL

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Package:
    """Rows by table of ``schema``, in writing order; ``published`` counts the rows read from each file."""

    rows: tuple[tuple[str, tuple[dict[str, Any], ...]], ...]
    published: tuple[tuple[str, int], ...]
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]

    @property
    def content_hash(self) -> str:
        """Same input and same schema, same hash: no clock, no path, no order of files in it."""
        digest = hashlib.sha256(f"schema {schema.SCHEMA_VERSION}\n".encode())
        for name, rows in self.rows:
            for line in sorted(json.dumps(row, ensure_ascii=False, sort_keys=True, default=str) for row in rows):
                digest.update(f"{name}\t{line}\n".encode())
        return digest.hexdigest()


def read_package(folder: Path, progress: Progress | None = None, tables: Sequence[Table] = ALL) -> Package:
    step = progress or (lambda done, total, label: None)
    findings = Findings()
    known = read_catalogues(folder, findings)
    facts, told = Gathered(), Told()
    published = [("sources", len(known.documents)), ("subjects", len(known.subjects)), ("concepts", len(known.concepts))]
    for done, table in enumerate(tables):
        step(done, len(tables) + 1, table.name)
        sheet = _read_table(folder, table, known, facts, told, findings)
        published.append((table.name, len(sheet.rows)))
    promises, sheets = read_promises(folder, known, findings)
    published += [(sheet.path.removesuffix(".csv"), len(sheet.rows)) for sheet in sheets if sheet.columns]
    tell_conflicts(known.conflicts, told)
    inspect(folder, facts, findings)
    step(len(tables) + 1, len(tables) + 1, "comprobaciones")
    return Package(
        rows=_rows(known, facts, told, promises),
        published=tuple(published),
        problems=_in_file_order(findings.problems),
        warnings=_in_file_order(findings.warnings),
    )


def _read_table(folder: Path, table: Table, known: Catalogues, facts: Gathered, told: Told, findings: Findings) -> Sheet:
    sheet = open_sheet(folder, table.path, findings)
    for row in sheet.rows:
        # our own arithmetic stays in the file for the reader of the file; answers derive it with formula and inputs
        if row.get("derived") == "1":
            continue
        for figures in table.figures:
            gather(row, figures, known, facts)
        for statements in table.statements:
            tell(row, statements, known, told)
    # a renamed column is told as the one that is missing; what depended on it was not asked for
    for column in () if sheet.lacking else sheet.unread():
        if column not in table.ignored:
            fix = "Dile a bot/ledger/tables qué hacer con ella, o quítala"
            findings.problems.append(Problem(f"data/{table.path}", 1, column, "nadie lee esta columna", fix))
    return sheet


def _rows(known: Catalogues, facts: Gathered, told: Told, promises: Promises) -> tuple[tuple[str, tuple[dict[str, Any], ...]], ...]:
    tables: tuple[tuple[str, Iterable[Any]], ...] = (
        ("documents", known.documents.values()),
        ("subjects", known.subjects.values()),
        ("concepts", known.concepts.values()),
        ("series", facts.series()),
        ("figures", facts.figures.values()),
        ("absences", facts.absences.values()),
        ("statements", told.statements.values()),
        ("statement_sources", told.sources),
        ("commitments", promises.commitments.values()),
        ("voices", promises.voices),
        ("milestones", promises.milestones),
    )
    return tuple((name, tuple(values(row) for row in rows)) for name, rows in tables)


def _in_file_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: (problem.file, problem.line or 0, problem.column or "")))
