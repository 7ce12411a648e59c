"""Things typed side by side, of which not all were published together: each is asked alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.answering.figures.labels import facts_behind
from bot.answering.search.shelves import Shelves
from bot.answering.search.side_by_side import naming_only, side_by_side, without_typed
from bot.domain.answer import Answer, Found, Missing, Note
from bot.domain.reading import Interpretation, Mention

Alone = Callable[[Interpretation], Answer | None]


def town_by_town(reading: Interpretation, shelves: Shelves, alone: Alone) -> Found | None:
    """«a Jerez, Guadalupe y Fresnillo en 2025», where the year was published of two of them: theirs, and the nearest of the other.
    ``alone`` answers one of them."""
    towns = reading.of_kind("municipio")
    asked = [replace(reading, mentions=tuple(m for m in reading.mentions if m is town or m not in towns)) for town in towns]
    return each_alone(reading, towns, [alone(one) for one in asked] if len(towns) > 1 else [], shelves)


def name_by_name(reading: Interpretation, shelves: Shelves, alone: Alone) -> Found | None:
    """«¿cuál perdió más en 2022, el Jobito o el Parador?», where that year was published of one of them."""
    names = side_by_side(reading)
    asked = [naming_only(without_typed(reading, names, name), name, names) for name in names]
    return each_alone(reading, names, [alone(one) for one in asked], shelves)


def each_alone(reading: Interpretation, names: Sequence[Mention], told: Sequence[Answer | None], shelves: Shelves) -> Found | None:
    """What is published of some of them, the nearest of the others, and of which there is nothing; None where nothing is of any. Where what
    was asked is measured of one of them, another measure is no answer of another."""
    answered = [each for each in told if isinstance(each, Found)]
    answered = [each for each in answered if measures(each, reading, shelves)] or answered
    if not answered:
        return None
    near = [figure for each in told if isinstance(each, Missing) for figure in each.nearest[:1]]
    silent = [one for one, each in zip(names, told, strict=True) if each not in answered and not getattr(each, "nearest", ())]
    called = [term.short or term.name if (term := shelves.terms.get(one.clave)) else one.said for one in silent]
    figures = (*(figure for each in answered for figure in each.figures), *near)
    notes = [note for each in answered for note in each.notes]
    notes += [Note("years_without", (("cuales", ", ".join(called)),))] if called else []
    return Found(reading, tuple(dict.fromkeys(figures)), notes=tuple(dict.fromkeys(notes)))


def measures(found: Found, reading: Interpretation, shelves: Shelves) -> bool:
    measured = {id for fact in facts_behind(found.figures, shelves.ledger) for id in (fact.series.concept.id, fact.series.concept.parent)}
    return not measured.isdisjoint(reading.concepts)
