"""What is asked of a municipality, or of all of them, by who names no kind of money: «¿cuánto le llegó a Jerez?», «¿qué municipio recibe
menos?», «¿cuánto deben los municipios?»."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace

from bot.answering.asked.slots import FEDERATION, ONE_PLACE, SLOT_KINDS, STATE, concepts_asked, unsaid
from bot.answering.search.index import STOP
from bot.domain.reading import Act, Interpretation, Topic
from bot.language.folding import fold, word_set, words

TOWNS = word_set("municipio municipios ayuntamiento ayuntamientos alcaldia alcaldias")
OF_TOWNS = frozenset({Topic.TRANSFERS, Topic.BUDGET})
MONEY = r"(?:dinero|dinerito|lana|recursos?|ingresos?|feria|billete|varo)"
GETS = re.compile(r"\b(?:recib|lleg|toc|entr|ingres|mand|envi|baj|le cay|da|dan|daba|daban|dio|dieron|deposit|transf|reparti|asign)\w*\b")
TAKES_IN = re.compile(
    rf"\b(?:recib|entr|ingres|lleg|gan|junt|obtuv|capt|tuv|tien|manej)\w*\b.*\b{MONEY}\b|\b(?:mas|menos|mayor|menor)(?: \w+)?? {MONEY}\b"
)
SPENDS = re.compile(r"\bgast\w*\b")
WORKS = re.compile(r"\bobras?\b")
# With these the money is one of the kinds that have figures of their own.
OF_A_KIND = re.compile(r"\b(?:federal\w*|federacion|estatal\w*|propi[oa]s?|impuesto\w*|habitante\w*|obras?|fondos?|presup\w*)\b")
FEDERAL_KINDS = ("participaciones-municipales", "aportaciones-municipales")
AUDIT = re.compile(r"\b(?:audit(?:ori|ad|o|ar)\w*|asf)\b")
TO_CLARIFY = "asf-por-aclarar"
INCOME, SPENDING, FUND_FOR_WORKS = "ingresos-municipales", "egresos-municipales", "fais"
# Words that say no more than «money of a town».
PLAIN = STOP | TOWNS | word_set("gobierno federal federacion federales estado pueblo obra obras total mandan cada habitante persona")


def measure_of_towns(reading: Interpretation) -> str:
    """What municipalities are ranked by, or added up, when no kind of money is named: all that they take in, or spend; of what they are
    given, the larger of its two kinds."""
    typed = fold(reading.asked)
    if not TOWNS & set(words(typed)) or reading.topic not in OF_TOWNS or OF_A_KIND.search(typed):
        return ""
    if AUDIT.search(typed):
        return TO_CLARIFY
    if TAKES_IN.search(typed):
        return INCOME
    return SPENDING if SPENDS.search(typed) else FEDERAL_KINDS[0] if GETS.search(typed) else ""


def with_money_of_a_town(reading: Interpretation) -> Interpretation:
    """«¿cuánto le llegó a Jerez?», «dinero de Guadalupe»: of a municipality the two kinds of federal money are published; «gasta» asks
    for all that it spent, «de obra» for the fund for works."""
    asks = reading.act is Act.AMOUNT and reading.topic in OF_TOWNS and set(concepts_asked(reading)) <= {"gasto-federalizado"}
    if (
        not asks
        or not reading.of_kind("municipio")
        or reading.amounts
        or any(m.kind not in (*SLOT_KINDS, "concepto") for m in reading.mentions)
    ):
        return reading
    typed = fold(reading.asked)
    said = {word for mention in reading.mentions for word in words(mention.said)}
    left = {word for word in reading.words if word not in PLAIN | said and not word.isdigit()}
    left -= {word for word in left if GETS.fullmatch(word) or SPENDS.fullmatch(word) or re.fullmatch(MONEY, word)}
    if left and not (FEDERATION.search(typed) and reading.topic is Topic.TRANSFERS):
        return reading
    measures = (SPENDING,) if SPENDS.search(typed) else (FUND_FOR_WORKS,) if WORKS.search(typed) else FEDERAL_KINDS
    others = tuple(m for m in reading.mentions if m.kind != "concepto")
    # «dinero» is a word of some figures, and of all of them
    asked = re.sub(rf"\b{MONEY}\b", lambda found: " " * len(found.group()), reading.asked, flags=re.IGNORECASE)
    kept = tuple(word for word in reading.words if not re.fullmatch(MONEY, word))
    return replace(reading, mentions=(*others, *map(unsaid, measures)), measure=measures[0], asked=asked, words=kept)


def without_all_spending(reading: Interpretation) -> Interpretation:
    """«¿cuánto gastó Moyahua del Fortamun?» asks for what was paid of the fund, and not for all that the town spent."""
    all_spent = [m for m in reading.of_kind("concepto") if m.clave == SPENDING and SPENDS.search(fold(m.said))]
    funds = [unsaid(fund.clave) for fund in reading.of_kind("fondo") if fund.clave not in reading.concepts]
    if not all_spent or not reading.of_kind("fondo"):
        return reading
    kept = tuple(m for m in reading.mentions if m not in all_spent)
    return replace(reading, mentions=(*kept, *funds), measure=next(fund.clave for fund in reading.of_kind("fondo")))


SAID_OF_TOWNS = re.compile(r"\b(?:municip|ayuntam|alcald)\w*")
OWE = re.compile(
    r"\b(?:deudas?|adeudos?) (?:\w+ )?(?:de|que tienen|en|tienen) (?:cada |todos )?"
    r"(?:los? |las? |cada |mi |un )?(?:municip|ayuntam|alcald)\w*"
    r"|\b(?:deb|adeud)(?:e|en|an|ia|ian|aban) (?:(?:en|conjunto|total|entre|juntos|todos) )*"
    r"(?:los? |las? |mi |cada |un )?(?:municip|ayuntam|alcald)\w*"
    r"|\b(?:municip|ayuntam|alcald)\w* (?:(?:que|es|el|con|mas|estan?|tienen?|ten|se|hay|de|zacatecas|cual|quien|menos|mayor|mucha|muy) )*"
    r"(?:deb(?:e|en|ia|ian)|adeudan?|deudas?|endeudad[oa]s?|adeudos?)\b(?! al?\b)"
    r"|\bdeudas? municipal(?:es)?\b"
)


# «¿cuánto le debe el estado a los municipios?»
OWED_TO = re.compile(r"\bdeb\w*\b.*\b(?:a (?:los |las |mi |cada )?|al )(?:municip|ayuntam|alcald)\w*")


def owed_to_towns(reading: Interpretation) -> bool:
    return bool(OWED_TO.search(fold(reading.asked)))


def asks_debt_of_towns(reading: Interpretation) -> bool:
    """Of what municipalities owe, which is no debt of the state, and of which no balance is published."""
    if reading.topic not in (Topic.DEBT, *OF_TOWNS) or reading.of_kind("institucion", "fondo"):
        return False
    if reading.topic is Topic.DEBT and reading.of_kind("municipio") and set(concepts_asked(reading)) <= {"saldo"}:
        return True
    # what is owed to them is no debt of theirs, and is not published either
    return bool(OWE.search(fold(reading.asked))) or owed_to_towns(reading)


TOLD = frozenset({Act.AMOUNT, Act.LIST, Act.STATUS, Act.SOURCE, Act.WHEN, Act.TERMS})


def asks_of_audit(reading: Interpretation) -> bool:
    """«¿auditaron a Pinos?», «¿a qué municipios auditaron?»"""
    asked = words(reading.asked)
    counts = any(word.startswith("cuant") for word in asked)
    if counts or reading.act not in TOLD or reading.concepts or reading.amounts or not AUDIT.search(fold(reading.asked)):
        return False
    return bool(reading.of_kind("municipio") or (reading.act is Act.LIST and TOWNS & set(asked)))


CAPITAL_CITY = "municipio de zacatecas"
ITS_TOWNS = re.compile(r"\b(?:municipios|ayuntamientos|alcaldias) (?:de|en|del estado de) zacatecas\b")


def with_capital_city(reading: Interpretation, of_towns: Container[str], municipal: Container[str]) -> Interpretation:
    """«¿cuánto cobra de predial Zacatecas?»: of what only municipalities have it is the town, and beside another municipality of what they
    too have; a fund may be the state's. «¿cuál es el municipio de Zacatecas con menos habitantes?» is any of the state's, and «los
    municipios de Zacatecas» are all of them."""
    if reading.act is Act.RANKING and reading.entities == (CAPITAL_CITY,) and not reading.carried:
        return replace(
            reading, mentions=tuple(replace(m, kind="estado", clave=STATE) if m.clave == CAPITAL_CITY else m for m in reading.mentions)
        )
    states = [m for m in reading.mentions if m.kind == "estado" and m.clave == "zacatecas" and fold(m.said) == "zacatecas"]
    of_one_town = reading.act in ONE_PLACE and not reading.of_kind("fondo") and any(concept in municipal for concept in reading.concepts)
    beside = reading.of_kind("municipio") and any(concept in of_towns for concept in reading.concepts)
    if not states or not (beside or of_one_town) or ITS_TOWNS.search(fold(reading.asked)):
        return reading
    towns = tuple(replace(m, kind="municipio", clave=CAPITAL_CITY) if m in states else m for m in reading.mentions)
    return replace(reading, mentions=towns)
