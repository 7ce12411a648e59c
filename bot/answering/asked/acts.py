"""The act by which a reading is looked up, where the words say more than the act read: «¿para qué quería los 8,900 millones?» asks for
parts, «¿de dónde salen los ingresos?» too."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import replace

from bot.answering.asked.counting import kind_of_number, thing_counted
from bot.answering.asked.default_measures import BORROWED
from bot.answering.asked.overlapping import ALL_FEDERAL
from bot.answering.asked.set_aside import without_clause
from bot.answering.asked.slots import CHANGE, CHANGED, LOAN_BALANCE, LOAN_MEASURE, names_asked, points_back, typed_here, unsaid
from bot.answering.asked.town_money import TO_CLARIFY, TOWNS, measure_of_towns
from bot.domain.reading import Act, Interpretation, Mention, Topic
from bot.language.folding import fold, word_set, words

HOW_MUCH = ("cuant", "monto", "cifra")
PURPOSE = re.compile(
    r"\b(para que|en que)(?: \w+){0,5}? "
    r"(queria|querian|pidio|pidieron|era|eran|iba|iban|se (uso|usaron|gasto|gastaron|invirtio|invirtieron|iba|fue)|"
    r"usaron|gastaron|invirtieron|sirvio|sirvieron)\b"
)
ORIGIN = re.compile(
    r"\b(de|por) donde\b.*\b(sali|sale|salen|saco|sacaron|saca|vien|vino|provien|provino|provinieron|obtuv|obtien|junt|llegan)"
)
WRITTEN = word_set("documento fuente dato datos cifra informacion nota link liga publica publicado")
# «¿cuántos trabajadores liquidaron cuando desapareció?» asks no day
HOW_MANY_FIRST = re.compile(r"\W*(?:y |a |de )?cuant[oa]s?\b")
THE_TOTAL = re.compile(r"\bcuanto (fue|es|era|suma|sumo|sumaba) (el|en) total\b|\bde cuanto (fue|es|era) el total\b")
# «¿cómo se dividió el gasto federalizado?», also where it was read as an amount
DIVIDES = re.compile(r"\b(?:como|en (?:cuantas|que) partes) se (dividi|divid|repart|integr|compon|compuso|distribu|desglos)")
# «¿cuánto con cada uno de los impuestos ecológicos?», «¿cuánto de cada impuesto ecológico?»
EACH_OF = re.compile(r"\bcada (?:un[oa] de (?:(?:los|las|sus|esos|esas) )?)?$")
# «intereses por cada uno de los cuatro créditos», «crédito por crédito»
CREDIT = r"(?:credito|prestamo|emprestito)s?"
EACH_CREDIT = re.compile(
    rf"\bcada (?:un[oa] de l[oa]s (?:\w+ )?)?{CREDIT}\b|\b{CREDIT} por {CREDIT}\b|\b(?:desgl\w+|divid\w+|repart\w+) .*\bpor {CREDIT}\b"
)
# «¿cuánto pone cada quien?»
EACH_ONE = re.compile(r"\bcuanto (?:les? )?(?:pon|aport|cotiz|deb|toca pon)\w* (?:a )?cada (?:quien|un[oa]|cual|parte)\b")
# «¿qué día salió en el Diario Oficial?»: the day of a document, which stands beside the figures that it prints
DAY_OF_DOCUMENT = re.compile(
    r"\b(?:cuando|que (?:dia|fecha)|fecha)\b.*\b(?:public\w+|sali\w+ (?:en|publicad\w+)|diario oficial|periodico oficial|dof)\b"
)
LISTED = word_set("hitos hito pasos acuerdos avances propuestas propuso propusieron temas ejes compromisos")
# «¿a qué banco se le debía más?», «de los créditos, ordénalos»: credits side by side.
BY_BANK = re.compile(r"\b(que|cual|cuales) banco\w*\b.*\b(mas|menos|mayor|menor)\b|\b(mas|menos)\b.*\b(que|cual) banco\b")
# «¿y a los demás bancos?»: the other parts of what was just asked.
THE_REST = re.compile(r"\b(los|las) (demas|otros|otras|restantes)\b")


# «¿cuáles son los dos municipios que recibieron menos?», not «los que recibieron menos de 10 millones»
FEW_OF_MANY = re.compile(r"\b(municipios|alcaldias|ayuntamientos)\b.*\b(mas|menos|mayor|menor)\b(?! de \d)")


# What of a loan only its statement tells: «¿qué fondos quedaron empeñados?», «¿con qué decreto se autorizó?»
TOLD_OF_LOAN = re.compile(
    r"\b(?:garanti|empen|respald|aval)\w*|\ben prenda\b|\bfuente de pago\b"
    r"|\b(?:que|cual|cuales|numero)(?: \w+){0,2}? (?:decreto|articulo)s?\b"
)
LOAN_USE = "destino-credito"
# «¿de cuántos a cuántos becados bajó?»
FROM_TO = re.compile(r"\bde cuant[oa]s?(?: \w+)? a cuant[oa]s?\b")
# «¿debemos más que antes?», «¿cuánto bajó la deuda con Monreal?»
THAN_BEFORE = re.compile(r"\b(?:mas|menos|mayor|menor|igual) (?:\w+ ){0,2}?que antes\b")
BY_HOW_MUCH = re.compile(rf"\bcuant[oa]s? (?:(?:se|nos|le|les|ha|han|habia) )*{CHANGE}")
WHY = re.compile(r"\bpor ?que\b")
# «¿cuál valía más y cuánto cada uno?», «¿cuánto valía cada hotel?»
SIDE_BY_SIDE = re.compile(
    r"\b(?:cual|cuales|que \w+)\b.*\b(?:mas|menos|mayor|menor|caro|barato|peor|grande)\b.*\bcuant[oa]s?\b.*\bcada (?:un[oa]|cual|quien)\b"
    r"|\bcuant[oa]s?\b.*\bcada (?:hotel|balneario|negocio|inmueble|equipo|terreno)\b"
)
ASKS_TERMS = frozenset({Act.AMOUNT, Act.SOURCE, Act.WHO, Act.LIST})


def as_looked_up(reading: Interpretation, divided: Container[str]) -> Interpretation:
    """The same reading under the act that its words ask for; ``divided`` are the concepts made of others."""
    typed = fold(reading.asked)
    asked = set(words(reading.asked))
    if reading.act is Act.FAQ and reading.topic is Topic.DEBT and reading.years and not reading.concepts and PURPOSE.search(typed):
        return replace(reading, act=Act.BREAKDOWN, mentions=(*reading.mentions, unsaid(LOAN_USE)), measure=LOAN_USE)
    if reading.act in (Act.AMOUNT, Act.TERMS) and PURPOSE.search(typed) and not mentions_how_much(asked):
        return replace(reading, act=Act.BREAKDOWN)
    if reading.act in ASKS_TERMS and reading.of_kind("prestamo") and TOLD_OF_LOAN.search(typed) and not mentions_how_much(asked):
        return replace(reading, act=Act.TERMS)
    if reading.act is Act.SOURCE and mentions_how_much(asked) and not DOCUMENT.search(typed) and asked & WRITTEN <= said_in_names(reading):
        # «¿de cuánto era el documento vencido con Banamex?»: the document is what was owed
        return replace(reading, act=Act.AMOUNT)
    if reading.act is Act.BREAKDOWN and reading.amounts and reading.years and not reading.of_kind("prestamo") and WHY.search(typed):
        # «la deuda en 2018 era de 5 mil millones, ¿por qué?»: a premise to check
        return replace(reading, act=Act.AMOUNT)
    of_a_line = FROM_TO.search(typed) or THAN_BEFORE.search(typed) or (reading.of_kind("gobierno") and BY_HOW_MUCH.search(typed))
    if reading.act in (Act.AMOUNT, Act.COMPARE) and of_a_line and not reading.years:
        return replace(reading, act=Act.TREND)
    of_a_body = reading.act is Act.STATUS and reading.topic is Topic.BUDGET and bool(reading.of_kind("institucion"))
    if (reading.act is Act.COMPARE or of_a_body) and CHANGED.search(typed) and not sets_two_apart(reading, typed):
        return replace(reading, act=Act.TREND)
    if reading.act is Act.WHEN and HOW_MANY_FIRST.match(typed):
        return replace(reading, act=Act.AMOUNT)
    several = len({mention.clave for mention in names_asked(reading)}) > 1
    if reading.act in (Act.AMOUNT, Act.COMPARE) and not several and SIDE_BY_SIDE.search(typed):
        return replace(reading, act=Act.RANKING, order="bottom" if LEAST.search(typed) else "top")
    if reading.act is Act.BREAKDOWN and THE_TOTAL.search(typed) and not DIVIDES.search(typed):
        return replace(reading, act=Act.AMOUNT)
    if reading.act is Act.LIST and TO_CLARIFY in reading.concepts and TOWNS & asked:
        # «municipios con observaciones de la ASF»: all of them, the most first
        return replace(reading, act=Act.RANKING, order="top", limit=reading.limit or MOST_TOWNS)
    if reading.act is Act.LIST and reading.concepts and (few := FEW_OF_MANY.search(typed)):
        return replace(reading, act=Act.RANKING, order="bottom" if few.group(2) in ("menos", "menor") else "top")
    if reading.act in (Act.RANKING, Act.COMPARE) and (among := among_all_towns(reading)):
        order = reading.order if reading.act is Act.RANKING else "bottom" if LEAST.search(typed) else "top"
        return as_looked_up(replace(among, act=Act.RANKING, order=order), divided)
    if reading.act is Act.AMOUNT and MORE_THAN.search(typed) and several:
        return replace(reading, act=Act.COMPARE)
    if reading.act is Act.RANKING and not reading.concepts and (of_towns := measure_of_towns(reading)):
        return replace(reading, mentions=(*reading.mentions, unsaid(of_towns)), measure=of_towns)
    if reading.act is Act.AMOUNT and (DIVIDES.search(typed) or asks_of_each(reading)):
        return replace(reading, act=Act.BREAKDOWN)
    if reading.act is Act.WHEN and reading.concepts and DAY_OF_DOCUMENT.search(typed):
        return replace(reading, act=Act.SOURCE)
    if reading.topic is Topic.OPEN_GOVERNMENT and reading.act in (Act.BREAKDOWN, Act.FAQ) and LISTED & asked:
        return replace(reading, act=Act.LIST)
    whole = [*reading.concepts, reading.measure or ""]
    if reading.act in (Act.SOURCE, Act.BREAKDOWN) and ORIGIN.search(typed) and reading.of_kind("municipio") and not reading.concepts:
        return replace(reading, act=Act.BREAKDOWN, mentions=(*reading.mentions, unsaid(ALL_INCOME)), measure=ALL_INCOME)
    if reading.act in (Act.AMOUNT, Act.COMPARE) and reading.of_kind("municipio") and names_every_source(reading):
        others = tuple(mention for mention in reading.mentions if mention.kind != "concepto")
        return replace(reading, act=Act.BREAKDOWN, mentions=(*others, unsaid(ALL_INCOME)), measure=ALL_INCOME)
    if reading.act is Act.SOURCE and ORIGIN.search(typed) and not asked & WRITTEN and any(concept in divided for concept in whole):
        return replace(reading, act=Act.BREAKDOWN)
    if reading.act in (Act.WHO, Act.RANKING) and BY_BANK.search(typed):
        kept = tuple(m for m in reading.mentions if m.kind != "concepto" or m.clave != "saldo")
        lent = LOAN_MEASURE if BORROWED & asked and not reading.period else LOAN_BALANCE
        return replace(reading, act=Act.RANKING, mentions=(*kept, unsaid(lent)), measure=lent)
    if reading.act is Act.AMOUNT and "mentions" in reading.carried and THE_REST.search(typed):
        kept = tuple(mention for mention in reading.mentions if fold(mention.said) in typed)
        return replace(reading, act=Act.BREAKDOWN, mentions=kept)
    return reading


# «¿subió el presupuesto?», with nothing to set it against
AGAINST = re.compile(r"\b(?:que|contra|vs|versus|frente|respecto|compar\w*|diferencia|entre)\b")


def sets_two_apart(reading: Interpretation, typed: str) -> bool:
    """Two names, years, measures or stages, or a word of comparing."""
    several = len(names_asked(reading)) > 1 or len(reading.years) > 0 or len(reading.concepts) > 1
    return several or bool(reading.period or reading.stage or reading.amounts or reading.carried or AGAINST.search(typed))


def mentions_how_much(asked: Iterable[str]) -> bool:
    return any(word.startswith(HOW_MUCH) for word in asked)


def said_in_names(reading: Interpretation) -> set[str]:
    """Words that belong to a name typed."""
    return {word for mention in reading.mentions for word in words(mention.said)}


def asks_of_each(reading: Interpretation) -> bool:
    """The parts of what is measured, one by one, or what is measured of each credit."""
    typed = fold(reading.asked)
    return bool(reading.concepts and (EACH_CREDIT.search(typed) or EACH_ONE.search(typed))) or any(
        m.said and EACH_OF.search(fold(reading.asked[: m.start])) for m in reading.of_kind("concepto")
    )


ORIGINS = re.compile(r"\bcuant\w*\b.*\b(?:federal\w*|federacion)\b.*\b(?:cuant\w*|que)\b.*\b(?:estatal\w*|estado|propi[oa]s?)\b")
ORIGINS_TURNED = re.compile(r"\bcuant\w*\b.*\b(?:estatal\w*|del estado|propi[oa]s?)\b.*\bcuant\w*\b.*\b(?:federal\w*|federacion)\b")
ALL_INCOME = "ingresos-totales"
BY_ORIGIN = ("ingresos-origen-federal", "ingresos-origen-estatal")


def speaks_of_origins(typed: str) -> bool:
    """Both origins of the state's money stand in the folded text, with «cuánto» before each."""
    return bool(ORIGINS.search(typed) or ORIGINS_TURNED.search(typed))


def with_origins(reading: Interpretation) -> Interpretation:
    """«del paquete 2023, ¿cuánto federal y cuánto del estado?»: the two origins of the state's income, side by side."""
    if not speaks_of_origins(fold(reading.asked)) or reading.act not in BY_FIGURES or reading.topic not in (Topic.BUDGET, Topic.TRANSFERS):
        return reading
    if reading.of_kind("municipio", "institucion", "fondo") or set(reading.concepts) - {"presupuesto", ALL_INCOME, ALL_FEDERAL, *BY_ORIGIN}:
        return reading
    others = tuple(mention for mention in reading.mentions if mention.kind != "concepto")
    origins = tuple(unsaid(concept) for concept in BY_ORIGIN)
    return replace(reading, act=Act.BREAKDOWN, topic=Topic.BUDGET, mentions=(*others, *origins), measure=BY_ORIGIN[0], more=())


BY_FIGURES = frozenset({Act.AMOUNT, Act.BREAKDOWN, Act.COMPARE, Act.LIST, Act.SOURCE})


DOCUMENT = re.compile(
    r"\b(de donde (lo |la |los |las )?(sac|sal|vien|tom)\w*|en que documento|que documento|cual es la fuente|que fuente"
    r"|quien (lo |la |los |las )?(public|dijo|dice|saco|report)\w*)\b"
)


# «¿y cómo quedó el aprobado de 2016?», after how that of 2023 was divided
HOW_WAS = re.compile(r"\W*y (?:que tal|como (?:quedo|quedaron|estuvo|estuvieron|fue|salio|viene))\b")
DIVIDED = frozenset({Act.BREAKDOWN, Act.RANKING, Act.LIST})


WHO_SAID_IT = re.compile(r"\bquien l[oa]s? (?:public|dij|dic|sac|report)\w*")


def pointing_back(reading: Interpretation, before: Interpretation | None, municipal: Container[str]) -> Interpretation:
    """«¿y cuánto se gastó en eso?», «¿y eso de dónde lo sacan?»: nothing is named but what was just talked of, so the topic and the names
    are those of the turn before; after people or things were counted, also its words. ``municipal`` are the concepts of towns alone, which
    «se gastó» does not name."""
    typed = fold(reading.asked)
    if before is None or before.topic is None:
        return reading
    if "measure" in reading.carried and reading.act is Act.AMOUNT and before.act in DIVIDED and HOW_WAS.match(typed):
        return replace(reading, act=before.act, order=before.order, limit=before.limit)
    if not points_back(reading) and not (reading.carried and WHO_SAID_IT.search(typed)):
        return reading
    named = [m for m in reading.mentions if m.kind != "concepto" and fold(m.said) in typed and m not in before.mentions]
    if DOCUMENT.search(typed) and not named:
        return replace(reading, act=Act.SOURCE, topic=before.topic, confidence=1.0, alternatives=())
    own = [concept for concept in reading.concepts if concept not in municipal]
    of_a_count = bool(thing_counted(before)) and kind_of_number(reading) > 0
    if reading.act is not Act.AMOUNT or named or (reading.topic is before.topic and not of_a_count):
        return reading
    if (own or (reading.concepts and not of_a_count)) and reading.confidence >= FIRM:
        return reading
    kept = tuple(mention for mention in before.mentions if mention.kind != "concepto")
    said = tuple(dict.fromkeys((*before.words, *reading.words)))
    period = reading.period or before.period
    return replace(reading, topic=before.topic, mentions=kept, measure=None, words=said, period=period, carried=())


# As sure as this, a reading with a concept of its own is not bent to the turn before.
FIRM = 0.6


CAPITAL_AND_INTEREST = re.compile(r"\bcapital (o|u|y|e) (a |de |en )?(los )?intereses\b|\bintereses (o|u|y|e) (a |de |en )?(el )?capital\b")


SERVICE = "servicio-deuda"
OF_CAPITAL = re.compile(r"\b(de|a|al|en|pagar|abonar|amortizar|es|era|eran|fue|son) (puro )?capital\b")


def with_capital_paid(reading: Interpretation) -> Interpretation:
    """«¿se pagó más capital o intereses?», «¿y de capital?»: of the debt, «capital» is what was paid of the debt itself."""
    if reading.topic is Topic.DEBT and reading.act is Act.AMOUNT and (paid := with_credits_paid_off(reading)):
        return paid
    typed, measured = fold(reading.asked), set(reading.concepts)
    of_capital = reading.topic is Topic.DEBT and measured <= {"presupuesto", SERVICE} and OF_CAPITAL.search(typed)
    of_both = "intereses" in measured and not {SERVICE, "amortizacion"} & measured and CAPITAL_AND_INTEREST.search(typed)
    at = typed.find("capital")
    if not (of_capital or of_both) or any(m.start <= at < m.end for m in reading.of_kind("concepto")):
        return reading
    capital = Mention("concepto", "amortizacion", "capital", at, at + len("capital"))
    return replace(reading, mentions=(*reading.mentions, capital), measure="amortizacion" if of_capital else reading.measure)


SHORT_TERM = "saldo-corto-plazo"
PAID_OFF = re.compile(r"\b(?:liquid|pag|amortiz)(?:o|aron|ad[oa]s?|acion|ando|ar)\b|\bsald(?:aron|ad[oa]s?|ar)\b")
STILL = re.compile(r"\b(?:deb|adeud|falt|qued|pendient)\w*|\b(?:sin|por) pagar\b")


def with_credits_paid_off(reading: Interpretation) -> Interpretation | None:
    """«liquidó créditos de corto plazo, ¿de cuánto fue el pago?»: what was paid of them, and not what was owed."""
    typed = fold(reading.asked)
    owed = [m for m in reading.of_kind("concepto") if m.clave.startswith("saldo-") and m.said]
    others = {m.clave for m in reading.of_kind("concepto")} - {m.clave for m in owed} - {"liquidacion-personal"}
    if len(owed) != 1 or others or not PAID_OFF.search(typed) or STILL.search(typed):
        return None
    if owed[0].clave != SHORT_TERM and typed_here(owed[0], reading):
        # what was paid of the long term is told of the whole debt, and not of credits that bear «plazo» in their name
        reading = without_clause(reading, owed[0].start, owed[0].end)
    kept = tuple(m for m in reading.mentions if m.kind != "concepto")
    return replace(reading, mentions=(*kept, unsaid("amortizacion")), measure="amortizacion")


def names_every_source(reading: Interpretation) -> bool:
    """«propios, participaciones y aportaciones»: the three sources of a municipality's money, side by side."""
    named = set(reading.concepts)
    return "ingresos-propios" in named and ("ramos-28-y-33" in named or {"participaciones", "aportaciones"} <= named)


MOST_TOWNS = 20
LEAST = re.compile(r"\b(?:menos|menor)\b")
# «¿cuánto más perdió el Parador que Caxcán?»
MORE_THAN = re.compile(r"\bcuant[oa]s? (?:mas|menos) (?!que\b).*\bque\b")
ONE_OF_THE_TOWNS = re.compile(
    r"\b(?:que|cual|cuales)\b(?: \w+){0,4}? municipios? (?:de|en|del estado de) zacatecas\b.*\b(?:mas|menos|mayor|menor)\b"
    r"|\bmunicipios? (?:de|en|del estado de) zacatecas (?:que|con|donde|al que)\b.*\b(?:mas|menos|mayor|menor)\b"
)


def among_all_towns(reading: Interpretation) -> Interpretation | None:
    """«¿cuál es el municipio de Zacatecas con menos habitantes?»: one of the state, and not the town of that name."""
    towns = [m for m in reading.of_kind("municipio") if fold(m.said).endswith("zacatecas")]
    if len(towns) != 1 or not ONE_OF_THE_TOWNS.search(fold(reading.asked)):
        return None
    return replace(reading, mentions=tuple(mention for mention in reading.mentions if mention not in towns))


BORNE = frozenset({"intereses", "intereses-proyectados", "intereses-pagados", "amortizacion", "comisiones"})
OF_CREDITS = re.compile(r"^(?:creditos?|prestamos?|emprestitos?)\b")


def without_bearer_of_interest(reading: Interpretation) -> Interpretation:
    """«¿cuánto costarían de intereses los cuatro créditos de largo plazo?»: the credits bear what is asked, and their
    balance is not asked."""
    if reading.topic is not Topic.DEBT or not BORNE & set(reading.concepts):
        return reading
    first = min(mention.start for mention in reading.of_kind("concepto") if mention.clave in BORNE)
    bearers = [m for m in reading.of_kind("concepto") if m.clave.startswith("saldo") and m.start > first and OF_CREDITS.match(fold(m.said))]
    typed = fold(reading.asked)
    if not bearers or any(re.search(r"\b(?:y|e|mas)\s+(?:los |las |de |el )*$", typed[: mention.start]) for mention in bearers):
        return reading
    return replace(reading, mentions=tuple(m for m in reading.mentions if m not in bearers), measure=None)
