"""Changing rows of a staff file: only the lines of what changed are written again, every other byte stays, and so do comments."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode

from bot.knowledge import Written
from bot.knowledge.comments import carried_over, comments, ended_with, item_comments, lines_of

_WIDTH = 120
_INDENT = "  "
_LONG = ("respuesta", "dice")
_SHORT_LISTS = ("fuentes", "evidencia")
_UNQUOTED_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Edit:
    """A row that begins at ``line`` (from 1), with the line of each of its keys, and what its changed keys now hold."""

    line: int
    key_lines: Mapping[str, int]
    changed: Mapping[str, Written]


def rewritten(text: str, edits: Sequence[Edit], added: Sequence[Mapping[str, Written]], order: Sequence[str], starts: Sequence[int]) -> str:
    """The file with its changed rows spliced in and the new rows at its end. ``order`` is that of the keys; ``starts`` are the first lines
    of all its rows."""
    lines = text.splitlines(keepends=True)
    for edit in sorted(edits, key=lambda each: -each.line):
        end = _end_of_row(lines, edit.line, starts)
        lines[edit.line - 1 : end] = _row_rewritten(lines[edit.line - 1 : end], edit, order)
    if not added:
        return "".join(lines)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    apart = "\n" if _rows_stand_apart(lines, starts) else ""
    for number, row in enumerate(added):
        lines.append((apart if lines and (starts or number) else "") + row_text(row, order))
    return "".join(lines)


def row_text(row: Mapping[str, Written], order: Sequence[str]) -> str:
    """A whole row as a person would have written it."""
    written = "".join(_key_text(key, row[key]) for key in order if row.get(key))
    return "-" + written[1:]


def _end_of_row(lines: Sequence[str], start: int, starts: Sequence[int]) -> int:
    """The last line of a row: comments and blanks before the next one belong to the next."""
    following = [line for line in starts if line > start]
    end = min(following) - 1 if following else len(lines)
    while end > start and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return end


def _row_rewritten(lines: Sequence[str], edit: Edit, order: Sequence[str]) -> list[str]:
    places = {key: line - edit.line for key, line in edit.key_lines.items()}
    if len(set(places.values())) < len(places):
        return [_with_comments(row_text({**_flow_values(lines), **edit.changed}, order), "".join(lines))]
    ends = dict(zip(sorted(places, key=places.__getitem__), [*sorted(places.values())[1:], len(lines)], strict=True))
    pieces = {key: "".join(lines[at : ends[key]]) for key, at in places.items()}
    pieces |= {key: _key_rewritten(key, value, pieces.get(key, "")) for key, value in edit.changed.items()}
    old = sorted(places, key=places.__getitem__)
    new = [key for key in order if key in pieces and key not in places]
    for key in new:
        before = [other for other in order[: order.index(key)] if other in old]
        old.insert(old.index(before[-1]) + 1 if before else len(old), key)
    return ["-" + text[1:] if place == 0 else text for place, text in enumerate(pieces[key] for key in old)]


def _key_rewritten(key: str, value: Written, before: str) -> str:
    """``before`` are its lines as they were, empty for a key the row did not have."""
    if "#" not in before:
        return _key_text(key, value)
    piece = " " + before[1:]
    if not isinstance(value, tuple):
        return _with_comments(_key_text(key, value), piece)
    old, others = item_comments(piece)
    items, gone = carried_over(old, value)
    if not gone and not any(item.all for item in items):
        return _with_comments(_key_text(key, value), piece)
    written = f"{_INDENT}{key}:\n" if items else ""
    for item in items:
        line = f"{_INDENT * 2}- {scalar(item.item)}\n"
        written += lines_of(item.above, _INDENT * 2) + (ended_with(line, item.behind) if item.behind else line)
    written += lines_of([*gone, *(each.text for each in others if each.alone)], _INDENT * 2)
    for each in others:
        written = written if each.alone else ended_with(written, each.text)
    return written


def _with_comments(written: str, before: str) -> str:
    """What stood at the end of the first line stays there; the other comments follow, each on its line."""
    found = list(comments(before))
    for each in found:
        if each.line == 0 and not each.alone:
            written = ended_with(written, each.text)
    return written + lines_of([each.text for each in found if each.line or each.alone], _INDENT)


def _flow_values(lines: Sequence[str]) -> dict[str, Written]:
    """The keys of a row written on one line, ``- {clave: x, alias: [y]}``."""
    node = YAML(typ="safe", pure=True).compose("".join(lines)).value[0]
    return {str(key.value): _flow_value(value) for key, value in node.value}


def _flow_value(node: object) -> Written:
    if isinstance(node, ScalarNode):
        return str(node.value)
    assert not isinstance(node, MappingNode)
    return tuple(str(item.value) for item in node.value)  # type: ignore[attr-defined]


def _rows_stand_apart(lines: Sequence[str], starts: Sequence[int]) -> bool:
    return any(line > 1 and not lines[line - 2].strip() for line in starts[1:])


def _key_text(key: str, value: Written) -> str:
    if value in ("", (), False):
        return ""
    if value is True:
        return f"{_INDENT}{key}: true\n"
    if isinstance(value, tuple):
        return _list_text(key, value)
    assert isinstance(value, str)
    if key in _LONG:
        return _long_text(key, value)
    plain = value if _UNQUOTED_DAY.fullmatch(value) else scalar(value)
    return f"{_INDENT}{key}: {plain}\n"


def _list_text(key: str, items: Sequence[str]) -> str:
    short = f"{_INDENT}{key}: [{', '.join(scalar(item, flow=True) for item in items)}]\n"
    if key in _SHORT_LISTS or (len(short) <= _WIDTH and key != "tambien"):
        return short
    return f"{_INDENT}{key}:\n" + "".join(f"{_INDENT * 2}- {scalar(item)}\n" for item in items)


def _long_text(key: str, text: str) -> str:
    """A folded block; what cannot be folded faithfully (blank lines, spaces in a row) is quoted on one line."""
    if "\n" in text or "  " in text or text != text.strip():
        return f"{_INDENT}{key}: {quoted(text)}\n"
    wrapped = textwrap.wrap(text, _WIDTH - 4, break_long_words=False, break_on_hyphens=False)
    return f"{_INDENT}{key}: >\n" + "".join(f"{_INDENT * 2}{line}\n" for line in wrapped)


def scalar(text: str, *, flow: bool = False) -> str:
    """The text bare where YAML reads it back as the same text, else between quotes."""
    sample = f"[{text}]" if flow else f"k: {text}"
    try:
        node = YAML(typ="safe", pure=True).compose(sample)
        items = node.value if flow else [node.value[0][1]]
        if len(items) == 1 and isinstance(items[0], ScalarNode) and items[0].value == text and items[0].style is None:
            return text if text not in ("~", "null") else quoted(text)
    except (YAMLError, AttributeError, IndexError, TypeError):
        pass
    return quoted(text)


_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def quoted(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(char, char if char.isprintable() else f"\\U{ord(char):08x}") for char in text) + '"'
