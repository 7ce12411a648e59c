"""Every exception of the project, as one tree.

    RutaError                 something is broken; the message says where, what and what to do (Spanish)
    ├── SettingsError         an environment variable cannot be used
    ├── KnowledgeError        staff files under knowledge/ cannot be used; holds every mistake at once
    ├── WorkbookError         a spreadsheet of staff is refused
    ├── SourceDataError       published files under data/ cannot be used; holds every mistake at once
    ├── LedgerError           the spending database is missing, unreadable or not the one expected
    ├── StateError            what the running bot remembers cannot be opened, read or written
    └── PrivacyError          the secret key cannot be used, or is not the one things were sealed with

Not knowing an answer is never an exception: it is one of the outcomes in ``bot.domain.answer``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One mistake in a file, told to the person who can mend it (Spanish)."""

    file: str
    line: int | None
    column: str | None
    what: str
    fix: str

    @property
    def stops(self) -> bool:
        """Whether the file cannot be used until it is mended."""
        return True

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        column = f" [{self.column}]" if self.column else ""
        return f"{place}{column}: {self.what}. {self.fix}"


class RutaError(Exception):
    """Root of all errors the project raises on purpose."""


class SettingsError(RutaError):
    """A setting cannot be used."""


class ProblemsError(RutaError):
    """Files hold mistakes; ``problems`` lists them all, in file order."""

    def __init__(self, summary: str, problems: Sequence[Problem] = ()) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join([summary, *map(str, self.problems)]))


class KnowledgeError(ProblemsError):
    """``knowledge/`` cannot be used."""


class WorkbookError(RutaError):
    """A spreadsheet of staff cannot be taken."""


class SourceDataError(ProblemsError):
    """``data/`` cannot be used."""


class LedgerError(RutaError):
    """The ledger cannot be opened or read."""


class StateError(RutaError):
    """The state store cannot be opened, read or written."""


class PrivacyError(RutaError):
    """The secret key cannot be used."""
