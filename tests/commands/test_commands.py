"""The commands of whoever keeps the bot, over the real data, and what is said of mistakes."""

from __future__ import annotations

import csv
import io
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.commands.conftest import ROOT, Run

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
