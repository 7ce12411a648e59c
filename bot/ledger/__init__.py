"""The spending database: the only room that knows its SQL, read-only for every other room."""

from pathlib import Path

from bot.ledger.build import Status, build, check, rollback, status, warnings
from bot.ledger.reader import open_ledger

__all__ = ["Status", "build", "check", "default_url", "open_ledger", "rollback", "status", "warnings"]


def default_url(var_dir: Path) -> str:
    """The SQLite ledger of a machine without ``DATABASE_URL``."""
    return f"sqlite:///{var_dir / 'ledger.sqlite'}"
