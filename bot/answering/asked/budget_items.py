"""What a budget sets aside for one thing, where the words name the budget too: «en el presupuesto de 2019, ¿cuánto para intereses?»."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.answering.asked.share_words import asks_share
from bot.answering.asked.slots import CHANGING, LEGISLATORS, affirmed, names_asked, testifies, unsaid
from bot.domain.reading import Act, Interpretation, Mention, Topic
from bot.domain.stage import Stage
from bot.language.folding import fold

# «para la deuda», «presupuesto 2019 deuda pública», «de lo que se aprobó para deuda en el presupuesto»
DEBT = r"(?:del?|para|pa|al?)\s+(?:(?:el|la|pagar|pago|servicio|de|del)\s+)*deuda\b"
BESIDE = r"(?:\s+(?:(?:19|20)\d\d|del?|el|la|estado|estatal|gobierno|zacatecas|total|aprobad[oa]|autorizad[oa]|egresos))*"
FOR_DEBT = re.compile(
    rf"\bpresupuest\w*\b(?:.*\b{DEBT}|{BESIDE}\s+deuda\b)|\bdeuda(?: publica)?{BESIDE}\s+presupuest\w*"
    rf"|\b(?:dinero|lo|recursos?|lana|gasto|apartado|partida|destin\w+|asign\w+|apart\w+|gast\w+|apr[ou]\w+|autoriz\w+)\s+{DEBT}"
    r".*\b(?:en|del) (?:el )?presupuesto\b"
)
PLANNED_FOR_DEBT = re.compile(
    r"\b(?:pensaba\w*|planea\w*|preve\w*|proyect\w*|iba\w* a) (?:a )?(?:gastar|pagar|destinar)\b.*\b(?:en|a|de|por) (?:la )?deuda\b"
)
OF_THE_DEBT_BUDGET = frozenset({"presupuesto", "servicio-deuda"})


def is_for_debt(reading: Interpretation) -> bool:
    """What the budget sets aside for the debt is spoken of; in «los intereses de la deuda» the debt is part of another name."""
    typed = fold(reading.asked)
    for mention in reading.of_kind("concepto"):
        if mention.clave not in OF_THE_DEBT_BUDGET and mention.said:
            typed = typed.replace(fold(mention.said), " _ ")
    return FOR_DEBT.search(typed) is not None


def with_chapter_of_debt(reading: Interpretation) -> Interpretation:
    """«¿cuánto se presupuestó para la deuda en 2019?» asks for the chapter of public debt, not for the whole budget."""
    typed = fold(reading.asked)
    whole = "presupuesto" in reading.concepts and OF_THE_DEBT_BUDGET.issuperset(reading.concepts)
    if not reading.concepts and "deuda" in typed and PLANNED_FOR_DEBT.search(typed) and not names_asked(reading):
        return replace(reading, topic=Topic.BUDGET, mentions=(*reading.mentions, unsaid("presupuesto-deuda")), measure=None)
    if not whole or reading.act not in (Act.AMOUNT, Act.BREAKDOWN) or not is_for_debt(reading):
        return reading
    if asks_share(reading) or names_asked(reading):
        return reading
    kept = tuple(mention for mention in reading.mentions if mention.clave != "servicio-deuda")
    return replace(reading, topic=Topic.BUDGET, mentions=(*kept, Mention("capitulo", "capitulo 9000", "", 0, 0)))


BUDGET = "presupuesto"
SENT = re.compile(r"\b(?:mand|envi|propu|propon|present|plante|pidi|pedi|solicit)\w*\b|\b(?:proyecto|propuesta|iniciativa)\b")
VOTED = re.compile(r"\b(?:aprob|apru|autoriz|vot)\w*\b")
SIDES = re.compile(r"\bcuanto\b|\blo que\b|\bel (?:aprobado|proyecto)\b|\blo (?:aprobado|propuesto)\b")
# Who sends the state's budget and who votes it.
BRANCHES = frozenset({"poder ejecutivo", "legislatura del estado", "poder legislativo"})


def speaks_of_bill_and_law(asked: str) -> bool:
    """«cuánto propuso el Ejecutivo y cuánto aprobó la Legislatura»: two sides, one sent and one voted."""
    typed = fold(asked)
    return bool(SENT.search(typed) and VOTED.search(typed)) and len(SIDES.findall(typed)) > 1


def changed_by_vote(reading: Interpretation) -> bool:
    """«¿cuánto le recortaron los diputados al presupuesto que mandó el gobernador?»: what lies between the bill and the law."""
    typed = fold(reading.asked)
    voters = [m for m in reading.of_kind("institucion") if m.clave in LEGISLATORS and testifies(m, typed)]
    return bool(voters) and bool(re.search(rf"\b{CHANGING}", typed))


OF_BOTH = frozenset({BUDGET, "presupuesto-solicitado", "recorte-presupuestal"})


def bill_against_law(reading: Interpretation) -> Interpretation:
    """«lo que mandó el Ejecutivo contra lo que aprobaron los diputados»: the state's budget at both stages. Whoever sent and voted it owns
    no part of what is asked."""
    typed = affirmed(reading)
    of_budget = reading.act in (Act.AMOUNT, Act.COMPARE) and reading.topic is Topic.BUDGET
    changed = of_budget and changed_by_vote(reading)
    asks = changed or (of_budget and SENT.search(typed) and VOTED.search(typed))
    # «el monto del proyecto, antes de que lo votaran» asks for one of the two
    if reading.act is Act.AMOUNT and len(SIDES.findall(typed)) < 2 and not changed:
        return reading
    if not asks or not set(reading.concepts) <= OF_BOTH or reading.amounts or asks_share(reading):
        return reading
    # who only sends or votes it is left where the words say so, and its words with it
    others = tuple(m for m in reading.mentions if m.kind != "concepto" and (m.clave not in BRANCHES or testifies(m, typed)))
    if any(mention.kind not in ("gobierno", "estado") and mention.clave not in BRANCHES for mention in others):
        return reading
    budget = next((m for m in reading.mentions if m.clave == BUDGET), unsaid(BUDGET))
    return replace(reading, act=Act.COMPARE, mentions=(*others, budget), measure=BUDGET, stage=None)


PACKAGE = re.compile(r"\b(?:cuanto|cuantos|monto|total|importe)\b.*\bpaquete\b|\bpaquete\b.*\b(?:cuanto|cuantos|monto|total|importe)\b")
DELIVERED = re.compile(r"\b(?:mand|envi|propu|propon|present|plante|entreg|lleg)\w*\b|\b(?:proyecto|propuesta|iniciativa)\b")
# What a package brings besides its whole.
OF_THE_PACKAGE = re.compile(r"\b(?:deud|endeud|feder|prestam|credit|impuest|ingres)\w*")


def with_budget_of_package(reading: Interpretation) -> Interpretation:
    """«¿de cuánto era el paquete 2024 que entregó el gobierno?»: the budget of that year; as it was delivered, a bill."""
    typed = fold(reading.asked)
    if reading.topic is not Topic.BUDGET or reading.act is not Act.AMOUNT or reading.concepts or OF_THE_PACKAGE.search(typed):
        return reading
    if not PACKAGE.search(typed) or names_asked(reading):
        return reading
    stage = reading.stage or (Stage.DRAFT if DELIVERED.search(typed) else None)
    return replace(reading, mentions=(*reading.mentions, unsaid(BUDGET)), measure=BUDGET, stage=stage)


COST = "costo-obra"


def without_cost_of_a_body(reading: Interpretation) -> Interpretation:
    """«¿cuánto nos costó el Congreso en 2023?»: a work has a cost; of those who are paid from the budget it is their budget. What it cost
    to close a body is what its staff were paid off with."""
    names = names_asked(reading)
    bodies = bool(names) and all(mention.kind == "institucion" for mention in names)
    if bodies and reading.topic is not Topic.PENSIONS and set(reading.concepts) <= {COST} and CLOSING.search(fold(reading.asked)):
        kept = tuple(mention for mention in reading.mentions if mention.clave != COST)
        return replace(reading, mentions=(*kept, unsaid(PAID_OFF)), measure=PAID_OFF)
    if reading.topic is not Topic.BUDGET or reading.concepts != (COST,) or not bodies or not COSTS.search(fold(reading.asked)):
        return reading
    kept = tuple(mention for mention in reading.mentions if mention.clave != COST)
    return replace(reading, mentions=(*kept, unsaid(BUDGET)), measure=BUDGET)


PAID_OFF = "liquidacion-personal"
CLOSING = re.compile(r"\b(?:cost|cuest|sal[ie]|gast)\w* (?:\w+ ){0,3}?(?:cerrar|cierre|desapar\w+|extin\w+|liquid\w+)\b")
COSTS = re.compile(r"\b(?:cuest|cost)(?:a|an|o|aron|aba|aban)\b")
PLANNED = frozenset({Stage.APPROVED, Stage.DRAFT, Stage.COMMITTEE, Stage.ESTIMATED})
OF_THE_STATE = frozenset({Topic.DEBT.value, Topic.BUDGET.value, Topic.TRANSFERS.value})
OF_ONE_THING = frozenset({Act.AMOUNT, Act.TREND, Act.COMPARE, Act.LIST, Act.RANKING})
LAW_OF_INCOME = re.compile(r"\bley de ingresos?\b")


def without_whole_budget(reading: Interpretation, published: Mapping[str, frozenset[Stage]], topics: Mapping[str, str]) -> Interpretation:
    """«en el presupuesto del 2019, ¿cuánto apartaron para intereses?»: what is asked is the item; the budget is where it stands. Only
    of items that some budget prints: «el presupuesto y la deuda de 2018» asks for two things. ``published`` are the stages at which
    each concept is published, ``topics`` theirs: what a work costs stands in no chapter. The verb («¿cuánto se presupuestó de
    derechos?») names no whole at all."""
    of_income = bool(LAW_OF_INCOME.search(fold(reading.asked)))
    # a law of income also authorises debt
    whole, planned = ({BUDGET, "ingresos-totales"}, PLANNED | {Stage.AUTHORISED}) if of_income else ({BUDGET}, PLANNED)
    items = [concept for concept in reading.concepts if concept not in whole]
    if not whole & set(reading.concepts) or reading.act not in OF_ONE_THING or asks_share(reading) or not items:
        return reading
    printed = all(planned & published.get(item, frozenset()) and topics.get(item) in OF_THE_STATE for item in items)
    if not printed and not any(m.clave == BUDGET and is_verb(m, reading) for m in reading.of_kind("concepto")):
        return reading
    kept = tuple(m for m in reading.mentions if m.clave not in whole or m.kind != "concepto")
    return replace(reading, mentions=kept, measure=items[0] if reading.measure in whole else reading.measure)


def is_verb(budget: Mention, reading: Interpretation) -> bool:
    return budget.said.lower().endswith("ó") or fold(reading.asked[: budget.start]).endswith(("se ", "ha ", "habia "))


OF_THOSE = re.compile(r"\bde (?:tod[oa]s? )?(?:es[aeo]|es[ao]s|est[aeo]|est[ao]s|dich[oa]s?)(?: total de)? $")
HOW_MUCH = re.compile(r"\bcuant[oa]s?\b")


def without_whole_of_part(reading: Interpretation, made_of: Mapping[str, frozenset[str]]) -> Interpretation:
    """«de los ingresos propios de 2024, ¿cuánto de impuestos?»: the part is asked, the whole is where it stands, whether it was declared as
    its whole or only said to be («de esas aportaciones, ¿cuánto eran convenios?»). Joined by «y» both are."""
    if reading.act not in (Act.AMOUNT, Act.TREND) or asks_share(reading) or len(reading.concepts) != 2:
        return reading
    whole = next((m for m in reading.of_kind("concepto") if made_of.get(m.clave, frozenset()) & set(reading.concepts)), None)
    part = next((m for m in reading.of_kind("concepto") if whole and m.clave in made_of[whole.clave]), None)
    if whole is None:
        whole, part = sorted(reading.of_kind("concepto"), key=lambda mention: mention.start)[:2]
        said = fold(reading.asked[: whole.start]), fold(reading.asked[whole.end : part.start])
        if not (OF_THOSE.search(said[0]) and HOW_MUCH.search(said[1])):
            return reading
    if whole is None or part is None or not whole.said or not part.said:
        return reading
    between = reading.asked[min(whole.end, part.end) : max(whole.start, part.start)]
    if re.search(r"\b(?:y|e|ni|mas|con)\b", fold(between)):
        return reading
    kept = tuple(m for m in reading.mentions if m.clave != whole.clave)
    return replace(reading, mentions=kept, measure=part.clave)
