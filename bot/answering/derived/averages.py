"""«¿Cuál fue el promedio anual?»: the yearly amounts published, added and divided by how many years they are of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.answering.derived.arithmetic import to_centavos, written
from bot.answering.figures.choosing import figures_of
from bot.answering.figures.points import points_of
from bot.answering.search.selecting import meant
from bot.answering.search.shelves import Shelves
from bot.domain.answer import Figure, Found, Role, each_document_once
from bot.domain.ledger import Fact
from bot.domain.reading import Act, Interpretation
from bot.language.folding import words

YEARLY_MEAN = re.compile(
    r"\b(promedio|media) (anual|al ano|por ano|de cada ano)\b|\bpromedi\w+ anualmente\b"
    r"|\ben promedio\b.*\b(al|por|cada) ano\b|\b(al|por|cada) ano\b.*\ben promedio\b"
)
YEAR_LABEL = 4
"""Letters of the period of a whole year: «2018»."""


def asks_yearly_mean(reading: Interpretation) -> bool:
    return reading.per is None and bool(YEARLY_MEAN.search(" ".join(words(reading.asked))))


def yearly_mean(reading: Interpretation, shelves: Shelves) -> Found | None:
    """The mean of the published years of the asked span, at one stage, with the years as inputs. None of a balance, of fewer than two
    years, or where documents disagree on one of them."""
    line = replace(reading, act=Act.TREND)
    points = [fact for candidate in meant(line, shelves)[:1] for fact in points_of(candidate, line, shelves) if is_of_a_year(fact)]
    figures = sorted(figures_of(points, Role.INPUT), key=lambda figure: str(figure.period))
    if len(figures) < 2 or len({(figure.period, figure.unit, figure.label) for figure in figures}) < len(figures):
        return None
    result = mean(figures)
    return Found(reading, (result, *figures)) if result else None


def is_of_a_year(fact: Fact) -> bool:
    return fact.series.concept.flow == "flujo" and fact.period is not None and len(fact.period.label) == YEAR_LABEL


def mean(figures: Sequence[Figure]) -> Figure | None:
    """Of the figures of single years, oldest first, of one unit and stage; the years between that nobody published are told in the
    formula and do not count as zero."""
    periods = [figure.period for figure in figures if figure.period]
    if len(periods) < len(figures) or len({(figure.unit, figure.stage) for figure in figures}) != 1:
        return None
    first, last = figures[0], figures[-1]
    years = [period.start.year for period in periods]
    gaps = [str(year) for year in range(years[0], years[-1] + 1) if year not in years]
    unpublished = f"; sin cifra publicada de {', '.join(gaps)}" if gaps else ""
    amounts = [figure.amount for figure in figures]
    return replace(
        first,
        label=f"{first.label}, promedio anual",
        amount=to_centavos(sum(amounts, Decimal(0)) / len(amounts)),
        period=periods[0].until(periods[-1]),
        stage=last.stage,
        sources=each_document_once(source for figure in figures for source in figure.sources),
        role=Role.ANSWER,
        note="",
        fact_ids=tuple(id for figure in figures for id in figure.fact_ids),
        formula=f"({' + '.join(map(written, amounts))}) ÷ {len(amounts)} años publicados{unpublished}",
    )
