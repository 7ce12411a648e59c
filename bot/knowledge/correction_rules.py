"""What can be wrong with a correction although it is well written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.domain.vocabulary import Correction
from bot.errors import Problem
from bot.knowledge import references
from bot.knowledge.problems import World
from bot.knowledge.reading import Reading, folded
from bot.knowledge.rows import Cells


def problems(reading: Reading, world: World, today: date) -> Iterator[Problem]:
    for correction, row in reading.corrections:
        yield from _one(correction, row, world, today)


def _one(correction: Correction, row: Cells, world: World, today: date) -> Iterator[Problem]:
    if correction.day > today:
        yield row.problem("fecha", f"{correction.day} todavía no llega", "Pon el día en que se corrigió")
    if folded(correction.said) == folded(correction.says):
        yield row.problem("dice", "dice lo mismo que «decia»", "Escribe lo que se lee desde la corrección")
    yield from references.document(row, "fuente", correction.source, world)
    if not correction.receipt and not correction.fact:
        what = "falta «recibo» o «dato»: sin uno de los dos nadie puede encontrar lo corregido"
        yield row.problem("recibo", what, "Ejemplo: «recibo: A7K2Q» o «dato: saldo-2013-hacienda»")
    if correction.fact:
        yield from references.figure(row, "dato", correction.fact, world)
