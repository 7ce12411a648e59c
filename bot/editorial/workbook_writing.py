"""``knowledge export``: the staff files as a workbook that someone who knows Excel can fill in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bot.domain.ledger import Ledger
from bot.editorial.present import Present
from bot.editorial.table_book import HEADER, WRAPPED, add_table, drop_down, fit_to_page, row_height, save
from bot.editorial.workbook_columns import INSTRUCTIONS, SHEETS, YES, SheetForm
from bot.editorial.workbook_guide import GUIDE
from bot.editorial.workbook_lookups import lookups
from bot.knowledge import Written

_KNOWN_BY = PatternFill("solid", fgColor="E8EEF1")
_SPARE_ROWS = 200
_TALLEST = 240.0


def write_workbook(present: Present, ledger: Ledger, path: Path, exported_on: date) -> None:
    """As ``table_book.save``. OSError when it cannot be written."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    _instructions(first, exported_on)
    for form in SHEETS:
        _sheet(book.create_sheet(form.name), form, [row.values for row in present.of(form)])
    for table in lookups(present, ledger):
        add_table(book, table)
    save(book, path)


def _instructions(sheet: Worksheet, exported_on: date) -> None:
    sheet.title = INSTRUCTIONS
    fit_to_page(sheet)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 24, 110
    for number, (title, text) in enumerate((*GUIDE, ("Exportado el", exported_on.isoformat())), 1):
        for place, said in ((1, title), (2, text)):
            cell = sheet.cell(number, place)
            cell.value = said
            cell.alignment = WRAPPED
            cell.font = Font(bold=place == 1, size=14 if number == 1 else 11)
        sheet.row_dimensions[number].height = 22 if number == 1 else row_height([(text, 110)])


def _sheet(sheet: Worksheet, form: SheetForm, rows: Sequence[Mapping[str, Written]]) -> None:
    for place, column in enumerate(form.columns, 1):
        cell = sheet.cell(1, place)
        cell.value = column.title
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = HEADER
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        cell.protection = Protection(locked=True)
        dimension = sheet.column_dimensions[get_column_letter(place)]
        # of the rows still to come too: a spreadsheet would make the first of October out of «2017-10»
        dimension.width, dimension.number_format, dimension.alignment = column.width, "@", WRAPPED
    sheet.row_dimensions[1].height = 34
    for number, values in enumerate(rows, 2):
        _row(sheet, number, form, values)
    last = len(rows) + 1 + _SPARE_ROWS
    for place, column in enumerate(form.columns, 1):
        if column.choices:
            drop_down(sheet, place, column.choices, last, required=column.required)
    keys = [column.key for column in form.columns]
    last_known_by = max(keys.index(key) for key in form.known_by) + 1
    sheet.freeze_panes = f"{get_column_letter(last_known_by + 1)}2"
    fit_to_page(sheet)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(form.columns))}{len(rows) + 1}"


def _row(sheet: Worksheet, number: int, form: SheetForm, values: Mapping[str, Written]) -> None:
    texts = [(_shown(values.get(column.key, "")), column.width) for column in form.columns]
    for place, (column, (text, _)) in enumerate(zip(form.columns, texts, strict=True), 1):
        cell = sheet.cell(number, place)
        if text:
            cell.value = text
            # A text that begins with «=» is a text: the workbook never holds a formula.
            cell.data_type = "s"
        cell.number_format = "@"
        cell.alignment = WRAPPED
        if column.key in form.known_by:
            cell.fill = _KNOWN_BY
    sheet.row_dimensions[number].height = row_height(texts, _TALLEST)


def _shown(value: Written) -> str:
    if isinstance(value, tuple):
        return "\n".join(value)
    if isinstance(value, bool):
        return YES if value else ""
    return value
