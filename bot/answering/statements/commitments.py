"""Promises of the local action plans: which one is meant, and lists of them. Proposals are not commitments."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from bot.answering.asked.counting import thing_counted
from bot.answering.figures.choosing import figures_of
from bot.answering.search.index import content_words, forms
from bot.answering.search.shelves import Shelves
from bot.domain.answer import CommitmentCard, Figure, Found, Milestone, Statement, Unit, each_document_once
from bot.domain.reading import Interpretation, Topic
from bot.language.folding import words

FIRST = frozenset({"primer", "primero", "1er", "1o", "1ro", "pal1"})
COUNTED = frozenset({"compromisos", "ejes", "promesas"})
MOSTLY_HELD = 0.6
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
    if any(word.startswith("propu") for word in reading.words) and (proposal := proposal_for(reading, shelves)):
        return proposal
    scored = [(covered(card.title, asked), card) for card in cards if card.status_code != "propuesta"]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= 0.5 else None


def proposal_for(reading: Interpretation, shelves: Shelves) -> CommitmentCard | None:
    """«la propuesta de seguimiento a compras de Guadalupe»: the proposal whose title holds most of the words asked."""
    said = [word for word in content_words(reading.asked) if not word.startswith("propu")]
    if len(said) < 2:
        return None
    best: tuple[float, CommitmentCard] | None = None
    for card in (each for each in shelves.commitments if each.status_code == "propuesta"):
        own = {shape for word in content_words(card.title) for shape in forms(word)}
        held = sum(bool(own & set(forms(word))) for word in said) / len(said)
        best = max(filter(None, (best, (held, card))), key=lambda pair: pair[0])
    return best[1] if best and best[0] >= MOSTLY_HELD else None


def counted(reading: Interpretation, shelves: Shelves) -> Found | None:
    """«¿cuántos compromisos tiene el segundo plan?»: our own count of the cards of a plan whose number nobody printed."""
    asked = set(words(reading.asked))
    plan = 1 if asked & FIRST else 2 if asked & SECOND else None
    if thing_counted(reading) not in COUNTED or plan is None or reading.topic is not Topic.OPEN_GOVERNMENT:
        return None
    cards = [card for card in shelves.commitments if card.plan == plan and card.status_code != "propuesta"]
    printed = plan == 1 and shelves.descriptors.of_concept("compromisos-plan", "secretariado tecnico local")
    if not cards or printed:
        return None
    number = Figure(
        label=f"Compromisos publicados del {'primer' if plan == 1 else 'segundo'} Plan de Acción Local",
        amount=Decimal(len(cards)),
        unit=Unit.COUNT,
        period=None,
        stage=None,
        sources=each_document_once(source for card in cards for source in card.sources),
        formula="cuenta de los compromisos publicados",
    )
    return Found(reading, (number,), tuple(statement_of(card) for card in cards))


def covered(title: str, asked: set[str]) -> float:
    own = content_words(re.sub(r"\(.*?\)", "", title))
    return sum(any(shape in asked for shape in forms(word)) for word in own) / len(own) if own else 0.0


def listed(reading: Interpretation, shelves: Shelves) -> Found | None:
    """The commitments of one plan, or of both, when the question lists commitments; one card's milestones when it asks for those."""
    if reading.topic is not Topic.OPEN_GOVERNMENT:
        return None
    said = set(reading.words)
    card = card_for(reading, shelves)
    if card and said & {"hito", "hitos", "paso", "pasos", "acuerdo", "acuerdos", "acordaron", "avance", "avances"}:
        return Found(reading, commitment=card, statements=milestones_of(card.milestones))
    if not any(word.startswith("propu") for word in said) and not said & {
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
    plans = {1} if said & FIRST or 2016 in reading.years else {2} if said & SECOND or 2018 in reading.years else {1, 2}
    proposals = any(word.startswith("propu") for word in said) and not said & {"compromiso", "compromisos"}
    cards = [c for c in shelves.commitments if c.plan in plans and (c.status_code == "propuesta") is proposals]
    counted = shelves.descriptors.of_concept("compromisos-plan", "secretariado tecnico local") if plans == {1} and not proposals else []
    return Found(reading, figures_of(counted), tuple(statement_of(c) for c in cards)) if cards else None


def milestones_of(milestones: Iterable[Milestone]) -> tuple[Statement, ...]:
    return tuple(Statement(f"{one.text} ({one.status}).", "", one.sources) for one in milestones)


def statement_of(card: CommitmentCard) -> Statement:
    return Statement(f"{card.title} (plan {card.plan}): {card.status}.", card.status_date, card.sources)
