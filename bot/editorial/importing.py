"""``knowledge import``: a workbook read, compared, checked and previewed; written only when nothing is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from pathlib import Path
from textwrap import shorten

from bot.app import Assistant
from bot.editorial import preview
from bot.editorial.present import Present, read_present
from bot.editorial.proposal import Proposal, described, new_files, propose, write
from bot.editorial.trial import Tried
from bot.editorial.trial_run import lost
from bot.editorial.watching import Desk
from bot.editorial.workbook_columns import QUESTIONS
from bot.editorial.workbook_reading import Sheets, place, read_workbook
from bot.errors import Problem
from bot.knowledge import load

_SHOWN = 20
_NOTHING = "El libro dice lo mismo que knowledge/: nada que cambiar. Si lo editaste, revisa que esté guardado y que sea este archivo."
_LINE = 160
_BEFORE = 40


@dataclass(frozen=True)
class Import:
    """``lines`` tell the preview; ``files`` hold the new texts, and nothing when something is wrong."""

    lines: tuple[str, ...]
    problems: tuple[Problem, ...]
    files: Mapping[str, str]
    present: Present

    def write(self) -> None:
        write(self.present, self.files)


def import_workbook(path: Path, desk: Desk, conversations: Path, recent: Sequence[str], today: date) -> Import:
    """``recent`` are the last anonymous questions. WorkbookError for a file that is no workbook of ours; KnowledgeError when the files it
    would change have mistakes of their own."""
    present = read_present(desk.folder)
    sheets = read_workbook(path)
    proposal = propose(present, sheets)
    lines = list(described(proposal))
    if proposal.refused:
        return Import(tuple(lines), proposal.refused, {}, present)
    if not proposal.changes:
        return Import((_NOTHING,), (), {}, present)
    files = new_files(present, proposal)
    with preview.staged(present, files) as folder:
        told = preview.problems(folder, sheets, proposal, desk.world, today)
        if not any(problem.stops for problem in told):
            after = Assistant(load(folder), desk.ledger)
            before = Assistant(load(desk.folder), desk.ledger)
            told += _lost(lost(before, after, desk.memory_file, today), sheets, proposal)
            lines += _otherwise(before, after, _asked(before, after, proposal), conversations, recent, today)
    stopped = any(problem.stops for problem in told)
    return Import(tuple(lines), tuple(told), {} if stopped else files, present)


def _lost(questions: Iterable[Tried], sheets: Sheets, proposal: Proposal) -> Iterator[Problem]:
    """At the row of the entry that would not be found any more, which may be one that nobody touched."""
    numbers = {row.values["clave"]: row.number for row in sheets.rows.get(QUESTIONS.name, ())}
    touched = {change.name for change in proposal.changes if change.form is QUESTIONS}
    for each in questions:
        what = f"«{each.question}» debía encontrar {each.clave} y encontró {each.got}"
        fix = (
            "Cambia sus palabras"
            if each.clave in touched
            else "Nadie cambió esta pregunta: cambia las palabras nuevas del libro que comparte"
        )
        yield Problem(place(sheets.file, QUESTIONS), numbers.get(each.clave), "también", what, fix)


def _asked(before: Assistant, after: Assistant, proposal: Proposal) -> list[preview.Conversation]:
    """The main question of every entry that is new, changed or retired."""
    questions = {entry.clave: entry.question for entry in (*before.knowledge.faq, *after.knowledge.faq)}
    return [(questions[change.name],) for change in proposal.changes if change.form is QUESTIONS]


def _otherwise(
    before: Assistant, after: Assistant, own: Sequence[preview.Conversation], conversations: Path, recent: Sequence[str], today: date
) -> list[str]:
    """What the book is about first, then what it changes elsewhere."""
    lines: list[str] = []
    for what, asked in (
        ("preguntas que toca el libro", own),
        ("conversaciones de prueba", preview.golden_conversations(conversations)),
        ("últimas preguntas sin respuesta", [(question,) for question in recent]),
    ):
        if not asked:
            continue
        changed = list(preview.differences(before, after, asked, today))
        lines.append(f"{what}: {len(changed)} de {sum(map(len, asked))} se contestarían distinto.")
        for each in changed[:_SHOWN]:
            old, new = _first_difference(each)
            lines += [f"  «{each.question}»", f"    antes: {old}", f"    ahora: {new}"]
    return lines


def _first_difference(each: preview.Difference) -> tuple[str, str]:
    """The first line of both replies that is not the same, from some words before they part; «(nada)» where one has ended."""
    pairs = zip_longest(each.before.splitlines(), each.after.splitlines(), fillvalue="(nada)")
    old, new = next((old, new) for old, new in pairs if old != new)
    same = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new)))
    start = old.rfind(" ", 0, same - _BEFORE) + 1 if same > _LINE // 2 else 0
    return _cut(old, start), _cut(new, start)


def _cut(line: str, start: int) -> str:
    return "…" * bool(start) + shorten(line[start:] or "(renglón vacío)", _LINE, placeholder="…")
