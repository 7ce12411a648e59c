"""Answers staff wrote, with the figures their placeholders name written out."""

from __future__ import annotations

import re

from bot.domain.answer import FaqEntry
from bot.rendering.numbers import quoted

PLACEHOLDER = re.compile(r"\{cifra:([^{}]+)\}")
NOT_PUBLISHED = "(cifra que hoy no está en la base de datos)"


def filled(entry: FaqEntry) -> str:
    """The answer with every ``{cifra:FACT_ID}`` written out; one without its figure says so, never zero."""
    amounts = {id: figure for figure in entry.figures for id in figure.fact_ids}

    def write(match: re.Match[str]) -> str:
        figure = amounts.get(match.group(1).strip())
        return quoted(figure.amount, figure.unit) if figure else NOT_PUBLISHED

    return PLACEHOLDER.sub(write, entry.answer)


def paragraphs(entry: FaqEntry) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", filled(entry)) if part.strip())
