"""Rows of a staff file read against the keys they may hold. Nothing is guessed: a key nobody knows is a mistake, told with the keys
that are known."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from bot.errors import Problem
from bot.knowledge.nodes import Many, Row, Text, Value
from bot.knowledge.problems import Caution

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Key:
    """``kind`` is ``text``, ``texts`` (a list), ``flag`` (true/false) or ``day``; ``choices`` closes a text; ``example``
    is what an editor is shown."""

    name: str
    example: str
    kind: str = "text"
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass
class Cells:
    """One row, read. Missing optional keys come out empty."""

    file: str
    line: int
    texts: dict[str, str] = field(default_factory=dict)
    lists: dict[str, tuple[Text, ...]] = field(default_factory=dict)
    days: dict[str, date | None] = field(default_factory=dict)
    flags: dict[str, bool] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def words(self, key: str) -> tuple[str, ...]:
        return tuple(text.value for text in self.lists[key])

    def at(self, key: str) -> int:
        """The line of a key; of a key that is not written, the row's."""
        return self.lines.get(key, self.line)

    def problem(self, key: str, what: str, fix: str, line: int | None = None) -> Problem:
        """A mistake in what ``key`` holds; ``line`` where it stands in one item of a list."""
        return Problem(self.file, line or self.at(key), key, what, fix)

    def caution(self, key: str, what: str, fix: str, line: int | None = None) -> Caution:
        """As ``problem``, for what does not stop a publication."""
        return Caution(self.file, line or self.at(key), key, what, fix)


def rows(document: Value | None, file: str, keys: tuple[Key, ...]) -> tuple[list[Cells], list[Problem]]:
    """Every row of a file that is a list; a row with a mistake is left out of the first list."""
    if document is None:
        return [], []
    if not isinstance(document, Many):
        return [], [Problem(file, document.line, None, "esperaba una lista", f"Empieza cada elemento con un guion: «- {keys[0].name}: …»")]
    good: list[Cells] = []
    problems: list[Problem] = []
    for item in document.items:
        if not isinstance(item, Row):
            example = f"- {keys[0].name}: {keys[0].example}"
            problems.append(
                Problem(file, item.line, None, f"esperaba un elemento con sus claves y leí {said(item)}", f"Ejemplo: «{example}»")
            )
            continue
        cells, wrong = _row(item, file, keys)
        problems.extend(wrong)
        if not wrong:
            good.append(cells)
    return good, problems


def said(value: Value) -> str:
    if isinstance(value, Text):
        return f"«{value.value}»" if value.value else "un hueco"
    return "una lista" if isinstance(value, Many) else "un grupo de claves"


def _row(row: Row, file: str, keys: tuple[Key, ...]) -> tuple[Cells, list[Problem]]:
    cells = Cells(file, row.line, lines=row.lines)
    known = [key.name for key in keys]
    problems = [
        Problem(file, row.lines[name], name, f"no conozco «{name}»", f"Uso: {', '.join(known)}") for name in row.cells if name not in known
    ]
    problems += [Problem(file, text.line, text.value, f"«{text.value}» está dos veces", "Deja una sola") for text in row.doubled]
    for key in keys:
        problems += _cell(row, key, cells)
    return cells, problems


def _cell(row: Row, key: Key, cells: Cells) -> list[Problem]:
    value = row.cells.get(key.name)
    if value is None or value == Text("", value.line) or (isinstance(value, Many) and not value.items):
        _leave_empty(key, cells)
        if not key.required:
            return []
        line = row.lines.get(key.name, row.line)
        return [Problem(cells.file, line, key.name, f"falta «{key.name}»", f"Ejemplo: «{key.name}: {key.example}»")]
    reader = {"text": _text, "texts": _texts, "flag": _flag, "day": _day}[key.kind]
    wrong = reader(value, key, cells)
    if not wrong:
        return []
    _leave_empty(key, cells)
    at = _wrong_item(value) or value
    return [Problem(cells.file, at.line, key.name, f"leí {said(at)} y esperaba {wrong}", f"Ejemplo: «{key.name}: {key.example}»")]


def _wrong_item(value: Value) -> Value | None:
    """The first element of a list that is no text, or is empty."""
    items = value.items if isinstance(value, Many) else ()
    return next((item for item in items if not isinstance(item, Text) or not item.value.strip()), None)


def _leave_empty(key: Key, cells: Cells) -> None:
    cells.texts.setdefault(key.name, "")
    cells.lists.setdefault(key.name, ())
    cells.flags.setdefault(key.name, False)
    cells.days.setdefault(key.name, None)


def _text(value: Value, key: Key, cells: Cells) -> str:
    if not isinstance(value, Text):
        return "un texto"
    if key.choices and value.value not in key.choices:
        return f"una de estas palabras: {', '.join(key.choices)}"
    cells.texts[key.name] = value.value.strip()
    return ""


def _texts(value: Value, key: Key, cells: Cells) -> str:
    if not isinstance(value, Many):
        return "una lista, aunque tenga un solo elemento"
    texts = tuple(item for item in value.items if isinstance(item, Text))
    if len(texts) != len(value.items) or not all(text.value.strip() for text in texts):
        return "una lista de textos; entre comillas los que llevan coma, «: » o corchetes"
    cells.lists[key.name] = tuple(Text(" ".join(text.value.split()), text.line) for text in texts)
    return ""


def _flag(value: Value, key: Key, cells: Cells) -> str:
    if not isinstance(value, Text) or value.value not in ("true", "false"):
        return "true o false"
    cells.flags[key.name] = value.value == "true"
    return ""


def _day(value: Value, key: Key, cells: Cells) -> str:
    wanted = "una fecha que exista, escrita año-mes-día"
    if not isinstance(value, Text) or not _DAY.fullmatch(value.value):
        return wanted
    try:
        cells.days[key.name] = date.fromisoformat(value.value)
    except ValueError:
        return wanted
    return ""
