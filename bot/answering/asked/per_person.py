"""Which questions ask a figure divided among everybody: «por habitante», «si se repartiera parejo entre la gente»."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answering.asked.slots import divides
from bot.domain.reading import Act, Interpretation, Topic
from bot.language.folding import fold

DIVIDED = (Act.AMOUNT, Act.BREAKDOWN)
PER_HEAD = frozenset({"poblacion", "deuda-por-habitante"})


# «si se repartiera parejo entre la gente, ¿cuánto tocaba?», «entre todos, ¿de a cuánto nos toca?»
PEOPLE = r"(?:tod[oa]s? )?(?:(?:los|las|la|el) )?(?:habitantes|zacatecan\w+|personas|ciudadan\w+|gente|poblacion|pueblo)"
EVERYBODY = r"(?:todos (?:nosotros|los que viv\w+)|nosotros|tod[oa]s(?! (?:los|las|sus|esos|esas)\b))"
SHARED_BY_ALL = re.compile(
    rf"\b(?:repart\w+|divid\w+)\b.*\bentre {PEOPLE}\b"
    rf"|\b(?:repart\w+|divid\w+)\b.*\b(?:parejo|entre {EVERYBODY}).*\b(?:toca|tocaba|tocaria|toco)\b"
    rf"|\b(?:toca|tocaba|tocaria|toco)\b.*\b(?:repart\w+|divid\w+)\b.*\b(?:parejo|entre {EVERYBODY})"
)


# «¿cuánto nos toca del presupuesto?», «¿cuánto le toca a cada quien de la deuda?»
FALLS = r"\b(?:toca|tocan|tocaba|tocaria|toco|corresponde|corresponderia)\b"
TO_US = re.compile(rf"\b(?:me|nos) {FALLS}|{FALLS} a cada (?:quien|uno|una)\b")
OF_ALL = frozenset({"presupuesto", "saldo"})


def falls_to_everybody(reading: Interpretation) -> bool:
    """Of the state's budget or debt, which nobody else was named for."""
    if not TO_US.search(fold(reading.asked)) or reading.of_kind("institucion", "municipio", "banco", "fondo", "capitulo", "programa"):
        return False
    return reading.topic in (Topic.BUDGET, Topic.DEBT) and {*reading.concepts, reading.measure} - {None} <= OF_ALL


def by_head(reading: Interpretation) -> Interpretation:
    """«por habitante», «si se repartiera entre todos los zacatecanos»: it divides a figure; it does not ask how many people live there."""
    if (
        reading.per in (None, "habitante")
        and reading.act in DIVIDED
        and (falls_to_everybody(reading) or SHARED_BY_ALL.search(fold(reading.asked)))
    ):
        reading = replace(reading, per="habitante", act=Act.AMOUNT)
    if reading.per != "habitante":
        return reading
    kept = tuple(m for m in reading.mentions if m.clave not in PER_HEAD)
    said = tuple(word for word in reading.words if not divides(word))
    return replace(reading, mentions=kept, words=said, measure=None if reading.measure in PER_HEAD else reading.measure)


def with_division_of_before(reading: Interpretation, before: Interpretation | None) -> Interpretation:
    """«¿y en 2020?», after an amount per inhabitant or in the pesos of a year."""
    if before and reading.carried and reading.per is None and before.per and reading.act in (before.act, Act.AMOUNT):
        return replace(reading, per=before.per)
    return reading
