"""Documents as replies name them."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.answer import Source
from bot.rendering.blocks import Block, Documents, FactGroup, FigureGroup, Link
from bot.rendering.dates import short_date

UNDATED = "sin fecha"


def link(source: Source) -> Link:
    document = source.document
    date = short_date(document.published) if document.published else UNDATED
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
    places = dict.fromkeys([*old.locator.split("; "), *new.locator.split("; ")])
    return Link(old.id, old.publisher, old.title, old.date, old.url, "; ".join(p for p in places if p), old.note)
