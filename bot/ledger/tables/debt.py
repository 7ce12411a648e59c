"""State debt: balances and payments, loans and their conditions, what borrowed money was for, the time line."""

from __future__ import annotations

from bot.ledger import cells, wording
from bot.ledger.mapping import Figures, Statements, Table, column, first, fixed, joined, nothing, optional
from bot.ledger.sheet import Row

DEBT = fixed("deuda")


def _conditions(row: Row) -> str:
    """«Banorte: 3,000 millones de pesos ($…). Para: Rescate financiero 2011. Plazo: 240 meses. …»: what a row says, nothing more. Its date
    stands beside the text."""
    months, guarantee = row["term_months"], row["guarantee"]
    amount, rate, spread = cells.money(row, "authorized_or_contracted_amount_mxn"), row["reference_rate"], row["spread_pct"]
    return wording.sentence(
        f"{row['creditor']}: {wording.pesos(amount)}" if amount is not None else f"{row['creditor']}: el documento no da el monto",
        _purpose(row["purpose"]),
        f"plazo: {months} meses" if months else "",
        _rate(rate, spread),
        f"garantía o fuente de pago: {guarantee}" if guarantee else "",
        wording.with_dates(row["decree"]),
        wording.with_dates(row["status"]),
    )


def _purpose(published: str) -> str:
    said = published[:1].lower() + published[1:]
    if said.startswith(("no indicado", "destino no indicado", "sin destino")):
        return "el documento no dice para qué" + said.partition(";")[1] + said.partition(";")[2]
    return f"para: {said}"


def _rate(reference: str, spread: str) -> str:
    if not reference and not spread:
        return ""
    return f"tasa: {reference or 'no indicada'}" + (f" más {spread} puntos porcentuales" if spread else "")


def used(row: Row, what: str, receiver: str) -> str:
    """«Destino: monto (etapa). Beneficiario. Nota.», with the amount only where one is published. A single date stands beside the text;
    a span is told in it."""
    phase, period, amount = row["phase"], row["period"], cells.money(row, "amount_mxn")
    stage = "" if phase == "otro" else f" ({phase})"
    return wording.sentence(
        f"{what}: {wording.pesos(amount) if amount is not None else 'sin monto publicado por separado'}{stage}",
        wording.span(period) if period and not one_date(row) else "",
        f"beneficiario: {receiver}" if receiver else "",
        wording.with_dates(row["note"]),
    )


def one_date(row: Row) -> str:
    """The period where it is one date; a span is told in the text."""
    period = row["period"]
    return "" if wording.SPAN.match(period) else period


def _use(row: Row) -> str:
    return used(row, row["destination"], row["beneficiary_or_agency"])


def told_event(row: Row) -> str:
    """The event as our table words it, with its amount where the words leave it out."""
    text, amount = row["event"], cells.money(row, "amount_mxn")
    if amount is None or wording.says_amount(text, amount):
        return wording.with_dates(text)
    return wording.sentence(wording.with_dates(text), f"monto: {wording.pesos(amount)}")


def _loan(amount: str, what: str, concept: str, unit: str, stage: str = "") -> Figures:
    """One of the numbers of a loan's row. A blank one says that this source does not give it: another row may."""
    return Figures(
        amount=amount,
        id=joined(f"prestamo-{{loan_id}}-{what}-{{source_id}}"),
        topic=DEBT,
        concept=fixed(concept),
        unit=fixed(unit),
        period=column("contract_date"),
        stage=stage,
        stage_id=optional("stage_id") if stage else nothing,
        counterpart=nothing,
        note=column("status"),
        words=joined("{creditor} {purpose} {decree} {words}"),
        absent="",
        # the repeats and conflict_id of a loan's row compare amounts; its term and spread stand alone
        linked=concept == "monto-credito",
    )


TABLES = (
    Table(
        "debt/balances.csv",
        (Figures(amount="amount_mxn", topic=DEBT, unit=column("unit"), period=column("date"), stage="concept"),),
        ignored=frozenset({"entity_or_loan_id"}),
    ),
    Table(
        "debt/destinations.csv",
        (
            Figures(
                amount="amount_mxn",
                topic=DEBT,
                period=column("period"),
                stage="phase",
                counterpart=first(optional("counterpart"), column("destination")),
                words=joined("{beneficiary_or_agency} {words}"),
            ),
        ),
        (
            Statements(
                kind="destino",
                id=joined("uso-{fact_id}"),
                topic=DEBT,
                text=_use,
                date=one_date,
                party=column("beneficiary_or_agency"),
                words=joined("{destination} {words}"),
            ),
        ),
        ignored=frozenset({"program_id"}),
    ),
    Table(
        "debt/loans.csv",
        (
            _loan("authorized_or_contracted_amount_mxn", "monto", "monto-credito", "MXN", "status"),
            _loan("term_months", "plazo", "plazo-credito", "months"),
            _loan("spread_pct", "sobretasa", "sobretasa", "percentage_points"),
        ),
        (
            Statements(
                kind="credito",
                id=joined("credito-{loan_id}-{source_id}"),
                topic=DEBT,
                text=_conditions,
                date=column("contract_date"),
                party=column("creditor"),
                words=joined("{purpose} {decree} {words}"),
            ),
        ),
    ),
    Table(
        "debt/events.csv",
        statements=(Statements(kind="evento", id=column("record_id"), topic=DEBT, text=told_event, date=column("date")),),
    ),
)
