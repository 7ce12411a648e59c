"""A sample of what was asked each week, for two people to score."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    texts = (sa.Column(name, sa.Text(), nullable=False) for name in ("text", "outcome", "told", "receipt", "channel"))
    op.create_table(
        "sample",
        sa.Column("id", number, nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("lot", sa.BigInteger(), nullable=False),
        *texts,
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("sample_of_week", "sample", ["week", "lot"])
    op.create_index("ix_sample_asked_on", "sample", ["asked_on"])


def downgrade() -> None:
    op.drop_table("sample")
