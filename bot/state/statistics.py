"""What is counted and what went unanswered, of nobody in particular: no chat, no hour, only the day."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import insert, select

from bot.state.schema import counters, unanswered
from bot.state.store import Store

_NEW = insert(unanswered)


@dataclass(frozen=True)
class UnansweredQuestion:
    """``text`` is masked; ``unread`` the words nobody claimed."""

    text: str
    outcome: str
    unread: tuple[str, ...]
    asked_on: date


class Unanswered:
    def __init__(self, store: Store) -> None:
        self._store = store

    def put(self, *questions: UnansweredQuestion) -> None:
        """``text`` and ``unread`` must come masked."""
        if not questions:
            return
        rows = [{**vars(each), "unread": json.dumps(each.unread, ensure_ascii=False)} for each in questions]
        with self._store.writing() as connection:
            connection.execute(_NEW, rows)

    def since(self, day: date) -> Sequence[UnansweredQuestion]:
        c = unanswered.c
        asked = select(c.text, c.outcome, c.unread, c.asked_on).where(c.asked_on >= day).order_by(c.id)
        with self._store.reading() as connection:
            return [
                UnansweredQuestion(text, outcome, tuple(json.loads(unread)), on) for text, outcome, unread, on in connection.execute(asked)
            ]


class Counters:
    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, counted: Mapping[str, int], day: date) -> None:
        """Add to the counts of a day; safe from any number of workers."""
        if not counted:
            return
        put = self._store.insert(counters)
        put = put.on_conflict_do_update(index_elements=["day", "name"], set_={"count": counters.c.count + put.excluded.count})
        with self._store.writing() as connection:
            connection.execute(put, [{"day": day, "name": name, "count": n} for name, n in sorted(counted.items())])

    def between(self, first: date, last: date) -> Mapping[date, Mapping[str, int]]:
        c = counters.c
        found: dict[date, dict[str, int]] = {}
        with self._store.reading() as connection:
            for day, name, count in connection.execute(select(c.day, c.name, c.count).where(c.day.between(first, last))):
                found.setdefault(day, {})[name] = count
        return found
