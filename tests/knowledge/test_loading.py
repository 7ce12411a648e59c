"""``bot.knowledge.load`` over small folders of staff files."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from bot.domain.vocabulary import Term
from bot.errors import KnowledgeError
from bot.knowledge import World, load, serve
from bot.knowledge.compiled import fingerprint, pickled, unpickled

INSTITUTIONS = """\
# Diez líneas de guía.
- clave: issstezac
  nombre: Instituto de Seguridad y Servicios Sociales de los Trabajadores del Estado de Zacatecas
  corto: ISSSTEZAC
  articulo: el
  alias: [isstezac, el instituto de pensiones]
  tema: pensiones
- clave: imss
  nombre: IMSS
  fuera: true
"""
TERMS_OF_OFFICE = """\
- clave: tello
  nombre: Alejandro Tello
  desde: 2016-09-12
  hasta: 2021-09-11
"""
FAQ = """\
- clave: que-es-issstezac
  pregunta: ¿Qué es el ISSSTEZAC?
  tambien:
    - para qué sirve el issstezac
  respuesta: >
    Administra el fondo
    de pensiones.
  fuentes: [jornada-2026-01-21]
  tema: pensiones
  responsable: transparencia
  estado: publicada
  revisar_antes_de: 2027-03-31
"""


def folder_with(tmp_path: Path, files: Mapping[str, str]) -> Path:
    folder = tmp_path / "knowledge"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def problems_of(tmp_path: Path, files: Mapping[str, str]) -> list[str]:
    with pytest.raises(KnowledgeError) as told:
        load(folder_with(tmp_path, files))
    return [str(problem) for problem in told.value.problems]


def test_a_name_keeps_its_written_forms_in_order(tmp_path: Path) -> None:
    knowledge = load(folder_with(tmp_path, {"vocabulario/instituciones.yaml": INSTITUTIONS}))
    issstezac, imss = knowledge.terms
    assert (issstezac.kind, issstezac.short, issstezac.article, issstezac.topic) == ("institucion", "ISSSTEZAC", "el", "pensiones")
    assert issstezac.aliases[1:] == ("ISSSTEZAC", "isstezac", "el instituto de pensiones")
    assert (imss.outside, imss.short, imss.aliases) == (True, "IMSS", ("IMSS",))


def test_a_governors_term_has_its_days(tmp_path: Path) -> None:
    (term,) = load(folder_with(tmp_path, {"vocabulario/gobiernos.yaml": TERMS_OF_OFFICE})).terms
    assert (term.start, term.end) == (date(2016, 9, 12), date(2021, 9, 11))


def test_what_looks_like_a_number_or_a_yes_stays_the_word_an_editor_wrote(tmp_path: Path) -> None:
    (term,) = load(folder_with(tmp_path, {"vocabulario/fondos.yaml": "- {clave: r33, nombre: Ramo 33, alias: [33, no, 08]}"})).terms
    assert term.aliases == ("Ramo 33", "33", "no", "08")


def test_the_small_lists_are_folded(tmp_path: Path) -> None:
    knowledge = load(
        folder_with(
            tmp_path,
            {
                "vocabulario/etapas.yaml": "- clave: ejercido\n  formas: [ejerció, Ejercieron]\n",
                "vocabulario/jerga.yaml": "- dice: Varo\n  quiere_decir: dinero\n",
                "vocabulario/palabras_comunes.yaml": "- Duda\n- tabaco\n",
                "intenciones.yaml": "actos:\n- clave: amount\n  pistas: [cuánto]\ntemas:\n- clave: deuda\n  ejemplos: [cuánto se debe]\n",
                "respuestas.yaml": "saludo: Hola.\nnote.carried_over: Sigo con {tema}.\n",
            },
        )
    )
    assert knowledge.stages == {"ejercio": "ejercido", "ejercieron": "ejercido"}
    assert knowledge.slang == {"varo": "dinero"}
    assert knowledge.ordinary == {"duda", "tabaco"}
    assert knowledge.acts[0].cues == ("cuánto",)
    assert knowledge.topics[0].examples == ("cuánto se debe",)
    assert knowledge.wordings["note.carried_over"] == "Sigo con {tema}."


def test_an_answer_of_staff_keeps_its_words_and_its_place(tmp_path: Path) -> None:
    (entry,) = load(folder_with(tmp_path, {"preguntas/pensiones.yaml": FAQ})).faq
    assert entry.answer == "Administra el fondo de pensiones."
    assert (entry.sources, entry.state, entry.review_by) == (("jornada-2026-01-21",), "publicada", date(2027, 3, 31))
    assert (entry.file, entry.line) == ("knowledge/preguntas/pensiones.yaml", 1)


def test_missing_files_leave_their_part_empty(tmp_path: Path) -> None:
    knowledge = load(folder_with(tmp_path, {}))
    assert (knowledge.terms, knowledge.faq, knowledge.wordings) == ((), (), {})


def test_a_missing_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="carpeta del proyecto"):
        load(tmp_path / "nada")


def test_every_mistake_of_form_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    told = problems_of(
        tmp_path,
        {
            "vocabulario/bancos.yaml": "- clave: banorte\n  sinonimos: [banorte]\n  fuera: quizá\n",
            "vocabulario/gobiernos.yaml": "- clave: tello\n  nombre: Tello\n  desde: 2016-13-01\n",
            "preguntas/x.yaml": FAQ.replace("publicada", "lista").replace("2027-03-31", "marzo"),
        },
    )
    assert [text.split(":")[1].split(" ")[0] for text in told] == ["11", "12", "2", "1", "3", "3"]
    assert "no conozco «sinonimos». Uso: clave, nombre" in told[2]
    assert "falta «nombre»" in told[3]
    assert "leí «quizá» y esperaba true o false" in told[4]
    assert "leí «2016-13-01» y esperaba una fecha que exista" in told[5]
    assert "leí «lista» y esperaba una de estas palabras: borrador, publicada, retirada" in told[0]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("vocabulario/plantas.yaml", "- clave: x\n", "no conozco este archivo. Los de esta carpeta son: bancos.yaml"),
        ("respuesta.yaml", "saludo: Hola.\n", "no conozco este archivo. Los de esta carpeta son: cobertura.yaml"),
        ("vocabulario/bancos.yaml", "clave: x\n", "esperaba una lista"),
        ("vocabulario/bancos.yaml", "- hola\n", "leí «hola»"),
        ("vocabulario/bancos.yaml", "- clave: x\n  nombre: X\n  alias: equis\n", "esperaba una lista, aunque tenga un solo elemento"),
        ("vocabulario/bancos.yaml", "- clave: x\n  nombre: X\n  alias: [a, {b: c}]\n", "esperaba una lista de textos"),
        ("vocabulario/bancos.yaml", "- clave: x\n  clave: y\n  nombre: X\n", "«clave» está dos veces"),
        ("vocabulario/bancos.yaml", "- clave: x\n  nombre: A: B: C\n", "desde aquí no pude leer el archivo"),
        ("vocabulario/bancos.yaml", "- clave: x\n  nombre: &y X\n  corto: *y\n", "bancos.yaml:2: desde aquí no pude leer"),
        ("vocabulario/bancos.yaml", "- &y [*y]\n", "bancos.yaml:1: desde aquí no pude leer"),
        ("vocabulario/bancos.yaml", "- clave: x\n  nombre: a\x07\n", "bancos.yaml:2: hay una letra invisible"),
        ("vocabulario/bancos.yaml", "- clave: x\n\tnombre: X\n", "hay un tabulador"),
        ("vocabulario/etapas.yaml", "- clave: gastado\n  formas: [gastado]\n", "esperaba una de estas palabras: aprobado"),
        (
            "vocabulario/jerga.yaml",
            "- {dice: lana, quiere_decir: dinero}\n- {dice: Lana, quiere_decir: tela}\n",
            "ya quiere decir «dinero»",
        ),
        ("vocabulario/palabras_comunes.yaml", "duda: si\n", "esperaba una lista de palabras"),
        ("vocabulario/palabras_comunes.yaml", "- [duda]\n", "leí una lista y esperaba una palabra"),
        ("intenciones.yaml", "actos:\n- clave: sumar\n", "no conozco «sumar»"),
        ("intenciones.yaml", "verbos: []\n", "no conozco «verbos»"),
        ("intenciones.yaml", "- x\n", "esperaba «actos:» y «temas:»"),
        ("respuestas.yaml", "- x\n", "esperaba «clave: texto»"),
        ("respuestas.yaml", "saludo: [a]\n", "leí una lista y esperaba un texto"),
        ("respuestas.yaml", "saludo: a\nsaludo: b\n", "«saludo» está dos veces"),
    ],
)
def test_a_mistake_is_told_in_the_words_of_an_editor(tmp_path: Path, name: str, text: str, expected: str) -> None:
    assert expected in "\n".join(problems_of(tmp_path, {name: text}))


def test_letters_of_another_encoding_are_told_with_their_line(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, {})
    (folder / "respuestas.yaml").write_bytes("saludo: Hola\ndespedida: Adi\xf3s\n".encode("latin-1"))
    with pytest.raises(KnowledgeError, match=r"respuestas\.yaml:2: hay letras que no están en UTF-8"):
        load(folder)


def test_an_unchanged_folder_is_read_from_the_compiled_copy(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, {"vocabulario/instituciones.yaml": INSTITUTIONS, "preguntas/p.yaml": FAQ})
    cache = tmp_path / "var" / "knowledge"
    assert load(folder, cache) == load(folder, cache) == load(folder)


def test_a_changed_file_is_seen(tmp_path: Path) -> None:
    cache = tmp_path / "knowledge.cache"
    before = load(folder_with(tmp_path, {"preguntas/p.yaml": FAQ}), cache)
    after = load(folder_with(tmp_path, {"preguntas/p.yaml": FAQ.replace("Administra", "Cuida")}), cache)
    assert after.faq[0].answer == "Cuida el fondo de pensiones."
    assert before.content_hash != after.content_hash


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"x" * 4000])
def test_a_damaged_compiled_copy_is_made_again(tmp_path: Path, damage: bytes) -> None:
    folder = folder_with(tmp_path, {"preguntas/p.yaml": FAQ})
    cache = tmp_path / "cache"
    cache.write_bytes(damage)
    assert load(folder, cache) == load(folder)
    assert cache.read_bytes() != damage


def test_a_compiled_copy_cannot_run_anything(tmp_path: Path) -> None:
    class Runs:
        def __reduce__(self) -> tuple[object, ...]:
            return pytest.fail, ("it ran",)

    cache = tmp_path / "cache"
    cache.write_bytes(pickled(Runs(), "this program"))
    assert unpickled(cache, "this program", [Term]) is None


def test_after_an_update_of_the_program_the_files_are_read_again(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, {"preguntas/p.yaml": FAQ})
    files, reader = [folder / "preguntas/p.yaml"], tmp_path / "reading.py"
    reader.write_text("before")
    before = fingerprint(folder, files, [reader])
    assert fingerprint(folder, files, [reader]) == before
    reader.write_text("after")
    assert fingerprint(folder, files, [reader]) != before


def test_a_place_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, {"preguntas/p.yaml": FAQ})
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert load(folder, blocked / "cache").faq


def test_a_warm_start_imports_no_yaml_library(tmp_path: Path) -> None:
    folder, cache = folder_with(tmp_path, {"preguntas/p.yaml": FAQ}), tmp_path / "cache"
    load(folder, cache)
    code = (
        "import sys; from pathlib import Path; from bot.knowledge import load;"
        f"load(Path({str(folder)!r}), Path({str(cache)!r})); print([m for m in sys.modules if m.startswith('ruamel')])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


WORLD = World({"jornada-2026-01-21": ""}.get, {}.get)
TODAY = date(2026, 11, 22)


def test_files_that_do_not_pass_leave_the_last_good_copy_in_service(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    folder = folder_with(tmp_path, {"preguntas/p.yaml": FAQ})
    good = serve(folder, cache, WORLD, TODAY)
    for broken in (
        FAQ.replace("  tema", "\ttema"),
        FAQ.replace("el fondo", "50 millones de pesos"),
        FAQ.replace("jornada-2026-01-21", "nadie"),
    ):
        serving = serve(folder_with(tmp_path, {"preguntas/p.yaml": broken}), cache, WORLD, TODAY)
        assert serving.knowledge == good.knowledge
        assert serving.kept_out
    mended = serve(folder_with(tmp_path, {"preguntas/p.yaml": FAQ.replace("Administra", "Cuida")}), cache, WORLD, TODAY)
    assert mended.kept_out == ()
    assert mended.knowledge.faq[0].answer == "Cuida el fondo de pensiones."


def test_a_review_day_that_passed_keeps_nothing_out(tmp_path: Path) -> None:
    assert serve(folder_with(tmp_path, {"preguntas/p.yaml": FAQ}), tmp_path / "cache", WORLD, date(2030, 1, 1)).kept_out == ()


def test_without_a_copy_that_passed_the_mistakes_are_told(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, {"preguntas/p.yaml": FAQ.replace("jornada-2026-01-21", "nadie")})
    with pytest.raises(KnowledgeError, match="no conozco la fuente «nadie»"):
        serve(folder, tmp_path / "cache", WORLD, TODAY)


def test_the_copy_of_another_folder_is_never_served(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    serve(folder_with(tmp_path / "una", {"preguntas/p.yaml": FAQ}), cache, WORLD, TODAY)
    other = folder_with(tmp_path / "otra", {"preguntas/p.yaml": FAQ.replace("jornada-2026-01-21", "nadie")})
    with pytest.raises(KnowledgeError):
        serve(other, cache, WORLD, TODAY)
