"""Figures that the words found and that are not what was asked: too old, of fewer years, only planned, of all the towns, of money that was
not left without what is asked. They are near."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from bot.answering.asked.moments import asks_what_was_spent, bill_asked, is_of_two_sides, names_two_moments
from bot.answering.asked.periods import years_together
from bot.answering.asked.slots import concepts_asked
from bot.answering.search.index import forms_of
from bot.answering.search.sought import only_paid_or_unpaid
from bot.answering.search.timely import RATES, years_of
from bot.domain.answer import Unit
from bot.domain.ledger import Fact
from bot.domain.reading import Interpretation
from bot.domain.stage import Stage
from bot.language.folding import fold, words


def is_only_near(answers: Sequence[Fact], reading: Interpretation, today: date) -> bool:
    """None of them answers; there is at least one."""
    return (
        is_stale(answers, reading, today)
        or is_of_fewer_years(answers, reading)
        or is_only_planned(answers, reading)
        or is_of_all_towns(answers, reading)
        or is_not_left_so(answers, reading)
        or is_of_another_deed(answers, reading)
        or is_of_all_there_were(answers, reading)
        or is_of_nothing_cut(answers, reading)
    )


STALE = timedelta(days=2 * 365)


def is_stale(answers: Sequence[Fact], reading: Interpretation, today: date) -> bool:
    """«¿cuánto se le debe hoy a Banorte?»: the last balance published is of 2013, and credits end. What the state or a body owes does not:
    its last balance answers, with its date."""
    now = reading.period is not None and reading.period.kind == "latest"
    balances = all(fact.series.concept.flow == "saldo" and fact.series.subject.kind == "prestamo" and fact.period for fact in answers)
    return now and balances and max(fact.period.end for fact in answers if fact.period) < today - STALE


GOT = re.compile(
    r"\bcuanto\b(?: \w+){0,3}? (?<!\bel )(?<!\bun )(?:recib(?:io|ieron|imos)|(?:lleg|entr|mand|envi|sac|cobr|recaud|junt|pag)(?:o|aron))\b"
)
PLANNED = frozenset({Stage.APPROVED, Stage.DRAFT, Stage.COMMITTEE})
NOT_YET = frozenset({Stage.DRAFT, Stage.COMMITTEE, Stage.REQUESTED, Stage.ANNOUNCED, Stage.ESTIMATED})
# «¿y cuánto costó al final?», after what it was going to cost
IN_THE_END = re.compile(
    r"\b(?:al final|al fin|finalmente|de verdad|de (?:a )?de ?veras|realmente|en realidad|efectivamente|a la (?:mera )?hora)\b"
)
GIVEN = re.compile(r"\b(?:les?|se) (?:dieron|dio|toco|entreg(?:o|aron)|asign(?:o|aron))\b")
# What somebody asks for, announces or reckons is not what was given.
ASKED_FOR = frozenset({Stage.REQUESTED, Stage.ANNOUNCED, Stage.ESTIMATED})


def asks_the_end(reading: Interpretation) -> bool:
    """And not «¿cuánto se ocupaba y cuánto depositaron realmente?»."""
    return IN_THE_END.search(fold(reading.asked)) is not None and not is_of_two_sides(reading)


def done_among(answers: Sequence[Fact]) -> list[Fact]:
    """What came of it, without what was planned."""
    return [fact for fact in answers if fact.stage not in PLANNED | NOT_YET]


def is_only_planned(answers: Sequence[Fact], reading: Interpretation) -> bool:
    """«del presupuesto 2023, ¿cuánto se gastó de verdad?», where only what was approved is published; «¿cuánto se pagó del aguinaldo
    2023?», where only its cost was estimated."""
    typed = fold(reading.asked)
    stages = {fact.stage for fact in answers}
    if (asks_what_was_spent(reading) or GOT.search(typed)) and stages <= PLANNED | NOT_YET:
        return True
    if asks_the_end(reading) and stages <= NOT_YET:
        return True
    if GIVEN.search(typed) and stages <= ASKED_FOR:
        return True
    if (bill := bill_asked(reading)) and stages <= PLANNED - {bill} and not (reading.amounts or names_two_moments(reading)):
        # «¿de cuánto era el proyecto?», where only what was approved is published
        return True
    # «¿cuánto pagaba al mes?»: what goes out month after month is told as about so much
    once = [fact for fact in answers if fact.unit not in RATES]
    only_paid, _ = only_paid_or_unpaid(reading)
    return only_paid and not reading.amounts and bool(once) and all(fact.stage in PLANNED | {Stage.ESTIMATED} for fact in answers)


def is_of_fewer_years(answers: Sequence[Fact], reading: Interpretation) -> bool:
    """«¿y juntando los tres años?», when only the year of the question before is published."""
    together = years_together(reading)
    return together is not None and "period" in reading.carried and all((years_of(fact) or together) < together for fact in answers)


# What may be left undone with money, by its roots: each group says one thing.
UNDONE = (
    *(("ejerce", "ejercid", "gasta"), ("explic", "aclar", "comprob", "justific", "solvent"), ("entreg",), ("cobr",), ("reintegr",)),
    *(("contest", "respond", "respuest"), ("resolv", "resuel"), ("atend", "atien"), ("revis",), ("termin", "conclu")),
)
LEFT = re.compile(
    rf"(?:(?<!\bo )(?<!\bo quedo )\bsin|\bdej(?:o|aron|aba|aban) de) ({'|'.join(root for group in UNDONE for root in group)})"
)


def is_not_left_so(answers: Sequence[Fact], reading: Interpretation) -> bool:
    """«¿cuánto quedó sin explicar del aguinaldo 2021?»: all of it is no such part, where nothing of the figure speaks of it."""
    left = LEFT.search(fold(reading.asked))
    if left is None:
        return False
    roots = next(group for group in UNDONE if left.group(1) in group)
    return not re.search(rf"\b(?:{'|'.join(roots)})", told_of(answers))


def told_of(answers: Sequence[Fact]) -> str:
    """All that is said of the figures, folded."""
    told = (f"{f.series.concept.name} {f.series.counterpart} {f.series.words} {f.words} {f.note} {f.stage_note}" for f in answers)
    return fold(" ".join(told))


# «¿cuánto cuesta mantener el estadio?», «¿cuánto se gasta en su mantenimiento?»; to make one is what its cost is of
DEED = re.compile(
    r"\b(?:cuest|cost|gast|pag|invirt|invert|sal)\w*(?: (?:al ano|al mes|en|por|de|el|la|su))* "
    r"((?!hacer|constru|levantar|edificar|terminar|acabar|poner)\w{3,}(?:ar|er|ir)(?=(?:l[oa]s?)?\b)"
    r"|mantenimiento|operacion|limpieza|vigilancia|conservacion)"
)


def is_of_another_deed(answers: Sequence[Fact], reading: Interpretation) -> bool:
    """What it cost to enlarge a work does not say what it costs to keep it."""
    deed = DEED.search(fold(reading.asked))
    if deed is None or any(fact.series.subject.kind != WORK for fact in answers):
        return False
    measured = {fact.series.concept.id for fact in answers}
    if any(deed.group(1) in words(m.said) and m.clave in measured for m in reading.of_kind("concepto")):
        return False
    return forms_of([deed.group(1)]).isdisjoint(forms_of(words(told_of(answers))))


WORK = "obra"
# «¿cuántos jubilados murieron?»; that there were some, or that they were told, says nothing more of them
BEFELL = re.compile(
    r"\bcuant[oa]s (?:\w+ ){1,3}?(?:se |les? |los |las )?"
    r"((?!hub|estuv|tuv|reci|cobr|qued|lleg|sum|exist|conta|registr|report|public|hici|sal|dieron|fueron|eran)\w{3,}(?:aron|ieron))\b"
)


def is_of_all_there_were(answers: Sequence[Fact], reading: Interpretation) -> bool:
    """How many pensioners there were does not say how many of them died, nor how many lawsuits were won."""
    befell = BEFELL.search(fold(reading.asked))
    if befell is None or any(fact.unit not in (Unit.PEOPLE, Unit.COUNT) for fact in answers):
        return False
    said = any(befell.group(1) in words(mention.said) for mention in reading.of_kind("concepto"))
    return not said and forms_of([befell.group(1)]).isdisjoint(forms_of(words(told_of(answers))))


# «¿cuánto le recortaron?», not «¿en cuánto quedó después del recorte?»
CUT = re.compile(r"\b(?:les?|se|nos) (?:recort|moch|tijeret|rebaj)\w+|\b(?:de|a) cuanto (?:fue|es|era) (?:el recorte|la tijera)")
SAID_CUT = re.compile(r"\b(?:recort|reduc|disminu)")


def is_of_nothing_cut(answers: Sequence[Fact], reading: Interpretation) -> bool:
    """What somebody got does not say how much of it was cut."""
    return not reading.amounts and CUT.search(fold(reading.asked)) is not None and not SAID_CUT.search(told_of(answers))


def deed_said(reading: Interpretation) -> str:
    """«mantener el estadio», as typed; nothing where no deed is named."""
    typed = fold(reading.asked)
    deed = DEED.search(typed)
    return reading.asked[deed.start(1) :].rstrip(" ?!.") if deed and len(typed) == len(reading.asked) else ""


OF_TOWNS = re.compile(r"\b(?:municip|ayuntamient|alcaldi|presidenci)\w*")
ALL_TOWNS = "municipios"


def is_of_all_towns(answers: Sequence[Fact], reading: Interpretation) -> bool:
    """«participaciones de Zacatecas 2025» asks what the state got: a kind that all its towns got is another thing, unless they are
    named."""
    if OF_TOWNS.search(fold(reading.asked)) or reading.of_kind("municipio", "institucion", "fondo"):
        return False
    asked = concepts_asked(reading)
    kinds = all(fact.series.concept.id not in asked and fact.series.concept.parent in asked for fact in answers)
    return kinds and all(fact.series.subject.clave == ALL_TOWNS for fact in answers)
