"""«¿Cuánto FAIS recibieron todos los municipios juntos?»: what is published town by town, added up."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answering.asked.share_words import asks_share
from bot.answering.asked.slots import STATE, concepts_asked, unsaid
from bot.answering.asked.town_money import FEDERAL_KINDS, measure_of_towns
from bot.answering.derived.arithmetic import total
from bot.answering.figures.choosing import choose, figures_of
from bot.answering.figures.labels import first_upper
from bot.answering.figures.rankings import rivals_for_place
from bot.answering.search.queries import query_of
from bot.answering.search.shelves import Shelves
from bot.domain.answer import Figure, Found, Note, Role
from bot.domain.reading import Act, Interpretation
from bot.language.folding import fold

TOWNS = r"(?:municipios|ayuntamientos|alcaldias)"
TOGETHER = re.compile(rf"\b{TOWNS}\b")
# «¿cuánto a cada uno de los municipios?» asks for a list; «los municipios que más…» competes
ONE_BY_ONE = re.compile(
    rf"\bcada (?:uno|una|municipio)\b|\b{TOWNS} (?:(?:que|con) )?(?:mas|menos)\b|\bque {TOWNS}\b|\b(?:promedio|en que)\b"
)
# What the law gives to all of them is published as one figure of this subject.
AS_ONE = "municipios"


def summed_towns(reading: Interpretation, shelves: Shelves) -> Found | None:
    """The sum of one concept, stage and period over the towns of which it is published; of money of no kind named, of each kind they are
    given. None where that is not what is asked."""
    typed = fold(reading.asked)
    if reading.act is not Act.AMOUNT or reading.of_kind("municipio") or reading.amounts or reading.per or asks_share(reading):
        return None
    if not TOGETHER.search(typed) or ONE_BY_ONE.search(typed):
        return None
    # «los municipios de Zacatecas» are those of the state
    reading = replace(reading, mentions=tuple(mention for mention in reading.mentions if mention.clave != STATE))
    asked = [reading]
    if not concepts_asked(reading):
        unnamed = measure_of_towns(reading)
        kinds = FEDERAL_KINDS if unnamed == FEDERAL_KINDS[0] else (unnamed,)
        asked = [replace(reading, mentions=(*reading.mentions, unsaid(kind)), measure=kind) for kind in kinds if kind]
    figures = tuple(figure for each in asked for figure in summed(each, shelves))
    notes = () if reading.period else (Note("assumed_latest_period"),)
    return Found(reading, figures, notes=notes) if figures else None


def summed(reading: Interpretation, shelves: Shelves) -> tuple[Figure, ...]:
    """What the towns have together: as it was published of all of them in the period asked, else added up."""
    facts = rivals_for_place(replace(reading, act=Act.RANKING, asked=f"qué municipio {reading.asked}"), shelves)
    facts = [fact for fact in facts if fact.series.subject.kind == "municipio" and fact.unit.is_money]
    owners = {fact.series.subject.id for fact in facts}
    if len({fact.series.concept.id for fact in facts}) != 1 or len(owners) != len(facts) or len(facts) < 2:
        return ()
    concept = facts[0].series.concept
    if not {concept.id, concept.parent} & set(concepts_asked(reading)):
        return ()
    as_one = choose(shelves.descriptors.of_concept(concept.id, AS_ONE), query_of(reading, [])).answers if reading.period else ()
    if as_one:
        return figures_of(as_one)
    figure = total(facts, f"{first_upper(concept.name)}: suma de {len(facts)} municipios", Role.ANSWER)
    return (replace(figure, formula="se sumó lo que la misma lista publica de cada municipio"),) if figure else ()
