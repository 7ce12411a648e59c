"""Which numbers of a text are years: in digits, in words, two figures after «el», glued to a word, one after another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.language.folding import word_set
from bot.language.numerals import SPELT, Numeral, numerals

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
_NOT_YEARS_BEFORE = word_set("capitulo cap decreto ramo art articulo partida folio pagina seccion agenda $")
_SORTED_BY = word_set("partida articulo capitulo cap ramo")
"""«por partida 2020» is a year, «la partida 2020» is not."""
_COUNTED_BY = word_set(
    "compraron compro arreglaron entregaron entrego dieron dio repartieron instalaron pusieron construyeron hicieron plantaron contrataron"
)
_ASKING = word_set("cuanto cuanta cuantos quien")
_SHORT_BEFORE = word_set("el del al en ano anos desde hasta contra vs ejercicio hacia")
_DATED = word_set(
    "presupuesto gasto egresos ingresos deuda saldo deficit nomina recaudacion participaciones aportaciones fais faism faismun fortamun isn"
)
"""«presupuesto 22 de salud», «fais 23 pinos»: what has a figure every year is followed by its year."""
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


_GLUED = re.compile(r"(?:[a-zñ]{2,}|[1-4]t|[1-4]s)?(19[789]\d|20[0-5]\d)s?")
"""«del2018», «salud2022», «1T2019», «2015s»."""
_GLUED_ROW = re.compile(r"(?:del?|desde)?(?:(?:a|al|vs|y|hasta|[.,])?20[0-5]\d){2,}")
"""«2015a2019», «del2018al2021», «2018,2019,2020»."""
_ALIKE = re.compile(r"2[0o][0-5oil][0-9oil]")
_LETTERS = str.maketrans("oil", "011")
"""«2O21», «202l»: letters that look like figures."""
_SPELT_GLUED = {f"{two}mil{word}": 2000 + value for two in ("dos", "doz") for word, value in SPELT.items()}


def named_years(words: Sequence[str], gaps: Sequence[str]) -> list[Year]:
    found: list[Year] = []
    said = numerals(words)
    for place, numeral in enumerate(said):
        year = _as_year(words, numeral, gaps, found) or _in_a_row(said, place)
        if year:
            found.append(year)
    for place, word in enumerate(words):
        if len(word) >= 4:
            # «dosmildoce», «salud2022», «2O21»: whatever is glued or misspelt has a figure in it or is one
            if (word in _SPELT_GLUED or not word.isalpha()) and not any(y.start <= place < y.end for y in found):
                found += [Year(year, place, place + 1) for year in _glued(word)]
        elif _apart(words, place):
            found = [*(y for y in found if y.start not in (place, place + 1)), Year(2000 + int(words[place + 1]), place, place + 2)]
    return sorted(found, key=lambda y: (y.start, y.year))


def _apart(words: Sequence[str], place: int) -> bool:
    """«año 2 017»"""
    return words[place] == "2" and place + 1 < len(words) and re.fullmatch(r"0[0-5]\d", words[place + 1]) is not None


def _glued(word: str) -> list[int]:
    if word.isalpha():
        return [_SPELT_GLUED[word]] if word in _SPELT_GLUED else []
    if word.isdigit():
        return []
    if re.fullmatch(r"do[sz]mil[0-3]\d", word):
        return [2000 + int(word[-2:])]
    if _GLUED_ROW.fullmatch(word):
        return [int(year) for year in re.findall(r"20[0-5]\d", word)]
    glued = _GLUED.fullmatch(word)
    if glued:
        return [int(glued.group(1))]
    return [int(word.translate(_LETTERS))] if _ALIKE.fullmatch(word) and sum(sign.isdigit() for sign in word) >= 2 else []


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
    before_it = words[numeral.start - 2] if numeral.start > 1 else ""
    named = before_it if previous == "numero" else "por" if before_it == "por" and previous in _SORTED_BY else previous
    if gap.endswith("$") or numeral.value != int(numeral.value) or _numbers_a_thing(named, int(numeral.value)):
        return None
    if gap == "/" and previous.isdigit() and int(previous) > 31 and not FIRST_YEAR <= int(previous) <= LAST_YEAR:
        return None
    value = int(numeral.value)
    if FIRST_YEAR <= value <= LAST_YEAR:
        if following in _NOT_YEARS_AFTER and not (following == "pesos" and 2000 <= value <= 2030):
            return None
        if previous in _COUNTED_BY and following.endswith("s"):
            return None
        apart = numeral.end - numeral.start > 1 and words[numeral.start] == "2"
        grouped_year = apart or (previous in ("en", "ano") and words[numeral.start].startswith("2,0"))
        if numeral.grouped and not grouped_year:
            return None
        return Year(value, numeral.start, numeral.end)
    if not numeral.grouped and numeral.end - numeral.start <= 3:
        return _short_year(words, numeral, value, gaps, before)
    return None


def _numbers_a_thing(previous: str, value: int) -> bool:
    """«capítulo 2000», «decreto 2012»; but «por capítulo 2019» is a year, because chapters are round."""
    return previous in _NOT_YEARS_BEFORE and not (previous in ("capitulo", "cap") and value % 100)


def _next_word(words: Sequence[str], place: int, gaps: Sequence[str]) -> str:
    """The following word, unless the sentence ends before it («en 2020. Mil gracias», «en el 22, ¿más o menos?»)."""
    if place >= len(words) or any(mark in gaps[place] for mark in ".;?!¿\n"):
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
    if gaps[numeral.end].lstrip().startswith("%") or following in MONTHS:
        return None
    if two_digits and 10 <= value <= 30 and previous not in _NOT_YEARS_LAST | _NOT_YEARS_BEFORE and _pairs(words, numeral.end, value, gaps):
        return found
    introduced = _introduced(words, numeral, previous, gap, before) and not _refused(words, numeral, following, previous)
    return found if introduced or (two_digits and _last_word(words, numeral, previous, following)) else None


def _pairs(words: Sequence[str], place: int, value: int, gaps: Sequence[str]) -> bool:
    """«gasto 23-24», «salud 16 vs 21»: two figures, the second later, are two years."""
    if place >= len(words):
        return False
    dashed = gaps[place].strip() in ("-", "–")
    at = place if dashed else place + 1 if words[place] in ("vs", "contra") else len(words)
    if at >= len(words) or not re.fullmatch(r"[123]\d", words[at]) or not value < int(words[at]) <= 30:
        return False
    return not (at + 1 < len(words) and words[at + 1] in _NOT_YEARS_AFTER | MONTHS.keys())


def _introduced(words: Sequence[str], numeral: Numeral, previous: str, gap: str, before: Sequence[Year]) -> bool:
    dated = previous in _DATED and 10 <= numeral.value <= 30
    after_month = previous in MONTHS or (previous in ("de", "del") and numeral.start > 1 and words[numeral.start - 2] in MONTHS)
    joined = previous in ("y", "e", "a", "o", "al", "contra", "vs", "hasta") and bool(before) and before[-1].end == numeral.start - 1
    return previous in _SHORT_BEFORE or dated or after_month or joined or gap.strip() in ("'", "’")


def _refused(words: Sequence[str], numeral: Numeral, following: str, previous: str) -> bool:
    if following == "a" or following == "al":
        return not _range_follows(words, numeral.end) and numeral.end + 1 < len(words) and words[numeral.end + 1].isdigit()
    if following in ("de", "del"):
        beyond = words[numeral.end + 1] if numeral.end + 1 < len(words) else ""
        if previous in _DATED:
            return beyond in MONTHS or beyond == "mes"
        return beyond not in _ASKING and (not numeral.spelt or beyond in MONTHS or beyond == "mes")
    small = words[numeral.start].isdigit() and int(numeral.value) < 13 and bool(following) and previous == "al"
    return following in _SHORT_NOT_AFTER or small


def _last_word(words: Sequence[str], numeral: Numeral, previous: str, following: str) -> bool:
    """A message that ends in «fais 24», «deporte 16», or holds nothing else: «22», «¿y 22?»."""
    ends = not following and numeral.end == len(words)
    if ends and 10 <= numeral.value <= 30 and list(words[: numeral.start]) in ([], ["y"], ["no"]):
        return True
    return ends and 10 <= numeral.value <= 30 and previous.isalpha() and previous not in _NOT_YEARS_LAST


_NOT_YEARS_LAST = word_set(
    "ramo fondo banobras banorte los las top son de a por hay seccion snte c unos como menos mas x tienen tengo y o lo que"
)


def _range_follows(words: Sequence[str], place: int) -> bool:
    return words[place] in ("a", "al") and any(word.isdigit() and len(word) in (2, 4) for word in words[place + 1 : place + 3])
