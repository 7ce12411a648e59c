"""Answers put together: both halves of a message, the statements and their parts, a premise and what was decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.answering.asked.slots import LOAN_MEASURE, concepts_asked
from bot.answering.figures.choosing import figures_of
from bot.answering.search.shelves import Shelves
from bot.answering.search.timely import is_timely
from bot.answering.statements.faq import FAQ_SAME
from bot.domain.answer import Answer, Confidence, Figure, Found, Note, Role
from bot.domain.period import Period
from bot.domain.reading import Act, Interpretation, Topic
from bot.domain.stage import Stage
from bot.language.folding import words

APPROVES = ("aprob", "autoriz", "votaron")
UNDECIDED = frozenset({Stage.REQUESTED, Stage.ANNOUNCED, Stage.DRAFT, Stage.COMMITTEE})
DECIDED = frozenset({Stage.AUTHORISED, Stage.APPROVED})


def has_answer(found: Found) -> bool:
    return any(figure.role is Role.ANSWER for figure in found.figures)


def is_as_asked(found: Found, reading: Interpretation, shelves: Shelves) -> bool:
    """Some figure is of a measure that the message names, or of a kind of it."""
    facts = (shelves.ledger.fact(id) for figure in found.figures for id in figure.fact_ids)
    asked = set(concepts_asked(reading))
    return any(asked & {fact.series.concept.id, fact.series.concept.parent} for fact in facts if fact)


def side_by_side(first: Found, second: Found) -> Found:
    """Both answers as one; what both hold stands once."""
    return replace(
        first,
        figures=tuple(dict.fromkeys((*first.figures, *second.figures))),
        statements=tuple(dict.fromkeys((*first.statements, *second.statements))),
        notes=tuple(dict.fromkeys((*first.notes, *second.notes))),
    )


def with_what_was_authorised(found: Found, shelves: Shelves) -> Found:
    """«¿por qué aprobaron 8,900 millones?»: the amount typed was only asked for; what was authorised in that time stands beside it."""
    reading = found.reading
    asked = [figure for figure in found.figures if figure.role is Role.ANSWER]
    says_so = any(word.startswith(APPROVES) for word in words(reading.asked))
    if not (reading.amounts and says_so and asked and all(figure.stage in UNDECIDED for figure in asked)):
        return found
    period = reading.period
    own = {fact.series for figure in asked for id in figure.fact_ids if (fact := shelves.ledger.fact(id))}
    decided = [
        fact
        for fact in shelves.descriptors.all_facts()
        if fact.stage in DECIDED and fact.confidence is not Confidence.LOW
        if fact.series in own or (fact.series.concept.id == LOAN_MEASURE and reading.topic is Topic.DEBT)
        if period and period.start and period.end and is_timely(fact, period.start, period.end)
    ]
    if not decided:
        return found
    return replace(found, figures=(*figures_of(decided), *found.figures), notes=(*found.notes, Note("premise_differs")))


def with_silent_years(found: Found) -> Found:
    """«FAIS de Jerez 2023 y 2024»: of which of the years named nothing is published, beside the figures of the others."""
    period = found.reading.period
    if period is None or period.kind != "years" or not has_answer(found):
        return found
    silent = [
        str(year)
        for year in period.years
        if not any(str(year) in figure.label or (figure.period and holds_year(figure.period, year)) for figure in found.figures)
    ]
    if not silent or len(silent) == len(period.years):
        return found
    return replace(found, notes=(*found.notes, Note("years_without", (("cuales", ", ".join(silent)),))))


def holds_year(period: Period, year: int) -> bool:
    return period.overlaps(date(year, 1, 1), date(year, 12, 31))


def with_entry_of_sums(found: Found, shelves: Shelves) -> Found:
    """«¿cuánto hemos pagado de intereses?», of which the latest is the sum of four years: what staff wrote of that sum and others."""
    reading = found.reading
    told = [figure for figure in found.figures if figure.role is Role.ANSWER]
    if found.faq or reading.act is not Act.AMOUNT or reading.period or not told or not all(map(is_of_years, told)):
        return found
    match = shelves.faq.best_about(reading)
    if match is None or match.score < FAQ_SAME:
        return found
    entry = shelves.faq.open(match.entry)
    return replace(found, faq=entry) if all(map(entry.quotes, told)) else found


def is_of_years(figure: Figure) -> bool:
    """The sum of more than a year."""
    return figure.period is not None and "/" in figure.period.label and (figure.period.end - figure.period.start).days > A_YEAR


A_YEAR = 366


def with_parts(found: Answer | None, divided: Answer | None) -> Answer | None:
    """Who, or which, and how much each: the statements with the parts beside them."""
    if not isinstance(divided, Found) or len(divided.figures) < 2:
        return found
    return replace(found, figures=divided.figures) if isinstance(found, Found) else divided
