"""What the sentence names only to set it aside: «antes de que lo votaran», «no lo que se debe»."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answering.asked.slots import REFUSED, testifies, unsaid
from bot.answering.search.index import content_words
from bot.domain.reading import Act, Interpretation, Mention, Topic
from bot.domain.stage import Stage
from bot.language.folding import fold, words

BEFORE = re.compile(r"\bantes (?:de|d) (?:que\b|q\b|ser\b|pasar\b|llegar\b|su\b|la\b|el\b|votar|aprob|autoriz|discut)[^,;:.?!]*")
# Which moment the one not asked follows.
VOTED = re.compile(r"\b(?:aprob|apru|autoriz|vot|discut|dictamin|comision|diputad|congreso|legislat|legislador)\w*")
CHANGED = re.compile(r"\b(?:modific|recort|ajust|ampli|tijer|ejerc|gast)\w*")


def before_the_vote(reading: Interpretation) -> Interpretation:
    """The same question without that clause: before the vote a budget is a bill, before it is changed or spent it is the one approved.
    «antes de 2018» and «antes de que entrara Tello» are times, and stay."""
    if reading.topic is not Topic.BUDGET or reading.act not in (Act.AMOUNT, Act.COMPARE):
        return reading
    typed = fold(reading.asked)
    clause = BEFORE.search(typed)
    if clause is None or len(typed) != len(reading.asked):
        return reading
    stage = Stage.DRAFT if VOTED.search(clause.group()) else Stage.APPROVED if CHANGED.search(clause.group()) else None
    if stage is None:
        return reading
    return replace(without_clause(reading, *clause.span()), act=Act.AMOUNT, stage=stage)


def without_refused(reading: Interpretation) -> Interpretation:
    """«no lo que se le debe a Scotiabank, de cuánto fue el factoraje»: the balance is what is not asked; the bank still is."""
    typed = fold(reading.asked)
    clause = REFUSED.search(typed)
    if clause is None or len(typed) != len(reading.asked):
        return reading
    left = without_clause(reading, *clause.span())
    named = tuple(m for m in reading.mentions if m.kind != "concepto" and m not in left.mentions)
    measured = reading.measure in {m.clave for m in left.of_kind("concepto")} or not reading.of_kind("concepto")
    return replace(left, mentions=(*left.mentions, *named), measure=reading.measure if measured else None)


BESIDES = re.compile(r"\b(?:ademas de|aparte de|fuera de|sin contar|sin incluir|no inclu\w+|no cuent\w+) [^,;:.?!]*")
BALANCE = "saldo"


def without_debt_besides(reading: Interpretation) -> Interpretation:
    """«los adeudos que recibió, además de la deuda bancaria»: beside another thing measured, the balance is what is not asked."""
    typed = fold(reading.asked)
    clause = BESIDES.search(typed) if reading.topic is Topic.DEBT else None
    if clause is None or len(typed) != len(reading.asked):
        return reading
    left = without_clause(reading, *clause.span())
    across = any(m.said and m.start < clause.start() < m.end for m in reading.mentions)
    gone = {m.clave for m in reading.of_kind("concepto") if m not in left.mentions}
    return left if gone == {BALANCE} and left.concepts and BALANCE not in left.concepts and not across else reading


NOT_FEDERAL = re.compile(
    r"\b(?:sin|aparte de|fuera de|quitando|descontando|ademas de|nada de|no)\b(?: \w+){0,2}? (?:lo|el|la|los|las)\b"
    r"(?: \w+){0,6}? (?:federal\w*|federacion)\b"
)
TAKEN_IN = re.compile(r"\b(?:junt|recaud|gener|sac|reun|ingres|obt|tuv|tien|entr|cobr|capt|consig|consegu)\w*")
# «¿cuánto juntó Jerez por su cuenta?», not «según su cuenta pública»
BY_ITSELF = re.compile(
    r"\b(?:junt|recaud|gener|sac|reun|obt|cobr|consig|ingres|tuv)\w*\b(?: \w+){0,6}?"
    r" por (?:su (?:propia )?(?:cuenta|lado)|si (?:mism|sol)\w+)\b"
)
OWN_INCOME = "ingresos-propios"
ANY_INCOME = frozenset({"ingresos-totales", "ingresos-municipales", OWN_INCOME})


def without_federal_money(reading: Interpretation) -> Interpretation:
    """«¿cuánto juntó Pinos, sin contar lo que le manda la federación?»: what a government collects by itself."""
    if reading.topic not in (Topic.TRANSFERS, Topic.BUDGET) or reading.act is not Act.AMOUNT or not set(reading.concepts) <= ANY_INCOME:
        return reading
    typed = fold(reading.asked)
    clause = NOT_FEDERAL.search(typed)
    if not (clause and TAKEN_IN.search(typed)) and not BY_ITSELF.search(typed):
        return reading
    left = without_clause(reading, *clause.span()) if clause and len(typed) == len(reading.asked) else reading
    others = tuple(mention for mention in left.mentions if mention.kind != "concepto")
    return replace(left, mentions=(*others, unsaid(OWN_INCOME)), measure=OWN_INCOME)


DEFINED = re.compile(
    r"\b(?:que|q|k) (?:es|son|era|eran|fue|significa\w*|quiere decir|quieren decir|hace|hacen|hacia)\b(?! (?:cierto|verdad|lo que))"
    r"(?P<thing>(?:(?!, (?:es (?:que|para|pa)|me|mi|nos|lo|la|los|las|estoy|soy|porque|pa|para|gracias)\b)[^?.;!\n])*)"
)
SEVERAL = re.compile(r"\b(?:cuant\w*|cuando|donde|por ?que|cual\w*|quien\w*)\b")


def only_what_is_defined(reading: Interpretation) -> Interpretation:
    """«tengo tarea, ¿qué es el FAIS? me lo preguntó mi hijo»: the question alone, where the message asks nothing else."""
    typed = fold(reading.asked)
    asked = DEFINED.search(typed)
    if reading.act is not Act.FAQ or asked is None or len(typed) != len(reading.asked) or not content_words(asked["thing"]):
        return reading
    start, end = asked.span()
    besides = f"{typed[:start]} {typed[end:]}"
    if SEVERAL.search(besides) or not content_words(besides):
        return reading
    return without_clause(without_clause(reading, end, len(typed)), 0, start)


def without_clause(reading: Interpretation, start: int, end: int) -> Interpretation:
    """The reading without what was typed there: its text blanked, its names and words gone, everything else where it stood."""
    left = f"{reading.asked[:start]}{' ' * (end - start)}{reading.asked[end:]}"
    kept = tuple(m for m in reading.mentions if not (m.said and start <= m.start < end))
    gone = set(words(reading.asked[start:end])) - set(words(left))
    return replace(reading, asked=left, mentions=kept, words=tuple(word for word in reading.words if word not in gone))


def without_witness_of_before(reading: Interpretation, before: Interpretation | None) -> Interpretation:
    """«¿cuánto autorizó la Legislatura?», «¿y en pesos de 2024?»: who only decided it then does not narrow it now."""
    if before is None or not reading.carried or reading.act is Act.STATUS:
        return reading
    typed = fold(before.asked)
    silent = {m.clave for m in before.of_kind("institucion") if testifies(m, typed) and fold(m.said) not in fold(reading.asked)}
    return replace(reading, mentions=tuple(m for m in reading.mentions if m.clave not in silent)) if silent else reading


AT_HOME = r"\b(vivo|vivimos|trabajo|estudio|entreno|soy|somos|radico|radicamos|doy clases|ando|estoy)\b(\W+\w+){0,3}?\W+(en|de|desde)\W+"
# «profe de economía aquí», «soy pasante de derecho»
TRADE = r"(?:^\W*|\bsoy )(?:profe|profesora?|maestr[oa]|estudiante|alumn[oa]|pasante) (?:de|en) "


def without_home(reading: Interpretation) -> Interpretation:
    """«entreno niños en Guadalupe y ocupo saber…», «profe de economía aquí»: where the person is and what they are, not what is asked."""
    typed = fold(reading.asked)
    at_home = () if reading.topic is Topic.TRANSFERS or "mi municipio" in typed else ("municipio",)
    kept = tuple(
        m
        for m in reading.mentions
        if not (m.kind in at_home and (re.search(AT_HOME + re.escape(fold(m.said)), typed) or told_before(m, reading)))
        and not (m.kind == "institucion" and m.said and re.search(TRADE + re.escape(fold(m.said)), typed))
    )
    return reading if len(kept) == len(reading.mentions) else replace(reading, mentions=kept)


ASKED_AFTER = re.compile(r"[.!;]\s+[^.!;]*\b(?:cuant\w*|que|cual|cuales|como|quien)\b")
OF_THE_STATE = re.compile(r"\b(?:del|el) (?:gobierno del )?estado\b|\bestatal\b")
POINTS_THERE = re.compile(r"\b(?:aqui|aca|ahi|alla|alli|mi|nuestro|este|ese|su) ?(?:municipio|pueblo|rancho)?\b")


def told_before(mention: Mention, reading: Interpretation) -> bool:
    """«Siembro frijol en Sain Alto. ¿Qué tanto le destinaron al campo?»: a town in a sentence of its own, before one that asks of the state
    or of a body of it, and does not point back to that town."""
    rest = fold(reading.asked[mention.end :])
    if not mention.said or not ASKED_AFTER.search(rest) or POINTS_THERE.search(rest):
        return False
    later = [m for m in reading.of_kind("institucion") if m.start > mention.end]
    return bool(later) or bool(OF_THE_STATE.search(rest))
