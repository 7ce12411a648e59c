"""The rows of the staff files as the workbook shows them, with where each one stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.editorial.workbook_columns import COMMITMENTS, FILE, QUESTIONS, VOCABULARY, SheetForm
from bot.errors import KnowledgeError
from bot.knowledge import Written, read_folder
from bot.knowledge.reading import Reading
from bot.knowledge.rows import Cells

Identity = tuple[str, ...]


@dataclass(frozen=True)
class FileRow:
    """``values`` hold what is written, by key; ``file`` is relative to the folder; ``line`` and ``key_lines`` count from 1."""

    form: SheetForm
    file: str
    line: int
    key_lines: Mapping[str, int]
    values: Mapping[str, Written]

    @property
    def identity(self) -> Identity:
        return identity_of(self.form, self.values)

    def texts(self, key: str) -> tuple[str, ...]:
        """What a list holds."""
        value = self.values[key]
        assert isinstance(value, tuple)
        return value


@dataclass(frozen=True)
class Present:
    """All the rows of a folder, by sheet, in file order."""

    folder: Path
    rows: Mapping[str, Sequence[FileRow]]

    def of(self, form: SheetForm) -> Sequence[FileRow]:
        return self.rows[form.name]

    def file_of_topic(self, topic: Written) -> str | None:
        """The file with most questions of a topic, None where there are none."""
        files = Counter(row.file for row in self.of(QUESTIONS) if row.values["tema"] == topic)
        return max(files, key=files.__getitem__, default=None)

    def starts(self, file: str) -> list[int]:
        """The first line of every row of a file."""
        return sorted(row.line for rows in self.rows.values() for row in rows if row.file == file)


def identity_of(form: SheetForm, values: Mapping[str, Written]) -> Identity:
    return tuple(str(values.get(key, "")) for key in form.identity)


def read_present(folder: Path) -> Present:
    """KnowledgeError when a file has a mistake of form: a workbook made of half the rows would retire the other half."""
    reading = read_folder(folder)
    if reading.problems:
        raise KnowledgeError("Primero hay que corregir los archivos:", reading.problems)
    return Present(folder, {form.name: _rows(form, reading) for form in (QUESTIONS, VOCABULARY, COMMITMENTS)})


def _rows(form: SheetForm, reading: Reading) -> list[FileRow]:
    cells: dict[str, list[Cells]] = {
        QUESTIONS.name: [row for _, row in reading.faq],
        VOCABULARY.name: [row for _, row in reading.terms],
        COMMITMENTS.name: [row for _, row in reading.statuses],
    }
    return [_row(form, row) for row in cells[form.name]]


def _row(form: SheetForm, cells: Cells) -> FileRow:
    file = cells.file.partition("/")[2]
    values: dict[str, Written] = {FILE: Path(file).stem} if form.of_several_files else {}
    for column in form.columns:
        if column.key != FILE:
            values[column.key] = _value(cells, column.key, column.kind)
    return FileRow(form, file, cells.line, cells.lines, values)


def _value(cells: Cells, key: str, kind: str) -> Written:
    if kind == "texts":
        return cells.words(key)
    if kind == "flag":
        return cells.flags[key]
    if kind == "day":
        day = cells.days[key]
        return day.isoformat() if day else ""
    return cells.texts[key]
