"""How long an editor waits for ``knowledge check`` and ``knowledge test`` over 500 entries, and after one change.

    python -m benchmarks.knowledge_speed            the entries of knowledge/, repeated with other words until there are 500

Whole commands, from their start to their last line, as typed in a terminal; the processor's time stands beside the clock, which on a busy
machine counts others too. The repeated entries speak of invented towns; their copies are near each other on purpose, which is more work
than real entries give.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bot.knowledge import load
from bot.settings import ROOT

WANTED = 500
SYLLABLES = [onset + vowel for onset in "bcdfglmnprst" for vowel in "aeiou"]


def grown(folder: Path) -> int:
    """Repeat the entries, each question said of another town; how many there are then."""
    count = len(load(folder).faq)
    for path in sorted((folder / "preguntas").glob("*.yaml")):
        if count >= WANTED:
            break
        lines = path.read_text(encoding="utf-8").splitlines()
        (folder / "preguntas" / f"otra_{path.name}").write_text("\n".join(copied(lines)) + "\n", encoding="utf-8")
        count = len(load(folder).faq)
    return count


def copied(lines: Sequence[str]) -> Iterator[str]:
    asking, town = False, ""
    for line in lines:
        if line.startswith("#"):
            continue
        asking = line.startswith("  tambien:") or (asking and line.startswith("    - "))
        if line.startswith("- clave: "):
            town = invented(line)
            yield f"{line}-otra"
        elif line.startswith("  pregunta: "):
            yield line.replace("?", f" en {town}?")
        else:
            yield f"{line} en {town}" if asking and line.startswith("    - ") else line


def invented(line: str) -> str:
    """A town for each entry: one word shared by half the questions would be no word of real ones."""
    digest = hashlib.sha256(line.encode()).digest()
    return "Villa" + "".join(SYLLABLES[byte % len(SYLLABLES)] for byte in digest[:4])


def timed(what: str, *command: str, env: Mapping[str, str]) -> None:
    before, began = os.times(), time.perf_counter()
    done = subprocess.run([sys.executable, "-m", "bot", *command], cwd=ROOT, env=env, capture_output=True, text=True)
    wall, after = time.perf_counter() - began, os.times()
    used = after.children_user - before.children_user + after.children_system - before.children_system
    said = (done.stdout or done.stderr).strip().splitlines()[-1]
    print(f"{what:28} {used:5.2f} s of the processor, {wall:5.2f} s on the clock · {said}", flush=True)


def changed(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text, before
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "knowledge"
        shutil.copytree(ROOT / "knowledge", folder, ignore=shutil.ignore_patterns("ejemplos"))
        print(f"{grown(folder)} entries")
        var = Path(place) / "var"
        env = os.environ | {"BOT_KNOWLEDGE_DIR": str(folder), "BOT_VAR_DIR": str(var), "BOT_TODAY": "2026-11-22"}
        # as in any checkout that has run once, the interpreter finds its compiled files
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        env["PYTHONPYCACHEPREFIX"] = str(Path(place) / "compiled")
        timed("data build", "data", "build", env=env)
        timed("check, first time", "knowledge", "check", env=env)
        timed("check, nothing changed", "knowledge", "check", env=env)
        timed("test, everything", "knowledge", "test", "--all", env=env)
        timed("test, nothing changed", "knowledge", "test", env=env)
        changed(folder / "preguntas/pensiones.yaml", "Nació en 1986.", "Se fundó en 1986.")
        timed("test, one answer changed", "knowledge", "test", env=env)
        changed(folder / "vocabulario/instituciones.yaml", "    - isstezac\n", "    - isstezac\n    - la caja de los jubilados\n")
        timed("test, one name added", "knowledge", "test", env=env)


if __name__ == "__main__":
    main()
