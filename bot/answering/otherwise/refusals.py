"""Why a message gets no figure: it is about another place, the person's own affair, unreadable, or off topic."""

from __future__ import annotations

import re

from bot.answering.asked.slots import STATE
from bot.domain.reading import Interpretation
from bot.language.folding import fold

# «¿cuándo me pagan mi aguinaldo?», whatever is published of everybody's
PERSONAL = re.compile(
    r"\b(cuando|cuanto) me (van a )?(pag|deposit|lleg|toca|dan|corresponde)\w*\b.*\b(mi|mis)\b|\bcuando me (van a )?(pag|deposit)\w*"
)


def is_personal(reading: Interpretation) -> bool:
    """«¿cuánto me toca a mí de la deuda?» asks for everybody's share, and is not."""
    return reading.per is None and PERSONAL.search(fold(reading.asked)) is not None


def elsewhere(reading: Interpretation) -> bool:
    return any(mention.kind == "estado" and mention.clave != STATE for mention in reading.mentions)


def refusal(reading: Interpretation) -> str:
    """The reason of a message read as out of scope; its wording is in ``knowledge/respuestas.yaml``."""
    if elsewhere(reading):
        return "otro_lugar"
    if not reading.words:
        return "ilegible"
    return "fuera_de_tema"
