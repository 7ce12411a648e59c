"""Payrolls and salaries, which nobody publishes: what is asked of them is missing, and no figure of another thing."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import replace

from bot.answering.asked.slots import typed_here
from bot.domain.reading import Interpretation
from bot.language.folding import words

# Known not to be published, and asked of any institution.
PAYROLL, SALARY = "nomina-completa", "sueldo"
UNPUBLISHED_ANYWHERE = frozenset({SALARY, PAYROLL})


SPENDS = ("cuant", "gast")


def without_unpublished(reading: Interpretation, topics: Mapping[str, str], published: Container[str]) -> Interpretation:
    """Beside a published concept, one that nobody publishes does not count; but «¿cuánto gastó en nómina?» is not all that was spent."""
    if not any(concept in published for concept in reading.concepts):
        return reading
    known = [m for m in reading.of_kind("concepto") if topics.get(m.clave) is not None and m.said]
    verbs = [m for m in known if m.clave in published and all(word.startswith(SPENDS) for word in words(m.said))]
    payroll = [m for m in known if m.clave == PAYROLL]
    if payroll and verbs and all(m in verbs for m in known if m.clave in published):
        return replace(reading, mentions=tuple(m for m in reading.mentions if m not in verbs), measure=PAYROLL)
    kept = tuple(m for m in reading.mentions if m.kind != "concepto" or m.clave in published or topics.get(m.clave) is None)
    return replace(reading, mentions=kept)


THE = re.compile(r"\W+(?:(?:los|las|el|la|sus|un|una)\W+)?")


def without_those_paid(reading: Interpretation) -> Interpretation:
    """«¿cuánto ganan los empleados del ISSSTEZAC?» asks what they are paid, and not how many they are."""
    paid = {m.end for m in reading.of_kind("concepto") if m.clave == SALARY and typed_here(m, reading)}
    whom = [m for m in reading.of_kind("concepto") if any(end < m.start and THE.fullmatch(reading.asked[end : m.start]) for end in paid)]
    return replace(reading, mentions=tuple(m for m in reading.mentions if m not in whom)) if whom else reading
