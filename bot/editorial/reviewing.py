"""``review``: a weekly sample of masked questions that two people score apart; agreement and accuracy come from their marks and from
nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.app import Assistant
from bot.editorial.table_book import TableSheet, write_tables
from bot.editorial.workbook_opening import opened
from bot.errors import WorkbookError
from bot.knowledge import replace_file
from bot.privacy.masking import mask
from bot.rendering import answered

SAMPLE = 50
CRITERIA = ("lectura", "cifra", "etapa", "fuente", "completa")
RIGHT, WRONG, NOT_APPLICABLE = "sí", "no", "no aplica"
MARKS = (RIGHT, WRONG, NOT_APPLICABLE)
PEOPLE = ("Persona 1", "Persona 2")
_GUIDE = "Guía"
_COLUMNS = ("número", "pregunta", "respuesta", *CRITERIA)
_RULES = (
    ("Quién", "Cada persona llena su hoja sin ver la otra. La pregunta ya va sin datos personales."),
    ("lectura", "¿Se entendió lo que se preguntaba?"),
    ("cifra", "¿La cifra es la que dice el documento?"),
    ("etapa", "¿La etapa y el periodo son los que se preguntaron, o se dice cuáles son?"),
    ("fuente", "¿El documento que se cita dice eso?"),
    ("completa", "¿Falta algo que el documento dice y que cambia la respuesta?  «sí» quiere decir completa."),
    ("Marcas", "sí, no, o no aplica (por ejemplo, «cifra» en una respuesta con palabras)."),
)  # fmt: skip


@dataclass(frozen=True)
class Scores:
    """``marks`` by person, then by question number, then by criterion."""

    day: date
    marks: Sequence[Mapping[int, Mapping[str, str]]]


@dataclass(frozen=True)
class Accuracy:
    """Of one criterion: ``judged`` questions that both people could judge; ``right`` those both found right; ``agreed`` those with the same
    mark; ``kappa`` is Cohen's, None where every mark is the same."""

    criterion: str
    judged: int
    right: int
    agreed: int
    kappa: float | None


def draw(questions: Iterable[str], day: date, most: int = SAMPLE) -> tuple[str, ...]:
    """The same sample for the same questions and day, whatever their order: nobody can choose."""
    masked = dict.fromkeys(mask(question).strip() for question in questions)
    return tuple(sorted((text for text in masked if text), key=lambda text: hashlib.sha256(f"{day};{text}".encode()).digest())[:most])


def write_sample(path: Path, sample: Sequence[str], assistant: Assistant, day: date) -> None:
    """A workbook with a sheet a person. OSError when it cannot be written."""
    rows: list[tuple[str | int, ...]] = []
    for number, question in enumerate(sample, 1):
        reply = answered(question, assistant.ask(question, day).answers, assistant.knowledge)
        rows.append((number, question, str(reply["text"]), *("" for _ in CRITERIA)))
    guide = TableSheet(_GUIDE, ("qué", "cómo"), (*_RULES, ("Muestra del", day.isoformat())), (16, 90))
    choices = [(criterion, MARKS) for criterion in CRITERIA]
    write_tables(path, [guide, *(TableSheet(person, _COLUMNS, rows, (9, 40, 80, *(12 for _ in CRITERIA)), choices) for person in PEOPLE)])


def read_scores(path: Path) -> Scores:
    """WorkbookError names the first cell that is not a mark: an unfinished review gives no figure."""
    with opened(path) as book:
        missing = [name for name in (_GUIDE, *PEOPLE) if name not in book.sheetnames]
        if missing:
            raise WorkbookError(f"No acepté «{path.name}»: falta la hoja «{missing[0]}». Usa el libro que escribió «ruta review sample».")
        guide = {str(row[0].value): str(row[1].value) for row in book[_GUIDE].iter_rows(max_col=2) if len(row) == 2}
        marks = [_marks(path.name, person, book[person]) for person in PEOPLE]
    if marks[0].keys() != marks[1].keys() or not marks[0]:
        raise WorkbookError(f"No acepté «{path.name}»: las dos hojas no tienen las mismas preguntas.")
    try:
        return Scores(date.fromisoformat(guide.get("Muestra del", "")), marks)
    except ValueError:
        raise WorkbookError(f"No acepté «{path.name}»: la hoja {_GUIDE} ya no dice de qué día es la muestra.") from None


def _marks(file: str, person: str, sheet: Any) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for number, cells in enumerate(sheet.iter_rows(min_row=2, max_col=len(_COLUMNS)), 2):
        values = [str(cell.value).strip() if cell.value is not None else "" for cell in cells]
        if not any(values):
            continue
        if not values[0].isdigit():
            raise WorkbookError(f"{file} · {person}:{number} [número]: «{values[0]}» no es el número de la pregunta.")
        row = dict(zip(CRITERIA, (value.casefold() for value in values[3:]), strict=False))
        for criterion in CRITERIA:
            mark = "sí" if row.get(criterion) == "si" else row.get(criterion, "")
            if mark not in MARKS:
                raise WorkbookError(f"{file} · {person}:{number} [{criterion}]: leí «{mark}» y esperaba {', '.join(MARKS)}.")
            row[criterion] = mark
        found[int(values[0])] = row
    return found


def accuracy(scores: Scores) -> tuple[Accuracy, ...]:
    return tuple(_accuracy(scores, criterion) for criterion in CRITERIA)


def _accuracy(scores: Scores, criterion: str) -> Accuracy:
    pairs = [(scores.marks[0][number][criterion], scores.marks[1][number][criterion]) for number in scores.marks[0]]
    judged = [pair for pair in pairs if NOT_APPLICABLE not in pair]
    right = sum(pair == (RIGHT, RIGHT) for pair in judged)
    return Accuracy(criterion, len(judged), right, sum(one == other for one, other in pairs), _kappa(pairs))


def _kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa: agreement beyond what chance would give."""
    total = len(pairs)
    agreed = sum(one == other for one, other in pairs) / total
    chance = sum(sum(one == mark for one, _ in pairs) * sum(other == mark for _, other in pairs) for mark in MARKS) / total**2
    return None if chance == 1 else (agreed - chance) / (1 - chance)


HEAD = """# Exactitud

Cada semana dos personas revisan por separado hasta 50 preguntas con los datos personales tapados (`review sample`), y de sus marcas
sale esta tabla (`review score`). «Bien» son las preguntas que **las dos** dieron por buenas, entre las que las dos pudieron juzgar;
kappa es el acuerdo más allá del azar (1 es acuerdo completo; – donde todas las marcas son iguales). De las preguntas que se contestan
bien casi no se guarda el texto: la muestra pesa más lo difícil.

| muestra del | preguntas | qué | bien | acuerdo | kappa |
|---|---:|---|---:|---:|---:|
"""


def publish(path: Path, scores: Scores) -> str:
    """The page with this week's rows added, or put in the place of the same week's; the newest first."""
    day, total = scores.day.isoformat(), len(scores.marks[0])
    before = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    kept = [line for line in before if line.startswith("| 2") and not line.startswith(f"| {day} ")]
    rows = [
        f"| {day} | {total} | {each.criterion} | {_share(each.right, each.judged)} | {_share(each.agreed, total)} | {_number(each.kappa)} |"
        for each in accuracy(scores)
    ]
    weeks = sorted({line[:12] for line in (*kept, *rows)}, reverse=True)
    text = HEAD + "\n".join(line for week in weeks for line in (*rows, *kept) if line.startswith(week)) + "\n"
    replace_file(path, text.encode("utf-8"))
    return text


def _share(part: int, whole: int) -> str:
    return f"{part} de {whole} ({100 * part / whole:.0f} %)" if whole else "–"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
