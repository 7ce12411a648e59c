"""From a reading to an answer. Every default the question leaves unsaid is decided in this room only."""

from bot.answering.answerer import Answerer

__all__ = ["Answerer"]
