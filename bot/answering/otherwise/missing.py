"""Understood, but not published: what is missing in words, what is nearest, and where to go on from there."""

from __future__ import annotations

from bot.answering.figures.labels import inside, of_name
from bot.answering.search.shelves import Shelves
from bot.domain.answer import Figure, Missing, Note
from bot.domain.reading import Interpretation
from bot.domain.vocabulary import Term


def missing(reading: Interpretation, shelves: Shelves, nearest: tuple[Figure, ...] = ()) -> Missing:
    """``nearest`` are figures of the same subject and concept, already with role ``nearest``."""
    notes = (Note("nearest_period"),) if nearest and reading.period else ()
    return Missing(reading, subject_of(reading, shelves, nearest), nearest, notes)


def subject_of(reading: Interpretation, shelves: Shelves, nearest: tuple[Figure, ...] = ()) -> str:
    """What is missing, as a person would say it: «presupuesto aprobado de la Secretaría de Salud, 2024»; where the question names no
    measure, that of the nearest figure."""
    if nearest and not reading.concepts and reading.period and reading.period.said:
        return f"{inside(nearest[0].label)}, {reading.period.said}"
    concept = next((shelves.concepts[c].name for c in reading.concepts if c in shelves.concepts), "ese dato")
    stage = f" {reading.stage}" if reading.stage and str(reading.stage) not in concept else ""
    names = [shelves.terms[clave] for clave in reading.entities if clave in shelves.terms]
    owners = " y ".join(of_name(term.article, _called(term)) for term in names if _called(term).lower() not in concept.lower())
    when = f", {reading.period.said}" if reading.period and reading.period.said else ""
    return f"{concept}{stage}{' ' + owners if owners else ''}{when}"


def _called(term: Term) -> str:
    """The short name where the article fits it too: «la Secretaría de Desarrollo Social», not «la Desarrollo Social»."""
    short = term.short or term.name
    return short if short.isupper() or short.split()[0] == term.name.split()[0] else term.name
