"""What a workbook may not say: refused with row, column, value and reason, and nothing is written."""

from __future__ import annotations

from typing import Any

import pytest

from bot.editorial.watching import Desk
from tests.editorial.books import STATUS, Edited, bytes_of, imported, said
from tests.editorial.conftest import column, put, row


def test_a_book_with_few_of_the_questions_retires_none(desk: Desk, edited: Edited) -> None:
    held = 0

    def change(book: Any) -> None:
        nonlocal held
        held = book["Preguntas"].max_row - 1
        book["Preguntas"].delete_rows(10, 200)

    result = imported(desk, edited(change))
    assert f"faltan 200 de {held} renglones" in said(result)[0]
    assert result.files == {}


def test_a_name_is_not_taken_away_by_deleting_its_row(desk: Desk, edited: Edited) -> None:
    result = imported(desk, edited(lambda book: book["Vocabulario"].delete_rows(2)))
    assert "falta el nombre «bancos · banorte». Hay cifras que lo citan" in said(result)[0]


def test_a_name_that_would_take_the_question_of_an_entry_nobody_touched_is_refused_at_that_entry(desk: Desk, edited: Edited) -> None:
    number = 0

    def change(book: Any) -> None:
        nonlocal number
        sheet = book["Vocabulario"]
        # the money of Jalisco is not told here, so what bears its name is refused
        sheet.cell(row(sheet, "jalisco"), column(sheet, "alias")).value += "\nvelódromo"
        number = row(book["Preguntas"], "que-paso-con-el-velodromo")

    result = imported(desk, edited(change))
    (text,) = said(result)
    assert text.startswith(f"FAQ.xlsx · Preguntas:{number} [también]: «Oiga, una duda: ¿Qué pasó con el velódromo?»")
    assert text.endswith("Nadie cambió esta pregunta: cambia las palabras nuevas del libro que comparte")
    assert result.files == {}


def test_a_status_without_evidence_is_refused_at_its_row(desk: Desk, edited: Edited) -> None:
    result = imported(desk, edited(lambda book: book["Compromisos"].append(STATUS[:-1])))
    assert said(result)[0].startswith("FAQ.xlsx · Compromisos:2 [evidencia]: falta «evidencia»")


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("respuesta", "=1+1", "es una fórmula"),
        ("respuesta", 44.5, "«44.5» es un número y aquí va un texto"),
        ("pregunta", True, "es verdadero o falso"),
        ("respuesta", "Costó 50 millones de pesos.", "«50 millones de pesos» está escrito a mano"),
        ("respuesta", "Hubo un robo.", "«robo» acusa o califica"),
        ("respuesta", "a" * 5000, "tiene 5,000 letras y lo más son 4,000"),
        ("respuesta", "Son {cifra:no-existe}.", "no conozco la cifra «no-existe»"),
        ("respuesta", "Es\u202eun instituto.", "tiene letras invisibles"),
        ("respuesta", None, "falta «respuesta»"),
        ("pregunta", "Qué es el ISSSTEZAC", "no es una pregunta"),
        ("fuentes", "nadie-2020", "no conozco la fuente «nadie-2020»"),
        ("fuentes", None, "falta «fuentes»"),
        ("tema", "finanzas", "«finanzas» esperaba una de estas palabras: deuda"),
        ("estado", "lista", "«lista» esperaba una de estas palabras: borrador"),
        ("revisar", "30/02/2027", "«30/02/2027» esperaba una fecha que exista"),
        ("también", "qué es un fideicomiso", "ya es pregunta de «que-es-un-fideicomiso»"),
        ("archivo", "deuda", "«deuda» no es su archivo"),
    ],
)
def test_a_row_that_cannot_stand_is_refused_with_row_column_value_and_reason(
    desk: Desk, edited: Edited, key: str, value: object, reason: str
) -> None:
    number = 0

    def change(book: Any) -> None:
        nonlocal number
        number = put(book["Preguntas"], "que-es-issstezac", key, value)

    before = bytes_of(desk.folder)
    result = imported(desk, edited(change))
    result.write()
    told = [line for line in said(result) if reason in line]
    assert told, said(result)
    assert told[0].startswith(f"FAQ.xlsx · Preguntas:{number} ")
    assert bytes_of(desk.folder) == before


def test_the_same_row_twice_is_refused(desk: Desk, edited: Edited) -> None:
    def twice(book: Any) -> None:
        sheet = book["Preguntas"]
        sheet.append([cell.value for cell in sheet[2]])

    assert "ya está en el renglón 2. Deja un solo renglón" in said(imported(desk, edited(twice)))[0]
