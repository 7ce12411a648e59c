"""What the ledger in service knows, as a check of staff files asks it."""

from __future__ import annotations

from bot.domain.ledger import Ledger
from bot.knowledge import World


def world_of(ledger: Ledger) -> World:
    """The documents and figures of a ledger."""

    def address_of(id: str) -> str | None:
        document = ledger.document(id)
        return None if document is None else document.url

    def documents_of(id: str) -> list[str] | None:
        fact = ledger.fact(id)
        return None if fact is None else [source.document.id for source in (fact.source, *fact.also)]

    return World(address_of, documents_of)
