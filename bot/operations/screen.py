"""Tables, bars and colours of the maintenance commands. rich leaves colours out where nobody sees them (NO_COLOR, pipes)."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from bot.operations.doctor import Finding, SettingRow, State

if TYPE_CHECKING:
    from bot.domain.ledger import Load
    from bot.evaluation import GoldReport, LabelledReport
    from bot.ledger import Status
    from bot.ledger.package import Progress as Report

_COLOURS = {State.GOOD: "green", State.NOTICE: "yellow", State.BROKEN: "red"}


def console() -> Console:
    return Console(file=sys.stdout, highlight=False, markup=False)


@contextmanager
def progress_bar(label: str) -> Iterator[Report]:
    """On a terminal a bar; in a pipe nothing, so that logs stay readable."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task(label, total=None)

        def report(done: int, total: int, what: str) -> None:
            bar.update(task, completed=done, total=total, description=what or label)

        yield report


def show_load(load: Load) -> None:
    out = console()
    out.print(f"Base de datos en servicio: huella {load.content_hash[:12]}, construida {load.built_at[:16].replace('T', ' ')} UTC.")
    table = Table("tabla", "renglones")
    table.columns[1].justify = "right"
    for name, rows in load.rows:
        table.add_row(name, f"{rows:,}")
    out.print(table)


def show_status(status: Status) -> None:
    out = console()
    out.print(f"Lugar: {status.place}")
    if status.load is None:
        out.print("Todavía no hay base de datos. Constrúyela con «python -m bot data build».")
        return
    show_load(status.load)
    if status.current is False:
        out.print("data/ cambió desde entonces: corre «python -m bot data build».")
    out.print("Se puede volver a: " + (", ".join(status.kept) or "ninguna anterior"))


def show_findings(findings: Sequence[Finding], settings: Sequence[SettingRow]) -> None:
    out = console()
    for finding in findings:
        out.print(f"{finding.state.value:>5}", style=_COLOURS[finding.state], end="")
        out.print(f"  {finding.what}: {finding.said}", soft_wrap=True)
        if finding.do:
            out.print(f"       {finding.do}", soft_wrap=True)
    table = Table("variable", "valor", "para qué sirve", title="Configuración (entorno o .env)", title_justify="left")
    for row in settings:
        table.add_row(row.name, row.value if row.given else f"{row.value} (de fábrica)", row.does)
    out.print(table)


def show_report(report: GoldReport | LabelledReport, *, mistakes: bool) -> None:
    out = console()
    out.print(report.file, style="bold")
    for each in report.to_tables():
        table = Table(*each.columns, title=each.title, title_justify="left")
        for column in table.columns[1:]:
            column.justify = "right"
        for row in each.rows:
            table.add_row(*row)
        out.print(table)
    if mistakes:
        for line in _mistakes(report):
            out.print(line, soft_wrap=True)


def _mistakes(report: GoldReport | LabelledReport) -> Iterator[str]:
    from bot.evaluation import GoldReport  # loaded by whoever made the report

    if isinstance(report, GoldReport):
        for judged in report.mistakes:
            yield f"{judged.verdict.value:8} {judged.question.id}: «{judged.question.text}» {judged.reason}"
    else:
        for entry in report.to_json().get("mistakes", ()):
            yield json.dumps(entry, ensure_ascii=False)
