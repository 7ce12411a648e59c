"""YAML files as rows that remember their lines. Every scalar stays the text that was written: «2024», «no» and «08» are
words of an editor before they are numbers."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.composer import ComposerError
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from bot.errors import Problem

_NOTHING = ("", "~", "null")


@dataclass(frozen=True)
class Text:
    value: str
    line: int


@dataclass(frozen=True)
class Many:
    items: tuple[Value, ...]
    line: int


@dataclass(frozen=True)
class Row:
    """A mapping: ``cells`` by key; ``lines`` of the keys; ``doubled`` holds keys written twice, with their lines."""

    cells: dict[str, Value]
    lines: dict[str, int]
    doubled: tuple[Text, ...]
    line: int


Value = Text | Many | Row


def read(path: Path, shown: str) -> tuple[Value | None, list[Problem]]:
    """The document of a file (None when it is empty or broken) and what is wrong with it."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return None, [Problem(shown, line, None, "hay letras que no están en UTF-8", "Guarda el archivo con codificación UTF-8")]
    if "\t" in text:
        line = text[: text.index("\t")].count("\n") + 1
        return None, [Problem(shown, line, None, "hay un tabulador", "Usa espacios para alinear, nunca la tecla Tab")]
    try:
        return parsed(text), []
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        return None, [Problem(shown, line, None, "hay una letra invisible", "Borra el renglón y escríbelo otra vez")]
    except MarkedYAMLError as error:
        return None, [_broken(shown, error)]


known: dict[str, Value | None] = {}
"""Documents by the digest of their text: of a folder looked at again and again only the file just saved is parsed."""
used: set[str] = set()
"""Of them, those asked for since it was cleared."""


def parsed(text: str) -> Value | None:
    """The document of a text, None where it is empty. MarkedYAMLError or ReaderError where it is broken."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    used.add(digest)
    if digest not in known:
        node = YAML(typ="safe", pure=True).compose(text)
        known[digest] = None if node is None else _value(node, set())
    return known[digest]


_HOW = "Revisa la sangría (dos espacios) y escribe entre comillas los textos que llevan «: », «#», «*», «&», corchetes o llaves"


def _broken(shown: str, error: MarkedYAMLError) -> Problem:
    # quotes that never close are told where they open, not at the end of the file
    unclosed = "quoted scalar" in str(error.context)
    mark = error.context_mark if unclosed else error.problem_mark or error.context_mark
    return Problem(shown, mark.line + 1 if mark else None, None, "desde aquí no pude leer el archivo", _HOW)


def _value(node: Node, seen: set[Node]) -> Value:
    if node in seen:
        # an alias («*x»), which may hold itself
        raise ComposerError(problem_mark=node.start_mark)
    seen.add(node)
    line = node.start_mark.line + 1
    if isinstance(node, ScalarNode):
        return Text("" if node.style is None and node.value in _NOTHING else str(node.value), line)
    if isinstance(node, SequenceNode):
        return Many(tuple(_value(item, seen) for item in node.value), line)
    if isinstance(node, MappingNode):
        return _row(node, seen, line)
    raise TypeError(f"unexpected node {node!r}")


def _row(node: MappingNode, seen: set[Node], line: int) -> Row:
    cells: dict[str, Value] = {}
    lines: dict[str, int] = {}
    doubled: list[Text] = []
    for key, value in node.value:
        name, at = str(key.value), key.start_mark.line + 1
        if name in cells:
            doubled.append(Text(name, at))
            continue
        cells[name], lines[name] = _value(value, seen), at
    return Row(cells, lines, tuple(doubled), line)
