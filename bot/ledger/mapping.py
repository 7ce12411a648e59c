"""The little language in which ``bot.ledger.tables`` says how a CSV becomes figures and statements."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from string import Formatter

from bot.language.folding import words
from bot.ledger.sheet import Row

Read = Callable[[Row], str]


def column(name: str) -> Read:
    """A column that the table must have."""
    return lambda row: row[name]


def optional(name: str, default: str = "") -> Read:
    """A column that only some tables have."""
    return lambda row: row.get(name, default)


def fixed(value: str) -> Read:
    return lambda row: value


nothing = fixed("")


def first(*reads: Read) -> Read:
    """The first of these that is not blank."""
    return lambda row: next((found for read in reads if (found := read(row))), "")


def joined(template: str, **reads: Read) -> Read:
    """``joined("asf-{year}-{cvegeo}")``: each field is the column of that name, unless ``reads`` says otherwise."""
    shared = {"words": _WORDS}
    fields = {name: reads.get(name) or shared.get(name) or column(name) for _, name, _, _ in Formatter().parse(template) if name}
    return lambda row: " ".join(template.format(**{name: read(row) for name, read in fields.items()}).split())


def slugged(read: Read) -> Read:
    return lambda row: slug(read(row))


def spelled(name: str, spellings: Mapping[str, str]) -> Read:
    """What a published spelling means to us; an unknown one is a mistake of the table, told with what is known."""

    def read(row: Row) -> str:
        published = row[name]
        if published not in spellings:
            known = ", ".join(f"«{spelling}»" for spelling in spellings)
            row.refuse(name, f"no conozco «{published}»", f"Usa {known}, o agrega la forma nueva en bot/ledger/tables")
        return spellings.get(published, "")

    return read


def slug(text: str) -> str:
    return "-".join(words(text))


# The columns that hand-compiled tables share; the regular ones make these of their natural key.
_FACT_ID, _SUBJECT, _CONCEPT, _SOURCE = column("fact_id"), column("subject_id"), column("concept_id"), column("source_id")
_STAGE_ID, _COUNTERPART, _PLACE, _GROUP = optional("stage_id"), optional("counterpart"), optional("place"), optional("group_id")
_CONFIDENCE, _NOTE, _PARTY, _WORDS = optional("confidence", "high"), optional("note"), optional("party"), optional("words")
_PESOS = fixed("MXN")


@dataclass(frozen=True)
class Figures:
    """One number of each row. A blank topic is the concept's. ``stage`` is the column whose published spellings
    ``stages.csv`` maps; ``stage_id`` overrides it row by row. ``absent`` is the reason kept for a blank amount; empty
    where a blank only says that this row has nothing to tell here. ``zero`` gives the reason where a published 0 means
    that nobody wrote a number. ``linked`` says that the row's group, total, repeats, part_of and conflict_id speak of this
    number; a row with several numbers gives them to one."""

    amount: str
    id: Read = _FACT_ID
    topic: Read = nothing
    subject: Read = _SUBJECT
    concept: Read = _CONCEPT
    unit: Read = _PESOS
    period: Read = nothing
    stage: str = ""
    stage_id: Read = _STAGE_ID
    counterpart: Read = _COUNTERPART
    classifier: Read = nothing
    place: Read = _PLACE
    confidence: Read = _CONFIDENCE
    note: Read = _NOTE
    source: Read = _SOURCE
    group: Read = _GROUP
    words: Read = _WORDS
    absent: str = "no_publicado"
    zero: Read = nothing
    linked: bool = True


@dataclass(frozen=True)
class Statements:
    """One statement of each row; a row whose ``text`` is blank makes none. ``sources`` are ids separated by spaces."""

    kind: str
    id: Read
    text: Read
    topic: Read = nothing
    subject: Read = _SUBJECT
    date: Read = nothing
    party: Read = _PARTY
    confidence: Read = _CONFIDENCE
    sources: Read = _SOURCE
    words: Read = _WORDS


@dataclass(frozen=True)
class Table:
    """How one file is read. ``ignored`` names the columns that are known and deliberately not loaded."""

    path: str
    figures: tuple[Figures, ...] = ()
    statements: tuple[Statements, ...] = ()
    ignored: frozenset[str] = field(default=frozenset())

    @property
    def name(self) -> str:
        return self.path.removesuffix(".csv")
