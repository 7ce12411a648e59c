"""Sentences that statements are made of: dates and amounts as a Mexican reader expects them, exact."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

# How our tables write a span of years.
SPAN = re.compile(r"^(\d{4})-(\d{4})$")
_DAY = re.compile(r"\b(?:19|20)\d\d-[01]\d-[0-3]\d\b")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")

MONTHS = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)


def date(iso: str) -> str:
    """``2011-10-19`` → «19 de octubre de 2011»; as precise as given."""
    parts = iso.split("-")
    if len(parts) == 1 or not all(part.isdigit() for part in parts):
        return iso
    month = MONTHS[int(parts[1]) - 1]
    return f"{month} de {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} de {month} de {parts[0]}"


def span(published: str) -> str:
    """``2010-2016`` → «de 2010 a 2016», ``2025-06`` → «junio de 2025»."""
    start, _, end = SPAN.sub(r"\1/\2", published).partition("/")
    if not end:
        return date(start)
    since, until = ("del" if _is_day(start) else "de"), ("al" if _is_day(end) else "a")
    return f"{since} {date(start)} {until} {date(end)}"


def _is_day(iso: str) -> bool:
    return iso.count("-") == 2


def pesos(amount: Decimal) -> str:
    """``4939273314`` → «4,939.3 millones de pesos ($4,939,273,314)»: to read, and exact to quote where rounding lost something."""
    exact = f"${amount:,}".removesuffix(".00")
    millions = amount / 1_000_000
    if abs(millions) < 1:
        return exact
    rounded = millions.quantize(Decimal("0.1") if abs(millions) >= 10 else Decimal("0.01"), ROUND_HALF_UP)
    written = f"{rounded:,f}".rstrip("0").rstrip(".")
    said = f"{written} {'millón' if rounded == 1 else 'millones'} de pesos"
    return said if rounded == millions else f"{said} ({exact})"


def with_dates(text: str) -> str:
    """Dates inside a published text as people write them: «vencía el 2023-02-28» → «vencía el 28 de febrero de 2023»."""
    return _DAY.sub(lambda found: date(found.group()), text)


def says_amount(text: str, amount: Decimal) -> bool:
    """Does this text already print this amount, in pesos, thousands, millions or thousands of millions?"""
    printed = {Decimal(number.replace(",", "")) for number in _NUMBER.findall(text)}
    return not printed.isdisjoint(amount / scale for scale in (1, 1000, 1_000_000, 1_000_000_000))


def sentence(*parts: str) -> str:
    """The parts that say something, each a short sentence: «A. B. C.»"""
    said = (part.strip().rstrip(".;") for part in parts if part and part.strip())
    return " ".join(f"{part[:1].upper()}{part[1:]}." for part in said)
