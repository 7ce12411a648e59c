"""What is kept of a chat, in English: the kinds of ``bot/state/retention.py``, by their names."""

from __future__ import annotations

from bot.state import Described
from bot.state.retention import written

UNITS = (("year", "years"), ("day", "days"), ("hour", "hours"), ("minute", "minutes"))
KINDS = {
    "conversations": (
        "how each of your questions was read (topic, names, dates, search words; no personal data) and what it was answered with",
        "to understand «and in 2018?», to correct and to show «see more»",
    ),
    "inbox": (
        "the message you sent, encrypted and only until it is answered; afterwards, its number alone",
        "so that no question is lost or answered twice",
    ),
    "receipts": (
        "the answer that was given, without who asked for it or in which words",
        "to show it again by its receipt and tell whether it changed",
    ),
    "reports": ("reports of «this figure is wrong», with your personal data masked", "so that staff review the figure"),
    "unanswered": (
        "questions that could not be answered, with personal data masked and nothing that says whose they are",
        "to know what is missing",
    ),
    "sample": (
        "up to 50 questions a week, drawn at random, and their answers; with personal data masked and nothing that says whose they are",
        "so that two people review whether they were answered well",
    ),
    "ratings": ("whether an answer was useful to you", "to know what to improve"),
    "addresses": ("your chat's number, encrypted, only if you asked to be told something", "to be able to tell you"),
    "preferences": ("the language and the municipality you chose", "to answer as you asked"),
    "counters": ("how many questions there were each day, without saying whose", "for statistics"),
}


def in_english(kind: Described) -> tuple[str, str, str]:
    """What, what for and how long."""
    return *KINDS[kind.name], written(kind.length, UNITS, "not at all")
