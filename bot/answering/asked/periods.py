"""The period a question asks for, where its words need more than the dates they name: a part of a year, a change of government, a year that
belongs to a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.answering.asked.slots import ENTERS, LEAVES, LOAN_MEASURE, SINCE, without_of, without_said
from bot.domain.period import AskedPeriod, Period
from bot.domain.reading import Act, Interpretation
from bot.language.dates import read_dates
from bot.language.folding import fold, word_set, words
from bot.language.numerals import SPELT
from bot.language.years import MONTHS

PESOS_OF = re.compile(
    r"(?:(?:pesos|precios|(?:en|a)\s+(?:dinero|lana))\s+(?:de|del|d|a|en)|inflacion\s+(?:a|al|hasta|de)"
    r"|(?:equival\w+|valdria\w*|seria\w*|traid[oa]s?|actualizad[oa]s?|pasad[oa]s?)\s+(?:a|en|para|al))\s+(?:ano\s+)?((?:19|20)\d\d)"
)


INTO = re.compile(r"\b(?:en|a) $")


# «3», «tres»
HOW_MANY = rf"[1-9]\d?|{'|'.join(SPELT)}"


# A new government's first account, or the old one's last, is dated within months of the change.
AROUND = (timedelta(days=120), timedelta(days=110))


def target_year(reading: Interpretation) -> int | None:
    """The year in whose pesos the figure is asked («a pesos de 2025»), when it is named."""
    # «el PIB a precios de 2018» is the name of what is measured
    typed = without_said(reading, "concepto")
    named = list(PESOS_OF.finditer(typed))
    # «500 pesos de 2010 en pesos de 2025»: the pesos in which something is told, not those that are told
    into = [one for one in named if INTO.search(typed[: one.start()])] or named
    return int(into[0].group(1)) if into else None


def without_target_year(reading: Interpretation) -> Interpretation:
    target, period = target_year(reading), reading.period
    if target is None or period is None or target not in period.years:
        return reading
    left = tuple(year for year in period.years if year != target)
    if period.kind == "range":
        left = left[:1]
    return replace(reading, period=period_left(left, words(PESOS_OF.sub(" ", fold(reading.asked)))))


def period_in(typed: Sequence[str], today: date) -> AskedPeriod | None:
    """What these words say about time."""
    span = read_dates(typed, today)
    return AskedPeriod(span.kind, span.years, span.start, span.end, span.said) if span else None


def period_left(left: tuple[int, ...], rest: Sequence[str]) -> AskedPeriod | None:
    """The period of the years left when one was no time asked: as ``rest``, the words without it, say them («la deuda de octubre de 2025
    en pesos de 2013»: the month stays), else whole."""
    if not left:
        return None
    end = date(max(left), 12, 31)
    said = period_in(rest, end)
    if said and said.years == left:
        return said
    return AskedPeriod("year" if len(left) == 1 else "years", left, date(min(left), 1, 1), end, ", ".join(map(str, left)))


def without_period_of_a_name(reading: Interpretation, before: Interpretation | None) -> Interpretation:
    """«¿y del crédito de enero de 2012?», after a balance of 2013: the date belongs to the name of the loan, and the period asked stays;
    so does the month of «los intereses del crédito con Banobras de diciembre de 2012»."""
    period = reading.period
    loans = reading.of_kind("prestamo")
    if period is None or not period.said or not (reading.carried or period.kind == "month"):
        return reading
    if not any(fold(period.said) in fold(loan.said) for loan in loans):
        return reading
    return replace(reading, period=before.period if before else None)


PARTS_OF_YEAR = (
    (re.compile(r"\bmediados (de|del)\b|\bmitad de(l)? (ano )?(19|20)\d\d"), (5, 1), (8, 31)),
    (re.compile(r"\b(principios?|inicios?|comienzos?|arranque) (de|del)\b"), (1, 1), (4, 15)),
)


def in_part_of_year(reading: Interpretation) -> Interpretation:
    """«a mediados de 2012»: the balance of December does not answer it."""
    period = reading.period
    if period is None or period.kind != "year" or len(period.years) != 1:
        return reading
    typed, year = fold(reading.asked), period.years[0]
    part = next(((start, end) for cue, start, end in PARTS_OF_YEAR if cue.search(typed)), None)
    if part is None:
        return reading
    return replace(reading, period=replace(period, start=date(year, *part[0]), end=date(year, *part[1]), kind="part_of_year"))


def with_year_for_amount(reading: Interpretation) -> Interpretation:
    """«presupuesto 2014 peso por peso»: four digits that are a year are not pesos."""
    years = tuple(int(amount) for amount in reading.amounts if amount in YEARS)
    if not years:
        return reading
    year = years[0]
    period = reading.period or AskedPeriod.of_year(year)
    return replace(reading, amounts=tuple(amount for amount in reading.amounts if amount not in YEARS), period=period)


YEARS = range(1990, 2036)


# «lo pagado del aguinaldo 2021»: money of a thing that its year names, in whatever year; «¿de cuánto era el aguinaldo 2021?» asks for
# the total of that year.
PAYING = re.compile(
    r"\b(pag|jue[cz]|judicial|orden|sentenci|ampar|mitad|dispers|cubr|cubiert|deposit|cumpl|recib|cobr|llev|tribunal|acumul)\w*"
)


def without_year_of_a_name(reading: Interpretation, dated: Sequence[str]) -> Interpretation:
    """«¿cuánto llevaban pagado del aguinaldo 2021 en 2023?», «el PIB a precios de 2018 en 2015»: the first year belongs to the name of
    the thing. Prices that are part of the name are not those of a conversion."""
    dated = dated if PAYING.search(fold(reading.asked)) else ()
    typed = without_of(reading.asked)
    named = {int(name[-4:]) for name in dated if name in typed}
    concepts = [fold(mention.said) for mention in reading.of_kind("concepto")]
    if len(reading.years) > 1:
        # «el refinanciamiento de 2016, en 2017»: of the two years one belongs to the loan
        named |= {int(year) for loan in reading.of_kind("prestamo") for year in YEAR.findall(fold(loan.said))}
    named |= {int(year) for said in concepts for year in YEAR.findall(said) if fold(reading.asked).count(year) == 1}
    if reading.per == "pesos_de_hoy" and any("a precios" in said for said in concepts) and target_year(reading) is None:
        reading = replace(reading, per=None)
    left = tuple(year for year in reading.years if year not in named)
    if not named or reading.period is None or len(left) == len(reading.years):
        return reading
    return replace(
        reading, period=period_left(left, [word for word in words(reading.asked) if not word.isdigit() or int(word) not in named])
    )


YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MONTH = "|".join(MONTHS)
DAY = rf"(?:(?:(\d\d?) de )?({MONTH}) (?:de |del )?)?((?:19|20)\d\d)"
FROM_TO = re.compile(rf"(?:^|\b(?!(?:{MONTH}) )\w+ )(?:de|del|desde|entre) (?:el )?{DAY} (?:a|al|hasta|y) (?:el )?{DAY}\b")


UNTIL = re.compile(r"\b(hasta|antes|previ\w+|until|before|up to|by)\b")


def not_until(reading: Interpretation) -> Interpretation:
    """«PIB a precios constantes 2015» is of that year: nobody said «hasta»."""
    period = reading.period
    if period is None or period.kind != "until" or len(period.years) != 1 or UNTIL.search(fold(reading.asked)):
        return reading
    return replace(reading, period=replace(period, kind="year", start=date(period.years[0], 1, 1)))


def between_days(reading: Interpretation) -> Interpretation:
    """«de septiembre de 2021 a 2 de octubre de 2025», «de 2021 a octubre de 2025»: those months, not the years they are in."""
    said = FROM_TO.search(" ".join(words(reading.asked)))
    if said is None or reading.period is None or not (said.group(2) or said.group(5)):
        return reading
    first, last = (_days(*said.group(at, at + 1, at + 2)) for at in (1, 4))
    if first is None or last is None or first.start > last.end:
        return reading
    years = tuple(range(first.start.year, last.end.year + 1))
    kind = "month" if len(years) == 1 else "range"
    begun = min(at for at in map(said.start, (1, 2, 3)) if at >= 0)
    return replace(reading, period=AskedPeriod(kind, years, first.start, last.end, said.string[begun : said.end()]))


def _days(day: str | None, month: str | None, year: str) -> Period | None:
    try:
        return Period.parse(year + (f"-{MONTHS[month]:02}" if month else "") + (f"-{int(day):02}" if day else ""))
    except ValueError:
        return None


# What «¿y el año antes?», «¿y en marzo de 2021?» are made of.
TIME_WORDS = frozenset(MONTHS) | word_set("""
    y e o pero ahora entonces en el la lo los las al a de del para pa por que paso con era fue cual cuanto cuanta
    ano anos antes anterior previo pasado despues siguiente mes cierre corte fin final finales inicio inicios principios mediados
    ese mismo
    cuantos cuantas se calcula calculan estima estiman espera esperan proyecta proyectan habra habria sera seran seria serian
    """)


THAT_YEAR = re.compile(r"\b(ese|mismo) (mismo )?ano\b")


def moved_in_time(reading: Interpretation, before: Interpretation | None) -> Interpretation:
    """«¿y el año antes?»: nothing but a time was typed, so the question before is asked again, of that time."""
    typed = words(reading.asked)
    if before is not None and before.period and len(before.period.years) == 1 and THAT_YEAR.search(" ".join(typed)):
        when = (*(word for word in typed if word not in ("ese", "mismo", "ano")), str(before.period.years[0]))
        reading = replace(reading, period=period_in(when, before.period.end or date.max) or reading.period)
    if before is None or reading.period is None or reading.mentions != tuple(m for m in reading.mentions if m in before.mentions):
        return reading
    if before.act not in AGAIN or not typed or any(word not in TIME_WORDS and not word.isdigit() for word in typed):
        return reading
    halves = tuple(replace(half, period=reading.period, amounts=()) for half in before.more)
    moved = replace(before, period=reading.period, more=halves, amounts=(), carried=("mentions", "measure"))
    return with_period_said(moved, before.period.said if before.period else "", reading.asked)


def with_period_said(moved: Interpretation, old: str, typed: str) -> Interpretation:
    """The text of the question before with the new time in the place of the old one, its mentions where they stand in it now."""
    at = moved.asked.find(old) if old else -1
    new = moved.period.said if moved.period else ""
    if at < 0 or not new:
        return moved if moved.more else replace(moved, asked=typed)
    shift = len(new) - len(old)
    mentions = tuple(replace(m, start=m.start + shift, end=m.end + shift) if m.start > at else m for m in moved.mentions)
    return replace(moved, asked=moved.asked[:at] + new + moved.asked[at + len(old) :], mentions=mentions)


AGAIN = frozenset({Act.AMOUNT, Act.BREAKDOWN, Act.RANKING, Act.STATUS, Act.COMPARE})


# «en los últimos tres años», «los primeros dos años» are dates, which are read as such.
YEARS_TOGETHER = re.compile(rf"\b(?:en|los|esos|estos) ({HOW_MANY}) anos\b")


def years_together(reading: Interpretation) -> int | None:
    """How many years one figure is asked to hold: 3 for «¿cuánto perdió en tres años?», «¿y juntando los tres años?»; None if unsaid."""
    said = YEARS_TOGETHER.search(fold(reading.asked))
    if said is None:
        return None
    return SPELT.get(said.group(1)) or int(said.group(1))


def both(first: AskedPeriod, second: AskedPeriod) -> AskedPeriod:
    """«compáralo con 2025», after a question about 2024."""
    if first.start is None or second.start is None or first.end is None or second.end is None or first.years == second.years:
        return second
    years = tuple(sorted({*first.years, *second.years}))
    return AskedPeriod("years", years, min(first.start, second.start), max(first.end, second.end), f"{first.said} y {second.said}")


def first_years(reading: Interpretation) -> Interpretation:
    """«los dos primeros años de David Monreal»: that part of a term."""
    period = reading.period
    if period is None or period.kind != "term" or period.start is None:
        return reading
    named = FIRST_YEARS.search(fold(reading.asked))
    if named is None:
        return reading
    count = next(part for part in named.groups() if part)
    years = SPELT.get(count) or int(count)
    return replace(reading, period=replace(period, end=period.start.replace(year=period.start.year + years), kind="years_of_term"))


FIRST_YEARS = re.compile(rf"\b(?:primer[oa]?s? ({HOW_MANY}) anos?|({HOW_MANY}) primer[oa]?s? anos?)\b")


FIRST_PUBLISHED = re.compile(
    r"\bprimer ano\b(?! de\b| del\b(?! que\b))|\bal (?:mero )?(?:principio|inicio|comienzo|arranque)\b(?! de\b| del\b)"
    r"|\bcuando (?:empezo|inicio|arranco|nacio|se creo|se fundo)(?: (?:el|la))?(?: (?:issstezac|instituto|sistema|fondo|programa))?"
    r"(?=\W*$|[,;?.]| y )"
)


def asks_the_first(reading: Interpretation) -> bool:
    """«¿cuántos había el primer año y cuántos en 2022?»: the first moment published, and of no term of office."""
    return not reading.of_kind("gobierno") and FIRST_PUBLISHED.search(fold(reading.asked)) is not None


# «el contrato de Ciudad Gobierno que heredó Miguel Alonso»: which contract, of whatever time
INHERITED = re.compile(r"\b(?:que|q) (?:le |se |les )?(?:hered|recib|encontr|dej|toc)\w*|\bhered(?:ad[oa]s?|o|aron) (?:por|de|a)\b")


def at_handover(reading: Interpretation) -> Interpretation:
    """«lo que dejó Alonso», «con cuánto recibió Tello»: the moment of the change of government, and not its whole term, which is that of
    «lo que ha pagado desde que entró»."""
    period = reading.period
    if period is None or period.kind != "term" or period.start is None or period.end is None:
        return reading
    if reading.act is Act.TREND or SINCE.search(fold(reading.asked)):
        return reading
    thing = reading.of_kind("obra", "prestamo") or LOAN_MEASURE in reading.concepts
    if thing and INHERITED.search(fold(reading.asked)) and not any(concept.startswith("saldo") for concept in reading.concepts):
        return replace(reading, period=None, mentions=tuple(m for m in reading.mentions if m.kind != "gobierno"))
    typed = set(words(reading.asked)) | ({"salio"} if "cuando se fue" in fold(reading.asked) else set())
    governments = reading.of_kind("gobierno")
    moment = period.start if typed & ENTERS and not (typed & LEAVES and len(governments) > 1) else period.end if typed & LEAVES else None
    if moment is None:
        return reading
    return replace(reading, period=replace(period, start=moment - AROUND[0], end=moment + AROUND[1], kind="handover"))


def with_time_of_before(reading: Interpretation, before: Interpretation | None) -> Interpretation:
    """«¿y contra 2020?»: the time of the turn before is the other side."""
    if reading.act is Act.COMPARE and reading.carried and before and before.period and reading.period:
        return replace(reading, period=both(before.period, reading.period))
    return reading
