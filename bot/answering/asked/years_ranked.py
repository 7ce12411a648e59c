"""«¿En qué año se gastó menos?»: no date of anything, but the years of one measure put in order."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.domain.reading import Act, Interpretation, Topic
from bot.language.folding import fold

YEAR_MOST = re.compile(
    r"\b(?:en )?(?:que|q|cual) (?:(?:fue|es|de los) )?(?:el |los )?anos?\b.*\b(?P<how>mas|menos|mayor|menor|peor|mejor)\b"
    r"|\bel ano (?:con|en que|que) .*?\b(?P<which>mas|menos|mayor|menor)\b"
)
FEWEST = frozenset({"menos", "menor", "peor"})
OF_MONEY = frozenset({Topic.BUDGET, Topic.TRANSFERS})


def with_years_ranked(reading: Interpretation) -> Interpretation:
    """The same question as a ranking, as sure as its two acts together."""
    if reading.act is not Act.WHEN or reading.topic not in OF_MONEY or not (said := YEAR_MOST.search(fold(reading.asked))):
        return reading
    alike = sum(each.confidence for each in reading.alternatives if each.act is Act.RANKING and each.topic in OF_MONEY)
    order = "bottom" if (said["how"] or said["which"]) in FEWEST else "top"
    others = tuple(each for each in reading.alternatives if each.act is not Act.RANKING)
    return replace(reading, act=Act.RANKING, order=order, confidence=reading.confidence + alike, alternatives=others)
