"""``data …`` and ``sources …``: the ledger, from the published facts to the one in service, and the documents behind it."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from bot.cli_shared import CHECK_FAILED, AsJson, Today, day_of, group, ledger_url, open_assistant, read_settings, say_result
from bot.errors import RutaError
from bot.operations.usage import SpanishCommand

data = group("La base de datos de cifras: se construye a partir de data/.")
sources = group("Los documentos que respaldan las cifras.")


@data.command(name="build", cls=SpanishCommand, short_help="Construye la base de datos.")
def data_build() -> None:
    """Construye la base de datos a partir de data/. Si algo está mal, la anterior sigue en servicio."""
    from bot.ledger import build
    from bot.operations.screen import progress_bar, show_load

    settings = read_settings()
    with progress_bar("Leyendo data/") as progress:
        load = build(settings.data_dir, ledger_url(settings), progress)
    show_load(load)


@data.command(name="check", cls=SpanishCommand, short_help="Revisa data/ sin construir nada.")
def data_check() -> None:
    """Revisa data/ sin construir nada: todos los errores juntos, con archivo, renglón y qué hacer."""
    from bot.ledger import check, warnings

    settings = read_settings()
    say_result("data/", list(map(str, check(settings.data_dir))), [f"aviso · {problem}" for problem in warnings(settings.data_dir)])


@data.command(name="status", cls=SpanishCommand, short_help="Dice qué base de datos está en servicio.")
def data_status() -> None:
    """Dice qué base de datos está en servicio, cuántos renglones tiene y a cuáles se puede volver."""
    from bot.ledger import status
    from bot.operations.screen import show_status

    settings = read_settings()
    found = status(ledger_url(settings), settings.data_dir)
    show_status(found)
    if found.load is None:
        raise typer.Exit(CHECK_FAILED)


@data.command(name="coverage", cls=SpanishCommand, short_help="Dice qué cifras hay y cuáles faltan.")
def data_coverage(
    as_json: AsJson = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Escribe una tabla CSV: lo que hay y lo que falta.", show_default=False)] = False,
    today: Today = "",
) -> None:
    """Dice, por tema, qué cifras hay, de qué años y etapas, qué falta y quién lo publica.

    Ejemplo: ruta data coverage --csv > cobertura.csv
    """
    if as_json and as_csv:
        raise RutaError("Escribe --json o --csv, no los dos.")
    from bot.rendering import coverage

    settings = read_settings()
    found = open_assistant(settings).coverage(day_of(today) or settings.today())
    if as_json:
        print(json.dumps(coverage.as_object(found), ensure_ascii=False, indent=1))
    elif as_csv:
        import csv

        csv.writer(sys.stdout, lineterminator="\n").writerows([coverage.COLUMNS, *coverage.rows(found)])
    else:
        print(coverage.text(found))


@data.command(name="rollback", cls=SpanishCommand)
def data_rollback() -> None:
    """Regresa a la base de datos anterior."""
    from bot.ledger import rollback
    from bot.operations.screen import show_load

    show_load(rollback(ledger_url(read_settings())))


@sources.command(name="check", cls=SpanishCommand, short_help="Dice qué documentos ya no abren.")
def sources_check(
    limit: Annotated[int, typer.Option("--limit", metavar="N", help="Revisa solo los primeros N.", show_default=False)] = 0,
    as_json: AsJson = False,
) -> None:
    """Abre la dirección de cada documento y dice cuáles ya no están. Necesita internet."""
    from bot.operations.links import addresses
    from bot.operations.screen_links import show_links

    settings = read_settings()
    if show_links(addresses(settings.data_dir)[: limit or None], as_json=as_json):
        raise typer.Exit(CHECK_FAILED)
