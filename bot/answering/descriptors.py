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
from bot.language.phrases import PhraseIndex

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
    """A descriptor with its score for one question; ``series`` are the ones meant. ``unmatched`` are names the question gave
    and the descriptor is not about; ``covered`` the share of the question's word weight that it holds."""

    descriptor: Descriptor
    series: tuple[Series, ...]
    score: float
    covered: float
    unmatched: tuple[str, ...]
    concept_hit: bool
    concept_asked: bool
    timely: bool


class Names:
    """Vocabulary names inside a text, longest first: which claves a descriptor or a statement mentions."""

    def __init__(self, terms: Iterable[Term]) -> None:
        phrases = ((words(alias), term.clave) for term in terms for alias in term.aliases)
        self._phrases = PhraseIndex((phrase, clave) for phrase, clave in phrases if len("".join(phrase)) > 2)

    def inside(self, text: str) -> frozenset[str]:
        return frozenset(clave for hit in self._phrases.find(words(text)) for clave in hit.values)


def group_series(series: Sequence[Series], names: Names, places: Mapping[str, str]) -> tuple[Descriptor, ...]:
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
            claves=_claves(members, names, places),
        )
        for members in grouped.values()
    )


def _claves(members: Sequence[Series], names: Names, places: Mapping[str, str]) -> frozenset[str]:
    """Names that the texts of a descriptor mention, and the municipality where its money was spent."""
    first = members[0]
    if first.subject.kind == "municipio":
        return names.inside(f"{first.concept.name}; {first.group}; {first.words}") - set(places.values())
    said = names.inside(f"{first.subject.name}; {first.counterpart}; {first.group}; {first.concept.name}; {first.words}")
    return said | {first.subject.clave} | ({places[first.place]} if first.place in places else set())


class DescriptorShelf:
    """All descriptors of a ledger, ranked for a question. The weights were set on ``tests/gold/desarrollo.jsonl`` and are
    measured by ``ruta eval``; none of them knows a question."""

    def __init__(self, ledger: Ledger, knowledge: Knowledge, names: Names) -> None:
        places = {term.code: term.clave for term in knowledge.terms if term.code}
        self._descriptors = group_series(ledger.series(), names, places)
        aliases: dict[str, list[str]] = defaultdict(list)
        for term in knowledge.terms:
            aliases[term.clave].extend(term.aliases)
        self._index = WordIndex([_fields(descriptor, aliases) for descriptor in self._descriptors])
        self._facts: dict[str, tuple[Fact, ...]] = {}
        for descriptor in self._descriptors:
            for series in descriptor.series.values():
                self._facts[series.id] = tuple(ledger.facts([series.id]))
        self.rarity = self._index.rarity
        self.knows = self._index.knows

    def facts(self, series: Series) -> tuple[Fact, ...]:
        return self._facts[series.id]

    def all_facts(self) -> Iterable[Fact]:
        return (fact for facts in self._facts.values() for fact in facts)

    def of_concept(self, concept: str, clave: str) -> list[Fact]:
        """Facts of one concept about one subject, whatever their counterpart."""
        mine = (one for d in self._descriptors if d.concept == concept for one in d.series.values() if one.subject.clave == clave)
        return [fact for one in mine for fact in self._facts[one.id]]

    def rank(self, reading: Interpretation, limit: int = 40) -> list[Candidate]:
        """Candidates, best first."""
        matches = self._index.search(asked_words(reading))
        keys = set(matches) | {key for key, d in enumerate(self._descriptors) if {d.concept, d.any_series().concept.parent} & set(concepts_asked(reading))}
        named = names_asked(reading)
        scored = (self._weigh(self._descriptors[key], matches.get(key), reading, named) for key in keys)
        found = [candidate for candidate in scored if candidate]
        return sorted(found, key=lambda c: (-c.score, c.series[0].id))[:limit]

    def _weigh(self, descriptor: Descriptor, match: Match | None, reading: Interpretation, named: tuple[str, ...]) -> Candidate | None:
        series = _meant(descriptor, reading)
        if not series:
            return None
        own = descriptor.claves | {one.subject.clave for one in series}
        unmatched = tuple(clave for clave in named if clave not in own)
        covered = match.covered if match else 0.0
        score = 1.2 * covered + (0.3 * match.precise if match else 0.0)
        score += 0.5 * (len(named) - len(unmatched)) - 0.6 * len(unmatched)
        if not named and not descriptor.municipal and not _default_subject(series[0], reading, match):
            score -= 0.3
        asked = concepts_asked(reading)
        parent = series[0].concept.parent
        hit = descriptor.concept in asked or parent in asked
        if asked:
            score += 0.8 if descriptor.concept in asked else 0.55 if hit else -0.35
        score += _topic_fit(descriptor.topic, reading.topic)
        facts = [fact for one in series for fact in self._facts[one.id]]
        timely = _timely(facts, reading)
        score += (0.3 if timely else -0.15) if reading.period and reading.period.start else 0.0
        if reading.stage:
            score += 0.25 if any(fact.stage is reading.stage for fact in facts) else -0.25
        if reading.amounts and any(abs(fact.amount - asked) <= asked / 100 for fact in facts for asked in reading.amounts):
            score += 0.5
        return Candidate(descriptor, series, score, covered, unmatched, hit, bool(asked), timely)


def asked_words(reading: Interpretation) -> tuple[str, ...]:
    """The content words asked, without years and amounts: those are slots, not descriptors."""
    return tuple(word for word in reading.words if not word[:1].isdigit())


def concepts_asked(reading: Interpretation) -> tuple[str, ...]:
    """Concepts named; the price index is a tool, not a subject, when pesos of another year are asked."""
    return tuple(concept for concept in reading.concepts if not (reading.per == "pesos_de_hoy" and concept.startswith("inpc")))


def names_asked(reading: Interpretation) -> tuple[str, ...]:
    """Claves of the things named that an answer must be about; the state itself and a government are not narrowing."""
    return tuple(dict.fromkeys(m.clave for m in reading.mentions if m.kind not in ("concepto", "gobierno", "estado") and m.clave != "zacatecas"))


def _meant(descriptor: Descriptor, reading: Interpretation) -> tuple[Series, ...]:
    """The series of the municipalities named, or every one when none is (a ranking); others have one."""
    if not descriptor.municipal:
        return tuple(descriptor.series.values())
    places = [m.clave for m in reading.of_kind("municipio")]
    return tuple(descriptor.series[place] for place in places if place in descriptor.series) if places else tuple(descriptor.series.values())


def _default_subject(series: Series, reading: Interpretation, match: Match | None) -> bool:
    if reading.topic and series.subject.clave in DEFAULT_SUBJECTS.get(reading.topic, frozenset()):
        return True
    own = set(words(series.subject.name))
    return bool(match and own & set(match.hits))


def _topic_fit(own: str, asked: Topic | None) -> float:
    if asked is None:
        return 0.0
    if own == asked:
        return 0.25
    return 0.05 if own in NEIGHBOURS.get(asked, frozenset()) else -0.3


def _timely(facts: Sequence[Fact], reading: Interpretation) -> bool:
    period = reading.period
    if period is None or period.start is None or period.end is None:
        return True
    return any(fact.period and fact.period.overlaps(period.start, period.end) for fact in facts)


def _fields(descriptor: Descriptor, aliases: Mapping[str, Sequence[str]]) -> list[tuple[str, float]]:
    first = descriptor.any_series()
    fields = [(first.concept.name, 1.0), (first.counterpart, 1.0), (first.words, 0.8), (first.group, 0.5), (" ".join(aliases[descriptor.concept]), 0.9)]
    if not descriptor.municipal:
        fields += [(first.subject.name, 1.0), (" ".join(aliases[first.subject.clave]), 0.9)]
    return fields
