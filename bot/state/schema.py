"""The tables of what a running bot remembers. Rows are found and changed by statements over whole sets, never one object
at a time, so these are Core tables: a mapped class would add nothing, and importing ``sqlalchemy.orm`` costs every cold
answer about a tenth of a second.

A change here needs a new revision under ``migrations/versions``; a test compares the two.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import BigInteger, Boolean, Column, Date, Dialect, Index, Integer, MetaData, Table, Text, TypeDecorator

metadata = MetaData()


class Moment(TypeDecorator[datetime]):
    """A point in time, aware of its zone, as whole milliseconds since 1970 (UTC): the same number on both engines."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment without a time zone: {value}")
        return round(value.timestamp() * 1000)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromtimestamp(value / 1000, UTC)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


# SQLite numbers rows by itself only where the key is exactly INTEGER.
_Number = BigInteger().with_variant(Integer, "sqlite")

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat", Text),
    Column("payload", Text),
    _text("state"),
    Column("claimed_by", Text),
    Column("claimed_until", Moment),
    Column("attempts", Integer, nullable=False),
    Column("send_unknown", Boolean, nullable=False),
    Column("received_at", Moment, nullable=False),
    # an index of one engine alone would make every cold answer import that engine's dialect
    Index("inbox_waiting", "state", "update_id"),
    Index("inbox_of_chat", "chat", "update_id"),
    Index("inbox_received", "received_at"),
)

conversations = Table(
    "conversations",
    metadata,
    Column("id", _Number, primary_key=True),
    *map(_text, ("chat", "place")),
    Column("asked_in", BigInteger),
    Column("follows", BigInteger),
    *map(_text, ("reading", "replies", "offers", "receipts")),
    Column("used_at", Moment, nullable=False),
    Column("told", Text),
    Index("conversations_by_chat", "chat", "place"),
    Index("conversations_used", "used_at"),
)

marks = Table(
    "marks",
    metadata,
    Column("mark", Text, primary_key=True),
    _text("chat"),
    Column("until", Moment, nullable=False),
)

receipts = Table(
    "receipts",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("code", Text, nullable=False, unique=True),
    *map(_text, ("outcome", "answer", "ledger")),
    Column("first_on", Date, nullable=False),
    Column("last_on", Date, nullable=False),
    Index("receipts_last", "last_on"),
)

reports = Table(
    "reports",
    metadata,
    Column("id", _Number, primary_key=True),
    Column("chat", Text, index=True),
    *map(_text, ("receipt", "comment", "channel", "state", "resolution")),
    Column("sent_on", Date, nullable=False),
    Column("resolved_on", Date),
)

unanswered = Table(
    "unanswered",
    metadata,
    Column("id", _Number, primary_key=True),
    *map(_text, ("text", "outcome", "unread")),
    Column("asked_on", Date, nullable=False, index=True),
)

sample = Table(
    "sample",
    metadata,
    Column("id", _Number, primary_key=True),
    Column("week", Date, nullable=False),
    Column("lot", BigInteger, nullable=False),
    *map(_text, ("text", "outcome", "told", "receipt", "channel")),
    Column("asked_on", Date, nullable=False, index=True),
    Index("sample_of_week", "week", "lot"),
)

ratings = Table(
    "ratings",
    metadata,
    Column("chat", Text, primary_key=True),
    Column("receipt", Text, primary_key=True),
    Column("useful", Boolean, nullable=False),
    Column("rated_on", Date, nullable=False),
)

addresses = Table(
    "addresses",
    metadata,
    Column("chat", Text, primary_key=True),
    Column("purpose", Text, primary_key=True),
    Column("about", Text, primary_key=True),
    _text("sealed"),
    Column("since", Date, nullable=False),
)

preferences = Table(
    "preferences",
    metadata,
    Column("chat", Text, primary_key=True),
    Column("language", Text),
    Column("municipality", Text),
    Column("used_on", Date, nullable=False),
)

# ``chat`` is a tag, or «*» for all chats together.
paces = Table("paces", metadata, Column("chat", Text, primary_key=True), Column("full_at", Moment, nullable=False))

counters = Table(
    "counters",
    metadata,
    Column("day", Date, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("count", BigInteger, nullable=False),
)
