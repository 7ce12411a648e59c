"""Replies in messages that Telegram takes: blocks stay whole, so that no figure is parted from its document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape

from bot.rendering.blocks import Block, Documents, FactGroup, FigureGroup, Reply
from bot.rendering.html import telegram_block, telegram_lead

LIMIT = 4096
ENTITIES = 100  # more than these are silently dropped by Telegram: a link to a document would be lost

# A link stays whole, with its text; so do a tag and an entity such as «&amp;».
_ATOM = re.compile(r"<a\b[^>]*>.*?</a>|<[^>]*>|&#?\w+;|[^\s<&]+|\s+|.", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-z-]+)[^>]*>")
_BREAK = "\n\n"


def lead_pages(replies: Iterable[Reply], room: int = 0) -> tuple[str, ...]:
    """What is read at once. ``room`` is how long the line may be that ``signed`` puts at its end."""
    return pages((piece for reply in replies for piece in _lead(reply)), _leaving(room))


def whole_pages(replies: Iterable[Reply], room: int = 0) -> tuple[str, ...]:
    """Everything, as «ver más» shows it; ``room`` as above."""
    return pages((piece for reply in replies for piece in (*_lead(reply), *_pieces(reply.rest))), _leaving(room))


def signed(pages: tuple[str, ...], line: str) -> tuple[str, ...]:
    """With a line (plain text) under the last page, which has room for it."""
    return (*pages[:-1], f"{pages[-1]}{_BREAK}{escape(line, quote=False)}") if pages and line else pages


def pages(pieces: Iterable[str], limit: int = LIMIT) -> tuple[str, ...]:
    """As many pieces of HTML in each message as fit; only a piece that alone is too long is cut, its tags kept whole."""
    return tuple(_filled((part for piece in pieces for part in _short(piece, limit)), _BREAK, limit))


def units(text: str) -> int:
    """Length as Telegram counts it: UTF-16 code units. Counted before tags are taken out, which is never too short."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def fits(html: str, limit: int = LIMIT) -> bool:
    return units(html) <= limit and sum(1 for tag in _TAG.finditer(html) if not tag[1]) <= ENTITIES


def _leaving(room: int) -> int:
    return LIMIT - room - len(_BREAK) if room else LIMIT


def _lead(reply: Reply) -> tuple[str, ...]:
    understood = telegram_lead(replace(reply, lead=()))
    return (*understood, *_pieces(reply.lead))


def _pieces(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        html = telegram_block(block)
        halves = () if fits(html) else _halves(block)
        yield from _pieces(halves) if halves else (html,)


def _halves(block: Block) -> tuple[Block, ...]:
    """A long list in two; each half of a group names the documents again."""
    match block:
        case FigureGroup() | FactGroup() if len(block.lines) > 1:
            middle = len(block.lines) // 2
            return block.part(0, middle), block.part(middle)
        case Documents() if len(block.links) > 1:
            middle = len(block.links) // 2
            return replace(block, links=block.links[:middle]), replace(block, links=block.links[middle:])
        case _:
            return ()


def _filled(pieces: Iterable[str], joint: str, limit: int) -> Iterator[str]:
    page = ""
    for piece in pieces:
        longer = page + joint + piece if page else piece
        if page and not fits(longer, limit):
            yield page
            longer = piece
        page = longer
    if page:
        yield page


def _short(piece: str, limit: int) -> Iterable[str]:
    """A piece longer than a message: cut between lines, else between words, else anywhere."""
    if fits(piece, limit):
        return (piece,) if piece.strip() else ()
    room = limit - _room_for_tags(piece)
    lines = (part for line in piece.split("\n") for part in ((line,) if fits(line, room) else _by_words(line, room)))
    return _balanced(_filled(lines, "\n", room))


def _by_words(line: str, limit: int) -> Iterator[str]:
    atoms = (part for atom in _ATOM.findall(line) for part in _cut(atom, limit))
    return (part.strip() for part in _filled(atoms, "", limit) if part.strip())


def _cut(atom: str, limit: int) -> Iterable[str]:
    if units(atom) <= limit:
        return (atom,)
    step = max(1, limit // 2)  # a character may count twice
    return (atom[i : i + step] for i in range(0, len(atom), step))


def _room_for_tags(html: str) -> int:
    """What closing tags and opening them again may add to a page: three deep, links excepted, since they stay whole."""
    return 3 * max((len(tag[0]) + len(tag[2]) + 3 for tag in _TAG.finditer(html) if tag[2] != "a"), default=0)


def _balanced(parts: Iterable[str]) -> Iterator[str]:
    opened: list[str] = []
    for part in parts:
        page = "".join(opened) + part
        opened = _left_open(page)
        yield page + "".join(f"</{tag[1:-1].split()[0]}>" for tag in reversed(opened))


def _left_open(html: str) -> list[str]:
    opened: list[str] = []
    for tag in _TAG.finditer(html):
        if not tag[1]:
            opened.append(tag[0])
        elif opened:
            opened.pop()
    return opened
