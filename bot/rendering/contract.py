"""The JSON object of ``ask --json``: key names and meanings are a contract with whoever reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from bot.domain.answer import (
    Answer,
    CommitmentCard,
    Confidence,
    Explained,
    Figure,
    Found,
    Missing,
    NotUnderstood,
    Role,
    SmallTalk,
    Source,
    Statement,
    Unclear,
    figures_in,
)
from bot.domain.reading import Interpretation
from bot.domain.vocabulary import Knowledge
from bot.rendering import plain
from bot.rendering.composed import composed
from bot.rendering.documents import places
from bot.rendering.numbers import decimal_string
from bot.rendering.reply import compose
from bot.rendering.translation import _, speaking
from bot.rendering.wording import Wordings

OUTCOMES = {
    Found: "found",
    Explained: "explained",
    Unclear: "unclear",
    Missing: "missing",
    NotUnderstood: "not_understood",
    SmallTalk: "smalltalk",
}


def answered(question: str, answers: Sequence[Answer], knowledge: Knowledge, receipts: Sequence[str | None] = ()) -> dict[str, Any]:
    """The first answer as the object, the others under ``more`` with the same keys; ``receipts`` are their codes."""
    codes = [*receipts, *([None] * len(answers))]
    first, *others = zip(answers, codes, strict=False)
    return _object(question, *first, knowledge, [_object(each.reading.asked, each, code, knowledge, []) for each, code in others])


def _object(question: str, answer: Answer, receipt: str | None, knowledge: Knowledge, more: list[dict[str, Any]]) -> dict[str, Any]:
    reply = compose(answer, knowledge)
    figures = figures_shown(answer)
    entry = answer.faq if isinstance(answer, Found | Explained) else None
    card = answer.commitment if isinstance(answer, Found) else None
    words = Wordings(knowledge.wordings)
    notes = answer.notes if isinstance(answer, Found | Explained | Unclear | Missing) else ()
    with speaking(reply.language):
        labels = {figure.label: composed(figure.label) for figure in figures}
        coded = "\n\n" + _("Recibo {codigo}").format(codigo=receipt) if receipt else ""
        told = [{"id": note.id, "text": words.note(note)} for note in notes]
    return {
        "question": question,
        "outcome": OUTCOMES[type(answer)],
        "reading": _reading(answer.reading),
        "figures": [figure_object(figure, labels[figure.label]) for figure in figures],
        "statements": [{"text": s.text, "date": s.date or None, "sources": _ids(s.sources)} for s in _statements(answer)],
        "sources": _documents(source for source, _ in cited(answer)),
        "faq": entry.id if entry else None,
        "commitment": _commitment(card) if card else None,
        "notes": told,
        "options": [button.text for button in reply.buttons],
        "more": more,
        "text": plain.text(reply) + coded,
        "receipt": receipt,
    }


def _reading(reading: Interpretation) -> dict[str, Any]:
    return {
        "act": reading.act.value,
        "topic": reading.topic.value if reading.topic else None,
        "entities": list(reading.entities),
        "years": list(reading.years),
        "stage": reading.stage.value if reading.stage else None,
        "measure": reading.measure,
        "confidence": round(reading.confidence, 4),
        "alternatives": [{"act": r.act.value, "topic": r.topic.value if r.topic else None} for r in reading.alternatives],
        "unread": list(reading.unread),
    }


def figure_object(figure: Figure, label: str = "") -> dict[str, Any]:
    """A figure as programs read it; ``label`` is its label in another language."""
    return {
        "label": label or figure.label,
        "value": decimal_string(figure.amount, figure.unit),
        "unit": figure.unit.value,
        "period": figure.period.label if figure.period else None,
        "stage": figure.stage.value if figure.stage else None,
        "role": figure.role.value,
        "confidence": figure.confidence.value,
        "sources": _ids(figure.sources),
        "derived": figure.derived,
        "formula": figure.formula,
        "note": figure.note or None,
    }


def figures_shown(answer: Answer) -> tuple[Figure, ...]:
    """Every figure of an answer; beside figures that answer, those that the words of staff quote are context."""
    if isinstance(answer, Found) and answer.faq and any(figure.role is Role.ANSWER for figure in answer.figures):
        return (*answer.figures, *(replace(figure, role=Role.CONTEXT) for figure in answer.faq.figures))
    return figures_in(answer)


def cited(answer: Answer) -> Iterator[tuple[Source, Confidence | None]]:
    """Every place in a document that an answer names, in its order, with how far what it says there can be trusted, where that is told."""
    for figure in figures_in(answer):
        yield from ((source, figure.confidence) for source in figure.sources)
    for statement in _statements(answer):
        yield from ((source, statement.confidence) for source in statement.sources)
    entry = answer.faq if isinstance(answer, Found | Explained) else None
    card = answer.commitment if isinstance(answer, Found) else None
    untold = [entry.sources] if entry else []
    untold += [card.sources, *(voice.sources for voice in card.voices), *(step.sources for step in card.milestones)] if card else []
    yield from ((source, None) for sources in untold for source in sources)


def _statements(answer: Answer) -> tuple[Statement, ...]:
    return answer.statements if isinstance(answer, Found | Missing) else ()


def _documents(sources: Iterable[Source]) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for source in sources:
        document = source.document
        entry = found.setdefault(
            document.id,
            {
                "id": document.id,
                "title": document.title,
                "publisher": document.publisher,
                "url": document.url,
                "published": document.published or None,
                "locator": "",
            },
        )
        entry["locator"] = places([*entry["locator"].split("; "), source.locator])
    return list(found.values())


def _commitment(card: CommitmentCard) -> dict[str, Any]:
    return {
        "id": card.id,
        "status_code": card.status_code,
        "status_date": card.status_date or None,
        "voices": [{"who": v.who, "says": v.says, "date": v.date or None, "sources": _ids(v.sources)} for v in card.voices],
        "milestones": [{"text": m.text, "status": m.status, "sources": _ids(m.sources)} for m in card.milestones],
    }


def _ids(sources: Iterable[Source]) -> list[str]:
    return list(dict.fromkeys(source.document.id for source in sources))
