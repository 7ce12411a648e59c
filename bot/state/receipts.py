"""Receipts: what was answered, so that it can be shown again and compared. Never who asked, nor in which words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select, update

from bot.state.codes import candidates, digest, tidy
from bot.state.schema import receipts
from bot.state.store import Store


@dataclass(frozen=True)
class Content:
    """``answer`` is the answer as JSON, without the message; the same answer is the same text. ``ledger`` is the content hash of
    the ledger that gave it."""

    outcome: str
    answer: str
    ledger: str

    @property
    def digest(self) -> str:
        return digest(f"{self.outcome}\n{self.answer}")


@dataclass(frozen=True)
class Kept:
    """``first_on`` and ``last_on`` are the first and the last day this was answered; ``ledger`` is the first one that said it."""

    code: str
    content: Content
    first_on: date
    last_on: date


class Receipts:
    def __init__(self, store: Store) -> None:
        self._store = store
        # values come at execution: a statement that holds them would be compiled each time
        self._new = store.insert(receipts).on_conflict_do_nothing()

    def keep(self, contents: Sequence[Content], today: date) -> tuple[str, ...]:
        """The code of each, in order. The same content keeps its code; another content never shares it. One transaction for all."""
        if not contents:
            return ()
        with self._store.writing() as connection:
            known = {content.digest: self._put(connection, content, today) for content in contents}
        return tuple(known[content.digest] for content in contents)

    def find(self, code: str) -> Kept | None:
        """By its code as a person types it; None where there is no such receipt, or no longer."""
        c = receipts.c
        with self._store.reading() as connection:
            row = connection.execute(select(receipts).where(c.code == tidy(code))).first()
        return Kept(row.code, Content(row.outcome, row.answer, row.ledger), row.first_on, row.last_on) if row else None

    def count(self) -> int:
        with self._store.reading() as connection:
            return connection.scalar(select(func.count()).select_from(receipts)) or 0

    def _put(self, connection: Connection, content: Content, today: date) -> str:
        row = {
            "digest": content.digest,
            "outcome": content.outcome,
            "answer": content.answer,
            "ledger": content.ledger,
            "first_on": today,
            "last_on": today,
        }
        for code in candidates(content.digest):
            if connection.execute(self._new, {"code": code, **row}).rowcount == 1:
                return code
            # whoever was first, this program or another one, gave this content its code
            if held := _known(connection, [content.digest]).get(content.digest):
                c = receipts.c
                connection.execute(update(receipts).where(c.digest == content.digest, c.last_on < today).values(last_on=today))
                return held
        raise AssertionError("every code of one content is taken")  # needs eight contents that share twelve letters


def _known(connection: Connection, digests: Iterable[str]) -> dict[str, str]:
    c = receipts.c
    return dict(connection.execute(select(c.digest, c.code).where(c.digest.in_(list(digests)))).all())
