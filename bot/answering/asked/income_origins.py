"""Where income comes from: the federal beside the state's own, and all the income of a municipality, which its sources make up."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answering.asked.overlapping import ALL_FEDERAL
from bot.answering.asked.slots import unsaid
from bot.domain.reading import Act, Interpretation, Topic
from bot.language.folding import fold

ORIGINS = re.compile(r"\bcuant\w*\b.*\b(?:federal\w*|federacion)\b.*\b(?:cuant\w*|que)\b.*\b(?:estatal\w*|estado|propi[oa]s?)\b")
ORIGINS_TURNED = re.compile(r"\bcuant\w*\b.*\b(?:estatal\w*|del estado|propi[oa]s?)\b.*\bcuant\w*\b.*\b(?:federal\w*|federacion)\b")
ALL_INCOME = "ingresos-totales"
BY_ORIGIN = ("ingresos-origen-federal", "ingresos-origen-estatal")


def speaks_of_origins(typed: str) -> bool:
    """Both origins of the state's money stand in the folded text, with «cuánto» before each."""
    return bool(ORIGINS.search(typed) or ORIGINS_TURNED.search(typed))


def with_origins(reading: Interpretation) -> Interpretation:
    """«del paquete 2023, ¿cuánto federal y cuánto del estado?»: the two origins of the state's income, side by side."""
    if not speaks_of_origins(fold(reading.asked)) or reading.act not in BY_FIGURES or reading.topic not in (Topic.BUDGET, Topic.TRANSFERS):
        return reading
    if reading.of_kind("municipio", "institucion", "fondo") or set(reading.concepts) - {"presupuesto", ALL_INCOME, ALL_FEDERAL, *BY_ORIGIN}:
        return reading
    others = tuple(mention for mention in reading.mentions if mention.kind != "concepto")
    origins = tuple(unsaid(concept) for concept in BY_ORIGIN)
    return replace(reading, act=Act.BREAKDOWN, topic=Topic.BUDGET, mentions=(*others, *origins), measure=BY_ORIGIN[0], more=())


BY_FIGURES = frozenset({Act.AMOUNT, Act.BREAKDOWN, Act.COMPARE, Act.LIST, Act.SOURCE})


def names_every_source(reading: Interpretation) -> bool:
    """«propios, participaciones y aportaciones»: the three sources of a municipality's money, side by side."""
    named = set(reading.concepts)
    return "ingresos-propios" in named and ("ramos-28-y-33" in named or {"participaciones", "aportaciones"} <= named)


def by_source_of_income(reading: Interpretation) -> Interpretation:
    """All the income of a municipality, divided by where it comes from."""
    others = tuple(mention for mention in reading.mentions if mention.kind != "concepto")
    return replace(reading, act=Act.BREAKDOWN, mentions=(*others, unsaid(ALL_INCOME)), measure=ALL_INCOME)
