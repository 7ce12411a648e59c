"""«¿Cuánto fondo le quedó sin pagar?»: what nobody printed, with both its ends beside it; «¿cuánto faltó?»: what one document leaves to
subtract."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answering.derived.arithmetic import written
from bot.answering.figures.choosing import figures_of
from bot.answering.figures.labels import inside
from bot.answering.otherwise.missing import missing
from bot.answering.search.shelves import Shelves
from bot.domain.answer import Found, Missing, Role, each_document_once
from bot.domain.ledger import Fact
from bot.domain.reading import Interpretation
from bot.domain.stage import Stage
from bot.language.folding import fold, words

LEFT_UNPAID = re.compile(
    r"\b(?:qued|falt|sobr|rest)\w* (?:\w+ ){0,3}?(?:sin|por|de) (?:pag|gast|ejerc|us)\w+"
    r"|\bno (?:se |lo |la |le |han |ha )*(?:pag|gast|ejerc)\w+"
    r"|\bsin (?:pag|gast|ejerc)\w+|\bfalt\w+ (?:de |por )?(?:pag|gast|ejerc)\w+"
)
BOTH_ENDS = (Stage.RECEIVED, Stage.PAID)


LACKED = re.compile(r"\bfalt(?:o|aba|aron|aban)\b|\bqued(?:o|aron) (?:a deber|debiendo)\b|\bdiferencia\b")


def what_lacked(answers: Sequence[Fact], reading: Interpretation) -> Found | None:
    """«¿cuánto faltó?», of what was needed and what was paid of it: the difference, where one document tells both of one thing and time.
    An estimate of what is needed is no stage of a budget, and what was paid is a part of it; other stages are not taken from each other."""
    if not LACKED.search(fold(reading.asked)):
        return None
    needed = [fact for fact in answers if fact.stage is Stage.ESTIMATED]
    paid = [fact for fact in answers if fact.stage is Stage.PAID]
    if len(needed) != 1 or len(paid) != 1 or paid[0].amount > needed[0].amount:
        return None
    (whole,), (part,) = needed, paid
    alike = (whole.series.id, whole.period, whole.unit) == (part.series.id, part.period, part.unit)
    if not alike or whole.source.document.id != part.source.document.id:
        return None
    both_asked = words(reading.asked).count("cuanto") > 1
    inputs = figures_of((whole, part), Role.ANSWER if both_asked else Role.INPUT)
    gap = replace(
        inputs[0],
        label=f"Lo que faltó: {inside(inputs[0].label)}",
        amount=whole.amount - part.amount,
        stage=None,
        role=Role.ANSWER,
        note="",
        sources=each_document_once((*inputs[0].sources, *inputs[1].sources)),
        formula=f"{written(whole.amount)} − {written(part.amount)}",
    )
    return Found(reading, (gap, *inputs))


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
