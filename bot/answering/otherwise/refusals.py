"""Why a message gets no figure: it is about another place, the person's own affair, unreadable, or off topic."""

from __future__ import annotations

import re

from bot.answering.asked.slots import STATE
from bot.domain.reading import Interpretation
from bot.language.folding import fold

# «el predial de mi casa», «la tenencia de mi carro», and not «la deuda de mi municipio»
OWN = r"mis? (?!municip|pueblo|estado|rancho|ciudad|colonia|comunidad|gobierno|escuela|region|tierra)\w+"
FIRST_PERSON = r"me (?:van? a |ha[ns]? )?(?:cobr|quit|descuent|sal|cuest)\w*|voy a pagar|debo|pago|tengo que pagar"
# «¿cuándo me pagan mi aguinaldo?», whatever is published of everybody's
PERSONAL = re.compile(
    r"\b(cuando|cuanto) me (van a )?(pag|deposit|lleg|toca|dan|corresponde)\w*\b.*\b(mi|mis)\b|\bcuando me (van a )?(pag|deposit)\w*"
    r"|\bcuanto (?:(?:gano|cobro) yo|voy a (?:ganar|cobrar|recibir))\b"
    rf"|\bcuanto (?:{FIRST_PERSON})\b.*\b{OWN}"
)


def is_personal(reading: Interpretation) -> bool:
    """«¿cuánto me toca a mí de la deuda?» asks for everybody's share, and is not."""
    return reading.per is None and PERSONAL.search(fold(reading.asked)) is not None


BLAMED = r"(?:corrupt|rater|rata|ladron|transa|tranza|sinverguenza|honest|honrad|deshonest|inept|culpable|cinic|mentiros)\w*"
JUDGES = re.compile(
    rf"\b(?:mas|menos|tan|muy|bien|un|una|unos|unas|es|son|fue|fueron|era|eran) {BLAMED}"
    r"|\b(?:el|la) (?:mejor|peor) (?:gobernador|gobierno|alcalde|presidente|diputad|secretari)\w*"
    r"|\b(?:te|le|les) (?:cae|caen|gusta|gustan|late|laten) (?:mejor|peor|mas|menos|bien|mal)\b|\b(?:prefieres|le vas|votarias)\b"
    r"|\bque partidos?\b.*\b(?:mas|menos|mejor|peor)\b"
    r"|\b(?:quien|quienes|cual|que)\b(?: \w+){0,3}? (?:gobern\w+ (?:mejor|peor)|rob\w+ (?:mas|menos))\b"
)


def asks_a_judgement(reading: Interpretation) -> bool:
    """«¿quién fue más corrupto?» asks an opinion of persons, of which documents hold none. An amount typed is a premise to check."""
    return not reading.amounts and JUDGES.search(fold(reading.asked)) is not None


def elsewhere(reading: Interpretation) -> bool:
    return any(mention.kind == "estado" and mention.clave != STATE for mention in reading.mentions)


def refusal(reading: Interpretation) -> str:
    """The reason of a message read as out of scope; its wording is in ``knowledge/respuestas.yaml``."""
    if elsewhere(reading):
        return "otro_lugar"
    if not reading.words:
        return "ilegible"
    return "fuera_de_tema"
