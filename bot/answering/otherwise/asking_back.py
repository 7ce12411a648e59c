"""When the likeliest readings are close: a closed question instead of a guess."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.answering.asked.periods import target_year
from bot.answering.asked.share_words import asks_share
from bot.answering.figures.disagreeing import disagreeing
from bot.domain.answer import Suggestion, Unclear
from bot.domain.reading import Act, Interpretation, Reading, Topic
from bot.domain.vocabulary import Knowledge, Term
from bot.language.folding import words

MOST = 4
UNSURE = 0.42
"""Below it a guess is wrong too often; docs/lectura.md holds the counts behind the number."""


_SAME_FIGURES = frozenset({Act.TREND, Act.COMPARE})
"""Both set the same figures side by side: between them there is nothing to ask."""


def _likely(reading: Interpretation) -> bool:
    """Less is enough when one loan or one commitment is named: what is published of it is little, and the answer shows it."""
    alike = [each.confidence for each in reading.alternatives if {each.act, reading.act} == _SAME_FIGURES and each.topic is reading.topic]
    enough = UNSURE / 2 if reading.of_kind("prestamo", "compromiso") else UNSURE
    return reading.confidence + sum(alike) >= enough


_OF_A_SPAN = frozenset({Act.AMOUNT, Act.LIST, Act.TREND, Act.COMPARE})
"""Of a concept in a term of office they ask for the same: what it was in that span."""
_FIGURES = frozenset({Act.AMOUNT, Act.TREND, Act.COMPARE, Act.BREAKDOWN, Act.RANKING})
_OF_VERSIONS = _FIGURES | {Act.LIST, Act.WHO}
_OF_MONEY = frozenset({Topic.DEBT, Topic.BUDGET, Topic.TRANSFERS})


NEARLY = 0.15
"""Of two topics this near each other, what is measured tells which."""


def with_topic_of_concept(reading: Interpretation, topics: Mapping[str, str]) -> Interpretation:
    """«¿cuánto llevaban pagado del aguinaldo 2021?», budget or pensions by a hair: the bonus is of pensions."""
    own = {topics[concept] for concept in reading.concepts if concept in topics}
    if len(own) != 1 or reading.topic is None or str(reading.topic) in own:
        return reading
    other = next((each for each in reading.alternatives if each.act is reading.act and str(each.topic) in own), None)
    if other is None or other.confidence < reading.confidence - NEARLY:
        return reading
    return replace(reading, topic=other.topic, confidence=reading.confidence + other.confidence)


def settled(reading: Interpretation, topics: Mapping[str, str]) -> Interpretation:
    """The act that several unsure readings share, where all of them ask for figures of what was named: «intereses que pagó Tello
    2016-2021», «evolución del PIB». What is measured then tells the topic; ``topics`` are those of the published concepts."""
    reading = with_topic_of_concept(reading, topics)
    readings = (Reading(reading.act, reading.topic, reading.confidence), *reading.alternatives)
    if reading.confidence < UNSURE and reading.concepts and reading.of_kind("gobierno") and reading.period and reading.act in _OF_A_SPAN:
        alike = sum(each.confidence for each in readings if each.act in _OF_A_SPAN and each.topic is reading.topic)
        return reading if alike < UNSURE else replace(reading, act=Act.AMOUNT, confidence=alike)
    if _likely(reading):
        return reading
    if disagreeing(reading) and reading.topic and reading.period and reading.act in _OF_VERSIONS:
        # «Finanzas decía una deuda y los diputados otra, ¿cuáles eran?»: whatever the act, the versions are asked
        versions = sum(each.confidence for each in readings if each.act in _OF_VERSIONS and each.topic is reading.topic)
        return replace(reading, act=Act.AMOUNT, confidence=versions) if versions >= SURE_OF_TOPIC else reading
    own = {topics[concept] for concept in reading.concepts if concept in topics}
    if reading.act in _FIGURES and not own and reading.period and reading.topic:
        # every reading in view asks for figures of one thing, of a time that was named
        of_topic = sum(each.confidence for each in readings if each.act in _FIGURES and each.topic is reading.topic)
        enough = UNSURE if asks_share(reading) or disagreeing(reading) or target_year(reading) else SURE_OF_TOPIC
        return replace(reading, confidence=of_topic) if of_topic >= enough else reading
    if reading.act not in _FIGURES or not (own or target_year(reading)):
        return reading
    topic = Topic(next(iter(own))) if len(own) == 1 else reading.topic
    if topic is not reading.topic and not {topic, reading.topic} <= _OF_MONEY and not _mostly_concept(reading):
        return reading
    alike = sum(each.confidence for each in readings if each.act in _FIGURES and (each.topic in (topic, reading.topic) or own))
    enough = UNSURE / 2 if target_year(reading) or asks_share(reading) else UNSURE
    return reading if alike < enough else replace(reading, topic=topic, confidence=max(alike, UNSURE))


def _mostly_concept(reading: Interpretation) -> bool:
    """«ingresos proyectados a 70 años»: the name of what is measured is nearly all that was typed."""
    said = {word for mention in reading.of_kind("concepto") for word in words(mention.said)}
    left = [word for word in reading.words if not word.isdigit()]
    return bool(left) and 2 * sum(word in said for word in left) > len(left) and len(said) > 1


SURE_OF_TOPIC = 0.7


class AskingBack:
    """Writes each reading as the question that asks it, with the names and years that the person said."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._said: Mapping[str, str] = knowledge.wordings
        self._terms: dict[tuple[str, str], Term] = {(term.kind, term.clave): term for term in knowledge.terms}

    def question(self, reading: Interpretation) -> Unclear | None:
        """Nothing when the reading is likely enough, or when the words leave no second reading to offer."""
        if _likely(reading) or reading.act is Act.SMALLTALK:
            return None
        best = Reading(reading.act, reading.topic, reading.confidence)
        readings = [each for each in (best, *reading.alternatives) if each.act is not Act.SMALLTALK][:MOST]
        options = tuple(dict.fromkeys(self.ask(each.act, each.topic, self._named(reading)) for each in readings))
        return Unclear(reading, tuple(map(Suggestion, options)), tuple(readings)) if len(options) > 1 else None

    def ask(self, act: Act, topic: Topic | None, named: Iterable[str] = ()) -> str:
        subject = self._said.get(f"asunto.{topic}", str(topic))
        details = ", ".join(dict.fromkeys(named))
        asked = self._said.get(f"pide.{act}", f"{act}: {{asunto}}").replace("{asunto}", f"{subject} ({details})" if details else subject)
        return asked.replace(" de el ", " del ").replace(" a el ", " al ")

    def _named(self, reading: Interpretation) -> list[str]:
        terms = [self._terms[(mention.kind, mention.clave)] for mention in reading.mentions]
        stage = [reading.stage.value] if reading.stage else []
        return [*(term.short or term.name for term in terms), *stage, *map(str, reading.years)]
