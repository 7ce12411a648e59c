"""Every bash block of README, CONTRIBUTING and guides runs, and what a page shows below it is what comes out.

A block that opens a server, installs or needs the network is followed by ``<!-- no se ejecuta: motivo -->``; it is skipped and counted.
In a ``text`` block a line «…» stands for any lines left out, and «…» inside a line for any text.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(
    r"^(?P<indent> *)```bash\n(?P<script>.*?)^ *```[ ]*\n\s*(?:<!-- no se ejecuta: (?P<reason>[^\n]+?) -->|```text\n(?P<shown>.*?)^ *```)?",
    re.S | re.M,
)
PATIENCE = 120


@dataclass(frozen=True)
class Block:
    page: str
    line: int
    script: str
    reason: str
    shown: str


def blocks() -> Iterator[Block]:
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for found in BLOCK.finditer(text):
            line = text[: found.start()].count("\n") + 1
            yield Block(page.name, line, dedent(found["script"]), found["reason"] or "", found["shown"] or "")


ALL = tuple(blocks())


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A machine of its own: no settings from outside, its own ledger."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("BOT_", "DATABASE_"))}
    made = {**kept, "BOT_VAR_DIR": str(tmp_path_factory.mktemp("var")), "NO_COLOR": "1", "COLUMNS": "100"}
    _run("./ruta data build", made)
    return made


@pytest.mark.parametrize("block", [pytest.param(block, id=f"{block.page}:{block.line}") for block in ALL])
def test_a_block_runs_and_shows_what_the_page_shows(block: Block, environment: dict[str, str]) -> None:
    if block.reason:
        pytest.skip(f"bloque que no se ejecuta: {block.reason}")
    came = _run(block.script, environment)
    if block.shown:
        assert _pattern(block.shown).search(came), f"{block.page}:{block.line} muestra otra cosa. Hoy sale:\n{came}"


def test_more_blocks_run_than_not() -> None:
    assert len([block for block in ALL if not block.reason]) > len(ALL) / 2


def test_no_block_is_overlooked() -> None:
    written = sum(len(re.findall(r"^ *```bash$", page.read_text(encoding="utf-8"), re.M)) for page in PAGES)
    assert written == len(ALL)


def _run(script: str, environment: dict[str, str]) -> str:
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, f"{script}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
    return done.stdout


def _pattern(shown: str) -> re.Pattern[str]:
    """The shown lines, whole and in order."""
    lines = [r"(?:.*\n)*?" if line.strip() == "…" else _line(line) + r"\n" for line in shown.splitlines()]
    return re.compile("^" + "".join(lines), re.M)


def _line(line: str) -> str:
    return r"[^\n]*".join(re.escape(part) for part in line.split("…"))
