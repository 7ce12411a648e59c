"""Which published statements answer «¿quién?», «¿cuándo?», «¿cuáles?», «¿en qué quedó?»."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.answering.asked.slots import NEIGHBOURS, STATE
from bot.answering.search.descriptors import Names
from bot.answering.search.index import Match, WordIndex
from bot.domain.answer import Confidence, Statement, each_document_once
from bot.domain.ledger import Ledger, Record
from bot.domain.period import Period
from bot.domain.reading import Act, Interpretation, Topic
from bot.language.folding import fold

# What kind of statement speaks to each act, most telling first; kinds not named count for less.
SPEAKS: Mapping[Act, tuple[str, ...]] = {
    Act.WHEN: ("evento", "credito"),
    Act.WHO: ("credito", "evento", "destino"),
    Act.STATUS: ("evento", "credito", "hito", "destino", "conflicto"),
    Act.TERMS: ("credito", "condicion"),
    Act.LIST: ("credito", "evento", "destino", "hito"),
    Act.SOURCE: ("evento", "credito", "destino", "conflicto"),
    Act.FAQ: ("evento", "conflicto", "credito"),
}
WEIGHT = {Confidence.HIGH: 0.04, Confidence.MEDIUM: 0.02, Confidence.LOW: 0.0}


@dataclass(frozen=True)
class RecordMatch:
    """``score`` may pass 1; ``covered`` is the share of the asked word weight the statement holds; ``hits`` the words of it."""

    record: Record
    score: float
    covered: float
    unmatched: tuple[str, ...]
    hits: tuple[str, ...] = ()


class RecordShelf:
    """Every statement of the ledger, found by its words, names, date and kind."""

    def __init__(self, ledger: Ledger, names: Names, witnesses: frozenset[str]) -> None:
        self._witnesses = witnesses
        self._names = names
        self._records = tuple(record for record in ledger.records() if record.kind != "reporte")
        self._by_id = {record.id: record for record in self._records}
        self._claves = [
            names.inside(f"{r.text}; {r.party}; {r.words}") | ({r.subject.clave} if r.subject else set()) for r in self._records
        ]
        self._index = WordIndex(
            [((r.text, 1.0), (r.party, 1.0), (r.subject.name if r.subject else "", 0.9), (r.words, 1.0)) for r in self._records]
        )

    def parties(self, record: Record) -> frozenset[str]:
        """The names of those who signed, said or decided it."""
        return self._names.inside(record.party)

    def all(self) -> tuple[Record, ...]:
        return self._records

    def of_id(self, id: str) -> Record | None:
        return self._by_id.get(id)

    def find(self, reading: Interpretation, act: Act | None = None) -> list[RecordMatch]:
        """Best first. A statement outside the asked period, or silent on a name asked, falls behind."""
        matches = self._index.search(reading.words)
        named = [m.clave for m in reading.mentions if m.kind not in ("concepto", "gobierno", "estado") and m.clave != STATE]
        ranked = [self._weigh(match, reading, act or reading.act, named) for match in matches.values()]
        return sorted(ranked, key=lambda m: (-m.score, m.record.date or "9999", m.record.id))

    def _weigh(self, match: Match, reading: Interpretation, act: Act, named: Sequence[str]) -> RecordMatch:
        record = self._records[match.key]
        claves = self._claves[match.key]
        unmatched = tuple(clave for clave in named if clave not in claves and clave not in self._witnesses)
        kinds = SPEAKS.get(act, ())
        score = match.covered + 0.25 * match.precise + WEIGHT[record.confidence]
        score += 0.12 * (len(kinds) - kinds.index(record.kind)) / len(kinds) if record.kind in kinds else -0.1
        score += 0.25 * (len(named) - len(unmatched)) - 0.25 * len(unmatched)
        score += topic_fit(record.topic, reading.topic)
        fit = period_fit(record.date, reading)
        score += 0.0 if fit == NOT_IN_PERIOD and bears_year(record, reading) else fit
        if act is Act.WHO and record.party:
            score += 0.1
        return RecordMatch(record, score, match.covered, unmatched, match.hits)


def topic_fit(own: str, asked: Topic | None) -> float:
    if asked is None or own == asked:
        return 0.1 if asked else 0.0
    return 0.0 if own in NEIGHBOURS.get(asked, frozenset()) else -0.2


def period_fit(date: str, reading: Interpretation) -> float:
    period = reading.period
    if period is None or period.start is None or period.end is None:
        return 0.0
    if not date:
        return -0.05
    return IN_PERIOD if spanned(date).overlaps(period.start, period.end) else NOT_IN_PERIOD


# Every question of a year asks it of the same few hundred days.
spanned = lru_cache(maxsize=1024)(Period.parse)
IN_PERIOD, NOT_IN_PERIOD = 0.2, -0.3


def bears_year(record: Record, reading: Interpretation) -> bool:
    """«el paquete 2026», delivered in 2025, is of the year in its name; «obra cancelada en 2025» only tells when."""
    if len(reading.years) != 1 or str(reading.years[0]) not in record.words:
        return False
    return re.search(rf"(?<!\ben ){reading.years[0]}\b", fold(record.words)) is not None


def merged(records: Sequence[Record]) -> tuple[Statement, ...]:
    """Statements in the order given, each text once with all its documents."""
    texts: dict[tuple[str, str], list[Record]] = {}
    for record in records:
        texts.setdefault((record.text, record.date), []).append(record)
    return tuple(
        Statement(text, date, each_document_once(s for r in group for s in r.sources), group[0].confidence)
        for (text, date), group in texts.items()
    )
