"""Figures laid out in groups: what all share is said once, each line keeps what tells it apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from bot.domain.answer import Confidence, Figure
from bot.domain.stage import Stage
from bot.rendering.blocks import FigureGroup, FigureLine
from bot.rendering.dates import when
from bot.rendering.documents import links
from bot.rendering.grammar import sentence_case
from bot.rendering.numbers import adds_nothing, exact, rounded

LINES_A_GROUP = 15
REMARKS_UP_TO = 3

STAGE_NAMES = {
    Stage.DRAFT: "proyecto",
    Stage.COMMITTEE: "dictamen de comisión",
    Stage.CLAIM: "declaración pública",
    Stage.DISBURSED: "dispuesto",
}


def stage_name(stage: Stage | None) -> str:
    return STAGE_NAMES.get(stage, stage.value) if stage else ""


def groups(figures: Sequence[Figure]) -> tuple[FigureGroup, ...]:
    """One group a role, in order, at most fifteen lines each: a message must be able to hold a group whole."""
    found: list[FigureGroup] = []
    for _, same_role in groupby(figures, key=lambda figure: figure.role):
        run = list(same_role)
        found += [_group(run[i : i + LINES_A_GROUP], run) for i in range(0, len(run), LINES_A_GROUP)]
    return tuple(found)


def remarks(figures: Iterable[Figure]) -> tuple[str, ...]:
    """The remark of each figure with its name, for where the lines themselves are too many to carry them."""
    return tuple(dict.fromkeys(f"{sentence_case(f.label)}{_of_period(f)}: {f.note}" for f in figures if f.note))


def _group(part: Sequence[Figure], run: Sequence[Figure]) -> FigureGroup:
    label, stage, moment = _shared(run, _label), _shared(run, _stage), _shared(run, _when)
    shared_links = links(part[0].sources) if len({f.sources for f in part}) == 1 else ()
    return FigureGroup(
        title=label,
        moment=" · ".join(filter(None, (stage, moment))),
        lines=tuple(_line(f, (label, stage, moment), bool(shared_links), len(run)) for f in part),
        links=shared_links,
        role=part[0].role,
    )


def _line(figure: Figure, shared: tuple[str, str, str], linked: bool, of: int) -> FigureLine:
    short, long = rounded(figure.amount, figure.unit), exact(figure.amount, figure.unit)
    own = (_label(figure), _stage(figure), _when(figure))
    name = " · ".join(mine for mine, common in zip(own, shared, strict=True) if mine and not common) if of > 1 else ""
    return FigureLine(
        name=sentence_case(name),
        rounded=short,
        exact="" if adds_nothing(short, long) else long,
        remark=_remark(figure, of),
        links=() if linked else links(figure.sources),
        confidence=figure.confidence,
    )


def _remark(figure: Figure, of: int) -> str:
    said = [figure.note] if figure.note and of <= REMARKS_UP_TO else []
    if figure.confidence is Confidence.LOW:
        said.insert(0, "confianza baja")
    return ". ".join(said)


def _shared(figures: Sequence[Figure], name: Callable[[Figure], str]) -> str:
    values = {name(figure) for figure in figures}
    return values.pop() if len(values) == 1 else ""


def _label(figure: Figure) -> str:
    return sentence_case(figure.label)


def _stage(figure: Figure) -> str:
    return stage_name(figure.stage)


def _when(figure: Figure) -> str:
    return when(figure.period, figure.stage)


def _of_period(figure: Figure) -> str:
    return f" ({_when(figure)})" if figure.period else ""
