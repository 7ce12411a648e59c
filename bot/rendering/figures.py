"""Figures laid out in groups: what all share is said once, each line keeps what tells it apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.domain.answer import Confidence, Figure, Role, Unit, reads_as
from bot.domain.stage import Stage
from bot.rendering.blocks import FigureGroup, FigureLine, Link
from bot.rendering.composed import composed
from bot.rendering.dates import when, with_dates_said
from bot.rendering.documents import links
from bot.rendering.grammar import listed, sentence_case
from bot.rendering.labels import factored
from bot.rendering.numbers import exact_beside, rounded
from bot.rendering.translation import N_, _

LINES_A_GROUP = 15
REMARKS_UP_TO = 3
NO_STAGE = N_("etapa no publicada")
STAGE_NAMES = {
    Stage.APPROVED: N_("aprobado"),
    Stage.MODIFIED: N_("modificado"),
    Stage.COMMITTED: N_("comprometido"),
    Stage.ACCRUED: N_("devengado"),
    Stage.EXERCISED: N_("ejercido"),
    Stage.PAID: N_("pagado"),
    Stage.ESTIMATED: N_("estimado"),
    Stage.COLLECTED: N_("recaudado"),
    Stage.RECEIVED: N_("recibido"),
    Stage.REQUESTED: N_("solicitado"),
    Stage.AUTHORISED: N_("autorizado"),
    Stage.CONTRACTED: N_("contratado"),
    Stage.ANNOUNCED: N_("anunciado"),
    Stage.BALANCE: N_("saldo"),
    Stage.DRAFT: N_("proyecto"),
    Stage.COMMITTEE: N_("dictamen de comisión"),
    Stage.CLAIM: N_("declaración pública"),
    Stage.DISBURSED: N_("dispuesto"),
}


def stage_name(stage: Stage | None) -> str:
    return _(STAGE_NAMES[stage]) if stage else ""


def told_once(figures: Sequence[Figure]) -> list[Figure]:
    """Amounts of one thing, stage and period that differ by less than what is read of them are one line, with the documents of all."""
    told: list[Figure] = []
    for figure in figures:
        at = next((at for at, other in enumerate(told) if _reads_as(figure, other)), None)
        if at is None:
            told.append(figure)
        else:
            told[at] = replace(told[at], sources=tuple(dict.fromkeys((*told[at].sources, *figure.sources))))
    return told


def _reads_as(one: Figure, other: Figure) -> bool:
    alike = all(getattr(one, name) == getattr(other, name) for name in ("role", "label", "stage", "period", "unit"))
    return alike and (one.amount == other.amount or (one.unit.is_money and reads_as(one.amount, other.amount)))


def groups(figures: Sequence[Figure]) -> tuple[FigureGroup, ...]:
    """One group a role, or one a thing where several lines are of each thing, in order, at most fifteen lines each: a message must be able
    to hold a group whole. A share that was worked out from one of the figures stands on that figure's line."""
    shares = _shares(figures)
    shown = _shown(figures, shares)
    found: list[FigureGroup] = []
    for same in _alike(shown):
        run = _Run.of(same, shares)
        found += [run.group(run.figures[i : i + LINES_A_GROUP]) for i in range(0, len(run.figures), LINES_A_GROUP)]
    return tuple(found)


def _shown(figures: Sequence[Figure], shares: Mapping[tuple[str, ...], str]) -> list[Figure]:
    """Those with a line of their own, the dates of their notes as they are said."""
    own = (figure for figure in figures if not _is_share(figure) or figure.fact_ids not in shares)
    return [replace(figure, note=with_dates_said(figure.note)) if figure.note else figure for figure in own]


def remarks(figures: Sequence[Figure]) -> tuple[str, ...]:
    """Remarks with the names of their figures, of those groups that are too long to carry them on their lines."""
    found: list[str] = []
    shares = _shares(figures)
    shown = _shown(figures, shares)
    for same in _alike(shown):
        run = _Run.of(same, {})
        if len(run.figures) > REMARKS_UP_TO and not run.remark:
            named = Counter(run.of_whom(f) for f in run.figures)
            found += [f"{_told_apart(f, run, named)}: {sentence_case(f.note)}" for f in run.figures if f.note]
    return tuple(dict.fromkeys(found))


def _alike(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """The figures of each role; apart, where their labels have nothing in common and would be said again and again."""
    for _role, same_role in groupby(figures, key=lambda figure: figure.role):
        run = list(same_role)
        labels = list(dict.fromkeys(map(_label, run)))
        kinds = _kinds(labels) if 1 < len(labels) < len(run) and not factored(labels)[0] else [labels]
        yield from ([figure for figure in run if _label(figure) in kind] for kind in kinds)


def _kinds(labels: Sequence[str]) -> list[list[str]]:
    """Labels that begin alike, together."""
    kinds: list[list[str]] = []
    for label in labels:
        mates = next((kind for kind in kinds if factored([*kind, label])[0]), None)
        if mates is None:
            kinds.append([label])
        else:
            mates.append(label)
    return kinds


def _told_apart(figure: Figure, run: _Run, named: Mapping[str, int]) -> str:
    """Of claims about one moment, the amount tells which one the remark is about."""
    name = run.of_whom(figure)
    return f"{name}, {rounded(figure.amount, figure.unit)}" if named[name] > 1 else name


@dataclass(frozen=True)
class _Run:
    """Neighbouring figures of one role and what all of them share."""

    figures: Sequence[Figure]
    shares: Mapping[tuple[str, ...], str]
    label: str
    names: Mapping[str, str]
    stage: str
    when: str
    remark: str
    stages_differ: bool

    @classmethod
    def of(cls, figures: Sequence[Figure], shares: Mapping[tuple[str, ...], str]) -> _Run:
        several = len(figures) > 1
        stages = {figure.stage for figure in figures}
        labels = [_label(f) for f in figures]
        beginning, names = factored(labels)
        return cls(
            figures,
            shares,
            label=_common(labels) or beginning,
            names={} if _common(labels) else names,
            stage=_common([stage_name(f.stage) for f in figures]),
            when=_common([_when(f) for f in figures]),
            remark=_common([f.note for f in figures]) if several else "",
            stages_differ=len(stages) > 1,
        )

    def of_whom(self, figure: Figure) -> str:
        """The name of a line in a list of remarks: what tells it apart, and nothing that all lines share."""
        own = self.names.get(_label(figure), "") if not _same(self.figures) else ""
        when = "" if self.when and own else _when(figure)
        return sentence_case(" · ".join(filter(None, (own, when)))) or _label(figure)

    def group(self, part: Sequence[Figure]) -> FigureGroup:
        shared = _shared_links(part)
        return FigureGroup(
            title=self.label,
            moment=" · ".join(filter(None, ("" if says_stage(self.label, self.stage) else self.stage, self.when))),
            remark=self.remark,
            lines=tuple(self._line(told, () if shared else links(s for f in told for s in f.sources)) for told in self._told(part)),
            links=shared,
            role=part[0].role,
        )

    def _told(self, part: Sequence[Figure]) -> list[list[Figure]]:
        """What each line tells. One amount of one thing and moment at several stages is one line, which names them all."""
        if not self.stages_differ or not self.when or self.names:
            return [[figure] for figure in part]
        alike: dict[tuple[object, ...], list[Figure]] = {}
        for figure in part:
            alike.setdefault((figure.amount, figure.unit, figure.confidence is Confidence.LOW), []).append(figure)
        return [[f for f in figures if f.stage] + [f for f in figures if not f.stage] for figures in alike.values()]

    def _line(self, figures: Sequence[Figure], beside: tuple[Link, ...]) -> FigureLine:
        figure = figures[0]
        short = rounded(figure.amount, figure.unit)
        name = self._name(figure) if len(figures) == 1 else self._stages(figures)
        # a bare number on a line of its own reads like a slip
        alone = _("Son {cuantos}").format(cuantos=short) if figure.unit is Unit.COUNT and not name and figure.amount != 1 else short
        return FigureLine(
            name=name,
            rounded=alone,
            exact=exact_beside(figure.amount, figure.unit),
            share=self.shares.get(figure.fact_ids, ""),
            remark=". ".join(dict.fromkeys(remark for f in figures if (remark := self._remark(f)))).replace(".. ", ". "),
            links=beside,
            confidence=figure.confidence,
        )

    def _stages(self, figures: Sequence[Figure]) -> str:
        said = [stage_name(figure.stage) for figure in figures if figure.stage]
        return sentence_case(listed(said))

    def _name(self, figure: Figure) -> str:
        """What tells a line apart; an amount without a stage among others that have one says so."""
        if len(self.figures) == 1:
            return ""
        stage = stage_name(figure.stage) or (_(NO_STAGE) if self.stages_differ and figure.unit.is_money else "")
        said = self.stage or says_stage(_label(figure), stage)
        own = (self.names.get(_label(figure), ""), "" if said else stage, "" if self.when else _when(figure))
        return sentence_case(" · ".join(filter(None, own)))

    def _remark(self, figure: Figure) -> str:
        said = [_("confianza baja")] if figure.confidence is Confidence.LOW else []
        if figure.note and len(self.figures) <= REMARKS_UP_TO and not self.remark:
            said.append(sentence_case(figure.note) if said else figure.note)
        return ". ".join(said)


def says_stage(label: str, stage: str) -> bool:
    """«Saldo de la deuda» has said its stage: it is not said twice."""
    return bool(stage) and bool(re.search(rf"\b{re.escape(stage)}\b", label.lower()))


def _is_share(figure: Figure) -> bool:
    return figure.derived and figure.role is Role.CONTEXT and figure.unit is Unit.PERCENT


def _shares(figures: Sequence[Figure]) -> dict[tuple[str, ...], str]:
    """Shares by the facts of the figure they were worked out from, where that figure is shown too."""
    parts = {figure.fact_ids for figure in figures if figure.fact_ids and not _is_share(figure)}
    return {f.fact_ids: rounded(f.amount, f.unit) for f in figures if _is_share(f) and f.fact_ids in parts}


def _same(figures: Sequence[Figure]) -> bool:
    return len({_label(figure) for figure in figures}) == 1


def _shared_links(part: Sequence[Figure]) -> tuple[Link, ...]:
    """The documents, when all figures come from the same ones; places in them are told together."""
    if len({frozenset(source.document.id for source in figure.sources) for figure in part}) > 1:
        return ()
    return links(source for figure in part for source in figure.sources)


def _common(values: Sequence[str]) -> str:
    return values[0] if len(set(values)) == 1 else ""


def _label(figure: Figure) -> str:
    return sentence_case(composed(figure.label))


def _when(figure: Figure) -> str:
    return when(figure.period, figure.stage)
