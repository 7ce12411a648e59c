"""An empty state store on each engine, and moments to do things at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.privacy import Keys
from bot.state import State, open_state
from bot.state.schema import metadata
from tests.servers import ENGINES, database


@pytest.fixture(params=ENGINES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a state may be kept: every test that asks for it runs on both engines."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'var' / 'estado.sqlite'}"
    else:
        with database(request.getfixturevalue("postgres")) as address:
            yield address


@pytest.fixture(scope="session")
def keys() -> Keys:
    return Keys(b"a secret that only these tests know")


@pytest.fixture(scope="session", params=ENGINES)
def opened(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, keys: Keys) -> Iterator[State]:
    """One store an engine for all the tests that only need it empty."""
    if request.param == "sqlite":
        with open_state(f"sqlite:///{tmp_path_factory.mktemp('var') / 'estado.sqlite'}", keys) as state:
            yield state
    else:
        with database(request.getfixturevalue("postgres")) as address, open_state(address, keys) as state:
            yield state


@pytest.fixture
def state(opened: State) -> Iterator[State]:
    yield opened
    with opened._store.writing() as connection:
        for table in metadata.sorted_tables:
            connection.execute(table.delete())


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
