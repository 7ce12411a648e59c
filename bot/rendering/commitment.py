"""The card of a commitment: what each side says of it, its milestones, and when that was last known."""

from __future__ import annotations

from bot.domain.answer import CommitmentCard, Milestone, Standing, Voice
from bot.rendering.blocks import Block, Heading, Paragraph
from bot.rendering.dates import long_date
from bot.rendering.facts import Said, group
from bot.rendering.grammar import full_stop, sentence_case

STATUS = {
    "desconocido": "desconocido: ningún documento publicado lo dice",
    "en_proceso": "en proceso",
    "seleccionado": "seleccionado",
    "cumplido": "cumplido",
    "propuesta": "propuesta; no llegó a ser compromiso del plan",
}
WHO = {"gobierno": "Lo que dice el gobierno", "evidencia": "Lo que muestran los documentos", "dinero": "Lo que muestra el dinero"}
PLANS = {1: "primer", 2: "segundo", 3: "tercer"}


def blocks(card: CommitmentCard) -> tuple[Block, ...]:
    return (
        Heading(f"{card.title} ({card.id}, {PLANS.get(card.plan, str(card.plan))} plan de acción local)"),
        group("", [Said(_status(card), "", card.sources, "Estado")]),
        *([group("Antes", [Said(_standing(each), each.date, each.sources) for each in card.history])] if card.history else []),
        *([group("Lo que se dice de él", [_voice(voice) for voice in card.voices])] if card.voices else []),
        *([group("Hitos", [_milestone(milestone) for milestone in card.milestones])] if card.milestones else []),
    )


def details(card: CommitmentCard) -> tuple[Block, ...]:
    """What helps but can wait: the problem it answers and the remark of our own table."""
    return tuple(
        Paragraph(f"{name}: {full_stop(value)}") for name, value in (("Problema que atiende", card.problem), ("Nota", card.note)) if value
    )


def _status(card: CommitmentCard) -> str:
    status = STATUS.get(card.status_code, card.status or card.status_code)
    dated = f"{status} (último dato: {long_date(card.status_date)})" if card.status_date else status
    responsible = card.responsible or "ningún documento publicado lo nombra"
    return f"{dated}. Responsable: {responsible}"


def _standing(standing: Standing) -> str:
    return sentence_case(STATUS.get(standing.status_code, standing.status_code))


def _voice(voice: Voice) -> Said:
    return Said(voice.says, voice.date, voice.sources, WHO.get(voice.who, sentence_case(voice.who)))


def _milestone(milestone: Milestone) -> Said:
    status = STATUS.get(milestone.status, milestone.status) or "sin estado publicado"
    return Said(f"{milestone.text.rstrip('.')} ({status})", "", milestone.sources)
