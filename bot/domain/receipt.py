"""An answer that was given, and how its figures stand today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bot.domain.answer import Explained, Figure, Found, Missing


@dataclass(frozen=True)
class KeptFact:
    """A fact as it stood when it answered: its amount, and by what it is found again when its id no longer is (``series`` to
    ``document``)."""

    id: str
    amount: Decimal
    series: str
    period: str
    stage: str
    unit: str
    document: str


@dataclass(frozen=True)
class Receipt:
    """``answer`` says what was told, without suggestions; ``first_on`` and ``last_on`` are the first and last day it was; ``ledger``
    the content hash of the ledger that first said it; ``facts`` what its figures came from."""

    code: str
    answer: Found | Explained | Missing
    facts: tuple[KeptFact, ...]
    ledger: str
    first_on: date
    last_on: date


class Standing(StrEnum):
    """How a figure of a receipt stands today. ``RECKONED``: it was worked out from figures of which some changed
    (``now`` is what the same arithmetic gives today, None where it cannot be done); ``UNKNOWN``: it
    cannot be found by its document."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    RECKONED = "inputs_changed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class FactToday:
    """``now`` is None where the fact is no longer in the ledger."""

    before: KeptFact
    now: Decimal | None


@dataclass(frozen=True)
class FigureToday:
    """``now`` is the amount today, in the unit of ``figure``, or None; ``changed`` the facts behind it that changed or are gone."""

    figure: Figure
    standing: Standing
    now: Decimal | None = None
    changed: tuple[FactToday, ...] = ()
