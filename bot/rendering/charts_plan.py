"""What a picture of an answer shows: which figures may stand in it together, and which never do.

A line goes only through figures of one concept, stage, unit and length of period, one year after the other: where a year has no
published figure, where claims rival each other or where a note says that something else is counted, it stops.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.domain.answer import Answer, Confidence, Figure, Found, Role, Unit, counts_something_else
from bot.domain.period import Period
from bot.domain.reading import Act
from bot.domain.stage import Stage

LEAST = 3
MOST_LINES = 4
MOST_ROWS = 20
NOTHING = "En esta respuesta no hay cifras que dibujar."
TOO_FEW = "No hay gráfica: hacen falta al menos tres cifras que se puedan comparar, y aquí hay {count}."
NOT_ALIKE = "No hay gráfica: las cifras son de distinta etapa, unidad o periodo y no se comparan entre sí."


@dataclass(frozen=True)
class NoPicture:
    """``reason`` is a sentence for the person who asked for one."""

    reason: str


@dataclass(frozen=True)
class Point:
    """A figure on a time line. ``rival``: another document says otherwise of the same time; ``apart``: its note says that it counts
    something its neighbours do not."""

    figure: Figure
    period: Period
    rival: bool
    apart: bool

    @property
    def alone(self) -> bool:
        """No line goes through it."""
        return self.rival or self.apart or self.doubtful

    @property
    def doubtful(self) -> bool:
        return self.figure.confidence is Confidence.LOW

    @property
    def at(self) -> float:
        """The middle of its period, in years: a figure of 2013 stands at 2013.5."""
        middle = self.period.start + (self.period.end - self.period.start) / 2
        return middle.year + (middle.timetuple().tm_yday - 0.5) / 366


@dataclass(frozen=True)
class Line:
    """Points of one concept, stage, unit and length of period, oldest first."""

    points: tuple[Point, ...]

    @property
    def runs(self) -> tuple[tuple[Point, ...], ...]:
        """Stretches that a line may join."""
        found: list[list[Point]] = [[self.points[0]]]
        for before, after in pairwise(self.points):
            if before.alone or after.alone or after.period.start.year - before.period.end.year > 1:
                found.append([])
            found[-1].append(after)
        return tuple(map(tuple, found))

    @property
    def missing(self) -> tuple[int, ...]:
        """Years between the first and the last without a published figure."""
        years = {year for point in self.points for year in point.period.years}
        return tuple(year for year in range(min(years), max(years)) if year not in years)


@dataclass(frozen=True)
class TimeChart:
    lines: tuple[Line, ...]
    left_out: int

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(point.figure for line in self.lines for point in line.points)


@dataclass(frozen=True)
class Row:
    """A bar, or one mark a claim where documents say different things of the same."""

    figures: tuple[Figure, ...]
    share: Figure | None = None


@dataclass(frozen=True)
class BarChart:
    """Figures of one stage, unit and period, in the order of the reply; ``total`` is the printed total of a breakdown."""

    rows: tuple[Row, ...]
    total: Figure | None
    left_out: int

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(figure for row in self.rows for figure in row.figures)


@dataclass(frozen=True)
class ClaimChart:
    """What different documents say of one thing in one year: marks side by side, never joined."""

    claims: tuple[Figure, ...]
    left_out: int

    @property
    def figures(self) -> tuple[Figure, ...]:
        return self.claims


Chart = TimeChart | BarChart | ClaimChart


def plan(answer: Answer) -> Chart | NoPicture:
    """The picture of an answer, without drawing it: a few microseconds, no drawing library."""
    figures = _asked(answer)
    if len(figures) < LEAST:
        return NoPicture(TOO_FEW.format(count=len(figures)) if figures else NOTHING)
    ways: list[Callable[[], Chart | None]] = [lambda: _claims(figures), lambda: _times(figures), lambda: _bars(answer, figures)]
    if answer.reading.act in (Act.BREAKDOWN, Act.RANKING):
        ways.reverse()
    elif answer.reading.act is Act.TREND:
        ways[:2] = ways[1::-1]  # rivals of one year are marks on the line of years, and not the picture
    return next((chart for way in ways if (chart := way())), NoPicture(NOT_ALIKE))


def _asked(answer: Answer) -> tuple[Figure, ...]:
    """What was asked and is published: the nearest of something missing would draw an answer that nobody has."""
    if not isinstance(answer, Found):
        return ()
    return tuple(figure for figure in answer.figures if figure.role is Role.ANSWER and figure.unit is not Unit.RANK)


def _times(figures: Sequence[Figure]) -> TimeChart | None:
    sorts = _sorted(figures, lambda f: (f.label, f.unit, f.stage, _length(f)) if f.period else None)
    main = max(sorts, key=_moments, default=())
    if _moments(main) < LEAST:
        return None
    beside = [sort for sort in sorts if sort is not main and sort[0].unit == main[0].unit]
    lines = tuple(_line(sort) for sort in (main, *beside[: MOST_LINES - 1]))
    return TimeChart(lines, len(figures) - sum(len(line.points) for line in lines))


def _line(sort: Sequence[Figure]) -> Line:
    dated = sorted(((f, f.period) for f in sort if f.period), key=lambda each: (each[1].start, each[1].end))
    rivals = [
        any(other is not f and other.amount != f.amount and time.overlaps(span.start, span.end) for other, time in dated)
        for f, span in dated
    ]
    return Line(tuple(Point(f, span, rival, counts_something_else(f.note)) for (f, span), rival in zip(dated, rivals, strict=True)))


def _bars(answer: Answer, figures: Sequence[Figure]) -> BarChart | None:
    sorts = _sorted(figures, lambda f: (f.unit, f.stage, f.period.label if f.period else ""))
    # of two stages with as many parts each, the one that has a name
    main = max(sorts, key=lambda sort: (len({f.label for f in sort}), sort[0].stage is not None), default=())
    same = _sorted(main, lambda f: f.label)
    if len(same) < LEAST:
        return None
    beside = [f for f in answer.figures if f.role is Role.CONTEXT] if isinstance(answer, Found) else []
    shares = {f.fact_ids: f for f in beside if f.unit is Unit.PERCENT and f.derived and f.fact_ids}
    totals = [f for f in beside if not f.derived and (f.unit, f.stage) == (main[0].unit, main[0].stage)]
    rows = tuple(Row(each, shares.get(each[0].fact_ids)) for each in same)
    return BarChart(rows, totals[0] if len(totals) == 1 else None, len(figures) - len(main))


def _claims(figures: Sequence[Figure]) -> ClaimChart | None:
    sorts = _sorted(figures, lambda f: (f.label, f.unit, f.stage, f.period.years) if f.period else None)
    main = max(sorts, key=len, default=())
    if len(main) < LEAST or len({f.amount for f in main}) < 2 or len(main) <= len(figures) / 2:
        return None
    return ClaimChart(main, len(figures) - len(main))


def _sorted(figures: Iterable[Figure], kind: Callable[[Figure], Hashable | None]) -> list[tuple[Figure, ...]]:
    """Figures of one kind together, in order; those without a kind are left out."""
    found: dict[Hashable, list[Figure]] = defaultdict(list)
    for figure in figures:
        if (key := kind(figure)) is not None:
            found[key].append(figure)
    return [tuple(each) for each in found.values()]


def _length(figure: Figure) -> int:
    """Months that an amount of money adds up over: the spending of a quarter never stands beside that of a year. What holds at a moment
    has none."""
    if figure.period is None or figure.stage is Stage.BALANCE or not figure.unit.is_money:
        return 0
    return max(1, round((figure.period.end - figure.period.start).days / 30.44))


def _moments(sort: Sequence[Figure]) -> int:
    return len({figure.period.label for figure in sort if figure.period})
