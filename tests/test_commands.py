"""The commands as a person types them, over the real data."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from openpyxl import load_workbook
from PIL import Image

from bot.cli import main

ROOT = Path(__file__).resolve().parent.parent
Run = Callable[..., tuple[int, str, str]]
COMMANDS = [
    "run",
    "chat",
    "ask",
    "receipt",
    "privacy",
    "corrections",
    "eval",
    "doctor",
    "data",
    "data build",
    "data check",
    "data status",
    "data coverage",
    "data rollback",
    "knowledge",
    "knowledge check",
    "knowledge test",
    "knowledge watch",
    "knowledge export",
    "knowledge import",
    "knowledge suggest",
    "report",
    "report avisos",
    "report semana",
    "review",
    "review sample",
    "review score",
    "sources",
    "sources check",
]


@pytest.fixture(scope="module")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A machine where ``data build`` has run."""
    folder = tmp_path_factory.mktemp("machine")
    command = [sys.executable, "-m", "bot", "data", "build"]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | {"BOT_VAR_DIR": str(folder)}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def run(var: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on that machine: exit code, output, errors."""
    for name in ("BOT_TOKEN", "DATABASE_URL", "BOT_TODAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BOT_VAR_DIR", str(var))

    def type_in(*arguments: str, typed: str = "", **environment: str) -> tuple[int, str, str]:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        with pytest.raises(SystemExit) as end:
            main(list(arguments))
        out, err = capsys.readouterr()
        return int(end.value.code or 0), out, err

    return type_in


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


@pytest.mark.parametrize(
    ("arguments", "typed", "said"),
    [
        (["ask"], "", "Escribe una pregunta entre comillas"),
        (["ask", "hola", "--json-lines"], "", "no las dos cosas"),
        (["ask", "--json-lines"], "hola\n", "Línea 1: no es una pregunta"),
        (["ask", "hola", "--today", "ayer"], "", "«ayer» no es una fecha"),
        (["ask", "cuánto", "debe"], "", "escríbela entre comillas"),
        (["ask", "hola", "--jason"], "", "No conozco la opción --jason"),
        (["pregunta"], "", "No conozco el comando «pregunta»"),
        (["eval"], "", "Falta decir ARCHIVO"),
        (["eval", "no-existe.jsonl"], "", "no-existe.jsonl"),
        (["sources", "check", "--limit", "muchos"], "", "--limit"),
    ],
)
def test_a_mistake_in_the_command_is_told_in_spanish(run: Run, arguments: list[str], typed: str, said: str) -> None:
    code, out, err = run(*arguments, typed=typed)
    assert code == 2
    assert said in err
    assert out == ""


@pytest.mark.parametrize("arguments", [["ask", "hola"], ["run"], ["chat"], ["doctor"], ["data", "status"]])
def test_a_machine_without_ledger_is_told_how_to_build_it(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    code, out, err = run(*arguments, BOT_VAR_DIR=str(tmp_path))
    assert code in (1, 2)
    assert "data build" in out + err


def test_a_setting_that_cannot_be_used_is_named(run: Run) -> None:
    code, _, err = run("ask", "hola", BOT_TODAY="mañana")
    assert code == 2
    assert "BOT_TODAY" in err


def test_the_ledger_in_service_is_described(run: Run) -> None:
    code, out, _ = run("data", "status")
    assert code == 0
    assert "huella" in out
    assert "debt/balances" in out


def test_the_shipped_data_and_texts_have_no_mistakes(run: Run) -> None:
    for command in (("data", "check"), ("knowledge", "check", "--today", "2026-11-22")):
        code, out, _ = run(*command)
        assert code == 0, out


def test_the_doctor_tells_how_the_machine_stands_and_shows_no_secret(run: Run) -> None:
    code, out, _ = run("doctor", BOT_TOKEN="123456:muysecreta")
    assert code == 0
    assert "base de datos: huella" in out
    assert "muysecreta" not in out


def test_a_file_of_questions_is_scored(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "dos.jsonl"
    expect = {"status": ["found"], "values_all": [2053000000], "values_any": [], "values_never": []}
    expect |= {"tolerance": 0, "sources_any": ["mega-2024"], "text_any": []}
    question = {
        "id": "x1",
        "q": "¿Cuánto se le aprobó a Seguridad Pública en 2024?",
        "prev": None,
        "kind": "amount",
        "topic": "presupuesto",
    }
    file.write_text(json.dumps(question | {"expect": expect, "why": "budget/budget_by_entity_partial.csv:16"}) + "\n", encoding="utf-8")
    code, out, _ = run("eval", str(file), "--today", "2026-11-22", "--mistakes")
    assert code == 0
    assert "dos.jsonl" in out
    _, out, _ = run("eval", str(file), "--json", "--today", "2026-11-22")
    assert json.loads(out)["right"]["of"] == 1


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_explains_itself_in_spanish(run: Run, command: str) -> None:
    code, out, _ = run(*command.split(), "--help")
    assert code == 0
    assert out.startswith("Uso: ruta")
    for english in ("Usage", "Options", "Commands", "Show this", "[OPTIONS]", "required"):
        assert english not in out


def test_a_conversation_in_the_terminal_keeps_its_thread(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, _ = run("chat", "--today", "2026-11-22", typed="¿cuánto FAIS recibió Pinos en 2024?\n¿y Jerez?\n/salir\n")
    assert code == 0
    assert "Jerez" in out.split("FAIS", 1)[1]


def test_a_busy_port_is_told_with_what_to_do(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        code, _, err = run("run", BOT_LISTEN=f"127.0.0.1:{busy.getsockname()[1]}")
    assert code == 2
    assert "cambia BOT_LISTEN" in err


def test_the_local_page_says_where_it_is_and_how_to_get_a_token(var: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "BOT_TOKEN"}
    environment |= {"BOT_VAR_DIR": str(var), "BOT_LISTEN": "127.0.0.1:0", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "bot", "run"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as serving:
        assert serving.stdout
        try:
            first = serving.stdout.readline()
            address = first.split()[6]
            answered = httpx.get(f"{address}/salud", timeout=20)
            steps = "".join(serving.stdout.readline() for _ in range(6))
        finally:
            serving.terminate()
    assert first.startswith("La página local está abierta en http://127.0.0.1:")
    assert answered.json()["estado"] == "bien"
    assert "@BotFather" in steps
    assert "BOT_TOKEN" in steps


def test_coverage_is_a_table_that_a_spreadsheet_opens(run: Run) -> None:
    code, out, _ = run("data", "coverage", "--csv", "--today", "2026-11-22")
    header, *rows = csv.reader(io.StringIO(out))
    assert code == 0
    assert header[:2] == ["tema", "cifra"]
    assert {row[5] for row in rows} == {"hay", "falta"}
    assert all(row[6] for row in rows if row[5] == "falta")


def test_coverage_is_an_object_for_other_programs(run: Run) -> None:
    _, out, _ = run("data", "coverage", "--json", "--today", "2026-11-22")
    found = json.loads(out)
    assert found["last_year"] == 2025
    assert {"figures", "kinds", "gaps", "examples"} <= found["topics"][0].keys()


def test_coverage_in_words_says_who_publishes_what_is_missing(run: Run) -> None:
    _, out, _ = run("data", "coverage")
    assert "DEUDA PÚBLICA" in out
    assert "Lo publica: " in out
    assert run("data", "coverage", "--json", "--csv")[0] == 2


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


def test_a_report_typed_in_the_terminal_waits_for_staff_until_it_is_closed(run: Run) -> None:
    run("chat", typed="¿cuánto debe el estado?\n/mal es otra cifra, soy Ana Pérez\n/salir\n")
    _, waiting, _ = run("report", "avisos", "--json")
    report = json.loads(waiting)[-1]
    assert report["comment"] == "es otra cifra, soy [nombre]"
    assert report["receipt"]
    code, _, complained = run("report", "avisos", "--resolve", str(report["id"]))
    assert (code, "--note" in complained) == (2, True)
    assert run("report", "avisos", "--resolve", str(report["id"]), "--note", "la cifra es correcta", "--today", "2026-11-23")[0] == 0
    assert run("report", "avisos", "--resolve", str(report["id"]), "--note", "otra vez")[0] == 2
    _, everything, _ = run("report", "avisos", "--all")
    assert "la cifra es correcta" in everything


def test_what_is_kept_is_told_with_the_lengths_that_are_set(run: Run) -> None:
    _, said, _ = run("privacy", "--purge", BOT_KEEP_CONVERSATION_MINUTES="45")
    assert "45 minutos" in said
    assert "renglones vencidos" in said
    assert json.loads(run("privacy", "--json")[1])["kept"][0]["erased_by_the_person"] is True


def test_corrections_are_told(run: Run) -> None:
    assert run("corrections")[0] == 0
    assert isinstance(json.loads(run("corrections", "--json")[1]), list)
