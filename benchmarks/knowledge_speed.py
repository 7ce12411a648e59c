"""How long ``knowledge check`` and ``knowledge test`` take over 500 entries, and after one change.

    python -m benchmarks.knowledge_speed            the entries of knowledge/, repeated with other words until there are 500

Timed with the clock of the process, so that a busy machine does not count. The repeated entries speak of invented towns; their copies are
near each other on purpose, which is more work than real entries give.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from bot.cli_shared import ledger_url
from bot.editorial.watching import Desk, look
from bot.knowledge import check, load
from bot.ledger import open_ledger
from bot.operations.known import world_of
from bot.settings import ROOT, Settings

TODAY = date(2026, 11, 22)
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


def timed(what: str, work: Callable[[], object]) -> None:
    started, began = time.process_time(), time.perf_counter()
    came = work()
    print(f"{what:44} {time.process_time() - started:5.2f} s of the process, {time.perf_counter() - began:5.2f} s on the wall · {came}")


def main() -> None:
    settings = Settings.read()
    ledger = open_ledger(ledger_url(settings))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "knowledge"
        shutil.copytree(ROOT / "knowledge", folder, ignore=shutil.ignore_patterns("ejemplos"))
        print(f"{grown(folder)} entries")
        desk = Desk(folder, ledger, world_of(ledger), Path(place) / "memory.json")

        def asked() -> str:
            outcome = look(desk, TODAY).outcome
            return f"{outcome.asked} of {len(outcome.tried)} questions asked" if outcome else "the check did not pass"

        timed("check", lambda: f"{sum(problem.stops for problem in check(folder, desk.world, TODAY))} errors")
        timed("test, everything", asked)
        timed("test, nothing changed", asked)
        answers = folder / "preguntas/pensiones.yaml"
        answers.write_text(answers.read_text(encoding="utf-8").replace("Nació en 1986.", "Se fundó en 1986."), encoding="utf-8")
        timed("test, one answer changed", asked)
        names = folder / "vocabulario/instituciones.yaml"
        names.write_text(
            names.read_text(encoding="utf-8").replace("    - isstezac\n", "    - isstezac\n    - la caja de los jubilados\n", 1),
            encoding="utf-8",
        )
        timed("test, one alias added", asked)


if __name__ == "__main__":
    main()
