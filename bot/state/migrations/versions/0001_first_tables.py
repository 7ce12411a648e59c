"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def upgrade() -> None:
    op.create_table(
        "inbox",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        text("chat", nullable=True),
        text("payload", nullable=True),
        text("state"),
        text("claimed_by", nullable=True),
        sa.Column("claimed_until", sa.BigInteger()),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("send_unknown", sa.Boolean(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("update_id"),
    )
    op.create_index("inbox_waiting", "inbox", ["state", "update_id"])
    op.create_index("inbox_of_chat", "inbox", ["chat", "update_id"])
    op.create_index("inbox_received", "inbox", ["received_at"])
    op.create_table(
        "conversations",
        sa.Column("id", number, nullable=False),
        text("chat"),
        text("place"),
        sa.Column("asked_in", sa.BigInteger()),
        sa.Column("follows", sa.BigInteger()),
        text("reading"),
        text("replies"),
        text("offers"),
        text("receipts"),
        sa.Column("used_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("conversations_by_chat", "conversations", ["chat", "place"])
    op.create_index("conversations_used", "conversations", ["used_at"])
    op.create_table(
        "marks",
        text("mark"),
        text("chat"),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("mark"),
    )
    op.create_table(
        "receipts",
        text("digest"),
        text("code"),
        text("outcome"),
        text("answer"),
        text("ledger"),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("digest"),
        sa.UniqueConstraint("code"),
    )
    op.create_index("receipts_last", "receipts", ["last_on"])
    op.create_table(
        "reports",
        sa.Column("id", number, nullable=False),
        text("chat", nullable=True),
        text("receipt"),
        text("comment"),
        text("channel"),
        text("state"),
        text("resolution"),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("resolved_on", sa.Date()),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_reports_chat", "reports", ["chat"])
    op.create_table(
        "unanswered",
        sa.Column("id", number, nullable=False),
        text("text"),
        text("outcome"),
        text("unread"),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_unanswered_asked_on", "unanswered", ["asked_on"])
    op.create_table(
        "ratings",
        text("chat"),
        text("receipt"),
        sa.Column("useful", sa.Boolean(), nullable=False),
        sa.Column("rated_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("chat", "receipt"),
    )
    op.create_table(
        "addresses",
        text("chat"),
        text("purpose"),
        text("about"),
        text("sealed"),
        sa.Column("since", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("chat", "purpose", "about"),
    )
    op.create_table(
        "preferences",
        text("chat"),
        text("language", nullable=True),
        text("municipality", nullable=True),
        sa.Column("used_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("chat"),
    )
    op.create_table(
        "counters",
        sa.Column("day", sa.Date(), nullable=False),
        text("name"),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("day", "name"),
    )
