"""The spending database: the only room that knows its SQL, read-only for every other room."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.ledger.reader import open_ledger

if TYPE_CHECKING:
    from bot.ledger.building import Status, build, check, rollback, status, warnings

__all__ = ["Status", "build", "check", "default_url", "open_ledger", "rollback", "status", "warnings"]


def default_url(var_dir: Path) -> str:
    """The SQLite ledger of a machine without ``DATABASE_URL``."""
    return f"sqlite:///{var_dir / 'ledger.sqlite'}"


def __getattr__(name: str) -> Any:
    """What builds a ledger is imported when it is used: a question only reads one, and should not wait for the rest."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("bot.ledger.building"), name)
