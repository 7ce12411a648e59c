"""Why a message was read as it was: the words that spoke, for what, and with what weight."""

from __future__ import annotations

from bot.domain.reading import Interpretation, Mention, Reading
from bot.domain.vocabulary import Knowledge
from bot.rendering import dates
from bot.rendering.understood import term_name


def lines(reading: Interpretation, knowledge: Knowledge) -> tuple[str, ...]:
    """One line a fact, in Spanish, readable without colours."""
    topic = reading.topic.value if reading.topic else "sin tema"
    said = [f"Lectura: {reading.act.value} · {topic} (confianza {reading.confidence:.2f})"]
    said += [f"  otra lectura: {_candidate(each)}" for each in reading.alternatives]
    said += [f"  nombre: {_name(mention, knowledge)}" for mention in reading.mentions]
    said += [f"  periodo: «{reading.period.said}» → {dates.asked(reading.period)}"] if reading.period else []
    said += [f"  momento contable: {reading.stage.value}"] if reading.stage else []
    said += [f"  medida: {reading.measure}"] if reading.measure else []
    said += [f"  viene de la pregunta anterior: {', '.join(reading.carried)}"] if reading.carried else []
    said += ["  palabras que hablaron:"] if reading.clues else []
    ordered = sorted(reading.clues, key=lambda clue: -abs(clue.weight))
    said += [f"    {clue.weight:+.2f}  «{clue.words}» por {clue.speaks_for}" for clue in ordered]
    said += [f"  palabras que nadie leyó: {', '.join(reading.unread)}"] if reading.unread else []
    return tuple(said)


def _candidate(reading: Reading) -> str:
    topic = reading.topic.value if reading.topic else "sin tema"
    return f"{reading.act.value} · {topic} ({reading.confidence:.2f})"


def _name(mention: Mention, knowledge: Knowledge) -> str:
    mended = ", con la ortografía corregida" if mention.repaired else ""
    return f"«{mention.said}» → {mention.kind} {mention.clave} ({term_name(mention.kind, mention.clave, knowledge)}){mended}"
