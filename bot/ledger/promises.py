"""Commitments of the local action plans, with their milestones and what each side says of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from bot.ledger.catalogues import Catalogues, check_sources
from bot.ledger.rows import CommitmentRow, MilestoneRow, VoiceRow
from bot.ledger.sheet import Findings, Row, Sheet, open_sheet

COMMITMENTS = "pensions_sports/commitments.csv"
MILESTONES = "pensions_sports/milestones.csv"
VOICES = "pensions_sports/voices.csv"
STATUS_CODES = ("desconocido", "en_proceso", "seleccionado", "cumplido", "propuesta")
SPEAKERS = ("gobierno", "evidencia", "dinero")


@dataclass
class Promises:
    commitments: dict[str, CommitmentRow] = field(default_factory=dict)
    voices: list[VoiceRow] = field(default_factory=list)
    milestones: list[MilestoneRow] = field(default_factory=list)


def read_promises(folder: Path, known: Catalogues, findings: Findings) -> tuple[Promises, tuple[Sheet, ...]]:
    promises = Promises()
    sheet = open_sheet(folder, COMMITMENTS, findings)
    milestones = open_sheet(folder, MILESTONES, findings)
    # optional: a package may hold commitments of which nobody but the plan has spoken
    voices = open_sheet(folder, VOICES, findings, required=False)
    for row in sheet.rows:
        _commitment(row, known, promises)
    for row in milestones.rows:
        _milestone(row, known, promises)
    for row in voices.rows:
        _voice(row, known, promises)
    return promises, (sheet, milestones, voices)


def _commitment(row: Row, known: Catalogues, into: Promises) -> None:
    id, code, plan = row["commitment_id"], row["status_code"], row["plan"]
    if code not in STATUS_CODES:
        row.refuse("status_code", f"no conozco «{code}»", f"Usa uno de: {', '.join(STATUS_CODES)}")
    if not (plan.isascii() and plan.isdigit()):
        row.refuse("plan", f"«{plan}» no es el número del plan", "Escribe 1, 2 …")
        return
    if not check_sources(row, "source_id", (row["source_id"],), known.documents):
        return
    into.commitments[id] = CommitmentRow(
        id=id,
        title=row["title"],
        plan=int(plan),
        problem=row["problem"],
        responsible=row["responsible_agency"],
        status=row["status"],
        status_code=code,
        status_date=row["status_date"],
        note=row["note"],
        document_id=row["source_id"],
        locator=row.locator,
    )


def _milestone(row: Row, known: Catalogues, into: Promises) -> None:
    if _of_known(row, known, into):
        at = sum(one.commitment_id == row["commitment_id"] for one in into.milestones)
        into.milestones.append(MilestoneRow(row["commitment_id"], at, row["milestone"], row["status"], row["source_id"], row.locator))


def _voice(row: Row, known: Catalogues, into: Promises) -> None:
    who = row["who"]
    if who not in SPEAKERS:
        row.refuse("who", f"no conozco la voz «{who}»", f"Usa una de: {', '.join(SPEAKERS)}")
        return
    if _of_known(row, known, into):
        at = sum(one.commitment_id == row["commitment_id"] for one in into.voices)
        into.voices.append(VoiceRow(row["commitment_id"], at, who, row["says"], row["date"], row["source_id"], row.locator))


def _of_known(row: Row, known: Catalogues, into: Promises) -> bool:
    id = row["commitment_id"]
    if id not in into.commitments:
        row.refuse("commitment_id", f"«{id}» no está en data/{COMMITMENTS}", "Corrige la clave del compromiso")
        return False
    return check_sources(row, "source_id", (row["source_id"],), known.documents)
