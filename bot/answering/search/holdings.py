"""The ledger's facts under the concepts they belong to, and those that an expected figure means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.answer import Confidence
from bot.domain.ledger import Fact
from bot.domain.vocabulary import ExpectedFigure

MUNICIPALITIES = "municipios"


@dataclass(frozen=True)
class Holdings:
    """``under`` maps a concept to its facts and those of its narrower kinds."""

    under: Mapping[str, Sequence[Fact]]

    @classmethod
    def of(cls, facts: Iterable[Fact]) -> Holdings:
        under: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            under[fact.series.concept.id].append(fact)
            if fact.series.concept.parent:
                under[fact.series.concept.parent].append(fact)
        return cls(under)

    def meant(self, expected: ExpectedFigure) -> list[Fact]:
        facts = self.under.get(expected.concept, ())
        if expected.subject == MUNICIPALITIES:
            return [fact for fact in facts if fact.series.subject.kind == "municipio"]
        return [fact for fact in facts if fact.series.subject.clave == expected.subject]


def year_of(fact: Fact) -> int | None:
    """The one year a figure is of; None for spans of several and for undated ones."""
    if fact.period is None or fact.period.start.year != fact.period.end.year:
        return None
    return fact.period.end.year


def is_clear(fact: Fact) -> bool:
    """Of one year, and not only what somebody said."""
    return fact.confidence is not Confidence.LOW and year_of(fact) is not None
