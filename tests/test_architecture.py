"""The dependency rule of ``docs/architecture.md``, kept by reading the imports."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from os import environ
from pathlib import Path

import pytest

from bot.ledger import build, default_url

BOT = Path(__file__).resolve().parent.parent / "bot"

# A room may import itself, ``bot.domain``, ``bot.errors``, and what stands here.
ROOMS: dict[str, frozenset[str]] = {
    "domain": frozenset(),
    "language": frozenset(),
    "knowledge": frozenset({"language"}),
    "understanding": frozenset({"language"}),
    "answering": frozenset({"language"}),
    "ledger": frozenset({"language"}),
    "rendering": frozenset(),
    "evaluation": frozenset({"language"}),
    "privacy": frozenset({"language"}),
    "state": frozenset({"privacy"}),
    "proof": frozenset({"state", "privacy", "language"}),
    "channels": frozenset({"rendering", "language", "state", "privacy", "proof"}),
    "editorial": frozenset({"language", "knowledge", "rendering", "state", "privacy"}),
    "operations": frozenset({"rendering", "ledger", "knowledge", "evaluation", "state", "privacy"}),
}
# Libraries that only one room may know.
OWNERS: dict[str, frozenset[str]] = {
    "sqlalchemy": frozenset({"ledger", "state"}),
    "telegram": frozenset({"channels"}),
    "aiohttp": frozenset({"channels"}),
    "babel": frozenset({"rendering"}),
    "matplotlib": frozenset({"rendering"}),
    "rapidfuzz": frozenset({"language"}),
    "starlette": frozenset({"channels"}),
    "alembic": frozenset({"state"}),
    "cryptography": frozenset({"privacy"}),
    "stdnum": frozenset({"privacy"}),
    "ruamel": frozenset({"knowledge"}),
    "openpyxl": frozenset({"editorial", "rendering"}),
}
OUTSIDE = {
    "app.py",
    "cli.py",
    "cli_data.py",
    "cli_knowledge.py",
    "cli_proof.py",
    "cli_review.py",
    "cli_shared.py",
    "__main__.py",
    "settings.py",
    "errors.py",
    "__init__.py",
}
# Types that the composition root hands to the channels.
SHARED = {"bot.errors", "bot.settings", "bot.app"}
COLD_ASK_FORBIDS = ("telegram", "matplotlib", "alembic", "starlette", "openpyxl", "sklearn", "aiohttp", "uvicorn")


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(BOT.rglob("*.py")):
        relative = path.relative_to(BOT)
        if len(relative.parts) > 1:
            yield relative.parts[0], path


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the room they cross"
            yield node.module or ""


@pytest.mark.parametrize(("room", "path"), [pytest.param(r, p, id=str(p.relative_to(BOT))) for r, p in modules()])
def test_a_room_imports_only_what_the_rule_allows(room: str, path: Path) -> None:
    allowed = ROOMS[room] | {room, "domain"}
    for name in imports(path):
        top = name.partition(".")[0]
        assert room in OWNERS.get(top, {room}), f"{room} may not know {top}"
        if top != "bot" or (name in SHARED and room in ("channels", "editorial", "evaluation", "operations")) or name == "bot.errors":
            continue
        assert name.split(".")[1] in allowed, f"{path.relative_to(BOT)} imports {name}"


def test_domain_imports_nothing_but_the_standard_library() -> None:
    for path in (BOT / "domain").glob("*.py"):
        for name in imports(path):
            top = name.partition(".")[0]
            assert top in sys.stdlib_module_names or name.startswith("bot.domain"), f"{path.name} imports {name}"


def test_only_the_named_modules_stand_outside_the_rooms() -> None:
    assert {path.name for path in BOT.glob("*.py")} <= OUTSIDE


def test_a_cold_question_loads_none_of_the_heavy_libraries(tmp_path: Path) -> None:
    """In a folder of its own: a memory left there by an older version would have to be brought up to date first."""
    build(BOT.parent / "data", default_url(tmp_path))
    script = (
        "import sys; from bot.cli import main\n"
        "try: main(['ask', '¿cuánto debe el estado?', '--json', '--today', '2026-11-22'])\n"
        "except SystemExit as end: assert not end.code, end.code\n"
        f"print([name for name in {COLD_ASK_FORBIDS!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, env=environ | {"BOT_VAR_DIR": str(tmp_path)}
    )
    assert done.returncode == 0, done.stderr
    assert "Sin recibos" not in done.stderr
    assert done.stdout.strip().splitlines()[-1] == "[]"
