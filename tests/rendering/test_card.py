from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image

from bot.domain.answer import Confidence, Explained, FaqEntry, Found, Missing, Note, Role
from bot.domain.reading import Mention
from bot.domain.stage import Stage
from bot.rendering.card import Card, caption, card, content, has_card
from bot.rendering.card_drawing import sheet
from bot.rendering.charts import NoPicture, Picture

TYPED = "cuanto se debe a banorte, soy JUAN PEREZ, curp PEPJ800101HZSRRN09, tel 492 123 4567"
PERSONAL = ("PEREZ", "PEPJ800101", "4567", "soy")


def found(answer: Any, make: Any, receipt: str = "") -> Card:
    said = content(answer, make.knowledge(), receipt)
    assert isinstance(said, Card)
    return said


def written(answer: Any, make: Any, receipt: str = "") -> str:
    return " ".join(text.get_text() for text in sheet(found(answer, make, receipt)).figure.texts)


def test_a_card_holds_question_figure_stage_date_document_and_receipt(make: Any) -> None:
    said = written(Found(make.reading(), (make.figure(),)), make, "A7K2Q")
    for part in (
        "Pregunta: deuda pública · Banorte · saldo · 2013",
        "4,939.3 millones de pesos",
        "$4,939,273,314.00",
        "al 31 de diciembre de 2013",
        "Documento: Pórtico, 12 mar 2014.",
        "«Zacatecas, la deuda»",
        "Recibo A7K2Q",
    ):
        assert part in said


def test_a_card_without_a_receipt_does_not_mention_one(make: Any) -> None:
    answer = Found(make.reading(), (make.figure(),))
    assert "Recibo" not in written(answer, make)
    assert "Recibo" not in found(answer, make).caption


def test_what_the_person_typed_never_stands_on_the_card(make: Any) -> None:
    reading = make.reading(asked=TYPED, unread=("juan", "perez"), mentions=(Mention("banco", "banorte", TYPED, 0, len(TYPED)),))
    notes = (Note("unread_words", (("palabras", TYPED),)), Note("repaired_word", (("escrito", TYPED), ("leido", "x"))))
    answer = Found(reading, (make.figure(),), notes=notes)
    for said in (written(answer, make), found(answer, make).caption):
        assert not any(word in said for word in PERSONAL)
    picture = card(answer, make.knowledge())
    assert isinstance(picture, Picture)
    assert not any(word.encode() in picture.png for word in PERSONAL)


def test_rival_claims_stand_together_each_with_its_document(make: Any) -> None:
    rivals = (
        make.figure("5900000000", sources=(make.jornada,), confidence=Confidence.LOW, note="Dicho de un diputado"),
        make.figure("4939273314"),
    )
    answer = Found(make.reading(), rivals, notes=(Note("sources_disagree"),))
    said = written(answer, make)
    assert said.index("4,939.3 millones") < said.index("Pórtico, 12 mar 2014") < said.index("5,900 millones") < said.index("La Jornada")
    assert "Confianza baja. Dicho de un diputado" in said


def test_two_stages_are_named_each_beside_its_amount(make: Any) -> None:
    stages = tuple(make.figure(n, period="2024", stage=stage) for n, stage in (("100", Stage.APPROVED), ("90", Stage.EXERCISED)))
    said = written(Found(make.reading(), stages), make)
    assert said.index("Aprobado") < said.index("$100") < said.index("Ejercido") < said.index("$90")


def test_a_long_answer_says_how_many_figures_are_not_on_the_card(make: Any) -> None:
    figures = tuple(make.figure(str(n), label=f"costo de la obra {n}") for n in range(1, 31))
    assert "Y 25 cifras más en la respuesta." in written(Found(make.reading(), figures), make)


def test_nothing_leaves_the_card_and_lines_do_not_touch(make: Any) -> None:
    long = "costo de la ampliación de la línea de conducción de agua potable de la comunidad número {}"
    figures = tuple(make.figure(str(10**9 + n), label=long.format(n), note="Nota del documento " * 8) for n in range(1, 4))
    paper = sheet(found(Found(make.reading(), figures), make, "A7K2Q"))
    paper.canvas.draw()
    boxes = [text.get_window_extent() for text in paper.figure.texts if text.get_text()]
    edges = paper.figure.bbox
    assert all(edges.x0 <= box.x0 and box.x1 <= edges.x1 and edges.y0 <= box.y0 and box.y1 <= edges.y1 for box in boxes)
    assert not any(a.padded(-2).overlaps(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


def test_a_card_is_a_png_at_least_as_high_as_wide(make: Any) -> None:
    picture = card(Found(make.reading(), (make.figure(),)), make.knowledge(), "A7K2Q")
    assert isinstance(picture, Picture)
    image = Image.open(BytesIO(picture.png))
    assert image.width == 1080 <= image.height
    assert picture.caption.endswith("Documento: Pórtico, 12 mar 2014. Recibo A7K2Q.")


def test_what_was_not_asked_gets_no_card(make: Any) -> None:
    entry = FaqEntry("x", "¿Qué?", (), "Es…", "deuda", (make.portico,))
    for answer in (
        Missing(make.reading(), "el saldo de 2012", (make.figure(role=Role.NEAREST),)),
        Explained(make.reading(), entry),
        Found(make.reading(), statements=(make.statement(),)),
    ):
        assert not has_card(answer)
        assert isinstance(caption(answer, make.knowledge()), NoPicture)
        assert isinstance(card(answer, make.knowledge()), NoPicture)
