"""A small invented data package, and a real PostgreSQL that the tests start themselves."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, make_url, text

from bot.domain.ledger import Load
from bot.errors import Problem
from bot.ledger import build, check, warnings
from bot.ledger.building import Clock
from bot.ledger.mapping import Table
from bot.ledger.package import Progress
from bot.ledger.tables import ALL

HERE = Path(__file__).parent
READ = ("debt/balances.csv", "debt/loans.csv", "debt/events.csv", "budget/budget_totals.csv", "budget/budget_by_branch.csv")
COUNTED = ("budget/population_municipal.csv", "budget/inpc_annual.csv", "budget/municipal_federal_funds_2024.csv")
TABLES: tuple[Table, ...] = tuple(table for table in ALL if table.path in READ + COUNTED)


@dataclass(frozen=True)
class Package:
    """A data folder that a test may spoil, one cell at a time."""

    folder: Path

    def build(self, url: str, clock: Clock | None = None, progress: Progress | None = None) -> Load:
        return build(self.folder, url, progress, clock or Ticking(), TABLES)

    def problems(self) -> list[Problem]:
        return check(self.folder, TABLES)

    def warnings(self) -> list[Problem]:
        return warnings(self.folder, TABLES)

    def replace(self, path: str, old: str, new: str) -> Package:
        file = self.folder / path
        before = file.read_text(encoding="utf-8")
        assert before.count(old) == 1, f"«{old}» is {before.count(old)} times in {path}"
        file.write_text(before.replace(old, new), encoding="utf-8")
        return self

    def append(self, path: str, line: str) -> Package:
        with (self.folder / path).open("a", encoding="utf-8") as file:
            file.write(line + "\n")
        return self


class Ticking:
    """A clock on which each build comes a minute after the one before."""

    def __init__(self) -> None:
        self._minutes = itertools.count()

    def __call__(self) -> datetime:
        return datetime(2026, 11, 22, 10, 0, tzinfo=UTC) + timedelta(minutes=next(self._minutes))


@pytest.fixture
def package(tmp_path: Path) -> Package:
    return Package(Path(shutil.copytree(HERE / "package", tmp_path / "data")))


@pytest.fixture
def clock() -> Ticking:
    return Ticking()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server that lives as long as the tests."""
    binaries = _postgres_binaries()
    if binaries is None:
        missing("no PostgreSQL binaries under /usr/lib/postgresql/*/bin nor on the path")
    home = Path(tempfile.mkdtemp(prefix="ruta-pg-", dir="/tmp"))
    try:
        if os.geteuid() == 0:
            shutil.chown(home, "postgres", "postgres")
        cluster = home / "cluster"
        _as_postgres(binaries / "initdb", "-D", cluster, "-U", "postgres", "-A", "trust", "-N", "-E", "UTF8", "--locale=C.UTF-8")
        options = f"-k {home} -c listen_addresses='' -c fsync=off -c max_connections=40"
        _as_postgres(binaries / "pg_ctl", "-D", cluster, "-l", home / "log", "-w", "-o", options, "start")
        try:
            yield f"postgresql://postgres@/postgres?host={home}"
        finally:
            _as_postgres(binaries / "pg_ctl", "-D", cluster, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def database(server: str) -> Iterator[str]:
    """A database of one test alone."""
    name = f"test_{next(_numbers)}"
    engine = create_engine(server.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield make_url(server).set(database=name).render_as_string()
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


ENGINES = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(params=ENGINES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a ledger may be built: every test that asks for it runs on both engines."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'var' / 'ledger.sqlite'}"
    else:
        with database(request.getfixturevalue("postgres")) as address:
            yield address


@pytest.fixture(scope="module", params=ENGINES)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The invented package in service, for tests that only read it."""
    package = Package(HERE / "package")
    if request.param == "sqlite":
        address = f"sqlite:///{tmp_path_factory.mktemp('var') / 'ledger.sqlite'}"
        package.build(address)
        yield address
    else:
        with database(request.getfixturevalue("postgres")) as address:
            package.build(address)
            yield address


def missing(what: str) -> None:
    """Skip loudly; where everything must run, fail."""
    if os.environ.get("REQUIRE_ALL"):
        pytest.fail(what)
    pytest.skip(what)


_numbers = itertools.count()


def _postgres_binaries() -> Path | None:
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = installed[-1] if installed else shutil.which("initdb")
    return Path(found).parent if found else None


def _as_postgres(*command: str | Path) -> None:
    """PostgreSQL refuses to run as root, which is who tests are in a container."""
    drop = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
    done = subprocess.run([*drop, *map(str, command)], capture_output=True, text=True, cwd="/", check=False)
    assert done.returncode == 0, f"{command[0]}: {done.stdout}{done.stderr}"
