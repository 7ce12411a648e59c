"""From weights to a reading: probabilities of acts and topics, the best pair and the ones close to it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from bot.domain.reading import Act, Reading, Topic

NO_TOPIC = "-"
_WITHOUT_TOPIC = frozenset({Act.NONE})
_CLOSE = 5


def probabilities(labels: Sequence[str], scores: Sequence[float], side: str) -> dict[str, float]:
    """Softmax over the columns of one side (``acto`` or ``tema``)."""
    columns = [(label.split(" ", 1)[1], score) for label, score in zip(labels, scores, strict=True) if label.startswith(side)]
    top = max(score for _, score in columns)
    shares = {name: math.exp(score - top) for name, score in columns}
    whole = sum(shares.values())
    return {name: share / whole for name, share in shares.items()}


def readings(acts: Mapping[str, float], topics: Mapping[str, float]) -> list[Reading]:
    """Candidate readings, likeliest first."""
    with_topic = {name: chance for name, chance in topics.items() if name != NO_TOPIC}
    whole = sum(with_topic.values()) or 1.0
    pairs: list[Reading] = []
    for act_name, act_chance in acts.items():
        act = Act(act_name)
        if act in _WITHOUT_TOPIC:
            pairs.append(Reading(act, None, act_chance))
        elif act is Act.SMALLTALK:
            pairs += [
                Reading(act, Topic.BOT, act_chance * topics.get("bot", 0.0)),
                Reading(act, None, act_chance * (1 - topics.get("bot", 0.0))),
            ]
        else:
            pairs += [Reading(act, Topic(name), act_chance * chance / whole) for name, chance in with_topic.items()]
    pairs.sort(key=lambda reading: (-reading.confidence, reading.act, reading.topic or ""))
    return pairs[: _CLOSE + 1]
