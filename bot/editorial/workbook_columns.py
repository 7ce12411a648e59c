"""The sheets of the workbook: which column holds which key of which file."""

from __future__ import annotations

from dataclasses import dataclass

from bot.knowledge import staff_files
from bot.knowledge.row_keys import FAQ, KINDS, STATUS, TERM
from bot.knowledge.rows import Key

YES, NO = "sí", "no"
FILE = "archivo"
ROWS_MOST = 5_000
"""More rows than this in a sheet are not a knowledge base of this project."""


@dataclass(frozen=True)
class Column:
    """``key`` is the key of the file; ``title`` what the first row of the sheet says; ``kind`` as in ``Key.kind``; ``width`` in letters."""

    key: str
    title: str
    kind: str
    width: int
    choices: tuple[str, ...] = ()
    required: bool = False
    example: str = ""

    @property
    def name(self) -> str:
        """The title without what it explains."""
        return self.title.partition(" (")[0]


@dataclass(frozen=True)
class SheetForm:
    """``folder`` is where its files are, empty for the one file of the sheet; ``identity`` the columns that say which row it is."""

    name: str
    folder: str
    columns: tuple[Column, ...]
    identity: tuple[str, ...]

    def name_of(self, key: str | None) -> str | None:
        """The name of the column of a key; the key itself where there is none."""
        return next((column.name for column in self.columns if column.key == key), key)

    @property
    def known_by(self) -> tuple[str, ...]:
        """The columns of the identity by which people know a row; they stay in sight."""
        return self.identity[: 2 if self.identity[0] == FILE else 1]

    @property
    def of_several_files(self) -> bool:
        """Whether the first column says in which file of ``folder`` a row stands."""
        return self.columns[0].key == FILE

    @property
    def order(self) -> tuple[str, ...]:
        """The keys in the order a file has them."""
        return tuple(column.key for column in self.columns if column.key != FILE)


_TITLES = {
    "tambien": "también (una por renglón: Alt+Enter)",
    "fuentes": "fuentes (una por renglón)",
    "evidencia": "evidencia (una por renglón)",
    "alias": "alias (uno por renglón)",
    "revisar_antes_de": "revisar antes de",
    "clave_inegi": "clave INEGI",
    "articulo": "artículo",
    "fuera": "fuera (no es dinero de Zacatecas)",
    "testigo": "testigo (revisa el dinero de otros)",
    "hito": "hito (si habla de uno solo)",
    "estado_hito": "estado del hito",
}
_WIDTHS = {
    "clave": 28, "pregunta": 38, "tambien": 46, "respuesta": 70, "fuentes": 26, "nombre": 44, "alias": 44, "dice": 60, "evidencia": 30,
    "hito": 40, "compromiso": 14,
}  # fmt: skip


def _columns(keys: tuple[Key, ...], *first: Column) -> tuple[Column, ...]:
    made = []
    for key in keys:
        choices = (YES, NO) if key.kind == "flag" else key.choices
        title = _TITLES.get(key.name, key.name)
        made.append(Column(key.name, title, key.kind, _WIDTHS.get(key.name, 18), choices, key.required, key.example))
    return (*first, *made)


QUESTIONS = SheetForm(
    "Preguntas", staff_files.QUESTIONS, _columns(FAQ, Column(FILE, "archivo", "text", 18, example="deuda")), identity=("clave",)
)
VOCABULARY = SheetForm(
    "Vocabulario",
    staff_files.VOCABULARY,
    _columns(TERM, Column(FILE, "lista", "text", 16, tuple(KINDS), required=True, example="instituciones")),
    identity=(FILE, "clave"),
)
COMMITMENTS = SheetForm("Compromisos", "", _columns(STATUS), identity=("compromiso", "fecha", "voz", "hito", "dice"))
SHEETS = (QUESTIONS, VOCABULARY, COMMITMENTS)
INSTRUCTIONS, SOURCES, FIGURES = "Instrucciones", "Fuentes", "Cifras"
"""Sheets that are only read by people."""
