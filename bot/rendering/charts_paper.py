"""A sheet for a phone: 1080 dots wide, so that at 360 every letter is still at least 10 dots high.

Figures are drawn with matplotlib's Agg canvas, without pyplot: no windows and no state between two pictures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from threading import Lock

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

DOTS_AN_INCH = 150
WIDTH = 7.2
MARGIN = 0.32
PAPER, INK, SOFT, LINE, BRAND = "#ffffff", "#1d2529", "#4d5a60", "#d9d4c9", "#14595c"
# Okabe and Ito, «Color Universal Design» (2008): told apart with every common kind of colour blindness.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7")
SANS = "DejaVu Sans"
BRAND_NAME = "Ruta del Dinero"
# The library keeps fonts and caches that two threads must not fill at once.
ONE_AT_A_TIME = Lock()


@dataclass(frozen=True)
class Type:
    """Size in points and weight of a piece of text; ``leading`` is the height of a line, in inches."""

    size: float
    bold: bool = False
    colour: str = INK

    @property
    def leading(self) -> float:
        return self.size * 1.32 / 72

    @property
    def font(self) -> FontProperties:
        return FontProperties(family=SANS, size=self.size, weight="bold" if self.bold else "normal")


TITLE, SUBTITLE, NAME, VALUE, SMALL = Type(20, bold=True), Type(16, colour=SOFT), Type(16), Type(16, bold=True), Type(14.4, colour=SOFT)


class Ruler:
    """Measures text before there is a sheet."""

    def __init__(self) -> None:
        self._renderer = FigureCanvasAgg(Figure(dpi=DOTS_AN_INCH)).get_renderer()

    def width(self, text: str, type: Type) -> float:
        """In inches."""
        return float(self._renderer.get_text_width_height_descent(text, type.font, ismath=False)[0]) / DOTS_AN_INCH

    def wrapped(self, text: str, type: Type, width: float) -> list[str]:
        """Lines no wider than ``width`` inches; a word that is wider alone is cut."""
        lines: list[str] = []
        for paragraph in text.split("\n"):
            line = ""
            for word in paragraph.split():
                longer = f"{line} {word}".strip()
                if self.width(longer, type) <= width:
                    line = longer
                    continue
                if line:
                    lines.append(line)
                line = word
                while self.width(line, type) > width:
                    fits = next(n for n in range(len(line) - 1, 0, -1) if self.width(line[:n], type) <= width or n == 1)
                    lines.append(line[:fits])
                    line = line[fits:]
            lines.append(line)
        return lines


@dataclass(frozen=True)
class Piece:
    """A paragraph of the sheet, already cut into lines; ``after`` is the space under it, in inches."""

    lines: Sequence[str]
    type: Type
    after: float = 0.0

    @property
    def height(self) -> float:
        return len(self.lines) * self.type.leading + self.after


class Sheet:
    """A white sheet of a height in inches, measured from its top."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.figure = Figure(figsize=(WIDTH, height), dpi=DOTS_AN_INCH, facecolor=PAPER)
        self.canvas = FigureCanvasAgg(self.figure)

    def write(self, pieces: Sequence[Piece], top: float, *, left: float = MARGIN) -> float:
        """Paragraphs one under another from ``top``; returns where the next may begin."""
        for piece in pieces:
            for line in piece.lines:
                self.text(line, left, top + piece.type.leading * 0.78, piece.type)
                top += piece.type.leading
            top += piece.after
        return top

    def text(self, text: str, x: float, baseline: float, type: Type, *, align: str = "left") -> None:
        self.figure.text(
            x / WIDTH,
            1 - baseline / self.height,
            text,
            fontproperties=type.font,
            color=type.colour,
            ha=align,
            va="baseline",
            parse_math=False,
        )

    def axes(self, top: float, height: float, left: float, right: float) -> Axes:
        """An empty plot between two edges, in inches."""
        box = (left / WIDTH, 1 - (top + height) / self.height, (right - left) / WIDTH, height / self.height)
        return self.figure.add_axes(box)

    def png(self, caption: str) -> bytes:
        """The caption also travels inside the file, for programs that show it."""
        written = BytesIO()
        self.canvas.print_png(written, metadata={"Software": BRAND_NAME, "Description": caption})
        return written.getvalue()
