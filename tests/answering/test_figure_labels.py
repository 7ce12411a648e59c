"""How a published number is called."""

from __future__ import annotations

from dataclasses import replace

from bot.answering.figures.labels import figure_of, label_of, of, with_role
from bot.domain.answer import Confidence, Role
from bot.domain.stage import Stage
from tests.answering.invented import concept, fact, series, subject
from tests.answering.valley import BUDGET, LOAN, MAIZE, USE


def test_a_label_says_what_whose_and_for_what() -> None:
    assert label_of(series(MAIZE, BUDGET)) == "Presupuesto del Instituto del Maíz"
    assert label_of(series(LOAN, USE, "hospital")) == "Destino del crédito del crédito Sol: hospital"


def test_articles_agree() -> None:
    assert of(subject("uaz", "UAZ", article="la")) == "de la UAZ"
    assert of(subject("servicios", "Servicios de Salud", article="los")) == "de los Servicios de Salud"
    assert of(subject("fresnillo", "Fresnillo", article="")) == "de Fresnillo"


def test_a_concept_that_already_names_its_subject_does_not_repeat_it() -> None:
    assert label_of(series(LOAN, concept("credito", "monto del crédito Sol"))) == "Monto del crédito Sol"
    assert label_of(series(MAIZE, concept("obra", "obra del hospital"), "hospital")) == "Obra del hospital del Instituto del Maíz"


def test_a_figure_keeps_its_document_its_doubt_and_what_the_spelling_of_its_stage_said() -> None:
    row = fact(series(MAIZE, BUDGET), 5, "2020", Stage.PAID, confidence=Confidence.LOW, note="según el director", id="maiz")
    figure = figure_of(replace(row, stage_note="a junio"))
    assert figure.note == "A junio. Según el director"
    assert figure_of(replace(row, stage_note="presupuesto", note="")).note == ""
    assert figure.confidence is Confidence.LOW
    assert figure.sources == (row.source,)
    assert figure.fact_ids == ("maiz",)
    assert not figure.derived
    assert [each.role for each in with_role((figure,), Role.NEAREST)] == [Role.NEAREST]
