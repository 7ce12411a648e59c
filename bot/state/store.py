"""Where the state is kept: one SQLite file, or a schema of a PostgreSQL that several workers share."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from bot.errors import StateError

SCHEMA = "ruta_state"
# A writer waits this long for another one before the caller hears of it.
PATIENCE_SECONDS = 10


class Durability(StrEnum):
    """What a finished write survives in SQLite. ``normal``: the death of the program at any moment (kill -9); a power cut may
    lose the last seconds, never the file. ``full``: a power cut as well, for a wait on the disk at each write."""

    NORMAL = "normal"
    FULL = "full"


class _Here(threading.local):
    """The transaction that this thread stands in."""

    connection: Connection | None = None


class Store:
    """Transactions over one engine. StateError, saying which place failed, for anything the engine refuses."""

    def __init__(self, engine: Engine, place: str) -> None:
        self.engine = engine
        self.place = place
        self.is_postgres = engine.dialect.name == "postgresql"
        self._here = _Here()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Everything that this thread reads and writes inside is one transaction: all or nothing."""
        with self.writing() as connection:
            self._here.connection = connection
            try:
                yield
            finally:
                self._here.connection = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view; never waits for writers."""
        if self._here.connection is not None:
            yield self._here.connection
            return
        with self._told(), self.engine.connect() as connection:
            if not self.is_postgres:
                connection.exec_driver_sql("BEGIN")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """All or nothing: committed on leaving, undone by any exception."""
        if self._here.connection is not None:  # whoever began it tells what goes wrong
            yield self._here.connection
            return
        with self._told(), self.begin() as connection:
            yield connection

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """A transaction that writes, as the engine refuses it: ``writing`` tells it in a sentence."""
        with self.engine.begin() as connection:
            if not self.is_postgres:
                # one that reads first and writes later cannot wait for another writer: it says at once that it will write
                _take_turn(connection)
            yield connection

    def hold(self, connection: Connection, table: Table) -> None:
        """From here to the end of this transaction no other program writes in this table."""
        if self.is_postgres:  # SQLite has one writer
            connection.exec_driver_sql(f"LOCK TABLE {SCHEMA}.{table.name} IN SHARE ROW EXCLUSIVE MODE")

    def insert(self, table: Table) -> Any:
        """An insert that knows ``on_conflict_do_nothing`` and ``on_conflict_do_update`` of this engine."""
        # a dialect is imported with its engine, never for the sake of the other one
        if self.is_postgres:
            from sqlalchemy.dialects.postgresql import insert as postgres_insert

            return postgres_insert(table)
        from sqlalchemy.dialects.sqlite import insert as sqlite_insert

        return sqlite_insert(table)

    def close(self) -> None:
        self.engine.dispose()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            raise StateError(
                f"No puedo usar la memoria del bot en {self.place} ({cause(error)}). «ruta doctor» dice qué revisar."
            ) from error


def cause(error: SQLAlchemyError) -> str:
    """The engine's own words, without the statement: a statement carries values."""
    return str(getattr(error, "orig", None) or type(error).__name__).strip().splitlines()[0]


def connect(url: str, durability: Durability = Durability.NORMAL) -> Store:
    """StateError when the address cannot be understood or its driver is missing; nothing is opened yet."""
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise StateError("No entiendo la dirección de la memoria del bot. Ejemplo: sqlite:///var/estado.sqlite") from error
    place = address.render_as_string(hide_password=True)
    backend = address.get_backend_name()
    if backend == "sqlite" and address.database and address.database != ":memory:":
        return Store(_sqlite(Path(address.database), durability), place)
    if backend in ("postgresql", "postgres"):
        return Store(_postgres(address), place)
    raise StateError(f"No puedo guardar la memoria del bot en «{place}». Usa sqlite:///archivo o postgresql://…")


def _sqlite(path: Path, durability: Durability) -> Engine:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StateError(f"No puedo crear la carpeta {path.parent} ({error.strerror}). Da permiso o cambia BOT_VAR_DIR.") from error
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": PATIENCE_SECONDS})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: Any) -> None:
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", f"synchronous={durability.value.upper()}", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}")

    return engine


def _take_turn(connection: Connection) -> None:
    """Begin to write. SQLite's own waiting sleeps ever longer: of two busy programs one would keep the other out."""
    driver: Any = connection.connection.driver_connection
    until = time.monotonic() + PATIENCE_SECONDS
    driver.execute("PRAGMA busy_timeout=1")
    try:
        while time.monotonic() < until:
            try:
                driver.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                    break
            else:
                return
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # for the last time: what it raises is told
    finally:
        driver.execute(f"PRAGMA busy_timeout={PATIENCE_SECONDS * 1000}")


def _postgres(address: URL) -> Engine:
    try:
        engine = create_engine(address.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise StateError("Para usar PostgreSQL instala el extra «postgres»: pip install 'ruta-del-dinero[postgres]'.") from error
    return engine.execution_options(schema_translate_map={None: SCHEMA})
