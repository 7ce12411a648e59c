"""Asking every question of a file and scoring the replies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.evaluation.gold import GoldReport, judge
from bot.evaluation.questions import QuestionFile
from bot.evaluation.readings import LabelledReport, Scored, score

Ask = Callable[[str, str | None], Mapping[str, Any]]
"""``ask(question, previous question or None)`` gives the JSON object of the contract."""


def evaluate(questions: QuestionFile, ask: Ask) -> LabelledReport | GoldReport:
    """Ask in file order; each question stands alone but for its ``prev``."""
    if questions.gold:
        return GoldReport(questions.name, tuple(judge(gold, ask(gold.text, gold.prev)) for gold in questions.gold))
    scored: list[Scored] = []
    for question in questions.labelled:
        scored.extend(score(question, ask(question.text, question.prev)))
    return LabelledReport(
        questions.name,
        inside=tuple(each for each in scored if not each.labels.outside),
        outside=tuple(each for each in scored if each.labels.outside),
    )
