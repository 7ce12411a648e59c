"""The rows of a workbook as rows of staff files. Every row that cannot be one is told with its sheet, row, column, value and reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from bot.editorial.present import Identity, identity_of
from bot.editorial.workbook_columns import FIGURES, INSTRUCTIONS, NO, ROWS_MOST, SHEETS, SOURCES, YES, Column, SheetForm
from bot.editorial.workbook_opening import opened
from bot.errors import Problem, WorkbookError
from bot.knowledge import Written

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_LONGEST = 4_000
_SPARE_COLUMNS = 8


@dataclass(frozen=True)
class SheetRow:
    form: SheetForm
    number: int
    values: Mapping[str, Written]

    @property
    def identity(self) -> Identity:
        return identity_of(self.form, self.values)


@dataclass(frozen=True)
class Sheets:
    """``rows`` by sheet; ``refused`` what could not be read; a sheet that is not in the book has no key."""

    file: str
    rows: Mapping[str, Sequence[SheetRow]]
    refused: tuple[Problem, ...]


def read_workbook(path: Path) -> Sheets:
    """WorkbookError when the file is no workbook of ours."""
    refused: list[Problem] = []
    rows: dict[str, list[SheetRow]] = {}
    with opened(path) as book:
        _known_sheets(path, book)
        for form in SHEETS:
            if form.name in book.sheetnames:
                rows[form.name] = list(_sheet(path.name, book[form.name], form, refused))
    _twice(path.name, rows, refused)
    return Sheets(path.name, rows, tuple(refused))


def place(file: str, form: SheetForm) -> str:
    """How a sheet is named where a file would be: «FAQ.xlsx · Preguntas», and its row after it."""
    return f"{file} · {form.name}"


def _known_sheets(path: Path, book: Workbook) -> None:
    ours = {form.name for form in SHEETS}
    unknown = set(book.sheetnames) - ours - {INSTRUCTIONS, SOURCES, FIGURES}
    if unknown:
        raise WorkbookError(f"No acepté «{path.name}»: no conozco la hoja «{min(unknown)}». Las hojas son: {', '.join(sorted(ours))}.")
    if not ours & set(book.sheetnames):
        raise WorkbookError(f"No acepté «{path.name}»: no tiene ninguna de las hojas {', '.join(sorted(ours))}. Empieza de uno exportado.")


def _sheet(file: str, sheet: Any, form: SheetForm, refused: list[Problem]) -> Iterator[SheetRow]:
    where = place(file, form)
    # what a file says of its own size is not believed: rows are counted as they come
    sheet.reset_dimensions()
    found = sheet.iter_rows(max_col=len(form.columns) + _SPARE_COLUMNS)
    columns = _titles(where, next(found, ()), form)
    for number, cells in enumerate(found, 2):
        if all(cell.value is None or not str(cell.value).strip() for cell in cells):
            continue
        if number > ROWS_MOST:
            raise WorkbookError(f"No acepté «{file}»: la hoja {form.name} tiene más de {ROWS_MOST:,} renglones.")
        row, wrong = _row(where, number, cells, columns)
        refused.extend(wrong)
        if not wrong:
            yield SheetRow(form, number, row)


def _titles(where: str, cells: Sequence[Any], form: SheetForm) -> dict[int, Column]:
    by_name = {_plain(name): column for column in form.columns for name in (column.name, column.key)}
    columns: dict[int, Column] = {}
    for at, cell in enumerate(cells):
        title = str(cell.value or "").strip()
        if not title:
            continue
        column = by_name.get(_plain(title))
        if column is None:
            raise WorkbookError(
                f"{where}:1: no conozco la columna «{title[:60]}». Las columnas son: {', '.join(c.title for c in form.columns)}."
            )
        if column in columns.values():
            raise WorkbookError(f"{where}:1: la columna «{column.title}» está dos veces. Deja una sola.")
        columns[at] = column
    missing = [column.title for column in form.columns if column not in columns.values()]
    if missing:
        raise WorkbookError(f"{where}:1: falta la columna «{missing[0]}». Regresa los títulos del libro exportado.")
    return columns


def _plain(title: str) -> str:
    """What the title explains in parentheses may have been another thing when the book was exported."""
    return " ".join(title.partition(" (")[0].split()).casefold()


def _row(where: str, number: int, cells: Sequence[Any], columns: Mapping[int, Column]) -> tuple[dict[str, Written], list[Problem]]:
    values: dict[str, Written] = {column.key: _empty(column) for column in columns.values()}
    wrong: list[Problem] = []
    for at, cell in enumerate(cells):
        column = columns.get(at)
        if column is None:
            if cell.value is not None:
                wrong.append(_refused(where, number, None, cell.value, "está fuera de las columnas", "Bórralo"))
            continue
        if cell.data_type == "f":
            wrong.append(_refused(where, number, column, cell.value, "es una fórmula", "Escribe el texto, sin «=» al principio"))
        elif cell.data_type == "e":
            wrong.append(_refused(where, number, column, cell.value, "es un error de Excel", "Escribe el texto"))
        elif cell.value is not None:
            value, reason = _value(cell.value, column)
            values[column.key] = value
            if reason:
                wrong.append(_refused(where, number, column, cell.value, reason, f"Ejemplo: «{column.example}»"))
    if not wrong:
        wrong = [
            Problem(where, number, column.name, f"falta «{column.name}»", f"Ejemplo: «{column.example}»")
            for column in columns.values()
            if column.required and not values[column.key]
        ]
    return values, wrong


def _value(raw: object, column: Column) -> tuple[Written, str]:
    """What the cell holds, and why it cannot be."""
    if column.kind == "day" and isinstance(raw, date):
        return (raw.date() if isinstance(raw, datetime) else raw).isoformat(), ""
    if isinstance(raw, date):
        return (f"{raw:%Y-%m-%d}", "") if column.key == "fecha" else ("", "es una fecha y aquí va un texto")
    if isinstance(raw, bool | float | int):
        return _number(raw, column)
    text = str(raw).replace("\r\n", "\n").replace("_x000D_", "").strip()
    if len(text) > _LONGEST:
        return "", f"tiene {len(text):,} letras y lo más son {_LONGEST:,}"
    if _CONTROL.search(text):
        return "", "tiene letras invisibles"
    return _text(text, column)


def _number(raw: bool | float | int, column: Column) -> tuple[Written, str]:
    if column.kind == "flag" and isinstance(raw, bool):
        return raw, ""
    if column.key in ("clave_inegi", "fecha", "clave") and isinstance(raw, int) and not isinstance(raw, bool):
        return str(raw), ""
    return "", "es un número y aquí va un texto" if not isinstance(raw, bool) else "es verdadero o falso y aquí va un texto"


def _text(text: str, column: Column) -> tuple[Written, str]:
    if column.kind == "texts":
        parts = text.split("\n") if "\n" in text or column.key in ("tambien", "alias") else text.split(",")
        return tuple(" ".join(part.split()).removeprefix("- ") for part in parts if part.strip()), ""
    if column.kind == "flag":
        said = text.casefold()
        return (said in (YES, "si"), "") if said in (YES, "si", NO, "") else (False, f"esperaba {YES} o {NO}")
    if column.kind == "day":
        try:
            return (date.fromisoformat(text).isoformat(), "") if _DAY.fullmatch(text) or not text else ("", _NO_DAY)
        except ValueError:
            return "", _NO_DAY
    if column.choices and text and text not in column.choices:
        return "", f"esperaba una de estas palabras: {', '.join(column.choices)}"
    return text, ""


_NO_DAY = "esperaba una fecha que exista, escrita año-mes-día"


def _empty(column: Column) -> Written:
    empty: dict[str, Written] = {"texts": (), "flag": False}
    return empty.get(column.kind, "")


def _refused(where: str, number: int, column: Column | None, value: object, reason: str, fix: str) -> Problem:
    said = " ".join(str(value).split())
    return Problem(where, number, column.name if column else None, f"«{said[:60]}» {reason}", fix)


def _twice(file: str, rows: Mapping[str, Sequence[SheetRow]], refused: list[Problem]) -> None:
    for form in SHEETS:
        first: dict[Identity, SheetRow] = {}
        for row in rows.get(form.name, ()):
            before = first.setdefault(row.identity, row)
            if before is not row:
                what = f"«{' · '.join(filter(None, row.identity))}» ya está en el renglón {before.number}"
                refused.append(Problem(place(file, form), row.number, form.identity[-1], what, "Deja un solo renglón"))
