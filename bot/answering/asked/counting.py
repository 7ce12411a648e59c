"""«¿cuánto?» and «¿cuántos?»: money, or things and people."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.domain.answer import Unit
from bot.domain.reading import Interpretation
from bot.language.folding import fold, word_set, words


def kind_of_number(reading: Interpretation) -> int:
    """«¿cuánto?» leans to money (1), «¿cuántos?» to a count (-1), unless pesos follow; 0 where neither is asked."""
    asked = set(words(reading.asked))
    counts = asked & {"cuantos", "cuantas"} and not asked & {"pesos", "millones", "dinero", "lana", "varos", "varo", "feria", "veces"}
    if not (counts or asked & {"cuanto", "cuanta", "costo", "monto"}) or asked & {"gente", "porcentaje"}:
        return 0
    return -1 if counts else 1


COUNTED = re.compile(r"\bcuant(?:[oa]s (?:de (?:los|las) )?|a (?=gente\b))(\w+)")


# Plurals that are money: «¿cuántos recursos recibió?».
MONEY = (
    *("peso", "millon", "recurso", "ingreso", "impuesto", "participac", "aportac", "interes", "adeudo", "fondo", "deuda", "dinero"),
    *("gasto", "apoyo", "derecho", "producto", "aprovecham", "perdida", "ganancia", "billete", "centavo", "pasivo"),
)


NOT_THINGS = word_set(
    "si no ya estan estaban siguen veces mil se le les te me nos son eran fueron hay tiene tenia mas menos de del la el a en"
)


# «¿cuántos recursos de revisión?»: a complaint, and no money
COMPLAINT = re.compile(r"recursos (?:de )?(?:revision|queja|inconformidad|apelacion|legales)\b")
# «¿cuántos diputados votaron a favor?»
VOTERS = re.compile(r"\bcuant[oa]s (?:\w+ ){1,3}?vot(?:aron|o)\b")


def thing_counted(reading: Interpretation) -> str:
    """The noun after «cuántos», empty where there is none or where it is money; of those who voted, votes."""
    return _thing_counted(fold(reading.asked))


# asked of each message by a dozen
@lru_cache(maxsize=256)
def _thing_counted(typed: str) -> str:
    if VOTERS.search(typed):
        return "votos"
    named = COUNTED.search(typed)
    thing = named.group(1) if named else ""
    money = thing.startswith(MONEY) and not COMPLAINT.match(typed, named.start(1) if named else 0)
    return "" if thing in NOT_THINGS or money else thing


# Units of a length of time; a share per period is money.
TIMES = frozenset({Unit.DAYS, Unit.MONTHS})


SO_MANY_DAYS = re.compile(r"\b(?:son|eran|seran|o|u) \d+ (?:dias|meses)\b")


def counts_days(reading: Interpretation) -> bool:
    """«¿cuántos días de aguinaldo les tocan?», «¿son 30 o 60 días?»: neither money nor people."""
    typed = fold(reading.asked)
    return thing_counted(reading) in ("dias", "meses") or bool(SO_MANY_DAYS.search(typed) or LASTS.search(typed))


# «¿cuánto tardó en pagarse?»
LASTS = re.compile(r"\bcuanto (?:tiempo )?(?:se )?(?:tard|demor|dur)\w+")


# What was paid is not what is owed.
PAID = re.compile(r"\b(?:se|ya|le|les|si|nos) pago\b|\bpag(?:aron|ado|ada|ados|adas|aba|aban)\b")


# «¿cuánto más se aprobó en 2024 que en 2023?»: what is asked is what lies between the two
GAP = re.compile(r"\bcuant[oa]s? (?:mas|menos|subi\w*|aument\w*|crec\w*|baj\w*|disminu\w*|increment\w*|redu\w*|cay\w*)\b|\bdiferencia\b")


def asks_gap(reading: Interpretation) -> bool:
    return bool(GAP.search(fold(reading.asked)))
