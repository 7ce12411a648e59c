"""Files parsed in an earlier run, by their content: parsing is most of what a check costs, and an editor changes one file at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import ruamel.yaml

from bot.knowledge import nodes
from bot.knowledge.compiled import pickled, unpickled
from bot.knowledge.nodes import Many, Row, Text
from bot.knowledge.replacing import replace_file

_TYPES = (Text, Many, Row)
# what another parser made is parsed again
PARSER = hashlib.sha256(Path(nodes.__file__).read_bytes() + ruamel.yaml.__version__.encode()).hexdigest()


@contextmanager
def remembering(file: Path) -> Iterator[None]:
    """Inside, what ``file`` holds is not parsed again; what was parsed is kept there for the next run. Where it cannot be read or written,
    it only costs time."""
    nodes.used.clear()
    before = unpickled(file, PARSER, _TYPES)
    if isinstance(before, dict):
        nodes.known.update(before)
    yield
    if used := {digest: nodes.known[digest] for digest in nodes.used & nodes.known.keys()}:
        if isinstance(before, dict) and used.keys() == before.keys():
            return
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(file, pickled(used, PARSER))
