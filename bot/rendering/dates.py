"""Dates and periods as they are said in Mexico, never more precise than they were published."""

from __future__ import annotations

from bot.domain.period import AskedPeriod, Period
from bot.domain.stage import Stage
from bot.rendering.grammar import listed
from bot.rendering.numbers import LOCALE

_MONTHS = LOCALE.months["format"]["wide"]
_SHORT = {1: "ene", 2: "feb", 3: "mar", 4: "abr", 5: "may", 6: "jun", 7: "jul", 8: "ago", 9: "sep", 10: "oct", 11: "nov", 12: "dic"}


def long_date(iso: str) -> str:
    """«2013» → «2013»; «2013-12» → «diciembre de 2013»; «2013-12-31» → «31 de diciembre de 2013»; a span joins two."""
    if "/" in iso:
        return " a ".join(map(long_date, iso.split("/")))
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 1:
        return str(parts[0])
    if len(parts) == 2:
        return f"{_MONTHS[parts[1]]} de {parts[0]}"
    return f"{_ordinal(parts[2])} de {_MONTHS[parts[1]]} de {parts[0]}"


def short_date(iso: str) -> str:
    """For the line of a document: «15 mar 2014», «mar 2014», «2014»."""
    if "/" in iso:
        return " a ".join(map(short_date, iso.split("/")))
    year, *rest = iso.split("-")
    named = [_SHORT[int(rest[0])], year] if rest else [year]
    return " ".join([str(int(rest[1])), *named] if len(rest) == 2 else named)


def period(span: Period) -> str:
    """A published period as a noun: «2013», «de 2015 a 2019», «del 12 de septiembre de 2016 al 30 de junio de 2021»."""
    first, _, last = span.label.partition("/")
    if not last or first == last:
        return long_date(first)
    if "-" not in first and "-" not in last:
        return f"de {first} a {last}"
    if first.count("-") == last.count("-") == 1 and first[:4] == last[:4]:
        return f"de {_MONTHS[int(first[5:])]} a {long_date(last)}"
    return f"{_since(first)} {_until(last)}"


def when(span: Period | None, stage: Stage | None) -> str:
    """When a number holds: a balance «al 31 de diciembre de 2013», anything else in its period."""
    if span is None:
        return "sin fecha en el documento"
    if stage is Stage.BALANCE and span.start == span.end:
        return f"al {long_date(span.label)}"
    return period(span)


def asked(span: AskedPeriod) -> str:
    """The period of a question as it was understood, for the first line of a reply."""
    if span.kind == "latest":
        return "lo más reciente"
    if span.kind == "month" and span.start:
        return f"{_MONTHS[span.start.month]} de {span.start.year}"
    if span.kind == "day" and span.start:
        return long_date(span.start.isoformat())
    if span.kind == "open" and span.years:
        return f"desde {span.years[0]}"
    if span.kind == "until" and span.years:
        return f"hasta {span.years[-1]}"
    if span.kind == "range" and span.years:
        return f"de {span.years[0]} a {span.years[-1]}"
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


def _ordinal(day: int) -> str:
    return "1.º" if day == 1 else str(day)


def _since(iso: str) -> str:
    return ("del " if iso.count("-") == 2 else "de ") + long_date(iso)


def _until(iso: str) -> str:
    return ("al " if iso.count("-") == 2 else "a ") + long_date(iso)
