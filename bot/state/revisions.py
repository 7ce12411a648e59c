"""The tables are made and brought up to date on opening. Alembic costs more to import than a question takes to answer: it is
imported only where the store is not at the newest revision."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Column, Connection, MetaData, Table, Text, select, text
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import StateError
from bot.state.store import SCHEMA, Store, cause

# A test holds it to the newest file of ``migrations/versions``.
NEWEST = "0002"
# Any two programs that upgrade at once queue behind this number; it means nothing else.
_ONE_UPGRADE = 32_2017
_VERSION = Table("alembic_version", MetaData(), Column("version_num", Text))


def revision(store: Store) -> str | None:
    """The revision the store is at; None before its tables exist, or where it cannot be reached."""
    try:
        with store.reader.connect() as connection:
            found: str | None = connection.scalar(select(_VERSION.c.version_num))
            return found
    except SQLAlchemyError:
        return None


def bring_up_to_date(store: Store) -> None:
    """StateError when the store cannot be reached or belongs to a newer version of the program."""
    if revision(store) == NEWEST:
        return
    try:
        with store.engine.begin() as connection:
            if store.is_postgres:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_UPGRADE})
                connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"))
            _upgrade(connection, store)
    except SQLAlchemyError as error:
        raise StateError(f"No puedo abrir la memoria del bot en {store.place} ({cause(error)}). «ruta doctor» dice qué revisar.") from error


def _upgrade(connection: Connection, store: Store) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.attributes.update(connection=connection, version_schema=SCHEMA if store.is_postgres else None)
    try:
        command.upgrade(config, NEWEST)
    except CommandError as error:
        raise StateError(f"La memoria del bot en {store.place} es de una versión más nueva del programa. Actualiza el programa.") from error
