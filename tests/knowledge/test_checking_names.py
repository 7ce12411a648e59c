"""``bot.knowledge.check``: names that would be taken for another."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.knowledge.staff_files import told


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
