"""What is read at once and what waits behind «ver más»."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rendering.blocks import Block, FactGroup, FigureGroup
from bot.rendering.plain import length

AT_ONCE = 900
LEAST_LINES = 2


Blocks = tuple[Block, ...]


def divide(opening: Sequence[Block], body: Sequence[Block], closing: Sequence[Block], limit: int) -> tuple[Blocks, Blocks]:
    """Lead and rest: ``opening`` and ``closing`` are always read at once, ``body`` as far as the room goes and never
    less than its first block (of a long group, its first lines)."""
    room = limit - length(opening) - length(closing)
    shown: list[Block] = []
    for place, block in enumerate(body):
        if length([block]) <= room:
            shown.append(block)
            room -= length([block])
            continue
        first, later = _parted(block, room, must=not shown)
        kept = [*shown, *first]
        return (*opening, *kept, *closing), (*later, *body[place + 1 :])
    return (*opening, *shown, *closing), ()


def _parted(block: Block, room: int, *, must: bool) -> tuple[Blocks, Blocks]:
    """Split a group between lines; another block goes whole to one side."""
    if not isinstance(block, FigureGroup | FactGroup) or len(block.lines) <= LEAST_LINES:
        return ((block,), ()) if must else ((), (block,))
    fits = _lines_that_fit(block, room)
    if fits < LEAST_LINES and not must:
        return (), (block,)
    fits = max(fits, LEAST_LINES)
    later = block.part(fits)
    return (block.part(0, fits),), (later,) if later.lines else ()


def _lines_that_fit(group: FigureGroup | FactGroup, room: int) -> int:
    count = 0
    while count < len(group.lines) and length([group.part(0, count + 1)]) <= room:
        count += 1
    return count
