"""What «ver más» shows belongs to the conversation. Receipts that kept an answer without what its figures came from cannot be compared
with the ledger of another day: they go."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("conversations", sa.Column("told", sa.Text(), nullable=True), schema=_schema())
    receipts = sa.table("receipts", sa.column("answer", sa.Text()), schema=_schema())
    op.execute(sa.delete(receipts).where(receipts.c.answer.not_like('{"answer":{%')))


def downgrade() -> None:
    op.drop_column("conversations", "told", schema=_schema())


def _schema() -> str | None:
    """That of the store, which Alembic puts by itself only on new tables."""
    return op.get_context().version_table_schema
