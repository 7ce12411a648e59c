"""What there is and what is missing, in words: for the page, for a message, for a terminal and for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bot.domain.coverage import Coverage, Gap, Kind, TopicCoverage
from bot.rendering.blocks import Button, Heading, Paragraph, Reply
from bot.rendering.figures import stage_name
from bot.rendering.grammar import counted, listed, sentence_case
from bot.rendering.understood import TOPICS

# A message names this many gaps of a topic; the page and the table have them all.
GAPS_TOLD = 2
NAMES_TOLD = 3
COLUMNS = ("tema", "cifra", "de", "etapa", "anio", "estado", "publica", "documento")


def title(topic: TopicCoverage) -> str:
    return sentence_case(TOPICS[topic.topic])


def years(found: Sequence[int]) -> str:
    """«2010, 2012 a 2016 y 2020»; two years in a row are told one by one."""
    runs: list[list[int]] = []
    for year in found:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return listed([said for run in runs for said in ([f"{run[0]} a {run[-1]}"] if len(run) > 2 else map(str, run))])


def summary(topic: TopicCoverage, last_year: int) -> str:
    """«158 cifras, de 1998 a 2025, en 60 documentos; además, 141 hechos.»"""
    past = [year for year, _ in topic.by_year if year <= last_year + 1]
    future = [year for year, _ in topic.by_year if year > last_year + 1]
    span = [f"de {past[0]} a {past[-1]}" if past[0] != past[-1] else f"de {past[0]}"] if past else []
    ahead = [f"con proyecciones hasta {future[-1]}"] if future else []
    papers = [f"en {counted(topic.documents, 'documento', 'documentos')}"]
    facts = f"; además, {counted(topic.statements, 'hecho', 'hechos')} (fechas, condiciones, avances)" if topic.statements else ""
    return ", ".join([counted(topic.figures, "cifra", "cifras"), *span, *ahead, *papers]) + facts + "."


def whole_summary(coverage: Coverage) -> str:
    figures, statements = sum(each.figures for each in coverage.topics), sum(each.statements for each in coverage.topics)
    return f"Hay {counted(figures, 'cifra', 'cifras')} y {counted(statements, 'hecho', 'hechos')} en {len(coverage.topics)} temas."


def whose(kind: Kind) -> str:
    """«estado de Zacatecas, Poder Judicial y 3 más», «58 municipios»."""
    places = [counted(kind.places, "municipio", "municipios")] if kind.places else []
    names = list(kind.whose)
    if len(names) > NAMES_TOLD:
        names = [*names[: NAMES_TOLD - 1], f"{len(names) - NAMES_TOLD + 1} más"]
    return listed([*places, *names])


def narrower(kind: Kind) -> str:
    """The names of its narrower kinds, as many as help to know it."""
    names = list(kind.narrower)
    return listed([*names[:NAMES_TOLD], f"{len(names) - NAMES_TOLD} más"] if len(names) > NAMES_TOLD else names)


def by_stage(kind: Kind) -> list[str]:
    """«aprobado: 2012 a 2014»; years alone where no document names a stage."""
    plain = len(kind.stages) == 1
    said = [
        f"{stage_name(each.stage) or 'sin etapa'}: {years(each.years)}" if each.stage or not plain else years(each.years)
        for each in kind.stages
    ]
    return [*said, *filter(None, [without_year(kind)])]


def without_year(kind: Kind) -> str:
    parts = [f"{kind.spans} de varios años juntos"] if kind.spans else []
    parts += [f"{kind.undated} sin fecha"] if kind.undated else []
    return listed(parts)


def lacking(gap: Gap, last_year: int) -> str:
    """«no están los años 2017 y 2019»; «de 2012 a 2025 no está ningún año»; «no aparecen las etapas devengado y pagado»."""
    parts = []
    if len(gap.missing_years) == last_year - gap.since + 1:
        parts.append(f"de {gap.since} a {last_year} no está ningún año")
    elif gap.missing_years:
        parts.append(f"{'no está el año' if len(gap.missing_years) == 1 else 'no están los años'} {years(gap.missing_years)}")
    if gap.missing_stages:
        names = listed([stage_name(stage) for stage in gap.missing_stages])
        parts.append(f"no aparece la etapa {names}" if len(gap.missing_stages) == 1 else f"no aparecen las etapas {names}")
    return "; ".join(parts)


def reply(coverage: Coverage) -> Reply:
    """For a message: each topic with what it lacks first, and a question of each as a button."""
    blocks: list[Heading | Paragraph] = [Paragraph(whole_summary(coverage))]
    for topic in coverage.topics:
        told = [f"Falta: {gap.what}, {lacking(gap, coverage.last_year)}." for gap in topic.gaps if not gap.complete]
        more = (
            [f"Y faltan otros {len(told) - GAPS_TOLD} datos."]
            if len(told) > GAPS_TOLD + 1
            else ["Y falta otro dato."]
            if len(told) > GAPS_TOLD
            else []
        )
        blocks += [Heading(title(topic)), Paragraph("\n".join([summary(topic, coverage.last_year), *told[:GAPS_TOLD], *more]))]
    first = [topic.examples[0] for topic in coverage.topics if topic.examples]
    return Reply("", tuple(blocks), (), tuple(Button(text, text) for text in first))


def text(coverage: Coverage) -> str:
    """For a terminal: every topic, kind and gap."""
    lines = [whole_summary(coverage)]
    for topic in coverage.topics:
        lines += ["", title(topic).upper(), summary(topic, coverage.last_year)]
        lines += [f"  {sentence_case(kind.concept.name)} ({whose(kind)}): {'; '.join(by_stage(kind))}" for kind in topic.kinds]
        lines += [
            f"  Falta: {gap.what}, {lacking(gap, coverage.last_year)}. Lo publica: {gap.publisher}. Documento: {gap.document}."
            for gap in topic.gaps
            if not gap.complete
        ]
        lines += [f"  Pregunta: {example}" for example in topic.examples]
    lines += [
        "",
        "PARA HACER CUENTAS",
        *(f"  {sentence_case(kind.concept.name)} ({whose(kind)}): {'; '.join(by_stage(kind))}" for kind in coverage.tools),
    ]
    return "\n".join(lines)


def rows(coverage: Coverage) -> Iterator[tuple[str, ...]]:
    """One row a topic, kind of figure, stage and year that there is; one a year or stage that there is not."""
    for topic in coverage.topics:
        for kind in topic.kinds:
            for each in kind.stages:
                yield from (
                    (topic.topic, kind.concept.name, whose(kind), each.stage or "", str(year), "hay", "", "") for year in each.years
                )
        for gap in topic.gaps:
            missing: Iterable[tuple[str, str]] = [
                *(("", str(year)) for year in gap.missing_years),
                *((stage, "") for stage in gap.missing_stages),
            ]
            yield from ((topic.topic, gap.what, "", stage, year, "falta", gap.publisher, gap.document) for stage, year in missing)


def as_object(coverage: Coverage) -> dict[str, Any]:
    return {
        "last_year": coverage.last_year,
        "topics": [
            {
                "topic": topic.topic.value,
                "figures": topic.figures,
                "statements": topic.statements,
                "documents": topic.documents,
                "by_year": {str(year): count for year, count in topic.by_year},
                "kinds": [_kind_object(kind) for kind in topic.kinds],
                "gaps": [_gap_object(gap) for gap in topic.gaps],
                "examples": list(topic.examples),
            }
            for topic in coverage.topics
        ],
        "tools": [_kind_object(kind) for kind in coverage.tools],
    }


def _kind_object(kind: Kind) -> dict[str, Any]:
    return {
        "concept": kind.concept.id,
        "name": kind.concept.name,
        "whose": list(kind.whose),
        "municipalities": kind.places,
        "figures": kind.figures,
        "stages": [{"stage": each.stage.value if each.stage else None, "years": list(each.years)} for each in kind.stages],
        "several_years": kind.spans,
        "undated": kind.undated,
    }


def _gap_object(gap: Gap) -> dict[str, Any]:
    return {
        "what": gap.what,
        "since": gap.since,
        "missing_years": list(gap.missing_years),
        "missing_stages": [stage.value for stage in gap.missing_stages],
        "publisher": gap.publisher,
        "document": gap.document,
    }
