"""What the ledger in service knows, as containers of ids."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.ledger import Ledger


@dataclass(frozen=True)
class Sources:
    ledger: Ledger

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and self.ledger.document(id) is not None


@dataclass(frozen=True)
class Facts:
    ledger: Ledger

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and self.ledger.fact(id) is not None
