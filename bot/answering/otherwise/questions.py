"""Questions written by the program: about a series, as a person would ask for it, so that the assistant reads them back."""

from __future__ import annotations

from bot.answering.figures.labels import of, owned
from bot.domain.answer import Unit
from bot.domain.ledger import Series, Subject
from bot.domain.stage import Stage
from bot.domain.vocabulary import Term

# Stages that are said as a participle: «presupuesto aprobado», «participaciones pagadas».
SAID = frozenset(
    {
        Stage.APPROVED,
        Stage.MODIFIED,
        Stage.COMMITTED,
        Stage.ACCRUED,
        Stage.EXERCISED,
        Stage.PAID,
        Stage.COLLECTED,
        Stage.RECEIVED,
        Stage.ESTIMATED,
    }
)
_COUNTED = frozenset({Unit.PEOPLE, Unit.COUNT})
# Beyond this a button is cut on a phone.
LONGEST = 84


def how_much(
    series: Series, unit: Unit, *, year: int | None = None, stage: Stage | None = None, per_person: bool = False, part: str = ""
) -> str:
    """«¿De cuánto fue el presupuesto aprobado del INCUFIDEZ en 2021?»"""
    if unit in _COUNTED and series.concept.article in ("los", "las"):
        counted = "Cuántos" if series.concept.article == "los" else "Cuántas"
        return f"¿{counted} {_name(series)}{whose(series)} hubo{_when(series, year)}?"
    if unit is Unit.PEOPLE and series.concept.article == "la":
        return f"¿Cuánta {_name(series)}{whose(series)} había{_when(series, year)}?"
    opening = "De cuánto" if unit.is_money else "Cuál"
    verb = "fueron" if series.concept.article in ("los", "las") else "fue"
    each = " por habitante" if per_person else ""
    return f"¿{opening} {verb} {thing(series, stage)}{f' ({part})' if part else ''}{each}{_when(series, year)}?"


def how_it_went(series: Series) -> str:
    verb = "han" if series.concept.article in ("los", "las") else "ha"
    return f"¿Cómo {verb} cambiado {thing(series)}?"


def its_parts(series: Series, year: int | None) -> str:
    """A balance stands divided; a flow was shared out."""
    one, many = ("divide", "dividen") if series.concept.flow == "saldo" else ("repartió", "repartieron")
    verb = many if series.concept.article in ("los", "las") else one
    return f"¿Cómo se {verb} {thing(series)}{_when(series, year)}?"


def its_document(series: Series, year: int | None) -> str:
    verb = "fueron" if series.concept.article in ("los", "las") else "fue"
    return f"¿Qué documento dice de cuánto {verb} {thing(series)}{_when(series, year)}?"


def which_municipality(series: Series, year: int | None) -> str:
    return f"¿Qué municipio tuvo más {_name(series)}{_when(series, year)}?"


def standing_of(commitment: Term) -> str:
    """«¿En qué va el compromiso de las ventanillas únicas?»"""
    if commitment.short.startswith(("compromiso", "propuesta")):
        return f"¿En qué va {commitment.article} {commitment.short}?"
    owner = "del" if commitment.article == "el" else f"de {commitment.article}".strip()
    return f"¿En qué va el compromiso {owner} {commitment.short}?"


def thing(series: Series, stage: Stage | None = None) -> str:
    """«el presupuesto aprobado del INCUFIDEZ»."""
    article = f"{series.concept.article} " if series.concept.article else ""
    said = f" {_agreeing(stage, series.concept.article)}" if stage in SAID and stage and stage.value not in series.concept.name else ""
    name, owner = f"{_name(series)}{said}", whose(series).strip()
    return f"{article}{owned(name, owner) if owner else name}"


def _name(series: Series) -> str:
    """«FAIS de Pinos», not «FAIS municipal de Pinos»."""
    name = series.concept.name
    return name.removesuffix(" municipales").removesuffix(" municipal") if series.subject.kind == "municipio" else name


def whose(series: Series) -> str:
    """Nothing for what the concept already names, nor for the whole country: «gasto federalizado nacional de México» says it twice."""
    subject: Subject = series.subject
    if subject.kind == "pais" or subject.name.lower() in series.concept.name.lower():
        return ""
    if subject.kind == "estado":
        return " del estado"
    # «Tabasco», «Morelos» and «Guadalupe» are also names of other places.
    if subject.kind == "municipio":
        return f" del municipio de {subject.name.removeprefix('municipio de ')}"
    return f" {of(subject)}"


def _when(series: Series, year: int | None) -> str:
    return f" en {year}" if year and str(year) not in f"{series.concept.name} {series.subject.name}" else ""


def _agreeing(stage: Stage, article: str) -> str:
    root = stage.value.removesuffix("o")
    return root + {"la": "a", "las": "as", "los": "os"}.get(article, "o")
