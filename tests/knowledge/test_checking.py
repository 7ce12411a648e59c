"""``bot.knowledge.check``: answers that are well written and still cannot be published."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.domain.placeholders import fact_ids, fill
from bot.knowledge import Caution, check
from tests.knowledge.staff_files import ENTRY, OTHER, WORLD, answering, told


def test_a_sound_entry_raises_nothing(tmp_path: Path) -> None:
    assert told(tmp_path, {"preguntas/a.yaml": ENTRY + OTHER}) == []


def test_an_answer_without_a_document_is_not_published(tmp_path: Path) -> None:
    (text,) = told(tmp_path, {"preguntas/a.yaml": ENTRY.replace("  fuentes: [jornada-2026-01-21]\n", "")})
    assert text.startswith("knowledge/preguntas/a.yaml:1 [fuentes]: falta «fuentes»")


def test_the_bot_may_speak_of_itself_without_a_document(tmp_path: Path) -> None:
    entry = ENTRY.replace("  fuentes: [jornada-2026-01-21]\n", "").replace("tema: pensiones", "tema: bot")
    assert told(tmp_path, {"preguntas/a.yaml": entry}) == []


def test_a_draft_may_still_lack_its_document(tmp_path: Path) -> None:
    entry = ENTRY.replace("  fuentes: [jornada-2026-01-21]\n", "").replace("publicada", "borrador")
    assert told(tmp_path, {"preguntas/a.yaml": entry}) == []


def test_an_unknown_document_is_told(tmp_path: Path) -> None:
    (text,) = told(tmp_path, {"preguntas/a.yaml": ENTRY.replace("jornada-2026-01-21", "jornada-2062")})
    assert "preguntas/a.yaml:8 [fuentes]: no conozco la fuente «jornada-2062». Busca su clave en data/sources.csv" in text


@pytest.mark.parametrize(
    ("id", "said"),
    [("portada", "la portada del sitio"), ("portada-2", "la portada"), ("buscador", "un buscador"), ("buscador-2", "un buscador")],
)
def test_a_front_page_or_a_search_is_no_document(tmp_path: Path, id: str, said: str) -> None:
    (text,) = told(tmp_path, {"preguntas/a.yaml": ENTRY.replace("jornada-2026-01-21", id) + OTHER.replace("jornada-2026-01-21", id)})
    assert text.startswith(f"aviso · knowledge/preguntas/a.yaml:8 [fuentes]: «{id}» abre {said}")


@pytest.mark.parametrize("id", ["nota", "ljz-2021-07-07"])
def test_the_address_of_a_note_and_a_document_on_paper_are_sound(tmp_path: Path, id: str) -> None:
    assert told(tmp_path, {"preguntas/a.yaml": ENTRY.replace("jornada-2026-01-21", id)}) == []


def test_an_unknown_figure_is_told(tmp_path: Path) -> None:
    (text,) = told(tmp_path, {"preguntas/a.yaml": answering("Son {cifra:deficit-2020} y {cifra:deficit-actuarial-2020}.")})
    assert "no conozco la cifra «deficit-2020»" in text


def test_a_figure_comes_with_a_document_that_prints_it(tmp_path: Path) -> None:
    debt = answering("Son {cifra:saldo-2020}.")
    (text,) = told(tmp_path, {"preguntas/a.yaml": debt})
    assert text.startswith(
        "knowledge/preguntas/a.yaml:8 [fuentes]: ninguna es el documento de la cifra «saldo-2020». Agrega «ljz-2021-07-07»"
    )
    assert told(tmp_path, {"preguntas/a.yaml": debt.replace("[jornada-2026-01-21]", "[jornada-2026-01-21, nota]")}) == []


def test_braces_that_are_no_figure_are_told(tmp_path: Path) -> None:
    assert "no entiendo «{monto}»" in told(tmp_path, {"preguntas/a.yaml": answering('"Son {monto}."')})[0]


@pytest.mark.parametrize(
    "words",
    [
        "Son 44 mil millones.",
        "Son 44,555,816,845.32 pesos.",
        "Son $44.",
        "Son 300 mil pesos.",
        "Creció 33 por ciento.",
        "Son 748 mdp.",
        "Subió 33%.",
    ],
)
def test_an_amount_typed_by_hand_is_told(tmp_path: Path, words: str) -> None:
    (text,) = told(tmp_path, {"preguntas/a.yaml": answering(words)})
    assert "está escrito a mano. Usa «{cifra:…}»" in text


@pytest.mark.parametrize(
    "words",
    [
        "Nació en 1986.",
        "Son 20 días hábiles.",
        "Lo dice el artículo 128 Bis.",
        "Se cerraron 17 de 22.",
        "Administra el fondo de más de 25 mil personas.",
        "Apartas mil pesos para el mandado.",
        "La ley pedía 30 por ciento de las cuotas.",
        "Llama al 800 552 6266.",
    ],
)
def test_years_days_articles_counts_and_rates_of_a_law_may_be_typed(tmp_path: Path, words: str) -> None:
    assert told(tmp_path, {"preguntas/a.yaml": answering(words)}) == []


def test_an_accusation_is_told_in_answers_and_wordings_but_not_in_what_people_say(tmp_path: Path) -> None:
    files = {
        "palabras_prohibidas.yaml": "- se lo robaron\n- histórico logro\n",
        "preguntas/a.yaml": answering("El dinero se lo robaron.").replace("qué significa issstezac", "se lo robaron todo"),
        "respuestas.yaml": "saludo: Es un Historico Logro.\n",
    }
    answer, greeting = told(tmp_path, files)
    assert "preguntas/a.yaml:7 [respuesta]: «se lo robaron» acusa o califica" in answer
    assert "respuestas.yaml:1 [saludo]: «histórico logro» acusa o califica" in greeting


def test_the_same_question_in_two_entries_is_told_with_the_place_of_the_first(tmp_path: Path) -> None:
    (text,) = told(
        tmp_path, {"preguntas/a.yaml": ENTRY, "preguntas/b.yaml": OTHER.replace("fideicomiso qué es", "Para que sirve el ISSSTEZAC")}
    )
    assert "b.yaml:4 [tambien]: «Para que sirve el ISSSTEZAC» ya es pregunta de «que-es-issstezac» (knowledge/preguntas/a.yaml:1)" in text


def test_the_same_question_twice_in_one_entry_is_told(tmp_path: Path) -> None:
    assert (
        "dos veces en esta entrada"
        in told(tmp_path, {"preguntas/a.yaml": ENTRY.replace("quién paga las pensiones", "que es el issstezac")})[0]
    )


def test_two_entries_with_one_clave_are_told(tmp_path: Path) -> None:
    (text,) = told(tmp_path, {"preguntas/a.yaml": ENTRY + OTHER.replace("que-es-fideicomiso", "que-es-issstezac")})
    assert "«que-es-issstezac» ya está en knowledge/preguntas/a.yaml:1" in text


def test_an_entry_past_its_review_day_is_a_caution_and_only_then(tmp_path: Path) -> None:
    assert told(tmp_path, {"preguntas/a.yaml": ENTRY}, today=date(2027, 3, 31)) == []
    (text,) = told(tmp_path, {"preguntas/a.yaml": ENTRY}, today=date(2027, 4, 1))
    assert text.startswith("aviso · knowledge/preguntas/a.yaml:12 [revisar_antes_de]: debía revisarse antes del 2027-03-31")


def test_a_question_is_written_as_one(tmp_path: Path) -> None:
    assert "no es una pregunta" in told(tmp_path, {"preguntas/a.yaml": ENTRY.replace("¿Qué es el ISSSTEZAC?", "ISSSTEZAC")})[0]


def test_a_long_answer_and_few_ways_to_ask_are_cautions(tmp_path: Path) -> None:
    entry = answering("Es un organismo público. " * 40).replace("    - quién paga las pensiones\n", "")
    assert [text.startswith("aviso") for text in told(tmp_path, {"preguntas/a.yaml": entry})] == [True, True]


@pytest.mark.parametrize("text", ["Desde {periodo", "Desde {}", "Desde {el periodo}"])
def test_a_wording_with_broken_braces_is_told(tmp_path: Path, text: str) -> None:
    assert "las llaves de «aviso» no abren y cierran un nombre" in told(tmp_path, {"respuestas.yaml": f'aviso: "{text}"\n'})[0]


def test_errors_come_before_cautions_and_mistakes_of_form_are_among_them(tmp_path: Path) -> None:
    files = {"preguntas/a.yaml": ENTRY, "vocabulario/bancos.yaml": "- {clave: x, nombre: X, sinonimos: [y]}\n"}
    form, review = told(tmp_path, files, today=date(2030, 1, 1))
    assert "no conozco «sinonimos»" in form
    assert review.startswith("aviso")


def test_cautions_can_be_told_from_errors(tmp_path: Path) -> None:
    folder = tmp_path / "knowledge" / "preguntas"
    folder.mkdir(parents=True)
    (folder / "a.yaml").write_text(ENTRY, encoding="utf-8")
    (problem,) = check(folder.parent, WORLD, date(2030, 1, 1))
    assert isinstance(problem, Caution)


def test_a_figure_of_an_answer_is_filled_in() -> None:
    answer = "Son {cifra:a/1} y {cifra:b}, otra vez {cifra:b}."
    assert fact_ids(answer) == ("a/1", "b")
    assert fill(answer, lambda fact: f"<{fact}>") == "Son <a/1> y <b>, otra vez <b>."
