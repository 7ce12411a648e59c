"""Which is the largest or the smallest, where the words ask it and the reading does not say so."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answering.asked.default_measures import BORROWED
from bot.answering.asked.slots import LOAN_BALANCE, LOAN_MEASURE, names_several, unsaid
from bot.answering.asked.town_money import TO_CLARIFY, TOWNS, measure_of_towns
from bot.answering.asked.typed import Typed
from bot.domain.reading import Act, Interpretation
from bot.language.folding import fold, words

# «¿a qué banco se le debía más?», «de los créditos, ordénalos»: credits side by side.
BY_BANK = re.compile(r"\b(que|cual|cuales) banco\w*\b.*\b(mas|menos|mayor|menor)\b|\b(mas|menos)\b.*\b(que|cual) banco\b")
# «¿cuáles son los dos municipios que recibieron menos?», not «los que recibieron menos de 10 millones»
FEW_OF_MANY = re.compile(r"\b(municipios|alcaldias|ayuntamientos)\b.*\b(mas|menos|mayor|menor)\b(?! de \d)")
# «¿cuál valía más y cuánto cada uno?», «¿cuánto valía cada hotel?»
SIDE_BY_SIDE = re.compile(
    r"\b(?:cual|cuales|que \w+)\b.*\b(?:mas|menos|mayor|menor|caro|barato|peor|grande)\b.*\bcuant[oa]s?\b.*\bcada (?:un[oa]|cual|quien)\b"
    r"|\bcuant[oa]s?\b.*\bcada (?:hotel|balneario|negocio|inmueble|equipo|terreno)\b"
)


def ranked(reading: Interpretation) -> Interpretation:
    return replace(reading, act=Act.RANKING, order="bottom" if LEAST.search(fold(reading.asked)) else "top")


def asks_which_and_how_much_each(typed: Typed) -> bool:
    """«¿cuál valía más y cuánto cada uno?»"""
    return not names_several(typed.reading) and bool(SIDE_BY_SIDE.search(typed.text))


def asks_towns_to_clarify(typed: Typed) -> bool:
    """«municipios con observaciones de la ASF»: all of them, the most first."""
    return TO_CLARIFY in typed.reading.concepts and bool(TOWNS & typed.words)


def all_towns_ranked(reading: Interpretation) -> Interpretation:
    return replace(reading, act=Act.RANKING, order="top", limit=reading.limit or MOST_TOWNS)


def asks_few_of_many(typed: Typed) -> bool:
    """«¿cuáles son los dos municipios que recibieron menos?»"""
    return bool(typed.reading.concepts and FEW_OF_MANY.search(typed.text))


def ranks_towns_by_no_measure(typed: Typed) -> bool:
    return not typed.reading.concepts and bool(measure_of_towns(typed.reading))


def by_measure_of_towns(reading: Interpretation) -> Interpretation:
    measure = measure_of_towns(reading)
    return replace(reading, mentions=(*reading.mentions, unsaid(measure)), measure=measure)


def asks_which_bank(typed: Typed) -> bool:
    """«¿a qué banco se le debía más?»"""
    return bool(BY_BANK.search(typed.text))


def banks_ranked(reading: Interpretation) -> Interpretation:
    kept = tuple(m for m in reading.mentions if m.kind != "concepto" or m.clave != "saldo")
    lent = LOAN_MEASURE if BORROWED & set(words(reading.asked)) and not reading.period else LOAN_BALANCE
    return replace(reading, act=Act.RANKING, mentions=(*kept, unsaid(lent)), measure=lent)


MOST_TOWNS = 20
LEAST = re.compile(r"\b(?:menos|menor)\b")
ONE_OF_THE_TOWNS = re.compile(
    r"\b(?:que|cual|cuales)\b(?: \w+){0,4}? municipios? (?:de|en|del estado de) zacatecas\b.*\b(?:mas|menos|mayor|menor)\b"
    r"|\bmunicipios? (?:de|en|del estado de) zacatecas (?:que|con|donde|al que)\b.*\b(?:mas|menos|mayor|menor)\b"
)


def among_all_towns(reading: Interpretation) -> Interpretation:
    """«¿cuál es el municipio de Zacatecas con menos habitantes?»: one of the state, and not the town of that name."""
    towns = [m for m in reading.of_kind("municipio") if fold(m.said).endswith("zacatecas")]
    if reading.act not in (Act.RANKING, Act.COMPARE) or len(towns) != 1 or not ONE_OF_THE_TOWNS.search(fold(reading.asked)):
        return reading
    among = replace(reading, mentions=tuple(mention for mention in reading.mentions if mention not in towns))
    return among if reading.act is Act.RANKING else ranked(among)
