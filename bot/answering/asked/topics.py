"""Of which topic what is measured is: a measure that says it by its name, and the measures of another topic, which do not count."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace

from bot.answering.asked.owing import OWES, is_owed_of
from bot.answering.asked.slots import NEIGHBOURS, ONE_PLACE, typed_here
from bot.answering.asked.unpublished import UNPUBLISHED_ANYWHERE
from bot.answering.search.index import content_words
from bot.domain.reading import Act, Interpretation, Topic
from bot.language.folding import fold, words

BALANCE = "saldo"


def with_topic_of_name(reading: Interpretation, topics: Mapping[str, str], published: Container[str]) -> Interpretation:
    """«¿cuánto sacó Zacatecas en el índice de calidad de la información?»: a name of several words that only one published measure bears
    says of which topic the question is, whatever topic its other words speak for. So do the things owed in «¿cuánto se debía del
    aguinaldo?», where only the verb speaks of a balance."""
    named = [m for m in reading.of_kind("concepto") if m.clave in published and typed_here(m, reading)]
    owed = [m for m in named if m.clave == BALANCE and OWES.fullmatch(fold(m.said).split()[-1])]
    things = [m for m in named if m not in owed]
    own = {Topic(topics[m.clave]) for m in things if m.clave in topics}
    sure = any(is_owed_of(m, owed, reading) for m in things) or (len(named) == 1 and len(content_words(named[0].said)) > 1)
    if reading.topic is None or len(own) != 1 or not sure:
        return reading
    (topic,) = own
    if topic is reading.topic or str(topic) in NEIGHBOURS.get(str(reading.topic), ()):
        return reading
    return replace(reading, topic=topic, measure=things[0].clave, mentions=tuple(m for m in reading.mentions if m not in owed))


def without_far_concepts(
    reading: Interpretation, topics: Mapping[str, str], published: Container[str], kinds: Mapping[str, frozenset[str]]
) -> Interpretation:
    """Concepts of a topic that is neither the one read nor beside it do not count: «cuánto le debía el ISSSTEZAC al SAT» is not about the
    balance of the state's debt. What nobody publishes counts under any topic: a salary is missing, whoever's it is. The price index is
    a tool, not a subject, when pesos of another year are asked."""
    if reading.topic is None or (reading.act is Act.SOURCE and "measure" in reading.carried):
        return reading
    near = {str(reading.topic), *NEIGHBOURS.get(str(reading.topic), ())}
    said = [c for c in (*reading.concepts, reading.measure or "") if c in published or c not in UNPUBLISHED_ANYWHERE]
    # «¿cuánto debe hoy el ISSSTEZAC?»: the balance of pensions has kinds of its own
    far = {c for c in said if topics.get(c, str(reading.topic)) not in near and not kinds.get(c, frozenset()) & {str(reading.topic)}}
    if reading.per == "pesos_de_hoy":
        far |= {c for c in reading.concepts if c.startswith("inpc")}
    if not far:
        return reading
    kept = tuple(m for m in reading.mentions if m.kind != "concepto" or m.clave not in far)
    return replace(reading, mentions=kept, measure=None if reading.measure in far else reading.measure)


def without_municipal_concepts(reading: Interpretation, municipal: Container[str]) -> Interpretation:
    """«¿cuánto gastó el estado?» is not about what a municipality spent."""
    typed = set(words(reading.asked))
    if reading.of_kind("municipio") or typed & {"municipio", "municipios", "ayuntamiento", "ayuntamientos", "alcaldia"}:
        return reading
    if reading.topic is Topic.TRANSFERS and reading.act not in ONE_PLACE:
        return reading
    kept = tuple(m for m in reading.mentions if m.kind != "concepto" or m.clave not in municipal)
    return replace(reading, mentions=kept, measure=None if reading.measure and reading.measure in municipal else reading.measure)
