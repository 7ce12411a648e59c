"""The rows that are written, one frozen dataclass a table of ``schema``: field names are column names."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any


@dataclass(frozen=True)
class DocumentRow:
    id: str
    title: str
    publisher: str
    kind: str
    url: str
    copy: str
    published: str
    note: str


@dataclass(frozen=True)
class SubjectRow:
    id: str
    clave: str
    name: str
    kind: str
    article: str
    place: str


@dataclass(frozen=True)
class ConceptRow:
    id: str
    name: str
    topic: str
    flow: str
    definition: str
    article: str
    parent: str
    parts: str


@dataclass(frozen=True)
class SeriesRow:
    id: str
    topic: str
    subject_id: str
    concept_id: str
    counterpart: str
    place: str
    classifier: str
    group_name: str
    words: str


@dataclass(frozen=True)
class FigureRow:
    """``pesos`` where ``unit`` is money, ``quantity`` otherwise; never both, never neither."""

    id: str
    series_id: str
    pesos: Decimal | None
    quantity: Decimal | None
    unit: str
    period: str | None
    period_start: date | None
    period_end: date | None
    stage: str | None
    stage_note: str
    confidence: str
    note: str
    document_id: str
    locator: str
    group_name: str
    total: bool
    repeats: str
    part_of: str
    conflict: str
    words: str

    @property
    def amount(self) -> Decimal:
        amount = self.quantity if self.pesos is None else self.pesos
        assert amount is not None
        return amount


@dataclass(frozen=True)
class AbsenceRow:
    """A row of our tables whose number no document prints. ``reason`` is ``no_publicado``, ``aun_no_toca``,
    ``no_aplica``, ``ilegible`` or ``no_cargado``."""

    id: str
    series_id: str
    period: str | None
    stage: str | None
    reason: str
    note: str
    document_id: str | None
    locator: str


@dataclass(frozen=True)
class StatementRow:
    id: str
    kind: str
    topic: str
    subject_id: str | None
    text: str
    date: str
    party: str
    confidence: str
    words: str


@dataclass(frozen=True)
class StatementSourceRow:
    statement_id: str
    position: int
    document_id: str
    locator: str


@dataclass(frozen=True)
class CommitmentRow:
    id: str
    title: str
    plan: int
    problem: str
    responsible: str
    status: str
    status_code: str
    status_date: str
    note: str
    document_id: str
    locator: str


@dataclass(frozen=True)
class VoiceRow:
    commitment_id: str
    position: int
    who: str
    says: str
    date: str
    document_id: str
    locator: str


@dataclass(frozen=True)
class MilestoneRow:
    commitment_id: str
    position: int
    text: str
    status: str
    document_id: str
    locator: str


def values(row: Any) -> dict[str, Any]:
    """The row as column → value, in the order of the table."""
    return {field.name: getattr(row, field.name) for field in fields(row)}
