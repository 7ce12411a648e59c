"""A workbook against the files it came from: what is new, changed and retired, and the files as they would then be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bot.editorial.present import FileRow, Present
from bot.editorial.workbook_columns import COMMITMENTS, FILE, QUESTIONS, SHEETS, VOCABULARY, SheetForm
from bot.editorial.workbook_reading import SheetRow, Sheets, place
from bot.errors import Problem
from bot.knowledge import Written, replace_files, staff_files
from bot.knowledge.writing import Edit, rewritten

_SHARE_GONE = 0.2


class Kind(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    RETIRED = "retired"


@dataclass(frozen=True)
class Change:
    """``changed`` holds only the keys that differ, as they would be; ``before`` is None for a new row, ``number`` for one taken out."""

    kind: Kind
    form: SheetForm
    file: str
    before: FileRow | None
    number: int | None
    changed: Mapping[str, Written]

    @property
    def name(self) -> str:
        known = self.before.values if self.before else self.changed
        return " · ".join(str(known[key]) for key in self.form.identity[:2] if key in known and key != FILE)


@dataclass(frozen=True)
class Proposal:
    changes: tuple[Change, ...]
    refused: tuple[Problem, ...]

    @property
    def files(self) -> frozenset[str]:
        return frozenset(change.file for change in self.changes)


def propose(present: Present, sheets: Sheets) -> Proposal:
    changes: list[Change] = []
    refused = list(sheets.refused)
    for form in SHEETS:
        if form.name in sheets.rows:
            _compare(present, form, sheets, changes, refused)
    return Proposal(tuple(changes), tuple(refused))


def new_files(present: Present, proposal: Proposal) -> dict[str, str]:
    """The whole text of every file that changes, by its name inside the folder."""
    return {
        file: _new_text(present, file, [change for change in proposal.changes if change.file == file]) for file in sorted(proposal.files)
    }


def write(present: Present, files: Mapping[str, str]) -> None:
    """All the files or none, also when the program is killed."""
    if files:
        replace_files(present.folder, {file: text.encode("utf-8") for file, text in files.items()})


def _new_text(present: Present, file: str, changes: Sequence[Change]) -> str:
    path = present.folder / file
    text = path.read_bytes().decode("utf-8") if path.is_file() else ""
    edits = [Edit(change.before.line, change.before.key_lines, change.changed) for change in changes if change.before]
    added = [change.changed for change in changes if not change.before]
    return rewritten(text, edits, added, changes[0].form.order, present.starts(file))


def _compare(present: Present, form: SheetForm, sheets: Sheets, changes: list[Change], refused: list[Problem]) -> None:
    known = {row.identity: row for row in present.of(form)}
    seen = set()
    for row in sheets.rows[form.name]:
        before = known.get(row.identity)
        seen.add(row.identity)
        if before is None:
            _added(present, form, sheets.file, row, changes, refused)
        elif form is QUESTIONS and row.values[FILE] not in ("", before.values[FILE]):
            what = f"«{row.values[FILE]}» no es su archivo: la pregunta está en «{before.values[FILE]}»"
            refused.append(Problem(place(sheets.file, form), row.number, FILE, what, "Deja ahí el que tenía"))
        elif changed := {key: row.values[key] for key in form.order if row.values[key] != before.values[key]}:
            kind = Kind.RETIRED if changed == {"estado": "retirada"} else Kind.CHANGED
            changes.append(Change(kind, form, before.file, before, row.number, changed))
    # a row that could not be read is not a row taken out
    unread = {problem.line for problem in sheets.refused if problem.file == place(sheets.file, form)}
    gone = [row for identity, row in known.items() if identity not in seen]
    if not unread:
        _gone(form, sheets.file, gone, len(known), changes, refused)


def _gone(form: SheetForm, file: str, gone: Sequence[FileRow], known: int, changes: list[Change], refused: list[Problem]) -> None:
    where = place(file, form)
    if form is QUESTIONS:
        if len(gone) > max(5, _SHARE_GONE * known):
            what = f"faltan {len(gone)} de {known} renglones"
            refused.append(
                Problem(where, None, None, what, "Empieza de un libro recién exportado; para quitar muchas, ponlas en «retirada»")
            )
            return
        for row in gone:
            if row.values["estado"] != "retirada":
                changes.append(Change(Kind.RETIRED, form, row.file, row, None, {"estado": "retirada"}))
        return
    for row in gone:
        name = " · ".join(str(row.values[key]) for key in form.identity if row.values[key])
        if form is COMMITMENTS:
            what, fix = (
                f"falta el avance «{name[:80]}»",
                "Un avance no se borra ni se corrige: agrega otro renglón con lo que se supo después",
            )
        else:
            what, fix = f"falta el nombre «{name}»", "Hay cifras que lo citan: regresa su renglón"
        refused.append(Problem(where, None, None, what, fix))


def _added(present: Present, form: SheetForm, file: str, row: SheetRow, changes: list[Change], refused: list[Problem]) -> None:
    wanted = _file_of(present, form, row)
    if wanted is None:
        known = ", ".join(sorted({Path(each.file).stem for each in present.of(form)}))
        what = f"no conozco el archivo «{row.values[FILE]}»"
        refused.append(Problem(place(file, form), row.number, form.columns[0].title, what, f"Usa uno de estos: {known}"))
        return
    values = {key: row.values[key] for key in form.order}
    changes.append(Change(Kind.NEW, form, wanted, None, row.number, values))


def _file_of(present: Present, form: SheetForm, row: SheetRow) -> str | None:
    if not form.of_several_files:
        return staff_files.STATUSES
    said = str(row.values[FILE])
    if not said:
        return present.file_of_topic(row.values["tema"])
    file = f"{form.folder}/{said}.yaml"
    return file if "/" not in said and (present.folder / file).is_file() else None


_SAID = {Kind.NEW: "se agrega", Kind.CHANGED: "cambia", Kind.RETIRED: "se retira"}
_NOUNS = {QUESTIONS.name: "la pregunta", VOCABULARY.name: "el nombre", COMMITMENTS.name: "el avance"}


def described(proposal: Proposal) -> Iterator[str]:
    """One line a change, in the order of the sheets."""
    for change in proposal.changes:
        what = "" if change.kind is not Kind.CHANGED else f" ({', '.join(change.changed)})"
        yield f"{_SAID[change.kind]} {_NOUNS[change.form.name]} {change.name}{what}"
