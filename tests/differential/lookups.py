"""Questions that look one number up, or the parts of one: what was published, when, at which stage."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from tests.differential.reckoning import Asked, Shelf, percent_of, printed
from tests.differential.rows import Row
from tests.differential.spanish import concept, contracted, is_, spoken, thing, was

TOOLS = frozenset({"poblacion", "inpc-promedio-anual"})


class Lookups:
    """``rows`` are what the ledger holds; ``known`` every row there was before any was wiped, so that what is gone is asked too."""

    def __init__(self, rows: Sequence[Row], known: Sequence[Row], seed: int) -> None:
        self.shelf = Shelf(rows)
        self._known = Shelf(known)
        self._random = Random(seed)
        self._asked = [row for row in known if row.concept not in TOOLS]
        self._years = sorted({int(row.period[:4]) for row in self._asked})

    def can_ask(self, row: Row) -> bool:
        """The row is money or people of somebody, not a tool of the sums, and its stage can be said."""
        return row.concept not in TOOLS

    def lookup(self, row: Row) -> Asked:
        """That very number, its year and stage said."""
        year = int(row.period[:4])
        text = self._ask_of(row, year, spoken(row))
        return self._lookup(row, text, "lookup", self.shelf.find(row.subject, row.concept, year, row.stage), self._kinds_at(row, (year,)))

    def _cell(self, *, money: bool = False, staged: bool = False) -> Row:
        """Any row there ever was: it says of what and of whom to ask."""
        fit = [row for row in self._asked if (not money or row.unit == "MXN") and (not staged or row.stage not in ("", "saldo"))]
        return self._random.choice(fit)

    def _year(self) -> int:
        """Mostly years with figures, now and then one beside them."""
        return self._random.choice([*self._years, *self._years, *self._years, min(self._years) - 1, max(self._years) + 1])

    def _say(self, *templates: str, **words: object) -> str:
        return contracted(self._random.choice(templates).format(**words))

    def _lookup(self, row: Row, text: str, kind: str, wanted: Sequence[Row], allowed: Sequence[Row] = ()) -> Asked:
        """An answer taken as it is from the rows; of a balance its kinds may stand beside it."""
        may = printed((*wanted, *allowed))
        kin = printed(self.shelf.kin(row.subject, row.root))
        return Asked(text, kind, (printed(wanted),) if wanted else (), (may,), kin, kin)

    def _amount(self) -> Asked:
        row, year = self._cell(), self._year()
        return self._lookup(
            row,
            self._ask_of(row, year),
            "amount",
            self.shelf.find(row.subject, row.concept, year),
            self._kinds_at(row, (year,)),
        )

    def _staged(self) -> Asked:
        row, year = self._cell(staged=True), self._year()
        wanted = self.shelf.find(row.subject, row.concept, year, row.stage)
        return self._lookup(row, self._ask_of(row, year, row.stage), "amount, one stage", wanted)

    def _ask_of(self, row: Row, year: int, stage: str = "") -> str:
        if row.unit == "people":
            return self._say(
                "¿Cuántas {name} hubo en {year}?", "{name} en {year}", name=f"{concept(row)} de la {row.subject_name}", year=year
            )
        return self._say(
            "¿De cuánto {was} {thing} en {year}?",
            "¿Cuánto {was} {thing} en {year}?",
            "{thing} en {year}",
            "en {year}, ¿de cuánto {was} {thing}?",
            "quiero saber de cuánto {was} {thing} en {year}",
            thing=thing(row, stage),
            was=was(row),
            year=year,
        )

    def _latest(self) -> Asked:
        row = self._cell()
        kin = self.shelf.find(row.subject, row.concept)
        last = max((one.span[1] for one in kin if one.span), default=None)
        newest = [one for one in kin if one.span and one.span[1] == last]
        beside = self._kinds_at(row, (last.year,) if last else ())
        text = self._say("¿De cuánto {is_} {thing}?", "¿De cuánto {is_} actualmente {thing}?", is_=is_(row), thing=thing(row))
        return self._lookup(row, text, "latest", newest, beside)

    def _breakdown(self) -> Asked | None:
        totals = [row for row in self._known.rows if row.total]
        if not totals:
            return None
        row = self._random.choice(totals)
        members = self.shelf.group(row.group, row.stage)
        parts, whole = [one for one in members if not one.total], [one for one in members if one.total]
        text = self._say(
            "¿Cómo se repartió {thing} en {year}?",
            "¿En qué se repartió {thing} de {year}?",
            "¿Cómo se divide {thing} de {year}?",
            thing=thing(row, row.stage),
            year=row.period,
        )
        wanted = parts if len(parts) > 1 else whole
        shares = {one for part in parts for total in whole if (one := percent_of(part, total))}
        kin = printed(self.shelf.kin(row.subject, row.root))
        return Asked(
            text, "breakdown", (printed(wanted),) if wanted else (), (printed(wanted), printed(whole)), kin, printed(whole) | shares
        )

    def _kinds_at(self, row: Row, years: Sequence[int]) -> list[Row]:
        """A balance may be shown with its kinds, long term and short term; one of the kinds, or a flow, stands alone."""
        if row.flow != "saldo" or row.parent:
            return []
        return [one for one in self.shelf.kin(row.subject, row.root) if int(one.period[:4]) in years]
