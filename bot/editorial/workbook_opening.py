"""Opening a workbook that came from anybody: what is no plain workbook of texts is refused with a sentence, before it is parsed."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from openpyxl import Workbook, load_workbook

from bot.errors import WorkbookError

MOST_BYTES = 10_000_000
MOST_UNPACKED = 60_000_000
_MOST_PARTS = 200
_HOW = "Exporta el libro otra vez con «ruta knowledge export» y copia ahí tus cambios como texto."
_REFUSED = (
    (re.compile(r"vbaProject|\.bin$|macrosheets/"), "trae macros u objetos incrustados"),
    (re.compile(r"externalLinks/|connections\.xml|queryTables/"), "trae vínculos a otros archivos o conexiones"),
    (re.compile(r"embeddings/|activeX/|ctrlProps/"), "trae objetos incrustados"),
)
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@contextmanager
def opened(path: Path) -> Iterator[Workbook]:
    """The workbook, to be read row by row. WorkbookError says why it is refused."""
    _look_inside(path)
    # opened here, so that a sheet left half read keeps no file open
    with path.open("rb") as file:
        try:
            book = load_workbook(file, read_only=True, data_only=False, keep_links=False)
        except Exception as error:  # the library raises whatever its XML parser does
            raise WorkbookError(f"«{path.name}» está dañado o no es un libro de Excel (.xlsx). {_HOW}") from error
        try:
            yield book
        finally:
            book.close()


def _look_inside(path: Path) -> None:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise _refusal(path, f"pesa {size // 1_000_000} MB y lo más que acepto son {MOST_BYTES // 1_000_000}")
        if not zipfile.is_zipfile(path):
            raise _refusal(path, "no es un libro .xlsx (¿es .xls, .csv, o tiene contraseña?)")
        with zipfile.ZipFile(path) as parts:
            _judge(path, parts)
    except OSError as error:
        raise WorkbookError(
            f"No pude abrir «{path}» ({error.strerror or error}). Revisa el nombre y que no esté abierto en Excel."
        ) from error
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        raise _refusal(path, "está dañado o tiene contraseña") from error


def _judge(path: Path, parts: zipfile.ZipFile) -> None:
    infos = parts.infolist()
    if len(infos) > _MOST_PARTS or sum(info.file_size for info in infos) > MOST_UNPACKED:
        raise _refusal(path, "se infla a más de lo que cabe en un libro de preguntas")
    for info in infos:
        for pattern, why in _REFUSED:
            if pattern.search(info.filename):
                raise _refusal(path, why)
        if info.filename.endswith((".xml", ".rels")) and _declares(parts, info):
            raise _refusal(path, "trae declaraciones que un libro de Excel no lleva")


def _declares(parts: zipfile.ZipFile, info: zipfile.ZipInfo) -> bool:
    """Read by pieces and never past what the archive says it holds: a lying archive ends here."""
    left, before = MOST_UNPACKED, b""
    with parts.open(info) as part:
        while piece := part.read(1 << 16):
            left -= len(piece)
            if left < 0 or _DECLARES.search(before + piece):
                return True
            before = piece[-16:]
    return False


def _refusal(path: Path, why: str) -> WorkbookError:
    return WorkbookError(f"No acepté «{path.name}»: {why}. {_HOW}")
