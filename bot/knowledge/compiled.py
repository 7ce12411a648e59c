"""The compiled copy of ``knowledge/``: a start with unchanged files parses no YAML, and files that do not pass leave the copy that did in
service. Any doubt about the copy (another folder, other code, damage) and it is as if there were none."""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from bot.domain.vocabulary import ActCues, Correction, ExpectedFigure, FaqText, Knowledge, StatusReport, Term
from bot.knowledge.replacing import replace_file

_FORMAT = "2"
_TYPES = (Term, ActCues, FaqText, ExpectedFigure, StatusReport, Correction, Knowledge)
_ALLOWED = {(type_.__module__, type_.__qualname__): type_ for type_ in (*_TYPES, date, frozenset)}


def fingerprint(folder: Path, files: Iterable[Path]) -> str:
    """Changes when a file is changed, added, renamed or removed."""
    digest = hashlib.sha256()
    for path in files:
        content = path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def stored(cache: Path, folder: Path, content_hash: str) -> Knowledge | None:
    """The compiled copy, if it was made from exactly these files by exactly these types."""
    found = last_good(cache, folder)
    return found if found and found.content_hash == content_hash else None


def last_good(cache: Path, folder: Path) -> Knowledge | None:
    """The compiled copy of this folder, whatever its files hold by now."""
    try:
        head, _, body = cache.read_bytes().partition(b"\n")
        if head != _head(folder, body):
            return None
        found = _OurTypesOnly(io.BytesIO(body)).load()
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, TypeError, ValueError):
        return None
    return found if isinstance(found, Knowledge) else None


def store(cache: Path, folder: Path, knowledge: Knowledge) -> None:
    """Replace the copy in one step; a disk that cannot be written is no error, only a slower next start."""
    body = pickle.dumps(knowledge, protocol=5)
    with suppress(OSError):
        cache.parent.mkdir(parents=True, exist_ok=True)
        replace_file(cache, _head(folder, body) + b"\n" + body)


def _head(folder: Path, body: bytes) -> bytes:
    shape = ";".join(f"{type_.__qualname__}:{','.join(f.name for f in fields(type_))}" for type_ in _TYPES)
    made_by = hashlib.sha256(f"{_FORMAT};{shape};{folder.resolve()}".encode()).hexdigest()
    return f"{made_by} {hashlib.sha256(body).hexdigest()}".encode()


class _OurTypesOnly(pickle.Unpickler):
    """A pickle can name any function of any library; this one builds the types of the vocabulary and no more."""

    def find_class(self, module: str, name: str) -> Any:
        try:
            return _ALLOWED[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is not part of the vocabulary") from None
