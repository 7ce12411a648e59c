"""What can be wrong with the figures that staff expect although each row is well written."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.stage import Stage
from bot.errors import Problem
from bot.knowledge.reading import Reading
from bot.knowledge.rows import Cells
from bot.knowledge.staff_files import QUESTIONS

MUNICIPALITIES = "municipios"


def problems(reading: Reading) -> Iterator[Problem]:
    concepts = {term.clave for term, _ in reading.terms if term.kind == "concepto"}
    names = {term.clave for term, _ in reading.terms if term.kind != "concepto"} | {MUNICIPALITIES}
    questions = {text.clave for text, _ in reading.faq if text.published} | {""}
    # a question file that could not be read has lost its questions: that file is to be mended, not this one
    lost = any(f"/{QUESTIONS}/" in problem.file for problem in reading.problems)
    first: dict[tuple[str, str, str], Cells] = {}
    for figure, row in reading.expected:
        if figure.concept not in concepts:
            yield row.problem("concepto", f"no conozco «{figure.concept}»", "Las claves están en vocabulario/conceptos.yaml")
        if figure.subject not in names:
            fix = "Usa la clave de una institución, «zacatecas» (el estado) o «municipios» (todos)"
            yield row.problem("de", f"no conozco «{figure.subject}»", fix)
        if figure.faq not in questions and not lost:
            yield row.problem("pregunta", f"no conozco «{figure.faq}»", "Usa la clave de una pregunta publicada")
        for stage in figure.stages:
            if stage not in tuple(Stage):
                yield row.problem("etapas", f"no conozco «{stage}»", f"Uso: {', '.join(Stage)}")
        before = first.setdefault((figure.topic, figure.concept, figure.subject), row)
        if before is not row:
            what = f"«{figure.concept}» de «{figure.subject}» ya está en el renglón {before.line}"
            yield row.problem("concepto", what, "Junta los dos")
