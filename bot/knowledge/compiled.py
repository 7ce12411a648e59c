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
from bot.language import folding

_FORMAT = "2"
_TYPES = (Term, ActCues, FaqText, ExpectedFigure, StatusReport, Correction, Knowledge)


_READERS = (*sorted(Path(__file__).parent.glob("*.py")), Path(folding.__file__))


def fingerprint(folder: Path, files: Iterable[Path], readers: Iterable[Path] = _READERS) -> str:
    """Changes when a file is changed, added, renamed or removed, and when the program that reads and checks them is another one: a copy
    outlives an update of the program."""
    digest = hashlib.sha256()
    for name, path in (*((path.relative_to(folder).as_posix(), path) for path in files), *((path.name, path) for path in readers)):
        content = path.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def stored(cache: Path, folder: Path, content_hash: str) -> Knowledge | None:
    """The compiled copy, if it was made from exactly these files by this program."""
    found = last_good(cache, folder)
    return found if found and found.content_hash == content_hash else None


def last_good(cache: Path, folder: Path) -> Knowledge | None:
    """The compiled copy of this folder, whatever its files hold by now."""
    found = unpickled(cache, _made_by(folder), _TYPES)
    return found if isinstance(found, Knowledge) else None


def store(cache: Path, folder: Path, knowledge: Knowledge) -> None:
    """Replace the copy in one step; a disk that cannot be written is no error, only a slower next start."""
    with suppress(OSError):
        cache.parent.mkdir(parents=True, exist_ok=True)
        replace_file(cache, pickled(knowledge, _made_by(folder)))


def pickled(content: object, made_by: str) -> bytes:
    """What ``unpickled`` reads back. ``made_by`` changes with everything that would give the bytes another meaning."""
    body = pickle.dumps(content, protocol=5)
    return _head(made_by, body) + b"\n" + body


def unpickled(file: Path, made_by: str, types: Iterable[type]) -> object:
    """None where the file is missing, damaged, made by something else, or holds any other type than these."""
    try:
        head, _, body = file.read_bytes().partition(b"\n")
        return _TheseTypesOnly(body, types).load() if head == _head(made_by, body) else None
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, TypeError, ValueError):
        return None


def _made_by(folder: Path) -> str:
    shape = ";".join(f"{type_.__qualname__}:{','.join(f.name for f in fields(type_))}" for type_ in _TYPES)
    return hashlib.sha256(f"{_FORMAT};{shape};{folder.resolve()}".encode()).hexdigest()


def _head(made_by: str, body: bytes) -> bytes:
    return f"{made_by} {hashlib.sha256(body).hexdigest()}".encode()


class _TheseTypesOnly(pickle.Unpickler):
    """A pickle can name any function of any library; this one builds the types of the vocabulary and no more."""

    def __init__(self, body: bytes, types: Iterable[type]) -> None:
        super().__init__(io.BytesIO(body))
        self._allowed = {(type_.__module__, type_.__qualname__): type_ for type_ in (*types, date, frozenset)}

    def find_class(self, module: str, name: str) -> Any:
        try:
            return self._allowed[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is not part of the vocabulary") from None
