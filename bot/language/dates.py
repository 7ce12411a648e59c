"""When a text is about: years in digits and words, ranges, months, days, relative words. Knows nothing of money.

«Today» is an argument, so «el año pasado» means the same in a test and in ten years.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from bot.language.folding import word_set
from bot.language.numerals import numerals
from bot.language.years import MONTHS, Year, named_years

_RANGE = word_set("a al all alll ha hasta asta - to ala through thru till until")


@dataclass(frozen=True)
class Span:
    """What a text says about time. ``years`` are only those named; ``start`` and ``end`` bound the days meant; ``kind``
    is ``year``, ``years``, ``range``, ``open``, ``until``, ``month``, ``day``, ``relative`` or ``latest``; ``places`` are
    the word positions that said so."""

    kind: str
    years: tuple[int, ...]
    start: date | None
    end: date | None
    said: str
    places: frozenset[int]


def read_dates(words: Sequence[str], today: date, gaps: Sequence[str] = ()) -> Span | None:
    """``words`` are folded. ``gaps`` may hold what was typed before each word and after the last («$», «-», «. »)."""
    between = list(gaps) or [""] + [" "] * len(words)
    words = _months_by_name(words, between)
    years = named_years(words, between)
    named = _named_span(words, years, between)
    if named:
        return named
    return _relative(words, today)


_YEAR = re.compile(r"(?:19|20)\d\d|[0-3]\d")
_MONTH_NAMES = tuple({number: name for name, number in reversed(MONTHS.items())}[number] for number in range(1, 13))


def _months_by_name(words: Sequence[str], gaps: Sequence[str]) -> Sequence[str]:
    """«al 31/12/2021», «2021-12-31», «31-12-21», with the day first and the month by its name."""
    named = list(words)
    for place in range(len(words) - 2):
        if gaps[place + 1].strip() not in ("/", "-") or gaps[place + 1].strip() != gaps[place + 2].strip():
            continue
        day, month, year = words[place : place + 3] if len(words[place]) < 4 else words[place + 2 : place - 1 if place else None : -1]
        if re.fullmatch(r"0?[1-9]|[12]\d|3[01]", day) and re.fullmatch(r"0?[1-9]|1[0-2]", month) and _YEAR.fullmatch(year):
            named[place : place + 3] = day, _MONTH_NAMES[int(month) - 1], year if len(year) == 4 else f"20{year}"
    return named


def _named_span(words: Sequence[str], years: Sequence[Year], gaps: Sequence[str]) -> Span | None:
    if not years:
        return None
    places = frozenset(place for year in years for place in range(year.start, year.end))
    said = " ".join(words[years[0].start : years[-1].end])
    if len(years) == 1:
        return _one_year(words, years[0], places)
    for first, second in pairwise(years):
        if first.year < second.year and _joins(words, first, second, gaps):
            ranged = set(range(first.year, second.year + 1)) | {y.year for y in years}
            listed = tuple(sorted(ranged))
            kind = "range" if len(years) == 2 else "years"
            return Span(kind, listed, date(listed[0], 1, 1), date(listed[-1], 12, 31), said, places)
    unique = tuple(dict.fromkeys(year.year for year in years))
    if len(unique) == 1:
        return _one_year(words, years[0], places)
    return Span("years", unique, date(min(unique), 1, 1), date(max(unique), 12, 31), said, places)


def _joins(words: Sequence[str], first: Year, second: Year, gaps: Sequence[str]) -> bool:
    between = [word for word in words[first.end : second.start] if word not in ("el", "ano", "los", "anos", "asi", "y")]
    linked = words[first.end : second.start]
    if not linked:
        glued = first.start == second.start and "vs" not in words[first.start]
        return glued or gaps[second.start].strip() in ("-", "–", "—", "→", "..", "...")
    if linked in (["y"], ["e"], ["and"], ["y", "el"]):
        return any(word in ("entre", "between") for word in words[max(0, first.start - 3) : first.start]) and not _two_ends(words)
    return bool(between) and len(between) <= 2 and between[-1] in _RANGE


def _two_ends(words: Sequence[str]) -> bool:
    """«creció entre 2015 y 2021» compares the ends; «lo que se dio entre 2015 y 2021» covers every year."""
    return any(re.match(r"(crec|aument|cambi|vari|subi|baj)", word) for word in words)


def _one_year(words: Sequence[str], year: Year, places: frozenset[int]) -> Span:
    month = _month_before(words, year)
    if month:
        return _since_month(words, month, year)
    lead = " ".join(words[max(0, year.start - 4) : year.start])
    said = " ".join(words[year.start : year.end])
    whole = (date(year.year, 1, 1), date(year.year, 12, 31))
    if re.search(r"(desde|a partir)( (el|de|del|enero|de el))*( ano)?$", lead) or re.search(r"\bsince$", lead):
        return Span("open", (year.year,), whole[0], None, said, places)
    after = " ".join(words[year.end : year.end + 3])
    if re.search(r"\bdel?( ano)?$", lead) and re.match(r"(para|pa|a|hasta|en) (aca|ahora|hoy|la fecha|adelante)", after):
        return Span("open", (year.year,), whole[0], None, said, places)
    if re.search(r"(hasta|antes)( (el|de|del|fin|finales|cierre))*( ano)?$", lead):
        return Span("until", (year.year,), None, whole[1], said, places)
    return Span("year", (year.year,), *whole, said, places)


def _since_month(words: Sequence[str], month: Span, year: Year) -> Span:
    """«desde septiembre de 2021», and not «desde septiembre de 2021 hasta hoy», whose end is told."""
    lead = " ".join(words[max(0, min(month.places) - 3) : min(month.places)])
    ended = words[year.end : year.end + 1] and words[year.end] in ("a", "al", "hasta", "y")
    if month.kind != "month" or ended or not re.search(r"\b(desde|a partir)( (el|de|del|mes))*$", lead):
        return month
    return replace(month, kind="open", end=None)


def _month_before(words: Sequence[str], year: Year) -> Span | None:
    for place in range(year.start - 1, max(-1, year.start - 4), -1):
        month = MONTHS.get(words[place])
        if month:
            return _months(words, place, month, year) or _month_or_day(words, place, month, year)
        if words[place] not in ("de", "del", "el", "ano"):
            break
    return _part_of_year(words, year)


def _months(words: Sequence[str], place: int, last: int, year: Year) -> Span | None:
    """«de enero a septiembre de 2025», «entre enero y julio», «enero-septiembre»: both months of one year."""
    at = place - 2 if place >= 2 and words[place - 1] in ("a", "y", "al", "hasta", "to") else place - 1
    first = MONTHS.get(words[at]) if at >= 0 else None
    if first is None or first >= last:
        return None
    end = date(year.year, last, calendar.monthrange(year.year, last)[1])
    return Span("month", (year.year,), date(year.year, first, 1), end, " ".join(words[at : year.end]), frozenset(range(at, year.end)))


def _month_or_day(words: Sequence[str], place: int, month: int, year: Year) -> Span:
    last = calendar.monthrange(year.year, month)[1]
    day_at = place - 2 if place >= 2 and words[place - 1] == "de" else place - 1
    day = words[day_at] if day_at >= 0 else ""
    if day.isdigit() and 1 <= int(day) <= last:
        when = date(year.year, month, int(day))
        return Span("day", (year.year,), when, when, " ".join(words[day_at : year.end]), frozenset(range(day_at, year.end)))
    said = " ".join(words[place : year.end])
    return Span("month", (year.year,), date(year.year, month, 1), date(year.year, month, last), said, frozenset(range(place, year.end)))


_PARTS = {"trimestre": 3, "semestre": 6, "cuatrimestre": 4, "bimestre": 2}
_ORDINALS = {
    word: number
    for number, said in enumerate(("primer primero 1er 1", "segundo 2do 2", "tercer tercero 3er 3", "cuarto 4to 4"), start=1)
    for word in said.split()
}


def _part_of_year(words: Sequence[str], year: Year) -> Span | None:
    for place in range(max(0, year.start - 4), year.start):
        months = _PARTS.get(words[place])
        ordinal = _ORDINALS.get(words[place - 1], 0) if place else 0
        if months and ordinal and ordinal * months <= 12:
            end = ordinal * months
            first, last = date(year.year, end - months + 1, 1), date(year.year, end, calendar.monthrange(year.year, end)[1])
            return Span("month", (year.year,), first, last, " ".join(words[place - 1 : year.end]), frozenset(range(place - 1, year.end)))
    return None


_LATEST = word_set("hoy ahorita ahora actual actualmente actuales now currently today vigente vigentes")


_YEARS_BACK = (
    (re.compile(r"(este|presente|corriente|actual) (año|ejercicio)|lo que va del? año|this year|(año|ejercicio) (en curso|actual)"), 0),
    (re.compile(r"(año|ejercicio) (pasado|anterior)|last year|pasado año"), 1),
    (re.compile(r"año antepasado|antepasado año"), 2),
)
# One of these is in whatever names a time by how far it is from today.
_SPANS_OF_TIME = ("año", "ejercicio", "year", "decada", "lustro", "mes")


def _relative(words: Sequence[str], today: date) -> Span | None:
    text = " ".join("año" if word == "ano" else "años" if word == "anos" else word for word in words)
    if not any(span in text for span in _SPANS_OF_TIME):
        return _latest(words, today)
    for pattern, years_back in _YEARS_BACK:
        found = pattern.search(text)
        if found:
            year = today.year - years_back
            return _relative_span(words, found, text, date(year, 1, 1), date(year, 12, 31))
    found = re.search(r"hace (\w+) años", text)
    if found and (count := _count(found.group(1))):
        return _relative_span(words, found, text, date(today.year - count, 1, 1), date(today.year - count, 12, 31))
    found = re.search(r"ultim[oa]s? (\w+) (años|ejercicios)|last (\w+) years", text)
    if found and (count := _count(found.group(1) or found.group(3))):
        return _relative_span(words, found, text, date(today.year - count, 1, 1), today)
    found = re.search(r"ultima decada|ultimos años|ultimo lustro", text)
    if found:
        return _relative_span(words, found, text, date(today.year - (10 if "decada" in found.group() else 5), 1, 1), today)
    found = re.search(r"(año|ejercicio) (proximo|que entra|que viene|siguiente)|proximo año|next year", text)
    if found:
        return _relative_span(words, found, text, date(today.year + 1, 1, 1), date(today.year + 1, 12, 31))
    found = re.search(r"(este|presente) (mes|trimestre|semestre)", text)
    if found:
        return _relative_span(words, found, text, today.replace(day=1), today)
    return _latest(words, today)


def _relative_span(words: Sequence[str], found: re.Match[str], text: str, start: date, end: date) -> Span:
    first = text[: found.start()].count(" ")
    last = first + found.group().count(" ")
    return Span("relative", (), start, end, found.group(), frozenset(range(first, last + 1)))


def _latest(words: Sequence[str], today: date) -> Span | None:
    places = frozenset(place for place, word in enumerate(words) if word in _LATEST)
    if not places:
        return None
    return Span("latest", (), None, today, words[min(places)], places)


def _count(word: str) -> int | None:
    found = numerals([word])
    return int(found[0].value) if found and found[0].value < 40 else None
