"""«¿Cuántas veces cabe…?», «¿es el doble que…?», «¿cuánto es la mitad de…?»: how many times one published figure holds another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from bot.answering.asked.default_measures import DEFAULT_MEASURES
from bot.answering.derived.arithmetic import difference, to_centavos, written
from bot.answering.figures.amounts import amount
from bot.answering.figures.labels import inside
from bot.answering.search.index import content_words
from bot.answering.search.shelves import Shelves
from bot.domain.answer import Answer, Confidence, Figure, Found, Role, Unit, each_document_once
from bot.domain.period import AskedPeriod, Period
from bot.domain.reading import Act, Interpretation, Mention, Topic
from bot.language.folding import fold, word_set, words

# «cabe A en B», «veces A cabe en B», «veces más A que B», «A es el doble que B»
INTO = re.compile(r"\bcab(?:e|en|ía|ían|ia|ian|ría|rían|rian)\s+(?P<one>.+?)\s+(?:dentro\s+del?|en)\s+(?P<two>.+)", re.IGNORECASE)
FITS = re.compile(r"\bveces\s+(?P<one>.+?)\s+cab\w+\s+(?:dentro\s+del?|en)\s+(?P<two>.+)", re.IGNORECASE)
TIMES = re.compile(r"\b(?:cu[aá]ntas|qu[eé] tantas)\s+veces\b(?P<one>.+?)(?<!\blo)\s+que\s+(?P<two>.+)", re.IGNORECASE)
FACTOR = re.compile(
    r"^(?P<one>.+?)\b(?:el|del|al)\s+(?:doble|triple|cu[aá]druple)\b\s*(?:que|del?)?\s(?P<two>.+)", re.IGNORECASE | re.MULTILINE
)
HALF = re.compile(r"^(?P<one>.+?)\bla\s+mitad\s+(?:que|del?)\s(?P<two>.+)", re.IGNORECASE | re.MULTILINE)
MORE = re.compile(r"\bcu[aá]nt[oa]s?\s+(?:m[aá]s|menos)\b(?P<one>.+?)(?<!\blo)\s+que\s+(?P<two>.+)", re.IGNORECASE)
ASKED_OUTRIGHT = (INTO, FITS, TIMES)
# One of them is in whatever asks it.
COMPARING = ("cab", "veces", "doble", "triple", "cuadruple", "mitad")
# «la mitad de lo presupuestado», with the very word «cuánto»: one figure, and a part or a multiple of it
OF_ONE = re.compile(
    r"\bcuanto\s+(?:es|era|fue|seria|da|serian|vale|valdria|viene siendo)\s+(?P<article>el|la|una)\s+"
    r"(?P<what>doble|triple|cuadruple|mitad|tercera parte|cuarta parte|quinta parte|decima parte)\s+del?\b"
)
PARTS = {"mitad": 2, "tercera parte": 3, "cuarta parte": 4, "quinta parte": 5, "decima parte": 10}
MANIFOLD = {"doble": 2, "triple": 3, "cuadruple": 4}
PRINTED = {"decima parte": "décima parte", "cuadruple": "cuádruple"}
OF_THE_COMPARISON = word_set(
    "veces cabe caben cabia cabian cabria cabrian doble triple cuadruple mitad grande grandes mayor menor alto alta multiplico "
    "tercera cuarta quinta decima parte dentro"
)
THE_STATE = frozenset({"estado", "estatal", "gobierno"})
OWES = word_set("deuda deudas debe deben debia debian debiendo")
SHARED = (("concepto",), ("fondo", "capitulo"))
OWNERS = ("municipio", "institucion", "banco", "prestamo", "obra", "estado", "gobierno")


@dataclass(frozen=True)
class _Halves:
    one: Interpretation
    two: Interpretation
    outright: bool


def multiple(reading: Interpretation, shelves: Shelves, today: date) -> Found | None:
    """How many times the larger of two figures holds the smaller, with both; or a part or a multiple of one figure. None where the
    question asks neither; where the figures are not of one unit and stage, or documents disagree on one of them, nothing is divided."""
    if part := _of_one(reading, shelves, today):
        return part
    halves = _halves(reading)
    if halves is None:
        return None
    pair = _pair(halves, shelves, today)
    if pair is None:
        return _side_by_side(reading, halves, shelves, today) if halves.outright else None
    small, large = sorted(pair, key=lambda figure: figure.amount)
    times = _times(small, large)
    if halves.outright:
        return Found(reading, (times, *(replace(figure, role=Role.INPUT) for figure in pair)))
    return Found(reading, (*pair, replace(times, role=Role.CONTEXT)))


def set_apart(reading: Interpretation, found: Answer | None, shelves: Shelves, today: date) -> Answer | None:
    """«¿cuánto más vale el hotel que la deuda?», of which only one side was ``found``: the figures of both, and how much one passes the
    other where they are of one stage."""
    if reading.act is not Act.COMPARE or _compares(found) or (halves := _split(reading, MORE)) is None:
        return found
    if (pair := _pair(halves, shelves, today)) is None:
        return _side_by_side(reading, halves, shelves, today) or found
    small, large = sorted(pair, key=lambda figure: figure.amount)
    gap = difference(small, large, Role.ANSWER)[:1]
    return Found(reading, (*pair, *(replace(figure, label="Diferencia") for figure in gap)))


def _compares(found: Answer | None) -> bool:
    """Two figures, of which one is no other version of the same."""
    if not isinstance(found, Found) or any(note.id == "sources_disagree" for note in found.notes):
        return False
    return len([figure for figure in found.figures if figure.role is Role.ANSWER]) > 1


def _side_by_side(reading: Interpretation, halves: _Halves, shelves: Shelves, today: date) -> Found | None:
    """Both figures where they cannot be divided: a budget and a debt are not of one stage."""
    ones, twos = _answers(halves.one, shelves, today), _answers(halves.two, shelves, today)
    return Found(reading, (*ones, *twos)) if ones and twos and ones != twos else None


def _of_one(reading: Interpretation, shelves: Shelves, today: date) -> Found | None:
    said = OF_ONE.search(fold(reading.asked))
    if said is None:
        return None
    sure = _answers(_about(reading, reading.asked), shelves, today)
    if not sure:
        return None
    (figure, *_), what = sure, said["what"]
    by, sign = (PARTS[what], "÷") if what in PARTS else (MANIFOLD[what], "×")
    part = replace(
        figure,
        label=f"{figure.label}, {said['article']} {PRINTED.get(what, what)}",
        amount=to_centavos(figure.amount / by if what in PARTS else figure.amount * by),
        formula=f"{written(figure.amount)} {sign} {by}",
        note="",
    )
    return Found(reading, (part, replace(figure, role=Role.INPUT)))


def _halves(reading: Interpretation) -> _Halves | None:
    typed = fold(reading.asked)
    if not any(cue in typed for cue in COMPARING):
        return None
    return next((halves for pattern in (*ASKED_OUTRIGHT, FACTOR, HALF) if (halves := _split(reading, pattern))), None)


def _split(reading: Interpretation, pattern: re.Pattern[str]) -> _Halves | None:
    said = pattern.search(reading.asked.rstrip(" ?¿.!"))
    if said is None:
        return None
    one, two = (_half(reading, *said.span(name)) for name in ("one", "two"))
    one, two = _dated(one, reading), _dated(two, reading)
    return _Halves(_lent(one, two), _lent(two, one), pattern in ASKED_OUTRIGHT)


def _half(reading: Interpretation, start: int, end: int) -> Interpretation:
    text = reading.asked[start:end]
    half = replace(_about(reading, text), mentions=tuple(m for m in reading.mentions if start <= m.start and m.end <= end and m.said))
    if OWES & set(words(text)) and not half.concepts:
        return replace(half, topic=Topic.DEBT, measure=DEFAULT_MEASURES[Topic.DEBT])
    return half


def _about(reading: Interpretation, text: str) -> Interpretation:
    """The reading as an amount asked in these words alone."""
    said = tuple(word for word in content_words(text) if word not in OF_THE_COMPARISON)
    return replace(reading, act=Act.AMOUNT, asked=text, words=said, measure=None, amounts=(), more=(), limit=None, order=None)


def _dated(half: Interpretation, reading: Interpretation) -> Interpretation:
    """Of the year typed in this half, else of the one year of the whole question."""
    own = [year for year in reading.years if str(year) in half.asked]
    if len(reading.years) > 1 and len(own) == 1:
        (year,) = own
        return replace(half, period=AskedPeriod.of_year(year))
    return half


def _lent(to: Interpretation, other: Interpretation) -> Interpretation:
    """What only the other half names: «el presupuesto de 2025 … que el de 2013», «Fresnillo … que Apozol del FAIS». Its owner too, unless
    this half says that it is the state; what is measured not where it says that it owes («la deuda del estado»)."""
    kinds = [*([] if to.measure else SHARED), *([] if THE_STATE & set(words(to.asked)) else [OWNERS])]
    lent: list[Mention] = [mention for group in kinds if not to.of_kind(*group) for mention in other.of_kind(*group)]
    said = tuple(word for mention in lent for word in content_words(mention.said))
    measure = to.measure or (None if to.of_kind(*SHARED[0]) else other.measure)
    return replace(to, mentions=(*to.mentions, *lent), words=(*to.words, *said), measure=measure)


def _answers(reading: Interpretation, shelves: Shelves, today: date) -> Sequence[Figure]:
    """The figures of a half, the best founded first."""
    found = amount(reading, shelves, today)
    figures = [figure for figure in found.figures if figure.role is Role.ANSWER] if isinstance(found, Found) else []
    return sorted(figures, key=lambda figure: list(Confidence).index(figure.confidence))


def _pair(halves: _Halves, shelves: Shelves, today: date) -> tuple[Figure, Figure] | None:
    """One figure of each half, of one unit and stage, and of one period unless each half names its own."""
    ones, twos = _answers(halves.one, shelves, today), _answers(halves.two, shelves, today)
    dated = halves.one.period != halves.two.period
    fit = [(one, two) for one in ones for two in twos if one.unit is two.unit and _alike(one, two, dated)]
    best = next((pair for pair in fit if pair[0].stage is pair[1].stage), next(iter(fit), None))
    if best is None or not all(figure.amount > 0 for figure in best) or best[0] == best[1]:
        return None
    # what is told of another year is no rival claim
    of_then = [pair for pair in fit if pair[0].stage is best[0].stage and pair[0].period == best[0].period]
    rivals = [pair for pair in of_then if [f.confidence for f in pair] == [f.confidence for f in best]]
    return best if all(_close(one.amount, other.amount) for pair in rivals for one, other in zip(pair, best, strict=True)) else None


def _alike(one: Figure, two: Figure, dated: bool) -> bool:
    return (one.stage is two.stage or None in (one.stage, two.stage)) and (dated or one.period == two.period)


def _close(one: Decimal, other: Decimal) -> bool:
    """Rival claims that differ by less than one in a hundred give the same answer."""
    return abs(one - other) * 100 <= abs(other)


def _both(small: Figure, large: Figure) -> Period | None:
    """The period of both, or from the earlier to the later one."""
    if small.period is None or large.period is None or small.period == large.period:
        return small.period
    first, last = sorted((small.period, large.period), key=lambda period: period.end)
    return first.until(last)


def _times(small: Figure, large: Figure) -> Figure:
    return Figure(
        label=f"Veces que cabe: {inside(small.label)}",
        amount=to_centavos(large.amount / small.amount),
        unit=Unit.TIMES,
        period=_both(small, large),
        stage=large.stage,
        sources=each_document_once((*small.sources, *large.sources)),
        confidence=max((small.confidence, large.confidence), key=list(Confidence).index),
        fact_ids=(*small.fact_ids, *large.fact_ids),
        formula=f"{written(large.amount)} ÷ {written(small.amount)}",
    )
