"""When a text is about: years in digits and words, ranges, months, days, relative words. Knows nothing of money.

«Today» is an argument, so «el año pasado» means the same in a test and in ten years.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bot.language.numerals import Numeral, numerals

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "enero ene january", "febrero feb february", "marzo march", "abril abr april", "mayo may", "junio jun june",
            "julio jul july", "agosto ago august", "septiembre setiembre sept sep september", "octubre oct october",
            "noviembre nov november", "diciembre dic december disiembre diziembre",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
FIRST_YEAR, LAST_YEAR = 1970, 2060


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NOT_YEARS_AFTER = _set(
    "pesos peso millones millon mdp mil pensionados jubilados personas trabajadores beneficiarios maestros alumnos becarios "
    "atletas habitantes solicitudes dolares veces creditos horas minutos km metros pts puntos"
)
_NOT_YEARS_BEFORE = _set("capitulo cap decreto ramo art articulo partida folio pagina seccion $")
_SHORT_BEFORE = _set("el del al en ano anos desde hasta contra vs ejercicio hacia")
_SHORT_NOT_AFTER = _NOT_YEARS_AFTER | _set(
    "de del por % ciento porciento porcentaje dias dia meses mes anos ano lugar mas compromisos municipios"
)
_RANGE = _set("a al hasta - to ala")


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


@dataclass(frozen=True)
class _Year:
    year: int
    start: int
    end: int
    short: bool = False


def read_dates(words: Sequence[str], today: date, gaps: Sequence[str] = ()) -> Span | None:
    """``words`` are folded. ``gaps`` may hold what was typed before each word and after the last («$», «-», «. »)."""
    between = list(gaps) or [""] + [" "] * len(words)
    years = _named_years(words, between)
    named = _named_span(words, years, between)
    if named:
        return named
    return _relative(words, today)


def _named_years(words: Sequence[str], gaps: Sequence[str]) -> list[_Year]:
    found: list[_Year] = []
    said = numerals(words)
    for place, numeral in enumerate(said):
        year = _as_year(words, numeral, gaps, found) or _in_a_row(said, place)
        if year:
            found.append(year)
    for place, word in enumerate(words):
        glued = re.fullmatch(r"(?:ano|del|el|en)?(19[789]\d|20[0-5]\d)s?", word)
        if glued and not any(y.start <= place < y.end for y in found) and not word.isdigit():
            found.append(_Year(int(glued.group(1)), place, place + 1))
        both = re.fullmatch(r"(20[0-5]\d)[a.,](20[0-5]\d)", word)
        if both:
            found += [_Year(int(both.group(1)), place, place + 1), _Year(int(both.group(2)), place, place + 1)]
    return sorted(found, key=lambda y: (y.start, y.year))


def _in_a_row(said: Sequence[Numeral], place: int) -> _Year | None:
    """«veintidós veintitrés», «15 16 y 17»: numbers said one after the other, each one more, are years. In digits it takes
    three: two are also the ends of anything else."""
    this = said[place]
    if not 10 <= this.value <= 40:
        return None
    row = _rising(said, place)
    touching = [each for each in row if each.end == this.start or each.start == this.end]
    if (this.spelt and any(each.spelt for each in touching)) or (not this.spelt and len(row) > 2):
        return _Year(2000 + int(this.value), this.start, this.end, True)
    return None


def _rising(said: Sequence[Numeral], place: int) -> Sequence[Numeral]:
    """The numbers around one that go up by one, with at most a word («y») between them."""
    first = last = place
    while first and _follows(said[first - 1], said[first]):
        first -= 1
    while last + 1 < len(said) and _follows(said[last], said[last + 1]):
        last += 1
    return said[first : last + 1]


def _follows(one: Numeral, other: Numeral) -> bool:
    return other.value == one.value + 1 and other.start - one.end <= 1


def _as_year(words: Sequence[str], numeral: Numeral, gaps: Sequence[str], before: Sequence[_Year]) -> _Year | None:
    previous = words[numeral.start - 1] if numeral.start else ""
    following = _next_word(words, numeral.end, gaps)
    gap = gaps[numeral.start]
    if gap.endswith("$") or numeral.value != int(numeral.value) or _numbers_a_thing(previous, int(numeral.value)):
        return None
    if gap == "/" and previous.isdigit() and int(previous) > 31:
        return None
    value = int(numeral.value)
    if FIRST_YEAR <= value <= LAST_YEAR:
        written_apart = numeral.end - numeral.start > 1
        if following in _NOT_YEARS_AFTER and not (following == "pesos" and 2000 <= value <= 2030):
            return None
        if numeral.grouped and not (written_apart and words[numeral.start] == "2"):
            return None
        return _Year(value, numeral.start, numeral.end)
    if not numeral.grouped and numeral.end - numeral.start <= 3:
        return _short_year(words, numeral, value, gaps, before)
    return None


def _numbers_a_thing(previous: str, value: int) -> bool:
    """«capítulo 2000», «decreto 2012»; but «por capítulo 2019» is a year, because chapters are round."""
    return previous in _NOT_YEARS_BEFORE and not (previous in ("capitulo", "cap") and value % 100)


def _next_word(words: Sequence[str], place: int, gaps: Sequence[str]) -> str:
    """The following word, unless the sentence ends before it («en 2020. Mil gracias»)."""
    if place >= len(words) or any(mark in gaps[place] for mark in ".;?!\n"):
        return ""
    return words[place]


def _short_year(words: Sequence[str], numeral: Numeral, value: int, gaps: Sequence[str], before: Sequence[_Year]) -> _Year | None:
    """«el 22», «del diecisiete», «'19», «2015-21», «fais 24». «el 31 de diciembre», «el 30 por ciento» are not years."""
    if not (0 <= value <= 35 or 95 <= value <= 99):
        return None
    found = _Year(1900 + value if value >= 95 else 2000 + value, numeral.start, numeral.end, True)
    text, gap = words[numeral.start], gaps[numeral.start]
    two_digits = text.isdigit() and len(text) == 2
    previous = words[numeral.start - 1] if numeral.start else ""
    following = _next_word(words, numeral.end, gaps)
    later = bool(before) and before[-1].year < found.year
    if later and before[-1].end == numeral.start and two_digits and following not in _NOT_YEARS_AFTER:
        return found if gap.strip() in ("-", "/", "–", ",", "") else None
    if value < 10 and not two_digits and previous != "ano":
        return None
    if gaps[numeral.end].startswith("%") or following in MONTHS:
        return None
    introduced = _introduced(words, numeral, previous, gap, before) and not _refused(words, numeral, following, previous)
    return found if introduced or (two_digits and _last_word(words, numeral, previous, following)) else None


def _introduced(words: Sequence[str], numeral: Numeral, previous: str, gap: str, before: Sequence[_Year]) -> bool:
    after_month = previous in MONTHS or (previous in ("de", "del") and numeral.start > 1 and words[numeral.start - 2] in MONTHS)
    joined = previous in ("y", "e", "a", "o", "al", "contra", "vs", "hasta") and bool(before) and before[-1].end == numeral.start - 1
    return previous in _SHORT_BEFORE or after_month or joined or gap.strip() in ("'", "’")


def _refused(words: Sequence[str], numeral: Numeral, following: str, previous: str) -> bool:
    if following == "a" or following == "al":
        return not _range_follows(words, numeral.end) and numeral.end + 1 < len(words) and words[numeral.end + 1].isdigit()
    if following in ("de", "del"):
        return not numeral.spelt or (numeral.end + 1 < len(words) and words[numeral.end + 1] in MONTHS | {"mes": 0})
    small = words[numeral.start].isdigit() and int(numeral.value) < 13 and bool(following) and previous == "al"
    return following in _SHORT_NOT_AFTER or small


def _last_word(words: Sequence[str], numeral: Numeral, previous: str, following: str) -> bool:
    """A message that ends in «fais 24», «deporte 16»."""
    ends = not following and numeral.end == len(words)
    return ends and 10 <= numeral.value <= 30 and previous.isalpha() and previous not in _NOT_YEARS_LAST


_NOT_YEARS_LAST = _set(
    "ramo fondo banobras banorte los las top son de a por hay seccion snte c unos como menos mas x tienen tengo y o lo que"
)


def _range_follows(words: Sequence[str], place: int) -> bool:
    return words[place] in ("a", "al") and any(word.isdigit() and len(word) in (2, 4) for word in words[place + 1 : place + 3])


def _named_span(words: Sequence[str], years: Sequence[_Year], gaps: Sequence[str]) -> Span | None:
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


def _joins(words: Sequence[str], first: _Year, second: _Year, gaps: Sequence[str]) -> bool:
    between = [word for word in words[first.end : second.start] if word not in ("el", "ano", "los", "anos", "asi", "y")]
    linked = words[first.end : second.start]
    if not linked:
        return first.start == second.start or gaps[second.start].strip() in ("-", "–", "—", "..", "...")
    if linked in (["y"], ["e"], ["and"], ["y", "el"]):
        return any(word in ("entre", "between") for word in words[max(0, first.start - 3) : first.start]) and not _two_ends(words)
    return bool(between) and len(between) <= 2 and between[-1] in _RANGE


def _two_ends(words: Sequence[str]) -> bool:
    """«creció entre 2015 y 2021» compares the ends; «lo que se dio entre 2015 y 2021» covers every year."""
    return any(re.match(r"(crec|aument|cambi|vari|subi|baj)", word) for word in words)


def _one_year(words: Sequence[str], year: _Year, places: frozenset[int]) -> Span:
    month = _month_before(words, year)
    if month:
        return month
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


def _month_before(words: Sequence[str], year: _Year) -> Span | None:
    for place in range(year.start - 1, max(-1, year.start - 4), -1):
        month = MONTHS.get(words[place])
        if month:
            return _months(words, place, month, year) or _month_or_day(words, place, month, year)
        if words[place] not in ("de", "del", "el", "ano"):
            break
    return _part_of_year(words, year)


def _months(words: Sequence[str], place: int, last: int, year: _Year) -> Span | None:
    """«de enero a septiembre de 2025», «entre enero y julio», «enero-septiembre»: both months of one year."""
    at = place - 2 if place >= 2 and words[place - 1] in ("a", "y", "al", "hasta", "to") else place - 1
    first = MONTHS.get(words[at]) if at >= 0 else None
    if first is None or first >= last:
        return None
    end = date(year.year, last, calendar.monthrange(year.year, last)[1])
    return Span("month", (year.year,), date(year.year, first, 1), end, " ".join(words[at : year.end]), frozenset(range(at, year.end)))


def _month_or_day(words: Sequence[str], place: int, month: int, year: _Year) -> Span:
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


def _part_of_year(words: Sequence[str], year: _Year) -> Span | None:
    for place in range(max(0, year.start - 4), year.start):
        months = _PARTS.get(words[place])
        ordinal = _ORDINALS.get(words[place - 1], 0) if place else 0
        if months and ordinal and ordinal * months <= 12:
            end = ordinal * months
            first, last = date(year.year, end - months + 1, 1), date(year.year, end, calendar.monthrange(year.year, end)[1])
            return Span("month", (year.year,), first, last, " ".join(words[place - 1 : year.end]), frozenset(range(place - 1, year.end)))
    return None


_LATEST = _set("hoy ahorita ahora actual actualmente actuales now currently today vigente vigentes")


_YEARS_BACK = (
    (r"(este|presente|corriente|actual) (año|ejercicio)|lo que va del? año|this year|(año|ejercicio) (en curso|actual)", 0),
    (r"(año|ejercicio) (pasado|anterior)|last year|pasado año", 1),
    (r"año antepasado|antepasado año", 2),
)


def _relative(words: Sequence[str], today: date) -> Span | None:
    text = " ".join("año" if word == "ano" else "años" if word == "anos" else word for word in words)
    for pattern, years_back in _YEARS_BACK:
        found = re.search(pattern, text)
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
