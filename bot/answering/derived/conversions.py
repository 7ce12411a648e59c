"""A figure per inhabitant, or in the pesos of another year, with the stored figure as its input."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answering.asked.periods import YEARS
from bot.answering.asked.periods import target_year as named_year
from bot.answering.asked.slots import STATE, concepts_asked, names_asked
from bot.answering.derived.arithmetic import in_pesos_of, latest_prices, per_person
from bot.answering.search.shelves import Shelves
from bot.domain.answer import Figure, Found, Note, Role, Unit
from bot.domain.ledger import Series
from bot.domain.period import Period
from bot.domain.reading import Act, Interpretation
from bot.language.folding import fold, words

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


def left_as_stored(found: Found, reading: Interpretation) -> bool:
    """Amounts were asked per person or in other pesos, and none of those told is: as they stand they do not answer."""
    told = [figure for figure in found.figures if figure.role is Role.ANSWER and figure.unit.is_money]
    if not told or reading.per is None or any(figure.unit is Unit.MXN_PER_PERSON for figure in found.figures):
        return False
    return not any("en pesos de" in figure.label or AT_CONSTANT_PRICES.search(fold(figure.label)) for figure in told)


PLACES = frozenset({"municipio", "estado", "pais"})


def who_pays(series: Series, shelves: Shelves) -> str:
    """The subject by whose people a figure is divided: that of its place; what a body or a loan of the state has is everybody's."""
    if series.subject.kind in PLACES:
        return series.subject.id
    return next((other.subject.id for other in shelves.ledger.series() if other.subject.clave == STATE), series.subject.id)


def typed_in_pesos_of(reading: Interpretation, shelves: Shelves, today: date) -> Found | None:
    """«¿a cuánto equivalen mil pesos de 2012 en pesos de 2025?»: an amount that no document prints, by the yearly means of the INPC. None
    where anything is named or measured: then the figure asked is somebody's."""
    if reading.per != "pesos_de_hoy" or len(reading.amounts) != 1 or reading.concepts or names_asked(reading):
        return None
    target = named_year(reading) or latest_prices(shelves.ledger, today)
    years = [year for word in words(reading.asked) if word.isdigit() and (year := int(word)) in YEARS and year != target]
    prices = shelves.ledger.prices(years[0]) if len(years) == 1 else None
    if prices is None or target is None or any(fact.unit.is_money for fact in shelves.descriptors.of_amounts(reading.amounts)):
        return None
    typed = Figure("La cantidad escrita", reading.amounts[0], Unit.MXN, Period.parse(str(years[0])), None, (prices.source,))
    figures = in_pesos_of(typed, target, shelves.ledger)
    notes = (Note("real_terms_formula", (("formula", figures[0].formula or ""),)),) if figures else ()
    return Found(reading, figures, notes=notes) if figures else None


PRICE_INDEX = "inpc"


def with_months_of_prices(reading: Interpretation) -> Interpretation:
    """«¿cuánto subieron los precios de diciembre de 2022 a diciembre de 2023?»: the index of those very months."""
    period = reading.period
    indexes = [m for m in reading.of_kind("concepto") if m.clave.startswith(PRICE_INDEX)]
    if not is_of_prices(reading) or reading.per or period is None or period.start is None or period.end is None:
        return reading
    if (period.start.month, period.end.month) == (1, 12) and period.start.day == 1:
        return reading
    monthly = tuple(replace(m, clave=PRICES_OF_MONTHS) if m in indexes else m for m in reading.mentions)
    return replace(reading, mentions=monthly, measure=PRICES_OF_MONTHS, act=Act.COMPARE if len(period.years) > 1 else reading.act)


PRICES_OF_MONTHS = "inpc-mensual"


def is_of_prices(reading: Interpretation) -> bool:
    return any(concept.startswith(PRICE_INDEX) for concept in concepts_asked(reading))


def target_year(figures: Sequence[Figure], reading: Interpretation, shelves: Shelves, today: date) -> int | None:
    """The year whose pesos are asked: a year named after that of the figure, else the last with a price index."""
    of_figure = {figure.period.end.year for figure in figures if figure.period}
    if named := named_year(reading):
        return named
    later = [year for year in reading.years if year > max(of_figure, default=0) and shelves.ledger.prices(year)]
    return max(later) if later else latest_prices(shelves.ledger, today)
