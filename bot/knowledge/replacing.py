"""Writing files so that a killed program leaves the old ones or the new ones: never half a file, and never half of several.

Several files are written whole in a folder beside them first (``.cambio-…``). Giving it its final name (``.cambio``) is the one step that
decides: before it nothing has changed, and after it whoever comes next, this program or another one, moves what is left into place.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from bot.errors import KnowledgeError

DECIDED = ".cambio"
_BEGUN = f"{DECIDED}-"


def replace_file(path: Path, content: bytes) -> None:
    """Write beside it, make sure the disk has it, then rename over it. Permissions stay; OSError leaves the old file as it was."""
    written = path.with_name(f".{path.name}.{token_hex(8)}")
    try:
        _write(written, content, like=path)
        written.replace(path)
    except BaseException:
        written.unlink(missing_ok=True)
        raise


def replace_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Replace or add the named files of ``folder``: all of them, or none. OSError before the change was decided leaves the old ones as they
    were; later, what is left is moved into place by whoever reads or writes the folder next."""
    with _locked(folder, fcntl.LOCK_EX):
        _finish(folder)
        begun = Path(tempfile.mkdtemp(dir=folder, prefix=_BEGUN))
        try:
            for name, content in contents.items():
                (begun / name).parent.mkdir(parents=True, exist_ok=True)
                _write(begun / name, content, like=folder / name)
            for inside in (begun, *(path for path in begun.rglob("*") if path.is_dir())):
                _sync(inside)
            begun.rename(folder / DECIDED)
        except BaseException:
            shutil.rmtree(begun, ignore_errors=True)
            raise
        _finish(folder)


@contextmanager
def standing_still(folder: Path) -> Iterator[None]:
    """Inside, nobody replaces several files of ``folder``. What a killed program left is finished or cleared first. KnowledgeError when
    there is no such folder, or a change that was decided cannot be finished."""
    if not folder.is_dir():
        raise KnowledgeError(f"No existe la carpeta «{folder}». Ejecuta la orden desde la carpeta del proyecto.")
    if any(folder.glob(f"{DECIDED}*")):
        with _locked(folder, fcntl.LOCK_EX):
            try:
                _finish(folder)
            except OSError as error:
                raise KnowledgeError(
                    f"En «{folder.name}/{DECIDED}» quedó un cambio a medias y no lo pude terminar ({error.strerror}). "
                    f"Da permiso de escritura en «{folder.name}/» y repite la orden."
                ) from error
    with _locked(folder, fcntl.LOCK_SH):
        yield


def _finish(folder: Path) -> None:
    """With the lock held: move what was decided into place, and forget what was not."""
    decided = folder / DECIDED
    if decided.is_dir():
        _sync(folder)
        for file in sorted(path for path in decided.rglob("*") if path.is_file()):
            target = folder / file.relative_to(decided)
            target.parent.mkdir(parents=True, exist_ok=True)
            file.replace(target)
            _sync(target.parent)
        shutil.rmtree(decided)
    for begun in folder.glob(f"{_BEGUN}*"):
        shutil.rmtree(begun, ignore_errors=True)


def _write(path: Path, content: bytes, *, like: Path) -> None:
    """On the disk on return, with the permissions of ``like`` where it exists."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if like.exists():
        path.chmod(like.stat().st_mode)


def _sync(folder: Path) -> None:
    """Names are on the disk too on return."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _locked(folder: Path, how: int) -> Iterator[None]:
    """The system frees the lock of a program that dies. Where there are no locks (some network disks) it goes without."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(handle, how)
        yield
    finally:
        os.close(handle)
