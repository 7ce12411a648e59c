"""What has to be said beside figures, so that they are read rightly."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.asked.premises import matches_premise
from bot.answering.figures.choosing import stages_published
from bot.answering.figures.conflicts import are_of_one_moment, rivals
from bot.answering.figures.disagreeing import disagreeing
from bot.domain.answer import Confidence, Figure, Note
from bot.domain.ledger import Fact
from bot.domain.reading import Interpretation
from bot.domain.stage import Stage


def notes_of(reading: Interpretation, answers: Sequence[Fact], figures: Sequence[Figure]) -> tuple[Note, ...]:
    """The caveats a figure needs to be read rightly."""
    notes: list[Note] = []
    if reading.amounts and not matches_premise(reading.amounts, answers):
        notes.append(Note("premise_differs"))
    if rivals(answers, exactly=disagreeing(reading)):
        notes.append(Note("sources_disagree"))
    if not reading.period and are_of_one_moment(answers):
        notes.append(Note("assumed_latest_period"))
    if reading.stage is None and len([stage for stage in stages_published(answers) if stage is not Stage.CLAIM]) > 1:
        notes.append(Note("all_stages_shown"))
    if all(fact.confidence is Confidence.LOW for fact in answers):
        notes.append(Note("low_confidence_claim"))
    formula = next((figure.formula for figure in figures if figure.derived and reading.per), None)
    if formula:
        notes.append(Note("per_person_formula" if reading.per == "habitante" else "real_terms_formula", (("formula", formula),)))
    return tuple(notes)
