"""What was tried before and may stand: after a change only the questions that it can touch are asked again.

A question can be touched when its entry changed, or when it shares a word with any row that changed: an alias, an answer, a hint. Words
that stand in many entries say nothing about which one answers, so they do not count. Other code or another ledger: everything again.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.domain.vocabulary import FaqText, Knowledge
from bot.editorial.trial import LEAD_IN, Tried, asked_as
from bot.knowledge import replace_file
from bot.language.folding import stem, words

_CODE = Path(__file__).resolve().parents[1]
_COMMON_SHARE = 0.04


@dataclass(frozen=True)
class Memory:
    """``rows`` holds, of each row of the staff files, a digest and its words; ``tried`` the outcomes by clave and question."""

    ground: str = ""
    rows: Mapping[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    tried: Mapping[tuple[str, str], Tried] = field(default_factory=dict)


def ground(ledger_hash: str, today: str) -> str:
    """Changes when code, learned weights, ledger or day do: then no earlier outcome stands."""
    digest = hashlib.sha256(f"{ledger_hash};{today}".encode())
    for path in sorted((*_CODE.rglob("*.py"), *_CODE.rglob("*.tsv"))):
        seen = path.stat()
        digest.update(f"{path.relative_to(_CODE)};{seen.st_size};{seen.st_mtime_ns}".encode())
    return digest.hexdigest()


def recall(path: Path, ground: str) -> Memory:
    """What stands from before; empty when nothing does, or when the file cannot be read."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        if kept["ground"] != ground:
            return Memory(ground)
        rows = {key: (digest, tuple(held)) for key, (digest, held) in kept["rows"].items()}
        tried = {(each["clave"], each["question"]): Tried(**each) for each in kept["tried"]}
    except (OSError, ValueError, KeyError, TypeError):
        return Memory(ground)
    return Memory(ground, rows, tried)


def keep(path: Path, memory: Memory) -> None:
    content: dict[str, Any] = {"ground": memory.ground, "rows": memory.rows, "tried": [vars(each) for each in memory.tried.values()]}
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, json.dumps(content, ensure_ascii=False).encode())


def rows_of(knowledge: Knowledge) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Every row that can change which answer is found, with its words; wordings cannot."""
    return {key: (hashlib.sha256(said.encode()).hexdigest()[:16], _stems(said)) for key, said in _said(knowledge)}


def standing(memory: Memory, knowledge: Knowledge, rows: Mapping[str, tuple[str, tuple[str, ...]]]) -> dict[tuple[str, str], Tried]:
    """The earlier outcomes that no change can have touched."""
    changed = {key for key in rows.keys() | memory.rows.keys() if rows.get(key) != memory.rows.get(key)}
    touched = {word for key in changed for side in (rows, memory.rows) if key in side for word in side[key][1]}
    touched -= _common(knowledge)
    stands = {}
    for entry in knowledge.faq:
        if f"faq {entry.clave}" in changed:
            continue
        for question in asked_as(entry):
            before = memory.tried.get((entry.clave, question))
            asked = LEAD_IN + question if question == entry.question else question
            if before and touched.isdisjoint(_stems(asked)):
                stands[entry.clave, question] = before
    return stands


def _common(knowledge: Knowledge) -> set[str]:
    held = Counter(word for entry in knowledge.faq for word in set(_stems(_faq(entry))))
    return {word for word, entries in held.items() if entries > max(3, _COMMON_SHARE * len(knowledge.faq))}


def _said(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    for entry in knowledge.faq:
        yield f"faq {entry.clave}", _faq(entry)
    for term in knowledge.terms:
        yield f"{term.kind} {term.clave}", " ; ".join((term.clave, *term.aliases, str(term.topic), str(term.outside), str(term.witness)))
    for place, cue in enumerate((*knowledge.acts, *knowledge.topics, *knowledge.talk)):
        yield f"cue {place} {cue.name}", " ; ".join((*cue.cues, *cue.examples))
    for said, meant in knowledge.slang.items():
        yield f"slang {said}", f"{said} ; {meant}"
    for form, stage in knowledge.stages.items():
        yield f"stage {form}", f"{form} ; {stage}"
    for word in knowledge.ordinary:
        yield f"ordinary {word}", word


def _faq(entry: FaqText) -> str:
    return " ; ".join((entry.question, *entry.also, entry.answer, entry.topic, entry.state, *entry.sources))


@lru_cache(maxsize=65536)
def _stems(text: str) -> tuple[str, ...]:
    return tuple(sorted({stem(word) for word in words(text) if len(word) > 2}))
