"""What the ledger holds, and how the other rooms ask for it. The SQL behind it is known to ``bot.ledger`` only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from bot.domain.answer import CommitmentCard, Confidence, Document, Source, Unit
from bot.domain.period import Period
from bot.domain.stage import Stage


@dataclass(frozen=True)
class Subject:
    """Who or what a number is about. ``clave`` is the name the vocabulary knows it by; ``kind`` is ``estado``,
    ``institucion``, ``municipio``, ``prestamo``, ``programa``, ``obra``, ``poder``, ``pais`` …; ``name`` is written
    without article; ``article`` is ``el``, ``la``, ``los``, ``las`` or empty, for «del Instituto», «de la UAZ»."""

    id: str
    clave: str
    name: str
    kind: str
    article: str


@dataclass(frozen=True)
class Concept:
    """What a number measures. ``flow`` is ``flujo`` (adds over non-overlapping periods), ``saldo`` (never adds) or
    ``otro`` (rates, counts, indices: never add). ``name`` reads inside a sentence: «saldo de largo plazo». ``parent`` is
    the wider concept this is a kind of («intereses-pagados» of «intereses»), or empty; ``parts`` the concepts it is made of
    («ingresos-propios»: impuestos, derechos …), by which it breaks down and, where nobody printed it, adds up."""

    id: str
    name: str
    topic: str
    flow: str
    definition: str
    article: str = ""
    parent: str = ""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Series:
    """One distinct subject + concept + counterpart (+ classifier): the facts under it differ in period, stage, document
    only. ``words`` describes it for descriptor search (names and notes, unfolded)."""

    id: str
    topic: str
    subject: Subject
    concept: Concept
    counterpart: str
    place: str
    classifier: str
    group: str
    words: str


@dataclass(frozen=True)
class Fact:
    """One published number, as stored. ``id`` is ``table/line`` of our own table and stays stable while the row does.

    ``group`` names the set of parts it belongs to (a breakdown adds only inside one group, stage and period);
    ``repeats`` is the id of the fact this one repeats (count once); ``part_of`` the id of the total it is a part of;
    ``total`` marks a printed total of its group. Facts that share a ``conflict`` are rival claims about one thing; the
    record of kind ``conflicto`` with that id holds the reason, where it is known. ``words`` are those by which people name
    this very fact among its sisters («el año más pesado», «la oferta»); ``also`` the documents of the facts that repeat it.
    """

    id: str
    series: Series
    amount: Decimal
    unit: Unit
    period: Period | None
    stage: Stage | None
    stage_note: str
    confidence: Confidence
    note: str
    source: Source
    group: str
    total: bool
    repeats: str
    part_of: str
    conflict: str
    words: str = ""
    also: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Record:
    """One published statement. ``kind`` is ``evento``, ``credito``, ``condicion``, ``destino``, ``compromiso``,
    ``hito``, ``conflicto``, ``reporte`` or ``auditoria``; ``subject`` is None where the text names no single one.
    ``party`` is the person, agency or firm it names (lender, beneficiary, responsible), for «¿quién?»."""

    id: str
    kind: str
    topic: str
    subject: Subject | None
    text: str
    date: str
    party: str
    confidence: Confidence
    sources: tuple[Source, ...]
    words: str


@dataclass(frozen=True)
class Load:
    """The build in service: ``content_hash`` identifies input and schema; ``built_at`` is UTC, ISO."""

    content_hash: str
    built_at: str
    rows: tuple[tuple[str, int], ...]


class Ledger(Protocol):
    """Read-only access to the spending database. Every call is safe from any thread."""

    def load(self) -> Load: ...

    def subjects(self) -> Sequence[Subject]: ...

    def concepts(self) -> Sequence[Concept]: ...

    def series(self) -> Sequence[Series]:
        """Every distinct series, in a stable order: the descriptor index is built from it."""
        ...

    def facts(self, series_ids: Sequence[str]) -> Sequence[Fact]:
        """The facts of these series, ordered by period, then stage, then confidence (high first), then id."""
        ...

    def fact(self, id: str) -> Fact | None:
        """One fact by its id, for placeholders in FAQ answers."""
        ...

    def group(self, name: str) -> Sequence[Fact]:
        """The facts of one breakdown group, same order."""
        ...

    def records(self) -> Sequence[Record]:
        """Every statement, ordered by date (undated last), then id."""
        ...

    def commitments(self) -> Sequence[CommitmentCard]: ...

    def document(self, id: str) -> Document | None: ...

    def population(self, subject_id: str, year: int) -> Fact | None:
        """CONAPO mid-year population of the state or of a municipality."""
        ...

    def prices(self, year: int) -> Fact | None:
        """Yearly mean of the INPC (base: second half of July 2018 = 100)."""
        ...
