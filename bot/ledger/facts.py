"""From the rows of a table to figures and absences, each under its series."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from bot.domain.answer import Unit
from bot.domain.period import Period
from bot.domain.stage import Stage
from bot.ledger import cells
from bot.ledger.catalogues import Catalogues, Meaning, check_sources
from bot.ledger.mapping import Figures, slug
from bot.ledger.rows import AbsenceRow, ConceptRow, FigureRow, SeriesRow, SubjectRow
from bot.ledger.sheet import Row
from bot.ledger.wording import with_dates

_NOWHERE = Meaning(None, "")


@dataclass(frozen=True)
class Described:
    """A series as one row names it; ``words`` and ``group`` may differ from row to row."""

    topic: str
    subject: SubjectRow
    concept: ConceptRow
    counterpart: str
    place: str
    classifier: str
    group: str
    words: tuple[str, ...]

    @property
    def id(self) -> str:
        parts = [self.topic, self.subject.id, self.concept.id]
        parts += [slug(self.counterpart)] if self.counterpart else []
        parts += [f"@{self.classifier}"] if self.classifier else []
        parts += [f"+{self.place}"] if self.place and self.place != self.subject.place else []
        return "/".join(parts)


@dataclass
class Gathered:
    """Everything read so far, by id, with the row it came from (for mistakes found later)."""

    figures: dict[str, FigureRow] = field(default_factory=dict)
    absences: dict[str, AbsenceRow] = field(default_factory=dict)
    described: dict[str, list[Described]] = field(default_factory=lambda: defaultdict(list))
    origin: dict[str, Row] = field(default_factory=dict)

    def series(self) -> Iterable[SeriesRow]:
        return (_series(id, self.described[id]) for id in sorted(self.described))


def gather(row: Row, spec: Figures, known: Catalogues, into: Gathered) -> None:
    """Read one figure of one row; mistakes are told on the row and leave nothing behind."""
    missing = _missing(row, spec)
    if missing == "":
        return
    read = _read(row, spec, known, into)
    if read is None:
        return
    into.origin[read.id] = row
    into.described[read.described.id].append(read.described)
    if missing:
        into.absences[read.id] = _absence(row, read, missing)
    elif (amount := cells.amount(row, spec.amount, read.unit)) is not None:
        into.figures[read.id] = _figure(row, read, amount)


@dataclass(frozen=True)
class _Read:
    """A row whose every cell could be read, but for the amount."""

    id: str
    described: Described
    unit: Unit
    meaning: Meaning
    period: Period | None
    confidence: str
    source: str
    note: str
    linked: bool


def _read(row: Row, spec: Figures, known: Catalogues, into: Gathered) -> _Read | None:
    described = _described(row, spec, known)
    unit = cells.unit(row, spec.unit(row))
    meaning = _stage(row, spec, known)
    period, readable = cells.told_period(row, row.get("covers") or spec.period(row))
    confidence = cells.confidence(row, spec.confidence(row))
    source = spec.source(row)
    documented = check_sources(row, "source_id", (source,) if source else (), known.documents)
    linked = _conflict_known(row, known)
    id = _id(row, spec, into)
    if described is None or unit is None or meaning is None or not (readable and documented and linked and id):
        return None
    return _Read(id, described, unit, meaning, period, confidence.value, source, with_dates(spec.note(row)), spec.linked)


def _missing(row: Row, spec: Figures) -> str | None:
    """Why there is no number; empty where this row is silent about this one; None where there is one."""
    cell = row[spec.amount]
    if not cell:
        return spec.absent
    return (spec.zero(row) or None) if cell == "0" else None


def _figure(row: Row, read: _Read, amount: Decimal) -> FigureRow:
    period, linked = read.period, read.linked
    return FigureRow(
        id=read.id,
        series_id=read.described.id,
        pesos=amount if read.unit.is_money else None,
        quantity=None if read.unit.is_money else amount,
        unit=read.unit.value,
        period=period.label if period else None,
        period_start=period.start if period else None,
        period_end=period.end if period else None,
        stage=read.meaning.stage.value if read.meaning.stage else None,
        stage_note=read.meaning.note,
        confidence=read.confidence,
        note=read.note,
        document_id=read.source,
        locator=row.get("locator") or row.locator,
        group_name=read.described.group,
        total=linked and row.get("is_total") == "1",
        repeats=row.get("repeats") if linked else "",
        part_of=row.get("part_of") if linked else "",
        conflict=row.get("conflict_id") if linked else "",
        words=row.get("words") if linked else "",
    )


def _absence(row: Row, read: _Read, reason: str) -> AbsenceRow:
    label = read.period.label if read.period else None
    stage = read.meaning.stage.value if read.meaning.stage else None
    return AbsenceRow(read.id, read.described.id, label, stage, reason, read.note, read.source, row.locator)


def _described(row: Row, spec: Figures, known: Catalogues) -> Described | None:
    subject_id, concept_id = spec.subject(row), spec.concept(row)
    subject, concept = known.subjects.get(subject_id), known.concepts.get(concept_id)
    if subject is None:
        row.refuse("subject_id", f"no conozco el sujeto «{subject_id}»", "Agrégalo a data/subjects.csv o corrige la clave")
    if concept is None:
        row.refuse("concept_id", f"no conozco el concepto «{concept_id}»", "Agrégalo a data/concepts.csv o corrige la clave")
    if subject is None or concept is None:
        return None
    topic = spec.topic(row) or concept.topic
    if not topic:
        row.refuse("topic", "no tiene tema", "Escribe el tema aquí o en el concepto de data/concepts.csv")
        return None
    counterpart, note = spec.counterpart(row), with_dates(spec.note(row))
    words = (subject.name, concept.name, counterpart, spec.words(row), note)
    place = spec.place(row) or subject.place
    return Described(topic, subject, concept, counterpart, place, spec.classifier(row), spec.group(row) if spec.linked else "", words)


def _stage(row: Row, spec: Figures, known: Catalogues) -> Meaning | None:
    """What the row's stage is: its own ``stage_id``, or what ``stages.csv`` says of the published spelling."""
    published = row[spec.stage] if spec.stage else ""
    mapped = known.meanings.get((row.sheet.path.removesuffix(".csv"), spec.stage, published))
    own = spec.stage_id(row)
    if own:
        try:
            # the note of the spelling belongs to the stage that this row is said not to have
            return Meaning(Stage(own), "")
        except ValueError:
            fix = f"Usa uno de: {', '.join(stage.value for stage in Stage)}"
            row.refuse("stage_id", f"no conozco el momento «{own}»", fix)
            return None
    if not spec.stage:
        return _NOWHERE
    if mapped is None:
        row.refuse(spec.stage, f"«{published}» no está en data/stages.csv", "Agrega ahí un renglón que diga a qué momento corresponde")
    return mapped


def _conflict_known(row: Row, known: Catalogues) -> bool:
    conflict = row.get("conflict_id")
    if conflict and conflict not in known.conflicts:
        row.refuse("conflict_id", f"«{conflict}» no está en data/conflicts.csv", "Agrega ahí el desacuerdo o corrige la clave")
        return False
    return True


def _id(row: Row, spec: Figures, into: Gathered) -> str:
    id = spec.id(row)
    if not id:
        row.refuse("fact_id", "está en blanco", "Dale una clave corta, estable y única, por ejemplo «saldo-2013-banorte»")
        return ""
    if id in into.origin:
        other = into.origin[id]
        row.refuse("fact_id", f"«{id}» ya existe en {other.file}:{other.line}", "Cada cifra lleva una clave distinta")
        return ""
    return id


def _series(id: str, rows: list[Described]) -> SeriesRow:
    """One series from every row that names it; its group is named only where all rows agree on it."""
    head = rows[0]
    groups = {row.group for row in rows}
    words = dict.fromkeys(word for row in rows for word in row.words if word)
    return SeriesRow(
        id=id,
        topic=head.topic,
        subject_id=head.subject.id,
        concept_id=head.concept.id,
        counterpart=head.counterpart,
        place=head.place,
        classifier=head.classifier,
        group_name=groups.pop() if len(groups) == 1 else "",
        words=" · ".join(words),
    )
