"""How amounts lie in the database: pesos as whole centavos in a 64-bit integer, everything else as exact decimal text.
Outside they are ``Decimal``; ``float`` is refused at the door."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

MOST_CENTAVOS = 2**63 - 1


def centavos(pesos: Decimal) -> int:
    """Whole centavos of an amount; ValueError where it holds a fraction of one or does not fit 64 bits."""
    if not isinstance(pesos, Decimal):
        raise TypeError(f"money is Decimal, not {type(pesos).__name__}: {pesos!r}")
    if not pesos.is_finite():
        raise ValueError(f"not an amount: {pesos}")
    sign, digits, exponent = pesos.as_tuple()
    assert isinstance(exponent, int)
    if exponent < -2 and any(digits[exponent + 2 :]):
        raise ValueError(f"a fraction of a centavo: {pesos}")
    kept = digits if exponent >= -2 else digits[: exponent + 2]
    cents = int("".join(map(str, kept)) or "0") * int("1" + "0" * max(exponent + 2, 0))
    if cents > MOST_CENTAVOS:
        raise ValueError(f"does not fit 64 bits: {pesos}")
    return -cents if sign else cents


def pesos(cents: int) -> Decimal:
    """The amount of whole centavos, always with two decimals."""
    return Decimal(cents).scaleb(-2)


class Pesos(TypeDecorator[Decimal]):
    """Money: ``Decimal`` outside, whole centavos inside."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        return None if value is None else centavos(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else pesos(value)


class Exact(TypeDecorator[Decimal]):
    """A number that is not money (people, percent, months, index points): decimal text, as published."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if not isinstance(value, Decimal):
            raise TypeError(f"numbers are Decimal, not {type(value).__name__}: {value!r}")
        return format(value, "f")

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)
