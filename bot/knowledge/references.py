"""What staff files cite: documents and figures that must be known."""

from __future__ import annotations

from collections.abc import Iterator

from bot.errors import Problem
from bot.knowledge.problems import World
from bot.knowledge.rows import Cells


def document(row: Cells, key: str, id: str, world: World, line: int | None = None) -> Iterator[Problem]:
    """A mistake where no such document is known; ``line`` is that of the item of a list."""
    if world.address_of(id) is None:
        fix = "Busca su clave en data/sources.csv o en la hoja Fuentes del libro"
        yield row.problem(key, f"no conozco la fuente «{id}»", fix, line)


def figure(row: Cells, key: str, id: str, world: World) -> Iterator[Problem]:
    """A mistake where no such figure is known."""
    if world.documents_of(id) is None:
        fix = "Copia su clave de la hoja Cifras del libro, o su «fact_id» de los cuadros de data/"
        yield row.problem(key, f"no conozco la cifra «{id}»", fix)
