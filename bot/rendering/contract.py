"""The JSON object of ``ask --json``: key names and meanings are a contract with whoever reads it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from bot.domain.answer import (
    Answer,
    CommitmentCard,
    Explained,
    FaqEntry,
    Figure,
    Found,
    Missing,
    NotUnderstood,
    Role,
    SmallTalk,
    Source,
    Statement,
    Unclear,
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
    figures, statements, entry, card = figures_shown(answer), _statements(answer), _entry(answer), _card(answer)
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
        "statements": [{"text": s.text, "date": s.date or None, "sources": _ids(s.sources)} for s in statements],
        "sources": _documents(_cited(figures, statements, entry, card)),
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
    """Every figure of an answer, those that an FAQ entry cites included."""
    match answer:
        case Found():
            return (*answer.figures, *_beside(answer))
        case Explained():
            return answer.faq.figures
        case Missing():
            return answer.nearest
    return ()


def _beside(answer: Found) -> tuple[Figure, ...]:
    """Figures that staff's own words cite: beside figures that answer they are context."""
    cited = answer.faq.figures if answer.faq else ()
    answered = any(figure.role is Role.ANSWER for figure in answer.figures)
    return tuple(replace(figure, role=Role.CONTEXT) for figure in cited) if answered else cited


def _statements(answer: Answer) -> tuple[Statement, ...]:
    return answer.statements if isinstance(answer, Found | Missing) else ()


def _entry(answer: Answer) -> FaqEntry | None:
    return answer.faq if isinstance(answer, Found | Explained) else None


def _card(answer: Answer) -> CommitmentCard | None:
    return answer.commitment if isinstance(answer, Found) else None


def _cited(
    figures: Iterable[Figure], statements: Iterable[Statement], entry: FaqEntry | None, card: CommitmentCard | None
) -> Iterable[Source]:
    for figure in figures:
        yield from figure.sources
    for statement in statements:
        yield from statement.sources
    yield from entry.sources if entry else ()
    if card:
        yield from card.sources
        for voice in card.voices:
            yield from voice.sources
        for milestone in card.milestones:
            yield from milestone.sources


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
