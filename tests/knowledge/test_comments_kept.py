"""Comments that people left in the files stay when a workbook changes what they stand beside."""

from __future__ import annotations

from itertools import combinations

import pytest

from bot.knowledge import Written
from bot.knowledge.comments import comments
from bot.knowledge.nodes import Many, Row, Text, parsed
from bot.knowledge.writing import Edit, rewritten

ORDER = ("clave", "pregunta", "tambien", "respuesta", "fuentes", "tema", "estado", "alias")
TEXT = """\
# guía
- clave: uno  # no cambia
  # sobre la pregunta
  pregunta: ¿Qué es uno?  # como sale
  # sobre las maneras
  tambien:  # como la gente
    # la primera
    - qué es # corta
    - dime uno  # larga
    # con signo
    - "cuál # no es comentario"
    # al final
  respuesta: >  # breve
    hola # es texto
    # también es texto

  # sobre las fuentes
  fuentes: [a, # la mejor
     b]  # la otra
  tema: deuda # uno solo
# de la siguiente
- {clave: dos, alias: [x, y]}  # en un renglón
"""
CHANGES: dict[str, Written] = {
    "pregunta": "¿Y uno?",
    "tambien": ("dime uno", "qué es", "nueva"),
    "respuesta": "Adiós.",
    "fuentes": ("b",),
    "tema": "",
    "estado": "publicada",
}


def changed(changes: dict[str, Written], place: int = 0) -> str:
    document = parsed(TEXT)
    assert isinstance(document, Many)
    rows = [item for item in document.items if isinstance(item, Row)]
    return rewritten(TEXT, [Edit(rows[place].line, rows[place].lines, changes)], [], ORDER, [row.line for row in rows])


def read(text: str, place: int = 0) -> dict[str, object]:
    document = parsed(text)
    assert isinstance(document, Many)
    row = document.items[place]
    assert isinstance(row, Row)
    return {key: value.value.strip() if isinstance(value, Text) else values(value) for key, value in row.cells.items()}


def values(value: object) -> tuple[str, ...]:
    assert isinstance(value, Many)
    return tuple(item.value for item in value.items if isinstance(item, Text))


def said(text: str) -> list[str]:
    return sorted(each.text for each in comments(text))


def test_a_sign_inside_a_text_is_no_comment() -> None:
    assert len(said(TEXT)) == 18
    assert not [each for each in said(TEXT) if "texto" in each or "no es" in each]


@pytest.mark.parametrize("keys", [keys for size in (1, 2, len(CHANGES)) for keys in combinations(CHANGES, size)], ids=" ".join)
def test_whatever_changes_no_comment_is_lost_and_what_is_written_is_read_back(keys: tuple[str, ...]) -> None:
    text = changed({key: CHANGES[key] for key in keys})
    assert said(text) == said(TEXT)
    wanted = {**read(TEXT), **{key: CHANGES[key] for key in keys}}
    assert read(text) == {key: value for key, value in wanted.items() if value}
    assert read(text, 1) == read(TEXT, 1)


def test_a_comment_goes_with_its_item_and_an_item_mended_keeps_its_own() -> None:
    moved = changed({"tambien": ("dime uno", "qué es", "cuál no es")})
    assert "    - dime uno  # larga\n    # la primera\n    - qué es  # corta\n    # con signo\n    - cuál no es\n    # al final\n" in moved


def test_a_row_on_one_line_keeps_its_comment() -> None:
    text = changed({"alias": ("x", "z")}, place=1)
    assert text.endswith("# de la siguiente\n- clave: dos  # en un renglón\n  alias: [x, z]\n")


def test_a_key_that_is_taken_out_leaves_its_comment() -> None:
    assert "  # uno solo\n" in changed({"tema": ""})
