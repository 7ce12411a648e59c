"""What a person writes in a workbook, and what its import says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.editorial.importing import Import, import_workbook
from bot.editorial.watching import Desk
from tests.editorial.conftest import TODAY, Edit, column

Edited = Callable[[Edit], Path]
NOWHERE = Path("no-hay")
NEW = {
    "clave": "que-es-presupuesto-solicitado",
    "pregunta": "¿Qué es un presupuesto solicitado?",
    "también": "qué quiere decir presupuesto solicitado\nsi piden presupuesto ya se lo dieron\nqué significa solicitar presupuesto",
    "respuesta": "Es el dinero que una institución pide. Para 2017 el INCUFIDEZ pidió {cifra:incufidez-solicitado-2017}.",
    "fuentes": "portico-2016-10-19",
    "tema": "deporte",
    "responsable": "deporte",
    "estado": "publicada",
    "revisar": "2099-12-31",
}
STATUS = (
    "ZAC-1-01",
    "2017-10",
    "evidencia",
    "Un portal oficial mostró dos contratos.",
    "en_proceso",
    "",
    "",
    "lasnoticiasya-2017-10-portal",
)


def add(sheet: Any, values: dict[str, object]) -> int:
    number = sheet.max_row + 1
    for key, value in values.items():
        sheet.cell(number, column(sheet, key)).value = value
    return number


def imported(desk: Desk, path: Path) -> Import:
    return import_workbook(path, desk, NOWHERE, (), TODAY)


def said(result: Import) -> list[str]:
    return [str(problem) for problem in result.problems if problem.stops]


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
