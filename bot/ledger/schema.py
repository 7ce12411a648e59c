"""The tables of the ledger. A build product: never edited by hand, never migrated, always written whole.

Core tables and not mapped classes: nothing here is an entity that changes, and importing ``sqlalchemy.orm`` would cost
every cold answer about 110 ms.
"""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, Date, ForeignKey, Index, Integer, MetaData, Table, Text

from bot.ledger.money import Exact, Pesos

# Part of the content hash: raise it when a table here changes its shape.
SCHEMA_VERSION = 2

metadata = MetaData()


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    *map(_text, ("title", "publisher", "kind", "url", "copy", "published", "note")),
)

subjects = Table(
    "subjects",
    metadata,
    Column("id", Text, primary_key=True),
    *map(_text, ("clave", "name", "kind", "article", "place")),
)

concepts = Table(
    "concepts",
    metadata,
    Column("id", Text, primary_key=True),
    *map(_text, ("name", "topic", "flow", "definition", "article", "parent", "parts")),
)

series = Table(
    "series",
    metadata,
    Column("id", Text, primary_key=True),
    _text("topic"),
    Column("subject_id", ForeignKey(subjects.c.id), nullable=False),
    Column("concept_id", ForeignKey(concepts.c.id), nullable=False),
    *map(_text, ("counterpart", "place", "classifier", "group_name", "words")),
    Index("series_by_subject", "subject_id", "concept_id"),
)

figures = Table(
    "figures",
    metadata,
    Column("id", Text, primary_key=True),
    Column("series_id", ForeignKey(series.c.id), nullable=False, index=True),
    Column("pesos", Pesos),
    Column("quantity", Exact),
    _text("unit"),
    Column("period", Text),
    Column("period_start", Date),
    Column("period_end", Date),
    Column("stage", Text),
    *map(_text, ("stage_note", "confidence", "note")),
    Column("document_id", ForeignKey(documents.c.id), nullable=False),
    _text("locator"),
    Column("group_name", Text, nullable=False, index=True),
    Column("total", Boolean, nullable=False),
    *map(_text, ("repeats", "part_of", "conflict", "words")),
    CheckConstraint("(pesos IS NULL) <> (quantity IS NULL)", name="one_amount"),
    CheckConstraint("(pesos IS NOT NULL) = (unit LIKE 'MXN%')", name="pesos_are_pesos"),
)

absences = Table(
    "absences",
    metadata,
    Column("id", Text, primary_key=True),
    Column("series_id", ForeignKey(series.c.id), nullable=False),
    Column("period", Text),
    Column("stage", Text),
    *map(_text, ("reason", "note")),
    Column("document_id", ForeignKey(documents.c.id)),
    _text("locator"),
)

statements = Table(
    "statements",
    metadata,
    Column("id", Text, primary_key=True),
    *map(_text, ("kind", "topic")),
    Column("subject_id", ForeignKey(subjects.c.id)),
    *map(_text, ("text", "date", "party", "confidence", "words")),
)

statement_sources = Table(
    "statement_sources",
    metadata,
    Column("statement_id", ForeignKey(statements.c.id), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("document_id", ForeignKey(documents.c.id), nullable=False),
    _text("locator"),
)

commitments = Table(
    "commitments",
    metadata,
    Column("id", Text, primary_key=True),
    _text("title"),
    Column("plan", Integer, nullable=False),
    *map(_text, ("problem", "responsible", "status", "status_code", "status_date", "note")),
    Column("document_id", ForeignKey(documents.c.id), nullable=False),
    _text("locator"),
)

voices = Table(
    "voices",
    metadata,
    Column("commitment_id", ForeignKey(commitments.c.id), primary_key=True),
    Column("position", Integer, primary_key=True),
    *map(_text, ("who", "says", "date")),
    Column("document_id", ForeignKey(documents.c.id), nullable=False),
    _text("locator"),
)

milestones = Table(
    "milestones",
    metadata,
    Column("commitment_id", ForeignKey(commitments.c.id), primary_key=True),
    Column("position", Integer, primary_key=True),
    *map(_text, ("text", "status")),
    Column("document_id", ForeignKey(documents.c.id), nullable=False),
    _text("locator"),
)

loads = Table(
    "loads",
    metadata,
    Column("content_hash", Text, primary_key=True),
    Column("schema_version", Integer, nullable=False),
    _text("built_at"),
)

load_rows = Table(
    "load_rows",
    metadata,
    Column("position", Integer, primary_key=True),
    _text("name"),
    Column("rows", Integer, nullable=False),
)
