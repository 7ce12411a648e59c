"""Facts of the ledger as figures of a reply: labels that read well, and the documents kept."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.answer import Figure, Role
from bot.domain.ledger import Fact, Series, Subject


def of(subject: Subject) -> str:
    """«del ISSSTEZAC», «de la UAZ», «de Fresnillo»."""
    if subject.article == "el":
        return f"del {subject.name}"
    return f"de {subject.article} {subject.name}" if subject.article else f"de {subject.name}"


def label_of(series: Series) -> str:
    """What a series measures, whose it is and for what: «saldo de la deuda de largo plazo del Estado de Zacatecas»."""
    concept = series.concept.name
    label = concept if series.subject.name.lower() in concept.lower() else f"{concept} {of(series.subject)}"
    if series.counterpart and series.counterpart.lower() not in label.lower():
        label = f"{label}: {series.counterpart}"
    return first_upper(label)


def first_upper(text: str) -> str:
    """«FAIS municipal» stays, «presupuesto» begins the label."""
    return text[:1].upper() + text[1:]


def figure_of(fact: Fact, role: Role = Role.ANSWER) -> Figure:
    """One stored fact as a figure; its note keeps what the published spelling of the stage said beyond the stage."""
    label = label_of(fact.series)
    return Figure(
        label=label,
        amount=fact.amount,
        unit=fact.unit,
        period=fact.period,
        stage=fact.stage,
        sources=(fact.source, *fact.also),
        confidence=fact.confidence,
        role=role,
        note=note_of(fact, label),
        fact_ids=(fact.id,),
    )


# What our tables write where a spelling names no stage: the reply already says which stages it knows.
SAYS_NOTHING = frozenset({"adeudo", "la fuente no nombra etapa", "la estadística no nombra el momento contable"})


def note_of(fact: Fact, label: str) -> str:
    """What the document adds, as sentences; a spelling that the label already says, or that says nothing, is left out."""
    spelling = "" if fact.stage_note in SAYS_NOTHING or fact.stage_note.lower() in label.lower() else fact.stage_note
    parts = [part.strip().rstrip(".;") for part in (spelling, fact.note) if part.strip()]
    return ". ".join(first_upper(part) for part in parts) if len(parts) > 1 else (fact.note or spelling)


def as_role(figure: Figure, role: Role) -> Figure:
    return replace(figure, role=role)
