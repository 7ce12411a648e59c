"""What can be measured in a ledger: looked through once, when the program starts."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

from bot.answering.asked.kinds_listed import Kinds, kinds_by_word, telling_words
from bot.answering.asked.slots import without_of
from bot.answering.search.index import content_words
from bot.answering.search.shelves import Shelves
from bot.domain.ledger import Concept
from bot.domain.stage import Stage


@dataclass(frozen=True)
class Measures:
    """What can be measured: the topic of each concept, those with a figure, those that only municipalities have, those made of
    others, the things that a year names («aguinaldo 2021»), the stages at which each concept is published, the topics of the kinds of
    each, the concepts that are published of towns, under their own name or a wider one, by what other words a
    stage of each is called, which concepts each is made of, the kinds of each that its one word begins, the wider concept of each
    kind, and the words that tell a kind from its sisters."""

    topics: Mapping[str, str]
    published: Container[str]
    municipal: Container[str]
    divided: Container[str] = frozenset()
    dated: Sequence[str] = ()
    stages: Mapping[str, frozenset[Stage]] = field(default_factory=dict)
    kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    of_towns: Container[str] = frozenset()
    noted: Mapping[str, Mapping[str, Stage]] = field(default_factory=dict)
    made_of: Mapping[str, frozenset[str]] = field(default_factory=dict)
    kinds_by_word: Kinds = field(default_factory=dict)
    wider: Mapping[str, str] = field(default_factory=dict)
    telling: Mapping[str, frozenset[str]] = field(default_factory=dict)


def measures_of(shelves: Shelves) -> Measures:
    wider = {concept.id: concept.parent for concept in shelves.concepts.values() if concept.parent}
    return Measures(
        topics={id: concept.topic for id, concept in shelves.concepts.items()},
        published=shelves.descriptors.published,
        municipal=shelves.descriptors.municipal_concepts,
        divided=divided_concepts(shelves),
        stages=shelves.descriptors.stages,
        dated=dated_names(shelves),
        kinds=topics_of_kinds(shelves),
        of_towns=concepts_of_towns(shelves),
        noted=stages_noted(shelves),
        kinds_by_word=kinds_by_word(
            term for term in shelves.terms.values() if term.kind == "concepto" and term.clave in shelves.descriptors.published
        ),
        wider=wider,
        telling=telling_words({id: concept.name for id, concept in shelves.concepts.items()}, wider),
        made_of={concept.id: parts_by_any_name(concept, shelves) for concept in shelves.concepts.values() if concept.parts},
    )


def parts_by_any_name(whole: Concept, shelves: Shelves) -> frozenset[str]:
    """What a concept is made of, under its own name or a wider one: «intereses» are part of what was paid of the debt."""
    wider = {shelves.concepts[part].parent for part in whole.parts if part in shelves.concepts}
    return frozenset({*whole.parts, *wider} - {"", whole.id, whole.parent})


def divided_concepts(shelves: Shelves) -> frozenset[str]:
    """Concepts that are made of others, and those with a kind that is: «ingresos totales» of a municipality."""
    made = [concept for concept in shelves.concepts.values() if concept.parts]
    return frozenset(id for concept in made for id in (concept.id, concept.parent) if id)


def topics_of_kinds(shelves: Shelves) -> dict[str, frozenset[str]]:
    """Of each wide concept, the topics in which one of its kinds is published."""
    found: dict[str, set[str]] = {}
    for concept in shelves.concepts.values():
        if concept.parent and concept.id in shelves.descriptors.published:
            found.setdefault(concept.parent, set()).add(concept.topic)
    return {id: frozenset(topics) for id, topics in found.items()}


def concepts_of_towns(shelves: Shelves) -> frozenset[str]:
    """What is published of municipalities, under its own name or a wider one."""
    own = [each.any_series().concept for each in shelves.descriptors.descriptors if each.municipal]
    return frozenset(id for concept in own for id in (concept.id, concept.parent) if id)


DATED = re.compile(r"^(.*\D) ?((?:19|20)\d\d)$")


def dated_names(shelves: Shelves) -> tuple[str, ...]:
    """Counterparts that a year names: «aguinaldo 2021»."""
    return tuple({without_of(fact.series.counterpart) for fact in shelves.descriptors.all_facts() if DATED.match(fact.series.counterpart)})


def stages_noted(shelves: Shelves) -> dict[str, dict[str, Stage]]:
    """What documents call a stage of a concept, where they say more than its name: of a fund, «obras registradas» is what was modified."""
    found: dict[str, dict[str, Stage]] = {}
    for fact in shelves.descriptors.all_facts():
        name = NOTED_NAME.split(fact.stage_note)[0]
        if fact.stage and len(content_words(name)) > 1:
            found.setdefault(fact.series.concept.id, {})[name] = fact.stage
    return found


# Of «obras registradas en Destino del gasto; 0 quiere decir…», the name alone.
NOTED_NAME = re.compile(r" en |[;,(]")
