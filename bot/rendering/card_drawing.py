"""The share card on a sheet: a band with the name of the project, the question, the figure, its documents, the receipt."""

from __future__ import annotations

from collections.abc import Iterator

from matplotlib.patches import Rectangle

from bot.rendering.blocks import FigureLine
from bot.rendering.card import DOCUMENTS, Card
from bot.rendering.charts_paper import (
    BRAND,
    BRAND_NAME,
    INK,
    MARGIN,
    ONE_AT_A_TIME,
    PAPER,
    SMALL,
    SOFT,
    SUBTITLE,
    WIDTH,
    Piece,
    Ruler,
    Sheet,
    Type,
)

BAND = 1.05
MOTTO = "Dinero público de Zacatecas, con su documento"
LABEL, ONLY, AMONG = Type(18, colour=INK), Type(34, bold=True), Type(22, bold=True)
MOMENT, RECEIPT = Type(16, colour=SOFT), Type(18, bold=True, colour=BRAND)


def drawn(card: Card) -> bytes:
    with ONE_AT_A_TIME:
        return sheet(card).png(card.caption)


def sheet(card: Card) -> Sheet:
    ruler = Ruler()
    body, foot = list(_body(card, ruler)), list(_foot(card, ruler))
    heights = sum(piece.height for piece in body), sum(piece.height for piece in foot)
    paper = Sheet(max(WIDTH, BAND + 2 * MARGIN + heights[0] + MARGIN + heights[1]))
    top = paper.height - BAND
    paper.figure.add_artist(Rectangle((0, top / paper.height), 1, BAND / paper.height, color=BRAND))
    paper.text(BRAND_NAME, MARGIN, 0.5, Type(22, bold=True, colour=PAPER))
    paper.text(MOTTO, MARGIN, 0.83, Type(15, colour=PAPER))
    paper.write(body, BAND + MARGIN)
    paper.write(foot, paper.height - MARGIN - heights[1])
    return paper


def _body(card: Card, ruler: Ruler) -> Iterator[Piece]:
    yield _piece(card.question, SUBTITLE, ruler, 0.28)
    if card.title:
        yield _piece(card.title, LABEL, ruler, 0.04)
    if card.moment:
        yield _piece(card.moment, MOMENT, ruler, 0.14)
    for line in card.lines:
        yield from _figure(line, ruler, alone=len(card.lines) == 1)
    if card.more:
        counted = "una cifra más" if card.more == 1 else f"{card.more} cifras más"
        yield _piece(f"Y {counted} en la respuesta.", MOMENT, ruler)


def _figure(line: FigureLine, ruler: Ruler, *, alone: bool) -> Iterator[Piece]:
    beside = [" · ".join(filter(None, (line.exact, line.share, *(link.name for link in line.links[:DOCUMENTS]))))]
    beside += [line.remark[:1].upper() + line.remark[1:]]
    below = [_piece(text, SMALL, ruler) for text in beside if text]
    if line.name:
        yield _piece(line.name, MOMENT, ruler)
    yield _piece(line.rounded, ONLY if alone else AMONG, ruler)
    yield from below
    yield Piece([], SMALL, 0.14)


def _foot(card: Card, ruler: Ruler) -> Iterator[Piece]:
    for remark in card.remarks:
        yield _piece(remark, SMALL, ruler, 0.06)
    if card.documents:
        word = "Documento" if len(card.documents) == 1 else "Documentos"
        yield _piece(f"{word}: {'; '.join(link.name for link in card.documents)}.", SMALL, ruler)
    if len(card.documents) == 1:
        yield _piece(f"«{card.documents[0].title}»", SMALL, ruler)
    if card.receipt:
        yield Piece([], SMALL, 0.2)
        yield _piece(f"Recibo {card.receipt}", RECEIPT, ruler)


def _piece(text: str, type: Type, ruler: Ruler, after: float = 0.0) -> Piece:
    return Piece(ruler.wrapped(text, type, WIDTH - 2 * MARGIN), type, after)
