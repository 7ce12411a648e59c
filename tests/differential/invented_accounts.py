"""Random public accounts of an invented state: who exists, what was published about them, and the vocabulary that knows their names.

Numbers are drawn so that no two are alike but for a few ties made on purpose: a figure of another year, stage or name shows in its
digits. Concepts and spellings of stages are those of ``data/``, because those are the words that questions are read with.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from random import Random

from bot.domain.vocabulary import Knowledge
from tests.answering.invented import term
from tests.differential.rows import Row

DATA = Path(__file__).resolve().parents[2] / "data"
YEARS = range(2011, 2025)
PRICED = range(2010, 2026)
# What the real vocabulary keeps: its names of people and things are swapped for invented ones.
KEPT_KINDS = frozenset({"concepto", "estado", "fondo"})
# Share of the cells that somebody left unpublished even before any drill.
GAP = 0.15
TIE = 0.05


@dataclass(frozen=True)
class Body:
    """Whom an account is about: a line of ``subjects.csv``."""

    id: str
    clave: str
    name: str
    kind: str
    article: str
    code: str = ""


def _body(id: str, name: str, kind: str, article: str, code: str = "") -> Body:
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    return Body(id, bare, name, kind, article, code)


STATE = Body("estado-zacatecas", "zacatecas", "estado de Zacatecas", "estado", "el")
COUNTRY = Body("mexico", "mexico", "México", "pais", "")
PENSIONS = _body("caja-de-retiro", "Caja de Retiro", "institucion", "la")
INSTITUTIONS = tuple(
    _body(f"institucion-{at}", name, "institucion", article)
    for at, (article, name) in enumerate(
        (
            ("el", "Instituto del Maíz"),
            ("el", "Instituto del Trigo"),
            ("la", "Comisión de Montañas"),
            ("la", "Secretaría de Faros"),
            ("la", "Agencia de Vientos"),
            ("el", "Consejo del Ámbar"),
            ("la", "Procuraduría de Abejas"),
            ("el", "Observatorio de Mareas"),
        )
    )
)
TOWNS = tuple(
    _body(f"mun-{32001 + at}", name, "municipio", "", str(32001 + at))
    for at, name in enumerate(
        ("Villa Luna", "Puerto Seco", "Agua Mansa", "Llano Hondo", "Arroyo Frío", "Peñasco Rojo", "Valle Sereno", "Cerro Verde")
    )
)
BODIES = (STATE, COUNTRY, PENSIONS, *INSTITUTIONS, *TOWNS)


def vocabulary(real: Knowledge) -> Knowledge:
    """The real words for concepts, stages and talk, the invented names, and no FAQ entry (they cite figures that do not exist here)."""
    kept = tuple(one for one in real.terms if one.kind in KEPT_KINDS)
    named = (PENSIONS, *INSTITUTIONS, *TOWNS)
    names = (replace(term(one.clave, one.kind, one.name, code=one.code), article=one.article) for one in named)
    return replace(real, terms=(*kept, *names), faq=(), expected=())


@lru_cache
def _concepts() -> dict[str, dict[str, str]]:
    with (DATA / "concepts.csv").open(encoding="utf-8", newline="") as file:
        return {row["concept_id"]: row for row in csv.DictReader(file)}


class Accounts:
    """Draws the rows of one ledger; the same seed gives the same accounts."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._drawn: set[Decimal] = set()

    def rows(self) -> list[Row]:
        draw = self._random
        first = draw.choice(YEARS[:6])
        years = range(first, first + draw.randint(5, 8))
        towns = draw.sample(TOWNS, draw.randint(3, len(TOWNS)))
        institutions = draw.sample(INSTITUTIONS, draw.randint(3, len(INSTITUTIONS)))
        published = [*self._budget(institutions, years), *self._debt(years), *self._pensions(years), *self._income(years)]
        published += [row for row in self._municipal(towns, years) if draw.random() > GAP]
        return [*published, *self._people(towns, years), *self._prices()]

    def _budget(self, institutions: list[Body], years: range) -> Iterator[Row]:
        for year in years:
            for stage in ("aprobado", "modificado", "pagado"):
                group = f"presupuesto-{year}-{stage}"
                parts = [self._row(one, "presupuesto", year, stage, group=group) for one in institutions if self._random.random() > GAP]
                if len(parts) < 2 or self._random.random() < GAP:
                    yield from (replace(part, group="") for part in parts)
                    continue
                whole = sum((part.amount for part in parts), Decimal(0))
                total = self._row(STATE, "presupuesto", year, stage, group=group, amount=whole)
                yield replace(total, total=True)
                yield from (replace(part, part_of=total.id) for part in parts)

    def _debt(self, years: range) -> Iterator[Row]:
        for year in years:
            if self._random.random() < GAP:
                continue
            total = self._row(STATE, "saldo", f"{year}-12-31", "saldo")
            yield total
            short = Decimal(int(total.amount * self._random.randint(5, 30) / 100))
            yield replace(self._row(STATE, "saldo-corto-plazo", f"{year}-12-31", "saldo", amount=short), part_of=total.id)
            long = self._row(STATE, "saldo-largo-plazo", f"{year}-12-31", "saldo", amount=total.amount - short)
            yield replace(long, part_of=total.id)
        yield from self._some(STATE, "intereses-pagados", years, ("pagado",))
        yield from self._some(STATE, "amortizacion", years, ("pagado",))

    def _pensions(self, years: range) -> Iterator[Row]:
        yield from self._some(PENSIONS, "gasto-pensiones", years, ("",))
        yield from self._some(PENSIONS, "perdida", years, ("",))
        yield from self._some(PENSIONS, "ingresos-cuotas-aportaciones", years, ("",))
        for year in years:
            if self._random.random() > GAP:
                yield self._row(PENSIONS, "pensionados", year, "", unit="people", amount=self._count(1_000, 9_999))

    def _income(self, years: range) -> Iterator[Row]:
        yield from self._some(STATE, "impuestos", years, ("estimado", "recaudado"))
        yield from self._some(STATE, "derechos", years, ("estimado", "recaudado"))

    def _municipal(self, towns: list[Body], years: range) -> Iterator[Row]:
        for year in years:
            for town in towns:
                for fund in ("fais", "fortamun"):
                    group = f"municipios-srft-{fund}-{year}"
                    yield self._row(town, fund, year, "recibido", group=group, lowest=1_000_000, highest=90_000_000)
                    yield self._row(town, fund, year, "pagado", group=group, lowest=1_000_000, highest=90_000_000)
                yield self._row(town, "predial", year, "", group=f"municipios-predial-{year}", lowest=100_000, highest=9_000_000)

    def _people(self, towns: list[Body], years: range) -> Iterator[Row]:
        for body in (STATE, *towns):
            for year in years:
                lowest, highest = (1_400_000, 1_700_000) if body is STATE else (2_000, 240_000)
                amount = self._count(lowest, highest)
                yield replace(self._row(body, "poblacion", year, "", unit="people", amount=amount), classifier="conapo")

    def _prices(self) -> Iterator[Row]:
        level = Decimal("73.4061")
        for year in PRICED:
            yield self._row(COUNTRY, "inpc-promedio-anual", year, "", unit="index_points", amount=level)
            level = (level * (1 + Decimal(self._random.randint(25, 80)) / 1000)).quantize(Decimal("0.0001"))

    def _some(self, body: Body, concept: str, years: range, stages: tuple[str, ...]) -> Iterator[Row]:
        for year in years:
            for stage in stages:
                if self._random.random() > GAP:
                    yield self._row(body, concept, year, stage)

    def _row(
        self,
        body: Body,
        concept: str,
        period: int | str,
        stage: str,
        *,
        group: str = "",
        unit: str = "MXN",
        amount: Decimal | None = None,
        lowest: int = 20_000_000,
        highest: int = 9_000_000_000,
    ) -> Row:
        about = _concepts()[concept]
        topic = "transferencias" if body.kind == "municipio" else "presupuesto" if body is COUNTRY else about["topic"]
        return Row(
            id="/".join(filter(None, (concept, body.id, str(period), stage))),
            topic=topic,
            subject=body.id,
            subject_name=body.name,
            subject_kind=body.kind,
            subject_article=body.article,
            concept=concept,
            concept_name=about["name"],
            concept_article=about["article"],
            flow=about["flow"],
            parent=about["parent"],
            counterpart="",
            classifier="",
            group=group,
            total=False,
            part_of="",
            repeats="",
            conflict="",
            unit=unit,
            period=str(period),
            stage=stage,
            confidence="high",
            amount=self._pesos(lowest, highest) if amount is None else amount,
        )

    def _pesos(self, lowest: int, highest: int) -> Decimal:
        """A number of pesos and centavos nobody else has, but for a tie once in a while."""
        if self._drawn and self._random.random() < TIE:
            tied = self._random.choice(sorted(self._drawn))
            if lowest <= tied <= highest:
                return tied
        amount = Decimal(self._random.randint(lowest * 100, highest * 100)) / 100
        self._drawn.add(amount)
        return amount

    def _count(self, lowest: int, highest: int) -> Decimal:
        amount = Decimal(self._random.randint(lowest, highest))
        while amount in self._drawn:
            amount += 1
        self._drawn.add(amount)
        return amount


def without_some(rows: list[Row], share: float, seed: int) -> tuple[list[Row], list[Row]]:
    """The rows left when that share of the cells is wiped at random, and the wiped ones."""
    draw = Random(seed)
    wiped = draw.sample(rows, round(len(rows) * share))
    gone = {row.id for row in wiped}
    left = [replace(row, part_of="" if row.part_of in gone else row.part_of) for row in rows if row.id not in gone]
    return left, wiped
