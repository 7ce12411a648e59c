"""Promises of the local action plans: which one is meant, and lists of them. Proposals are not commitments."""

from __future__ import annotations

import re

from bot.answering.choosing import figures_of
from bot.answering.index import content_words, forms
from bot.answering.shelves import Shelves
from bot.domain.answer import CommitmentCard, Found, Statement
from bot.domain.reading import Interpretation, Topic

FIRST = frozenset({"primer", "primero", "1er", "1o", "1ro", "pal1"})
SECOND = frozenset({"segundo", "2do", "2o", "pal2"})


def card_for(reading: Interpretation, shelves: Shelves) -> CommitmentCard | None:
    """The commitment named, or the one whose title the question's words cover best within open government."""
    cards = shelves.commitments
    named = {m.clave.lower() for m in reading.of_kind("compromiso")}
    for card in cards:
        if card.id.lower() in named:
            return card
    if reading.topic is not Topic.OPEN_GOVERNMENT:
        return None
    asked = {shape for word in reading.words for shape in forms(word)}
    scored = [(covered(card.title, asked), card) for card in cards if card.status_code != "propuesta"]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= 0.5 else None


def covered(title: str, asked: set[str]) -> float:
    own = content_words(re.sub(r"\(.*?\)", "", title))
    return sum(any(shape in asked for shape in forms(word)) for word in own) / len(own) if own else 0.0


def listed(reading: Interpretation, shelves: Shelves) -> Found | None:
    """The commitments of one plan, or of both, when the question lists commitments; one card's milestones when it asks for those."""
    if reading.topic is not Topic.OPEN_GOVERNMENT:
        return None
    words = set(reading.words)
    card = card_for(reading, shelves)
    if card and words & {"hito", "hitos", "paso", "pasos", "acuerdo", "acuerdos", "acordaron", "avance", "avances"}:
        return Found(
            reading, commitment=card, statements=tuple(Statement(f"{m.text} ({m.status}).", "", m.sources) for m in card.milestones)
        )
    if not any(word.startswith("propu") for word in words) and not words & {
        "compromiso",
        "compromisos",
        "eje",
        "ejes",
        "propuesta",
        "propuestas",
        "plan",
        "planes",
        "pal",
        "promesa",
        "promesas",
        "temas",
    }:
        return None
    plans = {1} if words & FIRST or 2016 in reading.years else {2} if words & SECOND or 2018 in reading.years else {1, 2}
    proposals = any(word.startswith("propu") for word in words) and not words & {"compromiso", "compromisos"}
    cards = [c for c in shelves.commitments if c.plan in plans and (c.status_code == "propuesta") is proposals]
    counted = shelves.descriptors.of_concept("compromisos-plan", "secretariado tecnico local") if plans == {1} and not proposals else []
    return Found(reading, figures_of(counted), tuple(statement_of(c) for c in cards)) if cards else None


def statement_of(card: CommitmentCard) -> Statement:
    return Statement(f"{card.title} (plan {card.plan}): {card.status}.", card.status_date, card.sources)
