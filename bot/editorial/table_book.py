"""Plain workbooks: a sheet a table, header frozen, text wrapped, never a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from math import ceil
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from bot.knowledge import replace_file

HEADER = PatternFill("solid", fgColor="1F4E5F")
WRAPPED = Alignment(wrap_text=True, vertical="top")
_LINE_HEIGHT = 15.0
# Excel's own limits are 409 points, 31 letters and 255 letters
_TALLEST, _MOST_TITLE, _MOST_ERROR = 405.0, 31, 250


@dataclass(frozen=True)
class TableSheet:
    """``widths`` are in letters; ``choices`` closes the columns it names to a list."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str | int]]
    widths: Sequence[int]
    choices: Sequence[tuple[str, Sequence[str]]] = ()


def write_tables(path: Path, sheets: Sequence[TableSheet]) -> None:
    """A book of these sheets, saved."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in sheets:
        add_table(book, table)
    save(book, path)


def save(book: Workbook, path: Path) -> None:
    """Replace ``path`` in one step. OSError when it cannot be written."""
    out = BytesIO()
    book.save(out)
    replace_file(path, out.getvalue())


def add_table(book: Workbook, table: TableSheet) -> None:
    sheet = book.create_sheet(table.title[:_MOST_TITLE].replace("/", " "))
    for number, row in enumerate((table.columns, *table.rows), 1):
        for place, value in enumerate(row, 1):
            cell = sheet.cell(number, place)
            # a question may hold signs that no workbook can: one of them must not cost the whole book
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
            if isinstance(value, str):
                cell.data_type = "s"
            cell.alignment = WRAPPED
            if number == 1:
                cell.font = Font(bold=True, color="FFFFFF")
                cell.fill = HEADER
        sheet.row_dimensions[number].height = row_height(zip(map(str, row), table.widths, strict=True))
    for place, width in enumerate(table.widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    for name, choices in table.choices:
        drop_down(sheet, list(table.columns).index(name) + 1, choices, len(table.rows) + 1)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
    fit_to_page(sheet)


def drop_down(sheet: Worksheet, place: int, choices: Sequence[str], last: int, *, required: bool = False) -> None:
    """The cells of a column, from the second row to the last one, take only these."""
    rule = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=not required, showErrorMessage=True)
    rule.errorTitle, rule.error = "No está en la lista", f"Usa una de estas: {', '.join(choices)}"[:_MOST_ERROR]
    rule.add(f"{get_column_letter(place)}2:{get_column_letter(place)}{last}")
    sheet.add_data_validation(rule)


def row_height(cells: Iterable[tuple[str, int]], tallest: float = _TALLEST) -> float:
    """In points, so that each text fits in its width (in letters): a program that opens the book does not reckon it by itself."""
    lines = [sum(max(1, ceil(len(line) / (width * 1.05))) for line in text.split("\n")) for text, width in cells]
    return min(tallest, _LINE_HEIGHT * max(lines, default=1) + 3)


def fit_to_page(sheet: Worksheet) -> None:
    """On paper, all the columns on one sheet, lying down."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
