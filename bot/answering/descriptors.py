"""Descriptor search: which published series a question is about.

Every distinct subject + concept + counterpart of the ledger is one descriptor, indexed by its folded words weighted by
rarity. The 58 municipalities share their descriptors (the municipality asked picks the series), so that «predial de
Jalpa» competes with «FAIS de Jalpa» and not with 57 other predials.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.answering.index import Match, WordIndex
from bot.domain.ledger import Fact, Ledger, Series
from bot.domain.reading import Interpretation, Topic
from bot.domain.vocabulary import Knowledge, Term
from bot.language.folding import words

# The subject meant when a question of the topic names none: «cuánto se debe» is the state's debt.
DEFAULT_SUBJECTS: Mapping[Topic, frozenset[str]] = {
    Topic.DEBT: frozenset({"zacatecas"}),
    Topic.PENSIONS: frozenset({"issstezac"}),
    Topic.SPORTS: frozenset({"incufidez", "zacatecas"}),
    Topic.BUDGET: frozenset({"zacatecas"}),
    Topic.TRANSFERS: frozenset({"zacatecas"}),
    Topic.OPEN_GOVERNMENT: frozenset({"secretariado tecnico local", "zacatecas"}),
    Topic.ACCESS: frozenset({"izai", "zacatecas"}),
}
NEIGHBOURS: Mapping[str, frozenset[str]] = {
    "deuda": frozenset({"presupuesto", "transferencias"}),
    "presupuesto": frozenset({"transferencias", "deuda", "deporte"}),
    "transferencias": frozenset({"presupuesto", "deuda"}),
    "gobierno_abierto": frozenset({"acceso_informacion"}),
    "acceso_informacion": frozenset({"gobierno_abierto"}),
    "pensiones": frozenset(),
    "deporte": frozenset({"presupuesto"}),
}


@dataclass(frozen=True)
class Descriptor:
    """What can be asked for. ``series`` maps a subject's clave to its series (one entry, unless municipal); ``claves`` are
    the vocabulary names its texts mention."""

    topic: str
    concept: str
    subject_kind: str
    series: Mapping[str, Series]
    claves: frozenset[str]

    @property
    def municipal(self) -> bool:
        return self.subject_kind == "municipio"

    def any_series(self) -> Series:
        return next(iter(self.series.values()))


@dataclass(frozen=True)
class Candidate:
    """A descriptor with its score for one question; ``series`` is the one meant, ``facts`` all it holds. ``unmatched`` are names the
    question gave and the descriptor is not about."""

    descriptor: Descriptor
    series: tuple[Series, ...]
    score: float
    match: Match | None
    unmatched: tuple[str, ...]
    concept_hit: bool


class Names:
    """Vocabulary names inside a text, longest first: which claves a descriptor or a statement mentions."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._phrases: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for term in terms:
            for alias in term.aliases:
                phrase = words(alias)
                if phrase and (len(phrase) > 1 or len(phrase[0]) > 2):
                    self._phrases[phrase].add(term.clave)
        self._longest = max(map(len, self._phrases), default=0)

    def inside(self, text: str) -> frozenset[str]:
        found: set[str] = set()
        said = words(text)
        at = 0
        while at < len(said):
            for size in range(min(self._longest, len(said) - at), 0, -1):
                if claves := self._phrases.get(said[at : at + size]):
                    found |= claves
                    at += size
                    break
            else:
                at += 1
        return frozenset(found)


def group_series(series: Sequence[Series], names: Names) -> tuple[Descriptor, ...]:
    """One descriptor a topic + concept + counterpart + classifier, and subject unless that is a municipality."""
    grouped: dict[tuple[str, ...], list[Series]] = defaultdict(list)
    for one in series:
        municipal = one.subject.kind == "municipio"
        key = (one.topic, one.concept.id, "" if municipal else one.counterpart, one.classifier, "municipio" if municipal else one.subject.id)
        grouped[key].append(one)
    return tuple(
        Descriptor(
            topic=members[0].topic,
            concept=members[0].concept.id,
            subject_kind=members[0].subject.kind,
            series={one.subject.clave if members[0].subject.kind == "municipio" else one.id: one for one in members},
            claves=frozenset() if members[0].subject.kind == "municipio" else _claves(members, names),
        )
        for members in grouped.values()
    )


def _claves(members: Sequence[Series], names: Names) -> frozenset[str]:
    first = members[0]
    return names.inside(f"{first.subject.name}; {first.counterpart}; {first.group}; {first.concept.name}") | {first.subject.clave}
