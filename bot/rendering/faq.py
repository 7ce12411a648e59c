"""Answers staff wrote, in Spanish in every reply, with the figures their placeholders name written out."""

from __future__ import annotations

import re

from bot.domain.answer import FaqEntry, Figure
from bot.domain.placeholders import fill
from bot.rendering.numbers import quoted
from bot.rendering.translation import SOURCE, speaking

NOT_PUBLISHED = "(cifra que hoy no está en la base de datos)"


def filled(entry: FaqEntry) -> str:
    """The answer with every ``{cifra:FACT_ID}`` written out; one without its figure says so, never zero."""
    amounts = {id: figure for figure in entry.figures for id in figure.fact_ids}
    return fill(entry.answer, lambda id: _in_spanish(amounts[id]) if id in amounts else NOT_PUBLISHED)


def _in_spanish(figure: Figure) -> str:
    with speaking(SOURCE):
        return quoted(figure.amount, figure.unit)


def paragraphs(entry: FaqEntry) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", filled(entry)) if part.strip())
