"""One ledger is in service, whole; another takes its place at once; the last ones can come back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from bot.errors import LedgerError, SourceDataError
from bot.ledger import default_url, open_ledger, rollback, status

BALANCES = "debt/balances.csv"
BEFORE, AFTER, LATEST = "4939273314", "4939273315", "4939273316"


def balance(url: str) -> str:
    fact = open_ledger(url).fact("saldo-2013-hacienda")
    assert fact is not None
    return format(fact.amount.quantize(Decimal(1)), "f")


def correct(package, old: str, new: str):
    """The published balance changes, in the row that first told it."""
    return package.replace(BALANCES, f"{old},hacienda-2024", f"{new},hacienda-2024")


def test_a_machine_without_a_ledger_is_told_how_to_build_one(url) -> None:
    with pytest.raises(LedgerError, match="python -m bot data build"):
        open_ledger(url)


def test_a_new_build_takes_the_place_of_the_one_before(url, package, clock) -> None:
    package.build(url, clock)
    assert balance(url) == BEFORE
    correct(package, BEFORE, AFTER).build(url, clock)
    assert balance(url) == AFTER


def test_the_same_files_give_the_same_hash_on_any_day_and_engine(url, package, clock, tmp_path) -> None:
    first = package.build(url, clock)
    clock()
    second = package.build(default_url(tmp_path / "elsewhere"), clock)
    assert first.content_hash == second.content_hash
    assert correct(package, BEFORE, AFTER).build(url, clock).content_hash != first.content_hash


def test_building_again_from_the_same_files_changes_nothing(url, package, clock) -> None:
    first = package.build(url, clock)
    again = package.build(url, clock)
    assert again == first
    assert status(url).kept == ()


def test_a_refused_package_leaves_the_previous_ledger_in_service(url, package, clock) -> None:
    load = package.build(url, clock)
    correct(package, BEFORE, "mucho")
    with pytest.raises(SourceDataError, match="La anterior, si la había, sigue en servicio"):
        package.build(url, clock)
    assert balance(url) == BEFORE
    assert open_ledger(url).load() == load


def test_a_build_killed_half_way_leaves_the_previous_ledger_in_service(url, package, clock) -> None:
    load = package.build(url, clock)
    dies = f"""
import os, signal
from sqlalchemy import text
from bot.ledger.stores import open_store
def write(connection):
    connection.execute(text("SELECT 1"))
    os.kill(os.getpid(), signal.SIGKILL)
open_store({url!r}).publish("29990101t000000000000_deadbeef", write)
"""
    done = subprocess.run([sys.executable, "-c", dies], cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == -signal.SIGKILL
    assert open_ledger(url).load() == load
    correct(package, BEFORE, AFTER).build(url, clock)
    assert balance(url) == AFTER
    assert len(status(url).kept) == 1, "a half-built ledger can never be rolled back to"


def test_what_a_killed_build_left_on_disk_is_swept_away_an_hour_later(tmp_path, package, clock) -> None:
    left = tmp_path / "ledger.123.building"
    left.write_bytes(b"half a ledger")
    url = default_url(tmp_path)
    package.build(url, clock)
    assert left.exists(), "it may belong to a build that is running"
    os.utime(left, (0, 0))
    correct(package, BEFORE, AFTER).build(url, clock)
    assert not left.exists()


def test_rollback_puts_the_previous_ledger_back_and_then_the_one_before(url, package, clock) -> None:
    loads = [package.build(url, clock)]
    loads.append(correct(package, BEFORE, AFTER).build(url, clock))
    correct(package, AFTER, LATEST).build(url, clock)
    assert rollback(url) == loads[1]
    assert balance(url) == AFTER
    assert rollback(url) == loads[0]
    assert balance(url) == BEFORE
    with pytest.raises(LedgerError, match="No hay una base de datos anterior"):
        rollback(url)


def test_a_build_after_a_rollback_is_in_service_again(url, package, clock) -> None:
    package.build(url, clock)
    correct(package, BEFORE, AFTER).build(url, clock)
    rollback(url)
    package.build(url, clock)
    assert balance(url) == AFTER


def test_the_ledger_in_service_and_the_two_before_it_are_kept(url, package, clock) -> None:
    for amount in range(4939273314, 4939273318):
        package.build(url, clock)
        correct(package, str(amount), str(amount + 1))
    kept = status(url).kept
    assert len(kept) == 2, "besides the one in service"
    assert list(kept) == sorted(kept, reverse=True)


def test_rolling_back_what_was_never_built_says_so(url) -> None:
    with pytest.raises(LedgerError, match="No hay una base de datos anterior"):
        rollback(url)


def test_status_tells_rows_by_table_and_nothing_before_the_first_build(url, package, clock) -> None:
    assert status(url).load is None
    package.build(url, clock)
    load = status(url).load
    assert load is not None
    assert dict(load.rows)["debt/balances"] == 6
    assert load.built_at.startswith("2026-11-22T10:00:00")


def test_a_running_bot_notices_a_new_ledger_within_a_second(url, package, clock) -> None:
    package.build(url, clock)
    now = [0.0]
    ledger = open_ledger(url, clock=lambda: now[0])
    old = ledger.load()
    correct(package, BEFORE, AFTER).build(url, clock)
    now[0] = 0.5
    assert ledger.load() == old
    now[0] = 1.5
    assert ledger.load() != old
    assert str(ledger.fact("saldo-2013-hacienda").amount) == f"{AFTER}.00"


def test_a_running_bot_outlives_its_database(tmp_path, package, clock) -> None:
    url = default_url(tmp_path)
    package.build(url, clock)
    now = [0.0]
    ledger = open_ledger(url, clock=lambda: now[0])
    (tmp_path / "ledger.sqlite").write_bytes(b"not a database")
    now[0] = 5.0
    assert ledger.fact("saldo-2013-hacienda") is not None


def test_a_damaged_ledger_says_what_to_do(tmp_path) -> None:
    (tmp_path / "ledger.sqlite").write_bytes(b"not a database, only words" * 100)
    with pytest.raises(LedgerError, match="Vuelve a construirla con «python -m bot data build»"):
        open_ledger(default_url(tmp_path))


def test_a_ledger_in_service_can_be_carried_away_alone(tmp_path, package, clock) -> None:
    package.build(default_url(tmp_path / "here"), clock)
    (tmp_path / "there").mkdir()
    (tmp_path / "here" / "ledger.sqlite").rename(tmp_path / "there" / "ledger.sqlite")
    assert balance(default_url(tmp_path / "there")) == BEFORE


def test_an_address_that_is_no_database_is_told_in_plain_words() -> None:
    with pytest.raises(LedgerError, match="No entiendo la dirección"):
        open_ledger("esto no es una dirección")
    with pytest.raises(LedgerError, match="sqlite:///archivo o postgresql://"):
        open_ledger("mysql://nadie@localhost/nada")


@pytest.mark.postgres
def test_a_server_that_is_off_is_told_without_its_password(tmp_path) -> None:
    with pytest.raises(LedgerError, match="No puedo conectarme") as told:
        open_ledger(f"postgresql://ana:secreta@/ruta?host={tmp_path}")
    assert "secreta" not in str(told.value)


def test_progress_runs_to_its_total_and_names_each_table(tmp_path, package) -> None:
    steps: list[tuple[int, int, str]] = []
    package.build(default_url(tmp_path), progress=lambda *step: steps.append(step))
    assert steps[-1][0] == steps[-1][1]
    assert "debt/balances" in [label for _, _, label in steps]
