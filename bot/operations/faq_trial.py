"""Every question written by staff must find its own answer and no other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.app import Assistant
from bot.domain.answer import Answer, Explained, Found, Missing, NotUnderstood, SmallTalk, Unclear
from bot.domain.vocabulary import FaqText

INSTEAD = {
    Found: "una cifra o un hecho de la base de datos",
    Missing: "que no hay dato publicado",
    Unclear: "una pregunta de vuelta",
    NotUnderstood: "que no es de este bot",
    SmallTalk: "una cortesía",
}


@dataclass(frozen=True)
class Trial:
    """``got`` is the clave of the entry that answered, or, in words, what came instead."""

    entry: FaqText
    question: str
    got: str

    @property
    def passed(self) -> bool:
        return self.got == self.entry.clave


def trials(assistant: Assistant, today: date) -> Iterator[Trial]:
    for entry in assistant.knowledge.faq:
        if entry.state == "publicada":
            for question in (entry.question, *entry.also):
                yield Trial(entry, question, _entry_of(assistant.ask(question, today).answers[0]))


def _entry_of(answer: Answer) -> str:
    if isinstance(answer, Explained):
        return answer.faq.id
    if isinstance(answer, Found) and answer.faq:
        return answer.faq.id
    return INSTEAD[type(answer)]
