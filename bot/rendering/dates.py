"""Dates and periods as they are said in Mexico, or in English, never more precise than they were published."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from babel.core import Locale

from bot.domain.period import AskedPeriod, Period
from bot.domain.stage import Stage
from bot.rendering.grammar import listed
from bot.rendering.numbers import LOCALE
from bot.rendering.translation import SOURCE, _, spoken


def _month(month: int, form: str = "wide") -> str:
    """«marzo», or «mar» in its ``abbreviated`` form."""
    return str(_locale(spoken()).months["format"][form][month])


@cache
def _locale(language: str) -> Locale:
    return LOCALE if language == SOURCE else Locale.parse(language)


def long_date(iso: str) -> str:
    """«2013» → «2013»; «2013-12» → «diciembre de 2013»; «2013-12-31» → «31 de diciembre de 2013»; a span joins two."""
    if "/" in iso:
        return _("{inicio} a {fin}").format(**_ends(map(long_date, iso.split("/"))))
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 1:
        return str(parts[0])
    if len(parts) == 2:
        return _("{mes} de {anio}").format(mes=_month(parts[1]), anio=parts[0])
    return _("{dia} de {mes} de {anio}").format(dia=str(parts[2]), mes=_month(parts[1]), anio=parts[0])


def with_dates_said(text: str) -> str:
    """A note of our tables with its dates as they are said: «Inscrito el 2 de mayo de 2022»."""
    return _ISO_DAY.sub(lambda found: long_date(found.group()), text)


_ISO_DAY = re.compile(r"\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b")


def short_date(iso: str) -> str:
    """For the line of a document: «15 mar 2014», «mar 2014», «2014»."""
    if "/" in iso:
        return _("{inicio} a {fin}").format(**_ends(map(short_date, iso.split("/"))))
    year, *rest = iso.split("-")
    if not rest:
        return year
    month = _month(int(rest[0]), "abbreviated")
    return _("{dia} {mes} {anio}").format(dia=int(rest[1]), mes=month, anio=year) if len(rest) == 2 else f"{month} {year}"


def period(span: Period) -> str:
    """A published period as a noun: «2013», «de 2015 a 2019», «del 12 de septiembre de 2016 al 30 de junio de 2021»."""
    first, _slash, last = span.label.partition("/")
    if not last or first == last:
        return long_date(first)
    if "-" not in first and "-" not in last:
        return _("de {inicio} a {fin}").format(inicio=first, fin=last)
    if first.count("-") == last.count("-") == 1 and first[:4] == last[:4]:
        return _("de {inicio} a {fin}").format(inicio=_month(int(first[5:])), fin=long_date(last))
    if spoken() != SOURCE:
        return _("de {inicio} a {fin}").format(inicio=long_date(first), fin=long_date(last))
    return f"{_since(first)} {_until(last)}"


def when(span: Period | None, stage: Stage | None) -> str:
    """When a number holds: a balance «al 31 de diciembre de 2013», anything else in its period."""
    if span is None:
        return _("sin fecha en el documento")
    if stage is Stage.BALANCE and span.start == span.end:
        return _("al {fecha}").format(fecha=long_date(span.label))
    return period(span)


def asked(span: AskedPeriod) -> str:
    """The period of a question as it was understood, for the first line of a reply."""
    if span.kind == "latest":
        return _("lo más reciente")
    if span.kind == "month" and span.start:
        return long_date(f"{span.start.year}-{span.start.month:02}")
    if span.kind == "day" and span.start:
        return long_date(span.start.isoformat())
    if span.kind == "open" and span.years:
        later = span.start is not None and (span.start.month, span.start.day) != (1, 1)
        first = long_date(f"{span.start.year}-{span.start.month:02}") if span.start and later else span.years[0]
        return _("desde {inicio}").format(inicio=first)
    if span.kind == "until" and span.years:
        return _("hasta {fin}").format(fin=span.years[-1])
    if span.kind == "range" and span.years:
        return _("de {inicio} a {fin}").format(inicio=span.years[0], fin=span.years[-1])
    if span.years:
        return listed([str(year) for year in span.years])
    return _resolved(span)


def _resolved(span: AskedPeriod) -> str:
    """Words such as «el año pasado» are shown with what they came to mean."""
    if span.start is None and span.end is None:
        return span.said
    years = [str(day.year) for day in (span.start, span.end) if day]
    meant = years[0] if len(set(years)) == 1 else f"{years[0]}–{years[-1]}"
    return f"{span.said} ({meant})" if span.said and span.said != meant else meant


def _ends(dates: Iterable[str]) -> dict[str, str]:
    first, last = dates
    return {"inicio": first, "fin": last}


def _since(iso: str) -> str:
    return ("del " if iso.count("-") == 2 else "de ") + long_date(iso)


def _until(iso: str) -> str:
    return ("al " if iso.count("-") == 2 else "a ") + long_date(iso)
