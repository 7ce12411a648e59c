"""Questions that set two numbers or more side by side: years, places, stages, a line, a change, a mean."""

from __future__ import annotations

from collections.abc import Sequence

from tests.differential.lookups import Lookups
from tests.differential.reckoning import NOTHING, Asked, Printed, average, changes, printed
from tests.differential.rows import Row
from tests.differential.spanish import agreeing, concept, has, spoken, thing, was

# How each fund is said to have been received or paid.
VERBS = {"recibido": ("recibió", "recibieron"), "pagado": ("pagó", "pagaron"), "": ("tuvo", "tuvieron")}


class Comparisons(Lookups):
    def _fund(self) -> tuple[Row, int, list[Row]] | None:
        funds = [row for row in self._asked if row.subject_kind == "municipio"]
        if not funds:
            return None
        row, year = self._random.choice(funds), self._random.choice(self._years)
        return row, year, [one for one in self.shelf.find("", row.concept, year, row.stage) if one.subject_kind == "municipio"]

    def _trend(self) -> Asked:
        row = self._cell(money=True)
        first, last = self._span()
        whole = self._random.random() < 0.5
        words = {"thing": thing(row, spoken(row)), "first": first, "last": last, "has": has(row)}
        text = (
            self._say("¿Cómo {has} cambiado {thing} con los años?", "¿Cómo {has} ido cambiando {thing}?", **words)
            if whole
            else self._say("evolución de {thing} de {first} a {last}", "¿Cómo cambió {thing} de {first} a {last}, año por año?", **words)
        )
        line = self._line(row, None if whole else (first, last))
        return self._over_time(row, text, "trend", line, ())

    def _line(self, row: Row, years: tuple[int, int] | None) -> list[Row]:
        found = self.shelf.find(row.subject, row.concept, stage=row.stage)
        inside = [one for one in found if years is None or years[0] <= int(one.period[:4]) <= years[1]]
        return sorted(inside, key=lambda one: one.period)

    def _over_time(self, row: Row, text: str, kind: str, line: Sequence[Row], kinds: Sequence[Row]) -> Asked:
        kin = printed(self.shelf.kin(row.subject, row.root))
        beside = frozenset(change for one in line for other in line for change in changes(one, other) if one.period < other.period)
        wanted = (printed(line),) if line else ()
        return Asked(text, kind, wanted, (printed((*line, *kinds)),), kin, beside | kin)

    def _span(self) -> tuple[int, int]:
        first = self._random.choice(self._years[:-2])
        return first, self._random.choice([year for year in self._years if year > first + 1])

    def _compare_years(self) -> Asked:
        row = self._cell(money=True)
        first, last = sorted(self._random.sample(self._years, 2))
        text = self._say(
            "Compara {thing} de {first} con el de {last}",
            "¿De cuánto {was} {thing} en {first} y en {last}?",
            "{thing}: {first} contra {last}",
            thing=thing(row, spoken(row)),
            was=was(row),
            first=first,
            last=last,
        )
        line = [one for one in self._line(row, None) if int(one.period[:4]) in (first, last)]
        return self._over_time(row, text, "compare years", line, self._kinds_at(row, (first, last)))

    def _compare_places(self) -> Asked | None:
        fund = self._fund()
        if fund is None:
            return None
        row, year, rivals = fund
        others = [one for one in self._known.find(concept=row.concept, stage=row.stage) if one.subject != row.subject]
        if not others:
            return None
        other = self._random.choice(others)
        text = self._say(
            "¿Quién {verb} más {name} en {year}, {one} o {other}?",
            "Compara el {name} {stage} de {one} y de {other} en {year}",
            "{name} {stage} en {year}: {one} contra {other}",
            verb=VERBS[row.stage][0],
            name=concept(row),
            stage=agreeing(row.stage, row.concept_article) if row.stage else "",
            year=year,
            one=row.subject_name,
            other=other.subject_name,
        )
        both = [one for one in rivals if one.subject in (row.subject, other.subject)]
        # a verb («recibió») prefers its stage; only a participle («recibido») asks for no other
        shown = both if not text.startswith("¿Quién") else self.shelf.find(concept=row.concept, year=year)
        shown = [one for one in shown if one.subject in (row.subject, other.subject)]
        pairs = frozenset(change for one in shown for two in shown if one is not two for change in changes(one, two))
        kin = printed((*self.shelf.kin(row.subject, row.root), *self.shelf.kin(other.subject, other.root)))
        return Asked(text, "compare places", (printed(both),) if both else (), (printed(shown),), kin, pairs | kin)

    def _compare_stages(self) -> Asked | None:
        row, year = self._cell(staged=True), self._year()
        stages = sorted({one.stage for one in self._known.find(row.subject, row.concept)})
        if len(stages) < 2:
            return None
        one, other = self._random.sample(stages, 2)
        text = self._say(
            "Compara {thing} con lo {other} en {year}",
            "{thing} contra lo {other} en {year}",
            thing=thing(row, one),
            other=other,
            year=year,
        )
        both = [found for found in self.shelf.find(row.subject, row.concept, year) if found.stage in (one, other)]
        return self._lookup(row, text, "compare stages", both)

    def _difference(self) -> Asked:
        row = self._cell(money=True)
        first, last = sorted(self._random.sample(self._years, 2))
        text = self._say(
            "¿Cuánto cambió {thing} de {first} a {last}?",
            "¿Cuánto creció {thing} entre {first} y {last}?",
            "¿Cuál es la diferencia entre {thing} de {first} y de {last}?",
            thing=thing(row, spoken(row)),
            first=first,
            last=last,
        )
        line = self._line(row, (first, last))
        ends = [one for one in line if int(one.period[:4]) in (first, last)]
        change = changes(*ends) if len(ends) == 2 else NOTHING
        kin = printed(self.shelf.kin(row.subject, row.root))
        beside = frozenset(found for one in line for two in line for found in changes(one, two) if one.period < two.period)
        wanted = (frozenset(found for found in change if found.unit == row.unit),) if change else ()
        return Asked(text, "difference", wanted, (printed((*line, *self._kinds_at(row, (first, last)))) | change,), kin, beside | kin)

    def _average(self) -> Asked:
        row = self._cell(money=True)
        while row.flow != "flujo":
            row = self._cell(money=True)
        first, last = self._span()
        text = self._say(
            "¿Cuál fue el promedio anual de {thing} de {first} a {last}?",
            "en promedio, ¿de cuánto {was} al año {thing} entre {first} y {last}?",
            thing=thing(row, spoken(row)),
            was=was(row),
            first=first,
            last=last,
        )
        line = self._line(row, (first, last))
        means = (
            frozenset((Printed(average(line), row.unit, f"{line[0].period}/{line[-1].period}", row.stage),)) if len(line) > 1 else NOTHING
        )
        kin = printed(self.shelf.kin(row.subject, row.root))
        beside = frozenset(found for one in line for two in line for found in changes(one, two) if one.period < two.period)
        return Asked(text, "yearly average", (means,) if means else (), (printed(line) | means,), kin, beside | kin)
