"""Reading one CSV of the data package: rows that know their line, mistakes that say file, line and column."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.errors import Problem


@dataclass
class Findings:
    """What was found wrong so far: ``problems`` refuse the package, ``warnings`` only ask for a look."""

    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)


@dataclass
class Sheet:
    """A CSV in memory. ``read`` collects the columns somebody asked for: one that nobody reads is a mistake, for what
    it says would silently be missing from the answers; ``lacking`` those that had to be there and are not."""

    path: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    read: set[str] = field(default_factory=set)
    lacking: set[str] = field(default_factory=set)

    def unread(self) -> tuple[str, ...]:
        return tuple(column for column in self.columns if column not in self.read)


@dataclass(frozen=True)
class Row:
    sheet: Sheet
    line: int
    cells: dict[str, str]
    findings: Findings

    @property
    def file(self) -> str:
        return f"data/{self.sheet.path}"

    @property
    def locator(self) -> str:
        """Where the number stands in our own table; the citizen must see that it is not the document's page."""
        return f"nuestra tabla {self.file}, línea {self.line}"

    def __getitem__(self, column: str) -> str:
        """The cell of a column that must be there; where it is not, that is told once, and the cell is blank."""
        self.sheet.read.add(column)
        if column in self.cells:
            return self.cells[column]
        if column not in self.sheet.lacking:
            self.sheet.lacking.add(column)
            fix = "Restáurala, o dile a bot/ledger/tables cómo se llama ahora"
            self.findings.problems.append(Problem(self.file, 1, column, "falta la columna", fix))
        return ""

    def get(self, column: str, default: str = "") -> str:
        """The cell of a column that not every table has, or ``default`` where it is blank or there is none."""
        self.sheet.read.add(column)
        return self.cells.get(column) or default

    def refuse(self, column: str | None, what: str, fix: str) -> None:
        self.findings.problems.append(Problem(self.file, self.line, column, what, fix))

    def warn(self, column: str | None, what: str, fix: str) -> None:
        self.findings.warnings.append(Problem(self.file, self.line, column, what, fix))


def open_sheet(folder: Path, path: str, findings: Findings, *, required: bool = True) -> Sheet:
    """Read ``path`` under ``folder``; a missing or malformed file is told in ``findings`` and read as empty."""
    file = folder / path
    if not file.is_file():
        if required:
            findings.problems.append(Problem(f"data/{path}", None, None, "falta el archivo", "Restáuralo de la versión anterior"))
        return Sheet(path, ())
    try:
        lines = list(_lines(file))
    except (UnicodeDecodeError, csv.Error) as error:
        fix = "Guárdalo como CSV en UTF-8, con comas"
        findings.problems.append(Problem(f"data/{path}", None, None, f"no se puede leer ({error})", fix))
        return Sheet(path, ())
    if not lines:
        findings.problems.append(Problem(f"data/{path}", None, None, "está vacío", "Debe tener al menos el renglón de encabezados"))
        return Sheet(path, ())
    return _sheet(path, lines, findings)


def _sheet(path: str, lines: list[tuple[int, list[str]]], findings: Findings) -> Sheet:
    columns = tuple(lines[0][1])
    sheet = Sheet(path, columns)
    for column in sorted({column for column in columns if columns.count(column) > 1}):
        findings.problems.append(Problem(f"data/{path}", 1, column, "la columna está dos veces", "Deja una sola"))
    rows = []
    for line, cells in lines[1:]:
        if len(cells) != len(columns):
            what = f"tiene {len(cells)} celdas y los encabezados son {len(columns)}"
            fix = "Revisa comas y comillas de este renglón"
            findings.problems.append(Problem(f"data/{path}", line, None, what, fix))
            continue
        stripped = (cell.strip() for cell in cells)
        rows.append(Row(sheet, line, dict(zip(columns, stripped, strict=True)), findings))
    sheet.rows = tuple(rows)
    return sheet


def _lines(file: Path) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line it begins on; a quoted cell may run over several lines."""
    with file.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.reader(stream, strict=True)
        begins = 1
        for cells in reader:
            if cells:
                yield begins, cells
            begins = reader.line_num + 1
