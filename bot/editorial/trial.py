"""Every question written by staff, through the whole bot: as it is written it must find its own entry and no other; after
words that ask nothing it should too. Every example of an act must be read as that act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.app import Assistant
from bot.domain.answer import Answer, Explained, FaqEntry, Found, Missing, NotUnderstood, SmallTalk, Unclear
from bot.domain.placeholders import fact_ids
from bot.domain.vocabulary import FaqText

INSTEAD = {
    Found: "una cifra o un hecho de la base de datos",
    Missing: "que no hay dato publicado",
    Unclear: "una pregunta de vuelta",
    NotUnderstood: "que no es de este bot",
    SmallTalk: "una cortesía",
}
LEAD_IN = "Oiga, una duda: "
"""Said before a question, it leaves no entry that holds the message word for word: what finds it then is what it is about. A greeting
would not do: the bot takes those off before it looks."""


@dataclass(frozen=True)
class Tried:
    """One question of an entry. ``got`` and ``introduced`` are the clave of the entry that answered, or, in words, what came instead;
    ``introduced`` is empty for the other ways of asking, which are tried as written only. ``rival`` is the nearest other entry and
    ``margin`` how much nearer the right one is (0 to 1): at 0 or less, a few words more would bring the rival."""

    clave: str
    question: str
    got: str
    introduced: str
    rival: str
    margin: float

    @property
    def passed(self) -> bool:
        return self.got == self.clave

    @property
    def found_introduced(self) -> bool:
        return self.introduced in ("", self.clave)


@dataclass(frozen=True)
class ReadExample:
    """An example of ``knowledge/intenciones.yaml`` and the act it was read as."""

    act: str
    example: str
    read_as: str

    @property
    def passed(self) -> bool:
        return self.act == self.read_as


def asked_as(entry: FaqText) -> tuple[str, ...]:
    return (entry.question, *entry.also)


def try_question(assistant: Assistant, entry: FaqText, question: str, today: date) -> Tried:
    turn = assistant.ask(question, today)
    near = assistant.faq_near(turn.interpretation)
    own = next((score for other, score in near if other.clave == entry.clave), 0.0)
    rival, score = next(((other.clave, score) for other, score in near if other.clave != entry.clave), ("", 0.0))
    introduced = ""
    if question == entry.question:
        introduced = _came(assistant.ask(LEAD_IN + question, today).answers[0], entry)
    return Tried(entry.clave, question, _came(turn.answers[0], entry), introduced, rival, round(own - score, 3))


def read_examples(assistant: Assistant, today: date) -> Iterator[ReadExample]:
    for act in assistant.knowledge.acts:
        for example in act.examples:
            yield ReadExample(act.name, example, assistant.read(example, today).act.value)


def _came(answer: Answer, entry: FaqText) -> str:
    found = answer.faq if isinstance(answer, Explained | Found) else None
    if found is None:
        return INSTEAD[type(answer)]
    lost = _unfilled(found)
    return f"{found.id} sin la cifra «{lost[0]}»" if lost and found.id == entry.clave else found.id


def _unfilled(entry: FaqEntry) -> list[str]:
    """Placeholders of the answer for which the ledger gave no figure."""
    filled = {id for figure in entry.figures for id in figure.fact_ids}
    return [id for id in fact_ids(entry.answer) if id not in filled]
