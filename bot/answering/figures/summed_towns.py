"""«¿Cuánto FAIS recibieron todos los municipios juntos?»: what is published town by town, added up."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answering.asked.share_words import asks_share
from bot.answering.asked.slots import concepts_asked, unsaid
from bot.answering.asked.town_money import measure_of_towns
from bot.answering.derived.arithmetic import total
from bot.answering.figures.labels import first_upper
from bot.answering.figures.rankings import rivals_for_place
from bot.answering.search.shelves import Shelves
from bot.domain.answer import Found, Note, Role
from bot.domain.reading import Act, Interpretation
from bot.language.folding import fold

TOWNS = r"(?:municipios|ayuntamientos|alcaldias)"
ALL_OF_THEM = re.compile(
    rf"\b(?:tod[oa]s|entre|suma\w*|junt\w*|en conjunto) (?:a )?(?:tod[oa]s )?(?:l[oa]s )?(?:58 |cincuenta y ocho )?{TOWNS}\b"
    rf"|\b(?:58|cincuenta y ocho) {TOWNS}\b|\b{TOWNS} (?:en conjunto|juntos|en total|sumados|en su conjunto)\b"
    rf"|\ben total\b.*\b(?:l[oa]s|entre) {TOWNS}\b|\b{TOWNS}\b.*\b(?:en total|suma\w*|juntos)\b"
)
# «¿cuánto a cada uno de los municipios?» asks for a list
ONE_BY_ONE = re.compile(rf"\bcada (?:uno|una|municipio)\b|\b{TOWNS} que (?:mas|menos)\b")


def summed_towns(reading: Interpretation, shelves: Shelves) -> Found | None:
    """The sum of one concept, stage and period over the towns of which it is published; None where that is not what is asked."""
    typed = fold(reading.asked)
    if not concepts_asked(reading) and (measure := measure_of_towns(reading)):
        reading = replace(reading, mentions=(*reading.mentions, unsaid(measure)), measure=measure)
    if reading.act is not Act.AMOUNT or reading.of_kind("municipio") or reading.amounts or reading.per or asks_share(reading):
        return None
    if not ALL_OF_THEM.search(typed) or ONE_BY_ONE.search(typed) or not concepts_asked(reading):
        return None
    facts = rivals_for_place(replace(reading, act=Act.RANKING, asked=f"qué municipio {reading.asked}"), shelves)
    facts = [fact for fact in facts if fact.series.subject.kind == "municipio" and fact.unit.is_money]
    owners = {fact.series.subject.id for fact in facts}
    if len({fact.series.concept.id for fact in facts}) != 1 or len(owners) != len(facts) or len(facts) < 2:
        return None
    if facts[0].series.concept.id not in concepts_asked(reading) and facts[0].series.concept.parent not in concepts_asked(reading):
        return None
    figure = total(facts, f"{first_upper(facts[0].series.concept.name)}: suma de {len(facts)} municipios", Role.ANSWER)
    if figure is None:
        return None
    notes = () if reading.period else (Note("assumed_latest_period"),)
    return Found(reading, (replace(figure, formula=f"suma de los {len(facts)} municipios de la lista publicada"),), notes=notes)
