"""The words in a picture and about it: title, unit, marks, sources, and the caption that says it to whoever does not see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from bot.domain.answer import Confidence, Figure, Source
from bot.domain.reading import Interpretation
from bot.domain.vocabulary import Knowledge
from bot.rendering.charts_plan import MOST_ROWS, BarChart, Chart, ClaimChart, Line, Row, TimeChart
from bot.rendering.coverage import years
from bot.rendering.dates import when
from bot.rendering.documents import links
from bot.rendering.figures import NO_STAGE, stage_name
from bot.rendering.grammar import listed, sentence_case
from bot.rendering.labels import factored
from bot.rendering.numbers import MILLION, MONEY_TAIL, UNIT_NAMES, grouped, rounded
from bot.rendering.understood import reading_line

DOCUMENTS_NAMED = 6
ROWS_TOLD = 6


@dataclass(frozen=True)
class Scale:
    """One measure for the whole picture: ``words`` names it («millones de pesos»), amounts are divided by ``divisor`` and written with
    at most ``places`` decimals."""

    divisor: Decimal
    words: str
    places: int

    def of(self, amount: Decimal) -> float:
        """Where the amount stands on paper; the only place where an amount may lose digits."""
        return float(amount / self.divisor)

    def written(self, amount: Decimal) -> str:
        return grouped((amount / self.divisor).quantize(Decimal(1).scaleb(-self.places), ROUND_HALF_UP))


def scale(figures: Sequence[Figure]) -> Scale:
    unit, largest = figures[0].unit, max(abs(figure.amount) for figure in figures)
    if not unit.is_money:
        return Scale(Decimal(1), UNIT_NAMES[unit], 2)
    tail = MONEY_TAIL.get(unit, "")
    if largest >= MILLION:
        return Scale(MILLION, f"millones de pesos{tail}", 1 if largest >= 10 * MILLION else 2)
    return Scale(Decimal(1), f"pesos{tail}", 0 if largest >= 1000 else 2)


@dataclass(frozen=True)
class Words:
    """``names`` holds one name a line of a time chart, a row or a claim, in order; empty where the title says it all."""

    title: str
    subtitle: str
    names: tuple[str, ...]
    remarks: tuple[str, ...]
    sources: str
    caption: str


def words(chart: Chart, reading: Interpretation, knowledge: Knowledge) -> Words:
    match chart:
        case TimeChart():
            return _of_time(chart, reading, knowledge)
        case BarChart():
            return _of_bars(chart, reading, knowledge)
        case ClaimChart():
            return _of_claims(chart)


def _of_time(chart: TimeChart, reading: Interpretation, knowledge: Knowledge) -> Words:
    firsts = [line.points[0].figure for line in chart.lines]
    label, own = _told_apart([figure.label for figure in firsts])
    title = label or sentence_case(reading_line(reading, knowledge))
    stages = [stage_name(figure.stage) or NO_STAGE for figure in firsts]
    shared = stages[0] if len(set(stages)) == 1 else ""
    names = [" · ".join(filter(None, (own[f.label], "" if shared else stage))) for f, stage in zip(firsts, stages, strict=True)]
    names = [name if names.count(name) == 1 else f"{name} · {_spans(line)}" for name, line in zip(names, chart.lines, strict=True)]
    alone = len(chart.lines) == 1
    subtitle = _joined(shared if firsts[0].stage else "", scale(chart.figures).words)
    told = [f"{f'{name}: ' if name and not alone else ''}{_extremes(line)}" for name, line in zip(names, chart.lines, strict=True)]
    missing = sorted({year for line in chart.lines for year in line.missing}) if alone else []
    gaps = [f"Sin cifra publicada de {years(missing)}."] if missing else []
    caption = " ".join([f"Gráfica en el tiempo: {_joined(title, shared if firsts[0].stage else '')}.", *told, *gaps])
    remarks = (*_marks(chart), *_left_out(chart.left_out))
    return Words(title, subtitle, () if alone else tuple(map(sentence_case, names)), remarks, _sources(chart.figures), caption)


def _of_bars(chart: BarChart, reading: Interpretation, knowledge: Knowledge) -> Words:
    label, own = _told_apart([row.figures[0].label for row in chart.rows])
    title = (sentence_case(chart.total.label) if chart.total else label) or sentence_case(reading_line(reading, knowledge))
    first = chart.figures[0]
    moment = _joined(stage_name(first.stage), when(first.period, first.stage))
    names = tuple(sentence_case(own[row.figures[0].label]) for row in chart.rows)
    total = f"Total: {rounded(chart.total.amount, chart.total.unit)}" if chart.total else ""
    told = [f"{name}: {_said(row)}" for name, row in zip(names, chart.rows, strict=True)]
    more = [f"{len(told) - ROWS_TOLD} más"] if len(told) > ROWS_TOLD else []
    caption = f"Gráfica de barras: {_joined(title, moment)}. {'; '.join([*told[:ROWS_TOLD], *more])}."
    hidden = len(chart.rows) - MOST_ROWS
    remarks = [f"Se dibujan {MOST_ROWS} de {len(chart.rows)}; la tabla los trae todos."] if hidden > 0 else []
    remarks += ["Rombos: documentos que dicen cifras distintas de lo mismo."] if any(len(row.figures) > 1 for row in chart.rows) else []
    remarks += ["Sin relleno: confianza baja."] if _doubtful(chart.figures) else []
    subtitle = _joined(moment, scale(chart.figures).words)
    return Words(
        title,
        f"{subtitle}\n{total}".strip(),
        names,
        (*remarks, *_left_out(chart.left_out)),
        _sources(chart.figures),
        f"{caption} {total}." if total else caption,
    )


def _of_claims(chart: ClaimChart) -> Words:
    first = chart.figures[0]
    title, time = sentence_case(first.label), years(sorted({year for f in chart.figures if f.period for year in f.period.years}))
    names = tuple(f"{each.note or links(each.sources)[0].name} · {when(each.period, each.stage)}" for each in chart.figures)
    told = [f"{rounded(f.amount, f.unit)} ({links(f.sources)[0].name})" for f in chart.figures]
    caption = f"Gráfica de lo que dice cada documento: {_joined(title, stage_name(first.stage), time)}. {listed(told)}."
    remarks = ["Los documentos no coinciden: cada rombo es una cifra publicada."]
    remarks += ["Sin relleno: confianza baja."] if _doubtful(chart.figures) else []
    subtitle = _joined(stage_name(first.stage), time, scale(chart.figures).words)
    return Words(title, subtitle, names, (*remarks, *_left_out(chart.left_out)), _sources(chart.figures), caption)


def _told_apart(labels: Sequence[str]) -> tuple[str, dict[str, str]]:
    """What all labels share, for the title, and what is left of each."""
    said = [sentence_case(label) for label in labels]
    if len(set(said)) == 1:
        return said[0], dict.fromkeys(labels, "")
    shared, rest = factored(said)
    return shared, {label: rest[sentence_case(label)] for label in labels}


def _said(row: Row) -> str:
    amounts = [rounded(figure.amount, figure.unit) for figure in row.figures]
    share = f" ({rounded(row.share.amount, row.share.unit)})" if row.share else ""
    return f"{' o '.join(amounts)}{share}"


def _extremes(line: Line) -> str:
    ordered = sorted((point.figure for point in line.points), key=lambda figure: figure.amount)
    low, high = ordered[0], ordered[-1]
    if low.amount == high.amount:
        return f"{rounded(low.amount, low.unit)} en todas las fechas."
    return f"La cifra más baja es {_dated(low)} y la más alta {_dated(high)}, entre {len(ordered)} publicadas."


def _dated(figure: Figure) -> str:
    return f"{rounded(figure.amount, figure.unit)} ({when(figure.period, figure.stage)})"


def _marks(chart: TimeChart) -> list[str]:
    """What the marks mean, of those that the picture holds."""
    points = [point for line in chart.lines for point in line.points]
    joined = any(len(run) > 1 for line in chart.lines for run in line.runs)
    gaps = "La línea se corta donde no hay cifra publicada." if joined else "Sin línea: no hay cifras de años seguidos que se puedan unir."
    said = [gaps] if any(line.missing for line in chart.lines) else []
    said += ["Rombos: cifras de un mismo tiempo que no coinciden."] if any(point.rival for point in points) else []
    said += ["Cuadros: incluyen algo que las demás no, según su nota."] if any(point.apart for point in points) else []
    said += ["Sin relleno: confianza baja."] if _doubtful(chart.figures) else []
    return said


def _doubtful(figures: Iterable[Figure]) -> bool:
    return any(figure.confidence is Confidence.LOW for figure in figures)


def _left_out(count: int) -> list[str]:
    if not count:
        return []
    return [
        "Otra cifra no se dibuja: es de otra etapa, unidad o periodo."
        if count == 1
        else f"Otras {count} cifras no se dibujan: son de otra etapa, unidad o periodo."
    ]


def _spans(line: Line) -> str:
    days = (line.points[0].period.end - line.points[0].period.start).days + 1
    return "por año" if days > 360 else "por mes" if days <= 31 else "por varios meses"


def _sources(figures: Sequence[Figure]) -> str:
    """«Documentos: Pórtico, 16 ene 2014; …»; the reply lists them all."""
    named = list(dict.fromkeys(link.name for link in links(_all(figures))))
    more = [f"y {len(named) - DOCUMENTS_NAMED} más, en la respuesta"] if len(named) > DOCUMENTS_NAMED else []
    return f"{'Documento' if len(named) == 1 else 'Documentos'}: {'; '.join([*named[:DOCUMENTS_NAMED], *more])}."


def _all(figures: Iterable[Figure]) -> Iterable[Source]:
    return (source for figure in figures for source in figure.sources)


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))
