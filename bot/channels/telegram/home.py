"""«Mi municipio», for whoever has said which it is (/municipio)."""

from __future__ import annotations

import asyncio
import re
from datetime import date
from typing import TYPE_CHECKING

from bot.channels.telegram.handling import CHOSEN
from bot.domain.vocabulary import Knowledge, Term

if TYPE_CHECKING:
    from bot.channels.telegram.talk import Assistant

KIND = "municipio"
_MINE = re.compile(r"\b(?:mi|nuestro)\s+(?:municipio|pueblo|ayuntamiento)\b", re.IGNORECASE)


def at_home(text: str, knowledge: Knowledge) -> str:
    """The question with the municipality of the chat in place of «mi municipio»; as it is where none was chosen."""
    chosen = CHOSEN.get().municipality
    home = municipality(knowledge, chosen) if chosen else None
    return _MINE.sub(f"el municipio de {home.name}", text) if home else text


def municipality(knowledge: Knowledge, clave: str) -> Term | None:
    return next((term for term in knowledge.terms if term.kind == KIND and term.clave == clave), None)


def with_code(knowledge: Knowledge, code: str) -> Term | None:
    """By its code at the INEGI."""
    return next((term for term in knowledge.terms if term.kind == KIND and term.code == code), None)


async def named_in(assistant: Assistant, text: str, today: date) -> Term | None:
    """The municipality that a text names, nicknames and misspellings included."""
    turn = await asyncio.to_thread(assistant.ask, f"municipio de {text}", today)
    found = turn.interpretation.of_kind(KIND)
    return municipality(assistant.knowledge, found[0].clave) if found else None
