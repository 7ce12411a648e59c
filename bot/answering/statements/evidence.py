"""What stands behind words and numbers: the figures that a statement tells, the statements that tell a figure, and of a disagreement
every claim and the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.answering.figures.choosing import by_confidence
from bot.answering.search.shelves import Shelves
from bot.answering.statements.records import merged
from bot.domain.answer import Statement
from bot.domain.ledger import Fact, Record

CONFLICT = "conflicto"


def claims(conflict: str, shelves: Shelves) -> list[Fact]:
    """Every rival claim, the best documented first."""
    return by_confidence(fact for fact in shelves.descriptors.by_conflict.get(conflict, ()) if not fact.repeats)


def reasons(facts: Iterable[Fact], shelves: Shelves) -> tuple[Statement, ...]:
    """Why the documents disagree, where it is known; one statement a disagreement."""
    told = (shelves.records.of_id(fact.conflict) for fact in facts if fact.conflict)
    return merged([record for record in told if record])


def figures_told(records: Sequence[Record], shelves: Shelves) -> list[Fact]:
    """The stored figures that the statements print, from the same documents; of a disagreement, every claim."""
    found: list[Fact] = []
    for record in records:
        if record.kind == CONFLICT and (rival := claims(record.id, shelves)):
            found += rival
            continue
        near = (fact for source in record.sources for fact in shelves.descriptors.by_document.get(source.document.id, ()))
        found += [fact for fact in near if not fact.repeats and prints(record, fact)]
    return list(dict.fromkeys(found))


def told_of(facts: Sequence[Fact], shelves: Shelves, kind: str) -> tuple[Statement, ...]:
    """The statements of a kind that print these figures, from their documents: which works, who received them."""
    alike = (record for record in shelves.records.all() if record.kind == kind)
    tells = (record for record in alike if any(shares_document(record, f) and prints(record, f) for f in facts))
    return merged(list(tells))


def prints(record: Record, fact: Fact) -> bool:
    if not fact.unit.is_money or fact.amount < 1000:
        return False
    millions = f"{(fact.amount / 1_000_000).normalize():,f}"
    written = (f"{fact.amount:,f}".removesuffix(".00"), f"{millions} {'millón' if millions == '1' else 'millones'}")
    return any(re.search(rf"(?<![\d,.]){re.escape(each)}(?![,.]?\d)", record.text) for each in written)


def shares_document(record: Record, fact: Fact) -> bool:
    return any(source.document.id == fact.source.document.id for source in record.sources)
