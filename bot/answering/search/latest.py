"""Of the names under which one thing was published, the one with the latest figures, where no time is asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.answering.asked.slots import names_asked
from bot.answering.search.candidates import Candidate
from bot.answering.search.shelves import Shelves
from bot.domain.answer import Confidence
from bot.domain.reading import Act, Interpretation
from bot.domain.stage import Stage

# What was only planned or asked for is nobody's latest figure.
PLANNED = frozenset({Stage.DRAFT, Stage.COMMITTEE, Stage.REQUESTED, Stage.ANNOUNCED})
OF_NOW = frozenset({Act.AMOUNT, Act.TREND, Act.COMPARE})


def latest_namesake(best: Candidate, ranked: Sequence[Candidate], reading: Interpretation, shelves: Shelves) -> Candidate:
    """«los diputados» are the Legislatura, of which 2014 was published, and the Poder Legislativo, of which 2025 was; the taxes of the law
    of income and those collected. The best itself where a time, a stage or an amount is asked."""
    dated = reading.period is not None and reading.period.kind != "latest"
    if dated or reading.stage or reading.amounts or reading.act not in OF_NOW or not best.concept_hit:
        return best
    mates = [best, *(each for each in ranked if each is not best and is_namesake(each, best, reading))]
    return max(mates, key=lambda each: newest(each, shelves))


def is_namesake(other: Candidate, best: Candidate, reading: Interpretation) -> bool:
    """It measures the same, of the same subject, or of one that bears the one name asked too; nothing tells them further apart."""
    mine, its = best.series[0], other.series[0]
    if mine.concept.id != its.concept.id or mine.counterpart or its.counterpart or not other.concept_hit:
        return False
    named = {mention.clave for mention in names_asked(reading)}
    claves = best.descriptor.claves & other.descriptor.claves
    return mine.subject.id == its.subject.id or (best.named and other.named and len(named) == 1 and named <= claves)


def newest(candidate: Candidate, shelves: Shelves) -> date:
    facts = (fact for series in candidate.series for fact in shelves.descriptors.facts(series))
    ends = (f.period.end for f in facts if f.period and f.unit.is_money and f.stage not in PLANNED and f.confidence is not Confidence.LOW)
    return max(ends, default=date.min)
