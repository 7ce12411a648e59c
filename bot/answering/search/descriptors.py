"""The published series as things that can be asked for.

Every distinct subject + concept + counterpart of the ledger is one descriptor. The 58 municipalities share their
descriptors (the municipality asked picks the series), so that «predial de Jalpa» competes with «FAIS de Jalpa» and not
with 57 other predials.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from bot.answering.asked.slots import rounded_to
from bot.domain.answer import Source
from bot.domain.ledger import Fact, Ledger, Series
from bot.domain.stage import Stage
from bot.domain.vocabulary import Knowledge, Term
from bot.language.folding import words
from bot.language.phrases import PhraseIndex


@dataclass(frozen=True)
class Descriptor:
    """What can be asked for. ``series`` maps a subject's clave to its series (one entry, unless municipal); ``claves`` are
    the names it is about (subject, counterpart, concept, place), ``told`` those of the maintainers' words, ``mentioned`` those that its
    notes only mention."""

    topic: str
    concept: str
    subject_kind: str
    series: Mapping[str, Series]
    claves: frozenset[str]
    told: frozenset[str]
    mentioned: frozenset[str]
    own_words: frozenset[str]
    told_words: str

    @cached_property
    def municipal(self) -> bool:
        return self.subject_kind == "municipio"

    def any_series(self) -> Series:
        return next(iter(self.series.values()))


class Names:
    """Vocabulary names inside a text, longest first: which claves a descriptor or a statement mentions."""

    def __init__(self, terms: Iterable[Term]) -> None:
        phrases = ((words(alias), term.clave) for term in terms for alias in term.aliases)
        self._phrases = PhraseIndex((phrase, clave) for phrase, clave in phrases if len("".join(phrase)) > 2)

    def inside(self, text: str) -> frozenset[str]:
        return frozenset(clave for hit in self._phrases.find(words(text)) for clave in hit.values)


def group_series(series: Sequence[Series], told: Mapping[str, str], names: Names, places: Mapping[str, str]) -> tuple[Descriptor, ...]:
    """One descriptor a topic + concept + counterpart + classifier, and subject unless that is a municipality. ``told`` are the words by
    which maintainers say people name the facts of a series."""
    grouped: dict[tuple[str, ...], list[Series]] = defaultdict(list)
    for one in series:
        municipal = one.subject.kind == "municipio"
        key = (
            one.topic,
            one.concept.id,
            "" if municipal else one.counterpart,
            one.classifier,
            "municipio" if municipal else one.subject.id,
        )
        grouped[key].append(one)
    return tuple(
        Descriptor(
            topic=members[0].topic,
            concept=members[0].concept.id,
            subject_kind=members[0].subject.kind,
            series={one.subject.clave if members[0].subject.kind == "municipio" else one.id: one for one in members},
            claves=_claves(members[0], names, places),
            told_words=told.get(members[0].id, ""),
            told=names.inside(told.get(members[0].id, "")),
            own_words=frozenset(words(f"{members[0].subject.name} {members[0].concept.name} {members[0].counterpart} {members[0].words}")),
            mentioned=names.inside(members[0].words) - (set(places.values()) if members[0].subject.kind == "municipio" else set()),
        )
        for members in grouped.values()
    )


def _claves(first: Series, names: Names, places: Mapping[str, str]) -> frozenset[str]:
    if first.subject.kind == "municipio":
        return names.inside(f"{first.concept.name}; {first.group}")
    said = names.inside(f"{first.subject.name}; {first.counterpart}; {first.concept.name}")
    return said | {first.subject.clave} | ({places[first.place]} if first.place in places else set())


def with_repeated(facts: Mapping[str, tuple[Fact, ...]]) -> dict[str, tuple[Fact, ...]]:
    """Each fact with the documents of those that repeat it: two papers with one number are two sources of it."""
    also: dict[str, list[Source]] = defaultdict(list)
    for fact in (fact for found in facts.values() for fact in found):
        if fact.repeats:
            also[fact.repeats].append(fact.source)
    return {id: tuple(replace(f, also=tuple(also[f.id])) if f.id in also else f for f in found) for id, found in facts.items()}


def grouped(facts: Iterable[Fact], by: Callable[[Fact], str]) -> Mapping[str, Sequence[Fact]]:
    """Facts by a key of theirs; those without it are left out."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if key := by(fact):
            found[key].append(fact)
    return found


class DescriptorShelf:
    """All descriptors of a ledger, and its facts by series, concept and whole."""

    def __init__(self, ledger: Ledger, knowledge: Knowledge, names: Names) -> None:
        places = {term.code: term.clave for term in knowledge.terms if term.code}
        self._facts = with_repeated({series.id: tuple(ledger.facts([series.id])) for series in ledger.series()})
        told = {id: "; ".join(dict.fromkeys(fact.words for fact in facts if fact.words)) for id, facts in self._facts.items()}
        self.descriptors = group_series(ledger.series(), told, names, places)
        municipal = {d.concept for d in self.descriptors if d.municipal}
        self.municipal_concepts = frozenset(municipal - {d.concept for d in self.descriptors if not d.municipal})
        concepts = [d.any_series().concept for d in self.descriptors] + [concept for concept in ledger.concepts() if concept.parts]
        countrywide = {d.concept for d in self.descriptors if d.subject_kind == "pais"} - {
            d.concept for d in self.descriptors if d.subject_kind != "pais"
        }
        self.countrywide = frozenset(countrywide | {c.id for c in ledger.concepts() if c.parts and set(c.parts) <= countrywide})
        self.published = frozenset(id for concept in concepts for id in (concept.id, concept.parent) if id)
        self.owners = frozenset(clave for d in self.descriptors for clave in d.claves)
        self.stages = self._stages()

    def _stages(self) -> dict[str, frozenset[Stage]]:
        """At which stages each concept, or one of its kinds, is published of anybody."""
        found: dict[str, set[Stage]] = defaultdict(set)
        for fact in self.all_facts():
            if fact.stage:
                found[fact.series.concept.id].add(fact.stage)
                found[fact.series.concept.parent].add(fact.stage)
        return {concept: frozenset(stages) for concept, stages in found.items() if concept}

    def facts(self, series: Series) -> tuple[Fact, ...]:
        return self._facts[series.id]

    @cached_property
    def by_conflict(self) -> Mapping[str, Sequence[Fact]]:
        return grouped(self.all_facts(), lambda fact: fact.conflict)

    @cached_property
    def by_measure(self) -> Mapping[str, Sequence[Fact]]:
        """Facts by the concept that they measure, whoever's they are."""
        return grouped(self.all_facts(), lambda fact: fact.series.concept.id)

    @cached_property
    def by_document(self) -> Mapping[str, Sequence[Fact]]:
        return grouped(self.all_facts(), lambda fact: fact.source.document.id)

    @cached_property
    def by_whole(self) -> Mapping[str, Sequence[Fact]]:
        return grouped(self.all_facts(), lambda fact: fact.part_of)

    def of_amounts(self, typed: Iterable[Decimal]) -> list[Fact]:
        """Every fact of an amount that the person typed, give or take the rounding of speech."""
        found: dict[str, Fact] = {}
        for least, most in map(rounded_to, typed):
            begin = bisect_left(self._by_amount, least, key=_amount)
            found.update((fact.id, fact) for fact in self._by_amount[begin : bisect_right(self._by_amount, most, key=_amount)])
        return list(found.values())

    @cached_property
    def _by_amount(self) -> list[Fact]:
        return sorted(self.all_facts(), key=_amount)

    def parts_of(self, whole: Fact) -> list[Fact]:
        """The facts published as parts of this one, of its stage and unit."""
        return [fact for fact in self.by_whole.get(whole.id, ()) if fact.unit is whole.unit]

    def kinds_beside(self, whole: Fact) -> list[Fact]:
        """Facts of the kinds of its concept, of its subject, period and stage: the parts of «impuestos ecológicos»."""
        mine = self.kinds_of(whole.series.concept.id, whole.series.subject.clave)
        label = whole.period.label if whole.period else None
        return [f for f in mine if f.stage is whole.stage and f.unit is whole.unit and (f.period.label if f.period else None) == label]

    def all_facts(self) -> Iterable[Fact]:
        return (fact for facts in self._facts.values() for fact in facts)

    def of_concept(self, concept: str, clave: str) -> list[Fact]:
        """Facts of one concept about one subject, whatever their counterpart."""
        mine = (one for d in self.descriptors if d.concept == concept for one in d.series.values() if one.subject.clave == clave)
        return [fact for one in mine for fact in self._facts[one.id]]

    def kinds_of(self, concept: str, clave: str) -> list[Fact]:
        """Facts of the kinds of a concept about one subject: of «ingresos-totales», a municipality's total income."""
        kinds = {d.concept for d in self.descriptors if d.any_series().concept.parent == concept}
        return [fact for kind in sorted(kinds) for fact in self.of_concept(kind, clave)]


def _amount(fact: Fact) -> Decimal:
    return fact.amount
