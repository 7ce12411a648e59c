"""The accounts as the files that maintainers keep under ``data/``, and the assistant over the ledger built from them."""

from __future__ import annotations

import csv
import shutil
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.app import Assistant
from bot.domain.vocabulary import Knowledge
from bot.ledger import build, default_url, open_ledger
from bot.ledger.tables import ALL
from tests.differential.invented_accounts import BODIES, DATA, vocabulary
from tests.differential.rows import Row

SHARED = ("concepts.csv", "stages.csv")
FUNDS = {"fais": "FAIS municipal (I004)", "fortamun": "FORTAMUN (I005)"}
DOCUMENT = "gaceta"
TABLES = (
    "debt/balances",
    "pensions_sports/amounts",
    "budget/budget_totals",
    "budget/municipal_finance_efipem_2024",
    "budget/municipal_federal_funds_2024",
    "budget/population_municipal",
    "budget/population_state",
    "budget/inpc_annual",
)
PROMISES = ("pensions_sports/commitments", "pensions_sports/milestones", "pensions_sports/voices")
Line = dict[str, str]


def assistant_over(rows: Iterable[Row], wiped: Iterable[Row], real: Knowledge, folder: Path) -> Assistant:
    """Written, loaded and asked as the shipped data are; a wiped row keeps its line and loses its number."""
    write(folder / "data", rows, wiped)
    tables = [table for table in ALL if table.path.removesuffix(".csv") in TABLES]
    build(folder / "data", default_url(folder), tables=tables)
    return Assistant(vocabulary(real), open_ledger(default_url(folder)))


def write(folder: Path, rows: Iterable[Row], wiped: Iterable[Row]) -> None:
    lines: dict[str, list[Line]] = defaultdict(list)
    prices: dict[str, Line] = {}
    incomplete = set()
    for row, amount in [*((row, f"{row.amount:f}") for row in rows), *((row, "") for row in wiped)]:
        if row.concept == "inpc-promedio-anual":
            prices[row.period] = {"year": row.period, "inpc_mean": amount, "inpc_december": "", "months": "12", "status": "completo"}
            continue
        table, line = _line(row, amount)
        lines[table].append(line)
        incomplete |= {row.group} if row.group and not amount else set()
    lines["budget/inpc_annual"] = list(prices.values())
    for name in SHARED:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(DATA / name, folder / name)
    _write(folder / "subjects.csv", [_subject(*vars(body).values()) for body in BODIES])
    _write(folder / "sources.csv", [_DOCUMENT_LINE])
    _write(folder / "conflicts.csv", [], "conflict_id,topic,title,reading,source_ids")
    shared = "group_id,title,difference,reason"
    _write(folder / "groups.csv", [{"group_id": group, "title": group, "reason": "incompleto"} for group in sorted(incomplete)], shared)
    for table in PROMISES:
        _write(folder / f"{table}.csv", [], _header(table))
    for table in TABLES:
        _write(folder / f"{table}.csv", [{**line, "source_id": DOCUMENT} for line in lines[table]], _header(table))


def _line(row: Row, amount: str) -> tuple[str, Line]:
    """The table a row is published in, and its line there."""
    town = {"year": row.period, "cvegeo": row.subject.removeprefix("mun-"), "municipality": row.subject_name, "confidence": "high"}
    if row.concept in FUNDS:
        return "budget/municipal_federal_funds_2024", {**town, "fund": FUNDS[row.concept], "stage": row.stage, "amount_mxn": amount}
    if row.concept == "predial":
        stage = "cuenta pública, cifras definitivas"
        return "budget/municipal_finance_efipem_2024", {**town, "concept": "Predial", "stage": stage, "amount_mxn": amount}
    if row.concept == "poblacion":
        people = {"year": row.period, "kind": "CONAPO mitad de año", "population": amount}
        if row.subject_kind == "municipio":
            return "budget/population_municipal", {**people, "cvegeo": town["cvegeo"], "municipality": row.subject_name}
        return "budget/population_state", {**people, "cve_ent": "32", "state": row.subject_name, "confidence": "high"}
    linked = {
        "amount_mxn": amount,
        "confidence": "high",
        "fact_id": row.id,
        "subject_id": row.subject,
        "concept_id": row.concept,
        "stage_id": row.stage,
        "group_id": row.group,
        "is_total": "1" if row.total else "",
        "part_of": row.part_of,
        "concept": row.concept_name,
    }
    if row.topic == "deuda":
        return "debt/balances", {**linked, "date": row.period, "unit": row.unit, "concept": "otros"}
    if row.topic == "pensiones":
        more = {"topic": row.topic, "period": row.period, "phase": row.stage or "otro", "unit": row.unit}
        return "pensions_sports/amounts", {**linked, **more}
    return "budget/budget_totals", {**linked, "year": row.period, "stage": "aprobado"}


_DOCUMENT_LINE = {
    "source_id": DOCUMENT,
    "title": "Gaceta del valle",
    "publisher": "Editorial inventada",
    "kind": "official",
    "url": "https://example.org/gaceta",
    "copy": "",
    "published": "2026-01-15",
    "note": "",
}


def _subject(id: str, clave: str, name: str, kind: str, article: str, code: str) -> Line:
    return {"subject_id": id, "clave": clave, "name": name, "kind": kind, "article": article, "cvegeo": code}


def _header(table: str) -> str:
    """The columns of the shipped table: an invented one may not drift from it."""
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return ",".join(next(csv.reader(file)))


def _write(path: Path, lines: list[Mapping[str, str]] | list[Line], header: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    columns = header.split(",") if header else list(lines[0])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)
