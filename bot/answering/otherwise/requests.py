"""What is missing can be asked for: which document should hold it, who publishes it, and a request ready to copy."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.search.shelves import Shelves
from bot.domain.answer import NAMELESS, Missing, Note
from bot.domain.reading import Interpretation
from bot.domain.vocabulary import ExpectedFigure


def where_to_ask(answer: Missing, expected: Sequence[ExpectedFigure], shelves: Shelves) -> tuple[Note, ...]:
    """``expected`` are the documents of ``knowledge/cobertura.yaml``. Empty where nobody is known to hold the thing."""
    return (*_where_it_should_be(answer.reading, expected), *_draft(answer, expected, shelves))


def _where_it_should_be(reading: Interpretation, expected: Sequence[ExpectedFigure]) -> tuple[Note, ...]:
    asked = {*reading.concepts, reading.measure}
    named = {"municipios" if m.kind == "municipio" else m.clave for m in reading.mentions if m.kind in ("institucion", "municipio")}
    own = [each for each in expected if each.topic == reading.topic and each.concept in asked]
    best = next((each for each in own if not named or each.subject in named), None)
    return (Note("should_be_in", (("documento", best.document), ("quien", best.publisher))),) if best else ()


def _draft(answer: Missing, expected: Sequence[ExpectedFigure], shelves: Shelves) -> tuple[Note, ...]:
    """What has no name of its own cannot be requested."""
    holder = _holder(answer.reading, expected, shelves)
    if not holder or answer.subject.startswith((NAMELESS, "«")):
        return ()
    return (Note("request_draft", (("asunto", answer.subject), ("quien", holder))),)


def _holder(reading: Interpretation, expected: Sequence[ExpectedFigure], shelves: Shelves) -> str:
    """The institution named, else whoever publishes the figures of the topic, the concept's own first."""
    named = next((term for m in reading.mentions if m.kind in ("institucion", "municipio") and (term := shelves.terms.get(m.clave))), None)
    if named and not named.outside and not named.witness:
        return f"municipio de {named.short.removeprefix('municipio de ')}" if named.kind == "municipio" else named.name
    mine = [each for each in expected if each.topic == reading.topic]
    own = [each for each in mine if each.concept in (*reading.concepts, reading.measure)]
    return (own or mine)[0].publisher if mine else ""
