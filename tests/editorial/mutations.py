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
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from bot.editorial.importing import import_workbook
from bot.editorial.present import read_present
from bot.editorial.watching import Desk
from bot.editorial.workbook_writing import write_workbook
from bot.errors import Problem
from bot.knowledge import check
from tests.editorial.slips import IN_ANSWERS, IN_CELLS, IN_CHECKED_CELLS, IN_STATUSES, QUESTIONS, SLIPS, STATUS, UNSEEN

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
BOOK = "FAQ.xlsx"


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
