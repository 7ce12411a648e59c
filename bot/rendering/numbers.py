"""Numbers as people in Mexico write them: one form rounded to read, one exact to quote. English groups digits the same way; there the
peso sign says whose pesos («MXN $80,563»).

Babel's compact es_MX forms («4.9 M$») are wrong in Mexico, and «billón» means 10¹² there: the scale is written by hand
and never goes above «millones».
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from babel.core import Locale
from babel.numbers import NumberPattern, parse_pattern

from bot.domain.answer import Unit
from bot.rendering.translation import N_, SOURCE, _, ngettext, spoken

LOCALE = Locale.parse("es_MX")
MILLION = Decimal(1_000_000)

MONEY_TAIL = {
    Unit.MXN_PER_MONTH: N_(" al mes"),
    Unit.MXN_PER_FORTNIGHT: N_(" por quincena"),
    Unit.MXN_PER_YEAR: N_(" al año"),
    Unit.MXN_PER_PERSON: N_(" por persona"),
}
UNIT_NAMES = {
    Unit.MXN: "pesos",
    Unit.MXN_PER_MONTH: "pesos al mes",
    Unit.MXN_PER_FORTNIGHT: "pesos por quincena",
    Unit.MXN_PER_YEAR: "pesos al año",
    Unit.MXN_PER_PERSON: "pesos por persona",
    Unit.PERCENT: "por ciento",
    Unit.PERCENTAGE_POINTS: "puntos porcentuales",
    Unit.PEOPLE: "personas",
    Unit.COUNT: "cantidad",
    Unit.MONTHS: "meses",
    Unit.DAYS: "días",
    Unit.INDEX_POINTS: "puntos del índice",
    Unit.RANK: "lugar",
    Unit.TIMES: "veces",
}
"""What an amount is measured in, for a column or an axis; in Spanish, as tables and pictures are."""
_NOUNS = {
    Unit.PERCENTAGE_POINTS: (N_("{n} punto porcentual"), N_("{n} puntos porcentuales")),
    Unit.PEOPLE: (N_("{n} persona"), N_("{n} personas")),
    Unit.MONTHS: (N_("{n} mes"), N_("{n} meses")),
    Unit.DAYS: (N_("{n} día"), N_("{n} días")),
    Unit.INDEX_POINTS: (N_("{n} punto"), N_("{n} puntos")),
    Unit.TIMES: (N_("{n} vez"), N_("{n} veces")),
}


def rounded(amount: Decimal, unit: Unit) -> str:
    """The form to read: «4,939.3 millones de pesos», «$80,563», «25,000 personas»."""
    if not unit.is_money:
        return _counted(amount, unit, places=2)
    if unit is Unit.MXN_PER_PERSON and abs(amount) < MILLION:
        return _peso_sign(amount, 2) + _(MONEY_TAIL[unit])
    if abs(amount) < MILLION:
        return _peso_sign(amount, 0 if abs(amount) >= 1000 or amount == amount.to_integral_value() else 2) + _(MONEY_TAIL.get(unit, ""))
    scale = _in_millions(amount)
    said = ngettext("{n} millón de pesos", "{n} millones de pesos", 1 if abs(scale) == 1 else 2)
    return said.format(n=grouped(scale)) + _(MONEY_TAIL.get(unit, ""))


def exact(amount: Decimal, unit: Unit) -> str:
    """The form to quote: «$4,939,273,314.00». Equal to ``rounded`` where rounding loses nothing worth quoting."""
    if unit.is_money:
        return _peso_sign(amount, 2) + _(MONEY_TAIL.get(unit, ""))
    return _counted(amount, unit, places=6)


def quoted(amount: Decimal, unit: Unit) -> str:
    """Both forms, the exact one in parentheses where it adds something."""
    long = exact_beside(amount, unit)
    return f"{rounded(amount, unit)} ({long})" if long else rounded(amount, unit)


def exact_beside(amount: Decimal, unit: Unit) -> str:
    """The exact form, or nothing where the rounded one has said it: «$80,563», «96 millones de pesos al mes». In another language the
    peso sign is what says whose pesos they are."""
    short, long = rounded(amount, unit), exact(amount, unit)
    if spoken() == SOURCE and unit.is_money and abs(amount) >= MILLION and _in_millions(amount) * MILLION == amount:
        return ""
    return "" if short in (long, long.replace(".00", "", 1)) else long


def decimal_string(amount: Decimal, unit: Unit) -> str:
    """The exact amount for machines: plain digits, two decimals at least when it is money."""
    plain = _round(amount, 6)
    if unit.is_money and plain == _round(plain, 2):
        return f"{_round(plain, 2):f}"
    return f"{_trimmed(plain):f}"


def grouped(amount: Decimal, places: int | None = None) -> str:
    """Digits with Mexican separators; ``places`` fixes the decimals, otherwise those that matter are kept."""
    return str(_pattern(places).apply(amount, LOCALE))


@cache
def _pattern(places: int | None) -> NumberPattern:
    return parse_pattern("#,##0" if places == 0 else "#,##0." + ("0" * places if places else "#" * 6))


def _peso_sign(amount: Decimal, places: int) -> str:
    value = _round(amount, places)
    return _("{sign}${n}").format(sign="-" if value < 0 else "", n=grouped(abs(value), places))


def _counted(amount: Decimal, unit: Unit, places: int) -> str:
    value = _round(amount, places)
    digits = grouped(value)
    if unit is Unit.PERCENT:
        return f"{digits}%"
    if unit is Unit.RANK:
        return _("lugar {n}").format(n=digits)
    if unit not in _NOUNS:
        return digits
    one, many = _NOUNS[unit]
    return _(one if abs(value) == 1 else many).format(n=digits)


def _in_millions(amount: Decimal) -> Decimal:
    """One decimal, two below ten millions."""
    millions = amount / MILLION
    return _round(millions, 1 if abs(millions) >= 10 else 2)


def _round(amount: Decimal, places: int) -> Decimal:
    return amount.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _trimmed(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount.normalize()
