"""The act by which a reading is looked up, where the words say more than the act read: «¿para qué quería los 8,900 millones?» asks for
parts, «¿de dónde salen los ingresos?» too."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace

from bot.domain.reading import Act, Interpretation, Mention, Topic
from bot.language.folding import fold, words

HOW_MUCH = ("cuant", "monto", "cifra")
PURPOSE = re.compile(
    r"\b(para que|en que) (queria|querian|pidio|pidieron|era|eran|iba|iban|se (uso|usaron|gasto|gastaron|invirtio|invirtieron|iba|fue)|"
    r"usaron|gastaron|invirtieron|sirvio|sirvieron)\b"
)
ORIGIN = re.compile(
    r"\b(de|por) donde\b.*\b(sali|sale|salen|saco|sacaron|saca|vien|vino|provien|provino|provinieron|obtuv|obtien|junt|llegan)"
)
WRITTEN = frozenset("documento fuente dato datos cifra informacion nota link liga publica publicado".split())  # noqa: SIM905
THE_TOTAL = re.compile(r"\bcuanto (fue|es|era|suma|sumo|sumaba) (el|en) total\b|\bde cuanto (fue|es|era) el total\b")
DIVIDES = re.compile(r"\bcomo se (dividi|divid|repart|integr|compon|compuso|distribu|desglos)")
LISTED = frozenset("hitos hito pasos acuerdos avances propuestas propuso propusieron temas ejes compromisos".split())  # noqa: SIM905
# «¿a qué banco se le debía más?», «de los créditos, ordénalos»: credits side by side.
BY_BANK = re.compile(r"\b(que|cual|cuales) banco\w*\b.*\b(mas|menos|mayor|menor)\b|\b(mas|menos)\b.*\b(que|cual) banco\b")
# «¿y a los demás bancos?»: the other parts of what was just asked.
THE_REST = re.compile(r"\b(los|las) (demas|otros|otras|restantes)\b")


# «¿cuáles son los dos municipios que recibieron menos?», not «los que recibieron menos de 10 millones»
FEW_OF_MANY = re.compile(r"\b(municipios|alcaldias|ayuntamientos)\b.*\b(mas|menos|mayor|menor)\b(?! de \d)")


def as_looked_up(reading: Interpretation, divided: Container[str]) -> Interpretation:
    """The same reading under the act that its words ask for; ``divided`` are the concepts made of others."""
    typed = fold(reading.asked)
    asked = set(words(reading.asked))
    if reading.act in (Act.AMOUNT, Act.TERMS) and PURPOSE.search(typed) and not any(word.startswith(HOW_MUCH) for word in asked):
        return replace(reading, act=Act.BREAKDOWN)
    if reading.act is Act.BREAKDOWN and THE_TOTAL.search(typed) and not DIVIDES.search(typed):
        return replace(reading, act=Act.AMOUNT)
    if reading.act is Act.LIST and reading.concepts and (few := FEW_OF_MANY.search(typed)):
        return replace(reading, act=Act.RANKING, order="bottom" if few.group(2) in ("menos", "menor") else "top")
    if reading.act is Act.AMOUNT and DIVIDES.search(typed):
        return replace(reading, act=Act.BREAKDOWN)
    if reading.topic is Topic.OPEN_GOVERNMENT and reading.act in (Act.BREAKDOWN, Act.FAQ) and LISTED & asked:
        return replace(reading, act=Act.LIST)
    whole = [*reading.concepts, reading.measure or ""]
    if reading.act in (Act.SOURCE, Act.BREAKDOWN) and ORIGIN.search(typed) and reading.of_kind("municipio") and not reading.concepts:
        income = Mention("concepto", "ingresos-totales", "", 0, 0)
        return replace(reading, act=Act.BREAKDOWN, mentions=(*reading.mentions, income), measure=income.clave)
    if reading.act in (Act.AMOUNT, Act.COMPARE) and reading.of_kind("municipio") and names_every_source(reading):
        others = tuple(mention for mention in reading.mentions if mention.kind != "concepto")
        income = Mention("concepto", "ingresos-totales", "", 0, 0)
        return replace(reading, act=Act.BREAKDOWN, mentions=(*others, income), measure=income.clave)
    if reading.act is Act.SOURCE and ORIGIN.search(typed) and not asked & WRITTEN and any(concept in divided for concept in whole):
        return replace(reading, act=Act.BREAKDOWN)
    if reading.act in (Act.WHO, Act.RANKING) and BY_BANK.search(typed):
        kept = tuple(m for m in reading.mentions if m.kind != "concepto" or m.clave != "saldo")
        return replace(reading, act=Act.RANKING, mentions=(*kept, Mention("concepto", "saldo-credito", "", 0, 0)), measure="saldo-credito")
    if reading.act is Act.AMOUNT and "mentions" in reading.carried and THE_REST.search(typed):
        kept = tuple(mention for mention in reading.mentions if fold(mention.said) in typed)
        return replace(reading, act=Act.BREAKDOWN, mentions=kept)
    return reading


def names_every_source(reading: Interpretation) -> bool:
    """«propios, participaciones y aportaciones»: the three sources of a municipality's money, side by side."""
    named = set(reading.concepts)
    return "ingresos-propios" in named and ("ramos-28-y-33" in named or {"participaciones", "aportaciones"} <= named)
