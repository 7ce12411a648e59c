"""A figure that was worked out, worked out again by its own formula from the amounts of today."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

from bot.domain.answer import Figure

CENTAVO = Decimal("0.01")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
# «(CONAPO, mitad de 2018)», «; sin cifra publicada de 2019»: remarks, whose numbers are not reckoned with
REMARK = re.compile(r"\([^()]*[^\W\d_][^()]*\)|;.*")
WORD = re.compile(r"[^\W\d_]+\.?")
SIGNS = str.maketrans({"−": "-", "×": "*", "÷": "/"})
HUNDRED = Decimal(100)
"""Of a percentage: a factor, never an amount."""
MOST_YEARS = 30
"""A whole number up to here that is no amount counts what was added, for a mean."""


def reckoned(figure: Figure, amounts: Mapping[Decimal, Decimal | None]) -> Decimal | None:
    """The figure from today's ``amounts``, by the amount each had then. None where one of them is gone, where the formula holds a number
    that is none of them, or where it does not give with the old amounts what was told: then nobody can say what it gives now."""
    sum_ = WORD.sub(" ", REMARK.sub(" ", figure.formula or "")).strip().rstrip(".")
    printed = {Decimal(number.replace(",", "")) for number in NUMBER.findall(sum_)}
    known = {number for number in printed if number in amounts and number != HUNDRED}
    if not known or any(amounts[number] is None for number in known):
        return None
    if any(number != HUNDRED and (number > MOST_YEARS or number != int(number)) for number in printed - known):
        return None
    then = worked_out(sum_, {})
    if then is None or rounded(then) != rounded(Fraction(figure.amount)):
        return None
    now = worked_out(sum_, {number: today for number in known if (today := amounts[number]) is not None})
    return None if now is None else rounded(now)


def worked_out(formula: str, instead: Mapping[Decimal, Decimal]) -> Fraction | None:
    """What a sum of plain numbers gives, exactly, with some of them replaced; None where it is none or divides by zero."""
    numbers: dict[str, Decimal] = {}

    def named(found: re.Match[str]) -> str:
        number = Decimal(found.group().replace(",", ""))
        name = f"n{len(numbers)}"
        numbers[name] = instead.get(number, number)
        return name

    try:
        return _value(ast.parse(NUMBER.sub(named, formula).translate(SIGNS), mode="eval").body, numbers)
    except (SyntaxError, ValueError, ZeroDivisionError):
        return None


def rounded(value: Fraction) -> Decimal:
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(CENTAVO, ROUND_HALF_EVEN)


def _value(node: ast.expr, numbers: Mapping[str, Decimal]) -> Fraction:
    match node:
        case ast.Name(id=name):
            return Fraction(numbers[name])
        case ast.BinOp(left=left, op=op, right=right):
            one, other = _value(left, numbers), _value(right, numbers)
            match op:
                case ast.Add():
                    return one + other
                case ast.Sub():
                    return one - other
                case ast.Mult():
                    return one * other
                case ast.Div():
                    return one / other
    raise ValueError("not a sum")
