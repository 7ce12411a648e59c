"""What can be wrong with what staff say of a commitment although each row is well written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.domain.vocabulary import StatusReport
from bot.errors import Problem
from bot.knowledge import references
from bot.knowledge.faq_rules import accusations, typed_amounts
from bot.knowledge.problems import World
from bot.knowledge.reading import Reading
from bot.knowledge.rows import Cells

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def problems(reading: Reading, world: World, today: date) -> Iterator[Problem]:
    named = {term.clave for term, _ in reading.terms if term.kind == "compromiso"}
    first: dict[StatusReport, Cells] = {}
    for report, row in reading.statuses:
        if report.commitment not in named:
            what = f"no conozco el compromiso «{report.commitment}»"
            yield row.problem("compromiso", what, "Las claves están en vocabulario/compromisos.yaml. Ejemplo: «ZAC-1-01»")
        yield from _dated(report, row, today)
        for text in row.lists["evidencia"]:
            yield from references.document(row, "evidencia", text.value, world, text.line)
        if bool(report.milestone) != bool(report.milestone_status):
            column = "hito" if report.milestone else "estado_hito"
            what = "un hito va con su estado, y un estado de hito con su hito"
            yield row.problem(column, what, "Ejemplo: «hito: Diseñar un micrositio» y «estado_hito: cumplido»")
        yield from typed_amounts(report.says, row, "dice")
        yield from accusations(report.says, reading.forbidden, row, "dice")
        before = first.setdefault(report, row)
        if before is not row:
            yield row.problem("compromiso", f"esto mismo ya está en el renglón {before.line}", "Deja uno solo")


def _dated(report: StatusReport, row: Cells, today: date) -> Iterator[Problem]:
    fix = "Ejemplo: «fecha: 2026-11-20», «2026-11» o «2026», tan exacta como diga el documento"
    match = _DATE.fullmatch(report.date)
    try:
        day = date(*(int(part or 1) for part in match.groups())) if match else None
    except ValueError:
        day = None
    if day is None:
        yield row.problem("fecha", f"leí «{report.date}» y esperaba una fecha que exista", fix)
    elif day > today:
        yield row.problem("fecha", f"«{report.date}» todavía no llega", "Anota lo que ya pasó. " + fix)
