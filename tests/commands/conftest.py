"""A machine on which commands are typed."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import main

ROOT = Path(__file__).resolve().parents[2]


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A machine where ``data build`` has run."""
    folder = tmp_path_factory.mktemp("machine")
    command = [sys.executable, "-m", "bot", "data", "build"]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | {"BOT_VAR_DIR": str(folder)}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def run(var: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on that machine: exit code, output, errors."""
    for name in ("BOT_TOKEN", "DATABASE_URL", "BOT_TODAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BOT_VAR_DIR", str(var))

    def type_in(*arguments: str, typed: str = "", **environment: str) -> tuple[int, str, str]:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        with pytest.raises(SystemExit) as end:
            main(list(arguments))
        out, err = capsys.readouterr()
        return int(end.value.code or 0), out, err

    return type_in
