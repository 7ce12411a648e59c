"""Files that ``ask`` leaves beside its reply: chart, share card, tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.domain.answer import Answer
from bot.domain.ledger import Ledger
from bot.domain.vocabulary import Knowledge
from bot.errors import RutaError
from bot.rendering.card import card
from bot.rendering.charts import NoPicture, Picture, chart
from bot.rendering.tables import Table, table
from bot.rendering.tables_files import as_csv, as_xlsx

NO_FIGURES = "No hay tabla: esta respuesta no trae cifras."


@dataclass(frozen=True)
class Wanted:
    """Where each file goes; None where it was not asked for."""

    chart: Path | None = None
    card: Path | None = None
    csv: Path | None = None
    xlsx: Path | None = None


def save(wanted: Wanted, answers: Sequence[Answer], receipts: Sequence[str | None], knowledge: Knowledge, ledger: Ledger) -> Iterator[str]:
    """``receipts`` are the codes of the answers, for the card.

    Writes what can be written and yields a sentence a file: where it is and what it shows, or why there is none. RutaError when a file
    cannot be written."""
    if wanted.chart:
        yield _picture(wanted.chart, [chart(answer, knowledge) for answer in answers])
    if wanted.card:
        yield _picture(wanted.card, [card(answer, knowledge, code or "") for answer, code in zip(answers, receipts, strict=True)])
    if wanted.csv or wanted.xlsx:
        found = table(answers, knowledge, ledger)
        yield from (_table(file, found, written) for file, written in ((wanted.csv, as_csv), (wanted.xlsx, as_xlsx)) if file)


def _picture(file: Path, tried: Sequence[Picture | NoPicture]) -> str:
    """Of a message with two questions, the first answer that gives a picture."""
    drawn = next((each for each in tried if isinstance(each, Picture)), tried[0])
    if isinstance(drawn, NoPicture):
        return drawn.reason
    _write(file, drawn.png)
    return f"{file}: {drawn.caption}"


def _table(file: Path, found: Table, written: Callable[[Table], bytes]) -> str:
    if not found.rows:
        return NO_FIGURES
    _write(file, written(found))
    return f"{file}: {'una cifra' if len(found.rows) == 1 else f'{len(found.rows)} cifras'} con su documento."


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise RutaError(
            f"No puedo escribir {file} ({error.strerror}). Revisa que la carpeta exista y que puedas escribir en ella."
        ) from error
