"""A question and its replies with the address that brings them back. The page keeps nothing of a
conversation: what a follow-up needs to be understood travels in its address as the questions before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.domain.answer import Answer
from bot.domain.reading import Interpretation
from bot.rendering import Reply, compose
from bot.rendering.card import has_card
from bot.rendering.charts import can_be_drawn
from bot.rendering.tables import has_table
from bot.rendering.translation import N_

if TYPE_CHECKING:
    from bot.app import Assistant, Turn
    from bot.proof import Receipts

LONGEST = 1000
REMEMBERED = 6
CHANNEL = "página"


CHART, CARD, CSV, XLSX = "/grafica", "/tarjeta", "/cifras.csv", "/cifras.xlsx"


@dataclass(frozen=True)
class Told:
    """One answer of a message. ``part`` is the part of the message it answers, empty when there is only one; ``files`` the names and
    addresses of what can be taken away; ``receipt`` its code or None."""

    part: str
    reply: Reply
    files: tuple[tuple[str, str], ...]
    receipt: str | None


@dataclass(frozen=True)
class Exchange:
    """``before`` are the questions this one leaned on, oldest first; ``then`` those the next one may lean on."""

    question: str
    replies: tuple[Told, ...]
    before: tuple[str, ...]
    then: tuple[str, ...]

    @property
    def address(self) -> str:
        return address(self.question, self.before)

    def following(self, question: str) -> str:
        """The address of a question asked after this one."""
        return address(question, self.then)


def address(question: str, before: Sequence[str] = (), path: str = "/", part: int = 1) -> str:
    """``part`` tells the answers of one message apart, from 1."""
    return f"{path}?" + urlencode([("q", question), *(("prev", each) for each in before), *([("parte", str(part))] if part > 1 else [])])


def asked(request: Request) -> tuple[str, tuple[str, ...]]:
    """The question in an address and those before it. HTTPException 400 when there is none or it is too long."""
    question = request.query_params.get("q", "").strip()
    if not question or len(question) > LONGEST:
        raise HTTPException(HTTPStatus.BAD_REQUEST, f"Escribe una pregunta de hasta {LONGEST:,} letras.")
    before = request.query_params.getlist("prev")
    return question, tuple(each for each in before if each.strip() and len(each) <= LONGEST)[-REMEMBERED:]


def reloaded(request: Request) -> bool:
    """Whether a page is loaded again: only then do browsers tell those in between to keep no copy."""
    said = request.headers.get("cache-control", "").replace(" ", "").split(",")
    return "max-age=0" in said or "no-cache" in said


def answered(assistant: Assistant, question: str, before: Sequence[str], today: date) -> Turn:
    """Read the questions before in order, then answer this one."""
    after: Interpretation | None = None
    for each in before:
        after = assistant.read(each, today, after)
    return assistant.ask(question, today, after)


def exchange(
    assistant: Assistant, receipts: Receipts | None, question: str, before: Sequence[str], today: date, *, again: bool = False
) -> Exchange:
    """Read the questions before in order, then answer this one and give its receipt; what was asked is noted for staff, unless the
    page is loaded ``again``."""
    turn = answered(assistant, question, before, today)
    codes = receipts.issue(turn.answers, today) if receipts else (None,) * len(turn.answers)
    if receipts and not again:
        receipts.keep_asked(turn.answers, codes, CHANNEL, today)
    leaned = tuple(before) if turn.interpretation.carried else ()
    alone = len(turn.answers) == 1
    replies = tuple(
        Told("" if alone else answer.reading.asked, compose(answer, assistant.knowledge), _files(answer, question, leaned, number), code)
        for number, (answer, code) in enumerate(zip(turn.answers, codes, strict=True), 1)
    )
    return Exchange(question, replies, leaned, (*leaned, question))


def _files(answer: Answer, question: str, before: Sequence[str], part: int) -> tuple[tuple[str, str], ...]:
    """Only what this answer can give."""
    offered = [(N_("Gráfica"), CHART)] if can_be_drawn(answer) else []
    offered += [(N_("Tarjeta"), CARD)] if has_card(answer) else []
    offered += [(N_("Descargar CSV"), CSV), (N_("Descargar Excel"), XLSX)] if has_table(answer) else []
    return tuple((name, address(question, before, path, part)) for name, path in offered)
