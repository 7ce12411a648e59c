"""The labelled messages of ``knowledge/ejemplos/``, one file a writer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

EXAMPLES = Path("knowledge/ejemplos")
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


def read_examples(folder: Path = EXAMPLES) -> list[Example]:
    written = [example for path in sorted(folder.glob("*.jsonl")) for example in labelled(path)]
    return [*written, *(example for path in sorted(folder.glob("*.txt")) for example in _listed(path))]


def labelled(path: Path) -> list[Example]:
    """The messages of one JSON Lines file but for those that ask two things, which are only there to measure."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = (json.loads(line) for line in lines if line.strip())
    return [_example(path.stem, row) for row in rows if "act" in row and "parts" not in row]


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
