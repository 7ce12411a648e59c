"""What a cell says: amounts, units, periods, confidence. Each either reads exactly or is told as a mistake."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from bot.domain.answer import Confidence, Unit
from bot.domain.period import Period
from bot.ledger.money import centavos
from bot.ledger.sheet import Row
from bot.ledger.wording import SPAN

_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_DATES = re.compile(r"\d{4}(-\d{2}){0,2}(/\d{4}(-\d{2}){0,2})?", re.ASCII)

# How our tables write the unit of a count; what is counted belongs to the concept.
COUNTED = {
    "personas": Unit.PEOPLE,
    "trabajadores": Unit.PEOPLE,
    "por ciento": Unit.PERCENT,
    "puntos porcentuales": Unit.PERCENTAGE_POINTS,
    "meses": Unit.MONTHS,
    "días": Unit.DAYS,
    **dict.fromkeys(("juicios", "recomendaciones", "procedimientos", "empresas", "municipios"), Unit.COUNT),
    **dict.fromkeys(("trimestres", "compromisos", "propuestas", "solicitudes"), Unit.COUNT),
}


def amount(row: Row, column: str, unit: Unit) -> Decimal | None:
    """The number of a cell that is not blank; None, and told, where it is not one."""
    cell = row[column]
    if not _NUMBER.fullmatch(cell):
        row.refuse(column, f"«{cell}» no es un número", "Escríbelo con dígitos y punto decimal, sin comas, signos ni unidades")
        return None
    number = Decimal(cell)
    if not unit.is_money:
        return number
    try:
        centavos(number)
    except ValueError:
        row.refuse(column, f"«{cell}» no cabe en centavos exactos", "El dinero lleva a lo más dos decimales y diecisiete enteros")
        return None
    return number


def money(row: Row, column: str) -> Decimal | None:
    """The pesos of a cell that may be blank."""
    return amount(row, column, Unit.MXN) if row[column] else None


def unit(row: Row, published: str) -> Unit | None:
    if published in COUNTED:
        return COUNTED[published]
    try:
        return Unit(published)
    except ValueError:
        known = ", ".join([*(unit.value for unit in Unit), *COUNTED])
        row.refuse("unit", f"no conozco la unidad «{published}»", f"Usa una de: {known}")
        return None


@lru_cache(maxsize=4096)
def period(label: str) -> Period:
    """``2013``, ``2013-12``, ``2013-12-31``, ``2015/2019``, and ``2010-2016`` as our tables write a span of years."""
    written = SPAN.sub(r"\1/\2", label)
    if not _DATES.fullmatch(written):
        raise ValueError(f"not a period: {label}")
    return Period.parse(written)


def told_period(row: Row, label: str) -> tuple[Period | None, bool]:
    """The period and whether it could be read; a blank one is readable and None."""
    if not label:
        return None, True
    try:
        found = period(label)
    except ValueError:
        fix = "Escribe 2013, 2013-12, 2013-12-31, o dos unidos por una diagonal: 2016-09-12/2021-06-30"
        row.refuse(None, f"«{label}» no es un periodo", fix)
        return None, False
    if found.end < found.start:
        row.refuse(None, f"el periodo «{label}» termina antes de empezar", "Escribe primero el inicio y después el fin")
        return None, False
    return found, True


def confidence(row: Row, published: str) -> Confidence:
    try:
        return Confidence(published)
    except ValueError:
        row.refuse("confidence", f"no conozco «{published}»", "Usa high, medium o low")
        return Confidence.LOW
