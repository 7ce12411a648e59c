"""Proof of what was answered: receipts, how their figures stand today."""

from bot.proof.issuing import Receipts
from bot.proof.since import figures_today

__all__ = ["Receipts", "figures_today"]
