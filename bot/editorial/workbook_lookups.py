"""The last two sheets of the workbook, to search and copy from: documents with their id, figures with their placeholder. What
is written in them is not read back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from bot.domain.ledger import Fact, Ledger
from bot.editorial.present import Present
from bot.editorial.table_book import TableSheet
from bot.editorial.workbook_columns import COMMITMENTS, FIGURES, QUESTIONS, SOURCES
from bot.rendering.figures import stage_name
from bot.rendering.numbers import UNIT_NAMES, decimal_string

_SOURCES = ("fuente (copia y pega)", "documento", "publica", "fecha", "dirección")
_FIGURES = ("cifra (copia y pega)", "qué mide", "de quién", "con quién o en qué", "cantidad", "unidad", "periodo", "etapa", "fuente")


def lookups(present: Present, ledger: Ledger) -> tuple[TableSheet, TableSheet]:
    facts = ledger.facts([series.id for series in ledger.series()])
    return (
        TableSheet(SOURCES, _SOURCES, sorted(_documents(present, ledger, facts)), (34, 60, 28, 12, 60)),
        TableSheet(FIGURES, _FIGURES, sorted(map(_figure, facts)), (44, 34, 40, 34, 20, 14, 14, 16, 34)),
    )


def _documents(present: Present, ledger: Ledger, facts: Sequence[Fact]) -> Iterator[tuple[str, ...]]:
    sources = [*(source for fact in facts for source in (fact.source, *fact.also)), *(s for each in ledger.records() for s in each.sources)]
    cited = [id for form, key in ((QUESTIONS, "fuentes"), (COMMITMENTS, "evidencia")) for row in present.of(form) for id in row.texts(key)]
    for id in {*(source.document.id for source in sources), *cited}:
        if document := ledger.document(id):
            yield document.id, document.title, document.publisher, document.published, document.url


def _figure(fact: Fact) -> tuple[str, ...]:
    series = fact.series
    about = (series.concept.name, series.subject.name, series.counterpart)
    measured = (
        f"{Decimal(decimal_string(fact.amount, fact.unit)):,}",
        UNIT_NAMES[fact.unit],
        fact.period.label if fact.period else "",
        stage_name(fact.stage),
    )
    return f"{{cifra:{fact.id}}}", *about, *measured, fact.source.document.id
