"""What can be wrong with a correction although it is well written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.domain.vocabulary import Correction
from bot.errors import Problem
from bot.knowledge.form import Cells
from bot.knowledge.problems import World
from bot.knowledge.reading import Reading, folded


def problems(reading: Reading, world: World, today: date) -> Iterator[Problem]:
    for correction, row in reading.corrections:
        yield from _one(correction, row, world, today)


def _one(correction: Correction, row: Cells, world: World, today: date) -> Iterator[Problem]:
    if correction.day > today:
        yield Problem(row.file, row.at("fecha"), "fecha", f"{correction.day} todavía no llega", "Pon el día en que se corrigió")
    if folded(correction.said) == folded(correction.says):
        yield Problem(row.file, row.at("dice"), "dice", "dice lo mismo que «decia»", "Escribe lo que se lee desde la corrección")
    if world.address_of(correction.source) is None:
        what, fix = f"no conozco la fuente «{correction.source}»", "Búscala en data/sources.csv. Ejemplo: «fuente: hacienda-2024»"
        yield Problem(row.file, row.at("fuente"), "fuente", what, fix)
    if not correction.receipt and not correction.fact:
        what = "falta «recibo» o «dato»: sin uno de los dos nadie puede encontrar lo corregido"
        yield Problem(row.file, row.line, "recibo", what, "Ejemplo: «recibo: A7K2Q» o «dato: saldo-2013-hacienda»")
    if correction.fact and correction.fact not in world.facts:
        what = f"no conozco la cifra «{correction.fact}»"
        yield Problem(row.file, row.at("dato"), "dato", what, "Copia su «fact_id» de los cuadros de data/")
