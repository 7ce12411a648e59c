"""The act by which a reading is looked up, where the words say more than the act read: «¿para qué quería los 8,900 millones?» asks for
parts, «¿de dónde salen los ingresos?» too."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable
from dataclasses import replace
from typing import NamedTuple

from bot.answering.asked.income_origins import by_source_of_income, names_every_source
from bot.answering.asked.pointing_back import DOCUMENT
from bot.answering.asked.slots import CHANGE, CHANGED, names_asked, names_several, unsaid
from bot.answering.asked.superlatives import (
    all_towns_ranked,
    among_all_towns,
    asks_few_of_many,
    asks_towns_to_clarify,
    asks_which_and_how_much_each,
    asks_which_bank,
    banks_ranked,
    by_measure_of_towns,
    ranked,
    ranks_towns_by_no_measure,
)
from bot.answering.asked.typed import Typed
from bot.domain.reading import Act, Interpretation, Topic
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
# «¿y a los demás bancos?»: the other parts of what was just asked.
THE_REST = re.compile(r"\b(los|las) (demas|otros|otras|restantes)\b")


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


class Rule(NamedTuple):
    """A reading of one of these acts whose words say so is looked up as ``meant``."""

    read: frozenset[Act]
    says: Callable[[Typed], bool]
    meant: Callable[[Interpretation], Interpretation]


def as_looked_up(reading: Interpretation, divided: Container[str]) -> Interpretation:
    """The same reading under the act that its words ask for, by the first rule that fits; ``divided`` are the concepts made of others."""
    reading = among_all_towns(reading)
    typed = Typed(reading, fold(reading.asked), frozenset(words(reading.asked)), divided)
    return next((rule.meant(reading) for rule in RULES if reading.act in rule.read and rule.says(typed)), reading)


def under(act: Act) -> Callable[[Interpretation], Interpretation]:
    return lambda reading: replace(reading, act=act)


# what a credit was for, and what its contract says


def asks_use_of_all_credits(typed: Typed) -> bool:
    """«¿en qué se gastaron lo de 2012?», of no credit that has a name."""
    of_years = typed.reading.topic is Topic.DEBT and typed.reading.years and not typed.reading.concepts
    return bool(of_years and PURPOSE.search(typed.text))


def use_of_credits(reading: Interpretation) -> Interpretation:
    return replace(reading, act=Act.BREAKDOWN, mentions=(*reading.mentions, unsaid(LOAN_USE)), measure=LOAN_USE)


def asks_purpose(typed: Typed) -> bool:
    """«¿para qué querían el crédito?»"""
    return bool(PURPOSE.search(typed.text)) and not mentions_how_much(typed.words)


def asks_terms_of_a_loan(typed: Typed) -> bool:
    """«¿qué fondos quedaron empeñados?»: only its statement tells."""
    return bool(typed.reading.of_kind("prestamo") and TOLD_OF_LOAN.search(typed.text)) and not mentions_how_much(typed.words)


# how much, and not where it is written or why


def asks_how_much_of_a_document(typed: Typed) -> bool:
    """«¿de cuánto era el documento vencido con Banamex?»: the document is what was owed."""
    named = typed.words & WRITTEN <= said_in_names(typed.reading)
    return named and mentions_how_much(typed.words) and not DOCUMENT.search(typed.text)


def asks_why_so_much(typed: Typed) -> bool:
    """«la deuda en 2018 era de 5 mil millones, ¿por qué?»: a premise to check."""
    stated = typed.reading.amounts and typed.reading.years and not typed.reading.of_kind("prestamo")
    return bool(stated and WHY.search(typed.text))


def asks_how_many_first(typed: Typed) -> bool:
    """«¿cuántos trabajadores liquidaron cuando desapareció?» asks no day."""
    return bool(HOW_MANY_FIRST.match(typed.text))


def asks_the_total(typed: Typed) -> bool:
    return bool(THE_TOTAL.search(typed.text)) and not DIVIDES.search(typed.text)


# how it changed


def asks_a_line(typed: Typed) -> bool:
    """«¿de cuántos a cuántos becados bajó?», «¿cuánto bajó la deuda con Monreal?», with no year."""
    if typed.reading.years:
        return False
    of_a_government = typed.reading.of_kind("gobierno") and BY_HOW_MUCH.search(typed.text)
    return bool(FROM_TO.search(typed.text) or THAN_BEFORE.search(typed.text) or of_a_government)


def asks_whether_it_changed(typed: Typed) -> bool:
    """«¿subió el presupuesto?», with nothing to set it against; «¿cómo cambió?» of a body asks its budget."""
    reading = typed.reading
    if reading.act is Act.STATUS and not (reading.topic is Topic.BUDGET and reading.of_kind("institucion")):
        return False
    return bool(CHANGED.search(typed.text)) and not sets_two_apart(reading, typed.text)


# how much more, and by parts


def asks_how_much_more(typed: Typed) -> bool:
    """«¿cuánto más perdió el Parador que Caxcán?»"""
    return bool(MORE_THAN.search(typed.text)) and names_several(typed.reading)


def asks_the_parts(typed: Typed) -> bool:
    """«¿cómo se dividió el gasto federalizado?», «¿cuánto de cada impuesto ecológico?»"""
    return bool(DIVIDES.search(typed.text)) or asks_of_each(typed.reading)


def asks_the_other_parts(typed: Typed) -> bool:
    """«¿y a los demás bancos?»"""
    return "mentions" in typed.reading.carried and bool(THE_REST.search(typed.text))


def parts_of_what_is_typed(reading: Interpretation) -> Interpretation:
    typed = fold(reading.asked)
    return replace(reading, act=Act.BREAKDOWN, mentions=tuple(m for m in reading.mentions if fold(m.said) in typed))


def asks_where_a_town_gets_it(typed: Typed) -> bool:
    """«¿de dónde saca su dinero Jerez?»"""
    return bool(ORIGIN.search(typed.text) and typed.reading.of_kind("municipio")) and not typed.reading.concepts


def names_every_source_of_a_town(typed: Typed) -> bool:
    return bool(typed.reading.of_kind("municipio")) and names_every_source(typed.reading)


def asks_where_it_comes_from(typed: Typed) -> bool:
    """«¿de dónde salen los ingresos?»: of what is made of parts, the parts."""
    whole = (*typed.reading.concepts, typed.reading.measure or "")
    made_of_parts = any(concept in typed.divided for concept in whole)
    return made_of_parts and bool(ORIGIN.search(typed.text)) and not typed.words & WRITTEN


# of documents and plans


def asks_day_of_a_document(typed: Typed) -> bool:
    """«¿qué día salió en el Diario Oficial?»: the day of a document stands beside the figures that it prints."""
    return bool(typed.reading.concepts and DAY_OF_DOCUMENT.search(typed.text))


def asks_steps_of_a_plan(typed: Typed) -> bool:
    return typed.reading.topic is Topic.OPEN_GOVERNMENT and bool(LISTED & typed.words)


RULES = (
    Rule(frozenset({Act.FAQ}), asks_use_of_all_credits, use_of_credits),
    Rule(frozenset({Act.AMOUNT, Act.TERMS}), asks_purpose, under(Act.BREAKDOWN)),
    Rule(frozenset({Act.AMOUNT, Act.SOURCE, Act.WHO, Act.LIST}), asks_terms_of_a_loan, under(Act.TERMS)),
    Rule(frozenset({Act.SOURCE}), asks_how_much_of_a_document, under(Act.AMOUNT)),
    Rule(frozenset({Act.BREAKDOWN}), asks_why_so_much, under(Act.AMOUNT)),
    Rule(frozenset({Act.AMOUNT, Act.COMPARE}), asks_a_line, under(Act.TREND)),
    Rule(frozenset({Act.COMPARE, Act.STATUS}), asks_whether_it_changed, under(Act.TREND)),
    Rule(frozenset({Act.WHEN}), asks_how_many_first, under(Act.AMOUNT)),
    Rule(frozenset({Act.AMOUNT, Act.COMPARE}), asks_which_and_how_much_each, ranked),
    Rule(frozenset({Act.BREAKDOWN}), asks_the_total, under(Act.AMOUNT)),
    Rule(frozenset({Act.LIST}), asks_towns_to_clarify, all_towns_ranked),
    Rule(frozenset({Act.LIST}), asks_few_of_many, ranked),
    Rule(frozenset({Act.AMOUNT}), asks_how_much_more, under(Act.COMPARE)),
    Rule(frozenset({Act.RANKING}), ranks_towns_by_no_measure, by_measure_of_towns),
    Rule(frozenset({Act.AMOUNT}), asks_the_parts, under(Act.BREAKDOWN)),
    Rule(frozenset({Act.WHEN}), asks_day_of_a_document, under(Act.SOURCE)),
    Rule(frozenset({Act.BREAKDOWN, Act.FAQ}), asks_steps_of_a_plan, under(Act.LIST)),
    Rule(frozenset({Act.SOURCE, Act.BREAKDOWN}), asks_where_a_town_gets_it, by_source_of_income),
    Rule(frozenset({Act.AMOUNT, Act.COMPARE}), names_every_source_of_a_town, by_source_of_income),
    Rule(frozenset({Act.SOURCE}), asks_where_it_comes_from, under(Act.BREAKDOWN)),
    Rule(frozenset({Act.WHO, Act.RANKING}), asks_which_bank, banks_ranked),
    Rule(frozenset({Act.AMOUNT}), asks_the_other_parts, parts_of_what_is_typed),
)
"""In order: where two fit, the first one decides."""


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


# «¿cuánto más perdió el Parador que Caxcán?»
MORE_THAN = re.compile(r"\bcuant[oa]s? (?:mas|menos) (?!que\b).*\bque\b")
