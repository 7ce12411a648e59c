"""What was asked, and how it was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from bot.domain.period import AskedPeriod
from bot.domain.stage import Stage


class Act(StrEnum):
    """What the person wants; ``docs/lectura.md`` defines each with its conventions."""

    AMOUNT = "amount"
    BREAKDOWN = "breakdown"
    RANKING = "ranking"
    TREND = "trend"
    COMPARE = "compare"
    STATUS = "status"
    TERMS = "terms"
    WHO = "who"
    WHEN = "when"
    LIST = "list"
    SOURCE = "source"
    FAQ = "faq"
    SMALLTALK = "smalltalk"
    NONE = "none"


class Topic(StrEnum):
    DEBT = "deuda"
    PENSIONS = "pensiones"
    SPORTS = "deporte"
    BUDGET = "presupuesto"
    TRANSFERS = "transferencias"
    OPEN_GOVERNMENT = "gobierno_abierto"
    ACCESS = "acceso_informacion"
    BOT = "bot"


@dataclass(frozen=True)
class Question:
    """``after`` is the reading of the turn before, for follow-ups. Never says who asked, nor over which channel."""

    text: str
    asked_on: date
    after: Interpretation | None = None


@dataclass(frozen=True)
class Mention:
    """Words of the question that name something of the vocabulary.

    ``kind`` is the vocabulary file's kind (``institucion``, ``banco``, ``municipio``, ``estado``, ``gobierno``,
    ``prestamo``, ``compromiso``, ``capitulo``, ``fondo``, ``obra``, ``programa``, ``concepto`` …); ``clave`` its
    canonical name. ``said`` is what was typed; ``repaired`` tells that spelling was mended.
    """

    kind: str
    clave: str
    said: str
    start: int
    end: int
    repaired: bool = False


@dataclass(frozen=True)
class Reading:
    """One candidate (act, topic) with its probability, 0 to 1."""

    act: Act
    topic: Topic | None
    confidence: float


@dataclass(frozen=True)
class Clue:
    """Words that spoke for a reading: ``weight`` > 0 for it, < 0 against. Shown by ``--explain``."""

    words: str
    speaks_for: str
    weight: float


@dataclass(frozen=True)
class Interpretation:
    """How a message was read. Says nothing of SQL or of replies.

    ``entities`` (claves of things named, without ``concepto`` mentions) is what the JSON contract prints.
    ``per`` is ``habitante`` or ``pesos_de_hoy`` when asked so; ``amounts`` are figures the person typed, in pesos or
    plain numbers (a premise to check); ``limit``/``order`` belong to rankings (``order`` is ``top`` or ``bottom``);
    ``words`` are the folded content words, in order, for descriptor search; ``unread`` those that nothing claimed;
    ``more`` holds the second and later questions of one message; ``asked`` the text this reading came from, with the
    names carried over from the previous turn already in ``mentions``.
    """

    act: Act
    topic: Topic | None
    mentions: tuple[Mention, ...] = ()
    period: AskedPeriod | None = None
    stage: Stage | None = None
    measure: str | None = None
    per: str | None = None
    limit: int | None = None
    order: str | None = None
    amounts: tuple[Decimal, ...] = ()
    words: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    confidence: float = 0.0
    alternatives: tuple[Reading, ...] = ()
    clues: Sequence[Clue] = field(default=(), compare=False)
    more: tuple[Interpretation, ...] = ()
    asked: str = ""
    carried: tuple[str, ...] = ()
    language: str = "es"

    def __hash__(self) -> int:
        """Of what tells almost any two readings apart: answers look things up by the reading some twenty times a question."""
        return hash((self.asked, self.act, self.topic, self.measure, self.words))

    @cached_property
    def entities(self) -> tuple[str, ...]:
        """Claves of the things named, first mention first, each once."""
        return tuple(dict.fromkeys(m.clave for m in self.mentions if m.kind != "concepto"))

    @cached_property
    def concepts(self) -> tuple[str, ...]:
        """Claves of the concepts named («saldo», «intereses-pagados»), first mention first."""
        return tuple(dict.fromkeys(m.clave for m in self.mentions if m.kind == "concepto"))

    @property
    def years(self) -> tuple[int, ...]:
        return self.period.years if self.period else ()

    def of_kind(self, *kinds: str) -> tuple[Mention, ...]:
        return tuple([m for m in self.mentions if m.kind in kinds])
