"""«¿Ha subido o ha bajado?»: the sentence that opens a line of figures, from its first moment to its last, or says why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from bot.domain.answer import Confidence, Figure, Found, Role, Unit
from bot.domain.reading import Act
from bot.domain.stage import Stage
from bot.rendering.composed import composed
from bot.rendering.dates import period
from bot.rendering.grammar import sentence_case
from bot.rendering.labels import factored
from bot.rendering.numbers import rounded
from bot.rendering.translation import _

OVER_TIME = frozenset({Act.TREND, Act.COMPARE})
# The years of one are another moment of the money than those of the next: nobody can say.
NOT_COMPARED = frozenset({"stages_not_compared", "one_moment"})
MOST_LINES = 2
# Days by which two years, or two terms of months, may differ in length.
SLACK = 45
# What passes both ends by less than this is no turn of the line.
TURN = Decimal("1.02")


@dataclass(frozen=True)
class _Moment:
    """What was published of one moment: one amount, or the least and the most of several versions."""

    figures: Sequence[Figure]

    @property
    def least(self) -> Decimal:
        return min(figure.amount for figure in self.figures)

    @property
    def most(self) -> Decimal:
        return max(figure.amount for figure in self.figures)

    def __str__(self) -> str:
        first = self.figures[0]
        when = period(first.period) if first.period else ""
        least, most = rounded(self.least, first.unit), rounded(self.most, first.unit)
        if least == most:
            return f"{least} ({when})"
        unit = most.removeprefix(most.split(" ")[0])
        return _("entre {menor} y {mayor} según quién lo diga ({fecha})").format(menor=least.removesuffix(unit), mayor=most, fecha=when)


def direction(answer: Found) -> str:
    """Whether each line of the answer rose or fell and between which amounts, one sentence a line; empty where nothing was asked over
    time or nothing stands at two moments."""
    if answer.reading.act not in OVER_TIME or any(note.id in NOT_COMPARED for note in answer.notes):
        return ""
    every = [line for line in _lines(answer.figures) if len(line) > 1]
    lines = [line for line in every if _of_one_length(line)]
    if answer.reading.act is Act.COMPARE:
        # «¿quién dejó más?»: versions of one year are no line
        lines = [line for line in lines if _year(line[0]) != _year(line[-1])]
    if every and not lines and answer.reading.act is Act.TREND:
        return _("Lo publicado son sumas de periodos de distinto largo, así que no se puede decir si subió o bajó.")
    if not 0 < len(lines) <= MOST_LINES:
        return ""
    if len(lines) == 1:
        return _told(lines[0])
    _beginning, names = factored([_label(line) for line in lines])
    return " ".join(sentence_case(f"{names[_label(line)]}: {_told(line)[:1].lower()}{_told(line)[1:]}") for line in lines)


def _lines(figures: Iterable[Figure]) -> list[list[_Moment]]:
    """The moments of each label, stage and unit, in the order of time; what nobody documented is no moment of a line that has others."""
    found: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        if figure.role is Role.ANSWER and figure.period:
            found.setdefault((figure.label, figure.stage, figure.unit), []).append(figure)
    sure = ([each for each in line if each.confidence is not Confidence.LOW] or line for line in found.values())
    return [_apart([list(same) for _when, same in groupby(sorted(line, key=_moment), key=_moment)]) for line in sure]


def _apart(dated: Iterable[list[Figure]]) -> list[_Moment]:
    """«16 de marzo de 2021» and «2021» are no two moments: what was said of the wider one tells of both."""
    apart: list[list[Figure]] = []
    for figures in dated:
        if apart and _holds(figures[0], apart[-1][0]):
            apart[-1] = [*figures, *apart[-1]]
        else:
            apart.append(figures)
    return [_Moment(figures) for figures in apart]


def _holds(wide: Figure, narrow: Figure) -> bool:
    return bool(wide.period and narrow.period and wide.period.start <= narrow.period.start and narrow.period.end <= wide.period.end)


def _moment(figure: Figure) -> tuple[str, str]:
    """Balances of one day are of one moment, however it was written: «junio de 2021», «30 de junio de 2021»."""
    if figure.period is None:
        return "", ""
    return figure.period.end.isoformat(), "" if figure.stage is Stage.BALANCE else figure.period.label


def _year(moment: _Moment) -> int:
    when = moment.figures[0].period
    return when.end.year if when else 0


def _of_one_length(line: Sequence[_Moment]) -> bool:
    """What was paid in five years does not compare with what was paid in four; a balance has no length, nor has what is paid a month."""
    first, last = line[0].figures[0], line[-1].figures[0]
    spans = [each.period for each in (first, last) if each.period and "/" in each.period.label]
    if first.unit is not Unit.MXN or first.stage is Stage.BALANCE or not spans:
        return True
    days = [(each.period.end - each.period.start).days for each in (first, last) if each.period]
    return max(days) - min(days) <= SLACK


def _told(line: Sequence[_Moment]) -> str:
    first, last = line[0], line[-1]
    said = {"desde": str(first), "hasta": str(last)}
    if last.least > first.most:
        return _("Subió de {desde} a {hasta}").format(**said) + _turn(line)
    if last.most < first.least:
        return _("Bajó de {desde} a {hasta}").format(**said) + _turn(line)
    if first.least == last.most and first.most == last.least:
        return _("Quedó igual: de {desde} a {hasta}").format(**said) + _turn(line)
    return _("Subió o bajó según la versión que se tome: de {desde} a {hasta}").format(**said) + _turn(line)


def _turn(line: Sequence[_Moment]) -> str:
    """Where the line went higher, or lower, than both its ends."""
    ends, between = (line[0], line[-1]), line[1:-1]
    top = max(between, key=lambda moment: moment.most, default=None)
    if top and top.least > max(end.most for end in ends) * TURN:
        return _("; lo más alto fueron {monto}.").format(monto=top)
    low = min(between, key=lambda moment: moment.least, default=None)
    if low and low.most * TURN < min(end.least for end in ends):
        return _("; lo más bajo fueron {monto}.").format(monto=low)
    return "."


def _label(line: Sequence[_Moment]) -> str:
    return sentence_case(composed(line[0].figures[0].label))
