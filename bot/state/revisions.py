"""The tables are made and brought up to date on opening. Alembic costs more to import than a question takes to answer: a new store
gets the tables as they are today and their revision's mark, and only one left by an older program is brought up to date by Alembic.
A test holds both ways to the same tables."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Column, Connection, MetaData, PrimaryKeyConstraint, String, Table, insert, inspect, select, text
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import StateError
from bot.state.schema import metadata
from bot.state.store import SCHEMA, Store, cause

# A test holds it to the newest file of ``migrations/versions``.
NEWEST = "0004"
# Any two programs that upgrade at once queue behind this number; it means nothing else.
_ONE_UPGRADE = 32_2017
# As Alembic makes it.
_VERSION = Table("alembic_version", MetaData(), Column("version_num", String(32), nullable=False))
PrimaryKeyConstraint(_VERSION.c.version_num, name="alembic_version_pkc")


def revision(store: Store) -> str | None:
    """The revision the store is at; None before its tables exist, or where it cannot be reached."""
    try:
        with store.engine.connect() as connection:
            found: str | None = connection.scalar(select(_VERSION.c.version_num))
            return found
    except SQLAlchemyError:
        return None


def bring_up_to_date(store: Store) -> None:
    """StateError when the store cannot be reached or belongs to a newer version of the program."""
    if revision(store) == NEWEST:
        return
    try:
        with store.begin() as connection:
            prepare(connection, store)
            if inspect(connection).has_table(_VERSION.name, schema=_schema(store)):
                upgrade(connection, store)
            else:
                _make(connection)
    except SQLAlchemyError as error:
        raise StateError(f"No puedo abrir la memoria del bot en {store.place} ({cause(error)}). «ruta doctor» dice qué revisar.") from error


def prepare(connection: Connection, store: Store) -> None:
    """Whoever comes second waits until the first is done."""
    if store.is_postgres:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_UPGRADE})
        connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"))


def _make(connection: Connection) -> None:
    metadata.create_all(connection)
    _VERSION.create(connection)
    connection.execute(insert(_VERSION).values(version_num=NEWEST))


def upgrade(connection: Connection, store: Store) -> None:
    """Through every revision that is missing."""
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.attributes.update(connection=connection, version_schema=_schema(store))
    try:
        command.upgrade(config, NEWEST)
    except CommandError as error:
        raise StateError(f"La memoria del bot en {store.place} es de una versión más nueva del programa. Actualiza el programa.") from error


def _schema(store: Store) -> str | None:
    return SCHEMA if store.is_postgres else None
