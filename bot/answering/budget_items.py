"""What a budget sets aside for one thing, where the words name the budget too: «en el presupuesto de 2019, ¿cuánto para intereses?»."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.answering.asked import asks_share, names_asked
from bot.domain.reading import Act, Interpretation, Mention, Topic
from bot.domain.stage import Stage
from bot.language.folding import fold

FOR_DEBT = re.compile(r"\bpresupuest\w*\b.*\b(?:de|para|pa|a)\s+(?:(?:el|la|pagar|pago|servicio|de|del)\s+)*deuda\b")
PLANNED_FOR_DEBT = re.compile(
    r"\b(?:pensaba\w*|planea\w*|preve\w*|proyect\w*|iba\w* a) (?:a )?(?:gastar|pagar|destinar)\b.*\b(?:en|a|de|por) (?:la )?deuda\b"
)
OF_THE_DEBT_BUDGET = frozenset({"presupuesto", "servicio-deuda"})


def with_chapter_of_debt(reading: Interpretation) -> Interpretation:
    """«¿cuánto se presupuestó para la deuda en 2019?» asks for the chapter of public debt, not for the whole budget."""
    typed = fold(reading.asked)
    whole = "presupuesto" in reading.concepts and OF_THE_DEBT_BUDGET.issuperset(reading.concepts)
    if not reading.concepts and PLANNED_FOR_DEBT.search(typed) and not names_asked(reading):
        return replace(
            reading, topic=Topic.BUDGET, mentions=(*reading.mentions, Mention("concepto", "presupuesto-deuda", "", 0, 0)), measure=None
        )
    asks = reading.act in (Act.AMOUNT, Act.BREAKDOWN) and FOR_DEBT.search(typed) and not asks_share(reading)
    if not whole or not asks or names_asked(reading):
        return reading
    kept = tuple(mention for mention in reading.mentions if mention.clave != "servicio-deuda")
    return replace(reading, topic=Topic.BUDGET, mentions=(*kept, Mention("capitulo", "capitulo 9000", "", 0, 0)))


BUDGET = "presupuesto"
PLANNED = frozenset({Stage.APPROVED, Stage.DRAFT, Stage.COMMITTEE})
OF_THE_STATE = frozenset({Topic.DEBT.value, Topic.BUDGET.value, Topic.TRANSFERS.value})
OF_ONE_THING = frozenset({Act.AMOUNT, Act.TREND, Act.COMPARE})


def without_whole_budget(reading: Interpretation, published: Mapping[str, frozenset[Stage]], topics: Mapping[str, str]) -> Interpretation:
    """«en el presupuesto del 2019, ¿cuánto apartaron para intereses?»: what is asked is the item; the budget is where it stands. Only
    of items that some budget prints: «el presupuesto y la deuda de 2018» asks for two things. ``published`` are the stages at which
    each concept is published, ``topics`` theirs: what a work costs stands in no chapter."""
    items = [concept for concept in reading.concepts if concept != BUDGET]
    if BUDGET not in reading.concepts or reading.act not in OF_ONE_THING or asks_share(reading) or not items:
        return reading
    if not all(PLANNED & published.get(item, frozenset()) and topics.get(item) in OF_THE_STATE for item in items):
        return reading
    kept = tuple(m for m in reading.mentions if m.clave != BUDGET or m.kind != "concepto")
    return replace(reading, mentions=kept, measure=items[0] if reading.measure == BUDGET else reading.measure)
