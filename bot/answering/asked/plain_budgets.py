"""Everyday questions about the state's money that name no measure: «¿en qué se va el dinero?», «¿de dónde sale?», «¿a quién le dan más?»"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from bot.answering.asked.plain_words import PLAIN
from bot.answering.asked.slots import FEDERATION, names_asked, unsaid
from bot.answering.asked.topics import without_municipal_concepts
from bot.answering.search.index import content_words
from bot.domain.reading import Act, Interpretation, Mention, Topic
from bot.language.folding import fold, words

BUDGET, INCOME, OWN_INCOME, SALARY, AT_HAND = "presupuesto", "ingresos-totales", "ingresos-propios", "sueldo", "dinero-disponible"
STATE = r"(?:gobierno|estado|zacatecas)"
MONEY = r"(?:dinero|lana|recursos?|feria|plata|varo|fondos)"
# «¿de dónde saca dinero el gobierno?», «¿de qué vive el estado?»
FROM_WHERE = re.compile(r"\b(?:de|por) donde\b.*\b(?:sal|sac|vien|vino|proven|provien|obt|junt|lleg|entr|consig|agarr)\w*|\bde que vive\b")
OF_WHOM = re.compile(rf"\b(?:{MONEY}|{STATE})\b")
COMES_IN = re.compile(
    r"\bcuanto (?:dinero |lana )?(?:le |nos )?(?:entra|entro|entraba|ingresa|ingreso)\b"
    r"|\b(?:ingresa|ingreso|ingresan|ingresaron|entra|entro|entran|entraron|gana|gano|obtiene|obtuvo|junta|junto|capta|capto)\b"
    rf"(?: \w+){{0,3}}? {STATE}\b"
)
COLLECTED = re.compile(r"\b(?:recaud\w+)\b")
FEDERAL_PART = re.compile(
    r"\b(?:cuanto|que parte|que tanto|que porcentaje)\b.* (?:del?|de lo que) "
    r".*\b(?:presupuesto|gasto|gastan?)\b.*\b(?:federal\w*|federacion)\b"
)
TOWNS = frozenset({"municipios"})
TO_TOWNS = re.compile(r"\b(?:para|pa|a) (?:tod\w+ )?(?:los )?municipios\b")
ASKED = frozenset({Act.AMOUNT, Act.BREAKDOWN, Act.RANKING, Act.TREND, Act.COMPARE, Act.WHO, Act.FAQ, Act.SOURCE})
SUPERLATIVE = re.compile(r"\b(?:mas|menos|mayor|menor)\b")
FEWEST = frozenset({"menos", "menor"})


def with_plain_budget(reading: Interpretation, municipal: Container[str]) -> Interpretation:
    """The reading with what such words measure: what the state receives or its budget; and with the act they ask for. Unchanged where
    another thing is named or carried over from the turn before. ``municipal`` are the concepts published of towns alone."""
    if reading.topic not in (Topic.BUDGET, Topic.TRANSFERS) or reading.act not in ASKED or reading.carried or reading.amounts:
        return reading
    if reading.topic is Topic.BUDGET:
        reading = without_money_at_hand(without_pay_of_the_state(without_municipal_concepts(reading, municipal)))
    typed = fold(reading.asked)
    if FEDERAL_PART.search(typed) and set(reading.concepts) <= {BUDGET} and not reading.period:
        # what is spent is not told by where it came from; what came in is, and staff wrote of it
        return replace(reading, act=Act.FAQ)
    if divided := from_where(reading, typed):
        return divided
    if reading.concepts or reading.of_kind("municipio") or FEDERATION.search(typed) or reading.per:
        return reading
    names = names_asked(reading)
    if any(mention.kind != "institucion" for mention in names):
        return reading
    said = {word for mention in names for word in words(mention.said)}
    left = {word for word in content_words(typed) if word not in PLAIN and word not in said and not word.isdigit()}
    left -= set(words(reading.period.said)) if reading.period else set()
    if left - TOWNS or (left and (names or reading.act is not Act.AMOUNT)):
        return reading
    if reading.act is Act.SOURCE and not (FROM_WHERE.search(typed) and OF_WHOM.search(typed)):
        return reading
    if reading.act is Act.FAQ and not (FROM_WHERE.search(typed) or SUPERLATIVE.search(typed)):
        return reading
    if names:
        # «dinero para seguridad»: what the state's budget gives to whom is named
        return measured(reading, BUDGET, reading.act) if reading.act is Act.AMOUNT else reading
    if left:
        # «¿cuánto es para los municipios?»: a part of the state's budget
        return replace(reading, topic=Topic.BUDGET, measure=BUDGET) if TO_TOWNS.search(typed) else reading
    if reading.topic is Topic.TRANSFERS and reading.act is Act.AMOUNT:
        # «¿cuánto recibió Zacatecas?» may be asked of the federation's money, or of a town
        return reading
    return of_what_comes_in(reading, typed) or of_what_is_spent(reading, typed)


INCOME_OF_A_TOWN = "ingresos-municipales"
KINDS_OF_INCOME = frozenset({"participaciones", "aportaciones", OWN_INCOME, "ingresos-propios-municipales", INCOME, INCOME_OF_A_TOWN})
SLOTS = ("concepto", "capitulo", "municipio", "estado")
OF_A_TOWN = frozenset(words("municipio ayuntamiento presidencia federacion federal o sea propio propios"))


def from_where(reading: Interpretation, typed: str) -> Interpretation | None:
    """«¿de dónde sale el dinero de Fresnillo: participaciones, aportaciones, lo propio?»: all that comes in, by its kinds, whichever of
    them are named. None where anything else is."""
    towns = reading.of_kind("municipio")
    if not FROM_WHERE.search(typed) or reading.act not in (Act.BREAKDOWN, Act.SOURCE, Act.AMOUNT) or reading.per:
        return None
    if not (towns or (reading.concepts and OF_WHOM.search(typed))) or not set(reading.concepts) <= KINDS_OF_INCOME:
        return None
    said = {word for mention in reading.of_kind(*SLOTS) for word in words(mention.said)} | OF_A_TOWN | PLAIN
    said |= set(words(reading.period.said)) if reading.period else set()
    if any(m.kind not in SLOTS for m in reading.mentions) or any(not w.isdigit() and w not in said for w in content_words(typed)):
        return None
    whole = INCOME_OF_A_TOWN if towns else INCOME
    kept = tuple(mention for mention in reading.mentions if mention.kind not in ("concepto", "capitulo"))
    topic = Topic.TRANSFERS if towns else Topic.BUDGET
    return replace(reading, topic=topic, act=Act.BREAKDOWN, mentions=(*kept, unsaid(whole)), measure=whole)


def of_what_comes_in(reading: Interpretation, typed: str) -> Interpretation | None:
    if FROM_WHERE.search(typed) and OF_WHOM.search(typed):
        return measured(reading, INCOME, Act.BREAKDOWN)
    if COLLECTED.search(typed):
        return measured(reading, OWN_INCOME, reading.act)
    return measured(reading, INCOME, reading.act) if COMES_IN.search(typed) else None


def of_what_is_spent(reading: Interpretation, typed: str) -> Interpretation:
    superlative = SUPERLATIVE.search(typed)
    if superlative and reading.act in (Act.RANKING, Act.WHO, Act.FAQ, Act.BREAKDOWN):
        order = "bottom" if superlative.group() in FEWEST else "top"
        return replace(measured(reading, BUDGET, Act.RANKING), order=order)
    return measured(reading, BUDGET, reading.act)


def measured(reading: Interpretation, concept: str, act: Act) -> Interpretation:
    return replace(reading, topic=Topic.BUDGET, act=act, mentions=(*reading.mentions, unsaid(concept)), measure=concept)


EARNS = re.compile(r"\bgana (?:el )?(?:gobierno|estado)\b")


def without_pay_of_the_state(reading: Interpretation) -> Interpretation:
    """«¿cuánto gana el gobierno?» asks of no salary."""
    pay = [mention for mention in reading.of_kind("concepto") if mention.clave == SALARY]
    return without(pay, reading) if EARNS.search(fold(reading.asked)) else reading


def without_money_at_hand(reading: Interpretation) -> Interpretation:
    """«¿cuánto dinero hay para salud?» asks for a budget; what a fund has at hand is asked of a fund."""
    return without([mention for mention in reading.of_kind("concepto") if mention.clave == AT_HAND], reading)


def without(left_out: Sequence[Mention], reading: Interpretation) -> Interpretation:
    if not left_out:
        return reading
    return replace(reading, mentions=tuple(m for m in reading.mentions if m not in left_out), measure=None)
