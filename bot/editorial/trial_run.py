"""``knowledge test``: what is asked again, and what is said of the outcome."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from bot.app import Assistant
from bot.domain.vocabulary import FaqText, Knowledge
from bot.editorial.pending import judge, read_pending
from bot.editorial.trial import LEAD_IN, ReadExample, Tried, asked_as, read_examples, try_question
from bot.editorial.trial_memory import Memory, ground, keep, recall, rows_of, standing
from bot.errors import Problem
from bot.knowledge import Caution
from bot.knowledge.staff_files import CUES

NEAR = 0.05
"""Two entries closer than this are told: a word more or less brings the other one."""
_TOLD = 12


@dataclass(frozen=True)
class Outcome:
    """``asked`` counts the questions asked this time; the rest stood from before."""

    tried: tuple[Tried, ...]
    examples: tuple[ReadExample, ...]
    asked: int


def try_all(
    assistant: Assistant, memory_file: Path, today: date, *, everything: bool = False, asked: Callable[[int, int], None]
) -> Outcome:
    """Every question of every published entry. ``asked`` is told how many of how many as it goes. What nothing changed is not asked again
    unless ``everything``."""
    memory = _recalled(assistant, memory_file, today)
    rows = rows_of(assistant.knowledge)
    stands = {} if everything else standing(memory, assistant.knowledge, rows)
    wanted = _wanted(assistant.knowledge)
    fresh = [(entry, question) for entry, question in wanted if (entry.clave, question) not in stands]
    tried = dict(stands)
    for done, (entry, question) in enumerate(fresh, 1):
        tried[entry.clave, question] = try_question(assistant, entry, question, today)
        asked(done, len(fresh))
    outcome = [tried[entry.clave, question] for entry, question in wanted]
    keep(memory_file, Memory(memory.ground, rows, {(each.clave, each.question): each for each in outcome}))
    return Outcome(tuple(outcome), tuple(read_examples(assistant, today)), len(fresh))


def lost(before: Assistant, after: Assistant, memory_file: Path, today: date) -> Iterator[Tried]:
    """The questions that would not find their entry ``after`` a change: those of new and changed entries as they are written, and all
    that do ``before`` it. Nothing is remembered."""
    stands = standing(_recalled(after, memory_file, today), after.knowledge, rows_of(after.knowledge))
    known = {(entry.clave, question) for entry, question in _wanted(before.knowledge)}
    for entry, question in _wanted(after.knowledge):
        if (entry.clave, question) in stands:
            continue
        tried = try_question(after, entry, question, today)
        if tried.passed and tried.found_introduced:
            continue
        found = try_question(before, entry, question, today) if (entry.clave, question) in known else None
        if not tried.passed and (found is None or found.passed):
            yield tried
        elif found and found.found_introduced and not tried.found_introduced:
            yield replace(tried, question=LEAD_IN + question, got=tried.introduced)


def _recalled(assistant: Assistant, memory_file: Path, today: date) -> Memory:
    return recall(memory_file, ground(assistant.ledger.load().content_hash, today.isoformat()))


def _wanted(knowledge: Knowledge) -> list[tuple[FaqText, str]]:
    return [(entry, question) for entry in knowledge.faq if entry.published for question in asked_as(entry)]


def problems(outcome: Outcome, assistant: Assistant, folder: Path, *, everything: bool = False) -> Iterator[Problem]:
    """What does not pass, then (``Caution``) the nearest entries and what the list of pending questions can lose."""
    entries = {entry.clave: entry for entry in assistant.knowledge.faq}
    pending = read_pending(folder)
    for each in outcome.tried:
        entry = entries[each.clave]
        if not each.passed:
            what = f"«{each.question}» debía encontrar {each.clave} y encontró {each.got}"
            yield Problem(entry.file, entry.line, None, what, "Cambia sus palabras, o junta las dos entradas")
        elif not each.found_introduced and each.clave not in pending.claves:
            what = f"«{LEAD_IN}{each.question}» debía encontrar {each.clave} y encontró {each.introduced}"
            yield Problem(entry.file, entry.line, None, what, "Agrega maneras de preguntarlo que digan de qué habla")
    for example in outcome.examples:
        if not example.passed:
            what = f"el ejemplo «{example.example}» debía leerse {example.act} y se leyó {example.read_as}"
            yield Problem(f"{folder.resolve().name}/{CUES}", None, example.act, what, "Revisa sus pistas")
    yield from judge(pending, outcome.tried, {entry.clave for entry in assistant.knowledge.faq if entry.published})
    yield from _near(outcome, assistant, None if everything else _TOLD)


def _near(outcome: Outcome, assistant: Assistant, limit: int | None) -> Iterator[Problem]:
    entries = {entry.clave: entry for entry in assistant.knowledge.faq}
    close = sorted((each for each in outcome.tried if each.rival and each.margin < NEAR), key=lambda each: each.margin)
    for each in close[:limit]:
        entry = entries[each.clave]
        what = f"«{each.question}» queda a {max(each.margin, 0):.2f} de «{each.rival}»"
        yield Caution(entry.file, entry.line, None, what, "Usa palabras que solo digan esto")
    if left := len(close[limit:] if limit else ()):
        yield Caution(
            f"{entries[close[0].clave].file.split('/')[0]}/", None, None, f"hay otras {left} preguntas así de cerca", "Se listan con --all"
        )
