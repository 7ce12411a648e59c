"""What is reviewed: fifty of the questions people asked in a week, or fifty drawn from files, each with the reply it got."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from bot.app import Assistant
from bot.domain.answer import Answer
from bot.errors import RutaError
from bot.privacy.masking import mask
from bot.state import State
from bot.state.answers import read_answers
from bot.state.sample import SIZE, week_of

Issue = Callable[[Sequence[Answer]], Sequence[str | None]]
_Turn = tuple[str, str]


@dataclass(frozen=True)
class Replied:
    """A masked question, the masked one before it that it may lean on, and what it was answered, with the receipts."""

    question: str
    before: str
    answers: tuple[Answer, ...]
    receipts: tuple[str, ...]


@dataclass(frozen=True)
class Drawn:
    """``origin`` says in Spanish where the questions come from; ``day`` is the Monday of their week, or the day they were asked on."""

    origin: str
    day: date
    replied: tuple[Replied, ...]


def last_week(state: State, today: date) -> Drawn:
    """Of the last week that is over; while nothing is kept of it, of this one so far."""
    drawn = week(state, today - timedelta(weeks=1))
    return drawn if drawn.replied else week(state, today)


def week(state: State, day: date) -> Drawn:
    """As it was answered then. What an older program kept in another form is left out."""
    replied = []
    for each in state.sample.of_week(day):
        with suppress(ValueError):
            # masked again: what is shown has passed the mask of today, not only the one of the day it was kept
            replied.append(Replied(mask(each.text), "", read_answers(each.told), tuple(filter(None, (each.receipt,)))))
    return Drawn("preguntas de la gente", week_of(day), tuple(replied))


def from_files(paths: Sequence[Path], seed: int, assistant: Assistant, issue: Issue, today: date) -> Drawn:
    """Drawn from all of them together: the same for the same files and seed. A file holds a question a line, or JSON with ``q`` and perhaps
    ``prev``. RutaError names the line that is neither."""
    turns = list(dict.fromkeys(turn for path in paths for turn in _turns(path)))
    chosen = Random(seed).sample(turns, min(SIZE, len(turns)))
    replied = tuple(_ask(turn, assistant, issue, today) for turn in chosen)
    files = ", ".join(path.name for path in paths)
    return Drawn(f"preguntas de prueba ({len(turns):,} de {files}), sorteo {seed}", today, replied)


def _turns(path: Path) -> Iterator[_Turn]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RutaError(f"No pude leer las preguntas de «{path}». Es un archivo de texto (UTF-8), con una pregunta por renglón.") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if path.suffix != ".jsonl":
            yield line.strip(), ""
            continue
        try:
            row = json.loads(line)
            yield str(row["q"]), str(row.get("prev") or "")
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise RutaError(f'{path.name}:{number}: esperaba un renglón como {{"q": "¿Cuánto debe el estado?"}}.') from error


def _ask(turn: _Turn, assistant: Assistant, issue: Issue, today: date) -> Replied:
    question, before = turn
    after = assistant.read(before, today) if before else None
    answers = assistant.ask(question, today, after).answers
    return Replied(mask(question), mask(before), answers, tuple(code for code in issue(answers) if code))
