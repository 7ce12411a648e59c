"""Everything a ledger holds, read once into values that never change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, select

from bot.domain.answer import CommitmentCard, Confidence, Document, Milestone, Source, Unit, Voice
from bot.domain.ledger import Concept, Fact, Load, Record, Series, Subject
from bot.domain.period import Period
from bot.domain.stage import Stage
from bot.errors import LedgerError
from bot.ledger import schema
from bot.ledger.stores import BUILD

_STAGE_ORDER = {stage: at for at, stage in enumerate(Stage)}
_CONFIDENCE_ORDER = {confidence: at for at, confidence in enumerate(Confidence)}
_NEVER = (date.max, date.max)

# What per-person and real-terms answers divide by (data/concepts.csv).
POPULATION, PROJECTED = "poblacion", "conapo"
PRICES = "inpc-promedio-anual"

Documents = Mapping[str, Document]


@dataclass(frozen=True)
class Contents:
    load: Load
    documents: Documents
    subjects: tuple[Subject, ...]
    concepts: tuple[Concept, ...]
    series: tuple[Series, ...]
    by_id: Mapping[str, Fact]
    facts: Mapping[str, tuple[Fact, ...]]
    groups: Mapping[str, tuple[Fact, ...]]
    records: tuple[Record, ...]
    commitments: tuple[CommitmentCard, ...]
    population: Mapping[tuple[str, int], Fact]
    prices: Mapping[int, Fact]


def read_load(connection: Connection) -> Load:
    """LedgerError where the ledger was built by a version of the program with other tables."""
    found = connection.execute(select(schema.loads)).one()
    if found.schema_version != schema.SCHEMA_VERSION:
        raise LedgerError(f"La base de datos es de otra versión del programa. Vuelve a construirla con «{BUILD}».")
    counted = select(schema.load_rows.c.name, schema.load_rows.c.rows).order_by(schema.load_rows.c.position)
    return Load(found.content_hash, found.built_at, tuple((name, rows) for name, rows in connection.execute(counted)))


def read_contents(connection: Connection) -> Contents:
    load = read_load(connection)
    documents = {row[0]: Document(*row) for row in _all(connection, schema.documents)}
    subjects = {row[0]: Subject(*row[:5]) for row in _all(connection, schema.subjects)}
    concepts = {
        id: Concept(id, name, topic, flow, definition, article, parent, tuple(parts.split()))
        for id, name, topic, flow, definition, article, parent, parts in _all(connection, schema.concepts)
    }
    series = {
        id: Series(id, topic, subjects[subject], concepts[concept], *rest)
        for id, topic, subject, concept, *rest in _all(connection, schema.series)
    }
    facts = _facts(connection, documents, series)
    return Contents(
        load=load,
        documents=documents,
        subjects=tuple(subjects[id] for id in sorted(subjects)),
        concepts=tuple(concepts[id] for id in sorted(concepts)),
        series=tuple(series[id] for id in sorted(series)),
        by_id={fact.id: fact for fact in facts},
        facts=_by(facts, lambda fact: fact.series.id),
        groups=_by((fact for fact in facts if fact.group), lambda fact: fact.group),
        records=_records(connection, documents, subjects),
        commitments=_commitments(connection, documents),
        population={
            (fact.series.subject.id, fact.period.start.year): fact
            for fact in facts
            if fact.period and fact.series.concept.id == POPULATION and fact.series.classifier == PROJECTED
        },
        prices={fact.period.start.year: fact for fact in facts if fact.period and fact.series.concept.id == PRICES},
    )


def _all(connection: Connection, table: Table) -> Iterable[Any]:
    return connection.execute(select(table))


def _by(facts: Iterable[Fact], key: Callable[[Fact], str]) -> dict[str, tuple[Fact, ...]]:
    gathered: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        gathered[key(fact)].append(fact)
    return {name: tuple(members) for name, members in gathered.items()}


def order(fact: Fact) -> tuple[date, date, int, int, str]:
    """By period (undated last), then stage, then confidence (high first), then id."""
    start, end = (fact.period.start, fact.period.end) if fact.period else _NEVER
    stage = -1 if fact.stage is None else _STAGE_ORDER[fact.stage]
    return start, end, stage, _CONFIDENCE_ORDER[fact.confidence], fact.id


def _facts(connection: Connection, documents: Documents, series: Mapping[str, Series]) -> list[Fact]:
    units = {unit.value: unit for unit in Unit}
    stages = {stage.value: stage for stage in Stage}
    confidences = {confidence.value: confidence for confidence in Confidence}
    periods: dict[str, Period] = {}
    f = schema.figures.c
    columns = (
        f.id, f.series_id, f.pesos, f.quantity, f.unit, f.period, f.period_start, f.period_end, f.stage, f.stage_note,
        f.confidence, f.note, f.document_id, f.locator, f.group_name, f.total, f.repeats, f.part_of, f.conflict, f.words,
    )  # fmt: skip
    facts = []
    for (
        id, series_id, pesos, quantity, unit, label, start, end, stage, stage_note,
        confidence, note, document, locator, group, total, repeats, part_of, conflict, words,
    ) in connection.execute(select(*columns)):  # fmt: skip
        if label is not None and label not in periods:
            periods[label] = Period(start, end, label)
        facts.append(
            Fact(
                id=id,
                series=series[series_id],
                amount=quantity if pesos is None else pesos,
                unit=units[unit],
                period=periods.get(label),
                stage=stages.get(stage),
                stage_note=stage_note,
                confidence=confidences[confidence],
                note=note,
                source=Source(documents[document], locator),
                group=group,
                total=total,
                repeats=repeats,
                part_of=part_of,
                conflict=conflict,
                words=words,
            )
        )
    return sorted(facts, key=order)


def _records(connection: Connection, documents: Documents, subjects: Mapping[str, Subject]) -> tuple[Record, ...]:
    behind: dict[str, list[Source]] = defaultdict(list)
    s = schema.statement_sources.c
    for id, document, locator in connection.execute(select(s.statement_id, s.document_id, s.locator).order_by(s.position)):
        behind[id].append(Source(documents[document], locator))
    records = [
        Record(id, kind, topic, subjects.get(subject), text, when, party, Confidence(confidence), tuple(behind[id]), words)
        for id, kind, topic, subject, text, when, party, confidence, words in _all(connection, schema.statements)
    ]
    return tuple(sorted(records, key=lambda record: (not record.date, record.date, record.id)))


def _commitments(connection: Connection, documents: Documents) -> tuple[CommitmentCard, ...]:
    voices: dict[str, list[Voice]] = defaultdict(list)
    for row in sorted(connection.execute(select(schema.voices)), key=lambda row: row.position):
        source = Source(documents[row.document_id], row.locator)
        voices[row.commitment_id].append(Voice(row.who, row.says, row.date, (source,)))
    milestones: dict[str, list[Milestone]] = defaultdict(list)
    for row in sorted(connection.execute(select(schema.milestones)), key=lambda row: row.position):
        source = Source(documents[row.document_id], row.locator)
        milestones[row.commitment_id].append(Milestone(row.text, row.status, (source,)))
    cards = (
        CommitmentCard(
            id=row.id,
            title=row.title,
            plan=row.plan,
            problem=row.problem,
            responsible=row.responsible,
            status=row.status,
            status_code=row.status_code,
            status_date=row.status_date,
            note=row.note,
            voices=tuple(voices[row.id]),
            milestones=tuple(milestones[row.id]),
            sources=(Source(documents[row.document_id], row.locator),),
        )
        for row in connection.execute(select(schema.commitments))
    )
    return tuple(sorted(cards, key=lambda card: card.id))
