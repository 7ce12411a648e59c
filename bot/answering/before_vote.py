"""«¿cuánto era antes de que lo votaran?»: what follows «antes de» names the moment that is not asked."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.domain.reading import Act, Interpretation, Topic
from bot.domain.stage import Stage
from bot.language.folding import fold

BEFORE = re.compile(r"\bantes (?:de|d) (?:que\b|q\b|ser\b|pasar\b|llegar\b|su\b|la\b|el\b|votar|aprob|autoriz|discut)[^,;:.?!]*")
# Which moment the one not asked follows.
VOTED = re.compile(r"\b(?:aprob|apru|autoriz|vot|discut|dictamin|comision|diputad|congreso|legislat|legislador)\w*")
CHANGED = re.compile(r"\b(?:modific|recort|ajust|ampli|tijer|ejerc|gast)\w*")


def before_the_vote(reading: Interpretation) -> Interpretation:
    """The same question without that clause: before the vote a budget is a bill, before it is changed or spent it is the one approved.
    «antes de 2018» and «antes de que entrara Tello» are times, and stay."""
    if reading.topic is not Topic.BUDGET or reading.act not in (Act.AMOUNT, Act.COMPARE):
        return reading
    typed = fold(reading.asked)
    clause = BEFORE.search(typed)
    if clause is None or len(typed) != len(reading.asked):
        return reading
    stage = Stage.DRAFT if VOTED.search(clause.group()) else Stage.APPROVED if CHANGED.search(clause.group()) else None
    if stage is None:
        return reading
    start, end = clause.span()
    left = f"{reading.asked[:start]}{' ' * (end - start)}{reading.asked[end:]}"
    kept = tuple(m for m in reading.mentions if not (m.said and start <= m.start < end))
    gone = set(re.findall(r"\w+", clause.group())) - set(re.findall(r"\w+", fold(left)))
    said = tuple(word for word in reading.words if word not in gone)
    return replace(reading, act=Act.AMOUNT, asked=left, mentions=kept, words=said, stage=stage)
