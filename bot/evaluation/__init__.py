"""Scores the assistant against question files: labelled messages by how they are read, gold questions by what is answered.

report = evaluate(read_questions(path), ask)       # ask(q, prev) -> the JSON object of the contract
report.to_tables()                                 # plain data, for whoever draws it
report.to_json()                                   # the same figures, for whoever compares runs
"""

from bot.evaluation.gold import GoldReport, Judged, Verdict, judge
from bot.evaluation.questions import GoldQuestion, LabelledQuestion, QuestionFile, read_questions
from bot.evaluation.readings import Confusion, LabelledReport
from bot.evaluation.report import Count, Table
from bot.evaluation.run import Ask, evaluate

__all__ = [
    "Ask",
    "Confusion",
    "Count",
    "GoldQuestion",
    "GoldReport",
    "Judged",
    "LabelledQuestion",
    "LabelledReport",
    "QuestionFile",
    "Table",
    "Verdict",
    "evaluate",
    "judge",
    "read_questions",
]
