"""The pension institute and the sports institute: amounts, where money went, counts, the time line."""

from __future__ import annotations

from bot.ledger.mapping import Figures, Statements, Table, column, first, joined, optional
from bot.ledger.sheet import Row
from bot.ledger.tables.debt import one_date, told_event, used


def _use(row: Row) -> str:
    place = f" ({row['municipality']})" if row["municipality"] else ""
    return used(row, f"{row['program']}, {row['destination']}{place}", row["beneficiary"])


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
                counterpart=first(optional("counterpart"), column("destination")),
                words=joined("{program} {destination} {beneficiary} {municipality} {words}"),
            ),
        ),
        (
            Statements(
                kind="destino",
                id=joined("uso-{fact_id}"),
                topic=column("topic"),
                text=_use,
                date=one_date,
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
