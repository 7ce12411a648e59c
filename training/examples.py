"""The labelled messages of ``knowledge/ejemplos/``, one file a writer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

EXAMPLES = Path("knowledge/ejemplos")
DOUBLES = "dobles.jsonl"
LOOKS_TWO = "parecen_dos"
"""The plain list whose messages were chosen because they ask one thing and look like two."""
TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Example:
    """``acts`` and ``topics`` list every acceptable label, the best first; an empty ``topics`` means none applies. ``one``: its writer
    looked and says that one thing is asked."""

    writer: str
    text: str
    acts: tuple[str, ...]
    topics: tuple[str, ...]
    years: tuple[int, ...]
    stage: str | None
    entities: tuple[str, ...]
    style: str
    before: str | None
    one: bool = True


_JOINTS_AT_END = re.compile(r"(?:[\s,;]|\b(?:y|e|and|o|pero|también|además|luego|de paso|otra cosa|aparte)\b)+$", re.IGNORECASE)


def read_examples(folder: Path = EXAMPLES) -> list[Example]:
    written = [example for path in sorted(folder.glob("*.jsonl")) for example in labelled(path)]
    written += _halves(folder / DOUBLES)
    return [*written, *(example for path in sorted(folder.glob("*.txt")) for example in _listed(path))]


def labelled(path: Path) -> list[Example]:
    """The messages of one JSON Lines file but for those that ask two things."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = (json.loads(line) for line in lines if line.strip())
    return [_example(path.stem, row) for row in rows if "act" in row and "parts" not in row]


def _halves(path: Path) -> Iterator[Example]:
    """What each of two questions in one message asks: the first by itself, the second after it."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    for row in (row for row in rows if "parts" in row):
        first = _JOINTS_AT_END.sub("", row["q"][: len(row["q"]) - len(row["cut"])])
        for text, before, part in ((first, None, row["parts"][0]), (row["cut"], first, row["parts"][1])):
            yield replace(_example(path.stem, {"q": text, "prev": before, "style": "doubles", **part}), one=False)


def _listed(path: Path) -> Iterator[Example]:
    """A plain list: «## acts topics» above, one message a line below."""
    acts: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            said = line[2:].split()
            acts, topics = tuple(said[0].split(",")), tuple(topic for topic in said[1].split(",") if topic != "-")
        elif line.strip() and not line.startswith("# "):
            yield Example(path.stem, line.strip(), acts, topics, (), None, (), "plain", None, one=path.stem == LOOKS_TWO)


def _example(writer: str, row: dict[str, Any]) -> Example:
    return Example(
        writer=writer,
        text=row["q"],
        acts=tuple(row["act"]),
        topics=tuple(row["topic"]),
        years=tuple(row.get("years", ())),
        stage=row.get("stage"),
        entities=tuple(row.get("entity", ())),
        style=row.get("style", "plain"),
        before=row.get("prev"),
        one="two questions" not in row.get("note", ""),
    )
