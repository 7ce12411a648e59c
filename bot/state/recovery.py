"""After a program died: what it held is free at once, not only when its claims run out."""

from __future__ import annotations

from sqlalchemy import update

from bot.state.inbox import CLAIMED, NEW
from bot.state.schema import inbox
from bot.state.store import Store


def give_back(store: Store, worker: str) -> int:
    """Free what a dead program of this name had claimed; how many updates. Whether it had begun to send stays known. Only for a
    name that no living program uses."""
    held = update(inbox).where(inbox.c.claimed_by == worker, inbox.c.state == CLAIMED)
    with store.writing() as connection:
        return connection.execute(held.values(state=NEW, claimed_by=None, claimed_until=None)).rowcount
