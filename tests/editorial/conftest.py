"""A folder of staff files with its workbook, and a way to edit the book as a person would."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bot.app import Assistant
from bot.editorial.present import read_present
from bot.editorial.trial_run import try_all
from bot.editorial.watching import Desk
from bot.editorial.workbook_writing import write_workbook
from bot.operations.known import world_of

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
LOOKED_UP = ("Fuentes", "Cifras")
Edit = Callable[[Any], None]


@pytest.fixture(scope="session")
def tried(tmp_path_factory: pytest.TempPathFactory, assistant: Assistant) -> Path:
    """What ``knowledge test`` remembers of the shipped files."""
    path = tmp_path_factory.mktemp("tried") / "memory.json"
    try_all(assistant, path, TODAY, asked=lambda done, total: None)
    return path


@pytest.fixture
def desk(tmp_path: Path, assistant: Assistant, tried: Path) -> Desk:
    """The shipped files, where they may be changed."""
    folder = tmp_path / "knowledge"
    shutil.copytree(ROOT / "knowledge", folder, ignore=shutil.ignore_patterns("ejemplos"))
    memory = tmp_path / "memory.json"
    shutil.copyfile(tried, memory)
    return Desk(folder, assistant.ledger, world_of(assistant.ledger), memory)


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory, assistant: Assistant) -> Path:
    """The workbook of the shipped files."""
    path = tmp_path_factory.mktemp("book") / "FAQ.xlsx"
    write_workbook(read_present(ROOT / "knowledge"), assistant.ledger, path, TODAY)
    return path


@pytest.fixture(scope="session")
def quick(exported: Path) -> Path:
    """The same without the thousands of rows that are only there to be looked up."""
    book = openpyxl.load_workbook(exported)
    for name in LOOKED_UP:
        del book[name]
    path = exported.with_name("quick.xlsx")
    book.save(path)
    return path


@pytest.fixture
def edited(tmp_path: Path, quick: Path) -> Callable[[Edit], Path]:
    """The workbook after somebody changed it."""

    def edit(change: Edit) -> Path:
        book = openpyxl.load_workbook(quick)
        change(book)
        path = tmp_path / "FAQ.xlsx"
        book.save(path)
        return path

    return edit


def column(sheet: Any, key: str) -> int:
    """The place of a column by the beginning of its title."""
    return next(cell.column for cell in sheet[1] if str(cell.value).startswith(key))


def row(sheet: Any, clave: str) -> int:
    at = column(sheet, "clave")
    return next(number for number in range(2, sheet.max_row + 1) if sheet.cell(number, at).value == clave)


def put(sheet: Any, clave: str, key: str, value: object) -> int:
    """Write in a cell of the row of ``clave``; its number."""
    number = row(sheet, clave)
    sheet.cell(number, column(sheet, key)).value = value
    return number
