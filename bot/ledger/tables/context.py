"""What amounts are set against: people, prices, product, and the federal money spent in the state and in the country."""

from __future__ import annotations

from bot.ledger.mapping import Figures, Read, Table, column, fixed, joined, nothing, optional, slugged, spelled
from bot.ledger.sheet import Row

STATE = fixed("estado-zacatecas")
COUNTRY = fixed("mexico")
MUNICIPALITY = joined("mun-{cvegeo}")
PEOPLE = fixed("people")
COUNT = spelled("kind", {"CONAPO mitad de año": "conapo", "censo/conteo": "censo"})


def _census(year: str) -> Figures:
    return Figures(
        amount=f"pop_census_{year}",
        id=joined(f"censo-{year}-{{cvegeo}}"),
        subject=MUNICIPALITY,
        concept=fixed("poblacion"),
        classifier=fixed("censo"),
        unit=PEOPLE,
        period=fixed(year),
    )


def _months(row: Row) -> str:
    """The last year of the index is a mean of the months so far: its period says so."""
    year, months = row["year"], row["months"]
    return year if months == "12" else f"{year}-01/{year}-{months.zfill(2)}"


def _index(amount: str, id: str, concept: str, period: str, covers: Read) -> Figures:
    return Figures(
        amount=amount,
        id=joined(f"{id}-{{period}}", period=column(period)),
        subject=COUNTRY,
        concept=fixed(concept),
        unit=fixed("index_points"),
        period=covers,
        note=optional("status"),
        words=fixed("INPC inflación precios"),
        absent="",
    )


def _product(amount: str, concept: str) -> Figures:
    return Figures(
        amount=amount,
        id=joined(f"{concept}-{{year}}"),
        subject=STATE,
        concept=fixed(concept),
        period=column("year"),
        words=fixed("PIB economía"),
    )


TABLES = (
    Table(
        "budget/population_state.csv",
        (
            Figures(
                amount="population",
                id=joined("poblacion-{kind}-{year}-32", kind=COUNT),
                subject=STATE,
                concept=fixed("poblacion"),
                classifier=COUNT,
                unit=PEOPLE,
                period=column("year"),
                note=column("kind"),
            ),
        ),
        ignored=frozenset({"cve_ent", "state"}),
    ),
    Table(
        "budget/population_municipal.csv",
        (
            Figures(
                amount="population",
                id=joined("poblacion-{kind}-{year}-{cvegeo}", kind=COUNT),
                subject=MUNICIPALITY,
                concept=fixed("poblacion"),
                classifier=COUNT,
                unit=PEOPLE,
                period=column("year"),
                note=column("kind"),
            ),
        ),
        ignored=frozenset({"municipality"}),
    ),
    Table(
        "budget/municipalities.csv",
        (_census("2010"), _census("2020")),
        ignored=frozenset({"cve_ent", "cve_mun", "name", "name_in_census"}),
    ),
    Table(
        "budget/inpc_annual.csv",
        (
            _index("inpc_mean", "inpc", "inpc-promedio-anual", "year", _months),
            _index("inpc_december", "inpc-diciembre", "inpc-diciembre", "year", joined("{year}-12")),
        ),
    ),
    Table(
        "budget/inpc_monthly.csv",
        (_index("inpc_general", "inpc-mensual", "inpc-mensual", "period", column("period")),),
        ignored=frozenset({"inpc_subyacente", "inpc_no_subyacente", "base"}),
    ),
    Table(
        "budget/gdp_zacatecas.csv",
        (_product("gdp_current_mxn", "pib-corriente"), _product("gdp_constant2018_mxn", "pib-constante")),
        ignored=frozenset({"cve_ent", "state"}),
    ),
    Table(
        "budget/federal_spending_in_zacatecas_by_function.csv",
        (
            Figures(
                amount="amount_mxn",
                id=joined("gasto-federal-zacatecas-{year}-{function_group_id}"),
                topic=fixed("transferencias"),
                subject=STATE,
                concept=fixed("gasto-federal-en-zacatecas"),
                counterpart=column("function_group"),
                classifier=column("function_group_id"),
                period=column("year"),
                stage="stage",
                group=joined("gasto-federal-zacatecas-{year}"),
                place=nothing,
            ),
        ),
        ignored=frozenset({"cve_ent"}),
    ),
    Table(
        "budget/national_federal_spending.csv",
        (
            Figures(
                amount="amount_mxn",
                id=joined("nacional-{year}-{concept}", concept=slugged(column("concept"))),
                topic=fixed("transferencias"),
                subject=COUNTRY,
                concept=joined("nacional-{concept}", concept=slugged(column("concept"))),
                period=column("year"),
                words=column("concept"),
            ),
        ),
    ),
)
