"""A figure per inhabitant, or in the pesos of another year, with the stored figure as its input."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.answering.asked import STATE
from bot.answering.derived import in_pesos_of, latest_prices, per_person
from bot.answering.periods import target_year as named_year
from bot.answering.shelves import Shelves
from bot.domain.answer import Figure, Role, Unit
from bot.domain.ledger import Series
from bot.domain.reading import Interpretation
from bot.language.folding import fold

# «a precios de 2018»: already in the pesos of one year
AT_CONSTANT_PRICES = re.compile(r"\ba precios (constantes|de (19|20)\d\d)\b")


def converted(figures: tuple[Figure, ...], reading: Interpretation, shelves: Shelves, today: date) -> tuple[Figure, ...]:
    """Per inhabitant or in pesos of another year, when asked; the stored figures stay as inputs. Empty when it cannot be worked out."""
    if reading.per == "habitante" and any(figure.unit is Unit.MXN_PER_PERSON for figure in figures):
        return tuple(figure for figure in figures if figure.unit is Unit.MXN_PER_PERSON)
    if reading.per == "habitante":
        owners = ((figure, shelves.ledger.fact(figure.fact_ids[0])) for figure in figures if figure.role is Role.ANSWER)
        done = [per_person(figure, who_pays(fact.series, shelves), shelves.ledger) for figure, fact in owners if fact]
    elif reading.per == "pesos_de_hoy":
        if any(AT_CONSTANT_PRICES.search(fold(figure.label)) for figure in figures):
            return figures
        year = target_year(figures, reading, shelves, today)
        done = [in_pesos_of(figure, year, shelves.ledger) for figure in figures if figure.role is Role.ANSWER] if year else []
    else:
        return figures
    return tuple(figure for group in done for figure in group)


PLACES = frozenset({"municipio", "estado", "pais"})


def who_pays(series: Series, shelves: Shelves) -> str:
    """The subject by whose people a figure is divided: that of its place; what a body or a loan of the state has is everybody's."""
    if series.subject.kind in PLACES:
        return series.subject.id
    return next((other.subject.id for other in shelves.ledger.series() if other.subject.clave == STATE), series.subject.id)


def target_year(figures: Sequence[Figure], reading: Interpretation, shelves: Shelves, today: date) -> int | None:
    """The year whose pesos are asked: a year named after that of the figure, else the last with a price index."""
    of_figure = {figure.period.end.year for figure in figures if figure.period}
    if named := named_year(reading):
        return named
    later = [year for year in reading.years if year not in of_figure and shelves.ledger.prices(year)]
    return max(later) if later else latest_prices(shelves.ledger, today)
