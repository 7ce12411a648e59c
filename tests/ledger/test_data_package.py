"""``data/`` as a Frictionless package: complete as published, checked against its own schema, every known problem decided."""

from __future__ import annotations

import csv
import json
import shutil
import warnings
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
from ruamel.yaml import YAML

DATA = Path(__file__).parents[2] / "data"
CONCEPT_NAMES = DATA.parent / "knowledge" / "vocabulario" / "conceptos.yaml"
UNLISTED = {"README.md", "datapackage.json"}


class Published(NamedTuple):
    """Rows and published columns of a table, and the control total of one of them. Adding a figure changes these on purpose."""

    rows: int
    columns: int
    column: str = ""
    total: str = "0"


PUBLISHED = {
    "budget/budget_by_branch.csv": Published(33, 8, "amount_mxn", "225282426102"),
    "budget/budget_by_entity_partial.csv": Published(26, 9, "amount_mxn", "29180300624"),
    "budget/budget_totals.csv": Published(18, 8, "amount_mxn", "569040265537"),
    "budget/catalog_cog.csv": Published(299, 5),
    "budget/catalog_functional_cofog.csv": Published(32, 6),
    "budget/debt_points_press.csv": Published(7, 6, "amount_mxn", "37681410894"),
    "budget/federal_spending_in_zacatecas_by_function.csv": Published(44, 8, "amount_mxn", "474742484505.64"),
    "budget/federal_transfers_zacatecas.csv": Published(13, 7, "amount_mxn", "334057599162"),
    "budget/gdp_zacatecas.csv": Published(22, 6, "gdp_current_mxn", "3836759749000"),
    "budget/inpc_annual.csv": Published(17, 6, "inpc_mean", "1766.8958"),
    "budget/inpc_monthly.csv": Published(198, 6, "inpc_general", "20332.820"),
    "budget/municipal_account_reporting.csv": Published(580, 6),
    "budget/municipal_audits_asf_2024.csv": Published(18, 11, "to_clarify_mxn", "652800000"),
    "budget/municipal_federal_funds_2024.csv": Published(344, 8, "amount_mxn", "6554663488"),
    "budget/municipal_finance_efipem_2024.csv": Published(464, 8, "amount_mxn", "30198617009"),
    "budget/municipalities.csv": Published(58, 8, "pop_census_2020", "1622138"),
    "budget/municipal_seats.csv": Published(59, 7, "latitude", "1334.35071"),
    "budget/national_federal_spending.csv": Published(84, 5, "amount_mxn", "144877456200000"),
    "budget/population_municipal.csv": Published(1218, 6, "population", "34771799"),
    "budget/population_state.csv": Published(57, 7, "population", "89394728"),
    "budget/state_revenue_efipem_2024.csv": Published(13, 8, "amount_mxn", "96361692704"),
    "budget/state_revenue_law.csv": Published(29, 8, "amount_mxn", "112875374327.12"),
    "budget/transparency_scores.csv": Published(3, 7, "score", "282.98"),
    "debt/balances.csv": Published(109, 8, "amount_mxn", "414109194998.81"),
    "debt/destinations.csv": Published(28, 9, "amount_mxn", "54140800275.75"),
    "debt/events.csv": Published(56, 4, "amount_mxn", "153172919460.25"),
    "debt/loans.csv": Published(30, 13, "authorized_or_contracted_amount_mxn", "74748178061.25"),
    "pensions_sports/amounts.csv": Published(124, 10, "amount_mxn", "426418188712.30"),
    "pensions_sports/commitments.csv": Published(11, 15),
    "pensions_sports/destinations.csv": Published(30, 11, "amount_mxn", "1640872735"),
    "pensions_sports/events.csv": Published(68, 5, "amount_mxn", "96830565598.39"),
    "pensions_sports/indicators.csv": Published(36, 9, "value", "147800"),
    "pensions_sports/milestones.csv": Published(8, 6),
}
ADDED = {
    *("fact_id", "record_id", "subject_id", "concept_id", "stage_id", "covers", "counterpart", "place", "group_id"),
    *("is_total", "repeats", "part_of", "conflict_id", "words", "derived", "party"),
}
KNOWN_PROBLEMS = (
    "`unit` column",
    "no period",
    "running totals and parts",
    "repeats `amounts.csv`",
    "two municipalities",
    "`-P1…-P3`",
    "`status` is free text",
    "20 against 250 million",
    "29 sources have no date",
    "two derived rows and the COFOG mapping",
    "Tepetongo",
    "«Téul»",
    "`otros` mixes",
    "2019-12-31",
    "6,900 million",
    "8,053,709,810",
    "5,900 million",
    "`debt_points_press.csv` repeats",
    "projected interest of `banobras-2012-12`",
    "no stage",
    "2026 subsidies jump",
    "2014 branch and entity figures",
    "42 of 56",
    "SRFT and EFIPEM",
    "eight municipalities",
    "CONAPO 2024",
    "`state_revenue_law.csv` 2018",
    "2020 has no total row",
    "8,900 million",
    "digits swapped",
    "7,032 million",
    "not proven loss",
)


def rows(path: str, folder: Path = DATA) -> list[dict[str, str]]:
    with (folder / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def complaints(folder: Path) -> list[str]:
    """What frictionless says against the package, one sentence each."""
    with warnings.catch_warnings():
        # libraries under frictionless announce their own deprecations on import
        warnings.simplefilter("ignore", DeprecationWarning)
        warnings.simplefilter("ignore", PendingDeprecationWarning)
        import frictionless

        report = frictionless.validate(str(folder / "datapackage.json"))
    return [f"{place}: {message}" for place, message in report.flatten(["name", "message"])]


def test_the_package_keeps_its_own_schema() -> None:
    assert complaints(DATA) == []


MISTAKES = (
    ("debt/balances.csv", ",portico-2014-01-16,", ",un-documento-inventado,", "sources"),
    ("debt/balances.csv", ",deuda-2004,", ",un-desacuerdo-inventado,", "conflicts"),
    ("pensions_sports/amounts.csv", ",44555816845.32,", ',"44,555 millones",', "amount_mxn"),
)


def test_mistakes_in_rows_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    for path, old, new, _ in MISTAKES:
        text = (folder / path).read_text(encoding="utf-8")
        assert old in text
        (folder / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    told = complaints(folder)
    assert [said for _, _, _, said in MISTAKES if not any(said in one for one in told)] == []


def test_every_file_is_described() -> None:
    described = {resource["path"] for resource in json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))["resources"]}
    present = {file.relative_to(DATA).as_posix() for file in DATA.rglob("*") if file.is_file()}
    assert described == present - UNLISTED


@pytest.mark.parametrize("path", PUBLISHED)
def test_the_published_columns_are_complete(path: str) -> None:
    """No row lost, no value bent: the columns as published come first, and their control total is the one copied."""
    expected, found = PUBLISHED[path], rows(path)
    header = list(found[0])
    assert len(found) == expected.rows
    assert not ADDED & set(header[: expected.columns])
    assert set(header[expected.columns :]) <= ADDED
    if expected.column:
        assert sum(Decimal(row[expected.column]) for row in found if row[expected.column]) == Decimal(expected.total)


def test_no_document_of_the_compilation_is_lost() -> None:
    assert len(rows("sources.csv")) >= 252


def test_the_readme_decides_every_known_problem() -> None:
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    assert [problem for problem in KNOWN_PROBLEMS if problem not in readme] == []


def test_a_repeated_figure_is_the_same_amount() -> None:
    told = {row["fact_id"]: row for path in PUBLISHED for row in rows(path) if row.get("fact_id")}
    again = [(row, told[row["repeats"]]) for row in told.values() if row["repeats"] in told]
    assert len(again) > 30
    assert [row["fact_id"] for row, first in again if Decimal(row["amount_mxn"]) != Decimal(first["amount_mxn"])] == []


def test_everything_a_figure_measures_has_a_name_that_people_use() -> None:
    entries = YAML(typ="safe").load(CONCEPT_NAMES)
    concepts = {row["concept_id"]: row["name"] for row in rows("concepts.csv")}
    assert {entry["clave"]: entry["nombre"] for entry in entries} == concepts


def test_kinds_of_kinds_come_to_an_end() -> None:
    parents = {row["concept_id"]: row["parent"] for row in rows("concepts.csv")}
    for concept in parents:
        seen = [concept]
        while parents[seen[-1]]:
            seen.append(parents[seen[-1]])
            assert len(seen) <= 4, seen


def test_every_disagreement_names_its_documents() -> None:
    documents = {row["source_id"] for row in rows("sources.csv")}
    for conflict in rows("conflicts.csv"):
        assert set(conflict["source_ids"].split()) <= documents, conflict["conflict_id"]
