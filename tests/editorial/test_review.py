"""The review by two people: from what was asked on the page to the published accuracy."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import httpx
import openpyxl
import pytest

from bot.app import Assistant
from bot.channels.web import application
from bot.domain.answer import Answer
from bot.editorial.review_accuracy import NO_NOTE, WHOLE, accuracy, disputed, publish
from bot.editorial.review_sample import Drawn, from_files, last_week, week
from bot.editorial.review_sheets import CRITERIA, QUESTIONS, read_scores, write_sheet
from bot.errors import RutaError, WorkbookError
from bot.privacy import open_keys
from bot.proof import Receipts
from bot.state import State, open_state
from tests.editorial.conftest import ROOT, TODAY

CURP = "GODE561231HZSRRN09"
YES, NO, OUT = "sí", "no", "no aplica"
GOOD = [YES] * len(CRITERIA)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    with open_state(f"sqlite:///{tmp_path / 'estado.sqlite'}", open_keys(None, tmp_path / "llave")) as opened:
        yield opened


def without_receipts(answers: Sequence[Answer]) -> list[None]:
    return [None] * len(answers)


@pytest.fixture
def two(tmp_path: Path, assistant: Assistant) -> Drawn:
    path = tmp_path / "preguntas.txt"
    path.write_text("¿Qué es el FAIS?\ncuánto debe el estado\n", encoding="utf-8")
    return from_files([path], 1, assistant, without_receipts, TODAY)


@pytest.fixture
def sheets(tmp_path: Path, assistant: Assistant, two: Drawn) -> tuple[Path, Path]:
    paths = tmp_path / "A.xlsx", tmp_path / "B.xlsx"
    for path in paths:
        write_sheet(path, two, assistant.knowledge, assistant.ledger)
    return paths


def filled(sheets: tuple[Path, Path], *people: list[list[str]], note: str = "") -> tuple[Path, Path]:
    for path, rows in zip(sheets, people, strict=True):
        book = openpyxl.load_workbook(path)
        for number, marks in enumerate(rows, 2):
            for place, mark in enumerate((*marks, note), 5):
                book[QUESTIONS].cell(number, place).value = mark or None
        book.save(path)
    return sheets


async def test_what_was_asked_on_the_page_is_drawn_scored_by_two_and_published(tmp_path: Path, assistant: Assistant, state: State) -> None:
    receipts = Receipts(lambda: state, assistant.ledger, pytest.fail)
    app = application(assistant, lambda: TODAY, receipts=receipts)
    asked = ["¿Cuánto debía el estado a Banorte en 2013?", f"mi curp es {CURP}, ¿cuánto costó la feria de la tuna?", "¿Qué es el FAIS?"]
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://prueba") as browser:
        replies = [(await browser.get("/", params={"q": question})).text for question in asked]
    drawn = last_week(state, TODAY)
    assert len(drawn.replied) == 3
    sheets = tmp_path / "A.xlsx", tmp_path / "B.xlsx"
    for path in sheets:
        write_sheet(path, drawn, assistant.knowledge, assistant.ledger)
    book = openpyxl.load_workbook(sheets[0])
    rows = {str(row[1]): row for row in book[QUESTIONS].iter_rows(min_row=2, values_only=True)}
    assert CURP not in str(rows)
    banorte = rows[asked[0]]
    assert "2,984,007,763.00" in str(banorte[2])
    assert f"/r/{banorte[3]}" in replies[0]
    figures = [row for row in book["Cifras"].iter_rows(min_row=2, values_only=True) if row[0] == banorte[0]]
    assert figures[0][2:6] == ("2,984,007,763.00", "pesos", "2013-12-31", "saldo")
    documents = [row for row in book["Documentos"].iter_rows(min_row=2, values_only=True) if row[0] == banorte[0]]
    assert str(documents[0][4]).startswith("https://")
    page = publish(tmp_path / "exactitud.md", read_scores(filled(sheets, [GOOD] * 3, [GOOD] * 3)))
    assert "\n## Muestra del 2026-11-16: preguntas de la gente\n" in page
    assert "| lectura | 3 de 3 (100 %; 44–100 %) | 3 de 3 | – |" in page


def test_the_last_week_that_is_over_is_reviewed_and_this_one_while_there_is_no_other(state: State) -> None:
    from bot.state import SampledQuestion

    before = TODAY - timedelta(weeks=1)
    state.sample.offer(TODAY, lambda: SampledQuestion("de esta semana", "found", "[]", "", "telegram", TODAY))
    assert last_week(state, TODAY).day == date(2026, 11, 16)
    state.sample.offer(before, lambda: SampledQuestion("de la otra", "found", "[]", "", "telegram", before))
    assert [each.question for each in last_week(state, TODAY).replied] == ["de la otra"]
    assert [each.question for each in week(state, TODAY).replied] == ["de esta semana"]


def test_what_an_older_program_kept_in_another_form_is_left_out(state: State) -> None:
    from bot.state import SampledQuestion

    state.sample.offer(TODAY, lambda: SampledQuestion("ilegible", "found", '[["found", "{}"]]', "", "telegram", TODAY))
    assert week(state, TODAY).replied == ()


def test_the_draw_from_files_is_the_same_for_the_same_seed_and_masked(tmp_path: Path, assistant: Assistant) -> None:
    path = tmp_path / "preguntas.txt"
    path.write_text("\n".join(["hola"] * 30 + [f"cuánto debe el estado {CURP}"] + [f"deuda {year}" for year in range(1960, 2020)]))
    first, again, other = (from_files([path], seed, assistant, without_receipts, TODAY).replied for seed in (30, 30, 31))
    assert (len(first), len({each.question for each in first})) == (50, 50)
    assert [each.question for each in first] == [each.question for each in again] != [each.question for each in other]
    assert CURP not in str([each.question for each in (*first, *other)])


def test_a_follow_up_of_a_question_file_is_asked_after_its_question(assistant: Assistant) -> None:
    drawn = from_files([ROOT / "tests/gold/cuarta.jsonl"], 3, assistant, without_receipts, TODAY)
    follow_ups = [each for each in drawn.replied if each.before]
    assert follow_ups
    assert all(answer.reading.carried for answer in follow_ups[0].answers)


def test_a_question_with_signs_that_no_workbook_holds_is_reviewed_without_them(tmp_path: Path, assistant: Assistant) -> None:
    path = tmp_path / "preguntas.jsonl"
    path.write_text(json.dumps({"q": "cuánto debe\x0b el estado\x00"}), encoding="utf-8")
    sheets = tmp_path / "A.xlsx", tmp_path / "B.xlsx"
    for sheet in sheets:
        write_sheet(sheet, from_files([path], 1, assistant, without_receipts, TODAY), assistant.knowledge, assistant.ledger)
    assert read_scores(filled(sheets, [GOOD], [GOOD])).questions == {1: "cuánto debe el estado"}


def test_a_line_that_is_no_question_is_told(tmp_path: Path, assistant: Assistant) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text('{"q": "deuda"}\n["deuda"]\n')
    with pytest.raises(RutaError, match=r"q\.jsonl:2: esperaba un renglón como"):
        from_files([path], 1, assistant, without_receipts, TODAY)


def test_accuracy_is_what_both_people_found_right(sheets: tuple[Path, Path]) -> None:
    one = [[YES, YES, YES, YES, NO], [YES, YES, OUT, YES, YES]]
    other = [[YES, NO, YES, YES, NO], [YES, YES, OUT, "SI", YES]]
    scores = read_scores(filled(sheets, one, other, note="falta 2014"))
    found = {each.criterion: each for each in accuracy(scores)}
    assert (found["lectura"].right, found["lectura"].judged, found["lectura"].agreed, found["lectura"].kappa) == (2, 2, 2, None)
    assert (found["cifra"].right, found["cifra"].judged, found["cifra"].agreed, found["cifra"].kappa) == (1, 2, 1, 0)
    assert (found["etapa"].right, found["etapa"].judged) == (1, 1)
    assert found["completa"].kappa == 1
    assert (found[WHOLE].right, found[WHOLE].judged, found[WHOLE].kappa) == (1, 2, 1)
    (line,) = disputed(scores)
    assert line.endswith("· cifra sí/no, completa no/no · falta 2014 · falta 2014")


def test_a_review_that_is_not_finished_gives_no_figure(sheets: tuple[Path, Path]) -> None:
    with pytest.raises(WorkbookError, match=r"B\.xlsx · Preguntas:3 \[lectura\]: leí «» y esperaba sí, no, no aplica"):
        read_scores(filled(sheets, [GOOD, GOOD], [GOOD]))


def test_a_mark_that_does_not_exist_is_refused_by_the_spreadsheet_in_spanish(sheets: tuple[Path, Path]) -> None:
    rules = openpyxl.load_workbook(sheets[0])[QUESTIONS].data_validations.dataValidation
    assert [str(rule.sqref) for rule in rules] == ["E2:E3", "F2:F3", "G2:G3", "H2:H3", "I2:I3"]
    assert {rule.error for rule in rules} == {"Usa una de estas: sí, no, no aplica"}


def test_books_of_two_samples_are_not_put_together(sheets: tuple[Path, Path]) -> None:
    filled(sheets, [GOOD, GOOD], [GOOD, GOOD])
    book = openpyxl.load_workbook(sheets[1])
    book[QUESTIONS]["B2"].value = "otra pregunta"
    book.save(sheets[1])
    with pytest.raises(WorkbookError, match="no son de la misma muestra"):
        read_scores(sheets)


def test_each_sample_has_its_table_and_scoring_it_again_replaces_it(sheets: tuple[Path, Path], tmp_path: Path) -> None:
    page = tmp_path / "exactitud.md"
    scores = read_scores(filled(sheets, [GOOD, GOOD], [GOOD, GOOD]))
    first = publish(page, scores)
    assert "\n## Muestra del 2026-11-22: preguntas de prueba (2 de preguntas.txt), sorteo 1\n" in first
    assert "\n| lectura | 2 de 2 (100 %; 34–100 %) | 2 de 2 | – |\n" in first
    assert publish(page, scores) == first == page.read_text(encoding="utf-8")
    page.write_text(first.replace("2026-11-22", "2026-11-15"), encoding="utf-8")
    both = publish(page, scores)
    assert both.index("2026-11-22") < both.index("2026-11-15")
    older = [line.split(" | ")[0] for line in both.partition("2026-11-15")[2].splitlines() if line.startswith("| ")]
    assert older == ["| de 2 respuestas", *(f"| {each}" for each in (WHOLE, *CRITERIA))]
    assert both.count("| lectura |") == 2


def test_the_page_says_who_scored_or_that_nobody_wrote_it_down(sheets: tuple[Path, Path], tmp_path: Path) -> None:
    page = tmp_path / "exactitud.md"
    scores = read_scores(filled(sheets, [GOOD, GOOD], [GOOD, GOOD]))
    assert f"sorteo 1\n\n{NO_NOTE}\n\n| de 2" in publish(page, scores)
    told = publish(page, scores, "Dos personas\n de la contraloría.")
    assert "sorteo 1\n\nDos personas de la contraloría.\n\n| de 2" in told
    assert NO_NOTE not in told
