"""Scoring how messages are read: act, topic, slots, and the two mistakes about scope."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.evaluation.questions import LabelledQuestion, Labels
from bot.evaluation.report import Count, Table

ASSERTED = frozenset({"found", "explained"})
FREQUENT_CONFUSIONS = 15


@dataclass(frozen=True)
class Scored:
    """One question (a message that asks two holds two) and how the reply read it. Outside rows only have a scope."""

    question: LabelledQuestion
    labels: Labels
    act: str | None
    topic: str | None
    years: frozenset[int]
    stage: str | None
    entities: frozenset[str]
    outcome: str | None

    @property
    def act_right(self) -> bool:
        return self.act in self.labels.acts

    @property
    def topic_right(self) -> bool:
        return not self.labels.topics or self.topic in self.labels.topics

    @property
    def both_right(self) -> bool:
        return self.act_right and self.topic_right

    @property
    def years_right(self) -> bool:
        return self.labels.years <= self.years

    @property
    def entities_right(self) -> bool:
        return self.labels.entities <= self.entities


@dataclass(frozen=True)
class Confusion:
    """``asked`` was read as ``read`` this many ``times``; names are ``act/topic``."""

    asked: str
    read: str
    times: int
    example: str


@dataclass(frozen=True)
class LabelledReport:
    """Rates over questions in scope, except ``false_answers``, which is over those outside it."""

    file: str
    inside: tuple[Scored, ...]
    outside: tuple[Scored, ...]

    def rates(self) -> dict[str, Count]:
        return {
            "act": Count.over(each.act_right for each in self.inside),
            "topic": Count.over(each.topic_right for each in self.inside),
            "both": Count.over(each.both_right for each in self.inside),
            "years": Count.over(each.years_right for each in self.inside if each.labels.years),
            "stage": Count.over(each.stage == each.labels.stage for each in self.inside if each.labels.stage),
            "entities": Count.over(each.entities_right for each in self.inside if each.labels.entities),
            "false_answers": Count.over(each.outcome in ASSERTED for each in self.outside),
            "refused_in_scope": Count.over(each.outcome == "not_understood" for each in self.inside),
            "asked_back": Count.over(each.outcome == "unclear" for each in self.inside),
            "right_when_answered": Count.over(each.both_right for each in self.inside if each.outcome in ASSERTED),
        }

    @property
    def mistakes(self) -> tuple[Scored, ...]:
        """Answers given outside scope first, then questions read as something else, in file order."""
        false_answers = tuple(each for each in self.outside if each.outcome in ASSERTED)
        return false_answers + tuple(each for each in self.inside if not each.both_right)

    def confusions(self, limit: int = FREQUENT_CONFUSIONS) -> tuple[Confusion, ...]:
        """The most frequent first."""
        times: Counter[tuple[str, str]] = Counter()
        examples: dict[tuple[str, str], str] = {}
        for each in self.inside:
            if not each.both_right:
                pair = (_reading(each.labels.acts[0], _first(each.labels.topics)), _reading(each.act, each.topic))
                times[pair] += 1
                examples.setdefault(pair, each.question.text)
        return tuple(Confusion(*pair, number, examples[pair]) for pair, number in times.most_common(limit))

    def to_tables(self) -> tuple[Table, ...]:
        totals = tuple((_SPANISH[name], str(count)) for name, count in self.rates().items())
        confusions = tuple((c.asked, c.read, str(c.times), c.example) for c in self.confusions())
        return (
            Table("Total", ("medida", "cuántas"), totals),
            self._table("Por acto", "acto", _act),
            self._table("Por tema", "tema", _topic),
            self._table("Por estilo", "estilo", _style),
            Table("Confusiones más frecuentes", ("se preguntó", "se leyó", "veces", "ejemplo"), confusions),
        )

    def to_json(self) -> dict[str, Any]:
        return {
            "file": self.file,
            "format": "labelled",
            "in_scope": len(self.inside),
            "outside": len(self.outside),
            **{name: count.to_json() for name, count in self.rates().items()},
            "by_act": _by(self.inside, _act),
            "by_topic": _by(self.inside, _topic),
            "by_style": _by(self.inside, _style),
            "mistakes": [_mistake(each) for each in self.mistakes],
        }

    def _table(self, title: str, column: str, key: Callable[[Scored], str]) -> Table:
        rows = []
        for name, members in _groups(self.inside, key).items():
            counts = (Count.over(getattr(m, rule) for m in members) for rule in ("act_right", "topic_right", "both_right"))
            rows.append((name, *map(str, counts), str(len(members))))
        return Table(title, (column, "acto", "tema", "ambos", "preguntas"), tuple(rows))


_SPANISH = {
    "act": "acto",
    "topic": "tema",
    "both": "acto y tema",
    "years": "años",
    "stage": "momento contable",
    "entities": "nombres",
    "false_answers": "respuestas donde no tocaba",
    "refused_in_scope": "rechazadas siendo del tema",
    "asked_back": "repreguntadas",
    "right_when_answered": "acto y tema, cuando contestó",
}


def score(question: LabelledQuestion, reply: Mapping[str, Any]) -> tuple[Scored, ...]:
    """Compare a reply with every part of a message; the second question of a message stands under ``more``."""
    replies = [reply, *(reply.get("more") or ())]
    return tuple(_score(question, labels, replies[n] if n < len(replies) else {}) for n, labels in enumerate(question.parts))


def _score(question: LabelledQuestion, labels: Labels, reply: Mapping[str, Any]) -> Scored:
    reading = reply.get("reading") or {}
    return Scored(
        question,
        labels,
        act=reading.get("act"),
        topic=reading.get("topic"),
        years=frozenset(reading.get("years") or ()),
        stage=reading.get("stage"),
        entities=frozenset(reading.get("entities") or ()),
        outcome=reply.get("outcome"),
    )


def _act(each: Scored) -> str:
    return each.labels.acts[0]


def _topic(each: Scored) -> str:
    return _first(each.labels.topics) or "—"


def _style(each: Scored) -> str:
    return each.question.style or "—"


def _first(names: tuple[str, ...]) -> str | None:
    return names[0] if names else None


def _reading(act: str | None, topic: str | None) -> str:
    return f"{act or '—'}/{topic or '—'}"


def _groups(scored: Iterable[Scored], key: Callable[[Scored], str]) -> dict[str, list[Scored]]:
    groups: dict[str, list[Scored]] = {}
    for each in scored:
        groups.setdefault(key(each), []).append(each)
    return dict(sorted(groups.items()))


def _by(scored: Iterable[Scored], key: Callable[[Scored], str]) -> dict[str, Any]:
    return {name: Count.over(m.both_right for m in members).to_json() for name, members in _groups(scored, key).items()}


def _mistake(each: Scored) -> dict[str, Any]:
    return {
        "line": each.question.line,
        "q": each.question.text,
        "prev": each.question.prev,
        "asked": {"act": list(each.labels.acts), "topic": list(each.labels.topics)},
        "read": {"act": each.act, "topic": each.topic},
        "outcome": each.outcome,
    }
