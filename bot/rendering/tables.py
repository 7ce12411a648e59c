"""The figures of an answer as a table to take away: one row a figure, with all that is needed to quote it, and what its words mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.answer import Answer, Confidence, Figure, Role, each_document_once
from bot.domain.ledger import Concept, Ledger
from bot.domain.vocabulary import Knowledge
from bot.rendering.contract import figures_shown
from bot.rendering.dates import period
from bot.rendering.documents import places
from bot.rendering.figures import stage_name
from bot.rendering.grammar import sentence_case
from bot.rendering.numbers import UNIT_NAMES, decimal_string
from bot.rendering.understood import reading_line
from bot.rendering.wording import Wordings

ROLES = {
    Role.ANSWER: ("respuesta", "Lo que se preguntó."),
    Role.NEAREST: ("lo más cercano", "Lo publicado más cerca de lo que se preguntó, que no está publicado."),
    Role.INPUT: ("para el cálculo", "Cifra publicada con la que se hizo un cálculo."),
    Role.CONTEXT: ("contexto", "Total, parte o cambio que acompaña a la respuesta."),
}
CONFIDENCES = {
    Confidence.HIGH: ("alta", "El documento la publica con claridad."),
    Confidence.MEDIUM: ("media", "Está publicada, redondeada o sin todo el detalle."),
    Confidence.LOW: ("baja", "Es un dicho o una cifra sin documento que la respalde."),
}
COLUMNS = {
    "pregunta": "Cómo se entendió la pregunta.",
    "cifra": "Qué mide la cifra y de quién es.",
    "cantidad": "La cantidad exacta, en la unidad de la columna «unidad».",
    "unidad": "En qué se mide.",
    "periodo": "De cuándo es la cifra, con la precisión del documento.",
    "desde": "Primer día del periodo.",
    "hasta": "Último día del periodo.",
    "etapa": "Momento del dinero. Dos etapas distintas no se suman.",
    "papel": "Qué hace la cifra en la respuesta.",
    "confianza": "Qué tan firme es la publicación.",
    "documento": "Título del documento; si son varios, separados por « | », igual que las cuatro columnas que siguen.",
    "publica": "Quién publicó el documento.",
    "fecha_documento": "Cuándo se publicó.",
    "direccion": "Dónde se lee.",
    "lugar": "En qué parte del documento, o en qué línea de nuestra tabla.",
    "nota": "Lo que el documento advierte de la cifra.",
    "formula": "Cómo se calculó, si no está publicada así.",
    "definicion": "Qué significa lo que mide la cifra.",
    "definicion_etapa": "Qué significa la etapa.",
}
BETWEEN = " | "


@dataclass(frozen=True)
class Row:
    """One figure. Members stand in the order of ``COLUMNS``; ``amount`` is exact, in the unit of ``unit``; empty text is «does not say»."""

    question: str
    label: str
    amount: Decimal
    unit: str
    period: str
    start: str
    end: str
    stage: str
    role: str
    confidence: str
    documents: str
    publishers: str
    published: str
    urls: str
    places: str
    note: str
    formula: str
    definition: str
    stage_definition: str


@dataclass(frozen=True)
class Meaning:
    """A word of the table explained: a column, a stage, a concept, a role, a degree of confidence, or a document with its address."""

    kind: str
    word: str
    says: str
    url: str = ""


@dataclass(frozen=True)
class Table:
    rows: tuple[Row, ...]
    meanings: tuple[Meaning, ...]


def has_table(answer: Answer) -> bool:
    return bool(figures_shown(answer))


def table(answers: Sequence[Answer], knowledge: Knowledge, ledger: Ledger) -> Table:
    """The figures of the replies to one message, in their order. Without figures, a table without rows."""
    words = Wordings(knowledge.wordings)
    shown = [(answer, figure) for answer in answers for figure in figures_shown(answer)]
    concepts = {figure: found for _, figure in shown if (found := _concept(figure, ledger))}
    rows = tuple(_row(reading_line(answer.reading, knowledge), figure, concepts.get(figure), words) for answer, figure in shown)
    return Table(rows, tuple(dict.fromkeys(_meanings([figure for _, figure in shown], concepts.values(), words))))


def _row(question: str, figure: Figure, concept: Concept | None, words: Wordings) -> Row:
    documents = [source.document for source in each_document_once(figure.sources)]
    return Row(
        question=question,
        label=sentence_case(figure.label),
        amount=Decimal(decimal_string(figure.amount, figure.unit)),
        unit=UNIT_NAMES[figure.unit],
        period=figure.period.label if figure.period else "",
        start=figure.period.start.isoformat() if figure.period else "",
        end=figure.period.end.isoformat() if figure.period else "",
        stage=stage_name(figure.stage),
        role=ROLES[figure.role][0],
        confidence=CONFIDENCES[figure.confidence][0],
        documents=BETWEEN.join(document.title for document in documents),
        publishers=BETWEEN.join(document.publisher for document in documents),
        published=BETWEEN.join(document.published for document in documents),
        urls=BETWEEN.join(document.url for document in documents),
        places=BETWEEN.join(places(s.locator for s in figure.sources if s.document == document) for document in documents),
        note=figure.note,
        formula=figure.formula or "",
        definition=concept.definition if concept else "",
        stage_definition=_stage_means(figure, words),
    )


def _meanings(figures: Sequence[Figure], concepts: Iterable[Concept], words: Wordings) -> Iterator[Meaning]:
    """What each word used in this table means, and nothing else."""
    for source in each_document_once(source for figure in figures for source in figure.sources):
        document = source.document
        dated = f"{document.publisher}, {document.published or 'sin fecha'}"
        yield Meaning("documento", document.title, f"{dated}. {document.note}".strip(), document.url)
    for figure in figures:
        if figure.period:
            yield Meaning("periodo", figure.period.label, sentence_case(f"{period(figure.period)}."))
    for figure in figures:
        if means := _stage_means(figure, words):
            yield Meaning("etapa", stage_name(figure.stage), means)
    for concept in concepts:
        if concept.definition:
            yield Meaning("cifra", sentence_case(concept.name), concept.definition)
    yield from (Meaning("papel", *ROLES[role]) for role in dict.fromkeys(figure.role for figure in figures))
    yield from (Meaning("confianza", *CONFIDENCES[each]) for each in dict.fromkeys(figure.confidence for figure in figures))
    yield from (Meaning("columna", name, says) for name, says in COLUMNS.items())


def _stage_means(figure: Figure, words: Wordings) -> str:
    id = f"etapa.{figure.stage.value}" if figure.stage else ""
    return words.say(id) if words.knows(id) else ""


def _concept(figure: Figure, ledger: Ledger) -> Concept | None:
    """Of a published figure; what was worked out has its formula instead."""
    fact = ledger.fact(figure.fact_ids[0]) if figure.fact_ids and not figure.derived else None
    return fact.series.concept if fact else None
