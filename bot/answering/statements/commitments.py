"""Promises of the local action plans: which one is meant, and lists of them. Proposals are not commitments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from bot.answering.asked.counting import thing_counted
from bot.answering.figures.choosing import figures_of
from bot.answering.otherwise.missing import missing
from bot.answering.search.index import content_words, forms, forms_of
from bot.answering.search.shelves import Shelves
from bot.answering.statements.faq import FAQ_OF_ALL
from bot.domain.answer import CommitmentCard, Explained, Figure, Found, Milestone, Missing, Note, Statement, Unit, each_document_once
from bot.domain.ledger import Fact
from bot.domain.reading import Act, Interpretation, Topic
from bot.language.folding import fold, words
from bot.language.numerals import numerals

FIRST = frozenset({"primer", "primero", "1er", "1o", "1ro", "pal1"})
COUNTED = frozenset({"compromisos", "ejes", "promesas"})
SECOND = frozenset({"segundo", "2do", "2o", "pal2"})
# The years in which the two plans began.
PLAN_OF_YEAR = {2016: 1, 2018: 2}
STEPS = frozenset({"hito", "hitos", "paso", "pasos", "acuerdo", "acuerdos", "acordaron", "avance", "avances"})
LISTED = COUNTED | {"compromiso", "eje", "propuesta", "propuestas", "plan", "planes", "pal", "promesa", "temas"}
PROPOSED = "propuesta"
IN_BRACKETS = re.compile(r"\(.*?\)")
# How much of the title of a commitment, and of a question about a proposal, is enough.
HALF_HELD, MOSTLY_HELD = 0.5, 0.6


def card_for(reading: Interpretation, shelves: Shelves) -> CommitmentCard | None:
    """The commitment named, or the one whose title the question's words cover best within open government."""
    cards = shelves.commitments
    named = {m.clave.lower() for m in reading.of_kind("compromiso")}
    for card in cards:
        if card.id.lower() in named:
            return card
    if reading.topic is not Topic.OPEN_GOVERNMENT:
        return None
    asked = forms_of(reading.words)
    if any(word.startswith("propu") for word in reading.words) and (proposal := proposal_for(reading, shelves)):
        return proposal
    held = {card.id: covered(content_words(IN_BRACKETS.sub("", card.title)), asked) for card in cards if card.status_code != PROPOSED}
    best = max((card for card in cards if card.id in held), key=lambda card: held[card.id], default=None)
    return best if best and held[best.id] >= HALF_HELD else None


def proposal_for(reading: Interpretation, shelves: Shelves) -> CommitmentCard | None:
    """«la propuesta de seguimiento a compras de Guadalupe»: the proposal whose title holds most of the words asked."""
    said = [word for word in content_words(reading.asked) if not word.startswith("propu")]
    if len(said) < 2:
        return None
    proposals = [card for card in shelves.commitments if card.status_code == PROPOSED]
    held = {card.id: covered(said, forms_of(content_words(card.title))) for card in proposals}
    best = max(proposals, key=lambda card: held[card.id], default=None)
    return best if best and held[best.id] >= MOSTLY_HELD else None


def counted(reading: Interpretation, shelves: Shelves) -> Found | None:
    """«¿cuántos compromisos tiene el segundo plan?»: our own count of the cards of a plan whose number nobody printed."""
    asked = thing_counted(reading)
    if asked not in COUNTED or reading.topic is not Topic.OPEN_GOVERNMENT or reading.of_kind("compromiso"):
        return None
    if plan := plan_named(words(reading.asked)):
        return None if printed_number(plan, shelves) else counted_of(plan, reading, shelves)
    if reading.period or asked == "ejes":
        return None
    # of no plan in particular, each with its own number
    first, second = figures_of(printed_number(1, shelves)), counted_of(2, reading, shelves)
    cards = [card for card in shelves.commitments if card.status_code != PROPOSED]
    return Found(reading, (*first, *second.figures), tuple(map(statement_of, cards))) if first and second else None


def counted_of(plan: int, reading: Interpretation, shelves: Shelves) -> Found | None:
    cards = [card for card in shelves.commitments if card.plan == plan and card.status_code != PROPOSED]
    if not cards:
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


def of_all(reading: Interpretation, shelves: Shelves) -> Explained | Found | None:
    """How the commitments stand, or how many they are."""
    return standing_of_all(reading, shelves) or counted(reading, shelves)


ONE_OF_THEM = frozenset({"compromiso", "promesa"})


def not_among(reading: Interpretation, shelves: Shelves) -> Missing | None:
    """«¿en qué va el compromiso de obra pública?»: none was published under that name; those that were."""
    if reading.topic is not Topic.OPEN_GOVERNMENT or reading.of_kind("compromiso") or ONE_OF_THEM.isdisjoint(reading.words):
        return None
    cards = [card for card in shelves.commitments if card.status_code != PROPOSED]
    return replace(missing(reading, shelves), statements=tuple(map(statement_of, cards)))


OF_ALL = re.compile(r"\b(?:compromisos|promesas|ejes|acuerdos|plan(?:es)?)\b|\bcumpl\w+|\bavances?\b")
FULFILLED = re.compile(r"\b(?:cumpl|conclu|termin|acab|avanz|avance)\w*")


def standing_of_all(reading: Interpretation, shelves: Shelves) -> Explained | None:
    """«¿cómo van los compromisos?», «¿cuántos se han cumplido?»: of all of them, what staff wrote of how they stand."""
    typed = fold(reading.asked)
    asks = reading.act is Act.STATUS or (reading.act in (Act.AMOUNT, Act.LIST) and FULFILLED.search(typed))
    if not asks or reading.topic is not Topic.OPEN_GOVERNMENT or reading.of_kind("compromiso") or not OF_ALL.search(typed):
        return None
    match = None if card_for(reading, shelves) else shelves.faq.best_about(reading)
    return Explained(reading, shelves.faq.open(match.entry)) if match and match.score >= FAQ_OF_ALL else None


def other_number(reading: Interpretation, cards: Sequence[CommitmentCard]) -> tuple[Note, ...]:
    """«¿cuáles fueron los cinco ejes?», where two were published: a premise to correct."""
    typed = words(reading.asked)
    said = [each for each in numerals(typed) if each.end < len(typed) and typed[each.end] in LISTED]
    if len(said) != 1 or said[0].value == len(cards):
        return ()
    return (Note("count_differs", (("cuantos", str(len(cards))), ("cosas", typed[said[0].end]), ("dichos", str(said[0].value)))),)


def covered(said: Sequence[str], shapes: frozenset[str]) -> float:
    """What part of the words has one of the shapes."""
    return sum(not shapes.isdisjoint(forms(word)) for word in said) / len(said) if said else 0.0


def listed(reading: Interpretation, shelves: Shelves) -> Found | None:
    """The commitments of one plan, or of both, when the question lists commitments; one card's milestones when it asks for those."""
    if reading.topic is not Topic.OPEN_GOVERNMENT:
        return None
    said = set(reading.words)
    card = card_for(reading, shelves)
    if card and said & STEPS:
        return Found(reading, commitment=card, statements=milestones_of(card.milestones))
    proposed = any(word.startswith("propu") for word in said)
    if not proposed and not said & LISTED:
        return None
    plan = plan_named(said) or next((PLAN_OF_YEAR[year] for year in sorted(PLAN_OF_YEAR) if year in reading.years), None)
    proposals = proposed and not said & {"compromiso", "compromisos"}
    cards = [c for c in shelves.commitments if plan in (None, c.plan) and (c.status_code == PROPOSED) is proposals]
    if on_subject := [] if proposals or plan else of_subject(cards, forms_of(said - LISTED)):
        return Found(reading, statements=tuple(map(statement_of, on_subject)))
    number = printed_number(plan, shelves) if plan and not proposals else []
    notes = other_number(reading, cards) if plan else ()
    return Found(reading, figures_of(number), tuple(statement_of(c) for c in cards), notes=notes) if cards else None


def of_subject(cards: Sequence[CommitmentCard], asked: frozenset[str]) -> list[CommitmentCard]:
    """«compromisos de deporte»: those whose title holds a word of the question."""
    return [card for card in cards if any(not asked.isdisjoint(forms(word)) for word in content_words(IN_BRACKETS.sub("", card.title)))]


def plan_named(said: Iterable[str]) -> int | None:
    """Which of the two action plans the words name."""
    return 1 if not FIRST.isdisjoint(said) else 2 if not SECOND.isdisjoint(said) else None


def printed_number(plan: int, shelves: Shelves) -> Sequence[Fact]:
    """How many commitments a document says that the plan has: it is printed of the first one only."""
    return shelves.descriptors.of_concept("compromisos-plan", "secretariado tecnico local") if plan == 1 else ()


def milestones_of(milestones: Iterable[Milestone]) -> tuple[Statement, ...]:
    return tuple(Statement(f"{one.text} ({one.status}).", "", one.sources) for one in milestones)


def statement_of(card: CommitmentCard) -> Statement:
    status = card.status.replace(UNKNOWN, f"{UNKNOWN}, ningún documento publicado lo dice")
    return Statement(f"{card.title} (plan {card.plan}): {status}.", card.status_date, card.sources)


UNKNOWN = "desconocido"


def milestones_told(reading: Interpretation, shelves: Shelves) -> Found | None:
    """«¿qué organización aportó para el Código Urbano?»: of the commitment named, the milestones that speak of what is asked."""
    card = card_for(reading, shelves) if reading.of_kind("compromiso") else None
    named = {word for mention in reading.mentions for word in words(mention.said)}
    asked = forms_of(word for word in reading.words if word not in named)
    held = [m for m in card.milestones if any(asked & set(forms(word)) for word in content_words(m.text))] if card else []
    return Found(reading, commitment=card, statements=milestones_of(held)) if held else None


# «¿qué dice el gobierno del Código Urbano?»: the sides of the card
SIDES = re.compile(r"\b(?:dice|dicen|dijo|muestra\w*|cuenta|hay de)\b.*\b(?:gobierno|evidencias?|documentos?|dinero|pruebas?)\b")


def card_with_sides(reading: Interpretation, shelves: Shelves) -> Found | None:
    """What government, documents and money say of the commitment named."""
    if not reading.of_kind("compromiso") or not SIDES.search(fold(reading.asked)):
        return None
    card = card_for(reading, shelves)
    return Found(reading, commitment=card) if card and card.voices else None
