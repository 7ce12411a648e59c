"""Money of the whole country: «participaciones a nivel nacional», «convenios en todo el país»."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answering.asked.share_words import asks_share
from bot.answering.asked.slots import COUNTRY
from bot.answering.otherwise.asking_back import UNSURE
from bot.answering.search.shelves import Shelves
from bot.domain.ledger import Concept
from bot.domain.reading import Act, Interpretation, Mention, Topic
from bot.language.folding import fold, words

NATION = re.compile(
    r"\bnacional(es|mente)?\b|\b(tod[oa] el|del|en el|el resto del) pais\b|\btod[oa]s? (los estados|las entidades|la republica|mexico)\b"
    r"|\b(los|las) (32|treinta y dos) (estados|entidades)\b"
)
WHOLE_WORDS = ("federaliz", "transferencias federales")
OF_FIGURES = frozenset(Act) - {Act.WHO, Act.WHEN, Act.TERMS, Act.SMALLTALK}


def nationwide(reading: Interpretation, shelves: Shelves) -> Interpretation:
    """The same question about the series of the whole country, where the words say so and name a part of the federalised spending, or
    all of it. What Zacatecas, or a town of it, got of that money is another question."""
    typed = fold(reading.asked)
    countrywide = [shelves.concepts[c] for c in reading.concepts if c in shelves.descriptors.countrywide]
    # a price index is of the whole country too, and no money
    national = [concept for concept in countrywide if concept.topic == Topic.TRANSFERS and not shelves.is_outside(concept.id)]
    carried = any(m.clave == COUNTRY and fold(m.said) not in typed for m in reading.of_kind("estado"))
    # «¿cuánto gasto neto federal hubo?», although «cuánto gasto» was read as something else
    named = [concept for concept in shelves.national if fold(concept.name) in typed][:1]
    if reading.act not in OF_FIGURES or not (named or national or carried or NATION.search(typed)) or asks_share(reading):
        return reading
    if reading.of_kind("municipio") or {"zacatecas", "zacatecano"} & set(words(reading.asked)):
        return reading
    asked = named or parts_typed(reading, shelves) or national or whole_typed(typed, shelves)
    if not asked:
        return reading
    mentions = tuple(Mention("concepto", concept.id, *spot(reading, head_of(concept))) for concept in asked)
    kept = tuple(m for m in reading.mentions if m.kind not in ("concepto", "capitulo") and m.clave != COUNTRY)
    act = Act.AMOUNT if reading.act in (Act.NONE, Act.FAQ, Act.STATUS) else reading.act
    return replace(
        reading,
        act=act,
        topic=Topic.TRANSFERS,
        mentions=(*kept, *mentions),
        measure=asked[0].id,
        confidence=max(reading.confidence, UNSURE),
        alternatives=(),
    )


def parts_typed(reading: Interpretation, shelves: Shelves) -> list[Concept]:
    """«participaciones», «subsidios»: parts of the whole country's money by the word that heads their name."""
    said = words(reading.asked)
    parts = [shelves.concepts[part] for whole in wholes(shelves) for part in whole.parts]
    return sorted((part for part in parts if head_of(part) in said), key=lambda part: said.index(head_of(part)))


def whole_typed(typed: str, shelves: Shelves) -> list[Concept]:
    return wholes(shelves)[:1] if any(word in typed for word in WHOLE_WORDS) else []


def wholes(shelves: Shelves) -> list[Concept]:
    """What is made of parts that are published of the country and of nobody else."""
    return [shelves.concepts[id] for id in sorted(shelves.descriptors.countrywide) if id in shelves.concepts and shelves.concepts[id].parts]


def head_of(concept: Concept) -> str:
    return words(concept.name)[0]


def spot(reading: Interpretation, head: str) -> tuple[str, int, int]:
    """Where the head word was typed, so that «participaciones y convenios» are read as two things side by side."""
    at = fold(reading.asked).find(head)
    return (reading.asked[at : at + len(head)], at, at + len(head)) if at >= 0 else ("", 0, 0)
