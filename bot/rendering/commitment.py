"""The card of a commitment: what each side says of it, its milestones, and when that was last known."""

from __future__ import annotations

from bot.domain.answer import CommitmentCard, Milestone, Standing, Voice
from bot.rendering.blocks import Block, Heading, Paragraph
from bot.rendering.dates import long_date
from bot.rendering.facts import Said, group
from bot.rendering.grammar import full_stop, sentence_case
from bot.rendering.translation import N_, _

STATUS = {
    "desconocido": N_("desconocido: ningún documento publicado lo dice"),
    "en_proceso": N_("en proceso"),
    "seleccionado": N_("seleccionado"),
    "cumplido": N_("cumplido"),
    "propuesta": N_("propuesta; no consta que se eligiera como compromiso del plan"),
}
WHO = {
    "gobierno": N_("Lo que dice el gobierno"),
    "evidencia": N_("Lo que muestran los documentos"),
    "dinero": N_("Lo que muestra el dinero"),
}
PLANS = {1: N_("primer"), 2: N_("segundo"), 3: N_("tercer")}


EVIDENCE = "evidencia"


def blocks(card: CommitmentCard) -> tuple[Block, ...]:
    """What documents show after the last known status stands first: it is how the commitment stands."""
    newer = [voice for voice in card.voices if voice.who == EVIDENCE and card.status_date and voice.date > card.status_date]
    others = [voice for voice in card.voices if voice not in newer]
    return (
        Heading(_("{titulo} ({clave}, {cual} plan de acción local)").format(titulo=card.title, clave=card.id, cual=_plan(card))),
        *([group("", [_voice(voice) for voice in newer])] if newer else []),
        group("", [Said(_status(card), "", card.sources, _("Estado"))]),
        *([group(_("Antes"), [Said(_standing(each), each.date, each.sources) for each in card.history])] if card.history else []),
        *([group(_("Lo que se dice de él"), [_voice(voice) for voice in others])] if others else []),
        *([group(_("Hitos"), [_milestone(milestone) for milestone in card.milestones])] if card.milestones else []),
    )


def details(card: CommitmentCard) -> tuple[Block, ...]:
    """What helps but can wait: the problem it answers and the remark of our own table."""
    return tuple(
        Paragraph(f"{name}: {full_stop(value)}")
        for name, value in ((_("Problema que atiende"), card.problem), (_("Nota"), card.note))
        if value
    )


def _status(card: CommitmentCard) -> str:
    status = _(STATUS.get(card.status_code, card.status or card.status_code))
    dated = _("{estado} (último dato: {fecha})").format(estado=status, fecha=long_date(card.status_date)) if card.status_date else status
    responsible = card.responsible or _("ningún documento publicado lo nombra")
    return _("{estado}. Responsable: {quien}").format(estado=dated, quien=responsible)


def _plan(card: CommitmentCard) -> str:
    return _(PLANS.get(card.plan, str(card.plan)))


def _standing(standing: Standing) -> str:
    return sentence_case(_(STATUS.get(standing.status_code, standing.status_code)))


def _voice(voice: Voice) -> Said:
    return Said(voice.says, voice.date, voice.sources, _(WHO.get(voice.who, sentence_case(voice.who))))


def _milestone(milestone: Milestone) -> Said:
    status = _(STATUS.get(milestone.status, milestone.status)) or _("sin estado publicado")
    return Said(f"{milestone.text.rstrip('.')} ({status})", "", milestone.sources)
