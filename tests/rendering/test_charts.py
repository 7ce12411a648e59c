"""Pictures as they are drawn: what stands on the sheet is read back from it."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from math import isnan
from typing import Any

import pytest
from PIL import Image

from bot.domain.answer import Answer, Confidence, Document, Found, Role, Source, Unit
from bot.domain.reading import Act
from bot.domain.stage import Stage
from bot.rendering.charts import NoPicture, Picture, can_be_drawn, caption, chart
from bot.rendering.charts_drawing import BAR_OF_AMOUNT, sheet
from bot.rendering.charts_paper import DOTS_AN_INCH, Sheet
from bot.rendering.charts_plan import plan
from bot.rendering.charts_words import words

# 30 dots of 1080 are 10 of 360
LEAST_DOTS = 30


def trend(make: Any, *more: Any) -> Answer:
    points = (("2018", "30463434263"), ("2019", "29833418917"), ("2021", "30266165891"))
    figures = (make.figure(amount, period=year, stage=Stage.APPROVED, label="presupuesto del estado") for year, amount in points)
    return Found(make.reading(act=Act.TREND), (*figures, *more))


def breakdown(make: Any, count: int = 4) -> Answer:
    name = "presupuesto de la dependencia número {} con un nombre que no cabe en un renglón"
    parts = [make.figure(str(10**9 // n), label=name.format(n), period="2024") for n in range(1, count + 1)]
    total = make.figure("3000000000", label="presupuesto del estado", period="2024", role=Role.CONTEXT)
    return Found(make.reading(act=Act.BREAKDOWN), (*parts, total))


def claims(make: Any) -> Answer:
    said = (("7500000000", Confidence.HIGH), ("7600000000", Confidence.HIGH), ("15918000000", Confidence.LOW))
    return Found(make.reading(), tuple(make.figure(amount, period="2016", confidence=confidence) for amount, confidence in said))


def drawn(answer: Answer, make: Any) -> Sheet:
    planned = plan(answer)
    assert not isinstance(planned, NoPicture)
    return sheet(planned, words(planned, answer.reading, make.knowledge()))


def texts(paper: Sheet) -> str:
    """Everything written on it, joined as it is read."""
    found = [text for text in paper.figure.texts if text.get_text()]
    return " ".join(text.get_text() for text in sorted(found, key=lambda text: (-text.get_position()[1], text.get_position()[0])))


def test_a_picture_is_a_png_as_wide_as_a_phone_three_times(make: Any) -> None:
    for answer in (trend(make), breakdown(make), claims(make)):
        picture = chart(answer, make.knowledge())
        assert isinstance(picture, Picture)
        image = Image.open(BytesIO(picture.png))
        assert image.format == "PNG"
        assert image.width == 1080
        assert image.text["Description"] == picture.caption


def test_a_year_without_a_figure_is_a_gap_and_never_a_zero(make: Any) -> None:
    line = drawn(trend(make), make).figure.axes[0].lines[0]
    amounts = line.get_ydata()
    assert [None if isnan(amount) else round(amount, 1) for amount in amounts] == [30463.4, 29833.4, None, 30266.2]
    assert [round(year, 1) for year in line.get_xdata() if not isnan(year)] == [2018.5, 2019.5, 2021.5]


def test_each_stage_has_its_own_line_colour_and_mark(make: Any) -> None:
    years = ("2018", "2019", "2020")
    spent = (make.figure("29000000000", period=year, stage=Stage.EXERCISED, label="presupuesto del estado") for year in years)
    paper = drawn(trend(make, *spent), make)
    *keys, plot = paper.figure.axes
    lines = [line for line in plot.lines if len(line.get_xdata()) > 1]
    assert [line.get_color() for line in lines] == [key.lines[0].get_color() for key in keys]
    assert len({line.get_color() for line in lines}) == len({key.lines[0].get_marker() for key in keys}) == 2
    assert [len(line.get_xdata()) for line in lines] == [4, 3]
    assert "Aprobado" in texts(paper)
    assert "Ejercido" in texts(paper)


def test_bars_are_as_long_as_their_amounts_and_begin_at_zero(make: Any) -> None:
    (axes,) = drawn(breakdown(make), make).figure.axes
    bars = [bar for bar in axes.patches if bar.get_gid() == BAR_OF_AMOUNT]
    assert [round(bar.get_width(), 3) for bar in bars] == [1000.0, 500.0, 333.333, 250.0]
    assert {bar.get_x() for bar in bars} == {0.0}


def test_rival_claims_are_marks_and_the_doubtful_one_is_hollow(make: Any) -> None:
    (axes,) = drawn(claims(make), make).figure.axes
    assert [bar for bar in axes.patches if bar.get_gid() == BAR_OF_AMOUNT] == []
    assert [mark.get_xdata()[0] for mark in axes.lines] == [7500.0, 7600.0, 15918.0]
    faces = [mark.get_markerfacecolor() for mark in axes.lines]
    assert faces[0] == faces[1] != faces[2] == "#ffffff"


def test_the_picture_says_what_it_measures_when_and_which_document(make: Any) -> None:
    said = texts(drawn(breakdown(make), make))
    assert "Presupuesto del estado" in said
    assert "2024 · millones de pesos" in said
    assert "Total: 3,000 millones de pesos" in said
    assert "Documento: Pórtico, 12 mar 2014." in said
    assert "1,000" in said


@pytest.mark.parametrize("make_answer", [trend, breakdown, claims])
def test_every_letter_can_be_read_on_a_phone_and_none_is_cut_off(make: Any, make_answer: Any) -> None:
    paper = drawn(make_answer(make), make)
    paper.canvas.draw()
    edges = paper.figure.bbox
    plots = [axes for axes in paper.figure.axes if axes.axison]
    written = [*paper.figure.texts, *(text for axes in plots for text in (*axes.texts, *axes.get_xticklabels(), *axes.get_yticklabels()))]
    for text in (text for text in written if text.get_text()):
        box = text.get_window_extent()
        assert text.get_fontsize() * DOTS_AN_INCH / 72 >= LEAST_DOTS, text.get_text()
        assert box.x0 >= edges.x0, text.get_text()
        assert box.x1 <= edges.x1, text.get_text()
        assert box.y0 >= edges.y0, text.get_text()
        assert box.y1 <= edges.y1, text.get_text()


def test_names_and_amounts_of_a_list_never_run_into_each_other(make: Any) -> None:
    paper = drawn(breakdown(make, 15), make)
    paper.canvas.draw()
    boxes = [text.get_window_extent().padded(-1) for text in paper.figure.texts if text.get_text()]
    assert [(a, b) for n, a in enumerate(boxes) for b in boxes[n + 1 :] if a.overlaps(b)] == []


def test_amounts_beside_their_marks_never_cover_each_other(make: Any) -> None:
    points = (make.figure(str(6 * 10**9 + n * 10**7), period=f"20{n:02}-12-31") for n in range(10, 22))
    paper = drawn(Found(make.reading(act=Act.TREND), tuple(points)), make)
    paper.canvas.draw()
    boxes = [text.get_window_extent() for text in paper.figure.axes[0].texts]
    assert len(boxes) >= 4
    assert not any(a.padded(-3).overlaps(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


def test_the_caption_tells_what_the_picture_shows(make: Any) -> None:
    assert caption(trend(make), make.knowledge()) == (
        "Gráfica en el tiempo: Presupuesto del estado · aprobado. La cifra más baja es 29,833.4 millones de pesos (2019) y la más alta "
        "30,463.4 millones de pesos (2018), entre 3 publicadas. Sin cifra publicada de 2020."
    )
    said = caption(claims(make), make.knowledge())
    assert isinstance(said, str)
    assert "7,500 millones de pesos (Pórtico, 12 mar 2014)" in said


def test_a_caption_fits_in_a_message_even_of_a_long_list(make: Any) -> None:
    said = caption(breakdown(make, 40), make.knowledge())
    assert isinstance(said, str)
    assert len(said) <= 1024
    assert "34 más" in said


def test_amounts_of_one_picture_share_a_unit_in_mexican_words(make: Any) -> None:
    cases = (
        ("25000", Unit.PEOPLE, "personas"),
        ("1500000", Unit.MXN_PER_MONTH, "millones de pesos al mes"),
        ("820", Unit.MXN_PER_PERSON, "pesos por persona"),
    )
    for amount, unit, said in cases:
        figures = tuple(make.figure(amount, period=year, unit=unit, stage=None) for year in ("2018", "2019", "2020"))
        assert said in texts(drawn(Found(make.reading(act=Act.TREND), figures), make))


def test_losses_go_under_the_line_of_zero(make: Any) -> None:
    amounts = (("2018", "-20000000"), ("2019", "15000000"), ("2020", "-5000000"))
    figures = tuple(make.figure(amount, period=year, stage=Stage.APPROVED) for year, amount in amounts)
    axes = drawn(Found(make.reading(act=Act.TREND), figures), make).figure.axes[0]
    low, high = axes.get_ylim()
    assert low < -20 < 0 < 15 < high


def test_signs_of_a_formula_in_a_name_are_written_as_they_are(make: Any) -> None:
    document = Document("d", "t", "El $eñor & $hijo", "press", "", "", "2014", "")
    named: dict[str, Any] = {"label": "costo en $ de $x^2$", "sources": (Source(document, ""),)}
    figures = tuple(make.figure("5", period=year, **named) for year in ("2018", "2019", "2020"))
    said = texts(drawn(Found(make.reading(act=Act.TREND), figures), make))
    assert "Costo en $ de $x^2$" in said
    assert "El $eñor & $hijo" in said


def test_where_there_is_no_picture_a_sentence_says_why(make: Any) -> None:
    answer = Found(make.reading(), (make.figure(),))
    assert not can_be_drawn(answer)
    found = chart(answer, make.knowledge())
    assert isinstance(found, NoPicture)
    assert found.reason == "No hay gráfica: hacen falta al menos tres cifras que se puedan comparar, y aquí hay 1."


def test_years_are_named_without_crowding(make: Any) -> None:
    figures = tuple(make.figure(str(n), period=str(n), stage=Stage.APPROVED) for n in range(1987, 2025))
    paper = drawn(Found(make.reading(act=Act.TREND), figures), make)
    paper.canvas.draw()
    boxes = [label.get_window_extent() for label in paper.figure.axes[0].get_xticklabels()]
    assert all(before.x1 < after.x0 for before, after in pairwise(boxes))
