"""A table as a CSV file and as an Excel workbook that are safe to open.

A text that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP advises («CSV Injection»); amounts stay numbers.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import astuple
from decimal import Decimal
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, cast

from bot.rendering.tables import COLUMNS, Table

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Full-width signs too: some programs fold them into the plain ones.
_RUNS = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
# Excel keeps fifteen digits of a number.
DIGITS = 15
# in characters; a line a row: text that folds is drawn over the next row by some programs
WIDE = 44
WIDTHS = dict.fromkeys(("cantidad", "unidad", "periodo", "desde", "hasta", "etapa", "papel", "confianza", "fecha_documento", "tipo"), 18)
WIDTHS["significado"] = 100
MEANING_COLUMNS = ("tipo", "palabra", "significado", "direccion")


def as_csv(table: Table) -> bytes:
    """Comma-separated, UTF-8 with a byte order mark (Excel reads accents only with it), lines as RFC 4180. What words mean stands in
    columns of its own: a file that travels alone keeps it."""
    written = StringIO(newline="")
    lines = csv.writer(written, lineterminator="\r\n")
    lines.writerow(COLUMNS)
    lines.writerows([f"{value:f}" if isinstance(value, Decimal) else neutral(value) for value in astuple(row)] for row in table.rows)
    return written.getvalue().encode("utf-8-sig")


def as_xlsx(table: Table) -> bytes:
    """Two sheets: «Cifras», one row a figure; «Fuentes y definiciones», documents, periods, stages and every other word used."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = "Ruta del Dinero"
    figures = book.create_sheet("Cifras", 0)
    _fill(figures, list(COLUMNS), [astuple(row) for row in table.rows])
    meanings = book.create_sheet("Fuentes y definiciones", 1)
    _fill(meanings, MEANING_COLUMNS, [astuple(meaning) for meaning in table.meanings])
    del book["Sheet"]
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def neutral(text: str) -> str:
    """The text as it stands, or with an apostrophe in front where a spreadsheet would take it for a formula."""
    return f"'{text}" if _RUNS.match(text) else text


def _fill(sheet: Worksheet, columns: Sequence[str], rows: Iterable[Sequence[str | Decimal]]) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet.append(list(columns))
    for number, name in enumerate(columns, 1):
        sheet.cell(1, number).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(name, WIDE)
    for line, row in enumerate(rows, 2):
        for number, value in enumerate(row, 1):
            _put(cast("Cell", sheet.cell(line, number)), value)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _put(cell: Cell, value: str | Decimal) -> None:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if isinstance(value, Decimal) and len(value.as_tuple().digits) <= DIGITS:
        cell.value = value
        cell.number_format = f"#,##0.{'0' * places}" if (places := _decimals(value)) else "#,##0"
        return
    text = f"{value:f}" if isinstance(value, Decimal) else neutral(ILLEGAL_CHARACTERS_RE.sub("", value))
    cell.value = text
    # a number longer than Excel keeps stays whole as text, and no text is ever a formula
    cell.data_type = "s"
    if text.startswith(("https://", "http://")) and " " not in text:
        cell.hyperlink = text


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
