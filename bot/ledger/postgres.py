"""The ledger in PostgreSQL: a fresh schema a build, one row that names the one in service, one transaction for both."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Connection, NullPool, create_engine, text
from sqlalchemy.exc import NoSuchModuleError, OperationalError, SQLAlchemyError

from bot.errors import LedgerError
from bot.ledger.schema import metadata
from bot.ledger.stores import BUILD, KEPT, Write

# Any two builds at once queue behind this number; it means nothing else.
_ONE_BUILD = 32_2016

_PREPARE = """
CREATE SCHEMA IF NOT EXISTS ruta_ledger;
CREATE TABLE IF NOT EXISTS ruta_ledger.in_service (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    name text NOT NULL
)
"""


class PostgresStore:
    """Schemas ``ledger_<when>_<hash>``; readers of the old one finish in peace, for the last few are kept."""

    def __init__(self, url: URL) -> None:
        self._place = url.render_as_string(hide_password=True)
        try:
            # a worker asks at most once a second which ledger is in service: nothing is held open in between, so that a
            # server that restarts, or a proxy that counts connections, is no event
            self._engine = create_engine(url, poolclass=NullPool)
        except (NoSuchModuleError, ModuleNotFoundError) as error:
            raise LedgerError("Para usar PostgreSQL instala el extra «postgres»: pip install 'ruta-del-dinero[postgres]'.") from error

    def stamp(self) -> Hashable | None:
        try:
            with self._engine.connect() as connection:
                return _in_service(connection)
        except OperationalError as error:
            raise LedgerError(f"No puedo conectarme a {self._place}. Revisa DATABASE_URL y que el servidor esté encendido.") from error

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        name = self.stamp()
        if name is None:
            raise LedgerError(f"Todavía no hay base de datos en {self._place}. Constrúyela con «{BUILD}».")
        try:
            with self._engine.connect() as connection:
                yield _within(connection, str(name))
        except SQLAlchemyError as error:
            raise LedgerError(f"No puedo leer {self._place} ({error}). Vuelve a construirla con «{BUILD}».") from error

    def publish(self, name: str, write: Write) -> None:
        with self._transaction() as connection:
            connection.execute(text(f'CREATE SCHEMA "{_schema(name)}"'))
            inside = _within(connection, name)
            metadata.create_all(inside)
            write(inside)
            _put_in_service(connection, name)
            for old in _kept(connection)[:-KEPT]:
                connection.execute(text(f'DROP SCHEMA "{_schema(old)}" CASCADE'))

    def kept(self) -> list[str]:
        with self._engine.connect() as connection:
            return _kept(connection)

    def serve(self, name: str) -> None:
        with self._transaction() as connection:
            _put_in_service(connection, name)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_BUILD})
                for statement in _PREPARE.split(";"):
                    connection.execute(text(statement))
                yield connection
        except OperationalError as error:
            fix = "Revisa DATABASE_URL y que el servidor esté encendido."
            raise LedgerError(f"No puedo escribir en {self._place}: {error.orig}. {fix}") from error


def _schema(name: str) -> str:
    return f"ledger_{name}"


def _within(connection: Connection, name: str) -> Connection:
    return connection.execution_options(schema_translate_map={None: _schema(name)})


def _in_service(connection: Connection) -> str | None:
    if connection.scalar(text("SELECT to_regclass('ruta_ledger.in_service')")) is None:
        return None
    name: str | None = connection.scalar(text("SELECT name FROM ruta_ledger.in_service"))
    return name


def _put_in_service(connection: Connection, name: str) -> None:
    connection.execute(
        text("INSERT INTO ruta_ledger.in_service (name) VALUES (:name) ON CONFLICT (one) DO UPDATE SET name = :name"), {"name": name}
    )


def _kept(connection: Connection) -> list[str]:
    schemas = connection.scalars(text("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'ledger\\_2%'"))
    return sorted(str(schema).removeprefix("ledger_") for schema in schemas)
