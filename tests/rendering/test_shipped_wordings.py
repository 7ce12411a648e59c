"""``knowledge/respuestas.yaml`` holds every sentence that replies say, and none that nobody says."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bot.domain.reading import Act, Topic
from bot.domain.stage import Stage
from bot.knowledge import load
from bot.knowledge.row_keys import TALK

ROOT = Path(__file__).parents[2]
REASONS = ("fuera_de_tema", "personal", "otro_lugar", "futuro", "ilegible")
FAMILIES = (*(f"etapa.{each}" for each in Stage), *(f"asunto.{each}" for each in Topic), *(f"pide.{each}" for each in Act))


@cache
def trees() -> tuple[ast.Module, ...]:
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "bot").rglob("*.py"))


def texts(node: ast.AST) -> Iterator[str]:
    yield from (each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str))


def called(tree: ast.Module, name: str) -> Iterator[str]:
    """The texts in the first argument of every call of a name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and (getattr(node.func, "attr", None) or getattr(node.func, "id", None)) == name:
            first = node.args[0]
            for part in (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,):
                yield from texts(part)


def test_every_sentence_a_reply_uses_is_written_in_the_staff_file() -> None:
    written = load(ROOT / "knowledge").wordings.keys()
    reply = ast.parse((ROOT / "bot/rendering/reply.py").read_text(encoding="utf-8"))
    notes = {f"note.{id}" for tree in trees() for id in called(tree, "Note")}
    said = {*called(reply, "say"), *notes, *REASONS, *TALK, *(f"etapa.{each}" for each in Stage)}
    assert len(notes) > 10
    assert said - written == set()


def test_every_sentence_of_the_staff_file_is_said_somewhere() -> None:
    named = {text for tree in trees() for text in texts(tree)}
    written = load(ROOT / "knowledge").wordings.keys() - {*FAMILIES, *REASONS}
    assert {id for id in written if id.removeprefix("note.") not in named} == set()
