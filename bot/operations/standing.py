"""The ledger and the staff files in service, in one line each."""

from __future__ import annotations

from bot.knowledge import load
from bot.ledger import open_ledger
from bot.settings import Settings


def describe_ledger(url: str) -> str:
    serving = open_ledger(url).load()
    return f"huella {serving.content_hash[:12]}, construida {serving.built_at[:16].replace('T', ' ')} UTC"


def describe_knowledge(settings: Settings) -> str:
    found = load(settings.knowledge_dir, settings.var_dir / "cache")
    return f"{len(found.terms)} nombres, {len(found.faq)} preguntas, huella {found.content_hash[:12]}"
