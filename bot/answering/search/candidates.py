"""Descriptor search: which published series a question is about, by its rarest words, its names and concepts, its period and stage.

The weights were set on the answer keys of ``tests/gold`` and are measured by ``ruta eval``; none of them knows a question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from bot.answering.asked.slots import is_typed, telling, typed_words
from bot.answering.search.called import says, wholly_in
from bot.answering.search.descriptors import Descriptor, DescriptorShelf
from bot.answering.search.fitting import (
    WORK,
    facts_fit,
    fields_of,
    is_of_another_kind,
    is_of_another_work,
    is_of_owner_meant,
    is_of_the_other_owner,
    is_owned_by,
    kind_of_work,
    towns_meant,
)
from bot.answering.search.index import NOWHERE, Match, WordIndex, forms_of
from bot.answering.search.meant import SeriesMeant
from bot.answering.search.sought import Sought
from bot.domain.answer import Unit
from bot.domain.ledger import Concept, Ledger, Series
from bot.domain.reading import Act, Interpretation, Mention, Topic
from bot.domain.vocabulary import Knowledge
from bot.language.folding import fold, words

# A public work in the maintainers' words is what the figure is about while the question's other words are not all of something else:
# «¿cuánto costó la carretera a Plateros?»
LEAST_TOLD = 0.5
# Of a body much is published, so its name alone points to none of it.
BODY = "institucion"
# All the words of the question are of the very work named: «¿cuánto se gastó en el velódromo?»
WHOLLY_COVERED = 0.9
# A follow-up whose new words a descriptor covers this well leaves the carried names behind.
TYPED_COVERED = 0.6
# «¿cuántos municipios tiene?» is not about the municipalities that have closed their accounts with the CONADE.
LEAST_PRECISE = 0.5
# «¿en qué lugar quedó en el índice del IMCO?»: the rank, before the score of that name.
RANKED = 1.2
# A question whose words one series of a shared concept covers this well is about that one.
LEAST_FOREIGN = 0.6
# Words of a question that say what it is about, whatever topic was read: «índice de información presupuestal».
SURELY_SAID = 3


class Candidate(NamedTuple):
    """A descriptor with its score for one question; ``series`` are the ones meant.

    ``unmatched`` are names the question gave and the descriptor is not about; ``covered`` the share of the question's word weight that
    it holds; ``named`` tells that it is about a name asked, not only mentions it; ``nameless`` that none was asked; ``foreign`` that
    its concept is measured of several subjects and nothing in the question points to this one; ``lonely`` that the question has one
    word, a small part of what the descriptor is called; ``assumed`` that it is what questions of the topic measure; ``beside`` that it
    measures something else than the question, by name or by its topic, and is not about a name asked; ``beyond_names`` that, where it
    measures something else and is about a name asked, or is of a body and nothing was named to be measured while other words of the
    question are those of some figure, it holds some other word of the question; ``far`` that it is of a topic that is neither the one
    read nor beside it, and holds hardly a word of the question.
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
    beyond_names: bool
    far: bool


def kinship(concept: Concept, asked: Sequence[str], wider: Set[str]) -> float:
    """How near a concept is to those asked: itself, a kind of it, a sister under one of the wider concepts, or another."""
    if concept.id in asked:
        return 0.8
    if concept.parent in asked:
        return 0.55
    return 0.2 if concept.parent in wider else -0.35


class Finder:
    """Ranks the descriptors of a shelf for a question."""

    def __init__(self, shelf: DescriptorShelf, ledger: Ledger, knowledge: Knowledge) -> None:
        self._shelf = shelf
        self._witnesses = frozenset(term.clave for term in knowledge.terms if term.witness)
        aliases: dict[str, list[str]] = defaultdict(list)
        for term in knowledge.terms:
            aliases[term.clave].extend(term.aliases)
        self._index = WordIndex([fields_of(descriptor, aliases) for descriptor in shelf.descriptors])
        self._subjects_of: dict[str, set[str]] = defaultdict(set)
        self._measuring: dict[str, set[int]] = defaultdict(set)
        for key, descriptor in enumerate(shelf.descriptors):
            first = descriptor.any_series()
            self._subjects_of[descriptor.concept].add(first.subject.id)
            for concept in filter(None, (descriptor.concept, first.concept.parent)):
                self._measuring[concept].add(key)
        works = (d.any_series().subject.name for d in shelf.descriptors if d.subject_kind == WORK)
        self._kinds_of_work = forms_of(words(name)[0] for name in works)
        self._key_of = {one.id: key for key, descriptor in enumerate(shelf.descriptors) for one in descriptor.series.values()}
        self._parents = {concept.id: concept.parent for concept in ledger.concepts()}

    def rank(self, reading: Interpretation, limit: int = 40) -> list[Candidate]:
        """Candidates, best first."""
        return list(self._ranked(reading)[:limit])

    def knows(self, word: str) -> bool:
        """Some descriptor holds the word."""
        return self._index.knows(word)

    @lru_cache(maxsize=256)  # noqa: B019 - one finder lives as long as the program; an answer looks the same reading up several times
    def _ranked(self, reading: Interpretation) -> tuple[Candidate, ...]:
        sought = Sought.of(reading)
        typed = [word for word in typed_words(reading) if self._index.knows(word)]
        matches = self._index.search((*sought.said, *typed))
        fresh = self._index.search(typed) if reading.carried else {}
        typed_amounts = {self._key_of[fact.series.id] for fact in self._shelf.of_amounts(reading.amounts)}
        keys = set(matches) | typed_amounts | {key for concept in sought.concepts for key in self._measuring.get(concept, ())}
        left = any(self._index.knows(word) for word in sought.words - sought.name_words)
        wider = {self._parents.get(concept, "") for concept in sought.concepts} - {""}
        if work := kind_of_work(sought, self._kinds_of_work, self._index.knows):
            keys = {key for key in keys if not is_of_another_work(self._shelf.descriptors[key], work)}
        weighed = [
            self._weigh(key, matches.get(key, NOWHERE), fresh.get(key, NOWHERE), key in typed_amounts, sought, wider, left) for key in keys
        ]
        return tuple(sorted(filter(None, weighed), key=lambda c: (-c.score, c.series[0].id)))

    @lru_cache(maxsize=4096)  # noqa: B019 - one finder lives as long as the program
    def _meant(self, key: int, towns: tuple[str, ...]) -> SeriesMeant:
        """The series of a descriptor, or those of these municipalities."""
        descriptor = self._shelf.descriptors[key]
        series = tuple(descriptor.series[town] for town in towns) or tuple(descriptor.series.values())
        return SeriesMeant.of(series, tuple(fact for one in series for fact in self._shelf.facts(one)))

    def _weigh(self, key: int, match: Match, fresh: Match, typed: bool, sought: Sought, wider: Set[str], left: bool) -> Candidate | None:
        """``wider`` are the concepts of which those asked are kinds; ``left`` tells that words of the question besides its names are those
        of some figure. Run for some seventy descriptors a question: what depends on the question alone stands in ``sought``, what
        depends on the series alone in ``SeriesMeant``."""
        names, asked, covered, new = sought.names, sought.concepts, match.covered, fresh.covered
        descriptor = self._shelf.descriptors[key]
        towns = towns_meant(descriptor, sought) if descriptor.municipal else ()
        if towns is None or (sought.is_of_sports and descriptor.topic != Topic.SPORTS and covered < WHOLLY_COVERED):
            return None
        meant = self._meant(key, towns)
        if is_of_another_kind(meant, sought) or is_of_the_other_owner(meant, sought):
            return None
        series = meant.series
        score = 1.2 * covered + 0.3 * match.precise
        own: Sequence[Mention] = ()
        unmatched: tuple[str, ...] = ()
        if names:
            own = [name for name in names if is_owned_by(name, descriptor, meant.claves)]
            forgiving = new >= TYPED_COVERED and not sought.points_back
            unmatched, fit = self._names_fit(descriptor, meant.claves, own, sought, forgiving)
            score += fit
        score += new if new >= TYPED_COVERED else 0.0
        foreign = not (descriptor.municipal or is_of_owner_meant(meant, sought, match))
        if foreign and not names:
            score -= 0.3
        near = kinship(series[0].concept, asked, wider) if asked else 0.0
        told = not descriptor.told.isdisjoint(sought.told)
        if near < 0 and told and descriptor.told.isdisjoint(sought.told - sought.works):
            # «¿cuánto valía el hotel Jobito?» is not what it lost
            told = not sought.name_words.issuperset(match.hits)
        if near < 0 and told:
            near = 0.0
        assumed = sought.assumed
        hit = (near > 0 and not assumed) or new >= TYPED_COVERED
        if sought.place and covered and Unit.RANK in meant.units:
            hit, near = True, RANKED + max(near, 0.0)
        score += near * sought.concept_weight
        leaning = sought.leanings[descriptor.topic]
        score += leaning
        timely = meant.share_timely(sought.moments) if sought.moments else 1.0
        typed = typed and (timely > 0 or not sought.moments) and any(is_typed(fact, sought.reading.amounts) for fact in meant.facts)
        score += facts_fit(meant, sought, timely) + (0.5 if typed else 0.0)
        told = told and (covered >= LEAST_TOLD or not descriptor.told.isdisjoint(sought.told - sought.works))
        of_the_work = covered >= WHOLLY_COVERED and any(m.kind == WORK and m.clave == series[0].subject.clave for m in own)
        said = hit or told or (of_the_work and not asked) or (assumed and bool(own or told) and near > 0)
        named = told or bool(own)
        foreign = foreign and sought.of_one_place and not named and (bool(unmatched) or not names) and covered < LEAST_FOREIGN
        elsewhere = near < 0 or (left and not asked and timely > 0 and any(m.kind == BODY for m in own))
        return Candidate(
            descriptor,
            series,
            score,
            covered,
            unmatched,
            said or (typed and (covered > 0.1 or telling(sought.reading.amounts))),
            sought.named_concept,
            named,
            not names,
            foreign and len(self._subjects_of[descriptor.concept]) > 1,
            timely,
            near <= 0 and not names and len(sought.words) == 1 and match.precise < LEAST_PRECISE,
            assumed and near > 0,
            near < 0 and not named and sought.reading.act is Act.AMOUNT,
            not (named and elsewhere) or not sought.unmeasuring.issuperset(match.hits),
            leaning < 0 and len(match.hits) < SURELY_SAID,
        )

    def _names_fit(
        self, descriptor: Descriptor, subjects: Set[str], own: Sequence[Mention], sought: Sought, forgiving: bool
    ) -> tuple[tuple[str, ...], float]:
        """Names asked that the descriptor is not about, and what the names add to its score. A name carried over from the turn
        before is forgiven when the new words point elsewhere: «¿y en desarrollo económico?»; a witness, when another name fits or the
        question is not about a budget: «¿cuánto le observó la ASF a Pinos?»."""
        unmatched: list[str] = []
        fit = 0.0
        for mention in sought.names:
            if mention.clave in subjects:
                fit += 0.66
            elif mention in own:
                fit += 0.6
            elif mention.clave in descriptor.told:
                fit += 0.3
            elif mention.clave in descriptor.mentioned or says(descriptor, mention):
                fit += 0.2
            elif descriptor.concept in sought.concepts and sought.named_concept and wholly_in(mention, descriptor.any_series()):
                # «¿cuánto aporta el gobierno al fondo de pensiones?»: the name is made of words of what is measured
                fit -= 0.05
            elif forgiving and fold(mention.said) not in fold(sought.reading.asked):
                fit -= 0.1
            elif mention.clave in self._witnesses and (
                sought.reading.topic is not Topic.BUDGET or any(m.clave in subjects or m.clave in descriptor.claves for m in own)
            ):
                fit -= 0.05
            else:
                unmatched.append(mention.clave)
                fit -= 0.6
        return tuple(unmatched), fit
