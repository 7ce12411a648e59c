"""What was corrected: dated, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.domain.vocabulary import Correction
from bot.rendering.dates import long_date

NONE = "Todavía no hay correcciones publicadas. Si una cifra está mal, avísalo desde su respuesta."


def text(corrections: Sequence[Correction]) -> str:
    return "\n\n".join(map(_told, corrections)) or NONE


def heading(correction: Correction) -> str:
    return long_date(correction.day.isoformat())


def about(correction: Correction) -> str:
    """By what it can be found: the receipt of the answer, or the figure of the ledger."""
    return f"Recibo {correction.receipt}" if correction.receipt else f"Dato {correction.fact}"


def as_objects(corrections: Sequence[Correction]) -> list[dict[str, Any]]:
    return [
        {
            "date": each.day.isoformat(),
            "said": each.said,
            "says": each.says,
            "receipt": each.receipt or None,
            "fact": each.fact or None,
            "source": each.source,
        }
        for each in corrections
    ]


def _told(correction: Correction) -> str:
    return "\n".join(
        (
            heading(correction),
            f"Decía: {correction.said}",
            f"Dice: {correction.says}",
            f"Documento: {correction.source}. {about(correction)}.",
        )
    )
