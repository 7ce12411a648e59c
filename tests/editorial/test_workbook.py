"""The workbook: what comes out of the files goes back in, and only what a person changed changes."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bot.editorial.importing import import_workbook
from bot.editorial.present import read_present
from bot.editorial.watching import Desk
from bot.editorial.workbook_columns import SHEETS
from bot.knowledge import check, load
from tests.editorial.books import NEW, STATUS, Edited, add, bytes_of, imported, said
from tests.editorial.conftest import LOOKED_UP, ROOT, TODAY, column, put, row


def test_an_untouched_workbook_changes_nothing(desk: Desk, exported: Path) -> None:
    before = bytes_of(desk.folder)
    result = imported(desk, exported)
    result.write()
    assert (result.files, result.problems) == ({}, ())
    assert bytes_of(desk.folder) == before


def test_a_title_may_explain_itself_in_other_words(desk: Desk, edited: Edited) -> None:
    def as_once_exported(book: Any) -> None:
        sheet = book["Preguntas"]
        sheet.cell(1, column(sheet, "fuentes")).value = "fuentes (source_id, una por renglón)"

    assert imported(desk, edited(as_once_exported)).files == {}


def test_a_workbook_saved_again_by_another_program_changes_nothing(desk: Desk, edited: Edited) -> None:
    assert imported(desk, edited(lambda book: None)).files == {}


def test_every_sheet_has_its_header_frozen_its_text_wrapped_and_its_lists_to_choose_from(exported: Path) -> None:
    book = openpyxl.load_workbook(exported)
    assert book.sheetnames == ["Instrucciones", "Preguntas", "Vocabulario", "Compromisos", "Fuentes", "Cifras"]
    for form in SHEETS:
        sheet = book[form.name]
        assert sheet.freeze_panes
        assert sheet.freeze_panes.endswith("2")
        assert [cell.value for cell in sheet[1]] == [each.title for each in form.columns]
        assert len(sheet.data_validations.dataValidation) == sum(bool(each.choices) for each in form.columns)
    assert all(cell.alignment.wrap_text for cell in book["Preguntas"][2])
    assert not [cell for sheet in book for cells in sheet.iter_rows() for cell in cells if cell.data_type == "f"]


def test_a_cell_still_to_be_filled_takes_what_is_typed_as_text(exported: Path) -> None:
    book = openpyxl.load_workbook(exported)
    for form in SHEETS:
        sheet = book[form.name]
        letters = [cell.column_letter for cell in sheet[1]]
        assert {sheet.column_dimensions[letter].number_format for letter in letters} == {"@"}


def test_documents_and_figures_can_be_looked_up_and_copied_from_the_workbook_itself(desk: Desk, exported: Path) -> None:
    book = openpyxl.load_workbook(exported, read_only=True)
    documents = {row[0]: row for row in book["Fuentes"].iter_rows(min_row=2, values_only=True)}
    figures = {row[0]: row for row in book["Cifras"].iter_rows(min_row=2, values_only=True)}
    book.close()
    cited = {source for entry in load(desk.folder).faq for source in entry.sources}
    assert cited <= set(documents)
    assert figures["{cifra:incufidez-solicitado-2017}"][1:] == (
        "presupuesto solicitado", "INCUFIDEZ", None, "149,327,911.59", "pesos", "2017", "solicitado", "portico-2016-10-19",
    )  # fmt: skip
    assert {row[8] for row in figures.values()} <= set(documents)


def test_only_the_lines_of_a_changed_key_change(desk: Desk, edited: Edited) -> None:
    def change(book: Any) -> None:
        put(book["Preguntas"], "que-es-issstezac", "revisar", "2028-01-31")

    before = bytes_of(desk.folder)
    result = imported(desk, edited(change))
    assert said(result) == []
    assert result.lines[0] == "cambia la pregunta que-es-issstezac (revisar_antes_de)"
    result.write()
    after = bytes_of(desk.folder)
    assert {name for name in after if after[name] != before[name]} == {"preguntas/pensiones.yaml"}
    old, new = before["preguntas/pensiones.yaml"].splitlines(), after["preguntas/pensiones.yaml"].splitlines()
    assert [(a, b) for a, b in zip(old, new, strict=True) if a != b] == [
        (b"  revisar_antes_de: 2027-03-31", b"  revisar_antes_de: 2028-01-31")
    ]


@pytest.mark.parametrize("form", SHEETS[:2], ids=lambda form: form.name)
def test_every_row_can_be_written_again_and_read_back_the_same(desk: Desk, form: Any) -> None:
    from bot.editorial.proposal import Change, Kind, Proposal, new_files
    from bot.editorial.workbook_columns import FILE

    present = read_present(desk.folder)
    changes = [
        Change(Kind.CHANGED, form, each.file, each, 2, {key: value for key, value in each.values.items() if key != FILE})
        for each in present.of(form)
    ]
    for file, text in new_files(present, Proposal(tuple(changes), ())).items():
        (desk.folder / file).write_text(text, encoding="utf-8")
    assert [each.values for each in read_present(desk.folder).of(form)] == [each.values for each in present.of(form)]


def test_a_new_question_goes_with_those_of_its_topic_and_leaves_the_rest_alone(desk: Desk, edited: Edited) -> None:
    before = (desk.folder / "preguntas/deporte.yaml").read_text(encoding="utf-8")
    result = imported(desk, edited(lambda book: add(book["Preguntas"], dict(NEW))))
    assert said(result) == []
    result.write()
    after = (desk.folder / "preguntas/deporte.yaml").read_text(encoding="utf-8")
    assert after.startswith(before)
    assert after[len(before) :].startswith(
        "\n- clave: que-es-presupuesto-solicitado\n  pregunta: ¿Qué es un presupuesto solicitado?\n  tambien:\n    - qué"
    )
    assert [each for each in check(desk.folder, desk.world, TODAY) if each.stops] == []


def test_a_deleted_row_retires_its_question(desk: Desk, edited: Edited) -> None:
    result = imported(desk, edited(lambda book: book["Preguntas"].delete_rows(row(book["Preguntas"], "que-es-el-predial"))))
    assert result.lines[0] == "se retira la pregunta que-es-el-predial"
    result.write()
    assert next(entry for entry in load(desk.folder).faq if entry.clave == "que-es-el-predial").state == "retirada"


def test_an_alias_is_added_in_the_style_of_its_file(desk: Desk, edited: Edited) -> None:
    def change(book: Any) -> None:
        sheet = book["Vocabulario"]
        at = column(sheet, "alias")
        sheet.cell(2, at).value += "\nbanco de la plaza"

    result = imported(desk, edited(change))
    assert said(result) == []
    result.write()
    assert "banco de la plaza" in next(term for term in load(desk.folder).terms if term.clave == "banorte").aliases


def test_a_status_with_its_document_is_added_and_shown(desk: Desk, edited: Edited) -> None:
    from bot.app import Assistant

    result = imported(desk, edited(lambda book: book["Compromisos"].append(STATUS)))
    assert said(result) == []
    result.write()
    turn = Assistant(load(desk.folder), desk.ledger).ask("¿En qué va el seguimiento del empréstito?", TODAY)
    card = turn.answers[0].commitment  # type: ignore[union-attr]
    assert card
    assert (card.status_code, card.status_date) == ("en_proceso", "2017-10")
    assert [each.date for each in card.history] == ["2016"]
    assert card.voices[-1].says == "Un portal oficial mostró dos contratos."


def test_what_would_be_answered_otherwise_is_told_before_anything_is_written(desk: Desk, edited: Edited) -> None:
    def change(book: Any) -> None:
        put(book["Preguntas"], "que-es-issstezac", "respuesta", "Es el instituto que paga las pensiones del estado.")

    before = bytes_of(desk.folder)
    recent = ["qué es el issstezac", "cuánto debe el estado"]
    result = import_workbook(edited(change), desk, ROOT / "tests/conversations", recent, TODAY)
    text = "\n".join(result.lines)
    assert "preguntas que toca el libro: 1 de 1 se contestarían distinto.\n  «¿Qué es el ISSSTEZAC?»\n    antes: " in text
    assert re.search(r"conversaciones de prueba: \d+ de \d{2,} se contestarían distinto\.", text)
    assert "últimas preguntas sin respuesta: 1 de 2 se contestarían distinto." in text
    assert "    ahora: Es el instituto que paga las pensiones del estado." in text
    assert bytes_of(desk.folder) == before


def test_what_is_told_of_a_long_answer_is_where_it_changes(desk: Desk, edited: Edited) -> None:
    def change(book: Any) -> None:
        sheet = book["Preguntas"]
        sheet.cell(row(sheet, "que-es-el-fais"), column(sheet, "respuesta")).value += " Lo nuevo va al final."

    old, new = (line for line in imported(desk, edited(change)).lines if line.startswith("    "))
    assert old.startswith("    antes: …")
    assert new.startswith(old.replace("antes", "ahora"))
    assert new.endswith(" Lo nuevo va al final.")


WRITER = """
import sys
from pathlib import Path
from bot.knowledge import replace_file
path = Path(sys.argv[1])
contents = [(b'- vieja\\n' * 200_000), (b'- nueva\\n' * 200_000)]
print('listo', flush=True)
while True:
    for content in contents:
        replace_file(path, content)
"""


def test_a_killed_program_leaves_the_old_file_or_the_new_one_never_half(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    whole = {b"- vieja\n" * 200_000, b"- nueva\n" * 200_000}
    for wait in (0.05, 0.11, 0.17, 0.23):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], cwd=ROOT, stdout=subprocess.PIPE)
        assert writer.stdout
        writer.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            writer.wait(wait)
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        if path.exists():
            assert path.read_bytes() in whole


def test_a_comment_in_a_file_stays_when_the_row_below_changes(desk: Desk, edited: Edited) -> None:
    path = desk.folder / "preguntas/pensiones.yaml"
    told = path.read_text(encoding="utf-8").replace(
        "  revisar_antes_de: 2027-03-31\n", "  revisar_antes_de: 2027-03-31  # cuando salga la nota\n", 1
    )
    path.write_text(told, encoding="utf-8")
    clave = next(line.partition(": ")[2] for line in reversed(told.partition("# cuando")[0].splitlines()) if line.startswith("- clave"))
    result = imported(desk, edited(lambda book: put(book["Preguntas"], clave, "revisar", "2028-01-31")))
    assert said(result) == []
    assert "  revisar_antes_de: 2028-01-31  # cuando salga la nota\n" in result.files["preguntas/pensiones.yaml"]


def test_what_is_written_in_the_sheets_to_look_up_is_not_read(desk: Desk, edited: Edited) -> None:
    result = imported(desk, edited(lambda book: [book.create_sheet(name).append(["otra cosa", "=1+1"]) for name in LOOKED_UP]))
    assert (result.files, said(result)) == ({}, [])


def test_a_date_typed_as_a_date_is_a_date(desk: Desk, edited: Edited) -> None:
    from datetime import datetime

    result = imported(desk, edited(lambda book: put(book["Preguntas"], "que-es-issstezac", "revisar", datetime(2028, 1, 31))))  # noqa: DTZ001
    assert said(result) == []
    assert "revisar_antes_de: 2028-01-31" in result.files["preguntas/pensiones.yaml"]
