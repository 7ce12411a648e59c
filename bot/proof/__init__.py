"""Proof of what was answered: receipts, how their figures stand today."""

from bot.proof.issuing import Receipts, content_of, read_receipt
from bot.proof.since import figures_today

__all__ = ["Receipts", "content_of", "figures_today", "read_receipt"]
