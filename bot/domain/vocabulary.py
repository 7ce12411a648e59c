"""What staff write under ``knowledge/``, as the other rooms use it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property


@dataclass(frozen=True)
class Term:
    """A name of the vocabulary. ``kind`` as in ``Mention.kind``; ``aliases`` include ``name`` and ``short`` as written;
    ``article`` serves «del Instituto», «de la UAZ». ``outside`` marks things whose money is not Zacatecas' (other states,
    IMSS, Pemex); ``witness`` those that audit, publish or pass what others spend (ASF, INEGI, the Congress): named beside
    another subject they do not narrow the question. ``start``/``end`` are set for terms of office; ``code`` is INEGI's for
    municipalities.
    """

    clave: str
    kind: str
    name: str
    short: str
    article: str
    aliases: tuple[str, ...]
    topic: str | None = None
    outside: bool = False
    witness: bool = False
    code: str = ""
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True)
class ActCues:
    """Words and examples that speak for an act or a topic (``knowledge/intenciones.yaml``)."""

    name: str
    cues: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True)
class FaqText:
    """An FAQ entry as staff wrote it; ``answer`` may hold ``{cifra:FACT_ID}`` placeholders. ``state`` is ``borrador``,
    ``publicada`` or ``retirada``; only published ones are answered."""

    clave: str
    question: str
    also: tuple[str, ...]
    answer: str
    topic: str
    sources: tuple[str, ...]
    owner: str
    state: str
    review_by: date | None
    file: str
    line: int

    @property
    def published(self) -> bool:
        return self.state == "publicada"


@dataclass(frozen=True)
class ExpectedFigure:
    """A figure one would look for, and who should publish it (``knowledge/cobertura.yaml``): a concept of a thing, year by year from
    ``since`` on, in these stages (keys of ``bot.domain.stage``). ``subject`` is a clave, or ``municipios`` for all of them; ``faq`` the
    clave of the entry that explains the document, or empty."""

    topic: str
    concept: str
    subject: str
    since: int
    stages: tuple[str, ...]
    publisher: str
    document: str
    faq: str


@dataclass(frozen=True)
class StatusReport:
    """What staff add to the story of a commitment (``knowledge/compromisos.yaml``), never without evidence: on ``date`` (ISO, as precise
    as known) ``voice`` (``gobierno``, ``evidencia`` or ``dinero``) says something, which may set the ``status`` (a code of
    ``CommitmentCard.status_code``) or that of one ``milestone``; empty where it sets none. ``sources`` are ids of documents."""

    commitment: str
    date: str
    voice: str
    says: str
    status: str
    milestone: str
    milestone_status: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Correction:
    """Something that was wrong and no longer is (``knowledge/correcciones.yaml``): what it ``said`` until ``day``, what it ``says`` now,
    and the document (``source``, its id) that shows it; found by the ``receipt`` of an answer or the id of a ``fact``."""

    day: date
    said: str
    says: str
    source: str
    receipt: str
    fact: str


@dataclass(frozen=True)
class Knowledge:
    """Everything under ``knowledge/``, checked. ``wordings`` maps reply ids to templates with fields in braces;
    ``ordinary`` are words never bent into names; ``slang`` maps a folded word to the plain word it stands for;
    ``stages`` maps a folded inflection to the stage key («ejercieron» → «ejercido»); ``content_hash`` changes when any
    file does, or the program that reads them; ``expected`` are the figures whose absence is told; ``talk`` the cues of each
    kind of friendly turn, in the order they are tried; ``statuses`` what staff say of commitments, in the order of the
    file; ``corrections`` are newest first."""

    terms: tuple[Term, ...]
    acts: tuple[ActCues, ...]
    topics: tuple[ActCues, ...]
    stages: Mapping[str, str]
    slang: Mapping[str, str]
    ordinary: frozenset[str]
    faq: tuple[FaqText, ...]
    wordings: Mapping[str, str]
    content_hash: str
    expected: tuple[ExpectedFigure, ...] = ()
    talk: tuple[ActCues, ...] = ()
    statuses: tuple[StatusReport, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @cached_property
    def by_name(self) -> Mapping[tuple[str, str], Term]:
        """The terms by kind and clave; of two alike, the first."""
        return {(term.kind, term.clave): term for term in reversed(self.terms)}
