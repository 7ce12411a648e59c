"""Random questions of a small grammar, each with what the rows allow as its answer. Years, names and stages of nothing are asked too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import cycle

from tests.differential.comparisons import VERBS, Comparisons
from tests.differential.reckoning import NOTHING, Asked, Printed, in_pesos_of, per_inhabitant, percent_of, printed
from tests.differential.rows import Row
from tests.differential.spanish import concept, spoken, thing, was

STATE = "estado-zacatecas"


class Questions(Comparisons):
    def draw(self, count: int) -> Iterator[Asked]:
        """The kinds take turns; a kind that this ledger cannot ask passes."""
        made = 0
        for kind in cycle(self._kinds().values()):
            if made == count:
                return
            question = kind()
            if question is not None:
                made += 1
                yield question

    def _kinds(self) -> dict[str, Callable[[], Asked | None]]:
        return {
            "amount": self._amount,
            "amount, one stage": self._staged,
            "latest": self._latest,
            "breakdown": self._breakdown,
            "ranking": self._ranking,
            "ranking per inhabitant": self._ranking_by_head,
            "trend": self._trend,
            "compare years": self._compare_years,
            "compare places": self._compare_places,
            "compare stages": self._compare_stages,
            "share": self._share,
            "per inhabitant": self._by_head,
            "pesos of today": self._real_terms,
            "difference": self._difference,
            "yearly average": self._average,
        }

    def _ranking(self) -> Asked | None:
        return self._ordered("ranking", "", lambda row: Printed.of(row))

    def _ranking_by_head(self) -> Asked | None:
        return self._ordered("ranking per inhabitant", " por habitante", lambda row: per_inhabitant(row, self.shelf))

    def _ordered(self, kind: str, each: str, measure: Callable[[Row], Printed | None]) -> Asked | None:
        fund = self._fund()
        if fund is None:
            return None
        row, year, rivals = fund
        most, limit = self._random.random() < 0.5, self._random.randint(2, 4)
        one, many = VERBS[row.stage]
        words = {"name": concept(row), "year": year, "word": "más" if most else "menos", "limit": limit, "each": each}
        single = self._random.random() < 0.5
        text = (
            f"¿Qué municipio {one} {{word}} {{name}}{{each}} en {{year}}?"
            if single
            else f"¿Cuáles son los {{limit}} municipios que {many} {{word}} {{name}}{{each}} en {{year}}?"
        ).format(**words)
        measured = sorted((found for rival in rivals if (found := measure(rival))), key=lambda found: found.value, reverse=most)
        shown = 1 if single else limit
        first = frozenset(found for found in measured if len(measured) <= shown or _beats(found, measured[shown - 1], most))
        rest = frozenset(measured) if single else first
        kin = printed(one for one in self.shelf.rows if one.concept == row.concept and one.subject_kind == "municipio")
        alone = len(rivals) < 2
        return Asked(
            text,
            kind,
            () if alone else (first,),
            (rest, printed(rivals)) if alone else (rest,),
            kin,
            kin,
            () if alone else (tuple(found.value for found in measured),),
        )

    def _share(self) -> Asked | None:
        parts = [row for row in self._known.rows if row.part_of and row.concept == "presupuesto"]
        if not parts:
            return None
        row, year = self._random.choice(parts), self._random.choice(self._years)
        text = self._say(
            "¿Qué porcentaje del presupuesto {stage} del estado fue para {name} en {year}?",
            "¿Qué porcentaje del presupuesto {stage} del estado de {year} le tocó a {name}?",
            stage=row.stage,
            name=f"{row.subject_article} {row.subject_name}",
            year=year,
        )
        part, whole = self.shelf.one(row.subject, "presupuesto", year, row.stage), self.shelf.one(STATE, "presupuesto", year, row.stage)
        share = percent_of(part, whole) if part and whole else None
        kin = printed((*self.shelf.find(row.subject, "presupuesto"), *self.shelf.find(STATE, "presupuesto")))
        found = frozenset((share,)) if share else NOTHING
        return Asked(text, "share", (found,) if share else (), (found,), kin, kin)

    def _by_head(self) -> Asked | None:
        rows = [row for row in self._asked if row.unit == "MXN" and (row.subject_kind == "municipio" or row.subject == STATE)]
        row, year = self._random.choice(rows), self._random.choice(self._years)
        text = self._say(
            "¿De cuánto {was} {thing} por habitante en {year}?",
            "{thing} por habitante en {year}",
            thing=thing(row, spoken(row)),
            was=was(row),
            year=year,
        )
        return self._derived(row, text, "per inhabitant", year, lambda one: per_inhabitant(one, self.shelf))

    def _real_terms(self) -> Asked:
        row, year = self._cell(money=True), self._random.choice(self._years)
        target = self.shelf.last_prices() if self._random.random() < 0.6 else self._random.choice(range(year + 1, 2026))
        said = "de hoy" if target == self.shelf.last_prices() else f"de {target}"
        text = self._say(
            "¿De cuánto {was} {thing} en {year}, en pesos {said}?",
            "{thing} de {year} a pesos {said}",
            thing=thing(row, spoken(row)),
            was=was(row),
            year=year,
            said=said,
        )
        return self._derived(row, text, "pesos of today", year, lambda one: in_pesos_of(one, target, self.shelf))

    def _derived(self, row: Row, text: str, kind: str, year: int, work_out: Callable[[Row], Printed | None]) -> Asked:
        wanted = self.shelf.find(row.subject, row.concept, year, row.stage)
        made = frozenset(found for one in wanted if (found := work_out(one)))
        beside = frozenset(found for one in self._kinds_at(row, (year,)) if (found := work_out(one)))
        kin = printed(self.shelf.kin(row.subject, row.root))
        return Asked(text, kind, (made,) if made else (), (made | beside,), kin, kin)


def _beats(found: Printed, last: Printed, most: bool) -> bool:
    """At least as high (or as low) as the last one shown: ties are kept."""
    zero = Decimal(0)
    return (found.value - last.value >= zero) if most else (last.value - found.value >= zero)
