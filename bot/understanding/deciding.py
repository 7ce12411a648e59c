"""From scores to a reading: probabilities of acts and topics together, the best pair and the ones close to it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import itemgetter

from bot.domain.reading import Act, Reading, Topic
from bot.understanding.weights import Weights

NO_TOPIC = "-"
_CLOSE = 5
_FAR = 12.0
"""Readings less than e^-12 as likely as the best are not looked at."""
_ACT, _TOPIC = "acto ", "tema "


class Deciding:
    """Knows which acts go with which topics, and how usual each pair is."""

    def __init__(self, weights: Weights) -> None:
        acts = {label[len(_ACT) :]: column for column, label in enumerate(weights.labels) if label.startswith(_ACT)}
        topics = {label[len(_TOPIC) :]: column for column, label in enumerate(weights.labels) if label.startswith(_TOPIC)}
        self._pairs = tuple(
            (act_column, topic_column, weights.pairs.get((act, topic), 0.0), Act(act), None if topic == NO_TOPIC else Topic(topic))
            for act, act_column in sorted(acts.items())
            for topic, topic_column in sorted(topics.items())
            if _possible(Act(act), topic)
        )

    def readings(self, scores: Sequence[float]) -> list[Reading]:
        """Candidate readings with their probabilities, likeliest first."""
        sums = [scores[act] + scores[topic] + usual for act, topic, usual, _, _ in self._pairs]
        top = max(sums)
        near = [(math.exp(each - top), place) for place, each in enumerate(sums) if each > top - _FAR]
        whole = sum([share for share, _ in near])
        near.sort(key=itemgetter(0), reverse=True)
        return [Reading(self._pairs[place][3], self._pairs[place][4], share / whole) for share, place in near[: _CLOSE + 1]]


def _possible(act: Act, topic: str) -> bool:
    """Out of scope has no topic; small talk is with the bot; everything else is about something."""
    if act is Act.NONE:
        return topic == NO_TOPIC
    if act is Act.SMALLTALK:
        return topic == Topic.BOT
    return topic != NO_TOPIC
