"""A small invented data package."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.ledger import Load
from bot.errors import Problem
from bot.ledger import build, check, warnings
from bot.ledger.building import Clock
from bot.ledger.mapping import Table
from bot.ledger.package import Progress
from bot.ledger.tables import ALL
from tests.servers import ENGINES, database

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
