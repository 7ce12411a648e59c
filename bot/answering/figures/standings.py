"""The place of Zacatecas among the states, where it is a place that is asked and not a mark."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace

from bot.domain.reading import Interpretation
from bot.language.folding import fold

PLACE = re.compile(r"\b(?:lugar|posicion|puesto|sitio|ranking|escalon)\b")
PLACE_OF = "-lugar"


def with_place_asked(reading: Interpretation, published: Container[str]) -> Interpretation:
    """«¿cómo quedó en primer lugar del índice del IMCO?» asks for the place that this index gives, not for its mark."""
    if not PLACE.search(fold(reading.asked)):
        return reading
    placed = {concept: concept + PLACE_OF for concept in reading.concepts if concept + PLACE_OF in published}
    if not placed:
        return reading
    mentions = tuple(replace(m, clave=placed[m.clave]) if m.kind == "concepto" and m.clave in placed else m for m in reading.mentions)
    # «en qué lugar» is a name of one index and a question about any
    other = {clave for clave in reading.concepts if clave.endswith(PLACE_OF) and clave not in placed.values()}
    kept = tuple(dict.fromkeys(m for m in mentions if m.kind != "concepto" or m.clave not in other))
    return replace(reading, mentions=kept, measure=next(iter(placed.values())))
