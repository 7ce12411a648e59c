"""«¿Cuánto fondo le quedó sin pagar?»: what nobody printed, with both its ends beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answering.figures.choosing import figures_of
from bot.answering.otherwise.missing import missing
from bot.answering.search.shelves import Shelves
from bot.domain.answer import Missing, Role
from bot.domain.ledger import Fact
from bot.domain.reading import Interpretation
from bot.domain.stage import Stage
from bot.language.folding import fold

LEFT_UNPAID = re.compile(
    r"\b(?:qued|falt|sobr|rest)\w* (?:\w+ ){0,3}?(?:sin|por|de) (?:pag|gast|ejerc|us)\w+"
    r"|\bno (?:se |lo |la |le |han |ha )*(?:pag|gast|ejerc)\w+"
    r"|\bsin (?:pag|gast|ejerc)\w+|\bfalt\w+ (?:de |por )?(?:pag|gast|ejerc)\w+"
)
BOTH_ENDS = (Stage.RECEIVED, Stage.PAID)


def of_what_was_left(answers: Sequence[Fact], reading: Interpretation, shelves: Shelves) -> Missing | None:
    """«¿cuánto fondo le quedó sin pagar?»: nobody printed what was left; what was received and what was paid are the nearest, and stages
    are not taken from each other."""
    if not LEFT_UNPAID.search(fold(reading.asked)):
        return None
    of_towns = [fact for fact in answers if fact.series.subject.kind == "municipio"]
    told = [fact for one in dict.fromkeys(fact.series for fact in of_towns) for fact in shelves.descriptors.facts(one)]
    moments = {fact.period for fact in of_towns}
    ends = [fact for stage in BOTH_ENDS for fact in told if fact.stage is stage and fact.period in moments]
    if {fact.stage for fact in ends} != set(BOTH_ENDS):
        return None
    found = missing(reading, shelves, figures_of(ends, Role.NEAREST))
    return replace(found, subject=f"lo que quedó sin pagar ({found.subject})")
