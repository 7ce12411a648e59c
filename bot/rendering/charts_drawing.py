"""From a plan to a sheet: time lines, bars and rival claims."""

from __future__ import annotations

from math import ceil, floor, nan

from matplotlib.axes import Axes
from matplotlib.text import Annotation
from matplotlib.ticker import FuncFormatter, MaxNLocator
from matplotlib.transforms import Bbox

from bot.domain.answer import Confidence
from bot.rendering.charts_paper import (
    BRAND,
    BRAND_NAME,
    COLOURS,
    DOTS_AN_INCH,
    LINE,
    MARGIN,
    NAME,
    ONE_AT_A_TIME,
    PAPER,
    SMALL,
    SOFT,
    SUBTITLE,
    TITLE,
    VALUE,
    WIDTH,
    Piece,
    Ruler,
    Sheet,
    Type,
)
from bot.rendering.charts_plan import MOST_ROWS, BarChart, Chart, ClaimChart, Line, Point, Row, TimeChart
from bot.rendering.charts_words import Scale, Words, scale
from bot.rendering.numbers import rounded

PLOT_HEIGHT = 4.6
YEARS_NAMED = 8
BAR = 0.2
SPACE = 0.26
LABEL = Type(14.4, bold=True)
# dots between the middles of two marks that touch
TOUCHING = 28
MARKS = ("o", "^", "v", "P")
RIVAL, APART = "D", "s"
# what a bar of the picture stands for
TRACK, BAR_OF_AMOUNT = "track", "amount"


def drawn(chart: Chart, words: Words) -> bytes:
    """The picture as PNG."""
    with ONE_AT_A_TIME:
        return sheet(chart, words).png(words.caption)


def sheet(chart: Chart, words: Words) -> Sheet:
    """The sheet before it becomes a file; its axes hold what was drawn."""
    ruler, wide = Ruler(), WIDTH - 2 * MARGIN
    head = [
        Piece(ruler.wrapped(words.title, TITLE, wide), TITLE, 0.06),
        Piece(ruler.wrapped(words.subtitle, SUBTITLE, wide), SUBTITLE, 0.2),
    ]
    foot = [Piece(ruler.wrapped(remark, SMALL, wide), SMALL) for remark in words.remarks]
    foot += [Piece(ruler.wrapped(words.sources, SMALL, wide), SMALL, 0.1), Piece([BRAND_NAME], Type(14.4, bold=True, colour=BRAND))]
    body: _Time | _Rows = _Time(chart, words, ruler) if isinstance(chart, TimeChart) else _Rows(chart, words, ruler)
    top = MARGIN + sum(piece.height for piece in head)
    paper = Sheet(top + body.height + sum(piece.height for piece in foot) + 2 * MARGIN)
    paper.write(head, MARGIN)
    body.draw(paper, top)
    paper.write(foot, top + body.height + MARGIN)
    return paper


def trace(line: Line, measure: Scale) -> tuple[list[float], list[float]]:
    """What a line goes through, with NaN wherever it must stop."""
    xs: list[float] = []
    ys: list[float] = []
    for run in line.runs:
        xs += [*(point.at for point in run), nan]
        ys += [*(measure.of(point.figure.amount) for point in run), nan]
    return xs[:-1], ys[:-1]


class _Time:
    """Amounts against years; the scale begins at zero."""

    def __init__(self, chart: TimeChart, words: Words, ruler: Ruler) -> None:
        self._chart, self._scale = chart, scale(chart.figures)
        self._names = [Piece(ruler.wrapped(name, NAME, WIDTH - 2 * MARGIN - 0.35), NAME, 0.06) for name in words.names]
        self.height = PLOT_HEIGHT + sum(piece.height for piece in self._names) + 0.35

    def draw(self, paper: Sheet, top: float) -> None:
        for number, piece in enumerate(self._names):
            key = paper.axes(top, piece.type.leading, MARGIN, MARGIN + 0.25)
            key.plot([0.5], [0.5], MARKS[number], color=COLOURS[number], markersize=11)
            key.set(xlim=(0, 1), ylim=(0, 1))
            key.axis("off")
            top = paper.write([piece], top, left=MARGIN + 0.35)
        axes = paper.axes(top + 0.1, PLOT_HEIGHT - 0.15, MARGIN + 0.85, WIDTH - MARGIN)
        for number, line in enumerate(self._chart.lines):
            axes.plot(*trace(line, self._scale), color=COLOURS[number], linewidth=3, zorder=2)
            for point in line.points:
                _mark(axes, point, self._scale, number)
        self._frame(axes)
        paper.canvas.draw()
        for line in self._chart.lines:
            _name_points(axes, paper, line, self._scale)

    def _frame(self, axes: Axes) -> None:
        points = [point for line in self._chart.lines for point in line.points]
        first, last = floor(min(point.at for point in points)), ceil(max(point.at for point in points))
        years = range(first, max(last, first + 1))
        named = years[:: ceil(len(years) / YEARS_NAMED)]
        amounts = [self._scale.of(point.figure.amount) for point in points]
        low, high = min(0.0, *amounts), max(0.0, *amounts)
        axes.set_xlim(years[0] - 0.04 * len(years), years[-1] + 1 + 0.04 * len(years))
        axes.set_ylim(low * 1.15, high * 1.15 or 1)
        axes.set_xticks([year + 0.5 for year in named], [str(year) for year in named])
        axes.yaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 2.5, 5, 10]))
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.10g}"))
        axes.tick_params(length=0, labelsize=14.4, labelcolor=SOFT, pad=6, labelfontfamily=NAME.font.get_family()[0])
        axes.grid(axis="y", color=LINE, linewidth=1)
        axes.set_axisbelow(True)
        for side, spine in axes.spines.items():
            spine.set_visible(side == "bottom")
            spine.set_color(SOFT)
        if low < 0:
            axes.axhline(0, color=SOFT, linewidth=1)


def _mark(axes: Axes, point: Point, measure: Scale, number: int) -> None:
    shape = RIVAL if point.rival else APART if point.apart else MARKS[number]
    axes.plot(
        [point.at],
        [measure.of(point.figure.amount)],
        shape,
        color=COLOURS[number],
        markerfacecolor=PAPER if point.doubtful else COLOURS[number],
        markeredgewidth=2.5,
        markersize=10,
        zorder=3,
    )


def _name_points(axes: Axes, paper: Sheet, line: Line, measure: Scale) -> None:
    """The amounts beside their marks: highest, lowest, last, first, then those that still fit without touching another. Of marks that
    touch each other the highest is named above and the lowest below."""
    by_amount = sorted(line.points, key=lambda point: point.figure.amount)
    order = dict.fromkeys([by_amount[-1], by_amount[0], line.points[-1], line.points[0], *line.points])
    spots = {point: axes.transData.transform((point.at, measure.of(point.figure.amount))) for point in order}
    taken = [text.get_window_extent() for text in axes.texts]
    taken += [Bbox.from_bounds(x, y, 0, 0).padded(TOUCHING / 2) for x, y in spots.values()]
    for point in order:
        x, y = spots[point]
        beside = [other for other in spots.values() if abs(other[0] - x) < 2 * TOUCHING and 0 < abs(other[1] - y) < TOUCHING]
        for above in (True, False):
            if any((other[1] > y) == above for other in beside):
                continue
            label = _label(axes, paper, point, measure, above=above)
            box = label.get_window_extent()
            if not any(box.padded(-2).overlaps(other) for other in taken):
                taken.append(box)
                break
            label.remove()


def _label(axes: Axes, paper: Sheet, point: Point, measure: Scale, *, above: bool) -> Annotation:
    """Centred over or under its mark, moved inside where it would leave the plot."""
    label = axes.annotate(
        measure.written(point.figure.amount),
        (point.at, measure.of(point.figure.amount)),
        xytext=(0, 11 if above else -11),
        textcoords="offset points",
        ha="center",
        va="bottom" if above else "top",
        fontproperties=LABEL.font,
        color=LABEL.colour,
        parse_math=False,
    )
    box, edges = label.get_window_extent(paper.canvas.get_renderer()), axes.get_window_extent()
    beyond = max(0.0, box.x1 - edges.x1) or min(0.0, box.x0 - edges.x0)
    label.set_x(-beyond * 72 / DOTS_AN_INCH)
    return label


class _Rows:
    """A name and its amount, and under them a bar from zero, or one mark a claim: it reads like a list."""

    def __init__(self, chart: BarChart | ClaimChart, words: Words, ruler: Ruler) -> None:
        rows = chart.rows if isinstance(chart, BarChart) else [Row((claim,)) for claim in chart.claims]
        self._rows = rows[:MOST_ROWS]
        self._marks_only = isinstance(chart, ClaimChart)
        self._scale = scale(chart.figures)
        self._values = [self._written(row) for row in self._rows]
        self._pieces = [
            Piece(ruler.wrapped(name, NAME, WIDTH - 2 * MARGIN - ruler.width(value, VALUE) - 0.2), NAME)
            for name, value in zip(words.names, self._values, strict=False)
        ]
        self.height = sum(piece.height + BAR + SPACE for piece in self._pieces)

    def draw(self, paper: Sheet, top: float) -> None:
        axes = self._axes(paper, top)
        below = 0.0
        for row, piece, value in zip(self._rows, self._pieces, self._values, strict=True):
            paper.write([piece], top + below)
            paper.text(value, WIDTH - MARGIN, top + below + VALUE.leading * 0.78, VALUE, align="right")
            self._amounts(axes, row, below + piece.height + 0.04 + BAR / 2)
            below += piece.height + BAR + SPACE

    def _axes(self, paper: Sheet, top: float) -> Axes:
        amounts = [self._scale.of(figure.amount) for row in self._rows for figure in row.figures]
        axes = paper.axes(top, self.height, MARGIN, WIDTH - MARGIN)
        axes.axis("off")
        # a mark at the very end of its track would be cut in two
        room = 1.03 if any(self._as_marks(row) for row in self._rows) else 1.0
        axes.set(xlim=(min(0.0, *amounts), (max(0.0, *amounts) or 1.0) * room), ylim=(self.height, 0))
        return axes

    def _amounts(self, axes: Axes, row: Row, middle: float) -> None:
        left, right = axes.get_xlim()
        axes.barh(middle, right - left, BAR, left=left, color=LINE, alpha=0.35, gid=TRACK)
        for figure in row.figures:
            amount, doubtful = self._scale.of(figure.amount), figure.confidence is Confidence.LOW
            if self._as_marks(row):
                face = PAPER if doubtful else COLOURS[1]
                axes.plot([amount], [middle], RIVAL, color=COLOURS[1], markerfacecolor=face, markeredgewidth=2.5, markersize=10)
            else:
                face = PAPER if doubtful else COLOURS[0]
                axes.barh(middle, amount, BAR, color=face, edgecolor=COLOURS[0], linewidth=2, gid=BAR_OF_AMOUNT)

    def _as_marks(self, row: Row) -> bool:
        return self._marks_only or len(row.figures) > 1

    def _written(self, row: Row) -> str:
        amounts = " o ".join(self._scale.written(figure.amount) for figure in row.figures)
        return f"{amounts} · {rounded(row.share.amount, row.share.unit)}" if row.share else amounts
