"""Figures, statements, and the outcomes a question can have. None of them knows HTML, Spanish grammar or SQL."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from bot.domain.period import Period
from bot.domain.reading import Interpretation, Reading
from bot.domain.stage import Stage


class Unit(StrEnum):
    MXN = "MXN"
    MXN_PER_MONTH = "MXN_per_month"
    MXN_PER_FORTNIGHT = "MXN_per_fortnight"
    MXN_PER_YEAR = "MXN_per_year"
    MXN_PER_PERSON = "MXN_per_person"
    PERCENT = "percent"
    PERCENTAGE_POINTS = "percentage_points"
    PEOPLE = "people"
    COUNT = "count"
    MONTHS = "months"
    DAYS = "days"
    INDEX_POINTS = "index_points"
    RANK = "rank"
    TIMES = "times"

    @property
    def is_money(self) -> bool:
        return self.value.startswith("MXN")


class Confidence(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Role(StrEnum):
    """``answer``: what was asked; ``nearest``: offered because the asked one is missing; ``input``: of a derived
    figure; ``context``: share, change or total beside it."""

    ANSWER = "answer"
    NEAREST = "nearest"
    INPUT = "input"
    CONTEXT = "context"


@dataclass(frozen=True)
class Document:
    """A row of ``data/sources.csv``. ``published`` is an ISO date as precise as known, or empty."""

    id: str
    title: str
    publisher: str
    kind: str
    url: str
    copy: str
    published: str
    note: str


@dataclass(frozen=True)
class Source:
    """A document and where in it; ``locator`` names file and line of our own table where the page is not known, and says so."""

    document: Document
    locator: str


def each_document_once(sources: Iterable[Source]) -> tuple[Source, ...]:
    """In their order; of two places in one document, the later one."""
    return tuple({source.document.id: source for source in sources}.values())


@dataclass(frozen=True)
class Figure:
    """A number and its documents: it cannot be built without one. ``amount`` is exact, in ``unit``; rounding belongs
    to rendering. ``period`` is None only where the document prints no date (said in ``note``)."""

    label: str
    amount: Decimal
    unit: Unit
    period: Period | None
    stage: Stage | None
    sources: tuple[Source, ...]
    confidence: Confidence = Confidence.HIGH
    role: Role = Role.ANSWER
    note: str = ""
    formula: str | None = None
    fact_ids: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.sources:
            raise ValueError(f"figure without a document: {self.label}")

    @property
    def derived(self) -> bool:
        return self.formula is not None


def reads_as(one: Decimal, other: Decimal) -> bool:
    """Two sums of money that differ by less than a ten-thousandth are the same to whoever reads «40,122.5 millones»."""
    return abs(one - other) * 10_000 < max(abs(one), abs(other)) or one == other


def counts_something_else(note: str) -> bool:
    """The note of a number warns that it counts what its neighbours of other years do not."""
    return "no comparable" in note or "Incluye" in note


@dataclass(frozen=True)
class Statement:
    """A fact that is not a number (who, when, terms, status) and its documents. ``date`` is ISO, as precise as known, or empty."""

    text: str
    date: str
    sources: tuple[Source, ...]
    confidence: Confidence = Confidence.HIGH

    def __post_init__(self) -> None:
        if not self.sources:
            raise ValueError(f"statement without a document: {self.text}")


@dataclass(frozen=True)
class Voice:
    """What one side says of a commitment; ``who`` is ``gobierno``, ``evidencia`` or ``dinero``."""

    who: str
    says: str
    date: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Milestone:
    text: str
    status: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Standing:
    """A status a commitment had, as of ``date`` (ISO, as precise as known, or empty)."""

    status_code: str
    date: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class CommitmentCard:
    """A promise of a local action plan and how far along it is. ``status_code`` is ``desconocido``, ``en_proceso``,
    ``seleccionado``, ``cumplido`` or ``propuesta``; ``responsible`` is empty when no document names one; ``history`` holds the earlier
    statuses, newest first."""

    id: str
    title: str
    plan: int
    problem: str
    responsible: str
    status: str
    status_code: str
    status_date: str
    note: str
    voices: tuple[Voice, ...]
    milestones: tuple[Milestone, ...]
    sources: tuple[Source, ...]
    history: tuple[Standing, ...] = ()


@dataclass(frozen=True)
class Note:
    """A caveat of a reply. ``id`` is stable; its wording lives in ``knowledge/respuestas.yaml`` and is filled from ``fields``."""

    id: str
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Suggestion:
    """A question to offer as a button; ``text`` is both what it says and what it asks."""

    text: str


@dataclass(frozen=True)
class Found:
    """At least one figure or statement of the ledger answers; ``faq`` is what staff say beside it."""

    reading: Interpretation
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    commitment: CommitmentCard | None = None
    faq: FaqEntry | None = None
    notes: tuple[Note, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True)
class Explained:
    """An FAQ entry answers."""

    reading: Interpretation
    faq: FaqEntry
    notes: tuple[Note, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True)
class Unclear:
    """Two or more readings are close: a closed question, ``options`` are its buttons (at most four), ``wording`` how it is asked."""

    reading: Interpretation
    options: tuple[Suggestion, ...]
    readings: tuple[Reading, ...] = ()
    notes: tuple[Note, ...] = ()
    wording: str = "aclara"


NAMELESS = "ese dato"
"""What is missing, where there is no name for it."""


@dataclass(frozen=True)
class Missing:
    """Understood, a known name or thing, nothing published. ``nearest`` holds the closest published figures of the
    same subject and concept, each with role ``nearest``; ``statements`` what is known of the very thing asked about, though it does not
    answer; ``subject`` says what is missing, in words: those of the question, between «», where nothing published has a name for it."""

    reading: Interpretation
    subject: str
    nearest: tuple[Figure, ...] = ()
    notes: tuple[Note, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    statements: tuple[Statement, ...] = ()

    def unquoted(self) -> Missing:
        """The same without the words of the question, to be kept: «ese dato»."""
        return replace(self, subject=_QUOTED.sub(NAMELESS, self.subject))


_QUOTED = re.compile(r"«[^»]*»")


@dataclass(frozen=True)
class NotUnderstood:
    """Out of scope or unreadable; ``reason`` is ``fuera_de_tema``, ``personal``, ``otro_lugar``, ``futuro`` or ``ilegible``."""

    reading: Interpretation
    reason: str
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True)
class SmallTalk:
    """``kind`` is ``saludo``, ``gracias``, ``despedida``, ``ayuda``, ``insulto``, ``quien_eres``, ``privacidad`` or
    ``otro``."""

    reading: Interpretation
    kind: str
    suggestions: tuple[Suggestion, ...] = ()


Answer = Found | Explained | Unclear | Missing | NotUnderstood | SmallTalk


def figures_in(answer: Answer) -> tuple[Figure, ...]:
    """Every figure of an answer, in order; last those that the words of staff quote."""
    match answer:
        case Found():
            return (*answer.figures, *(answer.faq.figures if answer.faq else ()))
        case Explained():
            return answer.faq.figures
        case Missing():
            return answer.nearest
    return ()


@dataclass(frozen=True)
class FaqEntry:
    """A question staff answered in their own words. ``answer`` may hold ``{cifra:FACT_ID}`` placeholders, each written out by
    rendering from the member of ``figures`` with that fact id; ``sources`` may be empty only for entries about the bot."""

    id: str
    question: str
    also: tuple[str, ...]
    answer: str
    topic: str
    sources: tuple[Source, ...] = field(default=())
    figures: tuple[Figure, ...] = field(default=())

    def quotes(self, figure: Figure) -> bool:
        """Whether the answer prints this very figure."""
        return bool(figure.fact_ids) and any(figure.fact_ids == each.fact_ids for each in self.figures)
