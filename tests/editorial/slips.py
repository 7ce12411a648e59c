"""What an editor does wrong in a file or in a cell: the errors that ``tests/editorial/mutations.py`` plants."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Lines = list[str]


@dataclass(frozen=True)
class Slip:
    """What an editor does to one line that matches ``where``: ``do`` gives the new lines and how far below the first the error stands."""

    kind: str
    files: str
    where: str
    do: Callable[[str], tuple[Lines, int]]


def swap(before: str, after: str) -> Callable[[str], tuple[Lines, int]]:
    return lambda line: ([re.sub(before, after, line, count=1)], 0)


def extra(text: str, *, shift: int = 1) -> Callable[[str], tuple[Lines, int]]:
    return lambda line: ([line, text], shift)


# A line added at the end of an answer is told at «respuesta:», which is found going up from it.
QUESTIONS, NAMES = "preguntas/*.yaml", "vocabulario/*.yaml"
# What names somebody: concepts may share a name with their thing, and never claim a word.
OWNERS = "vocabulario/[bfgio]*s.yaml"
SLIPS = (
    Slip("una clave mal escrita", QUESTIONS, r"^  responsable: ", swap("responsable", "responsables")),
    Slip("una clave mal escrita", QUESTIONS, r"^  pregunta: ", swap("pregunta", "preguntas")),
    Slip("una clave dos veces", QUESTIONS, r"^  tema: ", lambda line: ([line, line], 1)),
    Slip("un tema que no existe", QUESTIONS, r"^  tema: ", swap(r"tema: \w+", "tema: finanzas")),
    Slip("un estado que no existe", QUESTIONS, r"^  estado: ", swap(r"estado: \w+", "estado: lista")),
    Slip("una fecha que no existe", QUESTIONS, r"^  revisar_antes_de: ", swap(r"\d{4}-\d\d-\d\d", "2027-02-30")),
    Slip("una fecha en otro orden", QUESTIONS, r"^  revisar_antes_de: ", swap(r"\d{4}-\d\d-\d\d", "31/03/2027")),
    Slip("una revisión vencida", QUESTIONS, r"^  revisar_antes_de: ", swap(r"\d{4}-\d\d-\d\d", "2020-03-31")),
    Slip("una fuente que no existe", QUESTIONS, r"^  fuentes: \[", swap(r"\[", "[nadie-2020, ")),
    Slip("una fuente sin corchetes", QUESTIONS, r"^  fuentes: \[[^,]+\]$", swap(r"\[(.*)\]", r"\1")),
    Slip("una pregunta sin signos", QUESTIONS, r"^  pregunta: ¿", swap("¿", "")),
    Slip("un tabulador", QUESTIONS, r"^  tema: ", swap("^  ", "\t")),
    Slip("unas comillas sin cerrar", QUESTIONS, r"^  pregunta: ¿", swap("¿", '"¿')),
    Slip("dos puntos sueltos", QUESTIONS, r"^    - \w+", swap("$", ": sí: no")),
    Slip("un renglón vacío en la lista", QUESTIONS, r"^    - \w+", extra("    -")),
    Slip("una manera de preguntar repetida", QUESTIONS, r"^    - \w+", lambda line: ([line, line.upper()], 1)),
    Slip("la pregunta de otra entrada", QUESTIONS, r"^    - \w+", extra("    - qué es el fais")),
    Slip("una clave con mayúsculas", QUESTIONS, r"^- clave: ", swap("clave: ", "clave: Una-")),
    Slip("una clave repetida", "preguntas/[pt]*.yaml", r"^- clave: ", swap("clave: .*", "clave: como-pido-informacion")),
    Slip("una acusación en la pregunta", QUESTIONS, r"^  pregunta: ¿", swap("¿", "¿Por el robo ")),
    Slip("un alias de otro", OWNERS, r"^  alias: \[", swap(r"\[", "[banco del bajio, imss, ")),
    Slip("un alias que se confunde con una palabra", OWNERS, r"^  alias: \[", swap(r"\[", "[zapatoz, ")),
    Slip("un nombre que se confunde con una palabra", OWNERS, r"^  corto: ", swap("corto: .*", "corto: Camiza")),
    Slip("una clave desconocida en un nombre", NAMES, r"^  nombre: ", extra("  sinonimos: [uno]")),
    Slip("un artículo que no existe", NAMES, r"^  articulo: ", swap(r"articulo: \w+", "articulo: lo")),
    Slip("un tema que no existe en un nombre", NAMES, r"^  tema: ", swap(r"tema: \w+", "tema: dinero")),
    Slip("una marca que no es true ni false", NAMES, r"^  fuera: ", swap("true", "sí")),
    Slip("una clave INEGI mal escrita", "vocabulario/municipios.yaml", r"^  clave_inegi: ", swap(r'"\d+"', '"9999"')),
    Slip("una clave INEGI de otro", "vocabulario/municipios.yaml", r"^  clave_inegi: ", swap(r'"\d+"', '"32001"')),
    Slip("un nombre sin clave", NAMES, r"^- clave: ", swap(r"clave: .*", "clave:")),
    Slip("un periodo al revés", "vocabulario/gobiernos.yaml", r"^  hasta: ", swap(r"\d{4}", "1990")),
    Slip("una forma de dos etapas", "vocabulario/etapas.yaml", r"^  formas: \[", swap(r"\[", "[devengado, ejercido, ")),
    Slip("una etapa que no existe", "vocabulario/etapas.yaml", r"^- clave: ", swap(r"clave: \w+", "clave: gastado")),
    Slip("una abreviatura con dos sentidos", "vocabulario/jerga.yaml", r"^- \{dice: ", lambda line: ([line, _other_meaning(line)], 1)),
    Slip("un acto que no existe", "intenciones.yaml", r"^  - clave: (?:amount|who|when|list)", swap(r"clave: \w+", "clave: sumar")),
    Slip("llaves sin cerrar en una frase", "respuestas.yaml", r"^[a-z_.]+: [^>\"].*\w$", swap("$", " {periodo")),
    Slip("una frase repetida", "respuestas.yaml", r"^[a-z_]+: [^>\"].*\w", lambda line: ([line, line], 1)),
    Slip("una acusación en una frase", "respuestas.yaml", r"^[a-z_.]+: [^>\"].*\w", swap("$", " Hubo saqueo.")),
    Slip("un concepto que no existe", "cobertura.yaml", r"^  concepto: ", swap(r"concepto: .*", "concepto: gastadera")),
    Slip("una etapa desconocida en la cobertura", "cobertura.yaml", r"^  etapas: \[", swap(r"\[", "[gastado, ")),
    Slip("un año que no es año", "cobertura.yaml", r"^  desde: ", swap(r"\d{4}", "siempre")),
    Slip("una pregunta que no existe en la cobertura", "cobertura.yaml", r"^  pregunta: ", swap(r"pregunta: .*", "pregunta: que-es-nada")),
)  # fmt: skip
# Nobody but a person can see most of these: the words are well written and the document exists, but it is another one. Only where the
# answer holds a figure does the check know whose document is missing.
UNSEEN = (
    Slip("otra fuente, que también existe", QUESTIONS, r"^  fuentes: \[", swap(r"\[.*\]", "[inegi-censo]")),
    Slip("una acusación fuera de la lista", QUESTIONS, r"^  pregunta: ¿", swap("¿", "¿Cómo fue el atraco de ")),
)
IN_ANSWERS = (
    ("un monto tecleado", "Costó 50 millones de pesos."),
    ("un monto tecleado", "Fueron $1,200."),
    ("un monto con millares", "Fueron 4,939,273,314 en total."),
    ("un monto con letra", "Fueron cincuenta y dos millones de pesos."),
    ("un porcentaje tecleado", "Creció 33 por ciento."),
    ("una acusación", "Así fue el saqueo."),
    ("una acusación", "Lo desviaron."),
    ("una cifra que no existe", "Son {cifra:no-existe-2020}."),
    ("llaves mal escritas", "Son {monto}."),
    ("llaves mal escritas", "Son {cifra: deficit}."),
)
STATUS = """- compromiso: ZAC-1-01
  fecha: 2017-10
  voz: evidencia
  dice: Un portal mostró dos contratos.
  estado: en_proceso
  evidencia: [lasnoticiasya-2017-10-portal]
"""
IN_STATUSES = (
    ("un avance sin evidencia", 6, ""),
    ("un avance sin evidencia", 6, "  evidencia: []"),
    ("un avance con documento desconocido", 6, "  evidencia: [nadie]"),
    ("un avance de nadie", 1, "- compromiso: ZAC-9-99"),
    ("un avance futuro", 2, "  fecha: 2031-01"),
    ("un avance sin fecha", 2, "  fecha: octubre"),
    ("una voz que no existe", 3, "  voz: vecinos"),
    ("un monto en un avance", 4, "  dice: Gastaron 5 millones."),
    ("un estado que no existe en un avance", 5, "  estado: terminado"),
    ("un hito sin estado", 5, "  hito: Un paso"),
)
# Column, value, and what is wrong with it: cell by cell in the sheet of questions.
IN_CELLS: tuple[tuple[str, str, Any], ...] = (
    ("hoja: una fórmula", "respuesta", "=SUMA(A1:A9)"),
    ("hoja: un número por texto", "respuesta", 44.5),
    ("hoja: un número por texto", "pregunta", 7),
    ("hoja: verdadero por texto", "responsable", True),
    ("hoja: una fecha por texto", "responsable", datetime(2026, 1, 1)),  # noqa: DTZ001
    ("hoja: un error de Excel", "respuesta", "#REF!"),
    ("hoja: un tema que no existe", "tema", "finanzas"),
    ("hoja: un estado que no existe", "estado", "lista"),
    ("hoja: una fecha mal escrita", "revisar", "31 de marzo"),
    ("hoja: una celda vacía", "respuesta", None),
    ("hoja: una celda vacía", "responsable", None),
    ("hoja: letras invisibles", "respuesta", "Es\u202eun texto."),
    ("hoja: una respuesta interminable", "respuesta", "a" * 5000),
    ("hoja: otro archivo", "archivo", "bot-viejo"),
)
IN_CHECKED_CELLS: tuple[tuple[str, str, Any], ...] = (
    ("hoja: una fuente que no existe", "fuentes", "nadie-2020"),
    ("hoja: una fuente que falta", "fuentes", None),
    ("hoja: un monto tecleado", "respuesta", "Costó 50 millones de pesos."),
    ("hoja: un porcentaje tecleado", "respuesta", "Creció 33 por ciento."),
    ("hoja: una acusación", "respuesta", "Hubo un robo."),
    ("hoja: una cifra que no existe", "respuesta", "Son {cifra:no-existe}."),
    ("hoja: una pregunta sin signos", "pregunta", "Qué es una prueba de nadie"),
    ("hoja: la pregunta de otra entrada", "también", "qué es el fais"),
)


def _other_meaning(line: str) -> str:
    return re.sub(r"quiere_decir: [^}]+", "quiere_decir: zapato", line)
