"""Receipts: what was answered, so that it can be shown again and compared. Never who asked, nor in which words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy import Connection, bindparam, func, or_, select, update

from bot.state.codes import candidates, digest, tidy
from bot.state.schema import receipts
from bot.state.store import Store

_COLUMNS = select(receipts.c.digest, receipts.c.code, receipts.c.last_on)
# Made once: putting a statement together costs more than running it.
_KNOWN = _COLUMNS.where(receipts.c.digest.in_(bindparam("digests", expanding=True)))
_SEEN_AGAIN = (
    update(receipts).where(receipts.c.digest == bindparam("of"), receipts.c.last_on < bindparam("today")).values(last_on=bindparam("today"))
)


@dataclass(frozen=True)
class Content:
    """``answer`` is the answer as JSON, without the message; the same answer is the same text. ``ledger`` is the content hash of
    the ledger that gave it."""

    outcome: str
    answer: str
    ledger: str

    @cached_property
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
        self._new = store.insert(receipts).on_conflict_do_nothing().returning(receipts.c.digest, receipts.c.code)

    def keep(self, contents: Sequence[Content], today: date) -> tuple[str, ...]:
        """The code of each, in order. The same content keeps its code; another content never shares it. One transaction for all, and
        none where today has already seen them."""
        different = {content.digest: content for content in contents}
        if not different:
            return ()
        with self._store.reading() as connection:
            known = _known(connection, different)
        new = {digest: content for digest, content in different.items() if digest not in known}
        again = [digest for digest, (_, last_on) in known.items() if last_on < today]
        codes = {digest: code for digest, (code, _) in known.items()}
        if new or again:
            with self._store.writing() as connection:
                codes |= self._put(connection, new, today)
                if again:
                    connection.execute(_SEEN_AGAIN, [{"of": digest, "today": today} for digest in again])
        return tuple(codes[content.digest] for content in contents)

    def batch(self, today: date) -> Batch:
        """For many answers in a row: codes at once, rows when ``Batch.flush`` is called."""
        return Batch(self._store, today)

    def find(self, code: str) -> Kept | None:
        """By its code as a person types it; None where there is no such receipt, or no longer."""
        c = receipts.c
        with self._store.reading() as connection:
            row = connection.execute(select(receipts).where(c.code == tidy(code))).first()
        return Kept(row.code, Content(row.outcome, row.answer, row.ledger), row.first_on, row.last_on) if row else None

    def count(self) -> int:
        with self._store.reading() as connection:
            return connection.scalar(select(func.count()).select_from(receipts)) or 0

    def _put(self, connection: Connection, new: Mapping[str, Content], today: date) -> dict[str, str]:
        """Each under the best code that no other content has, unless another program gave it one just now."""
        codes: dict[str, str] = {}
        untried = {digest: candidates(digest) for digest in sorted(new)}
        while left := [digest for digest in untried if digest not in codes]:
            # eight contents that share twelve letters would end the candidates
            codes.update(connection.execute(self._new, [_row(new[digest], next(untried[digest]), today) for digest in left]).all())
            if len(codes) < len(new):
                codes |= {digest: code for digest, (code, _) in _known(connection, left).items()}
        return codes


class Batch:
    """Codes for many answers, whose rows wait in memory until ``flush``: what is lost with the program are receipts, not answers."""

    def __init__(self, store: Store, today: date) -> None:
        self._store = store
        self._today = today
        self._codes: dict[str, str] = {}
        self._rows: list[dict[str, object]] = []
        self._seen: set[str] = set()

    def __len__(self) -> int:
        """How many rows wait."""
        return len(self._rows)

    def code(self, content: Content) -> str:
        """As ``Receipts.keep`` would give it."""
        digest = content.digest
        if digest not in self._codes:
            self._codes[digest] = self._choose(content, digest)
        return self._codes[digest]

    def flush(self) -> tuple[str, ...]:
        """Write what waits, in one transaction. Returns the codes that another program gave to another answer in the meantime: those
        receipts are not kept."""
        rows, self._rows = self._rows, []
        seen, self._seen = self._seen, set()
        if not rows and not seen:
            return ()
        c = receipts.c
        with self._store.writing() as connection:
            if rows:
                connection.execute(self._store.insert(receipts).on_conflict_do_nothing(), rows)
            connection.execute(update(receipts).where(c.digest.in_(list(seen)), c.last_on < self._today).values(last_on=self._today))
            stand = {digest: code for digest, code, _ in connection.execute(_COLUMNS.where(c.digest.in_([row["digest"] for row in rows])))}
        return tuple(str(row["code"]) for row in rows if stand.get(str(row["digest"])) != row["code"])

    def _choose(self, content: Content, digest: str) -> str:
        codes = list(candidates(digest))
        taken = self._taken(digest, codes)
        if digest in taken:
            code, last_on = taken[digest]
            self._seen |= {digest} if last_on < self._today else set()
            return code
        given = {code for code, _ in taken.values()} | set(self._codes.values())
        chosen = next(code for code in codes if code not in given)
        self._rows.append(_row(content, chosen, self._today))
        return chosen

    def _taken(self, digest: str, codes: list[str]) -> Mapping[str, tuple[str, date]]:
        """By digest, the receipt of this content and those that have one of its codes."""
        c = receipts.c
        with self._store.reading() as connection:
            rows = connection.execute(_COLUMNS.where(or_(c.digest == digest, c.code.in_(codes))))
            return {of: (code, last_on) for of, code, last_on in rows}


def _row(content: Content, code: str, today: date) -> dict[str, object]:
    return {
        "digest": content.digest,
        "code": code,
        "outcome": content.outcome,
        "answer": content.answer,
        "ledger": content.ledger,
        "first_on": today,
        "last_on": today,
    }


def _known(connection: Connection, digests: Iterable[str]) -> dict[str, tuple[str, date]]:
    """Code and last day of those that are kept."""
    return {digest: (code, last_on) for digest, code, last_on in connection.execute(_KNOWN, {"digests": list(digests)})}
