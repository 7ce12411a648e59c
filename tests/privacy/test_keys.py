"""One secret outside the database, made once, never shown."""

from __future__ import annotations

import stat
import subprocess
import sys

import pytest

from bot.errors import PrivacyError
from bot.privacy import Keys, open_keys


def test_a_machine_without_a_secret_makes_one_that_only_its_owner_reads(tmp_path) -> None:
    file = tmp_path / "var" / "llave_secreta"
    first, second = open_keys(None, file), open_keys(None, file)
    assert first.tag("chat", 7) == second.tag("chat", 7)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in file.parent.iterdir()] == ["llave_secreta"]


def test_programs_that_start_at_once_end_with_one_secret(tmp_path) -> None:
    script = (
        f"from pathlib import Path; from bot.privacy import open_keys; print(open_keys(None, Path({str(tmp_path)!r}, 'llave')).tag('a'))"
    )
    running = [subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) for _ in range(4)]
    assert len({each.communicate()[0] for each in running}) == 1


def test_the_secret_of_the_settings_is_the_one_that_counts(tmp_path) -> None:
    given = open_keys("x" * 32, tmp_path / "llave")
    assert given.tag("chat", 7) == Keys(b"x" * 32).tag("chat", 7)
    assert not (tmp_path / "llave").exists()


def test_a_secret_that_is_too_short_is_refused_with_a_way_to_make_one(tmp_path) -> None:
    with pytest.raises(PrivacyError, match="token_urlsafe"):
        open_keys("1234", tmp_path / "llave")
    (tmp_path / "llave").write_text("corta\n")
    with pytest.raises(PrivacyError, match="incompleta"):
        open_keys(None, tmp_path / "llave")


def test_a_folder_that_cannot_be_written_is_said(tmp_path) -> None:
    (tmp_path / "var").write_text("no es una carpeta")
    with pytest.raises(PrivacyError, match="BOT_SECRET_KEY"):
        open_keys(None, tmp_path / "var" / "llave")


def test_a_hash_depends_on_the_secret_on_the_kind_and_on_every_part() -> None:
    keys = Keys(b"x" * 32)
    tags = {keys.tag("chat", 7), keys.tag("place", 7), keys.tag("chat", 7, 1), keys.tag("chat", 71), Keys(b"y" * 32).tag("chat", 7)}
    assert len(tags) == 5
    assert keys.tag("place", 1, None, 2) != keys.tag("place", 1, 2, None)


def test_what_is_sealed_opens_only_with_its_secret() -> None:
    sealed = Keys(b"x" * 32).seal("¿cuánto debe?")
    assert "debe" not in sealed
    assert Keys(b"x" * 32).unseal(sealed) == "¿cuánto debe?"
    with pytest.raises(PrivacyError):
        Keys(b"y" * 32).unseal(sealed)
