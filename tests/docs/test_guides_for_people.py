"""The questions that the guides tell people to try are answered."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Explained, Found

if TYPE_CHECKING:
    from bot.app import Assistant

DOCS = Path(__file__).resolve().parents[2] / "docs"
GUIDES = ("guia-ciudadania.md", "guia-facilitacion.md")
# A follow-up («¿y en 2018?») has no answer of its own.
OFFERED = re.compile(r"«(¿(?!y )[^»]+\?)»")


def offered() -> list[str]:
    """The questions in the tables of the guides: those people are told to type."""
    rows = [line for name in GUIDES for line in (DOCS / name).read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    return sorted({question for row in rows for question in OFFERED.findall(row) if not question.startswith("¿por qué")})


@pytest.mark.parametrize("question", offered())
def test_a_question_of_the_guides_gets_an_answer(question: str, assistant: Assistant) -> None:
    answers = assistant.ask(question, date(2026, 11, 22)).answers
    assert all(isinstance(answer, Found | Explained) for answer in answers)
