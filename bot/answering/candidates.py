"""Descriptor search: which published series a question is about, by its rarest words, its names and concepts, its period and stage.

The weights were set on the answer keys of ``tests/gold`` and are measured by ``ruta eval``; none of them knows a question.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from bot.answering.asked import (
    LOAN_MEASURE,
    NEIGHBOURS,
    ONE_PLACE,
    asked_words,
    concepts_asked,
    is_typed,
    names_asked,
    telling,
    typed_words,
)
from bot.answering.choosing import is_named_by_year, is_timely
from bot.answering.counting import TIMES, counts_days, kind_of_number, thing_counted
from bot.answering.descriptors import Descriptor, DescriptorShelf
from bot.answering.index import Match, WordIndex, content_words
from bot.answering.periods import PAYING
from bot.domain.answer import Confidence
from bot.domain.ledger import Concept, Fact, Ledger, Series
from bot.domain.reading import Act, Interpretation, Mention, Topic
from bot.domain.stage import Stage
from bot.domain.vocabulary import Knowledge
from bot.language.folding import fold, words

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
# A budget chapter, a fund or a work in the maintainers' words is what the figure is about; an institution there is only one of several.
TOLD_KINDS = frozenset({"capitulo", "fondo", "obra", "programa"})
# … while the question's other words are not all of something else: «¿cuánto costó la carretera a Plateros?»
LEAST_TOLD = 0.5
# A follow-up whose new words a descriptor covers this well leaves the carried names behind.
TYPED_COVERED = 0.6
# «¿cuántos municipios tiene?» is not about the municipalities that have closed their accounts with the CONADE.
LEAST_PRECISE = 0.5
# A question whose words one series of a shared concept covers this well is about that one.
LEAST_FOREIGN = 0.6
# A concept carried over from the turn before weighs less than one named in this message.
CARRIED_CONCEPT = 0.5
# One that nobody named only decides between equals: «¿cuánta deuda hay?» is about its balance. Of a name it weighs more: «¿de cuánto
# fue el factoraje con Scotiabank?» is not about what was left to pay.
ASSUMED_CONCEPT = 0.3
ASSUMED_OF_A_NAME = 0.8


@dataclass(frozen=True)
class Candidate:
    """A descriptor with its score for one question; ``series`` are the ones meant.

    ``unmatched`` are names the question gave and the descriptor is not about; ``covered`` the share of the question's word weight that it
    holds; ``named`` tells that it is about a name asked, not only mentions it; ``nameless`` that none was asked; ``foreign`` that its
    concept is measured of several subjects and nothing in the question points to this one; ``lonely`` that the question has one word,
    a small part of what the descriptor is called; ``assumed`` that it is what questions of the topic measure; ``beside`` that it measures
    something else than the question, by name or by its topic, and is not about a name asked.
    """

    descriptor: Descriptor
    series: tuple[Series, ...]
    score: float
    covered: float
    unmatched: tuple[str, ...]
    concept_hit: bool
    concept_asked: bool
    named: bool
    nameless: bool
    foreign: bool
    timely: float
    lonely: bool
    assumed: bool
    beside: bool


@dataclass(frozen=True)
class Sought:
    """What a reading asks for, worked out once for all the descriptors that are weighed for it. ``number`` is the kind of number that
    its words lean to, 1 for money and -1 for a count; ``things`` tells that they count what is never money, ``named_concept`` that this
    message or the one before names what is measured; ``typed`` is its text without «de», ``words`` those that describe a thing."""

    reading: Interpretation
    names: tuple[Mention, ...]
    concepts: tuple[str, ...]
    number: int
    things: bool
    named_concept: bool
    typed: str
    words: frozenset[str]
    hint: Stage | None
    days: bool

    @classmethod
    def of(cls, reading: Interpretation) -> Sought:
        number, things = kind_of_number(reading), bool(thing_counted(reading))
        asked = frozenset(asked_words(reading))
        return cls(
            reading,
            names_asked(reading),
            concepts_asked(reading),
            number,
            things,
            bool(reading.concepts),
            typed_text(reading),
            asked,
            bill_asked(reading),
            counts_days(reading),
        )


BILLS = {Stage.DRAFT: re.compile(r"\b(proyecto|ppef|iniciativa)\b"), Stage.COMMITTEE: re.compile(r"\bdictamen\b")}


def bill_asked(reading: Interpretation) -> Stage | None:
    """«en el proyecto de 2014»: what was published of the bill goes before what was not."""
    typed = fold(reading.asked)
    return next((stage for stage, said in BILLS.items() if said.search(typed)), None)


class Finder:
    """Ranks the descriptors of a shelf for a question."""

    def __init__(self, shelf: DescriptorShelf, ledger: Ledger, knowledge: Knowledge) -> None:
        self._shelf = shelf
        self._witnesses = frozenset(term.clave for term in knowledge.terms if term.witness)
        aliases: dict[str, list[str]] = defaultdict(list)
        for term in knowledge.terms:
            aliases[term.clave].extend(term.aliases)
        self._index = WordIndex([_fields(descriptor, aliases) for descriptor in shelf.descriptors])
        self._subjects_of: dict[str, set[str]] = defaultdict(set)
        self._measuring: dict[str, set[int]] = defaultdict(set)
        for key, descriptor in enumerate(shelf.descriptors):
            first = descriptor.any_series()
            self._subjects_of[descriptor.concept].add(first.subject.id)
            for concept in filter(None, (descriptor.concept, first.concept.parent)):
                self._measuring[concept].add(key)
        self._parents = {concept.id: concept.parent for concept in ledger.concepts()}

    def rank(self, reading: Interpretation, limit: int = 40) -> list[Candidate]:
        """Candidates, best first."""
        return list(self._ranked(reading)[:limit])

    def knows(self, word: str) -> bool:
        """Some descriptor holds the word."""
        return self._index.knows(word)

    @lru_cache(maxsize=256)  # noqa: B019 - one finder lives as long as the program; an answer looks the same reading up several times
    def _ranked(self, reading: Interpretation) -> tuple[Candidate, ...]:
        asked = concepts_asked(reading)
        typed = [word for word in typed_words(reading) if self._index.knows(word)]
        matches = self._index.search((*asked_words(reading), *typed))
        fresh = self._index.search(typed) if reading.carried else {}
        keys = (
            set(matches) | self._keys_of_amounts(reading.amounts) | {key for concept in asked for key in self._measuring.get(concept, ())}
        )
        sought = Sought.of(reading)
        weighed = (self._weigh(self._shelf.descriptors[key], matches.get(key), fresh.get(key), sought) for key in keys)
        found = [candidate for candidate in weighed if candidate]
        return tuple(sorted(found, key=lambda c: (-c.score, c.series[0].id)))

    def _keys_of_amounts(self, typed: Sequence[Decimal]) -> set[int]:
        """Descriptors with a figure that the person typed, whatever their words."""
        if not typed:
            return set()
        return {
            key
            for key, d in enumerate(self._shelf.descriptors)
            for one in d.series.values()
            if any(is_typed(fact, typed) for fact in self._shelf.facts(one))
        }

    def _weigh(self, descriptor: Descriptor, match: Match | None, fresh: Match | None, sought: Sought) -> Candidate | None:
        reading, names, asked = sought.reading, sought.names, sought.concepts
        series = _meant(descriptor, reading)
        if not series:
            return None
        covered = match.covered if match else 0.0
        score = 1.2 * covered + (0.3 * match.precise if match else 0.0)
        new = fresh.covered if fresh else 0.0
        unmatched, fit = self._names_fit(descriptor, series, sought, forgiving=new >= TYPED_COVERED)
        score += fit + (new if new >= TYPED_COVERED else 0.0)
        foreign = not descriptor.municipal and not _default_subject(series[0], reading, match)
        if not names and foreign:
            score -= 0.3
        near = self._kinship(series[0].concept, asked)
        if near < 0 and any(m.kind in TOLD_KINDS and m.clave in descriptor.told for m in names):
            near = 0.0
        assumed = not sought.named_concept and "measure" not in reading.carried
        hit = (near > 0 and not assumed) or new >= TYPED_COVERED
        score += near * (1.0 if sought.named_concept else assumed_weight(sought) if assumed else CARRIED_CONCEPT)
        score += _topic_fit(descriptor.topic, reading.topic)
        facts = [fact for one in series for fact in self._shelf.facts(one)]
        if sought.things and all(fact.unit.is_money for fact in facts):
            return None
        if sought.days and all(fact.unit not in TIMES for fact in facts):
            return None
        timely = _timely(facts, reading)
        if reading.period and (reading.period.start or reading.period.end):
            score += 0.45 * timely - 0.15
        if sought.number and facts:
            score += 0.2 if facts[0].unit.is_money is (sought.number > 0) else -0.2
        if _spans(facts, reading):
            score += 0.3
        if bears_its_year(series[0], sought.typed) or bears_its_number(series[0], reading):
            score += 0.4
        if facts and all(fact.confidence is Confidence.LOW for fact in facts):
            score -= 0.1
        if "total" in reading.words and any(fact.total for fact in facts):
            score += 0.25
        if reading.stage:
            score += 0.25 if any(fact.stage is reading.stage for fact in facts) else -0.25
        if sought.hint and any(fact.stage is sought.hint for fact in facts):
            score += 0.25
        typed = bool(reading.amounts) and any(is_typed(fact, reading.amounts) for fact in facts)
        score += 0.5 if typed else 0.0
        own = descriptor.claves | {one.subject.clave for one in series}
        shared = len(self._subjects_of[descriptor.concept]) > 1 and reading.act in ONE_PLACE
        told = any(
            mention.clave in descriptor.told and mention.kind in TOLD_KINDS and (mention.kind != "obra" or covered >= LEAST_TOLD)
            for mention in names
        )
        named = told or any(m.clave in own or (m.kind == "banco" and says(descriptor, m)) for m in names)
        return Candidate(
            descriptor,
            series,
            score,
            covered,
            unmatched,
            hit or told or (assumed and named and near > 0) or (typed and (covered > 0.1 or telling(reading.amounts))),
            sought.named_concept,
            named,
            not names,
            foreign and shared and not named and (bool(unmatched) or not names) and covered < LEAST_FOREIGN,
            timely,
            near <= 0 and not names and len(sought.words) == 1 and (match.precise if match else 0.0) < LEAST_PRECISE,
            assumed and near > 0,
            near < 0 and not named and reading.act is Act.AMOUNT,
        )

    def _kinship(self, concept: Concept, asked: Sequence[str]) -> float:
        """How near a concept is to those asked: itself, a kind of it, a sister under one wider concept, or another."""
        if not asked:
            return 0.0
        if concept.id in asked:
            return 0.8
        if concept.parent and concept.parent in asked:
            return 0.55
        if concept.parent and any(concept.parent == self._parents.get(one) for one in asked):
            return 0.2
        return -0.35

    def _names_fit(
        self, descriptor: Descriptor, series: Sequence[Series], sought: Sought, forgiving: bool
    ) -> tuple[tuple[str, ...], float]:
        """Names asked that the descriptor is not about, and what the names add to its score. A name carried over from the turn
        before is forgiven when the new words point elsewhere: «¿y en desarrollo económico?»; a witness, when another name fits or the
        question is not about a budget: «¿cuánto le observó la ASF a Pinos?»."""
        own = descriptor.claves | {one.subject.clave for one in series}
        reading, named = sought.reading, sought.names
        typed = fold(reading.asked)
        unmatched: list[str] = []
        fit = 0.0
        fits = sum(mention.clave in own for mention in named)
        for mention in named:
            if mention.clave in own or (mention.kind == "banco" and says(descriptor, mention)):
                fit += 0.66 if any(one.subject.clave == mention.clave for one in series) else 0.6
            elif mention.clave in descriptor.told:
                fit += 0.3
            elif mention.clave in descriptor.mentioned or says(descriptor, mention):
                fit += 0.2
            elif forgiving and fold(mention.said) not in typed:
                fit -= 0.1
            elif mention.clave in self._witnesses and (fits or reading.topic is not Topic.BUDGET):
                fit -= 0.05
            else:
                unmatched.append(mention.clave)
                fit -= 0.6
        return tuple(unmatched), fit


def _meant(descriptor: Descriptor, reading: Interpretation) -> tuple[Series, ...]:
    """The series of the municipalities named, or every one when none is (a ranking); others have one."""
    if not descriptor.municipal:
        return tuple(descriptor.series.values())
    if reading.topic is Topic.DEBT and not reading.concepts:
        # what a town receives is no answer to what it owes
        return ()
    places = [m.clave for m in reading.of_kind("municipio")]
    if not places and reading.act in ONE_PLACE:
        return ()
    return (
        tuple(descriptor.series[place] for place in places if place in descriptor.series) if places else tuple(descriptor.series.values())
    )


def _default_subject(series: Series, reading: Interpretation, match: Match | None) -> bool:
    if reading.topic and series.subject.clave in DEFAULT_SUBJECTS.get(reading.topic, frozenset()):
        return True
    return match is not None and not name_words(series.subject.name).isdisjoint(match.hits)


# Names are few and asked about in every question.
@lru_cache(maxsize=4096)
def name_words(name: str) -> frozenset[str]:
    return frozenset(words(name))


def _topic_fit(own: str, asked: Topic | None) -> float:
    if asked is None:
        return 0.0
    if own == asked:
        return 0.25
    return 0.05 if own in NEIGHBOURS.get(asked, frozenset()) else -0.3


def _timely(facts: Sequence[Fact], reading: Interpretation) -> float:
    """Share of the asked moments with a fact: of the years named, else of the span."""
    period = reading.period
    if period is None or (period.start is None and period.end is None):
        return 1.0
    spans = [(period.start or date.min, period.end or date.max)]
    if period.kind == "years" and period.years:
        spans = [(date(year, 1, 1), date(year, 12, 31)) for year in period.years]
    dated = sum(any(is_timely(fact, *span) for fact in facts) for span in spans) / len(spans)
    return dated or (0.8 if any(is_named_by_year(fact, *spans[0]) for fact in facts) else 0.0)


def _spans(facts: Sequence[Fact], reading: Interpretation) -> bool:
    """Of a government asked as one span («Tello 2016-2021»), a figure of all of it goes before one of a month in it."""
    period = reading.period
    if period is None or period.start is None or period.end is None or (period.end - period.start).days <= 366:
        return False
    if not reading.of_kind("gobierno"):
        return False
    asked = period.end - period.start
    ends = (fact.period for fact in facts if fact.period and fact.series.concept.flow == "flujo")
    return any(2 * (min(each.end, period.end) - max(each.start, period.start)) > asked for each in ends)


def typed_text(reading: Interpretation) -> str:
    """What may hold the name of a thing with its year; nothing where it is the total of that year that is asked."""
    if not PAYING.search(fold(reading.asked)):
        return ""
    return " ".join(word for word in words(reading.asked) if word not in ("del", "de"))


def bears_its_year(series: Series, typed: str) -> bool:
    """The question holds the counterpart, year and all: «aguinaldo 2021»."""
    if not series.counterpart[-4:].isdigit() or not typed:
        return False
    said = " ".join(word for word in words(series.counterpart) if word not in ("del", "de"))
    return len(said) > 4 and said in typed


NUMBERED = re.compile(r"^(\d+ \w+)")


def bears_its_number(series: Series, reading: Interpretation) -> bool:
    """«15 inmuebles»: the things counted in the name, as typed."""
    if not series.counterpart[:1].isdigit():
        return False
    named = NUMBERED.search(fold(series.counterpart))
    return named is not None and re.search(rf"\b{named.group(1)}", fold(reading.asked)) is not None


def assumed_weight(sought: Sought) -> float:
    return ASSUMED_OF_A_NAME if sought.concepts == (LOAN_MEASURE,) or sought.names else ASSUMED_CONCEPT


def says(descriptor: Descriptor, mention: Mention) -> bool:
    """The descriptor holds the very words of a name: «campo» of «Campo 1». Of a loan its year need not be there: «el refinanciamiento de
    2017» was authorised in 2016."""
    said = content_words(mention.said) if mention.kind == "prestamo" else words(mention.said)
    told = [word for word in said if mention.kind != "prestamo" or not word[:1].isdigit()]
    return bool(told) and set(told) <= descriptor.own_words


def _fields(descriptor: Descriptor, aliases: Mapping[str, Sequence[str]]) -> list[tuple[str, float]]:
    first = descriptor.any_series()
    fields = [
        (first.concept.name, 1.0),
        (first.counterpart, 1.0),
        (descriptor.told_words, 0.9),
        (first.words, 0.5),
        (first.group, 0.5),
        (" ".join(aliases[descriptor.concept]), 0.9),
    ]
    if not descriptor.municipal:
        fields += [(first.subject.name, 1.0), (" ".join(aliases[first.subject.clave]), 0.9)]
    return fields
