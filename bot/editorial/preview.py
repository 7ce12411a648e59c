"""What a proposal would answer otherwise, asked of two assistants: the one in service and the one it would make."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.app import Assistant
from bot.domain.reading import Interpretation
from bot.editorial.present import FileRow, Identity, Present, read_present
from bot.editorial.proposal import Proposal
from bot.editorial.workbook_reading import Sheets, place
from bot.errors import KnowledgeError, Problem
from bot.knowledge import World, check
from bot.knowledge.nodes import Many, Row, Text, read
from bot.rendering import answered

Conversation = tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """``before`` and ``after`` are whole replies, as plain text."""

    question: str
    before: str
    after: str


@contextmanager
def staged(present: Present, files: Mapping[str, str]) -> Iterator[Path]:
    """The folder as it would be, in a place of its own."""
    with TemporaryDirectory() as place:
        folder = Path(place) / present.folder.resolve().name
        shutil.copytree(present.folder, folder, ignore=shutil.ignore_patterns("ejemplos"))
        for file, text in files.items():
            (folder / file).write_bytes(text.encode("utf-8"))
        yield folder


def problems(folder: Path, sheets: Sheets, proposal: Proposal, world: World, today: date) -> list[Problem]:
    """Everything the check says of the folder as it would be; what comes from a row of the workbook is told at that row."""
    found = check(folder, world, today)
    try:
        placed = [row for rows in read_present(folder).rows.values() for row in rows]
    except KnowledgeError:
        return found
    numbers = {(row.form.name, row.identity): row.number for rows in sheets.rows.values() for row in rows}
    touched = {place(sheets.file, change.form): set[int | None]() for change in proposal.changes}
    for change in proposal.changes:
        touched[place(sheets.file, change.form)].add(change.number)
    told = [_at_its_row(each, [row for row in placed if row.file == each.file.partition("/")[2]], numbers, sheets.file) for each in found]
    return [each for each in told if each.stops or each.line in touched.get(each.file, ())]


def _at_its_row(problem: Problem, standing: Sequence[FileRow], numbers: Mapping[tuple[str, Identity], int], book: str) -> Problem:
    before = [row for row in standing if problem.line and row.line <= problem.line]
    row = max(before, key=lambda each: each.line, default=None)
    number = numbers.get((row.form.name, row.identity)) if row else None
    if row is None or number is None:
        return problem
    return type(problem)(place(book, row.form), number, row.form.name_of(problem.column), problem.what, problem.fix)


def differences(before: Assistant, after: Assistant, conversations: Sequence[Conversation], today: date) -> Iterator[Difference]:
    """The turns whose reply would change, each asked after the turns before it."""
    for turns in conversations:
        for question, old, new in zip(turns, _replies(before, turns, today), _replies(after, turns, today), strict=True):
            if old != new:
                yield Difference(question, old, new)


def _replies(assistant: Assistant, turns: Conversation, today: date) -> Iterator[str]:
    last: Interpretation | None = None
    for question in turns:
        turn = assistant.ask(question, today, last)
        last = turn.interpretation
        yield str(answered(question, turn.answers, assistant.knowledge)["text"])


def golden_conversations(folder: Path) -> list[Conversation]:
    """The questions of ``tests/conversations``; none where the checkout has no tests."""
    found: list[Conversation] = []
    for path in sorted(folder.glob("*.yaml")):
        document, _ = read(path, path.name)
        for conversation in document.items if isinstance(document, Many) else ():
            turns = conversation.cells.get("turnos") if isinstance(conversation, Row) else None
            if isinstance(turns, Many):
                asked = (turn.cells.get("pregunta") for turn in turns.items if isinstance(turn, Row))
                found.append(tuple(question.value for question in asked if isinstance(question, Text)))
    return found
