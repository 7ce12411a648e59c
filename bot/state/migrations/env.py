"""Alembic runs this inside the transaction that ``bot.state.revisions`` opened."""

from alembic import context

from bot.state.schema import metadata

attributes = context.config.attributes
context.configure(
    connection=attributes["connection"],
    target_metadata=metadata,
    version_table_schema=attributes["version_schema"],
    transactional_ddl=True,
)
context.run_migrations()
