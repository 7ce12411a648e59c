"""The accounts of an invented valley: a debt with a gap and a claim, a loan told two ways, a total with parts, an institute's budget in
three stages, three municipalities with fees, funds and reports, a bridge, a percentage, two commitments."""

from __future__ import annotations

from functools import lru_cache

from bot.domain.answer import CommitmentCard, Confidence, Milestone, Unit
from bot.domain.ledger import Fact, Series
from bot.domain.stage import Stage
from tests.answering.invented import Desk, InventedLedger, concept, entry, fact, knowledge, record, series, source, subject, term

STATE = subject("zacatecas", "Estado", "estado")
MAIZE = subject("instituto del maiz", "Instituto del Maíz")
FUND = subject("caja de retiro", "Caja de Retiro", article="la")
LOAN = subject("credito sol", "crédito Sol", "prestamo")
BRIDGE = subject("puente azul", "Puente Azul", "obra")
TOWNS = tuple(subject(name.lower(), name, "municipio", "") for name in ("Villa Luna", "Puerto Seco", "Tres Pinos"))

BALANCE = concept("saldo", "saldo de la deuda", "deuda", "saldo")
LONG = concept("saldo-largo", "saldo de largo plazo", "deuda", "saldo", parent="saldo")
SHORT = concept("saldo-corto", "saldo de corto plazo", "deuda", "saldo", parent="saldo")
INTEREST = concept("intereses", "intereses pagados", "deuda")
RATE = concept("tasa", "tasa de interés", "deuda", "otro")
CREDIT = concept("monto-credito", "monto del crédito", "deuda")
USE = concept("destino", "destino del crédito", "deuda")
BUDGET = concept("presupuesto", "presupuesto")
BRANCH = concept("presupuesto-ramo", "presupuesto por ramo", parent="presupuesto")
COST = concept("costo", "costo de la obra")
OWN = concept("ingresos-propios", "ingresos propios", "presupuesto", parts=("impuestos", "derechos-estatales"))
TAXES = concept("impuestos", "impuestos")
DUTIES = concept("derechos-estatales", "derechos estatales")
FEES = concept("cuotas", "cuotas del municipio", "transferencias")
ROADS = concept("fondo-caminos", "fondo de caminos", "transferencias")
PENSIONERS = concept("pensionados", "personas pensionadas", "pensiones", "otro")
COVERAGE = concept("cobertura", "cobertura de la nómina", "pensiones", "otro")
PEOPLE = concept("poblacion", "población", "presupuesto", "otro")
INDEX = concept("inpc", "índice de precios", "presupuesto", "otro")
GHOST = concept("regalias", "regalías mineras")

LOW = Confidence.LOW
A, M, P = Stage.APPROVED, Stage.MODIFIED, Stage.PAID


def debt() -> list[Fact]:
    total, long, short = series(STATE, BALANCE), series(STATE, LONG), series(STATE, SHORT)
    interest = series(STATE, INTEREST)
    return [
        fact(total, 400_000_001, "2012-12-31", Stage.BALANCE, id="saldo-2012"),
        fact(total, 500_000_002, "2013-12-31", Stage.BALANCE, id="saldo-2013"),
        fact(total, 500_000_002, "2013-12-31", Stage.BALANCE, id="saldo-2013-otra", says="cronica", repeats="saldo-2013"),
        fact(total, 700_000_003, "2016-12-31", Stage.BALANCE, id="saldo-2016"),
        fact(total, 990_000_004, "2018-06-30", Stage.CLAIM, id="saldo-dicho", confidence=LOW, says="mitin", note="lo dijo un candidato"),
        fact(long, 450_000_005, "2013-12-31", Stage.BALANCE, id="largo-2013", part_of="saldo-2013"),
        fact(short, 49_999_997, "2013-12-31", Stage.BALANCE, id="corto-2013", part_of="saldo-2013"),
        fact(long, 420_000_006, "2014-12-31", Stage.BALANCE, id="largo-2014"),
        fact(interest, 10_000_007, "2012", P, id="interes-2012"),
        fact(interest, 14_000_008, "2014", P, id="interes-2014"),
        fact(interest, 61_000_009, "2012/2016", P, id="interes-sexenio"),
    ]


def loan() -> list[Fact]:
    granted = series(LOAN, CREDIT)
    uses = [series(LOAN, USE, part, group="destinos-sol") for part in ("hospital", "carretera", "")]
    return [
        fact(granted, 300_000_010, "2014-05-10", Stage.CONTRACTED, id="sol-gaceta", conflict="dos-montos"),
        fact(granted, 310_000_011, "2014-05-10", Stage.CONTRACTED, id="sol-cronica", conflict="dos-montos", says="cronica"),
        fact(series(LOAN, RATE), "7.5", "2014-05-10", None, id="sol-tasa", unit=Unit.PERCENT),
        fact(uses[0], 200_000_012, "2014", Stage.AUTHORISED, id="sol-hospital", part_of="sol-destinos"),
        fact(uses[1], 99_999_998, "2014", Stage.AUTHORISED, id="sol-carretera", part_of="sol-destinos"),
        fact(uses[2], 300_000_010, "2014", Stage.AUTHORISED, id="sol-destinos", total=True),
    ]


def budget() -> list[Fact]:
    maize, state = series(MAIZE, BUDGET), series(STATE, BUDGET)
    branches = [series(STATE, BRANCH, part, group="ramos-2020") for part in ("educación", "salud", "caminos")]
    return [
        fact(maize, 100_000_013, "2020", A, id="maiz-aprobado"),
        fact(maize, 120_000_014, "2020", M, id="maiz-modificado"),
        fact(maize, 90_000_015, "2020", P, id="maiz-pagado"),
        fact(maize, 110_000_016, "2021", A, id="maiz-2021"),
        fact(maize, 130_000_017, "2023", A, id="maiz-2023"),
        fact(state, 1_000_000_018, "2020", A, id="estado-2020"),
        fact(branches[0], 600_000_019, "2020", A, id="ramo-educacion", part_of="estado-2020"),
        fact(branches[1], 300_000_020, "2020", A, id="ramo-salud", part_of="estado-2020"),
        fact(branches[2], 99_999_979, "2020", A, id="ramo-caminos", part_of="estado-2020"),
        fact(series(BRIDGE, COST), 12_345_678, "2019", Stage.ANNOUNCED, id="puente-anuncio"),
        fact(series(BRIDGE, COST), 15_000_021, "2021", P, id="puente-pagado"),
        fact(series(STATE, TAXES), 70_000_022, "2024", Stage.ESTIMATED, id="impuestos-2024"),
        fact(series(STATE, DUTIES), 30_000_023, "2024", Stage.ESTIMATED, id="derechos-2024"),
    ]


def towns() -> list[Fact]:
    fees, roads = (30_000_024, 20_000_025, 20_000_025), (5_000_026, 8_000_027, 3_000_028)
    found = [
        fact(series(town, FEES), amount, "2024", Stage.COLLECTED, id=f"cuotas/{town.id}") for town, amount in zip(TOWNS, fees, strict=True)
    ]
    for town, amount in zip(TOWNS, roads, strict=True):
        found += [
            fact(series(town, ROADS), amount, "2024", Stage.RECEIVED, id=f"caminos/{town.id}"),
            fact(series(town, ROADS), amount - 1_000_000, "2024", P, id=f"caminos-pagado/{town.id}"),
        ]
    return found


def pensions() -> list[Fact]:
    counted = series(FUND, PENSIONERS)
    return [
        fact(counted, 14_000, "2018", None, unit=Unit.PEOPLE, id="pensionados-2018"),
        fact(counted, 15_500, "2020", None, unit=Unit.PEOPLE, id="pensionados-2020"),
        fact(series(FUND, COVERAGE), "62.5", "2020", None, unit=Unit.PERCENT, id="cobertura-2020"),
    ]


def _people(of: Series, count: int, year: int) -> Fact:
    return fact(of, count, str(year), None, unit=Unit.PEOPLE, says="censo", id=f"gente/{of.subject.id}/{year}")


def people() -> tuple[Fact, ...]:
    inhabitants = [_people(series(town, PEOPLE), count, 2024) for town, count in zip(TOWNS, (10_000, 2_000, 4_000), strict=True)]
    return (*inhabitants, _people(series(STATE, PEOPLE), 16_000, 2020))


def prices() -> tuple[Fact, ...]:
    of = series(STATE, INDEX)
    return tuple(
        fact(of, amount, str(year), None, unit=Unit.INDEX_POINTS, says="indice") for year, amount in ((2013, 50), (2020, 80), (2025, 100))
    )


def commitments() -> tuple[CommitmentCard, ...]:
    def card(id: str, title: str, plan: int, code: str, responsible: str = "", steps: tuple[Milestone, ...] = ()) -> CommitmentCard:
        return CommitmentCard(id, title, plan, "", responsible, code, code, "2016", "", (), steps, (source("plan"),))

    steps = (
        Milestone("Publicar los contratos", "cumplido", (source("plan"),)),
        Milestone("Abrir el registro", "en_proceso", (source("plan"),)),
    )
    return (
        card("VAL-1-01", "Contratos abiertos de obra", 1, "en_proceso", "Contraloría del Valle", steps),
        card("VAL-1-02", "Calidad del agua potable", 1, "desconocido"),
        card("VAL-2-01", "Rutas del transporte escolar", 2, "seleccionado"),
        card("VAL-2-P1", "Semáforos inteligentes", 2, "propuesta"),
    )


RECORDS = (
    record("El Congreso autorizó el crédito Sol al Banco del Alba.", "credito", "2014-05-10", subject=LOAN, party="Banco del Alba"),
    record("El crédito Sol se paga en 180 meses con participaciones.", "condicion", "2014-05-10", subject=LOAN, words="plazo tasa"),
    record("Se inauguró el Puente Azul.", "evento", "2021-08-01", subject=BRIDGE, topic="presupuesto"),
    record("El Puente Azul se cerró por reparaciones.", "evento", "2023-02", subject=BRIDGE, topic="presupuesto", words="cierre clausura"),
    *(
        record(
            f"{town.name} {'no ' if town is TOWNS[1] else ''}reportó sus cuentas de 2023.",
            "reporte",
            "2023",
            subject=town,
            topic="transferencias",
        )
        for town in TOWNS
    ),
)

TERMS = (
    term("zacatecas", "estado", "el estado", "estado"),
    term("atlantida", "estado", "Atlántida", outside=True),
    term("instituto del maiz", "institucion", "Instituto del Maíz"),
    term("instituto del trigo", "institucion", "Instituto del Trigo"),
    term("caja de retiro", "institucion", "Caja de Retiro"),
    term("auditoria del valle", "institucion", "Auditoría del Valle", witness=True),
    term("banco del alba", "banco", "Banco del Alba"),
    term("credito sol", "prestamo", "crédito Sol"),
    term("puente azul", "obra", "Puente Azul"),
    *(term(town.clave, "municipio", town.name, code=str(place)) for place, town in enumerate(TOWNS, 1)),
    term("saldo", "concepto", "saldo", "deuda", "debe"),
    term("saldo-largo", "concepto", "largo plazo"),
    term("saldo-corto", "concepto", "corto plazo"),
    term("intereses", "concepto", "intereses"),
    term("tasa", "concepto", "tasa"),
    term("monto-credito", "concepto", "monto"),
    term("destino", "concepto", "destinos"),
    term("presupuesto", "concepto", "presupuesto"),
    term("costo", "concepto", "costo", "costó"),
    term("ingresos-propios", "concepto", "ingresos propios"),
    term("cuotas", "concepto", "cuotas"),
    term("fondo-caminos", "concepto", "fondo de caminos"),
    term("pensionados", "concepto", "pensionados"),
    term("cobertura", "concepto", "cobertura"),
    term("regalias", "concepto", "regalías"),
)

FAQ = (
    entry("que-es-saldo", "¿Qué es el saldo de la deuda?", "Lo que falta por pagar: {cifra:saldo-2016} en 2016.", "qué significa saldo"),
    entry("quien-vigila", "¿Quién vigila los contratos del valle?", "La Auditoría del Valle.", topic="presupuesto"),
    entry("secreto", "¿Qué es el plan secreto?", "No se ha publicado.", state="borrador"),
)


def accounts() -> InventedLedger:
    rows = (*debt(), *loan(), *budget(), *towns(), *pensions())
    return InventedLedger(rows, RECORDS, commitments(), (OWN, GHOST), people(), prices())


@lru_cache
def valley() -> Desk:
    return Desk(accounts(), knowledge(TERMS, FAQ))


def desk_over(ledger: InventedLedger) -> Desk:
    """The same valley with another ledger."""
    return Desk(ledger, knowledge(TERMS, FAQ))
