"""«en gobierno, en desarrollo social o en desarrollo económico»: the classes of one thing that a question sets side by side."""

from __future__ import annotations

from itertools import pairwise

from bot.answering.search.candidates import Candidate
from bot.answering.search.shelves import Shelves
from bot.answering.search.side_by_side import BESIDE
from bot.domain.reading import Interpretation
from bot.language.folding import fold


def with_classes_beside(picked: list[Candidate], reading: Interpretation, shelves: Shelves) -> list[Candidate]:
    """The candidates, and where the only one is a class of something, its sisters that are typed beside it."""
    if len(picked) != 1 or not picked[0].series[0].counterpart:
        return picked
    own, typed = picked[0].series[0], fold(reading.asked)
    kin = [c for c in shelves.finder.rank(reading) if (c.series[0].subject, c.series[0].concept) == (own.subject, own.concept)]
    names = {fold(each.series[0].counterpart): each for each in kin}
    placed = sorted((typed.find(name), name) for name in names if name in typed)
    beside = {
        name for (at, one), (start, other) in pairwise(placed) if BESIDE.fullmatch(typed[at + len(one) : start]) for name in (one, other)
    }
    return [names[name] for name in names if name in beside] if fold(own.counterpart) in beside else picked
