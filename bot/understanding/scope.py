"""Questions that are not about Zacatecas' public money although they sound so: another place, a year nobody can know.

Checked after the weights, because the costly mistake is an answer about somebody else's money.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from unicodedata import category

from bot.domain.period import AskedPeriod
from bot.domain.reading import Act, Reading, Topic
from bot.domain.vocabulary import Term
from bot.language.folding import word_set
from bot.understanding.asking import asking_span
from bot.understanding.negation import negated
from bot.understanding.slots import shares_the_debt
from bot.understanding.wording import Wording

LIVING = word_set(
    "vivo vive viven desde radico estoy ando trabajo trabaje soy aca live living from paisano paisana vine regrese migrante naci"
)
"""«vivo en California» tells where somebody asks from, not what about."""

_SURE = 0.9
_FAR = 7
_LINKS = word_set(
    "el la lo de del en alla pero junto a al por cerca pegado pegadito que es esta queda ese esa estado no aca aqui y digo hablo"
)
_LINKS_OF_TWO = word_set("y a no")
"""«Guadalupe y Monterrey», «de Fresnillo a Monterrey» are two places."""
_NEAR = 4
_FEDERAL = frozenset({"mexico"})
_OURS = frozenset({"municipio", "estado", "compromiso", "gobierno"})
_WHOLE = word_set("todo toda 32 treinta")
_OF_THE_FUTURE = frozenset({Act.TERMS, Act.WHEN, Act.STATUS, Act.FAQ, Act.WHO, Act.SOURCE, Act.SMALLTALK, Act.NONE})
_ONE_S_OWN = re.compile(
    r"\bcuanto (?:le |les )?debo\b(?! \w+[aei]r(?:me|se)?\b)|\b(?:asciende|cuanto es|de cuanto es|cuanto sale) (?:a )?lo mio\b"
    r"|\bse me (?:otorgue|pague|apoye|inscriba|conceda|asigne)\b"
    r"|\b(?:por ?que|xq|porq) (?:ya )?(?:no )?me (?:depositaron|descontaron|descuentan|pagaron|bajaron|quitaron|cobraron|rebajaron)\b"
    r"|\bme (?:rechaz(?:o|aron)|neg(?:o|aron))(?: \w+){0,2} (?:credito|prestamo|hipoteca|tarjeta|pension|beca)\b"
    r"|\bcuanto (?:me (?:falta|deben|van a dar|van a pagar|descuentan|quitan|prestan|cobran)|voy a (?:cobrar|recibir|pagar))\b"
)
"""«¿cuánto debo todavía?», «pido que se me otorgue la beca»: what only the office that keeps somebody's file can tell."""
_FOR_ANYBODY = frozenset({Topic.ACCESS, Topic.BOT})


def within_scope(
    found: list[Reading], wording: Wording, terms: Mapping[tuple[str, str], Term], period: AskedPeriod | None, asked_on: date
) -> list[Reading]:
    """The same readings, or «out of scope» before them; a message of nothing but emoji is small talk."""
    if shares_the_debt(" ".join(wording.meant)):
        found = [Reading(Act.AMOUNT, Topic.DEBT, _SURE), *found]
    best = found[0]
    if not wording.tokens and any(category(sign) == "So" for sign in wording.text):
        return [Reading(Act.SMALLTALK, Topic.BOT, _SURE), *(reading for reading in found if reading.act is not Act.SMALLTALK)]
    if best.act in (Act.NONE, Act.SMALLTALK):
        return found
    not_ours = best.topic not in _FOR_ANYBODY and (_about_elsewhere(wording, terms) or _about_oneself(wording))
    if not_ours or (best.act not in _OF_THE_FUTURE and _beyond_knowing(period, asked_on)):
        return [Reading(Act.NONE, None, _SURE), *(reading for reading in found if reading.act is not Act.NONE)]
    return found


def _about_elsewhere(wording: Wording, terms: Mapping[tuple[str, str], Term]) -> bool:
    """Another state or country, the whole of this one, or what only the federation spends, stands in the question, and nothing of
    Zacatecas is asked about: where somebody writes from does not count, neither for nor against."""
    start, end = asking_span(wording)
    return not names_ours(wording, terms) and any(
        (mention.kind == "estado" and (mention.clave not in _FEDERAL or mention.said.split()[0].lower() in _WHOLE))
        or (mention.kind == "concepto" and terms[(mention.kind, mention.clave)].outside)
        for place, mention in wording.claimed.items()
        if place == mention.start and start <= place < end and not lives_there(wording, place)
    )


def _about_oneself(wording: Wording) -> bool:
    """Whether somebody asks for a figure of their own; «no quiero saber cuánto me toca» asks for another."""
    start, end = asking_span(wording)
    typed = [token.text for token in wording.tokens[start:end]]
    found = _ONE_S_OWN.search(" ".join(typed))
    return found is not None and not negated(typed, found.string[: found.start()].count(" "))


def names_ours(wording: Wording, terms: Mapping[tuple[str, str], Term]) -> bool:
    """Whether something is named that only Zacatecas has; every state has a health secretariat, a FAIS and a refinancing. A town of the
    same name elsewhere is not ours: «Guadalupe, pero el de junto a Monterrey»."""
    return any(
        mention.kind in _OURS
        and not terms[(mention.kind, mention.clave)].outside
        and not lives_there(wording, place)
        and not (mention.kind == "municipio" and _lies_elsewhere(wording, place, terms))
        for place, mention in wording.claimed.items()
        if place == mention.start
    )


def _lies_elsewhere(wording: Wording, place: int, terms: Mapping[tuple[str, str], Term]) -> bool:
    """Whether nothing but a link stands between the town and another state: «Guadalupe el de Nuevo León», «Tabasco, allá por
    Villahermosa»."""
    typed = [token.text for token in wording.tokens]
    links = 0
    for at in range(place + 1, min(place + 1 + _FAR, len(typed))):
        other = wording.claimed.get(at)
        if other is not None and other.start > place:
            outside = other.kind == "estado" and terms[(other.kind, other.clave)].outside and other.clave not in _FEDERAL
            return outside and bool(links) and not negated(typed, at)
        if other is None:
            if typed[at] not in _LINKS:
                return False
            links += typed[at] not in _LINKS_OF_TWO
    return False


def lives_there(wording: Wording, place: int) -> bool:
    return not LIVING.isdisjoint(token.text for token in wording.tokens[max(0, place - _NEAR) : place])


def _beyond_knowing(period: AskedPeriod | None, asked_on: date) -> bool:
    """Next year's budget may be out already; the year after is a forecast."""
    return period is not None and bool(period.years) and min(period.years) > asked_on.year + 1
