"""Staff files under ``knowledge/``: the only room that reads and writes them."""

from bot.knowledge.loading import load

__all__ = ["load"]
