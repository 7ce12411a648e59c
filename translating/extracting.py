"""Extractors for Babel (``[tool.babel]`` in ``pyproject.toml``): each yields ``(line, function, text, comments)`` of one file.

Names that begin with a small letter are phrases («crédito con Banorte de 2011») and are translated; proper names («Fresnillo»,
«ISSSTEZAC») are said as they are in every language, and stay out of the catalogues. Concepts are all in: a label is recognised by them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import IO, Any

from ruamel.yaml import YAML

from bot.state.retention import KINDS, UNITS

Message = tuple[int, str, str | tuple[str, str], list[str]]


# what a button asks is asked in Spanish: the reader must understand it
ASKED = ("pide.", "asunto.")


def wordings(file: IO[bytes], keywords: Sequence[str], comment_tags: Sequence[str], options: Mapping[str, Any]) -> Iterator[Message]:
    """Every sentence of ``knowledge/respuestas.yaml`` that is said, not asked; its id goes along as a comment."""
    sentences = YAML().load(file)
    for id, text in sentences.items():
        if not id.startswith(ASKED):
            yield sentences.lc.key(id)[0] + 1, "", str(text).strip(), [id]


def vocabulary(file: IO[bytes], keywords: Sequence[str], comment_tags: Sequence[str], options: Mapping[str, Any]) -> Iterator[Message]:
    """The names by which replies call the things of a vocabulary file."""
    entries: list[Any] = YAML().load(file)
    # lists of plain words (common words, slang) name nothing
    for entry in (each for each in entries if "nombre" in each and "clave" in each):
        name = str(entry.get("corto") or entry["nombre"])
        if name[:1].islower():
            yield entry.lc.line + 1, "", name, []


def concepts(file: IO[bytes], keywords: Sequence[str], comment_tags: Sequence[str], options: Mapping[str, Any]) -> Iterator[Message]:
    for row, line in _rows(file):
        yield line, "", row["name"], []


def subjects(file: IO[bytes], keywords: Sequence[str], comment_tags: Sequence[str], options: Mapping[str, Any]) -> Iterator[Message]:
    for row, line in _rows(file):
        if row["name"][:1].islower():
            yield line, "", row["name"], []


def kept(file: IO[bytes], keywords: Sequence[str], comment_tags: Sequence[str], options: Mapping[str, Any]) -> Iterator[Message]:
    """What the store of a running bot keeps, why, and for how long: its room knows nothing of the marks of ``bot/rendering``."""
    for kind in KINDS:
        yield 1, "", kind.what, []
        yield 1, "", kind.why, []
    for _, one, many in UNITS:
        yield 1, "ngettext", (one, many), []


def _rows(file: IO[bytes]) -> Iterator[tuple[dict[str, str], int]]:
    reader = csv.DictReader(io.TextIOWrapper(file, "utf-8", newline=""))
    for row in reader:
        yield row, reader.line_num
