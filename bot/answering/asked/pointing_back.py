"""A message that names nothing but what was just talked of: «¿y cuánto se gastó en eso?», «¿y eso de dónde lo sacan?»."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace

from bot.answering.asked.counting import kind_of_number, thing_counted
from bot.answering.asked.slots import points_back
from bot.domain.reading import Act, Interpretation
from bot.language.folding import fold

DOCUMENT = re.compile(
    r"\b(de donde (lo |la |los |las )?(sac|sal|vien|tom)\w*|en que documento|que documento|cual es la fuente|que fuente"
    r"|quien (lo |la |los |las )?(public|dijo|dice|saco|report)\w*)\b"
)
# «¿y cómo quedó el aprobado de 2016?», after how that of 2023 was divided
HOW_WAS = re.compile(r"\W*y (?:que tal|como (?:quedo|quedaron|estuvo|estuvieron|fue|salio|viene))\b")
DIVIDED = frozenset({Act.BREAKDOWN, Act.RANKING, Act.LIST})
WHO_SAID_IT = re.compile(r"\bquien l[oa]s? (?:public|dij|dic|sac|report)\w*")


def pointing_back(reading: Interpretation, before: Interpretation | None, municipal: Container[str]) -> Interpretation:
    """«¿y cuánto se gastó en eso?», «¿y eso de dónde lo sacan?»: nothing is named but what was just talked of, so the topic and the names
    are those of the turn before; after people or things were counted, also its words. ``municipal`` are the concepts of towns alone, which
    «se gastó» does not name."""
    typed = fold(reading.asked)
    if before is None or before.topic is None:
        return reading
    if "measure" in reading.carried and reading.act is Act.AMOUNT and before.act in DIVIDED and HOW_WAS.match(typed):
        return replace(reading, act=before.act, order=before.order, limit=before.limit)
    if not points_back(reading) and not (reading.carried and WHO_SAID_IT.search(typed)):
        return reading
    named = [m for m in reading.mentions if m.kind != "concepto" and fold(m.said) in typed and m not in before.mentions]
    if DOCUMENT.search(typed) and not named:
        return replace(reading, act=Act.SOURCE, topic=before.topic, confidence=1.0, alternatives=())
    own = [concept for concept in reading.concepts if concept not in municipal]
    of_a_count = bool(thing_counted(before)) and kind_of_number(reading) > 0
    if reading.act is not Act.AMOUNT or named or (reading.topic is before.topic and not of_a_count):
        return reading
    if (own or (reading.concepts and not of_a_count)) and reading.confidence >= FIRM:
        return reading
    kept = tuple(mention for mention in before.mentions if mention.kind != "concepto")
    said = tuple(dict.fromkeys((*before.words, *reading.words)))
    period = reading.period or before.period
    return replace(reading, topic=before.topic, mentions=kept, measure=None, words=said, period=period, carried=())


# As sure as this, a reading with a concept of its own is not bent to the turn before.
FIRM = 0.6
