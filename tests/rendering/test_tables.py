"""Tables read back by the programs that open them."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.domain.answer import Answer, Confidence, Document, Found, Missing, Role, SmallTalk, Source, Unit
from bot.domain.ledger import Concept, Fact, Series, Subject
from bot.domain.period import Period
from bot.domain.stage import Stage
from bot.rendering.numbers import UNIT_NAMES
from bot.rendering.tables import CONFIDENCES, ROLES, Table, has_table, table
from bot.rendering.tables_files import as_csv, as_xlsx, neutral

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =cmd|' /C calc'!A0", "＝1+1", '=HYPERLINK("http://x","y")')


class Facts:
    """A ledger that knows one fact."""

    def fact(self, id: str) -> Fact | None:
        if id != "saldo-2013":
            return None
        concept = Concept("saldo", "saldo de la deuda", "deuda", "saldo", "Lo que se debe a una fecha.")
        series = Series("s", "deuda", Subject("z", "estado", "estado", "estado", "el"), concept, "", "", "", "", "")
        period = Period.parse("2013")
        source = Source(Document("d", "t", "p", "press", "", "", "", ""), "")
        return Fact(id, series, Decimal(1), Unit.MXN, period, None, "", Confidence.HIGH, "", source, "", False, "", "", "")


def made(make: Any, *answers: Answer, **wordings: str) -> Table:
    return table(answers, make.knowledge(**wordings), Facts())  # type: ignore[arg-type]


def read_csv(found: Table) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(as_csv(found).decode("utf-8-sig"), newline="")))


def test_a_row_says_all_that_is_needed_to_quote_a_figure(make: Any) -> None:
    figure = make.figure(fact_ids=("saldo-2013",), note="Incluye corto plazo", confidence=Confidence.MEDIUM)
    (row,) = read_csv(made(make, Found(make.reading(), (figure,)), **{"etapa.saldo": "Lo que se debe."}))
    assert row == {
        "pregunta": "deuda pública · Banorte · saldo · 2013",
        "cifra": "Saldo de la deuda del estado",
        "cantidad": "4939273314.00",
        "unidad": "pesos",
        "periodo": "2013-12-31",
        "desde": "2013-12-31",
        "hasta": "2013-12-31",
        "etapa": "saldo",
        "papel": "respuesta",
        "confianza": "media",
        "documento": "Zacatecas, la deuda",
        "publica": "Pórtico",
        "fecha_documento": "2014-03-12",
        "direccion": "https://example.org/portico?a=1&b=2",
        "lugar": "data/debt/balances.csv:12",
        "nota": "Incluye corto plazo",
        "formula": "",
        "definicion": "Lo que se debe a una fecha.",
        "definicion_etapa": "Lo que se debe.",
    }


def test_documents_of_one_figure_keep_their_order_in_every_column(make: Any) -> None:
    (row,) = read_csv(made(make, Found(make.reading(), (make.figure(sources=(make.portico, make.undated)),))))
    assert row["publica"] == "Pórtico | El Sol de Zacatecas"
    assert row["fecha_documento"] == "2014-03-12 | "
    assert row["direccion"] == "https://example.org/portico?a=1&b=2 | "


def test_excel_reads_the_accents_of_the_csv(make: Any) -> None:
    assert as_csv(made(make, Found(make.reading(), (make.figure(),)))).startswith(b"\xef\xbb\xbfpregunta,")


def test_what_was_seen_is_what_is_taken_away(make: Any) -> None:
    first = Found(make.reading(), (make.figure("1"), make.figure("2", role=Role.CONTEXT, unit=Unit.PERCENT, formula="1 / 2")))
    second = Missing(make.reading(), "algo", (make.figure("3", role=Role.NEAREST),))
    rows = read_csv(made(make, first, second))
    assert [(row["cantidad"], row["papel"], row["formula"]) for row in rows] == [
        ("1.00", "respuesta", ""),
        ("2", "contexto", "1 / 2"),
        ("3.00", "lo más cercano", ""),
    ]


def test_a_figure_without_a_date_or_stage_leaves_its_cells_empty(make: Any) -> None:
    (row,) = read_csv(made(make, Found(make.reading(), (make.figure(period=None, stage=None),))))
    assert [row[name] for name in ("periodo", "desde", "hasta", "etapa", "definicion_etapa")] == [""] * 5


def test_an_answer_without_figures_has_no_table(make: Any) -> None:
    assert not has_table(SmallTalk(make.reading(), "saludo"))
    assert made(make, SmallTalk(make.reading(), "saludo")).rows == ()


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_ever_run_as_a_formula(make: Any, text: str) -> None:
    document = Document("d", text, text, "press", text, "", "2014", text)
    found = made(make, Found(make.reading(), (make.figure(note=text, formula=text, sources=(Source(document, text),)),)))
    (row,) = read_csv(found)
    for name in ("documento", "publica", "direccion", "nota", "formula"):
        assert row[name] == f"'{text}"
    book = load_workbook(BytesIO(as_xlsx(found)))
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert not any(cell.data_type == "f" for cell in cells)
    assert not any(cell.value.lstrip().startswith(("=", "+", "-", "@", "＝")) for cell in cells if isinstance(cell.value, str))
    assert b"<f>" not in ZipFile(BytesIO(as_xlsx(found))).read("xl/worksheets/sheet1.xml")


@given(st.text(max_size=20))
def test_only_texts_that_could_run_are_marked(text: str) -> None:
    marked = neutral(text)
    assert marked in (text, f"'{text}")
    assert not marked.lstrip().startswith(("=", "+", "-", "@"))
    if text[:1].isalnum():
        assert marked == text


def test_a_loss_stays_a_number(make: Any) -> None:
    found = made(make, Found(make.reading(), (make.figure("-99327911.59"),)))
    assert read_csv(found)[0]["cantidad"] == "-99327911.59"
    assert load_workbook(BytesIO(as_xlsx(found)))["Cifras"]["C2"].value == -99327911.59


@pytest.mark.parametrize(
    ("amount", "unit", "stored", "form"),
    [
        ("38671799379.01", Unit.MXN, "38671799379.01", "#,##0.00"),
        ("0.1", Unit.MXN, "0.1", "#,##0.00"),
        ("1.2", Unit.PERCENT, "1.2", "#,##0.0"),
        ("4331", Unit.PEOPLE, "4331", "#,##0"),
    ],
)
def test_amounts_are_exact_numbers_in_the_workbook(make: Any, amount: str, unit: Unit, stored: str, form: str) -> None:
    content = as_xlsx(made(make, Found(make.reading(), (make.figure(amount, unit=unit, stage=None),))))
    assert f"<v>{stored}</v>".encode() in ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml")
    cell = load_workbook(BytesIO(content))["Cifras"]["C2"]
    assert cell.data_type == "n"
    assert cell.number_format == form


def test_an_amount_longer_than_excel_keeps_stays_whole_as_text(make: Any) -> None:
    content = as_xlsx(made(make, Found(make.reading(), (make.figure("12345678901234567.89"),))))
    assert load_workbook(BytesIO(content))["Cifras"]["C2"].value == "12345678901234567.89"


def test_the_second_sheet_explains_every_word_used_and_lists_the_documents(make: Any) -> None:
    figure = make.figure(fact_ids=("saldo-2013",))
    book = load_workbook(BytesIO(as_xlsx(made(make, Found(make.reading(), (figure,)), **{"etapa.saldo": "Lo que se debe."}))))
    assert book.sheetnames == ["Cifras", "Fuentes y definiciones"]
    header, *lines = book["Fuentes y definiciones"].iter_rows(values_only=True)
    assert header == ("tipo", "palabra", "significado", "direccion")
    assert ("documento", "Zacatecas, la deuda", "Pórtico, 2014-03-12.", "https://example.org/portico?a=1&b=2") in lines
    assert ("periodo", "2013-12-31", "31 de diciembre de 2013.", None) in lines
    assert ("etapa", "saldo", "Lo que se debe.", None) in lines
    assert ("cifra", "Saldo de la deuda", "Lo que se debe a una fecha.", None) in lines
    assert {line[1] for line in lines if line[0] == "columna"} == {cell.value for cell in book["Cifras"][1]}
    assert book["Cifras"]["N2"].hyperlink.target == "https://example.org/portico?a=1&b=2"


def test_control_characters_of_a_document_do_not_break_the_workbook(make: Any) -> None:
    content = as_xlsx(made(make, Found(make.reading(), (make.figure(note="antes\x00\x0bdespués"),))))
    assert load_workbook(BytesIO(content))["Cifras"]["P2"].value == "antesdespués"


def test_every_unit_role_and_degree_of_confidence_has_its_word() -> None:
    assert (set(UNIT_NAMES), set(ROLES), set(CONFIDENCES)) == (set(Unit), set(Role), set(Confidence))


def test_every_stage_is_explained_to_staff_and_readers(make: Any) -> None:
    stages = {f"etapa.{stage.value}": f"Qué es {stage.value}." for stage in Stage}
    figures = tuple(make.figure(stage=stage) for stage in Stage)
    rows = read_csv(made(make, Found(make.reading(), figures), **stages))
    assert [row["definicion_etapa"] for row in rows] == list(stages.values())
