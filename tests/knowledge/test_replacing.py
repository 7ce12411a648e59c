"""Several files change together: all of them or none, at whatever moment the program is killed."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bot.errors import KnowledgeError
from bot.knowledge import World, check, load, replace_files
from bot.knowledge.replacing import DECIDED

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
NAMES = ("compromisos.yaml", "vocabulario/bancos.yaml", "vocabulario/fondos.yaml", "preguntas/nueva.yaml")
KILLED = """
import os, signal, sys
from itertools import count
from pathlib import Path
from bot.knowledge import replace_files

NAMES = sys.argv[2].split()
TOUCHES = ("open", "os.rename", "os.mkdir", "os.rmdir", "os.remove", "os.chmod", "shutil.rmtree", "tempfile.mkdtemp")

def bank(name, said):
    row = f"- {{clave: {Path(name).stem}, nombre: {said}}}" if name.startswith("vocabulario") else f"# {said}"
    return f"{row}\\n".encode()

def fresh(folder):
    for name in NAMES[:-1]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(bank(name, "Vieja"))

def dying_at(moment, folder):
    left = moment
    def die(event, args):
        nonlocal left
        if event in TOUCHES:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(die)
    replace_files(folder, {name: bank(name, "Nueva") for name in NAMES})

for moment in count(1):
    folder = Path(sys.argv[1]) / str(moment) / "knowledge"
    fresh(folder)
    child = os.fork()
    if child == 0:
        dying_at(moment, folder)
        os._exit(0)
    if os.waitpid(child, 0)[1] == 0:
        break
"""


def said(folder: Path) -> list[str]:
    """Of each file, whether it is the old or the new one; nothing where there is none."""
    return ["" if not (folder / name).exists() else "Nueva" if b"Nueva" in (folder / name).read_bytes() else "Vieja" for name in NAMES]


def hidden(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob(".*")]


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """One folder for each thing the program does to the disk while it replaces four files: killed just before it does it."""
    place = tmp_path_factory.mktemp("killed")
    subprocess.run([sys.executable, "-c", KILLED, str(place), " ".join(NAMES)], cwd=ROOT, check=True)
    return sorted(place.glob("*/knowledge"), key=lambda path: int(path.parent.name))


def test_a_program_killed_at_any_moment_leaves_all_the_old_files_or_all_the_new_ones(killed: list[Path]) -> None:
    torn = {len(set(said(folder)) - {""}) > 1 for folder in killed}
    came = []
    for folder in killed:
        terms = load(folder).terms
        came.append({term.name for term in terms})
        assert said(folder) in (["Vieja", "Vieja", "Vieja", ""], ["Nueva"] * 4)
        assert came[-1] in ({"Vieja"}, {"Nueva"})
        assert hidden(folder) == []
    assert torn == {True, False}, "no kill fell between two renames: the test shows nothing"
    assert came[0] == {"Vieja"}
    assert came[-1] == {"Nueva"}
    assert len(killed) > 20


def test_a_check_finishes_what_a_killed_program_had_decided(tmp_path: Path) -> None:
    (tmp_path / "vocabulario").mkdir()
    (tmp_path / DECIDED / "vocabulario").mkdir(parents=True)
    (tmp_path / DECIDED / "vocabulario/bancos.yaml").write_text("- {clave: banorte, nombre: Banorte}\n")
    check(tmp_path, World({}.get, {}.get), TODAY)
    assert (tmp_path / "vocabulario/bancos.yaml").exists()
    assert hidden(tmp_path) == []


def test_a_file_that_cannot_be_written_leaves_the_others_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"- vieja\n")
    with pytest.raises(OSError, match="too long"):
        replace_files(tmp_path, {"a.yaml": b"- nueva\n", "b" * 300: b""})
    assert (tmp_path / "a.yaml").read_bytes() == b"- vieja\n"
    assert hidden(tmp_path) == []


def test_permissions_stay(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"- vieja\n")
    (tmp_path / "a.yaml").chmod(0o640)
    replace_files(tmp_path, {"a.yaml": b"- nueva\n"})
    assert (tmp_path / "a.yaml").stat().st_mode & 0o777 == 0o640


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="No existe la carpeta"):
        check(tmp_path / "nada", World({}.get, {}.get), TODAY)
