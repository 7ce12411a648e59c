"""«Esta cifra está mal»: what people say about an answer, queued for staff with its receipt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, insert, select, update

from bot.privacy import Keys
from bot.state.schema import reports
from bot.state.store import Store

OPEN, RESOLVED = "abierto", "resuelto"


@dataclass(frozen=True)
class Report:
    """``comment`` is already masked; ``receipt`` may be empty where the person had none. ``resolution`` is what staff wrote."""

    id: int
    receipt: str
    comment: str
    channel: str
    sent_on: date
    state: str
    resolution: str
    resolved_on: date | None


class Reports:
    def __init__(self, store: Store, keys: Keys) -> None:
        self._store = store
        self._keys = keys

    def put(self, receipt: str, comment: str, channel: str, today: date, chat: int | None = None) -> int:
        """Queue one; its number. ``comment`` must come masked. ``chat`` lets whoever sent it erase it."""
        row = {
            "chat": None if chat is None else self._keys.tag("chat", chat),
            "receipt": receipt,
            "comment": comment,
            "channel": channel,
            "state": OPEN,
            "resolution": "",
            "sent_on": today,
        }
        with self._store.writing() as connection:
            return int(connection.scalar(insert(reports).values(row).returning(reports.c.id)) or 0)

    def listed(self, *, everything: bool = False) -> Sequence[Report]:
        """The open ones, oldest first; with ``everything``, the resolved ones too."""
        c = reports.c
        asked = select(c.id, c.receipt, c.comment, c.channel, c.sent_on, c.state, c.resolution, c.resolved_on).order_by(c.id)
        with self._store.reading() as connection:
            return [Report(*row) for row in connection.execute(asked if everything else asked.where(c.state == OPEN))]

    def resolve(self, id: int, resolution: str, today: date) -> bool:
        """False when there is no open report of that number."""
        c = reports.c
        closed = update(reports).where(c.id == id, c.state == OPEN).values(state=RESOLVED, resolution=resolution, resolved_on=today)
        with self._store.writing() as connection:
            return connection.execute(closed).rowcount == 1

    def open_count(self) -> int:
        with self._store.reading() as connection:
            return connection.scalar(select(func.count()).select_from(reports).where(reports.c.state == OPEN)) or 0
