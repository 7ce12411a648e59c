"""From scores to a reading: probabilities of acts and topics, the best pair and the ones close to it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from bot.domain.reading import Act, Reading, Topic
from bot.understanding.weights import Weights

NO_TOPIC = "-"
_CLOSE = 5


def readings(weights: Weights, scores: Sequence[float]) -> list[Reading]:
    """Candidate readings with their probabilities, likeliest first."""
    acts = _side(weights.labels, scores, "acto ")
    topics = _side(weights.labels, scores, "tema ")
    pairs: list[tuple[float, Act, Topic | None]] = []
    for act_name, act_score in acts.items():
        act = Act(act_name)
        for topic_name, topic_score in topics.items():
            if _possible(act, topic_name):
                topic = None if topic_name == NO_TOPIC else Topic(topic_name)
                pairs.append((act_score + topic_score + weights.pairs.get((act_name, topic_name), 0.0), act, topic))
    top = max(score for score, _, _ in pairs)
    shares = [(math.exp(score - top), act, topic) for score, act, topic in pairs]
    whole = sum(share for share, _, _ in shares)
    shares.sort(key=lambda each: (-each[0], each[1], each[2] or ""))
    return [Reading(act, topic, share / whole) for share, act, topic in shares[: _CLOSE + 1]]


def _possible(act: Act, topic: str) -> bool:
    """Out of scope has no topic; small talk may be about the bot; everything else is about something."""
    if act is Act.NONE:
        return topic == NO_TOPIC
    if act is Act.SMALLTALK:
        return topic in (NO_TOPIC, Topic.BOT)
    return topic != NO_TOPIC


def _side(labels: Sequence[str], scores: Sequence[float], side: str) -> Mapping[str, float]:
    return {label[len(side) :]: score for label, score in zip(labels, scores, strict=True) if label.startswith(side)}
