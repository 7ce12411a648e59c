"""How figures that are alike share a line."""

from __future__ import annotations

from bot.domain.answer import Found
from bot.domain.stage import Stage
from bot.rendering import compose
from bot.rendering.figures import groups, told_once
from bot.rendering.plain import block_text, text

from .conftest import Make


def test_one_amount_at_several_stages_is_one_line_that_names_them(make: Make) -> None:
    alike = {"label": "FAIS de Loreto", "period": "2024"}
    figures = [
        make.figure("30770474", stage=None, **alike),
        make.figure("30731180", stage=Stage.PAID, **alike),
        make.figure("30770474", stage=Stage.RECEIVED, **alike),
        make.figure("30731180", stage=Stage.MODIFIED, **alike),
    ]
    (group,) = groups(figures)
    assert [line.name for line in group.lines] == ["Recibido", "Pagado y modificado"]


def test_sums_that_read_the_same_are_told_once_with_all_their_documents(make: Make) -> None:
    approved = make.figure("40122467666", stage=Stage.APPROVED)
    again = make.figure("40122486000", stage=Stage.APPROVED, sources=(make.jornada,))
    (figure,) = told_once([approved, again])
    assert figure.amount == approved.amount
    assert figure.sources == (make.portico, make.jornada)


def test_another_stage_or_a_difference_that_is_read_stands_apart(make: Make) -> None:
    figures = [make.figure("40122467666", stage=Stage.APPROVED), make.figure("40122467666", stage=Stage.DRAFT)]
    assert told_once(figures) == figures
    apart = [make.figure("6573000000"), make.figure("6600000000")]
    assert told_once(apart) == apart


def test_the_dates_of_a_note_are_said_and_not_typed(make: Make) -> None:
    (group,) = groups([make.figure(note="Inscrito el 2022-05-02; vencía el 2023-02-28")])
    assert "Inscrito el 2 de mayo de 2022; vencía el 28 de febrero de 2023" in block_text(group)


def test_the_dates_of_a_statement_too(make: Make) -> None:
    said = text(compose(Found(make.reading(), statements=(make.statement("Se inscribió el 2022-05-02"),)), make.knowledge()))
    assert "Se inscribió el 2 de mayo de 2022." in said
