"""Deliberate errors planted in the shipped staff files and in their workbook: how many are stopped, and at the right line.

``make mutations`` plants them all and prints a table; ``tests/editorial/test_mutations.py`` plants a share. Places are drawn by a fixed
seed, so that every run plants the same ones.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl

from bot.editorial.importing import import_workbook
from bot.editorial.present import read_present
from bot.editorial.watching import Desk
from bot.editorial.workbook_writing import write_workbook
from bot.errors import Problem
from bot.knowledge import check

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
BOOK = "FAQ.xlsx"
Lines = list[str]


@dataclass(frozen=True)
class Planted:
    """An error in a file (or a sheet of the book) and the line where it must be told."""

    kind: str
    file: str
    line: int
    content: bytes = b""
    said: str = ""


@dataclass(frozen=True)
class Verdict:
    planted: Planted
    stopped: bool
    right_line: bool
    told: str


@dataclass(frozen=True)
class Slip:
    """What an editor does to one line that matches ``where``: ``do`` gives the new lines and how far below the first the error stands."""

    kind: str
    files: str
    where: str
    do: Callable[[str], tuple[Lines, int]]


def swap(before: str, after: str) -> Callable[[str], tuple[Lines, int]]:
    return lambda line: ([re.sub(before, after, line, count=1)], 0)


def extra(text: str, *, shift: int = 1) -> Callable[[str], tuple[Lines, int]]:
    return lambda line: ([line, text], shift)


# A line added at the end of an answer is told at «respuesta:», which is found going up from it.
QUESTIONS, NAMES = "preguntas/*.yaml", "vocabulario/*.yaml"
# What names somebody: concepts may share a name with their thing, and never claim a word.
OWNERS = "vocabulario/[bfgio]*s.yaml"
SLIPS = (
    Slip("una clave mal escrita", QUESTIONS, r"^  responsable: ", swap("responsable", "responsables")),
    Slip("una clave mal escrita", QUESTIONS, r"^  pregunta: ", swap("pregunta", "preguntas")),
    Slip("una clave dos veces", QUESTIONS, r"^  tema: ", lambda line: ([line, line], 1)),
    Slip("un tema que no existe", QUESTIONS, r"^  tema: ", swap(r"tema: \w+", "tema: finanzas")),
    Slip("un estado que no existe", QUESTIONS, r"^  estado: ", swap(r"estado: \w+", "estado: lista")),
    Slip("una fecha que no existe", QUESTIONS, r"^  revisar_antes_de: ", swap(r"\d{4}-\d\d-\d\d", "2027-02-30")),
    Slip("una fecha en otro orden", QUESTIONS, r"^  revisar_antes_de: ", swap(r"\d{4}-\d\d-\d\d", "31/03/2027")),
    Slip("una revisión vencida", QUESTIONS, r"^  revisar_antes_de: ", swap(r"\d{4}-\d\d-\d\d", "2020-03-31")),
    Slip("una fuente que no existe", QUESTIONS, r"^  fuentes: \[", swap(r"\[", "[nadie-2020, ")),
    Slip("una fuente sin corchetes", QUESTIONS, r"^  fuentes: \[[^,]+\]$", swap(r"\[(.*)\]", r"\1")),
    Slip("una pregunta sin signos", QUESTIONS, r"^  pregunta: ¿", swap("¿", "")),
    Slip("un tabulador", QUESTIONS, r"^  tema: ", swap("^  ", "\t")),
    Slip("unas comillas sin cerrar", QUESTIONS, r"^  pregunta: ¿", swap("¿", '"¿')),
    Slip("dos puntos sueltos", QUESTIONS, r"^    - \w+", swap("$", ": sí: no")),
    Slip("un renglón vacío en la lista", QUESTIONS, r"^    - \w+", extra("    -")),
    Slip("una manera de preguntar repetida", QUESTIONS, r"^    - \w+", lambda line: ([line, line.upper()], 1)),
    Slip("la pregunta de otra entrada", QUESTIONS, r"^    - \w+", extra("    - qué es el fais")),
    Slip("una clave con mayúsculas", QUESTIONS, r"^- clave: ", swap("clave: ", "clave: Una-")),
    Slip("una clave repetida", "preguntas/[pt]*.yaml", r"^- clave: ", swap("clave: .*", "clave: como-pido-informacion")),
    Slip("una acusación en la pregunta", QUESTIONS, r"^  pregunta: ¿", swap("¿", "¿Por el robo ")),
    Slip("un alias de otro", OWNERS, r"^  alias: \[", swap(r"\[", "[banco del bajio, imss, ")),
    Slip("un alias que se confunde con una palabra", OWNERS, r"^  alias: \[", swap(r"\[", "[zapatoz, ")),
    Slip("un nombre que se confunde con una palabra", OWNERS, r"^  corto: ", swap("corto: .*", "corto: Camiza")),
    Slip("una clave desconocida en un nombre", NAMES, r"^  nombre: ", extra("  sinonimos: [uno]")),
    Slip("un artículo que no existe", NAMES, r"^  articulo: ", swap(r"articulo: \w+", "articulo: lo")),
    Slip("un tema que no existe en un nombre", NAMES, r"^  tema: ", swap(r"tema: \w+", "tema: dinero")),
    Slip("una marca que no es true ni false", NAMES, r"^  fuera: ", swap("true", "sí")),
    Slip("una clave INEGI mal escrita", "vocabulario/municipios.yaml", r"^  clave_inegi: ", swap(r'"\d+"', '"9999"')),
    Slip("una clave INEGI de otro", "vocabulario/municipios.yaml", r"^  clave_inegi: ", swap(r'"\d+"', '"32001"')),
    Slip("un nombre sin clave", NAMES, r"^- clave: ", swap(r"clave: .*", "clave:")),
    Slip("un periodo al revés", "vocabulario/gobiernos.yaml", r"^  hasta: ", swap(r"\d{4}", "1990")),
    Slip("una forma de dos etapas", "vocabulario/etapas.yaml", r"^  formas: \[", swap(r"\[", "[devengado, ejercido, ")),
    Slip("una etapa que no existe", "vocabulario/etapas.yaml", r"^- clave: ", swap(r"clave: \w+", "clave: gastado")),
    Slip("una abreviatura con dos sentidos", "vocabulario/jerga.yaml", r"^- \{dice: ", lambda line: ([line, _other_meaning(line)], 1)),
    Slip("un acto que no existe", "intenciones.yaml", r"^  - clave: (?:amount|who|when|list)", swap(r"clave: \w+", "clave: sumar")),
    Slip("llaves sin cerrar en una frase", "respuestas.yaml", r"^[a-z_.]+: [^>\"].*\w$", swap("$", " {periodo")),
    Slip("una frase repetida", "respuestas.yaml", r"^[a-z_]+: [^>\"].*\w", lambda line: ([line, line], 1)),
    Slip("una acusación en una frase", "respuestas.yaml", r"^[a-z_.]+: [^>\"].*\w", swap("$", " Hubo saqueo.")),
    Slip("un concepto que no existe", "cobertura.yaml", r"^  concepto: ", swap(r"concepto: .*", "concepto: gastadera")),
    Slip("una etapa desconocida en la cobertura", "cobertura.yaml", r"^  etapas: \[", swap(r"\[", "[gastado, ")),
    Slip("un año que no es año", "cobertura.yaml", r"^  desde: ", swap(r"\d{4}", "siempre")),
    Slip("una pregunta que no existe en la cobertura", "cobertura.yaml", r"^  pregunta: ", swap(r"pregunta: .*", "pregunta: que-es-nada")),
)  # fmt: skip
# Nobody but a person can see these: the words are well written and the document exists, but it is another one.
UNSEEN = (
    Slip("otra fuente, que también existe", QUESTIONS, r"^  fuentes: \[", swap(r"\[.*\]", "[inegi-censo]")),
    Slip("una acusación fuera de la lista", QUESTIONS, r"^  pregunta: ¿", swap("¿", "¿Cómo fue el atraco de ")),
)
IN_ANSWERS = (
    ("un monto tecleado", "Costó 50 millones de pesos."),
    ("un monto tecleado", "Fueron $1,200."),
    ("un monto con millares", "Fueron 4,939,273,314 en total."),
    ("un monto con letra", "Fueron cincuenta y dos millones de pesos."),
    ("un porcentaje tecleado", "Creció 33 por ciento."),
    ("una acusación", "Así fue el saqueo."),
    ("una acusación", "Lo desviaron."),
    ("una cifra que no existe", "Son {cifra:no-existe-2020}."),
    ("llaves mal escritas", "Son {monto}."),
    ("llaves mal escritas", "Son {cifra: deficit}."),
)
STATUS = """- compromiso: ZAC-1-01
  fecha: 2017-10
  voz: evidencia
  dice: Un portal mostró dos contratos.
  estado: en_proceso
  evidencia: [lasnoticiasya-2017-10-portal]
"""
IN_STATUSES = (
    ("un avance sin evidencia", 6, ""),
    ("un avance sin evidencia", 6, "  evidencia: []"),
    ("un avance con documento desconocido", 6, "  evidencia: [nadie]"),
    ("un avance de nadie", 1, "- compromiso: ZAC-9-99"),
    ("un avance futuro", 2, "  fecha: 2031-01"),
    ("un avance sin fecha", 2, "  fecha: octubre"),
    ("una voz que no existe", 3, "  voz: vecinos"),
    ("un monto en un avance", 4, "  dice: Gastaron 5 millones."),
    ("un estado que no existe en un avance", 5, "  estado: terminado"),
    ("un hito sin estado", 5, "  hito: Un paso"),
)
# Column, value, and what is wrong with it: cell by cell in the sheet of questions.
IN_CELLS: tuple[tuple[str, str, Any], ...] = (
    ("hoja: una fórmula", "respuesta", "=SUMA(A1:A9)"),
    ("hoja: un número por texto", "respuesta", 44.5),
    ("hoja: un número por texto", "pregunta", 7),
    ("hoja: verdadero por texto", "responsable", True),
    ("hoja: una fecha por texto", "responsable", datetime(2026, 1, 1)),  # noqa: DTZ001
    ("hoja: un error de Excel", "respuesta", "#REF!"),
    ("hoja: un tema que no existe", "tema", "finanzas"),
    ("hoja: un estado que no existe", "estado", "lista"),
    ("hoja: una fecha mal escrita", "revisar", "31 de marzo"),
    ("hoja: una celda vacía", "respuesta", None),
    ("hoja: una celda vacía", "responsable", None),
    ("hoja: letras invisibles", "respuesta", "Es\u202eun texto."),
    ("hoja: una respuesta interminable", "respuesta", "a" * 5000),
    ("hoja: otro archivo", "archivo", "bot-viejo"),
)
IN_CHECKED_CELLS: tuple[tuple[str, str, Any], ...] = (
    ("hoja: una fuente que no existe", "fuentes", "nadie-2020"),
    ("hoja: una fuente que falta", "fuentes", None),
    ("hoja: un monto tecleado", "respuesta", "Costó 50 millones de pesos."),
    ("hoja: un porcentaje tecleado", "respuesta", "Creció 33 por ciento."),
    ("hoja: una acusación", "respuesta", "Hubo un robo."),
    ("hoja: una cifra que no existe", "respuesta", "Son {cifra:no-existe}."),
    ("hoja: una pregunta sin signos", "pregunta", "Qué es una prueba de nadie"),
    ("hoja: la pregunta de otra entrada", "también", "qué es el fais"),
)


def _other_meaning(line: str) -> str:
    return re.sub(r"quiere_decir: [^}]+", "quiere_decir: zapato", line)


def planted_in_files(folder: Path, each: int, seed: int = 7) -> Iterator[Planted]:
    """Up to ``each`` errors of every slip, in places drawn at random."""
    draw = random.Random(seed)
    for slip in (*SLIPS, *UNSEEN):
        for path, number in _places(folder, slip.files, slip.where, each, draw):
            lines = path.read_text(encoding="utf-8").splitlines()
            changed, shift = slip.do(lines[number - 1])
            lines[number - 1 : number] = changed
            yield Planted(slip.kind, path.relative_to(folder).as_posix(), number + shift, _bytes(lines))
    for kind, words in IN_ANSWERS:
        for path, number in _places(folder, QUESTIONS, r"^  respuesta: >", each, draw):
            lines = path.read_text(encoding="utf-8").splitlines()
            lines.insert(number, f"    {words}")
            yield Planted(kind, path.relative_to(folder).as_posix(), number, _bytes(lines))
    for key in ("responsable", "tema", "estado"):
        for path, number in _places(folder, QUESTIONS, rf"^  {key}: ", each, draw):
            lines = path.read_text(encoding="utf-8").splitlines()
            start = max(at for at in range(1, number) if lines[at - 1].startswith("- clave"))
            del lines[number - 1]
            yield Planted(f"falta «{key}»", path.relative_to(folder).as_posix(), start, _bytes(lines))
    for path, number in _places(folder, QUESTIONS, r"^  pregunta: .*[áéíóúñ]", each, draw):
        lines = path.read_text(encoding="utf-8").splitlines()
        content = b"\n".join(line.encode("latin-1" if at == number else "utf-8") for at, line in enumerate(lines, 1))
        yield Planted("otra codificación", path.relative_to(folder).as_posix(), number, content)
    for kind, number, line in IN_STATUSES:
        lines = STATUS.splitlines()
        lines[number - 1 : number] = [line] if line else []
        yield Planted(kind, "compromisos.yaml", number if line else 1, _bytes(lines))


def _places(folder: Path, files: str, where: str, most: int, draw: random.Random) -> list[tuple[Path, int]]:
    pattern = re.compile(where)
    found = [
        (path, number)
        for path in sorted(folder.glob(files))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    return draw.sample(found, min(most, len(found)))


def _bytes(lines: Sequence[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode("utf-8")


def judge_file(desk: Desk, planted: Planted, before: frozenset[str]) -> Verdict:
    """Plants the error, checks the folder, and puts the file back."""
    path = desk.folder / planted.file
    kept = path.read_bytes()
    path.write_bytes(planted.content)
    try:
        told = [each for each in check(desk.folder, desk.world, TODAY) if _without_line(each) not in before]
    finally:
        path.write_bytes(kept)
    return _verdict(planted, [(f"{each.file.partition('/')[2]}", each) for each in told])


def judge_cells(desk: Desk, exported: Path, slips: Sequence[tuple[str, str, Any]], rows: Sequence[int]) -> list[Verdict]:
    """Plants one slip a row in one book, as a tired person would, and imports it."""
    book = openpyxl.load_workbook(exported)
    sheet = book["Preguntas"]
    columns = {str(cell.value).split(" (")[0]: cell.column for cell in sheet[1]}
    planted = []
    for (kind, key, value), row in zip(slips, rows, strict=True):
        at = next(column for title, column in columns.items() if title.startswith(key))
        cell = sheet.cell(row, at)
        cell.value = f"{cell.value}\n{value}" if key == "también" else value
        planted.append(Planted(kind, f"{BOOK} · Preguntas", row))
    path = desk.folder.parent / BOOK
    book.save(path)
    told = import_workbook(path, desk, Path("no-hay"), (), TODAY).problems
    return [_verdict(each, [(problem.file, problem) for problem in told]) for each in planted]


def _verdict(planted: Planted, told: Iterable[tuple[str, Problem]]) -> Verdict:
    here = [problem for file, problem in told if file == planted.file]
    right = [problem for problem in here if problem.line == planted.line]
    best = (right or here or [None])[0]  # type: ignore[list-item]
    return Verdict(planted, bool(here), bool(right), str(best) if best else "")


def _without_line(problem: Problem) -> str:
    return re.sub(r":\d+", "", str(problem))


def told_before(desk: Desk) -> frozenset[str]:
    return frozenset(_without_line(each) for each in check(desk.folder, desk.world, TODAY))


def run(desk: Desk, each: int, books: int, seen: Callable[[Verdict], None] = lambda verdict: None) -> list[Verdict]:
    before = told_before(desk)
    verdicts = []
    for planted in planted_in_files(desk.folder, each):
        verdicts.append(judge_file(desk, planted, before))
        seen(verdicts[-1])
    exported = desk.folder.parent / "exportado.xlsx"
    write_workbook(read_present(desk.folder), desk.ledger, exported, TODAY)
    total = len(read_present(desk.folder).rows["Preguntas"])
    draw = random.Random(11)
    for _ in range(books):
        for slips in (IN_CELLS, IN_CHECKED_CELLS):
            verdicts += judge_cells(desk, exported, slips, draw.sample(range(2, total + 2), len(slips)))
            seen(verdicts[-1])
    return verdicts


def table(verdicts: Sequence[Verdict]) -> str:
    kinds = dict.fromkeys(verdict.planted.kind for verdict in verdicts)
    lines = [f"{'error':50} {'puestos':>8} {'detenidos':>10} {'renglón':>8}"]
    for kind in kinds:
        of = [verdict for verdict in verdicts if verdict.planted.kind == kind]
        lines.append(f"{kind:50} {len(of):8} {sum(v.stopped for v in of):10} {sum(v.right_line for v in of):8}")
    right = sum(verdict.right_line for verdict in verdicts)
    lines.append(f"{'total':50} {len(verdicts):8} {sum(v.stopped for v in verdicts):10} {right:8}")
    lines.append(f"detenidos en el renglón correcto: {100 * right / len(verdicts):.1f} %")
    return "\n".join(lines)


def main() -> int:
    from bot.cli_shared import ledger_url
    from bot.ledger import open_ledger
    from bot.operations.known import world_of
    from bot.settings import Settings

    ledger = open_ledger(ledger_url(Settings.read()))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "knowledge"
        shutil.copytree(ROOT / "knowledge", folder, ignore=shutil.ignore_patterns("ejemplos"))
        desk = Desk(folder, ledger, world_of(ledger), Path(place) / "memory.json")
        verdicts = run(desk, 4, 3)
    for verdict in verdicts:
        if not verdict.right_line:
            print(f"se escapó · {verdict.planted.kind} · {verdict.planted.file}:{verdict.planted.line} · {verdict.told or 'nada dicho'}")
    print(table(verdicts))
    return 0 if sum(verdict.right_line for verdict in verdicts) >= 0.95 * len(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
