"""A package with mistakes is refused whole; each mistake names file, row, column and what to do."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

BALANCES = "debt/balances.csv"

# what is spoiled: file, old text, new text → file, line, column of the mistake, and words of the message
FUNDS = "budget/municipal_federal_funds_2024.csv"
PLAN = "pensions_sports/"
SPOILED = {
    "an amount with commas": (BALANCES, "4939273314,hacienda-2024", '"4,939,273,314",hacienda-2024', 2, "amount_mxn", "no es un número"),
    "an amount with half a centavo": (BALANCES, "5558000000.05", "5558000000.055", 3, "amount_mxn", "no cabe en centavos exactos"),
    "an amount beyond 64 bits": (BALANCES, "5558000000.05", "9" * 19, 3, "amount_mxn", "no cabe en centavos exactos"),
    "a figure of no document": (BALANCES, "4939273314,hacienda-2024", "4939273314,", 2, "source_id", "no nombra ningún documento"),
    "a document nobody knows": (BALANCES, "4939273314,hacienda-2024", "4939273314,otra", 2, "source_id", "no está en data/sources.csv"),
    "an unknown stage": ("budget/budget_totals.csv", "aprobado (según prensa)", "cocinado", 3, "stage", "no está en data/stages.csv"),
    "an unknown unit": (BALANCES, "MXN_per_month", "MXN_per_moon", 5, "unit", "no conozco la unidad"),
    "a date in another order": (BALANCES, "2013,saldo_total", "31-12-2013,saldo_total", 4, None, "no es un periodo"),
    "a span that ends before it begins": (BALANCES, "2016-09-12/2021-06-30", "2021/2016", 6, None, "termina antes de empezar"),
    "an unknown confidence": (BALANCES, ",low,", ",so-so,", 3, "confidence", "no conozco"),
    "an unknown subject": (BALANCES, "diario,estado-zacatecas", "diario,marte", 3, "subject_id", "no conozco el sujeto"),
    "an unknown concept": (BALANCES, "intereses-pagados,,,,,,,,,,réditos", "nada,,,,,,,,,,réditos", 5, "concept_id", "no conozco el"),
    "a disagreement nobody wrote down": (BALANCES, ",deuda-2013,\n2013,", ",deuda-2099,\n2013,", 3, "conflict_id", "data/conflicts.csv"),
    "one key on two figures": (BALANCES, "saldo-2013-diario", "saldo-2013-hacienda", 3, "fact_id", "ya existe en data/debt/balances.csv:2"),
    "a figure without a key": (BALANCES, "saldo-2013-diario", "", 3, "fact_id", "está en blanco"),
    "a repetition of nothing": (BALANCES, ",,saldo-2013-hacienda,", ",,saldo-1900,", 4, "repeats", "no es la clave de ninguna cifra"),
    "a row one cell short": (BALANCES, "2013,saldo_total,", "2013,", 4, None, "celdas y los encabezados son"),
    "a total that its parts do not make": ("budget/budget_by_branch.csv", "30.05", "30.04", 2, "is_total", "sus 2 partes suman 100.09"),
    "a municipality of another state": ("budget/population_municipal.csv", "32020", "14001", 3, "subject_id", "no conozco el sujeto"),
    "a fund nobody knows": (FUNDS, "FORTAMUN (I005),recibido", "FOFO,recibido", 4, "fund", "no conozco «FOFO»"),
    "an unknown kind of commitment": (PLAN + "commitments.csv", "en_proceso", "casi", 2, "status_code", "no conozco «casi»"),
    "a milestone of no commitment": (PLAN + "milestones.csv", "ZAC-9-01,Abrir", "ZAC-8-88,Abrir", 2, "commitment_id", "no está en"),
    "a voice nobody has": (PLAN + "voices.csv", "dinero", "rumor", 3, "who", "no conozco la voz"),
    "a concept that neither flows nor stays": ("concepts.csv", "deuda,saldo", "deuda,charco", 2, "flow", "no conozco «charco»"),
    "a stage of ours that does not exist": ("stages.csv", ",saldo,\n", ",saldito,\n", 2, "stage", "no conozco el momento"),
}  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new", "line", "column", "words"), SPOILED.values(), ids=SPOILED)
def test_a_mistake_names_its_file_row_and_column(package, path, old, new, line, column, words) -> None:
    assert package.problems() == []
    package.replace(path, old, new)
    problems = package.problems()
    mine = [problem for problem in problems if words in problem.what and problem.line == line]
    if path == "budget/budget_by_branch.csv":
        path = "budget/budget_totals.csv"  # the total is where a breakdown that does not add up is told
    assert [(problem.file, problem.column) for problem in mine] == [(f"data/{path}", column)], problems
    assert all(problem.fix for problem in problems)


def test_every_mistake_is_told_at_once_in_file_order(package) -> None:
    package.replace(BALANCES, "4939273314,hacienda-2024", "x,hacienda-2024").replace(BALANCES, ",low,", ",so-so,")
    package.replace("budget/budget_totals.csv", "congreso-2024", "nadie")
    assert [(problem.file, problem.line) for problem in package.problems()][:3] == [
        ("data/budget/budget_totals.csv", 2),
        ("data/debt/balances.csv", 2),
        ("data/debt/balances.csv", 3),
    ]


def test_a_missing_file_is_told(package) -> None:
    (package.folder / BALANCES).unlink()
    assert "data/debt/balances.csv: falta el archivo. Restáuralo de la versión anterior" in map(str, package.problems())


def test_a_column_that_nobody_reads_is_told(package) -> None:
    file = package.folder / "debt/events.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([lines[0] + ",monto_en_dolares", *(line + ",1" for line in lines[1:])]) + "\n", encoding="utf-8")
    assert [(problem.column, problem.what) for problem in package.problems()] == [("monto_en_dolares", "nadie lee esta columna")]


def test_a_column_that_is_gone_is_told_once_and_never_read_as_blank(package) -> None:
    package.replace(BALANCES, ",amount_mxn,", ",monto,")
    told = [(problem.line, problem.column, problem.what) for problem in package.problems()]
    assert (1, "amount_mxn", "falta la columna") in told
    assert len(told) == len(set(told))


def test_a_column_that_is_there_twice_is_told(package) -> None:
    package.replace("debt/events.csv", "party,words", "words,words")
    assert "la columna está dos veces" in [problem.what for problem in package.problems()]


def test_a_file_saved_by_a_spreadsheet_in_another_encoding_is_told(package) -> None:
    (package.folder / BALANCES).write_bytes((package.folder / BALANCES).read_text(encoding="utf-8").encode("utf-16"))
    (problem,) = (problem for problem in package.problems() if problem.file == f"data/{BALANCES}")
    assert problem.what.startswith("no se puede leer")
    assert problem.fix == "Guárdalo como CSV en UTF-8, con comas"


def test_a_byte_order_mark_is_no_mistake(package) -> None:
    (package.folder / BALANCES).write_text("\ufeff" + (package.folder / BALANCES).read_text(encoding="utf-8"), encoding="utf-8")
    assert package.problems() == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pick=st.randoms(use_true_random=False),
    spoiled=st.text(max_size=30) | st.sampled_from(["-1", "0", "9" * 25, "1/0", '"', ",", "\n", "2013-99-99"]),
)
def test_no_spoiled_cell_ends_in_anything_but_a_list_of_mistakes(package, pick, spoiled: str) -> None:
    file = pick.choice(sorted(package.folder.rglob("*.csv")))
    sound = file.read_text(encoding="utf-8")
    lines = sound.splitlines()
    at = pick.randrange(len(lines))
    cells = lines[at].split(",")
    cells[pick.randrange(len(cells))] = spoiled
    file.write_text("\n".join([*lines[:at], ",".join(cells), *lines[at + 1 :]]), encoding="utf-8", errors="replace")
    try:
        assert all(problem.what and problem.fix for problem in package.problems())
    finally:
        file.write_text(sound, encoding="utf-8")


def test_a_declared_difference_that_is_no_number_is_told(package) -> None:
    (package.folder / "groups.csv").write_text("group_id,difference,reason\npresupuesto-2024,poco,\n", encoding="utf-8")
    assert [(problem.file, problem.line, problem.column) for problem in package.problems()] == [("data/groups.csv", 2, "difference")]


def test_a_difference_between_a_total_and_its_parts_can_be_declared_exactly(package) -> None:
    package.replace("budget/budget_by_branch.csv", "30.05", "30.04")
    declared = "group_id,difference,reason\npresupuesto-2024,0.01,El decreto redondea\n"
    (package.folder / "groups.csv").write_text(declared, encoding="utf-8")
    assert package.problems() == []
    package.replace("budget/budget_by_branch.csv", "30.04", "30.03")
    assert len(package.problems()) == 1, "another difference than the declared one is a mistake again"


def test_parts_that_do_not_make_a_whole_can_be_declared_so(package) -> None:
    package.replace("budget/budget_by_branch.csv", "30.05", "1")
    (package.folder / "groups.csv").write_text("group_id,difference,reason\npresupuesto-2024,,Faltan partes\n", encoding="utf-8")
    assert package.problems() == []


def test_more_paid_than_accrued_is_a_warning_only(package) -> None:
    stages = "2024,aprobado,gasto total,100.10"
    rows = (package.folder / "budget/budget_totals.csv").read_text(encoding="utf-8").splitlines()
    row = next(line for line in rows if line.startswith(stages)).replace(",presupuesto-2024,1,", ",,,")
    package.append("stages.csv", "budget/budget_totals,stage,devengado,devengado,").append(
        "stages.csv", "budget/budget_totals,stage,pagado,pagado,"
    )
    package.append("budget/budget_totals.csv", row.replace("aprobado", "devengado").replace("presupuesto-2024,", "devengado-2024,"))
    package.append(
        "budget/budget_totals.csv",
        row.replace("aprobado", "pagado").replace("100.10", "100.11").replace("presupuesto-2024,", "pagado-2024,"),
    )
    assert package.problems() == []
    assert [problem.what for problem in package.warnings()] == ["pagado (100.11) es mayor que devengado (100.10) en el mismo periodo"]


def test_our_own_arithmetic_is_not_loaded(package) -> None:
    file = package.folder / "budget/budget_totals.csv"
    text = file.read_text(encoding="utf-8").replace(",words\n", ",words,derived\n").replace(",,,,\n", ",,,,,\n", 1)
    lines = [line if line.count(",") == text.splitlines()[0].count(",") else line + "," for line in text.splitlines()]
    lines.append(
        lines[1].replace("presupuesto-2024,estado", "suma-nuestra,estado").replace(",presupuesto-2024,1,", ",,,").removesuffix(",") + ",1"
    )
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert package.problems() == []
