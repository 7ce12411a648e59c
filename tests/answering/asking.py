"""The real assistant asked one question: the amounts it tells."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from bot.domain.answer import Missing, Role

if TYPE_CHECKING:
    from bot.app import Assistant

TODAY = date(2026, 11, 22)


def told(assistant: Assistant, question: str, role: Role = Role.ANSWER) -> set[Decimal]:
    """The amounts of a role in every answer to the message; figures that an entry of the FAQ quotes are not among them."""
    answers = assistant.ask(question, TODAY).answers
    figures = (f for answer in answers for f in (answer.nearest if isinstance(answer, Missing) else getattr(answer, "figures", ())))
    return {figure.amount for figure in figures if figure.role is role}


def amounts(*typed: str) -> set[Decimal]:
    """Amounts as they are printed: «2,595,500,000»."""
    return {Decimal(one.replace(",", "")) for one in typed}
