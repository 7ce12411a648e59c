"""The questions known not to find their entry after words that ask nothing: a list that may only shrink.

One a line, ``clave`` and question; the first line of the file says how many there may be at most. Nothing here adds to it: a question
that stops finding its entry is mended, or takes by hand the place of one that was mended.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.editorial.trial import Tried
from bot.errors import KnowledgeError, Problem
from bot.knowledge import Caution, replace_file

FILE = "por_mejorar.txt"
_LIMIT = re.compile(r"# máximo: (\d+)")


@dataclass(frozen=True)
class Pending:
    """``lines`` are claves with their line in the file."""

    limit: int
    lines: tuple[tuple[str, int], ...]
    shown: str

    @property
    def claves(self) -> frozenset[str]:
        return frozenset(clave for clave, _ in self.lines)


def read_pending(folder: Path) -> Pending:
    """KnowledgeError when the first line does not say how many there may be. No file: none may be."""
    path, shown = folder / FILE, f"{folder.resolve().name}/{FILE}"
    if not path.is_file():
        return Pending(0, (), shown)
    lines = path.read_text(encoding="utf-8").splitlines()
    limit = _LIMIT.match(lines[0]) if lines else None
    if limit is None:
        raise KnowledgeError(
            "No pude leer la lista de pendientes:",
            [Problem(shown, 1, None, "el primer renglón no dice cuántas puede haber", "Ejemplo: «# máximo: 45»")],
        )
    claves = [(line.strip(), number) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    return Pending(int(limit[1]), tuple(claves), shown)


def judge(pending: Pending, tried: Sequence[Tried], places: Collection[str]) -> Iterator[Problem]:
    """What is wrong with the list: longer than allowed (an error), or holding what is already mended or gone (a caution)."""
    if len(pending.lines) > pending.limit:
        what = f"hay {len(pending.lines)} pendientes y el máximo es {pending.limit}"
        yield Problem(pending.shown, 1, None, what, "La lista solo puede acortarse: mejora esas preguntas en vez de anotarlas")
    mended = {each.clave for each in tried if each.introduced == each.clave}
    for clave, line in pending.lines:
        if clave in mended or clave not in places:
            what = f"«{clave}» ya se encuentra" if clave in mended else f"«{clave}» ya no es una pregunta publicada"
            yield Caution(pending.shown, line, None, what, "Quítala con «ruta knowledge test --shrink»")


def shrink(folder: Path, mended: Collection[str]) -> int:
    """Takes the mended lines out and lowers the limit with them; how many went."""
    path = folder / FILE
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line.strip() not in mended]
    gone = len(lines) - len(kept)
    if gone:
        left = sum(bool(line.strip()) and not line.startswith("#") for line in kept)
        kept[0] = f"# máximo: {left}"
        replace_file(path, ("\n".join(kept) + "\n").encode())
    return gone
