"""Names and concepts typed side by side («al SAT, al IMSS y a proveedores»), and the question as one of them alone asks it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.answering.asked.slots import names_asked, typed_here
from bot.domain.reading import Interpretation, Mention
from bot.language.folding import words

LISTABLE = frozenset({"institucion", "banco", "obra", "fondo", "capitulo", "programa", "prestamo", "concepto"})
LINK = r"(?:(?:y|e|o|ni|al|a|el|la|los|las|del|de|con|para|por|en|lo|que|contra|vs|entre|tambien)\W+)*"
BESIDE = re.compile(rf"\W*(?:,|;|/|\by\b|\be\b|\bo\b|\bni\b|\bvs\b|\bcontra\b)\W+{LINK}", re.IGNORECASE)


def side_by_side(reading: Interpretation) -> list[Mention]:
    """The names and concepts typed one after the other with «y», «o», a comma between them; at least one of them a name."""
    typed = [m for m in reading.mentions if m.kind in LISTABLE and typed_here(m, reading)]
    apart = [
        m
        for m in typed
        if not any(o is not m and o.start <= m.start and m.end <= o.end and o.end - o.start > m.end - m.start for o in typed)
    ]
    names = {mention.clave for mention in names_asked(reading)}
    inner = [
        m for m in apart if not any(o.kind != "concepto" and m.start < o.end and o.start < m.end for o in apart if m.kind == "concepto")
    ]
    ordered = sorted(inner, key=lambda m: m.start)
    found: list[Mention] = []
    for one, other in pairwise(ordered):
        if BESIDE.fullmatch(reading.asked[one.end : other.start]):
            found += [m for m in (one, other) if m not in found]
        elif len(found) > 1:
            break
    return found if any(m.clave in names for m in found) else []


def naming_only(reading: Interpretation, name: Mention, names: Sequence[Mention]) -> Interpretation:
    """The reading as if the other names had not been typed, nor their words."""
    others = [other for other in names if other.clave != name.clave]
    said = {word for other in others for word in words(other.said)} - set(words(name.said))
    mentions = tuple(m for m in reading.mentions if not any(m.clave == other.clave or is_inside(m, other) for other in others))
    return replace(reading, mentions=mentions, words=tuple(word for word in reading.words if word not in said))


def is_inside(mention: Mention, other: Mention) -> bool:
    """«impuesto sobre nóminas» is a name and, in the same words, what is measured."""
    return bool(mention.said) and other.start <= mention.start and mention.end <= other.end


def without_typed(reading: Interpretation, siblings: Sequence[Mention], kept: Mention) -> Interpretation:
    """The text with the others of a list blanked: «devoluciones y gastos funerarios» are no words of what was owed to the government."""
    asked = reading.asked
    for other in siblings:
        if other is not kept:
            asked = asked[: other.start] + " " * (other.end - other.start) + asked[other.end :]
    return replace(reading, asked=asked)
