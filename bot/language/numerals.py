"""Numbers as people write them: «mil setecientos», «8 mil 900», «dos mil doce», «3,572.5», «millón y medio»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal


def _count(text: str, first: int, step: int = 1) -> dict[str, int]:
    return {word: first + place * step for place, word in enumerate(text.split())}


_UNITS = _count("un dos tres cuatro cinco seis siete ocho nueve", 1) | {"uno": 1, "una": 1}
_TEENS = _count("diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve", 10)
_TWENTIES = _count("veintiun veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve", 21)
_TWENTIES |= {"veintiuno": 21, "veintiuna": 21}
_TENS = _count("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa", 20, 10)
_HUNDREDS = _count("ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos", 100, 100) | {
    "cien": 100
}
_HUNDREDS |= {word[:-2] + "as": value for word, value in _HUNDREDS.items() if word.endswith("os")}
_MISSPELT = """
beinte=veinte dies=diez dose=doce trese=trece catorse=catorce kinse=quince quinse=quince sinco=cinco onse=once doz=dos trez=tres
nuebe=nueve sien=cien siento=ciento dosientos=doscientos tresientos=trescientos cuatrosientos=cuatrocientos seisientos=seiscientos
setesientos=setecientos ochosientos=ochocientos nobecientos=novecientos sinkuenta=cincuenta sincuenta=cincuenta dieciceis=dieciseis
diesiseis=dieciseis diesisiete=diecisiete diesiocho=dieciocho diesinueve=diecinueve dieziseis=dieciseis dieziocho=dieciocho
dieciseiz=dieciseis katorce=catorce kince=quince ventiuno=veintiuno ventidos=veintidos ventitres=veintitres venticuatro=veinticuatro
venticinco=veinticinco beintidos=veintidos beintiuno=veintiuno veintitrez=veintitres beintitres=veintitres veintidoz=veintidos
"""
_SPELT_SO = dict(pair.split("=", 1) for pair in _MISSPELT.split())
_MILLION = frozenset({"millon", "millones", "miyones", "miyon", "million", "millions", "mdp", "mill", "mills", "melones"})
_TWO_THOUSAND = frozenset({"dosmil", "dozmil"})
_BEGINNINGS = _MILLION | _TWO_THOUSAND | {"mil", "mill", *_UNITS, *_TEENS, *_TWENTIES, *_TENS, *_HUNDREDS, *_SPELT_SO}
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


SPELT = {**_UNITS, **_TEENS, **_TWENTIES, "veinte": 20, "treinta": 30}


@dataclass(frozen=True)
class Numeral:
    """Words ``start`` up to, not including, ``end`` say ``value``. ``grouped`` tells that it was written as an amount is:
    with separators, with «mil» after digits, or in millions; a year is written in none of these ways."""

    start: int
    end: int
    value: Decimal
    grouped: bool
    spelt: bool


def digits(token: str) -> Decimal | None:
    """«3,572» is three thousand; «1.62» one and a bit; «8.900» eight thousand nine hundred when nothing else fits."""
    if token.isdecimal():
        return Decimal(token)
    if not _DIGITS.fullmatch(token):
        return None
    parts = re.split(r"[.,]", token)
    if all(len(part) == 3 for part in parts[1:]) and len(parts[0]) <= 3 and ("," in token or len(parts) > 2):
        return Decimal("".join(parts))
    if "," in token and token.index(",") < token.rfind(".") and all(len(part) == 3 for part in parts[1:-1]):
        return Decimal("".join(parts[:-1]) + "." + parts[-1])
    if len(parts) == 2:
        return Decimal(f"{parts[0]}.{parts[1]}")
    return None


def read_numeral(words: Sequence[str], start: int) -> Numeral | None:
    """The longest number that begins exactly at ``start``."""
    return _Reader(words, start).read() if may_begin(words[start]) else None


def numerals(words: Sequence[str]) -> tuple[Numeral, ...]:
    found: list[Numeral] = []
    after = 0
    for place in [place for place, word in enumerate(words) if word in _BEGINNINGS or word[:1].isdigit()]:
        if place >= after and (numeral := _Reader(words, place).read()):
            found.append(numeral)
            after = numeral.end
    return tuple(found)


def may_begin(word: str) -> bool:
    """Whether a number may begin with this word."""
    return word[:1].isdigit() or word in _BEGINNINGS


class _Reader:
    """Millions, then thousands, then the rest: each once, each smaller than the one before."""

    def __init__(self, words: Sequence[str], start: int) -> None:
        self.words, self.start, self.place = words, start, start
        self.grouped = self.spelt = False

    def word(self) -> str:
        raw = self.words[self.place] if self.place < len(self.words) else ""
        return _SPELT_SO.get(raw, raw)

    def read(self) -> Numeral | None:
        below = self._below_million()
        if self.word() in _MILLION and (below is not None or self.word() == "millon"):
            self.place += 1
            self.grouped = True
            value = (Decimal(1) if below is None else below) * 1_000_000
            value += self._after_million()
        elif below is None:
            return None
        else:
            value = below
        return Numeral(self.start, self.place, value, self.grouped, self.spelt)

    def _after_million(self) -> Decimal:
        if tuple(self.words[self.place : self.place + 2]) == ("y", "medio"):
            self.place += 2
            return Decimal(500_000)
        mark = self.place
        rest = self._below_million()
        year = rest is not None and self.place - mark == 1 and len(self.words[mark]) == 4 and 1970 <= rest <= 2060
        if rest is None or year or rest >= 1_000_000 or self.word() in _MILLION:
            self.place = mark
            return Decimal(0)
        return rest

    def _below_million(self) -> Decimal | None:
        mark = self.place
        if self.word() in _TWO_THOUSAND:
            self.place, self.spelt = self.place + 1, True
            rest = self._below_thousand()
            return 2000 + (rest or Decimal(0))
        thousands = self._below_thousand()
        if self.word() in ("mil", "mill") and (thousands is None or thousands < 1000):
            self.place += 1
            digits_before = thousands is not None and not self.spelt
            self.grouped = self.grouped or digits_before
            rest_mark = self.place
            rest = self._below_thousand()
            if rest is not None and rest >= 1000:
                rest, self.place = None, rest_mark
            return (Decimal(1) if thousands is None else thousands) * 1000 + (rest or 0)
        if thousands is None:
            self.place = mark
        return thousands

    def _below_thousand(self) -> Decimal | None:
        word = self.word()
        value = digits(word) if word[:1].isdigit() else None
        if value is not None:
            self.place += 1
            self.grouped = self.grouped or any(mark in word for mark in ".,")
            return value
        return self._spelt_below_thousand()

    def _spelt_below_thousand(self) -> Decimal | None:
        total = 0
        hundreds = _HUNDREDS.get(self.word())
        if hundreds:
            total, self.place = hundreds, self.place + 1
        below = self._spelt_below_hundred()
        if not hundreds and below is None:
            return None
        self.spelt = True
        return Decimal(total + (below or 0))

    def _spelt_below_hundred(self) -> int | None:
        word = self.word()
        whole = _TEENS.get(word) or _TWENTIES.get(word)
        if whole:
            self.place += 1
            return whole
        tens = _TENS.get(word)
        if tens:
            self.place += 1
            following = tuple(self.words[self.place : self.place + 2])
            if len(following) == 2 and following[0] in ("y", "i") and following[1] in _UNITS:
                self.place += 2
                return tens + _UNITS[following[1]]
            return tens
        if word in _UNITS:
            self.place += 1
            return _UNITS[word]
        return None
