"""``review``: the same sheet for two people, who score the replies apart; what they marked is read back, and only when it is complete."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from bot.domain.ledger import Ledger
from bot.domain.vocabulary import Knowledge
from bot.editorial.review_sample import Drawn, Replied
from bot.editorial.table_book import TableSheet, write_tables
from bot.editorial.workbook_opening import opened
from bot.errors import WorkbookError
from bot.rendering import answered
from bot.rendering.tables import table

CRITERIA = ("lectura", "cifra", "etapa", "fuente", "completa")
RIGHT, WRONG, NOT_APPLICABLE = "sí", "no", "no aplica"
MARKS = (RIGHT, WRONG, NOT_APPLICABLE)
GUIDE, QUESTIONS, FIGURES, DOCUMENTS = "Guía", "Preguntas", "Cifras", "Documentos"
_Cells = tuple[str | int, ...]
_ORIGIN, _DAY = "Muestra", "Fecha"
_COLUMNS = ("número", "pregunta", "respuesta", "recibo", *CRITERIA, "nota")
_RULES = (
    ("Qué es", "Una muestra de preguntas, sin datos personales, con lo que contestó el bot. Cada persona llena su libro sin ver el otro."),
    ("Qué se llena", f"En la hoja {QUESTIONS}, cinco marcas por pregunta: sí, no, o no aplica. En «nota», si hace falta, por qué."),
    ("lectura", "¿Se entendió lo que se preguntaba? La primera línea dice qué se entendió. Si no es tema de este bot y lo dijo, sí."),
    ("", "De la gente no se guarda la pregunta anterior: si «¿y en 2018?» no se puede juzgar sola, no aplica."),
    ("cifra", f"¿Cada cantidad es la del documento? Están, exactas y con su lugar, en la hoja {FIGURES}. Sin cantidades, no aplica."),
    ("etapa", "¿La etapa (aprobado, pagado, saldo…) y el periodo son los preguntados, o se dice cuáles son? Sin cantidades, no aplica."),
    ("fuente", f"¿El documento citado dice eso? Su dirección está en la hoja {DOCUMENTS}. Sin documentos, no aplica."),
    ("completa", "¿Está todo lo que se preguntó? Si no hay dato publicado y lo dice, sí. Si falta algo que está publicado, no."),
    ("Recibo", "«ruta receipt» y la página, en /r/, muestran otra vez la respuesta de ese recibo."),
    ("Al terminar", "«ruta review score» junta los dos libros. Una celda sin marca no deja publicar."),
)


@dataclass(frozen=True)
class Scores:
    """``questions`` and the ``marks`` and ``notes`` of each person go by number; marks, then, by criterion."""

    origin: str
    day: date
    questions: Mapping[int, str]
    marks: Sequence[Mapping[int, Mapping[str, str]]]
    notes: Sequence[Mapping[int, str]]


@dataclass(frozen=True)
class _Sheet:
    origin: str
    day: date
    questions: dict[int, str]
    marks: dict[int, dict[str, str]]
    notes: dict[int, str]


def write_sheet(path: Path, drawn: Drawn, knowledge: Knowledge, ledger: Ledger) -> None:
    """Everything a person needs to score each reply: what was asked and said, each figure with its place, each document with its address.
    OSError when it cannot be written."""
    numbered = list(enumerate(drawn.replied, 1))
    told = {number: answered(each.question, each.answers, knowledge) for number, each in numbered}
    guide = (*_RULES, (_ORIGIN, drawn.origin), (_DAY, drawn.day.isoformat()))
    choices = [(criterion, MARKS) for criterion in CRITERIA]
    write_tables(
        path,
        [
            TableSheet(GUIDE, ("qué", "cómo"), guide, (16, 110)),
            TableSheet(QUESTIONS, _COLUMNS, list(_questions(numbered, told)), (9, 40, 100, 10, *(11 for _ in CRITERIA), 40), choices),
            TableSheet(FIGURES, _FIGURE_COLUMNS, list(_figures(numbered, knowledge, ledger)), (9, 44, 22, 12, 12, 18, 14, 44, 40, 40, 40)),
            TableSheet(DOCUMENTS, _DOCUMENT_COLUMNS, list(_documents(told)), (9, 50, 26, 12, 60, 50)),
        ],
    )


def _questions(numbered: Sequence[tuple[int, Replied]], told: Mapping[int, Mapping[str, Any]]) -> Iterator[_Cells]:
    for number, each in numbered:
        asked = f"{each.question}\n(antes preguntó: {each.before})" if each.before else each.question
        yield number, asked, _text(told[number]), " ".join(each.receipts), *("" for _ in CRITERIA), ""


def _text(told: Mapping[str, Any]) -> str:
    return "\n\n— — —\n\n".join(str(each["text"]) for each in (told, *told["more"]))


_FIGURE_COLUMNS = (
    "número", "cifra", "cantidad", "unidad", "periodo", "etapa", "papel", "documento", "lugar", "nota del documento", "cálculo",
)  # fmt: skip


def _figures(numbered: Sequence[tuple[int, Replied]], knowledge: Knowledge, ledger: Ledger) -> Iterator[_Cells]:
    for number, each in numbered:
        for row in table(each.answers, knowledge, ledger).rows:
            said = (
                row.label,
                f"{row.amount:,}",
                row.unit,
                row.period,
                row.stage,
                row.role,
                row.documents,
                row.places,
                row.note,
                row.formula,
            )
            yield number, *said


_DOCUMENT_COLUMNS = ("número", "documento", "publica", "fecha", "dirección", "lugar")


def _documents(told: Mapping[int, Mapping[str, Any]]) -> Iterator[_Cells]:
    for number, each in told.items():
        for source in (source for part in (each, *each["more"]) for source in part["sources"]):
            yield number, *(source[key] or "" for key in ("title", "publisher", "published", "url", "locator"))


def read_scores(paths: Sequence[Path]) -> Scores:
    """From the books of two people. WorkbookError names the first cell that is not a mark, and says where the books are of two samples."""
    one, other = (_read(path) for path in paths)
    if (one.origin, one.day, one.questions) != (other.origin, other.day, other.questions):
        raise WorkbookError(f"«{paths[0].name}» y «{paths[1].name}» no son de la misma muestra: las preguntas no son las mismas.")
    return Scores(one.origin, one.day, one.questions, (one.marks, other.marks), (one.notes, other.notes))


def _read(path: Path) -> _Sheet:
    with opened(path) as book:
        missing = [name for name in (GUIDE, QUESTIONS) if name not in book.sheetnames]
        if missing:
            raise WorkbookError(f"No acepté «{path.name}»: falta la hoja «{missing[0]}». Usa el libro que escribió «ruta review sample».")
        origin, day = _whence(path, book)
        sheet = _Sheet(origin, day, {}, {}, {})
        for number, cells in enumerate(book[QUESTIONS].iter_rows(min_row=2, max_col=len(_COLUMNS)), 2):
            values = [str(cell.value).strip() if cell.value is not None else "" for cell in cells]
            if any(values):
                _take(sheet, f"{path.name} · {QUESTIONS}:{number}", dict(zip(_COLUMNS, values, strict=False)))
    if not sheet.marks:
        raise WorkbookError(f"No acepté «{path.name}»: la hoja {QUESTIONS} está vacía.")
    return sheet


def _whence(path: Path, book: Workbook) -> tuple[str, date]:
    said = {str(row[0].value): str(row[1].value) for row in book[GUIDE].iter_rows(max_col=2) if len(row) == 2}
    try:
        return said[_ORIGIN], date.fromisoformat(said[_DAY])
    except (KeyError, ValueError):
        raise WorkbookError(f"No acepté «{path.name}»: la hoja {GUIDE} ya no dice de qué muestra es ni de qué día.") from None


def _take(sheet: _Sheet, where: str, row: Mapping[str, str]) -> None:
    if not row["número"].isdigit():
        raise WorkbookError(f"{where} [número]: «{row['número']}» no es el número de la pregunta.")
    number = int(row["número"])
    marks = {}
    for criterion in CRITERIA:
        said = row.get(criterion, "").casefold()
        marks[criterion] = RIGHT if said == "si" else said
        if marks[criterion] not in MARKS:
            raise WorkbookError(f"{where} [{criterion}]: leí «{said}» y esperaba {', '.join(MARKS)}.")
    sheet.questions[number], sheet.marks[number], sheet.notes[number] = row["pregunta"], marks, row.get("nota", "")
