"""A card to share: the question as it was read, its figure, where it comes from, and the receipt that brings it back.

What a person typed never stands on it: a card travels further than a conversation.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.answer import Answer, Found, Role
from bot.domain.vocabulary import Knowledge
from bot.rendering.blocks import FigureGroup, FigureLine, Link, Remark, Reply
from bot.rendering.charts import Picture
from bot.rendering.charts_plan import NoPicture
from bot.rendering.plain import block_text
from bot.rendering.reply import compose
from bot.rendering.translation import SOURCE
from bot.rendering.understood import reading_line

LINES = 5
DOCUMENTS = 3
NO_FIGURE = "No hay tarjeta: en esta respuesta no hay una cifra publicada de lo que preguntaste."
# Remarks that change how the number is read; those that quote what was typed stay out.
TOLD = frozenset(
    {
        "sources_disagree",
        "low_confidence_claim",
        "overlapping_scopes",
        "budget_not_spent",
        "preliminary",
        "goal_not_observed",
        "other_liabilities_mixed",
        "actuarial_not_due",
        "partial_list",
        "break_in_series",
    }
)


@dataclass(frozen=True)
class Card:
    """What stands on it, in order. ``more`` counts the figures of the answer that did not fit; ``documents`` those that all lines share
    (the others stand beside their line); ``receipt`` may be empty."""

    question: str
    title: str
    moment: str
    lines: tuple[FigureLine, ...]
    more: int
    remarks: tuple[str, ...]
    documents: tuple[Link, ...]
    receipt: str

    @property
    def caption(self) -> str:
        """The card in words, for those who do not see it."""
        shown = FigureGroup(self.title, self.moment, self.lines, self.documents, Role.ANSWER)
        told = [line.removeprefix("- ").rstrip(".") for line in block_text(shown, urls=False).splitlines() if line]
        receipt = f"Recibo {self.receipt}." if self.receipt else ""
        return " ".join(filter(None, [f"Tarjeta. {self.question}.", f"{'; '.join(told)}.", *self.remarks, receipt]))


def has_card(answer: Answer) -> bool:
    return isinstance(answer, Found) and any(figure.role is Role.ANSWER for figure in answer.figures)


def content(answer: Answer, knowledge: Knowledge, receipt: str = "") -> Card | NoPicture:
    """The words of the card; ``NoPicture`` where no published figure answers."""
    if not isinstance(answer, Found) or not has_card(answer):
        return NoPicture(NO_FIGURE)
    # a picture is in Spanish whole
    reply = compose(answer, knowledge, SOURCE)
    group = next(block for block in (*reply.lead, *reply.rest) if isinstance(block, FigureGroup) and block.role is Role.ANSWER)
    lines = group.lines[:LINES]
    return Card(
        question=f"Pregunta: {reading_line(answer.reading, knowledge)}",
        title=group.title,
        moment=group.moment,
        lines=lines,
        more=sum(figure.role is Role.ANSWER for figure in answer.figures) - len(lines),
        remarks=_remarks(reply),
        documents=group.links[:DOCUMENTS],
        receipt=receipt,
    )


def caption(answer: Answer, knowledge: Knowledge, receipt: str = "") -> str | NoPicture:
    """The card in words alone, for a page that shows it from another address."""
    found = content(answer, knowledge, receipt)
    return found if isinstance(found, NoPicture) else found.caption


def card(answer: Answer, knowledge: Knowledge, receipt: str = "") -> Picture | NoPicture:
    """The card as PNG, at least as high as wide (1080 dots), with its caption. ``receipt`` is the code that reproduces the answer. Safe
    from any thread."""
    found = content(answer, knowledge, receipt)
    if isinstance(found, NoPicture):
        return found
    from bot.rendering.card_drawing import drawn

    return Picture(drawn(found), found.caption)


def _remarks(reply: Reply) -> tuple[str, ...]:
    return tuple(block.text for block in (*reply.lead, *reply.rest) if isinstance(block, Remark) and block.id in TOLD)
