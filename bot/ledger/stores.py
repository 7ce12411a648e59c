"""Where ledgers lie: beside the one in service, the last few before it. A ledger goes into service whole or not at all."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from sqlalchemy import URL, Connection, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from bot.errors import LedgerError
from bot.ledger.schema import metadata

KEPT = 3
BUILD = "python -m bot data build"
Write = Callable[[Connection], None]


class Store(Protocol):
    """``stamp`` changes when another ledger goes into service and is None before the first one; names sort by age."""

    def stamp(self) -> Hashable | None: ...

    def connect(self) -> AbstractContextManager[Connection]: ...

    def publish(self, name: str, write: Write) -> None: ...

    def kept(self) -> list[str]: ...

    def serve(self, name: str) -> None: ...


def open_store(url: str) -> Store:
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise LedgerError(f"No entiendo la dirección de la base de datos «{url}». Ejemplo: sqlite:///var/ledger.sqlite") from error
    backend = address.get_backend_name()
    if backend == "sqlite" and address.database and address.database != ":memory:":
        return SqliteStore(Path(address.database))
    if backend in ("postgresql", "postgres"):
        from bot.ledger.postgres import PostgresStore  # a machine without psycopg still runs on SQLite

        return PostgresStore(address.set(drivername="postgresql+psycopg"))
    raise LedgerError(f"No puedo guardar la base de datos en «{address.render_as_string()}». Usa sqlite:///archivo o postgresql://…")


class SqliteStore:
    """``ledger.sqlite`` is in service; ``ledger-<when>-<hash>.sqlite`` beside it are the last ones, itself included.

    A copy and not a symbolic link: the file in service can be carried to another machine on its own.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def stamp(self) -> Hashable | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        if not self._path.is_file():
            raise LedgerError(f"Todavía no hay base de datos en {self._path}. Constrúyela con «{BUILD}».")
        engine = _sqlite(self._path, "ro")
        try:
            with engine.connect() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise LedgerError(f"No puedo leer {self._path} ({_cause(error)}). Vuelve a construirla con «{BUILD}».") from error
        finally:
            engine.dispose()

    def publish(self, name: str, write: Write) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._sweep()
        building = self._path.with_name(f"{self._path.stem}.{os.getpid()}.building")
        building.unlink(missing_ok=True)
        engine = _sqlite(building, "rwc")
        try:
            with engine.begin() as connection:
                metadata.create_all(connection)
                write(connection)
        except BaseException:
            engine.dispose()
            building.unlink(missing_ok=True)
            raise
        engine.dispose()
        building.replace(self._file(name))
        self.serve(name)
        for old in self.kept()[:-KEPT]:
            self._file(old).unlink()

    def kept(self) -> list[str]:
        prefix = f"{self._path.stem}-"
        return sorted(file.stem.removeprefix(prefix) for file in self._path.parent.glob(f"{prefix}*.sqlite"))

    def serve(self, name: str) -> None:
        entering = self._path.with_name(f"{self._path.stem}.{os.getpid()}.entering")
        shutil.copyfile(self._file(name), entering)
        entering.replace(self._path)

    def _file(self, name: str) -> Path:
        return self._path.with_name(f"{self._path.stem}-{name}.sqlite")

    def _sweep(self) -> None:
        """Remove what a build killed half-way left behind; an hour is longer than any build."""
        for pattern in ("building*", "entering*"):
            for left in self._path.parent.glob(f"{self._path.stem}.*.{pattern}"):
                if left.stat().st_mtime < time.time() - 3600:
                    left.unlink(missing_ok=True)


def _sqlite(path: Path, mode: str) -> Engine:
    query = {"mode": mode, "uri": "true"}
    return create_engine(URL.create("sqlite", database=f"file:{path}", query=query))


def _cause(error: SQLAlchemyError) -> str:
    return str(getattr(error, "orig", None) or error).strip().splitlines()[0]
