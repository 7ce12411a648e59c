"""What the state store keeps, as people and programs read it: reports of wrong figures, and which kinds of things stay for how long."""

from __future__ import annotations

from typing import Any

from bot.rendering.dates import long_date
from bot.rendering.grammar import sentence_case
from bot.state import Described, Report


def report_text(report: Report) -> str:
    receipt = f"recibo {report.receipt}" if report.receipt else "sin recibo"
    head = f"Aviso {report.id} · {report.state} · {long_date(report.sent_on.isoformat())} · {report.channel} · {receipt}"
    closed = f"Se cerró el {long_date(report.resolved_on.isoformat())}: {report.resolution}" if report.resolved_on else ""
    return "\n".join(filter(None, (head, report.comment or "(sin comentario)", closed)))


def report_object(report: Report) -> dict[str, Any]:
    return {
        "id": report.id,
        "receipt": report.receipt or None,
        "comment": report.comment,
        "channel": report.channel,
        "sent_on": report.sent_on.isoformat(),
        "state": report.state,
        "resolution": report.resolution or None,
        "resolved_on": report.resolved_on.isoformat() if report.resolved_on else None,
    }


def kept_text(kept: Described) -> str:
    erased = " Lo borra /borrar." if kept.erased else ""
    return f"- {sentence_case(kept.what)}: {kept.why}. Plazo: {kept.how_long} desde su último uso.{erased}"


def kept_object(kept: Described) -> dict[str, Any]:
    return {"what": kept.what, "why": kept.why, "how_long": kept.how_long, "erased_by_the_person": kept.erased}
