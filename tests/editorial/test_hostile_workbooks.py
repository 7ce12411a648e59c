"""A workbook from anybody: what is no plain book of texts is refused with a sentence, quickly and before it is believed."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bot.editorial.workbook_reading import read_workbook
from bot.errors import WorkbookError
from tests.editorial.conftest import Edit, put

Edited = Callable[[Edit], Path]


def refusal(path: Path) -> str:
    with pytest.raises(WorkbookError) as refused:
        read_workbook(path)
    return str(refused.value)


def with_part(exported: Path, tmp_path: Path, name: str, content: bytes) -> Path:
    """The exported book with one part more, or another content for one it has."""
    path = tmp_path / "FAQ.xlsx"
    with zipfile.ZipFile(exported) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info, old.read(info))
        new.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("xl/vbaProject.bin", "trae macros"),
        ("xl/macrosheets/sheet1.xml", "trae macros"),
        ("xl/externalLinks/externalLink1.xml", "trae vínculos a otros archivos"),
        ("xl/connections.xml", "trae vínculos a otros archivos"),
        ("xl/embeddings/libro.xlsx", "trae objetos incrustados"),
        ("xl/activeX/activeX1.xml", "trae objetos incrustados"),
    ],
)
def test_a_book_that_carries_more_than_cells_is_refused(exported: Path, tmp_path: Path, part: str, said: str) -> None:
    assert said in refusal(with_part(exported, tmp_path, part, b"<x/>"))


def test_a_book_that_inflates_is_refused_without_inflating_it(exported: Path, tmp_path: Path) -> None:
    path = with_part(exported, tmp_path, "xl/worksheets/sheet9.xml", b" " * 80_000_000)
    assert path.stat().st_size < 1_000_000
    assert "se infla a más de lo que cabe" in refusal(path)


@pytest.mark.parametrize("head", [b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>', b'<!ENTITY lol "lol">'])
def test_a_book_that_declares_entities_is_refused(exported: Path, tmp_path: Path, head: bytes) -> None:
    assert "trae declaraciones" in refusal(with_part(exported, tmp_path, "xl/styles.xml", head + b"<a/>"))


def test_two_hundred_thousand_rows_are_refused(tmp_path: Path, exported: Path) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Preguntas")
    sheet.append([cell.value for cell in openpyxl.load_workbook(exported)["Preguntas"][1]])
    for number in range(200_000):
        sheet.append(["deuda", f"clave-{number}"])
    path = tmp_path / "FAQ.xlsx"
    book.save(path)
    assert "más de 5,000 renglones" in refusal(path)


def test_empty_rows_far_below_do_no_harm(edited: Edited) -> None:
    def far(book: Any) -> None:
        book["Preguntas"].cell(60_000, 3).value = "  "

    assert len(read_workbook(edited(far)).rows["Preguntas"]) == len(read_workbook(edited(lambda book: None)).rows["Preguntas"])


@pytest.mark.parametrize(
    "content", [b"", b"clave,pregunta\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4000, b"<html>", b"PK\x03\x04" + b"\0" * 60]
)
def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "FAQ.xlsx"
    path.write_bytes(content)
    assert "No acepté «FAQ.xlsx»: no es un libro .xlsx" in refusal(path)


def test_a_damaged_book_is_refused(exported: Path, tmp_path: Path) -> None:
    assert "está dañado o no es un libro de Excel" in refusal(with_part(exported, tmp_path, "xl/workbook.xml", b"<nada"))


def test_a_book_too_heavy_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "FAQ.xlsx"
    with path.open("wb") as file:
        file.truncate(11_000_000)
    assert "pesa 11 MB" in refusal(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "No pude abrir" in refusal(tmp_path / "no-hay.xlsx")


def test_formulas_and_errors_of_excel_are_refused_cell_by_cell(edited: Edited) -> None:
    def change(book: Any) -> None:
        put(book["Preguntas"], "que-es-issstezac", "respuesta", '=HYPERLINK("http://malo.mx","clic")')
        put(book["Preguntas"], "que-es-un-fideicomiso", "pregunta", "#REF!")

    told = [str(problem) for problem in read_workbook(edited(change)).refused]
    assert len(told) == 2
    assert any("[respuesta]: «=HYPERLINK(" in line and "es una fórmula" in line for line in told)
    assert any("[pregunta]: «#REF!» es un error de Excel" in line for line in told)


def test_another_sheet_another_column_or_a_lost_title_are_refused(edited: Edited) -> None:
    def sheet(book: Any) -> None:
        book.create_sheet("Hoja1")

    def title(book: Any) -> None:
        book["Preguntas"].cell(1, 3).value = "interrogante"

    def twice(book: Any) -> None:
        book["Preguntas"].cell(1, 3).value = "clave"

    def lost(book: Any) -> None:
        book["Preguntas"].delete_cols(5)

    assert "no conozco la hoja «Hoja1»" in refusal(edited(sheet))
    assert "FAQ.xlsx · Preguntas:1: no conozco la columna «interrogante»" in refusal(edited(title))
    assert "la columna «clave» está dos veces" in refusal(edited(twice))
    assert "falta la columna «respuesta»" in refusal(edited(lost))


def test_something_typed_beside_the_columns_is_told(edited: Edited) -> None:
    def beside(book: Any) -> None:
        book["Preguntas"].cell(5, 13).value = "ojo con esta"

    (told,) = [str(problem) for problem in read_workbook(edited(beside)).refused]
    assert told == "FAQ.xlsx · Preguntas:5: «ojo con esta» está fuera de las columnas. Bórralo"
