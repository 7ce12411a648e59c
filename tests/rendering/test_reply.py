from __future__ import annotations

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest

from bot.domain.answer import (
    Confidence,
    Explained,
    FaqEntry,
    Found,
    Missing,
    Note,
    NotUnderstood,
    Role,
    SmallTalk,
    Suggestion,
    Unclear,
    Unit,
)
from bot.domain.period import AskedPeriod
from bot.domain.reading import Act, Clue, Mention, Topic
from bot.domain.stage import Stage
from bot.domain.vocabulary import Term
from bot.rendering import compose, telegram_lead, telegram_rest, text
from bot.rendering.blocks import FigureGroup
from bot.rendering.cut import AT_ONCE
from bot.rendering.explain import lines
from bot.rendering.plain import length
from bot.rendering.understood import reading_line
from bot.rendering.wording import Wordings


def found(make: Any, *figures: Any, **changes: Any) -> Found:
    return Found(make.reading(), figures or (make.figure(),), **changes)


def test_the_first_line_says_how_the_question_was_read(make: Any) -> None:
    assert compose(found(make), make.knowledge()).understood == "Entendí: deuda pública · Banorte · saldo · 2013"


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"act": Act.RANKING, "order": "bottom", "measure": None}, "deuda pública · de menor a mayor · Banorte · 2013"),
        ({"stage": Stage.PAID, "measure": None, "topic": Topic.BUDGET}, "presupuesto del estado · Banorte · pagado · 2013"),
        ({"per": "habitante", "period": None}, "deuda pública · Banorte · saldo · por habitante"),
        ({"mentions": (Mention("obra", "velodromo", "velódromo", 0, 9),)}, "deuda pública · velodromo · saldo · 2013"),
    ],
)
def test_the_first_line_names_what_matters(make: Any, changes: dict[str, Any], line: str) -> None:
    assert reading_line(make.reading(**changes), make.knowledge()) == line


def test_a_follow_up_names_what_it_kept_measuring(make: Any) -> None:
    reading = make.reading(mentions=(), measure="egresos-municipales")
    knowledge = replace(make.knowledge(), terms=(Term("egresos-municipales", "concepto", "gasto total municipal", "", "", ()),))
    assert reading_line(reading, knowledge) == "deuda pública · gasto total municipal · 2013"


def test_a_number_comes_with_its_stage_its_period_and_its_document(make: Any) -> None:
    said = text(compose(found(make), make.knowledge()))
    assert "4,939.3 millones de pesos ($4,939,273,314.00)" in said
    assert "Saldo de la deuda del estado · al 31 de diciembre de 2013" in said
    assert "Documento: Zacatecas, la deuda (Pórtico, 12 mar 2014)." in said
    assert "https://example.org/portico?a=1&b=2" in said
    assert "Lugar: data/debt/balances.csv:12." in said


def test_stages_of_one_figure_stand_each_on_its_line(make: Any) -> None:
    stages = [make.figure(str(n * 10**8), label="presupuesto de la UAZ", stage=s, period="2023") for n, s in enumerate(list(Stage)[:3], 17)]
    said = text(compose(found(make, *stages), make.knowledge()))
    assert "Presupuesto de la UAZ · 2023\n- Aprobado: 1,700 millones de pesos\n- Modificado: 1,800" in said
    assert said.count("(Pórtico, 12 mar 2014)") == 1


def test_sources_that_disagree_stand_side_by_side_best_documented_first(make: Any) -> None:
    rivals = (
        make.figure("5900000000", sources=(make.jornada,), confidence=Confidence.LOW),
        make.figure(confidence=Confidence.HIGH),
    )
    knowledge = make.knowledge(**{"note.sources_disagree": "Las fuentes no coinciden"})
    said = text(compose(found(make, *rivals, notes=(Note("sources_disagree"),)), knowledge))
    assert said.index("Las fuentes no coinciden.") < said.index("4,939.3") < said.index("5,900 millones")
    assert "5,900 millones de pesos (confianza baja) [La Jornada Zacatecas, ene 2014]" in said


def test_a_remark_of_the_data_stands_beside_its_number(make: Any) -> None:
    said = text(compose(found(make, make.figure(note="más de esa cifra")), make.knowledge()))
    assert "(más de esa cifra)" in said


def test_remarks_of_many_numbers_wait_behind_ver_mas(make: Any) -> None:
    many = [make.figure(str(n), label=f"parte {n}", note=f"aclaración {n}") for n in range(1, 6)]
    reply = compose(found(make, *many), make.knowledge())
    assert "aclaración" not in "".join(telegram_lead(reply))
    assert "Parte 3: Aclaración 3." in text(reply)


def test_a_derived_number_shows_its_arithmetic_behind_ver_mas(make: Any) -> None:
    derived = make.figure("3044.33", unit=Unit.MXN_PER_PERSON, formula="4,939,273,314 ÷ 1,622,138")
    people = make.figure("1622138", unit=Unit.PEOPLE, role=Role.INPUT, label="población", period="2013", stage=None)
    reply = compose(found(make, derived, people), make.knowledge())
    assert "$3,044.33 por persona" in "".join(telegram_lead(reply)).replace("<b>", "").replace("</b>", "")
    assert "Cómo se calculó" in text(reply)
    assert "1,622,138 personas" in "".join(telegram_rest(reply))
    assert "1,622,138 personas" not in "".join(telegram_lead(reply))


def test_arithmetic_that_a_note_has_told_is_not_told_again(make: Any) -> None:
    derived = make.figure("3044.33", unit=Unit.MXN_PER_PERSON, formula="4,939,273,314 ÷ 1,622,138")
    people = make.figure("1622138", unit=Unit.PEOPLE, role=Role.INPUT, label="población", period="2013", stage=None)
    note = Note("per_person_formula", (("formula", "4,939,273,314 ÷ 1,622,138"),))
    knowledge = make.knowledge(**{"note.per_person_formula": "Lo calculé así: {formula}"})
    said = text(compose(found(make, derived, people, notes=(note,)), knowledge))
    assert said.count("4,939,273,314 ÷ 1,622,138") == 1
    assert "1,622,138 personas" in said


def test_a_long_answer_keeps_about_nine_hundred_characters_before_ver_mas(make: Any) -> None:
    many = [make.figure(str(n * 10**7 + 1), label=f"programa número {n}") for n in range(1, 59)]
    reply = compose(found(make, *many, notes=(Note("partial_list"),)), make.knowledge(**{"note.partial_list": "Puede faltar más"}))
    assert length(reply.lead) + len(reply.understood) <= AT_ONCE + 10
    assert "Programa número 58" in text(reply)
    for block in (*reply.lead, *reply.rest):
        assert not isinstance(block, FigureGroup) or block.documents


def test_a_note_that_changes_the_reading_comes_before_the_number_and_others_after(make: Any) -> None:
    knowledge = make.knowledge(**{"note.premise_differs": "No es esa cifra", "note.preliminary": "Es preliminar"})
    said = text(compose(found(make, notes=(Note("preliminary"), Note("premise_differs"))), knowledge))
    assert said.index("No es esa cifra.") < said.index("4,939.3") < said.index("Es preliminar.")


def test_statements_share_their_document_and_keep_their_dates(make: Any) -> None:
    two = (make.statement(), make.statement("Se liquidó el crédito.", date="2017", confidence=Confidence.LOW))
    said = text(compose(Found(make.reading(), statements=two), make.knowledge()))
    listed = "- 31 de diciembre de 2016: Se publicó el decreto 53.\n- 2017: Se liquidó el crédito (confianza baja)."
    assert f"{listed}\n\nDocumento: Zacatecas, la deuda (Pórtico" in said


def test_what_is_missing_is_said_and_the_nearest_is_labelled_as_such(make: Any) -> None:
    nearest, notes = (make.figure(role=Role.NEAREST),), (Note("nearest_period"),)
    answer = Missing(make.reading(), "el saldo de 2012", nearest, notes, (Suggestion("¿Y en 2013?"),))
    knowledge = make.knowledge(sin_dato="No encontré publicado {asunto}.", sin_dato_cercano="Lo más cercano es esto.")
    reply = compose(answer, knowledge)
    said = text(reply)
    assert "No encontré publicado el saldo de 2012. Lo más cercano es esto." in said
    assert "Lo más cercano publicado: Saldo de la deuda del estado" in said
    assert "nearest period" not in said
    assert [button.asks for button in reply.buttons] == ["¿Y en 2013?"]


def test_an_faq_answer_writes_its_figures_out_and_keeps_its_documents(make: Any) -> None:
    figure = make.figure("44555816845.32", fact_ids=("deficit-2020",), role=Role.CONTEXT)
    entry = FaqEntry(
        "que-es", "¿Qué es?", (), "Es una proyección: {cifra:deficit-2020}.\n\nY {cifra:otro}.", "pensiones", (make.jornada,), (figure,)
    )
    said = text(compose(Explained(make.reading(), entry), make.knowledge()))
    assert "44,555.8 millones de pesos ($44,555,816,845.32)." in said
    assert "{" not in said
    assert "(La Jornada Zacatecas, ene 2014)" in said


def test_a_closed_question_offers_its_options_as_buttons(make: Any) -> None:
    answer = Unclear(make.reading(), (Suggestion("¿La deuda del estado?"), Suggestion("¿La deuda de Zacatecas capital?")))
    reply = compose(answer, make.knowledge())
    assert [b.text for b in reply.buttons] == ["¿La deuda del estado?", "¿La deuda de Zacatecas capital?"]
    assert "- ¿La deuda del estado?" in text(reply)


@pytest.mark.parametrize("reason", ["fuera_de_tema", "personal", "otro_lugar", "futuro", "ilegible"])
def test_what_is_out_of_scope_is_answered_without_a_reading(make: Any, reason: str) -> None:
    reply = compose(NotUnderstood(make.reading(), reason), make.knowledge(**{reason: f"respuesta a {reason}"}))
    assert text(reply) == f"respuesta a {reason}"


def test_small_talk_of_an_unknown_kind_gets_help(make: Any) -> None:
    assert text(compose(SmallTalk(make.reading(), "rareza"), make.knowledge(ayuda="Pregunta así"))) == "Pregunta así"


class Balanced(HTMLParser):
    """Refuses what Telegram refuses: unknown tags, tags left open or closed out of order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {"b", "i", "a"}
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_each_piece_of_telegram_html_is_whole_and_escaped(make: Any) -> None:
    nasty = make.figure(label="obra <script> & «comillas»", sources=(make.jornada,), note="A < B & C", confidence=Confidence.LOW)
    statements = (make.statement("Dijo <b>esto</b>"), make.statement("Otro", sources=(make.undated,)))
    answer = Found(make.reading(asked="<i>"), (nasty,), statements, make.card(), notes=(Note("x", (("a", "<b>"),)),))
    reply = compose(answer, make.knowledge())
    pieces = (*telegram_lead(reply), *telegram_rest(reply))
    for piece in pieces:
        parser = Balanced()
        parser.feed(piece)
        assert not parser.open
    whole = "\n".join(pieces)
    assert "&lt;script&gt; &amp; «comillas»" in whole
    assert 'href="https://example.org/portico?a=1&amp;b=2"' in whole
    assert "El Sol de Zacatecas, sin fecha" in whole
    assert "<script" not in whole


def test_a_missing_wording_or_field_never_breaks_a_reply() -> None:
    words = Wordings({"note.a": "Falta {campo}", "note.b": "mal {", "note.c": "bien {campo}"})
    assert words.say("note.a", otro="valor") == "valor"
    assert words.say("note.b", otro="valor") == "valor"
    assert words.say("note.c", campo="dicho") == "bien dicho"
    assert words.say("note.sin_plantilla") == "sin plantilla"


def test_explain_shows_which_words_spoke_for_which_reading(make: Any) -> None:
    reading = make.reading(clues=(Clue("debe", "deuda", 1.2), Clue("cuanto", "amount", 2.0)), unread=("tope",))
    said = "\n".join(lines(reading, make.knowledge()))
    assert "Lectura: amount · deuda (confianza 0.93)" in said
    assert "«banorte» → banco banorte (Banorte)" in said
    assert said.index("+2.00  «cuanto» por amount") < said.index("+1.20  «debe» por deuda")
    assert "palabras que nadie leyó: tope" in said


def test_one_document_for_all_lines_is_named_once_with_all_its_places(make: Any) -> None:
    first, second = (make.figure(str(n), label=f"parte {n}", sources=(replace(make.portico, locator=f"página {n}"),)) for n in (1, 2))
    said = text(compose(found(make, first, second), make.knowledge()))
    assert said.count("Pórtico, 12 mar 2014") == 1
    assert "Documento: Zacatecas, la deuda (Pórtico, 12 mar 2014)." in said
    assert "Lugar: página 1; página 2." in said


def test_the_share_of_a_part_stands_on_its_line(make: Any) -> None:
    parts = [make.figure(str(n * 10**9), label=f"parte {n}", fact_ids=(f"p{n}",)) for n in (1, 3)]
    shares = [
        make.figure(str(n * 25), unit=Unit.PERCENT, label=f"parte que representa {n}", fact_ids=(f"p{n}",), role=Role.CONTEXT, formula="÷")
        for n in (1, 3)
    ]
    lead = "\n".join(telegram_lead(compose(found(make, *parts, *shares), make.knowledge())))
    assert "Parte 1: <b>1,000 millones de pesos</b>, 25%" in lead
    assert "Parte que representa" not in lead


def test_a_number_without_stage_says_so_beside_others_that_have_one(make: Any) -> None:
    said = text(compose(found(make, make.figure("5", stage=None), make.figure("7", stage=Stage.PAID)), make.knowledge()))
    assert "- Etapa no publicada: $5" in said
    assert "- Pagado: $7" in said


def test_a_count_without_stage_is_not_said_to_lack_one(make: Any) -> None:
    both = (make.figure(), make.figure("1622138", unit=Unit.PEOPLE, label="población", stage=None))
    assert "tapa no publicada" not in text(compose(found(make, *both), make.knowledge()))


def test_a_remark_that_all_lines_share_is_said_once(make: Any) -> None:
    same = [make.figure(str(n), label=f"parte {n}", note="cálculo de la fuente") for n in (1, 2)]
    said = text(compose(found(make, *same), make.knowledge()))
    assert said.count("álculo de la fuente") == 1


def test_a_governors_term_is_named_once_in_the_first_line(make: Any) -> None:
    term = AskedPeriod("term", (), date(2016, 9, 12), date(2021, 9, 11), "con Tello")
    mentions = (Mention("gobierno", "alejandro tello", "tello", 4, 9),)
    assert reading_line(make.reading(period=term, mentions=mentions), make.knowledge()) == "deuda pública · saldo · con Tello (2016–2021)"
