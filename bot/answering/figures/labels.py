"""Facts of the ledger as figures of a reply, and back: labels that read well, and the documents kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.answer import Figure, Role
from bot.domain.ledger import Fact, Ledger, Series, Subject


def of(subject: Subject) -> str:
    return of_name(subject.article, subject.name)


def of_name(article: str, name: str) -> str:
    """«del ISSSTEZAC», «de la UAZ», «de Fresnillo»."""
    if article == "el":
        return f"del {name}"
    return f"de {article} {name}" if article else f"de {name}"


OWED_TO = "adeudo con "


def owned(concept: str, whose: str) -> str:
    """«presupuesto de la UAZ»; who owes is said before to whom, «adeudo del Cobaez con el ISSSTEZAC», and help is given to somebody, «apoyo
    público anual al equipo»."""
    if concept.startswith(OWED_TO):
        return f"adeudo {whose} con {concept.removeprefix(OWED_TO)}"
    if concept.startswith("apoyo ") and " a " not in concept:
        return f"{concept} {whose.replace('del ', 'al ', 1) if whose.startswith('del ') else whose.replace('de ', 'a ', 1)}"
    return f"{concept} {whose}"


def label_of(series: Series) -> str:
    """What a series measures, whose it is and for what: «saldo de la deuda de largo plazo del Estado de Zacatecas»."""
    concept = series.concept.name
    label = concept if series.subject.name.lower() in concept.lower() else owned(concept, of(series.subject))
    if series.counterpart and series.counterpart.lower() not in label.lower():
        label = f"{label}: {series.counterpart}"
    return first_upper(label)


def first_upper(text: str) -> str:
    """«FAIS municipal» stays, «presupuesto» begins the label."""
    return text[:1].upper() + text[1:]


def inside(label: str) -> str:
    """The label within a sentence: «impuesto predial de Mazapil», «FAIS municipal de Jerez»."""
    return label if label[:2].isupper() else f"{label[:1].lower()}{label[1:]}"


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


def facts_behind(figures: Iterable[Figure], ledger: Ledger) -> list[Fact]:
    """The stored facts of these figures, in their order; of our own arithmetic, those that it was worked out from, where it names them."""
    return [fact for figure in figures for id in figure.fact_ids if (fact := ledger.fact(id))]


# What our tables write where a spelling names no stage: the reply already says which stages it knows.
SAYS_NOTHING = frozenset({"adeudo", "la fuente no nombra etapa", "la estadística no nombra el momento contable"})


def note_of(fact: Fact, label: str) -> str:
    """What the document adds, as sentences; a spelling that the label already says, or that says nothing, is left out."""
    spelling = "" if fact.stage_note in SAYS_NOTHING or fact.stage_note.lower() in label.lower() else fact.stage_note
    parts = [part.strip().rstrip(".;") for part in (spelling, fact.note) if part.strip()]
    return ". ".join(first_upper(part) for part in parts) if len(parts) > 1 else (fact.note or spelling)


def with_role(figures: Iterable[Figure], role: Role) -> tuple[Figure, ...]:
    return tuple(replace(figure, role=role) for figure in figures)
