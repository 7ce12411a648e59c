"""«según la tercera glosa», «en su comparecencia de 2025»: the figures that a report told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answering.figures.disagreeing import disagreeing
from bot.answering.search.queries import query_of
from bot.answering.search.selecting import facts_of
from bot.answering.search.shelves import Shelves
from bot.answering.search.timely import timely
from bot.domain.ledger import Fact
from bot.domain.reading import Interpretation
from bot.language.folding import fold, words

ORDINAL_REPORT = re.compile(r"\b(?:primer|segund|tercer|cuart|quint|sext)\w* (?:glosa|informe)\b")
# The year is the report's, and not that of what it told.
HEARING = re.compile(r"\b(?:comparecencia|glosa)s? (?:de |del |en )?(?:ano )?((?:19|20)\d\d)\b")
HEARD = ("glosa", "comparecencia")
# How far behind the best candidate the one that a report told may stand.
TOLD_BEHIND = 0.9


def attributed(reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """The figures that this very report told, of the series asked; empty where no report is named."""
    typed = fold(reading.asked)
    ordinal, hearing = ORDINAL_REPORT.search(typed), HEARING.search(typed)
    if not (ordinal or hearing) or disagreeing(reading):
        return []
    if hearing and reading.years == (int(hearing.group(1)),):
        reading = replace(reading, period=None)
    ranked = [candidate for candidate in shelves.finder.rank(reading, 80) if not candidate.unmatched]
    near = [candidate for candidate in ranked if candidate.score > ranked[0].score - TOLD_BEHIND]
    for candidate in sorted(near, key=lambda each: -each.covered):
        told = [
            fact
            for fact in facts_of([candidate], shelves)
            if (ordinal and ordinal.group() in said_of(fact)) or (hearing and was_heard(fact, hearing.group(1)))
        ]
        fit = timely(told, query_of(reading, [candidate]))
        if fit:
            return [fact for fact in fit if not fact.repeats] or fit
    return []


def said_of(fact: Fact) -> str:
    return fold(f"{fact.note} {fact.words} {fact.stage_note}")


def was_heard(fact: Fact, year: str) -> bool:
    said = said_of(fact)
    return fact.source.document.published.startswith(year) and any(word in said for word in HEARD)


SAID_BY = re.compile(r"\bsegun (?:el |la |los |las |lo que (?:dice|dijo) )?([a-z]{4,})")


# «calific-», of «calificadora» and «calificado»
STEM = 6


def told_by_another(facts: Sequence[Fact], reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """«¿quién prestó más en 2017, según la calificadora?»: what whoever is named says of the things asked, where the dated figures are not
    are theirs and those of no known day are."""
    said = SAID_BY.search(fold(reading.asked))
    if said is None:
        return []
    stem = said.group(1)[:STEM]

    def is_theirs(fact: Fact) -> bool:
        # only the first sentence of a note is of its own figure
        told = fold(f"{fact.stage_note} {fact.note.split('. ')[0]} {fact.source.document.publisher}")
        return any(word.startswith(stem) for word in words(told))

    if all(is_theirs(fact) for fact in facts):
        return []
    measured = {fact.series.concept.id for fact in facts}
    near = [each for each in shelves.finder.rank(reading, 12) if each.named]
    theirs = [fact for fact in facts_of(near, shelves) if is_theirs(fact) and fact.series.concept.id in measured and not fact.period]
    return theirs if len({fact.series.subject.id for fact in theirs}) > 1 else []
