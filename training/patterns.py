"""Examples made by joining ways of asking with things asked about (``knowledge/ejemplos/patrones.yaml``).

They teach that a way of asking means the same whatever it is about. They are many and alike, so each weighs little; half
are badly typed, as people on a phone type.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from training.examples import EXAMPLES, Example
from training.typing_errors import mistyped

WRITER = "patrones"
_SEED = 20261122
_EACH = 16
_EACH_OUTSIDE = 3
_EACH_FOLLOW_UP = 10
_FRESH = 2500
_TYPED_BADLY = 0.8


def made_examples(folder: Path = EXAMPLES) -> list[Example]:
    told = _told(folder)
    chance = random.Random(_SEED)
    return list(_made(told, chance))


def badly_typed(examples: Sequence[Example]) -> list[Example]:
    """Most of the written messages once more, as somebody in a hurry would type them."""
    chance = random.Random(_SEED)
    right = [example for example in examples if example.before is None and example.style not in ("typos", "code")]
    return [replace(example, text=mistyped(example.text, chance)) for example in right if chance.random() < _TYPED_BADLY]


def _told(folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = YAML(typ="safe").load((folder / "patrones.yaml").read_text(encoding="utf-8"))
    return told


def _made(told: dict[str, Any], chance: random.Random) -> Iterator[Example]:
    for act, by_class in told["patrones"].items():
        for kind, patterns in by_class.items():
            for pattern in patterns:
                for topic, things in told["objetos"].items():
                    if kind in things:
                        for thing in _some(things[kind], _EACH // 2, chance):
                            yield _example(_dressed(_filled(pattern, thing), told, chance), (act,), (topic,))
                for thing in _some(told["fuera"].get(kind, []), _EACH_OUTSIDE, chance):
                    yield _example(_dressed(_filled(pattern, thing), told, chance), ("none",), ())


def follow_ups(examples: Sequence[Example], folder: Path = EXAMPLES) -> list[tuple[Example, Example]]:
    """(question before, message after it): most go on from it and inherit the topic and, said so, the act; some are fresh
    questions, to learn that not everything said second leans on the first."""
    told = _told(folder)["seguimientos"]
    chance = random.Random(_SEED)
    asked = [example for example in examples if example.before is None and example.topics and example.acts[0] not in ("none", "smalltalk")]
    pairs = []
    for act, messages in told.items():
        for message in messages:
            for before in chance.sample(asked, _EACH_FOLLOW_UP * (3 if act == "igual" else 1)):
                acts = before.acts if act == "igual" else (act,)
                text = mistyped(message, chance) if chance.random() < 0.3 else message
                topics = () if act in ("none", "smalltalk") else before.topics
                pairs.append((before, replace(_example(text, acts, topics), before=before.text, style="followup")))
    for _ in range(_FRESH):
        before, fresh = chance.sample(asked, 2)
        if len(fresh.text.split()) > 5:
            pairs.append((before, replace(fresh, before=before.text)))
    return pairs


def _some(things: list[str], count: int, chance: random.Random) -> list[str]:
    return chance.sample(things, min(count, len(things)))


def _filled(pattern: str, thing: str) -> str:
    of = f"del {thing[3:]}" if thing.startswith("el ") else f"de {thing}"
    to = f"al {thing[3:]}" if thing.startswith("el ") else f"a {thing}"
    return pattern.replace("{x}", thing).replace("{de}", of).replace("{a}", to)


def _dressed(text: str, told: dict[str, Any], chance: random.Random) -> str:
    if chance.random() < 0.4:
        text = f"{chance.choice(told['antes'])} {text}"
    if chance.random() < 0.35:
        text = f"{text} {chance.choice(told['después'])}"
    shape = chance.random()
    if shape < 0.3:
        text = f"¿{text[:1].upper()}{text[1:]}?"
    elif shape < 0.5:
        text += "?"
    return mistyped(text, chance) if chance.random() < 0.4 else text


def _example(text: str, acts: tuple[str, ...], topics: tuple[str, ...]) -> Example:
    return Example(WRITER, text, acts, topics, (), None, (), "plain", None)
