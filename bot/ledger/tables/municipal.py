"""The 58 municipalities: accounts, federal funds, who reported, who was audited. Regular tables carry no keys of their
own: subject and fact id are made of the municipality's INEGI code and the row's natural key."""

from __future__ import annotations

from bot.ledger import cells, wording
from bot.ledger.mapping import Figures, Statements, Table, column, fixed, joined, nothing, slugged, spelled
from bot.ledger.sheet import Row

TRANSFERS = fixed("transferencias")
MUNICIPALITY = joined("mun-{cvegeo}")

ACCOUNT_CONCEPT = spelled(
    "concept",
    {
        "Total de ingresos": "ingresos-municipales",
        "Participaciones federales": "participaciones-municipales",
        "Aportaciones federales y estatales": "aportaciones-municipales",
        "FORTAMUN": "fortamun",
        "FISMDF (FAIS municipal)": "fais",
        "Predial": "predial",
        "Ingresos propios": "ingresos-propios-municipales",
        "Total de egresos": "egresos-municipales",
    },
)
FUND = spelled("fund", {"FAIS municipal (I004)": "fais", "FORTAMUN (I005)": "fortamun"})


def _unregistered(row: Row) -> str:
    """Works «registered» for 0 pesos are works nobody registered: the table does not say that none were done."""
    return "no_publicado" if row["stage"].startswith("obras registradas") else ""


def _reported(row: Row) -> str:
    did = "sí" if row["reported_to_inegi"] == "1" else "no"
    verb = "reportó" if did == "sí" else "ha reportado"
    status = {"preliminar": "dato preliminar", "definitivo": "dato definitivo"}.get(row["status"], row["status"])
    return f"{row['municipality']} {did} {verb} al INEGI su cuenta pública {row['year']} ({status})."


def _audited(row: Row) -> str:
    observed, actions = row["results_with_observations"], row["actions"]
    doubted, recovered = cells.money(row, "to_clarify_mxn"), cells.money(row, "recovered_mxn")
    return wording.sentence(
        f"La Auditoría Superior de la Federación revisó a {row['municipality']} en la cuenta pública {row['account_year']} "
        f"(auditoría {row['audit_number']}, entrega {row['delivery']})",
        f"{observed} resultado{'' if observed == '1' else 's'} con observaciones y {actions} acci{'ón' if actions == '1' else 'ones'}",
        f"por aclarar: {wording.pesos(doubted)}" if doubted is not None else "",
        f"recuperado: {wording.pesos(recovered)}" if recovered is not None else "",
        "por aclarar no es daño probado",
    )


def _audit(amount: str, concept: str, unit: str, note: str = "") -> Figures:
    return Figures(
        amount=amount,
        id=joined(f"asf-{{account_year}}-{{cvegeo}}-{concept}"),
        topic=TRANSFERS,
        subject=MUNICIPALITY,
        concept=fixed(concept),
        unit=fixed(unit),
        period=column("account_year"),
        stage_id=nothing,
        counterpart=nothing,
        place=nothing,
        group=joined(f"municipios-{concept}-{{account_year}}"),
        words=fixed("ASF auditoría federal observaciones"),
        note=fixed(note),
    )


TABLES = (
    Table(
        "budget/municipal_finance_efipem_2024.csv",
        (
            Figures(
                amount="amount_mxn",
                id=joined("efipem-{year}-{cvegeo}-{concept}", concept=slugged(column("concept"))),
                topic=TRANSFERS,
                subject=MUNICIPALITY,
                concept=ACCOUNT_CONCEPT,
                period=column("year"),
                stage="stage",
                group=joined("municipios-{concept}-{year}", concept=ACCOUNT_CONCEPT),
                words=column("concept"),
            ),
        ),
        ignored=frozenset({"municipality"}),
    ),
    Table(
        "budget/municipal_federal_funds_2024.csv",
        (
            Figures(
                amount="amount_mxn",
                id=joined("srft-{year}-{cvegeo}-{fund}-{stage}", fund=FUND, stage=slugged(column("stage"))),
                topic=TRANSFERS,
                subject=MUNICIPALITY,
                concept=FUND,
                period=column("year"),
                stage="stage",
                group=joined("municipios-srft-{fund}-{year}", fund=FUND),
                words=column("fund"),
                zero=_unregistered,
            ),
        ),
        ignored=frozenset({"municipality"}),
    ),
    Table(
        "budget/municipal_account_reporting.csv",
        statements=(
            Statements(
                kind="reporte",
                id=joined("reporte-{year}-{cvegeo}"),
                topic=TRANSFERS,
                subject=MUNICIPALITY,
                text=_reported,
                date=column("year"),
                party=nothing,
                words=fixed("cuenta pública municipal reportó entregó INEGI"),
            ),
        ),
    ),
    Table(
        "budget/municipal_audits_asf_2024.csv",
        (
            _audit("to_clarify_mxn", "asf-por-aclarar", "MXN", "Por aclarar no es daño probado"),
            _audit("recovered_mxn", "asf-recuperado", "MXN"),
            _audit("actions", "asf-acciones", "count"),
            _audit("results_with_observations", "asf-resultados-con-observaciones", "count"),
        ),
        (
            Statements(
                kind="auditoria",
                id=joined("asf-{account_year}-{cvegeo}"),
                topic=TRANSFERS,
                subject=MUNICIPALITY,
                text=_audited,
                date=column("account_year"),
                party=fixed("Auditoría Superior de la Federación"),
                words=fixed("ASF auditoría auditó fiscalizó observaciones aclarar"),
            ),
        ),
    ),
)
