"""What may be answered, worked out again by brute force over the rows: plain sums and divisions, none of the program's code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from tests.differential.rows import Row

CENTAVO = Decimal("0.01")


@dataclass(frozen=True)
class Printed:
    """A number as a reply shows it: none of the four may differ."""

    value: Decimal
    unit: str
    period: str
    stage: str

    @classmethod
    def of(cls, row: Row) -> Printed:
        return cls(row.amount, row.unit, row.period, row.stage)


Set = frozenset[Printed]
NOTHING: Set = frozenset()


@dataclass(frozen=True)
class Asked:
    """A question and everything that its answer may hold.

    ``wanted``: sets any one of which, whole, is a right answer; none when nothing published answers. ``allowed``: the answer must lie
    inside one of these (one stage, one group). ``kin``: numbers of the same subject and concept, which may be offered as the nearest.
    ``beside``: derived numbers and totals that may stand as context. ``ranked``: orders of which the answer must be a beginning.
    """

    text: str
    kind: str
    wanted: tuple[Set, ...] = ()
    allowed: tuple[Set, ...] = ()
    kin: Set = frozenset()
    beside: Set = frozenset()
    ranked: tuple[tuple[Decimal, ...], ...] = ()


class Shelf:
    """The rows, by subject and concept."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = tuple(rows)
        self.printed: Set = printed(self.rows)

    def find(self, subject: str = "", concept: str = "", year: int | None = None, stage: str | None = None) -> list[Row]:
        return [
            row
            for row in self.rows
            if (not subject or row.subject == subject)
            and (not concept or row.concept == concept)
            and (year is None or row.period[:4] == str(year))
            and (stage is None or row.stage == stage)
        ]

    def kin(self, subject: str, root: str) -> list[Row]:
        """Of one subject, a concept and its kinds."""
        return [row for row in self.rows if row.subject == subject and row.root == root]

    def group(self, name: str, stage: str) -> list[Row]:
        return [row for row in self.rows if name and row.group == name and row.stage == stage]

    def one(self, subject: str, concept: str, year: int, stage: str) -> Row | None:
        return next(iter(self.find(subject, concept, year, stage)), None)

    def inhabitants(self, subject: str, year: int) -> Row | None:
        return self.one(subject, "poblacion", year, "")

    def prices(self, year: int) -> Row | None:
        return self.one("mexico", "inpc-promedio-anual", year, "")

    def last_prices(self) -> int:
        return max((int(row.period) for row in self.find("mexico", "inpc-promedio-anual")), default=0)


def printed(rows: Iterable[Row]) -> Set:
    return frozenset(Printed.of(row) for row in rows)


def rounded(amount: Decimal) -> Decimal:
    return amount.quantize(CENTAVO, ROUND_HALF_EVEN)


def percent_of(part: Row, whole: Row) -> Printed | None:
    """What per cent of the whole the part is: one stage, one unit."""
    if part.stage != whole.stage or part.unit != whole.unit or not whole.amount:
        return None
    return Printed(rounded(part.amount * 100 / whole.amount), "percent", part.period, part.stage)


def per_inhabitant(row: Row, shelf: Shelf) -> Printed | None:
    people = shelf.inhabitants(row.subject, int(row.period[:4]))
    if people is None or not people.amount:
        return None
    return Printed(rounded(row.amount / people.amount), "MXN_per_person", row.period, row.stage)


def in_pesos_of(row: Row, year: int, shelf: Shelf) -> Printed | None:
    before, after = shelf.prices(int(row.period[:4])), shelf.prices(year)
    if before is None or after is None:
        return None
    return Printed(rounded(row.amount * after.amount / before.amount), "MXN", row.period, row.stage)


def changes(first: Row, last: Row) -> Set:
    """Last less first, and the same in per cent of the first; nothing across stages."""
    if first.stage != last.stage or first.unit != last.unit:
        return frozenset()
    period = f"{first.period.partition('/')[0]}/{last.period.rpartition('/')[2]}"
    change = last.amount - first.amount
    found = {Printed(change, last.unit, period, last.stage)}
    if first.amount:
        found.add(Printed(rounded(change * 100 / first.amount), "percent", period, last.stage))
    return frozenset(found)


def average(rows: Iterable[Row]) -> Decimal:
    amounts = [row.amount for row in rows]
    return rounded(sum(amounts, Decimal(0)) / len(amounts))
