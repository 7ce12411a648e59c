"""The pension institute and the sports institute: amounts, where money went, counts, the time line."""

from __future__ import annotations

from bot.ledger import wording
from bot.ledger.mapping import Figures, Statements, Table, column, first, joined
from bot.ledger.sheet import Row
from bot.ledger.tables.debt import told_event


def _use(row: Row) -> str:
    amount, receiver = row.get("amount_mxn"), row.get("beneficiary")
    return wording.sentence(
        f"{row['program']}, {row['destination']}: {wording.pesos(amount) if amount else 'sin monto publicado'} ({row['phase']})",
        f"periodo: {row.get('period')}" if row.get("period") else "",
        f"recibe: {receiver}" if receiver else "",
        f"municipio: {row.get('municipality')}" if row.get("municipality") else "",
        row.get("note"),
    )


TABLES = (
    Table(
        "pensions_sports/amounts.csv",
        (
            Figures(
                amount="amount_mxn",
                topic=column("topic"),
                unit=column("unit"),
                period=column("period"),
                stage="phase",
                words=joined("{concept} {words}"),
            ),
        ),
        ignored=frozenset({"entity"}),
    ),
    Table(
        "pensions_sports/destinations.csv",
        (
            Figures(
                amount="amount_mxn",
                topic=column("topic"),
                period=column("period"),
                stage="phase",
                counterpart=first(column("counterpart"), column("destination")),
                words=joined("{program} {destination} {beneficiary} {municipality} {words}"),
            ),
        ),
        (
            Statements(
                kind="destino",
                id=joined("destino-{fact_id}"),
                topic=column("topic"),
                text=_use,
                party=column("beneficiary"),
                words=joined("{program} {municipality} {words}"),
            ),
        ),
    ),
    Table(
        "pensions_sports/indicators.csv",
        (
            Figures(
                amount="value",
                topic=column("topic"),
                unit=column("unit"),
                period=column("period"),
                words=joined("{indicator} {words}"),
            ),
        ),
        ignored=frozenset({"entity"}),
    ),
    Table(
        "pensions_sports/events.csv",
        statements=(Statements(kind="evento", id=column("record_id"), topic=column("topic"), text=told_event, date=column("date")),),
    ),
)
