"""Checks that need the whole package: references between facts, totals against their parts, order of the moments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby, pairwise
from pathlib import Path

from bot.domain.answer import Unit
from bot.domain.stage import ACCOUNTING_STAGES, Stage
from bot.ledger import cells
from bot.ledger.facts import Gathered
from bot.ledger.rows import FigureRow
from bot.ledger.sheet import Findings, Row, open_sheet

GROUPS = "groups.csv"


def inspect(folder: Path, facts: Gathered, findings: Findings) -> None:
    _check_references(facts)
    _check_totals(folder, facts, findings)
    _check_moments(facts)


def _check_references(facts: Gathered) -> None:
    for figure in facts.figures.values():
        for column, target in (("repeats", figure.repeats), ("part_of", figure.part_of)):
            if target and target not in facts.figures:
                what = f"«{target}» no es la clave de ninguna cifra"
                facts.origin[figure.id].refuse(column, what, "Escribe el fact_id de una cifra cargada")


def _check_totals(folder: Path, facts: Gathered, findings: Findings) -> None:
    """A printed total equals its parts, or ``groups.csv`` declares the exact difference and why: a breakdown that stops
    adding up the way it used to is a mistake either in the file or in the declaration."""
    declared = {row["group_id"]: row for row in open_sheet(folder, GROUPS, findings, required=False).rows}
    for total, parts in _groups(facts):
        row = facts.origin[total.id]
        declaration = declared.get(total.group_name)
        difference = total.amount - sum((part.amount for part in parts), Decimal(0))
        expected = _declared(declaration)
        if expected is not None and difference != expected:
            what = f"el total de «{total.group_name}» es {total.amount} y sus {len(parts)} partes suman {total.amount - difference}"
            fix = f"Corrige la cifra que esté mal, o declara en data/{GROUPS} la diferencia de {difference} y su razón"
            row.refuse("is_total", what, fix)


def _declared(row: Row | None) -> Decimal | None:
    """The difference that is known and explained; zero where nothing is declared; None where the parts are declared
    incomplete (``difference`` blank)."""
    if row is None:
        return Decimal(0)
    return cells.amount(row, "difference", Unit.MXN) if row["difference"] else None


def _groups(facts: Gathered) -> Iterator[tuple[FigureRow, list[FigureRow]]]:
    members: dict[tuple[str, str | None, str], list[FigureRow]] = defaultdict(list)
    for figure in facts.figures.values():
        if figure.group_name:
            members[figure.group_name, figure.stage, figure.unit].append(figure)
    for group in members.values():
        for total in (figure for figure in group if figure.total):
            # a part of a part, and a fact that repeats another, are inside the sum already
            parts = [one for one in group if not one.total and not one.repeats and one.part_of in ("", total.id)]
            if parts:
                yield total, parts


def _check_moments(facts: Gathered) -> None:
    """Of one thing in one period by one document, what was paid is not more than what was received or accrued. Only a
    warning, for published tables do break it: Tepetongo paid 100 pesos more of its FAIS than it received."""
    order = {stage.value: at for at, stage in enumerate((Stage.RECEIVED, *ACCOUNTING_STAGES)) if stage != Stage.APPROVED}

    def key(figure: FigureRow) -> tuple[str, str, str]:
        return figure.series_id, figure.period or "", figure.document_id

    # a stage with a note («obras registradas») is a narrower thing than the stage alone
    staged = sorted((one for one in facts.figures.values() if one.stage in order and not one.stage_note), key=key)
    for _, group in groupby(staged, key):
        moments = sorted(group, key=lambda figure: order[figure.stage or ""])
        for earlier, later in pairwise(moments):
            if later.amount > earlier.amount:
                what = f"{later.stage} ({later.amount}) es mayor que {earlier.stage} ({earlier.amount}) en el mismo periodo"
                facts.origin[later.id].warn(None, what, "Revisa contra el documento; si así se publicó, dilo en la nota")
