"""A real PostgreSQL that the tests start themselves, and the two engines every store is tested on."""

from __future__ import annotations

import itertools
import os
import random
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, make_url, text

ENGINES = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


def free_port() -> int:
    """Nobody listens there, nor will a connection that goes out be given it (Linux takes those from 32,768 on): a program that is
    started again finds it free."""
    for port in random.sample(range(20_000, 32_000), 100):
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise OSError("A hundred ports are all taken")


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server that lives as long as the tests."""
    binaries = postgres_binaries()
    if binaries is None:
        missing("no PostgreSQL binaries under /usr/lib/postgresql/*/bin nor on the path")
    with postgres_server(binaries) as url:
        yield url


@contextmanager
def postgres_server(binaries: Path) -> Iterator[str]:
    """Its address; the server and all it held are gone afterwards."""
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


def missing(what: str) -> None:
    """Skip loudly; where everything must run, fail."""
    if os.environ.get("REQUIRE_ALL"):
        pytest.fail(what)
    pytest.skip(what)


_numbers = itertools.count()


def postgres_binaries() -> Path | None:
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = installed[-1] if installed else shutil.which("initdb")
    return Path(found).parent if found else None


def _as_postgres(*command: str | Path) -> None:
    """PostgreSQL refuses to run as root, which is who tests are in a container."""
    drop = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
    done = subprocess.run([*drop, *map(str, command)], capture_output=True, text=True, cwd="/", check=False)
    assert done.returncode == 0, f"{command[0]}: {done.stdout}{done.stderr}"
