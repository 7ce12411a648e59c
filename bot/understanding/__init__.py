"""Question → Interpretation: which words named what, and which words nobody claimed."""

from bot.understanding.reader import Reader

__all__ = ["Reader"]
