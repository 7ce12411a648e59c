"""What can be wrong with the figures that staff expect although each row is well written."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.stage import Stage
from bot.errors import Problem
from bot.knowledge.form import Cells
from bot.knowledge.reading import QUESTIONS, Reading

MUNICIPALITIES = "municipios"


def problems(reading: Reading) -> Iterator[Problem]:
    concepts = {term.clave for term, _ in reading.terms if term.kind == "concepto"}
    names = {term.clave for term, _ in reading.terms if term.kind != "concepto"} | {MUNICIPALITIES}
    questions = {text.clave for text, _ in reading.faq if text.state == "publicada"} | {""}
    # a question file that could not be read has lost its questions: that file is to be mended, not this one
    lost = any(f"/{QUESTIONS}/" in problem.file for problem in reading.problems)
    first: dict[tuple[str, str, str], Cells] = {}
    for figure, row in reading.expected:
        if figure.concept not in concepts:
            yield _unknown(row, "concepto", figure.concept, "Las claves están en vocabulario/conceptos.yaml")
        if figure.subject not in names:
            yield _unknown(row, "de", figure.subject, "Usa la clave de una institución, «zacatecas» (el estado) o «municipios» (todos)")
        if figure.faq not in questions and not lost:
            yield _unknown(row, "pregunta", figure.faq, "Usa la clave de una pregunta publicada")
        for stage in figure.stages:
            if stage not in tuple(Stage):
                yield _unknown(row, "etapas", stage, f"Uso: {', '.join(Stage)}")
        before = first.setdefault((figure.topic, figure.concept, figure.subject), row)
        if before is not row:
            what = f"«{figure.concept}» de «{figure.subject}» ya está en el renglón {before.line}"
            yield Problem(row.file, row.line, "concepto", what, "Junta los dos")


def _unknown(row: Cells, column: str, said: str, fix: str) -> Problem:
    return Problem(row.file, row.at(column), column, f"no conozco «{said}»", fix)
