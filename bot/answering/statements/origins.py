"""«¿De dónde sale?»: the documents of a figure, or of what is measured."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.answering.figures.amounts import amount
from bot.answering.search.shelves import Shelves
from bot.answering.statements.commitments import card_for, card_with_sides
from bot.answering.statements.faq import FAQ_ALIKE, FAQ_BETTER
from bot.answering.statements.tellings import telling
from bot.domain.answer import Answer, Explained, Figure, Found, Missing, Role, Statement
from bot.domain.reading import Act, Interpretation
from bot.language.folding import fold

# «pásame el link del portal»: an entry about that site says whether its address is known
ADDRESS = re.compile(r"\b(?:link|liga|url|direccion|enlace)\b.*\b(?:portal|micrositio|sitio|pagina)\b")
SITE = re.compile(r"\b(?:portal|micrositio|sitio|pagina)\b")


def origin(reading: Interpretation, shelves: Shelves, today: date) -> Answer | None:
    """The documents behind the figure asked (or behind the previous reply, whose reading this one completes)."""
    if reading.of_kind("municipio") and (report := shelves.reports.find(reading)):
        return report
    if sides := card_with_sides(reading, shelves):
        return sides
    if ADDRESS.search(fold(reading.asked)):
        entry = next(
            (each for each, score in shelves.faq.ranked(reading)[:3] if score >= FAQ_ALIKE and SITE.search(fold(each.question))), None
        )
        if entry:
            return Explained(reading, shelves.faq.open(entry))
    if not reading.concepts and not reading.carried and (written := shelves.faq.best_about(reading)) and written.score >= FAQ_BETTER:
        # «¿dónde está el informe final?»: a document is asked, and an entry says whether it was found
        return Explained(reading, shelves.faq.open(written.entry))
    if reading.of_kind("compromiso") and not reading.concepts and (card := card_for(reading, shelves)):
        return telling(reading, shelves, today) or Found(reading, commitment=card)
    figures = amount(replace(reading, act=Act.AMOUNT), shelves, today)
    if isinstance(figures, Found):
        statements = tuple(document_statement(figure) for figure in figures.figures if figure.role is Role.ANSWER)
        return Found(reading, figures.figures, tuple(dict.fromkeys(statements)))
    told = telling(reading, shelves, today)
    return told or (figures if isinstance(figures, Missing) else None)


def document_statement(figure: Figure) -> Statement:
    """Which document says a figure; its date stands beside the text."""
    first = figure.sources[0].document
    undated = "" if first.published else " No muestra fecha."
    return Statement(
        f"{figure.label}: lo dice «{first.title}», de {first.publisher}.{undated}", first.published, figure.sources, figure.confidence
    )
