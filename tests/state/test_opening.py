"""The store is made and brought up to date on opening, and what cannot be opened is said."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text

from bot.errors import PrivacyError, StateError
from bot.privacy import Keys
from bot.state import Arrived, Durability, open_state, state_url
from bot.state import revisions as made
from bot.state.schema import metadata
from bot.state.store import SCHEMA, Store, connect

ROOT = Path(__file__).resolve().parents[2]


def differences(connection: Connection, store: Store) -> list[Any]:
    """Between the tables of a store and those the program uses."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    if store.is_postgres:
        connection.execute(text(f"SET search_path TO {SCHEMA}"))
        connection = connection.execution_options(schema_translate_map={None: None})
    return list(compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata))


def test_a_new_store_has_the_tables_that_the_program_uses(state) -> None:
    with state._store.reading() as connection:
        assert differences(connection, state._store) == []


def test_revisions_one_by_one_lead_to_the_same_tables(url) -> None:
    store = connect(url)
    with store.writing() as connection:
        made.prepare(connection, store)
        made.upgrade(connection, store)
    assert made.revision(store) == made.NEWEST
    with store.reading() as connection:
        assert differences(connection, store) == []
    store.close()


def test_a_store_at_an_older_revision_is_brought_up_to_date(url, keys) -> None:
    store = connect(url)
    with store.writing() as connection:
        made.prepare(connection, store)
        made._VERSION.create(connection)
    store.close()
    with open_state(url, keys) as state:
        assert made.revision(state._store) == made.NEWEST
        assert state.inbox.newest() is None


def test_the_newest_revision_is_the_last_file_of_the_folder() -> None:
    from alembic.script import ScriptDirectory

    assert ScriptDirectory(str(ROOT / "bot/state/migrations")).get_heads() == [made.NEWEST]


def test_opening_again_keeps_what_was_there(url, keys, now) -> None:
    with open_state(url, keys) as state:
        state.inbox.put([Arrived(1, 7, "hola")], now)
    with open_state(url, keys) as state:
        assert state.inbox.newest() == 1


def test_a_new_store_and_one_that_is_up_to_date_open_without_alembic(url) -> None:
    script = (
        "import sys; from bot.privacy import Keys; from bot.state import open_state\n"
        f"open_state({url!r}, Keys(b'x' * 32)).close()\n"
        "print([name for name in ('alembic', 'cryptography') if name in sys.modules])"
    )
    for _ in ("new", "up to date"):
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "[]"


def test_two_programs_that_open_a_new_store_at_once_both_succeed(url) -> None:
    script = f"from bot.privacy import Keys; from bot.state import open_state\nopen_state({url!r}, Keys(b'x' * 32)).close()"
    running = [subprocess.Popen([sys.executable, "-c", script], stderr=subprocess.PIPE, text=True) for _ in range(3)]
    assert [(each.communicate()[1], each.returncode) for each in running] == [("", 0)] * 3


def test_a_store_of_a_newer_program_is_left_alone(url, keys) -> None:
    with open_state(url, keys) as state, state._store.writing() as connection:
        where = f"{SCHEMA}." if state._store.is_postgres else ""
        connection.execute(text(f"UPDATE {where}alembic_version SET version_num = '9999'"))
    with pytest.raises(StateError, match="más nueva"):
        open_state(url, keys)


def test_what_cannot_be_opened_is_said_without_the_password(keys, tmp_path) -> None:
    with pytest.raises(StateError, match="No puedo abrir la memoria") as told:
        open_state("postgresql://bot:secreta@127.0.0.1:1/ruta", keys)
    assert "secreta" not in str(told.value)
    (tmp_path / "estado.sqlite").write_text("esto no es una base de datos, es una nota " * 50)
    with pytest.raises(StateError, match="No puedo abrir la memoria"):
        open_state(f"sqlite:///{tmp_path / 'estado.sqlite'}", keys)
    with pytest.raises(StateError, match="No puedo guardar"):
        open_state("mysql://bot@servidor/ruta", keys)


def test_a_failed_write_tells_the_place_and_not_the_values(url, keys, now) -> None:
    with open_state(url, keys) as state:
        with state._store.writing() as connection:
            connection.execute(text(f"DROP TABLE {SCHEMA + '.' if state._store.is_postgres else ''}reports"))
        with pytest.raises(StateError) as told:
            state.reports.put("A7K2Q", "secreto de Ana", "web", now.date())
    assert "Ana" not in str(told.value)


def test_what_was_sealed_with_another_key_is_said_not_guessed(url, keys, now) -> None:
    with open_state(url, keys) as state:
        state.inbox.put([Arrived(1, 7, "hola")], now)
    with open_state(url, Keys(b"y" * 32)) as other:
        found = other.inbox.claim("one", now)
        with pytest.raises(PrivacyError, match="otra llave"):
            _ = found[0].payload


def test_a_ledger_in_a_file_has_the_state_in_a_file_beside_it() -> None:
    assert state_url(None, "sqlite:///var/estado.sqlite") == "sqlite:///var/estado.sqlite"
    assert state_url("sqlite:////datos/ledger.sqlite", "") == "sqlite:////datos/estado.sqlite"
    assert state_url("sqlite:///ledger.sqlite", "") == "sqlite:///estado.sqlite"
    assert state_url("postgresql://bot@servidor/ruta", "") == "postgresql://bot@servidor/ruta"


def test_sqlite_waits_for_the_disk_only_when_asked_to(tmp_path, keys) -> None:
    for durability, expected in ((Durability.NORMAL, 1), (Durability.FULL, 2)):
        with (
            open_state(f"sqlite:///{tmp_path / durability}.sqlite", keys, durability=durability) as state,
            state._store.reading() as connection,
        ):
            assert connection.scalar(text("PRAGMA synchronous")) == expected
            assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
