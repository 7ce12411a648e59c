"""Asking at a terminal, over the real data: answers, their files and their receipts."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PIL import Image

from tests.commands.conftest import ROOT, Run


def test_a_question_is_answered_with_its_document(run: Run) -> None:
    code, out, _ = run("ask", "¿cuánto se le aprobó a Seguridad Pública en 2024?", "--today", "2026-11-22")
    assert code == 0
    assert "Entendí: " in out
    assert "2,053 millones de pesos" in out
    assert "\033" not in out


def test_an_answer_can_be_taken_away_as_chart_card_and_tables(run: Run, tmp_path: Path) -> None:
    chart, card, text, book = (tmp_path / name for name in ("grafica.png", "tarjeta.png", "cifras.csv", "cifras.xlsx"))
    files = ("--chart", str(chart), "--card", str(card), "--csv", str(text), "--xlsx", str(book))
    code, out, err = run("ask", "¿Cómo se repartió el presupuesto 2024?", "--json", "--today", "2026-11-22", *files)
    assert code == 0
    figures = json.loads(out)["figures"]
    assert [Image.open(io.BytesIO(file.read_bytes())).width for file in (chart, card)] == [1080, 1080]
    rows = list(csv.DictReader(io.StringIO(text.read_bytes().decode("utf-8-sig"), newline="")))
    assert [row["cantidad"] for row in rows] == [figure["value"] for figure in figures]
    assert {row["etapa"] for row in rows} == {"aprobado"}
    assert all(row["documento"] and row["publica"] and row["lugar"] for row in rows)
    assert all(row["definicion"] and row["definicion_etapa"] for row in rows if not row["formula"])
    assert load_workbook(book).sheetnames == ["Cifras", "Fuentes y definiciones"]
    assert f"{chart}: Gráfica de barras: Presupuesto del estado de Zacatecas" in err
    assert f"Recibo {json.loads(out)['receipt']}." in err


def test_the_debt_over_time_and_a_ranking_have_their_picture(run: Run, tmp_path: Path) -> None:
    for question in ("¿Cómo ha cambiado la deuda desde 2010?", "¿Cuáles municipios recibieron más FAIS en 2024?"):
        file = tmp_path / "grafica.png"
        code, _, err = run("ask", question, "--today", "2026-11-22", "--chart", str(file))
        assert code == 0
        assert f"{file}: Gráfica" in err
        assert Image.open(io.BytesIO(file.read_bytes())).width == 1080
        file.unlink()


def test_an_answer_without_a_picture_says_why_and_writes_no_file(run: Run, tmp_path: Path) -> None:
    files = {option: tmp_path / option for option in ("--chart", "--card", "--csv", "--xlsx")}
    given = [text for option, file in files.items() for text in (option, str(file))]
    code, _, err = run("ask", "hola", *given)
    assert code == 0
    said = [line.split(":")[0] for line in err.splitlines()]
    assert said == ["En esta respuesta no hay cifras que dibujar.", "No hay tarjeta", "No hay tabla", "No hay tabla"]
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_is_told_with_what_to_do(run: Run, tmp_path: Path) -> None:
    code, _, err = run("ask", "¿cuánto debe el estado?", "--csv", str(tmp_path / "no" / "cifras.csv"))
    assert code == 2
    assert "Revisa que la carpeta exista" in err
    code, _, err = run("ask", "--json-lines", "--csv", str(tmp_path / "cifras.csv"))
    assert code == 2
    assert "una sola pregunta" in err


def test_a_workbook_that_cannot_be_written_is_told_with_what_to_do(run: Run, tmp_path: Path) -> None:
    place, questions = str(tmp_path / "no" / "libro.xlsx"), tmp_path / "preguntas.txt"
    questions.write_text("¿Qué es el FAIS?\n", encoding="utf-8")
    sample = ("review", "sample", place, place, "--questions", str(questions))
    for command in (("knowledge", "export", place), ("report", "semana", "--xlsx", place), sample):
        code, _, err = run(*command)
        assert code == 2
        assert f"No pude escribir en «{place}»" in err


def test_files_of_staff_with_a_mistake_leave_the_last_good_copy_answering(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "knowledge"
    shutil.copytree(ROOT / "knowledge", folder, ignore=shutil.ignore_patterns("ejemplos"))
    said = {"BOT_KNOWLEDGE_DIR": str(folder)}
    code, good, err = run("ask", "¿Qué es el FAIS?", **said)
    assert (code, err) == (0, "")
    path = folder / "preguntas/transferencias.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("dinero federal del Ramo 33", "50 millones de pesos"), encoding="utf-8")
    code, out, err = run("ask", "¿Qué es el FAIS?", **said)
    assert (code, out) == (0, good)
    assert "contesta la última copia buena" in err
    assert "está escrito a mano" in err
    code, out, _ = run("doctor", **said)
    assert code == 1
    assert "knowledge/ tiene 1 por corregir; mientras, contesta la última copia buena" in out


def test_a_program_gets_one_object(run: Run) -> None:
    code, out, _ = run("ask", "¿cuánto se le aprobó a Seguridad Pública en 2024?", "--json", "--today", "2026-11-22")
    said = json.loads(out)
    assert code == 0
    assert said["outcome"] == "found"
    assert said["figures"][0]["value"] == "2053000000.00"


def test_programs_can_ask_many_questions_a_line_each(run: Run) -> None:
    typed = '{"q": "hola"}\n{"q": "asdfgh qwerty"}\n'
    code, out, _ = run("ask", "--json-lines", "--today", "2026-11-22", typed=typed)
    assert code == 0
    assert [json.loads(line)["outcome"] for line in out.splitlines()] == ["smalltalk", "not_understood"]


def test_explaining_shows_the_words_that_spoke(run: Run) -> None:
    _, out, _ = run("ask", "¿cuánto debe el estado?", "--explain")
    assert "Lectura: amount · deuda" in out


def test_a_conversation_in_the_terminal_keeps_its_thread(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, _ = run("chat", "--today", "2026-11-22", typed="¿cuánto FAIS recibió Pinos en 2024?\n¿y Jerez?\n/salir\n")
    assert code == 0
    assert "Jerez" in out.split("FAIS", 1)[1]


def test_an_answer_is_shown_again_by_its_receipt(run: Run) -> None:
    _, said, _ = run("ask", "¿Cuánto debía el estado a Banorte en 2013?", "--json", "--today", "2026-11-22")
    told = json.loads(said)
    code, again, _ = run("receipt", told["receipt"])
    assert code == 0
    assert "$2,984,007,763.00" in again
    assert "Nada ha cambiado" in again
    _, machine, _ = run("receipt", told["receipt"], "--json")
    (figure,) = json.loads(machine)["figures"]
    assert (figure["value"], figure["value_today"], figure["standing"]) == ("2984007763.00", "2984007763.00", "same")


def test_a_receipt_nobody_gave_is_said(run: Run) -> None:
    code, _, complained = run("receipt", "AAAAA")
    assert code == 2
    assert "No tengo el recibo «AAAAA»" in complained


def test_a_question_is_answered_where_the_store_cannot_be_opened(run: Run, var: Path, tmp_path: Path) -> None:
    code, said, complained = run("ask", "¿cuánto debe el estado?", "--json", BOT_SECRET_KEY="corta")
    assert code == 0
    assert json.loads(said)["receipt"] is None
    assert complained.count("Sin recibos:") == 1
