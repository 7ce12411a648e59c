"""Documents as replies name them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.domain.answer import Source
from bot.rendering.blocks import Block, Documents, FactGroup, FigureGroup, Link
from bot.rendering.dates import short_date
from bot.rendering.grammar import listed
from bot.rendering.translation import N_, SOURCE, _, ngettext, speaking, spoken

UNDATED = N_("sin fecha")
_LINES = re.compile(r"(.+), líneas? ([\d, y]+)")
_NUMBER = re.compile(r"\d+")
_OUR_TABLE = re.compile(r"nuestra tabla (\S+), líneas? ([\d, y]+)")


def link(source: Source) -> Link:
    document = source.document
    date = short_date(document.published) if document.published else _(UNDATED)
    return Link(document.id, document.publisher, document.title, date, document.url, source.locator, document.note)


def links(sources: Iterable[Source]) -> tuple[Link, ...]:
    """Each document once, in order; two places in one document are told together."""
    found: dict[str, Link] = {}
    for source in sources:
        new = link(source)
        old = found.get(new.id)
        found[new.id] = new if old is None or not old.locator else _joined(old, new)
    return tuple(found.values())


def named_in(blocks: Iterable[Block]) -> tuple[Link, ...]:
    """Every document of these blocks, first named first."""
    found: dict[str, Link] = {}
    for block in blocks:
        for each in _of(block):
            found[each.id] = _joined(found[each.id], each) if each.id in found else each
    return tuple(found.values())


def _of(block: Block) -> tuple[Link, ...]:
    if isinstance(block, FigureGroup | FactGroup):
        return block.documents
    return block.links if isinstance(block, Documents) else ()


def _joined(old: Link, new: Link) -> Link:
    return replace(old, locator=places([*old.locator.split("; "), *new.locator.split("; ")]))


def places(locators: Iterable[str]) -> str:
    """«nuestra tabla X, línea 20» and «… línea 23» become «nuestra tabla X, líneas 20 y 23»; other places stand as they are."""
    lines: dict[str, list[int]] = {}
    for locator in dict.fromkeys(filter(None, locators)):
        match = _LINES.fullmatch(locator)
        table, numbers = (match[1], match[2]) if match else (locator, "")
        lines.setdefault(table, []).extend(map(int, _NUMBER.findall(numbers)))
    return "; ".join(f"{table}{_numbered(sorted(set(found)))}" for table, found in lines.items())


def as_published(link: Link) -> Link:
    """With the place that the document itself has, a page or a row: the line of our own table helps whoever asks for the source, and
    nobody who reads an answer."""
    own = [where for where in link.locator.split("; ") if not _OUR_TABLE.fullmatch(where)]
    return replace(link, locator="; ".join(own))


def place(link: Link) -> str:
    """«Lugar: nuestra tabla X, líneas 20 y 23», for whoever writes a document out."""
    where = link.locator if spoken() == SOURCE else "; ".join(map(_our_table, link.locator.split("; ")))
    return _("Lugar: {lugar}").format(lugar=where)


def _our_table(locator: str) -> str:
    """The place as the ledger writes it, with its words translated; a place that a document names stays as it is printed."""
    match = _OUR_TABLE.fullmatch(locator)
    if match is None:
        return locator
    lines = _NUMBER.findall(match[2])
    said = ngettext("nuestra tabla {tabla}, línea {renglones}", "nuestra tabla {tabla}, líneas {renglones}", len(lines))
    return said.format(tabla=match[1], renglones=listed(lines))


def _numbered(lines: list[int]) -> str:
    if not lines:
        return ""
    # always in Spanish: the next place is joined to what this one says, and ``place`` writes it in the language spoken
    with speaking(SOURCE):
        return f", {'línea' if len(lines) == 1 else 'líneas'} {listed([str(n) for n in lines])}"
