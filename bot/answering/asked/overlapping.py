"""Names and concepts of which one belongs to another: listed as its parts, or typed inside its name. Only one of them is asked."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import replace

from bot.answering.asked.share_words import asks_share
from bot.answering.asked.slots import typed_here, unsaid
from bot.domain.reading import Act, Interpretation, Mention, Topic
from bot.language.folding import fold, words


def without_chapter_of_a_town(reading: Interpretation) -> Interpretation:
    """«de Pinos: participaciones, aportaciones y propios»: chapters divide the state's budget, not the income of a municipality."""
    if not (reading.of_kind("municipio") and reading.concepts):
        return reading
    kept = tuple(m for m in reading.mentions if m.kind != "capitulo" or not set(words(m.said)) <= said_of_concepts(reading))
    return reading if len(kept) == len(reading.mentions) else replace(reading, mentions=kept)


def without_wider_kind(reading: Interpretation, kinds_of: Mapping[str, str]) -> Interpretation:
    """«¿cuánta deuda por pagar a corto plazo había?» asks for that kind, and the wider one is only its noun. ``kinds_of`` gives the wider
    concept of each. «la deuda y la de corto plazo» are two; of a share the wider one is the whole."""
    if asks_share(reading):
        return reading
    typed = [m for m in reading.of_kind("concepto") if m.said]
    for kind in typed:
        wide = next((m for m in typed if m.clave == kinds_of.get(kind.clave) and m.end <= kind.start), None)
        if wide and reading.act is Act.AMOUNT and not BETWEEN_TWO.search(fold(reading.asked[wide.end : kind.start])):
            measure = kind.clave if reading.measure == wide.clave else reading.measure
            return replace(reading, mentions=tuple(m for m in reading.mentions if m is not wide), measure=measure)
    return reading


ALL_FEDERAL = "gasto-federalizado"
AND_ALSO = re.compile(r"\W*(?:y|e|o)\W+(?:(?:el|la|los|las)\W+)?")
WHOSE_MONEY = frozenset({"dinero federal", "recursos federales", "lana federal", "transferencias federales"})


def without_federal_noun(reading: Interpretation) -> Interpretation:
    """«¿cuánto dinero federal llegó por convenios?», «de los recursos federales, ¿cuánto fue de participaciones?»: a kind or a fund is
    asked, and the noun only says whose money it is. «el dinero federal y las participaciones» are two."""
    nouns = [m for m in reading.of_kind("concepto") if m.clave == ALL_FEDERAL and fold(m.said) in WHOSE_MONEY]
    kinds = [m for m in reading.mentions if m.said and m.kind in ("concepto", "fondo", "capitulo") and m.clave != ALL_FEDERAL]
    if not nouns or not kinds or reading.act is not Act.AMOUNT or asks_share(reading):
        return reading
    typed = fold(reading.asked)
    if any(AND_ALSO.fullmatch(typed[noun.end : kind.start]) for noun in nouns for kind in kinds):
        return reading
    measure = next((m.clave for m in kinds if m.kind == "concepto"), None) if reading.measure == ALL_FEDERAL else reading.measure
    return replace(reading, mentions=tuple(m for m in reading.mentions if m not in nouns), measure=measure)


BETWEEN_TWO = re.compile(r"[,;:?¿]|\b(?:y|e|o|ni|mas|cuant\w*|que|tambien)\b")
_JOIN = r"\W+(?:y|e|mas|con|junto con)\W+(?:(?:el|la|los|las|de)\W+)*|\W*\+\W*"
FEDERAL_PAIR = re.compile(rf"\b(participaciones)({_JOIN})(aportaciones)\b|\b(aportaciones)({_JOIN})(participaciones)\b")
BOTH_KINDS = frozenset({"participaciones", "aportaciones"})
BOTH_TOGETHER = "ramos-28-y-33"
# «aportaciones más participaciones» is a sum, and no ranking.
OF_A_SUM = frozenset({Act.AMOUNT, Act.RANKING, Act.LIST, Act.COMPARE})


def with_both_federal_kinds(reading: Interpretation) -> Interpretation:
    """«participaciones y aportaciones»: two figures, of the state also its two branches together; not the chapter of what the state
    passes on."""
    typed = fold(reading.asked)
    pair = FEDERAL_PAIR.search(typed)
    if pair is None or reading.topic is not Topic.TRANSFERS or reading.act not in OF_A_SUM or len(typed) != len(reading.asked):
        return reading
    if set(reading.concepts) - {*BOTH_KINDS, BOTH_TOGETHER} or reading.of_kind("fondo"):
        return reading
    others = tuple(m for m in reading.mentions if m.kind not in ("concepto", "capitulo"))
    one, join, other = (place for place in range(1, 7) if pair.group(place) is not None)
    kinds = tuple(Mention("concepto", pair.group(n), reading.asked[slice(*pair.span(n))], *pair.span(n)) for n in (one, other))
    whole = () if reading.of_kind("municipio") else (unsaid(BOTH_TOGETHER),)
    act = Act.AMOUNT if re.search(r"\bmas\b|\+", pair.group(join)) else reading.act
    return replace(reading, act=act, mentions=(*others, *whole, *kinds), measure=(*whole, *kinds)[0].clave)


LISTS_PARTS = frozenset({Act.WHO, Act.BREAKDOWN, Act.LIST})


def without_listed_parts(reading: Interpretation) -> Interpretation:
    """«¿a quién le debía el ISSSTEZAC?: gobierno, SAT e IMSS»: what follows the colon lists parts; the owner stands before it."""
    before, colon, _ = reading.asked.replace("(", ":").partition(":")
    listing = "(" in reading.asked or {"y", "e"} & set(words(reading.asked))
    if not colon or reading.act not in LISTS_PARTS or not listing:
        return reading
    named = [m for m in reading.mentions if m.kind == "institucion" and fold(m.said) in fold(reading.asked)]
    listed = [m for m in named if m.start > len(before)]
    measured = reading.of_kind("concepto")
    divides = any(m.start <= len(before) for m in measured)
    if len(listed) < 2 or (len(listed) == len(named) and not divides):
        return reading
    if divides:
        listed += [m for m in measured if m.start > len(before)]
    return replace(reading, mentions=tuple(m for m in reading.mentions if m not in listed))


SUMMING = re.compile(r"\b(?:sumando|juntando|contando|incluyendo|sumad[oa]s)\b")


def without_summed_parts(reading: Interpretation) -> Interpretation:
    """«el gasto federalizado, sumando participaciones, aportaciones y convenios»: the whole is asked, and what follows says of what it
    is made."""
    cue = SUMMING.search(fold(reading.asked))
    if cue is None or reading.act is not Act.AMOUNT:
        return reading
    measured = [m for m in reading.mentions if m.kind in ("concepto", "capitulo") and typed_here(m, reading)]
    listed = [m for m in measured if m.start > cue.start()]
    if len(listed) < 2 or not any(m.kind == "concepto" and m.end <= cue.start() for m in measured):
        return reading
    return replace(reading, mentions=tuple(m for m in reading.mentions if m not in listed))


def without_name_in_name(reading: Interpretation, published: Container[str]) -> Interpretation:
    """«los pasivos del fondo de pensiones»: words that belong to what is measured name nobody; of «Derechos Humanos», words that belong to
    a name measure nothing."""
    said = [m for m in reading.mentions if typed_here(m, reading)]
    measured = [m for m in said if m.kind == "concepto" and m.clave in published]
    owners = [m for m in said if m.kind == "institucion"]
    lost = [m for m in owners if any(c.start < m.start < c.end <= m.end for c in measured)]
    names = [m for m in owners if m not in lost]
    lost += [c for c in measured if any(c.said != m.said and m.start <= c.start and c.end <= m.end for m in names)]
    if not lost:
        return reading
    kept = tuple(m for m in reading.mentions if m not in lost)
    gone = {m.clave for m in lost} - {m.clave for m in kept}
    return replace(reading, mentions=kept, measure=None if reading.measure in gone else reading.measure)


def said_of_concepts(reading: Interpretation) -> set[str]:
    return {word for mention in reading.of_kind("concepto") for word in words(mention.said)} | {"y", "e"}
