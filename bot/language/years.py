"""Which numbers of a text are years: in digits, in words, two figures after «el», glued to a word, one after another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.language.folding import word_set
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

_NOT_YEARS_AFTER = word_set(
    "pesos peso millones millon mdp mil pensionados jubilados personas trabajadores beneficiarios maestros alumnos becarios "
    "atletas habitantes solicitudes dolares veces creditos horas minutos km metros pts puntos"
)
_NOT_YEARS_BEFORE = word_set("capitulo cap decreto ramo art articulo partida folio pagina seccion $")
_SHORT_BEFORE = word_set("el del al en ano anos desde hasta contra vs ejercicio hacia")
_SHORT_NOT_AFTER = _NOT_YEARS_AFTER | word_set(
    "de del por % ciento porciento porcentaje dias dia meses mes anos ano lugar mas compromisos municipios"
)


@dataclass(frozen=True)
class Year:
    """Words ``start`` up to, not including, ``end`` name ``year``; ``short``: in two figures."""

    year: int
    start: int
    end: int
    short: bool = False


_GLUED = re.compile(r"(?:(?:ano|del|el|en)?(19[789]\d|20[0-5]\d)s?)|(?:(20[0-5]\d)[a.,](20[0-5]\d))")
"""«del2018», «2015s»; «2015a2019», «2018,2019»."""


def named_years(words: Sequence[str], gaps: Sequence[str]) -> list[Year]:
    found: list[Year] = []
    said = numerals(words)
    for place, numeral in enumerate(said):
        year = _as_year(words, numeral, gaps, found) or _in_a_row(said, place)
        if year:
            found.append(year)
    for place, word in enumerate(words):
        if len(word) > 4 and (glued := _GLUED.fullmatch(word)) and not any(y.start <= place < y.end for y in found):
            found += [Year(int(year), place, place + 1) for year in glued.groups() if year]
    return sorted(found, key=lambda y: (y.start, y.year))


def _in_a_row(said: Sequence[Numeral], place: int) -> Year | None:
    """«veintidós veintitrés», «15 16 y 17»: numbers said one after the other, each one more, are years. In digits it takes
    three: two are also the ends of anything else."""
    this = said[place]
    if not 10 <= this.value <= 40:
        return None
    row = _rising(said, place)
    touching = [each for each in row if each.end == this.start or each.start == this.end]
    if (this.spelt and any(each.spelt for each in touching)) or (not this.spelt and len(row) > 2):
        return Year(2000 + int(this.value), this.start, this.end, True)
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


def _as_year(words: Sequence[str], numeral: Numeral, gaps: Sequence[str], before: Sequence[Year]) -> Year | None:
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
        return Year(value, numeral.start, numeral.end)
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


def _short_year(words: Sequence[str], numeral: Numeral, value: int, gaps: Sequence[str], before: Sequence[Year]) -> Year | None:
    """«el 22», «del diecisiete», «'19», «2015-21», «fais 24». «el 31 de diciembre», «el 30 por ciento» are not years."""
    if not (0 <= value <= 35 or 95 <= value <= 99):
        return None
    found = Year(1900 + value if value >= 95 else 2000 + value, numeral.start, numeral.end, True)
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


def _introduced(words: Sequence[str], numeral: Numeral, previous: str, gap: str, before: Sequence[Year]) -> bool:
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


_NOT_YEARS_LAST = word_set(
    "ramo fondo banobras banorte los las top son de a por hay seccion snte c unos como menos mas x tienen tengo y o lo que"
)


def _range_follows(words: Sequence[str], place: int) -> bool:
    return words[place] in ("a", "al") and any(word.isdigit() and len(word) in (2, 4) for word in words[place + 1 : place + 3])
