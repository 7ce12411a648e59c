"""The container image: linted, without root, made by the Makefile's steps."""

from __future__ import annotations

import re
import subprocess
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCKERFILE = ROOT / "Dockerfile"
HADOLINT = Path(sysconfig.get_path("scripts")) / "hadolint"


def instructions(name: str) -> list[str]:
    joined = DOCKERFILE.read_text(encoding="utf-8").replace("\\\n", " ")
    return re.findall(rf"^{name} +(.+)$", joined, re.M)


def test_the_published_linter_finds_nothing() -> None:
    done = subprocess.run([HADOLINT, "--no-color", DOCKERFILE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout == ""


def test_the_image_is_built_by_the_makefile() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    made = [step for run in instructions("RUN") for step in re.findall(r"\bmake (\w+)", run)]
    assert made == ["setup", "ledger"]
    assert set(made) <= set(targets)


def test_the_program_runs_without_root_and_writes_one_folder() -> None:
    (user,) = instructions("USER")
    assert user.isdigit()
    assert int(user) > 0
    assert instructions("VOLUME") == ["/app/var"]


def test_the_healthcheck_asks_the_address_the_page_has() -> None:
    from bot.channels.web import site

    assert "/salud" in instructions("HEALTHCHECK")[0]
    assert '"/salud"' in Path(site.__file__).read_text(encoding="utf-8")


def test_what_the_image_copies_is_let_in_and_secrets_are_not() -> None:
    ignore = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    let_in = {line[1:] for line in ignore if line.startswith("!")}
    copied = {name for each in instructions("COPY") if "--from" not in each for name in each.split()[:-1]}
    assert "*" in ignore
    assert copied == let_in
    assert not {".env", "var", ".git", ".venv"} & let_in
    assert all((ROOT / name).exists() for name in copied)
