"""``bot.knowledge.check``: what is well written and still cannot be published."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from bot.domain.placeholders import fact_ids, fill
from bot.knowledge import Caution, World, check

TODAY = date(2026, 11, 22)
ADDRESSES = {
    "jornada-2026-01-21": "https://www.jornada.com.mx/2026/01/21/estados/025n1est",
    "ljz-2021-07-07": "",
    "portada": "https://www.conac.gob.mx/",
    "portada-2": "https://www.asf.gob.mx/inicio/index.html",
    "buscador": "https://ejemplo.mx/noticias?q=issstezac",
    "buscador-2": "https://ejemplo.mx/buscar/issstezac",
    "nota": "https://24-horas.mx/?p=994943",
}
WORLD = World(ADDRESSES.get, {"deficit-actuarial-2020": ["jornada-2026-01-21"], "saldo-2020": ["ljz-2021-07-07", "nota"]}.get)
ENTRY = """\
- clave: que-es-issstezac
  pregunta: ¿Qué es el ISSSTEZAC?
  tambien:
    - para qué sirve el issstezac
    - quién paga las pensiones
    - qué significa issstezac
  respuesta: Es un organismo público.
  fuentes: [jornada-2026-01-21]
  tema: pensiones
  responsable: pensiones
  estado: publicada
  revisar_antes_de: 2027-03-31
"""
OTHER = (
    ENTRY.replace("que-es-issstezac", "que-es-fideicomiso")
    .replace("¿Qué es el ISSSTEZAC?", "¿Qué es un fideicomiso?")
    .replace("para qué sirve el issstezac", "fideicomiso qué es")
    .replace("quién paga las pensiones", "definición de fideicomiso")
    .replace("qué significa issstezac", "con qué se come un fideicomiso")
)


def told(tmp_path: Path, files: Mapping[str, str], today: date = TODAY) -> list[str]:
    folder = tmp_path / "knowledge"
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return [str(problem) for problem in check(folder, WORLD, today)]


def answering(words: str) -> str:
    return ENTRY.replace("Es un organismo público.", words)


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


def test_a_name_that_an_everyday_word_could_be_bent_into_is_told(tmp_path: Path) -> None:
    files = {"vocabulario/municipios.yaml": '- clave: jerez\n  nombre: Jerez\n  clave_inegi: "32020"\n'}
    (text,) = told(tmp_path, files)
    assert text.startswith(
        "knowledge/vocabulario/municipios.yaml:2 [alias]: quien escriba «jefes» sería leído como «jerez» (Jerez). Agrega «- jefes»"
    )
    assert told(tmp_path, {**files, "vocabulario/palabras_comunes.yaml": "- jefes\n"}) == []


@pytest.mark.parametrize("name", ["Secretaría de Noches", "Escuelas", "ABCD"])
def test_a_name_of_several_words_a_plural_or_a_short_one_bends_nothing(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, {"vocabulario/obras.yaml": f"- {{clave: x, nombre: {name}}}\n"}) == []


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


def test_one_phrase_for_two_things_of_a_kind_is_an_error(tmp_path: Path) -> None:
    files = {"vocabulario/bancos.yaml": "- {clave: banorte, nombre: Banorte}\n- {clave: banobras, nombre: Banobras, alias: [BANORTE]}\n"}
    (text,) = told(tmp_path, files)
    assert "bancos.yaml:2 [alias]: «banorte» nombra a «banobras» y también a «banorte» (knowledge/vocabulario/bancos.yaml:1)" in text


def test_one_phrase_for_two_kinds_is_a_caution_unless_declared(tmp_path: Path) -> None:
    files = {
        "vocabulario/estados.yaml": "- {clave: estado de morelos, nombre: Morelos, fuera: true}\n",
        "vocabulario/municipios.yaml": '- {clave: morelos, nombre: Morelos, clave_inegi: "32031"}\n',
        "vocabulario/palabras_comunes.yaml": "- modelos\n",
    }
    assert told(tmp_path, files)[0].startswith("aviso · ")
    assert told(tmp_path, {**files, "vocabulario/homonimos.yaml": "- Morelos\n"}) == []


def test_a_concept_may_carry_the_name_of_its_thing(tmp_path: Path) -> None:
    files = {
        "vocabulario/fondos.yaml": "- {clave: fortamun, nombre: FORTAMUN}\n",
        "vocabulario/conceptos.yaml": "- {clave: fortamun, nombre: FORTAMUN}\n",
    }
    assert told(tmp_path, files) == []


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("bancos", "- {clave: x, nombre: X}\n- {clave: x, nombre: Z}\n", "«x» ya está en knowledge/vocabulario/bancos.yaml:1"),
        ("bancos", "- {clave: peñoles, nombre: Peñoles}\n", "«peñoles» no sirve de clave"),
        ("bancos", '- {clave: x, nombre: X, alias: ["?"]}\n', "«?» no tiene letras ni números"),
        ("gobiernos", "- {clave: x, nombre: X, desde: 2016-09-12, hasta: 2010-09-11}\n", "2010-09-11 es antes de 2016-09-12"),
        ("municipios", "- {clave: x, nombre: X}\n", "esperaba la clave INEGI de cinco cifras"),
        (
            "municipios",
            '- {clave: x, nombre: X, clave_inegi: "32020"}\n- {clave: y, nombre: Z, clave_inegi: "32020"}\n',
            "32020 ya es la clave INEGI de «x»",
        ),
    ],
)
def test_what_cannot_be_right_in_a_name_is_told(tmp_path: Path, name: str, text: str, expected: str) -> None:
    assert expected in "\n".join(told(tmp_path, {f"vocabulario/{name}.yaml": text}))


@pytest.mark.parametrize("text", ["Desde {periodo", "Desde {}", "Desde {el periodo}"])
def test_a_wording_with_broken_braces_is_told(tmp_path: Path, text: str) -> None:
    assert "las llaves de «aviso» no abren y cierran un nombre" in told(tmp_path, {"respuestas.yaml": f'aviso: "{text}"\n'})[0]


EXPECTED = "- {tema: deuda, concepto: saldo, de: zacatecas, desde: 2010, publica: Finanzas, documento: cuenta pública}\n"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("saldo", "saldos", "no conozco «saldos»"),
        ("zacatecas", "marte", "no conozco «marte»"),
        ("2010", "siempre", "leí «siempre» y esperaba un año"),
        ("publica: Finanzas", "publica: Finanzas, etapas: [gastado]", "no conozco «gastado»"),
        ("publica: Finanzas", "publica: Finanzas, pregunta: que-es-nada", "no conozco «que-es-nada»"),
    ],
)
def test_what_is_expected_of_something_unknown_is_told(tmp_path: Path, before: str, after: str, expected: str) -> None:
    names = {
        "vocabulario/conceptos.yaml": "- {clave: saldo, nombre: saldo}\n",
        "vocabulario/estados.yaml": "- {clave: zacatecas, nombre: Zacatecas}\n",
    }
    assert told(tmp_path, {**names, "cobertura.yaml": EXPECTED}) == []
    (text,) = told(tmp_path, {**names, "cobertura.yaml": EXPECTED.replace(before, after)})
    assert text.startswith("knowledge/cobertura.yaml:1")
    assert expected in text


def test_a_question_file_that_cannot_be_read_does_not_blame_the_file_that_names_its_questions(tmp_path: Path) -> None:
    names = {
        "vocabulario/conceptos.yaml": "- {clave: saldo, nombre: saldo}\n",
        "vocabulario/estados.yaml": "- {clave: zacatecas, nombre: Zacatecas}\n",
        "cobertura.yaml": EXPECTED.replace("publica: Finanzas", "publica: Finanzas, pregunta: que-es-issstezac"),
    }
    assert told(tmp_path, {**names, "preguntas/a.yaml": ENTRY}) == []
    (text,) = told(tmp_path, {**names, "preguntas/a.yaml": ENTRY.replace("  tema", "\ttema")})
    assert text.startswith("knowledge/preguntas/a.yaml")


def test_a_figure_expected_twice_is_told(tmp_path: Path) -> None:
    names = {
        "vocabulario/conceptos.yaml": "- {clave: saldo, nombre: saldo}\n",
        "vocabulario/estados.yaml": "- {clave: zacatecas, nombre: Zacatecas}\n",
    }
    (text,) = told(tmp_path, {**names, "cobertura.yaml": EXPECTED * 2})
    assert "ya está en el renglón 1" in text


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


STATUS = """\
- compromiso: ZAC-1-01
  fecha: 2026-10
  voz: gobierno
  dice: Se publicó el micrositio.
  estado: cumplido
  evidencia: [jornada-2026-01-21]
"""
COMMITMENT = {"vocabulario/compromisos.yaml": "- {clave: ZAC-1-01, nombre: Follow the money}\n"}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("  evidencia: [jornada-2026-01-21]\n", "", ":1 [evidencia]: falta «evidencia». Ejemplo"),
        ("[jornada-2026-01-21]", "[]", ":6 [evidencia]: falta «evidencia». Ejemplo"),
        ("jornada-2026-01-21", "nadie", ":6 [evidencia]: no conozco la fuente «nadie»"),
        ("ZAC-1-01", "ZAC-9-09", ":1 [compromiso]: no conozco el compromiso «ZAC-9-09»"),
        ("2026-10", "octubre", ":2 [fecha]: leí «octubre» y esperaba una fecha que exista"),
        ("2026-10", "2026-13", ":2 [fecha]: leí «2026-13» y esperaba una fecha que exista"),
        ("2026-10", "2027-01", ":2 [fecha]: «2027-01» todavía no llega"),
        ("voz: gobierno", "voz: vecinos", ":3 [voz]: leí «vecinos» y esperaba una de estas palabras: gobierno, evidencia, dinero"),
        ("cumplido", "terminado", ":5 [estado]: leí «terminado» y esperaba una de estas palabras: desconocido"),
        ("  estado", "  hito: Un paso\n  estado", ":5 [hito]: un hito va con su estado"),
        ("el micrositio", "el micrositio de 5 millones", ":4 [dice]: «5 millones» está escrito a mano"),
        ("  dice: Se publicó el micrositio.\n", "", ":1 [dice]: falta «dice»"),
    ],
)
def test_a_status_that_cannot_stand_is_refused(tmp_path: Path, before: str, after: str, said: str) -> None:
    assert told(tmp_path, {**COMMITMENT, "compromisos.yaml": STATUS}) == []
    (text, *_) = told(tmp_path, {**COMMITMENT, "compromisos.yaml": STATUS.replace(before, after)})
    assert text.startswith("knowledge/compromisos.yaml" + said)


def test_the_same_status_twice_is_told(tmp_path: Path) -> None:
    (text,) = told(tmp_path, {**COMMITMENT, "compromisos.yaml": STATUS * 2})
    assert "esto mismo ya está en el renglón 1" in text


CORRECTION = """\
- fecha: 2026-11-20
  decia: El déficit era de 1 peso
  dice: El déficit es de 2 pesos
  fuente: jornada-2026-01-21
  dato: deficit-actuarial-2020
"""


def test_a_sound_correction_raises_nothing(tmp_path: Path) -> None:
    assert told(tmp_path, {"correcciones.yaml": CORRECTION}) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("2026-11-20", "2026-11-23", "todavía no llega"),
        ("2026-11-20", "ayer", "esperaba una fecha"),
        ("es de 2 pesos", "era de 1 peso", "dice lo mismo"),
        ("jornada-2026-01-21", "nadie-2020", "no conozco la fuente"),
        ("deficit-actuarial-2020", "otro", "no conozco la cifra"),
        ("  dato: deficit-actuarial-2020\n", "", "falta «recibo» o «dato»"),
    ],
)
def test_a_correction_that_cannot_be_right_is_told(tmp_path: Path, old: str, new: str, expected: str) -> None:
    problems = told(tmp_path, {"correcciones.yaml": CORRECTION.replace(old, new)})
    assert any(expected in problem and "correcciones.yaml:" in problem for problem in problems), problems
