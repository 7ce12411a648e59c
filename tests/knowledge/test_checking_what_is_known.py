"""``bot.knowledge.check``: figures expected, statuses of commitments and corrections that cannot stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.knowledge.staff_files import ENTRY, told

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
