"""``report …`` and ``review …``: what happened, what people say is wrong, and how well it was answered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from bot.cli_shared import AsJson, Today, day_of, group, open_assistant, open_memory, open_receipts, read_settings, writing
from bot.errors import RutaError
from bot.operations.usage import SpanishCommand

PAGE = Path(__file__).resolve().parent.parent / "docs/exactitud.md"

report = group("Lo que pasó, para el personal.")
review = group("Dos personas revisan una muestra de respuestas.")


@report.command(name="semana", cls=SpanishCommand, short_help="Qué se preguntó y qué faltó en siete días.")
def report_week(
    xlsx: Annotated[Path | None, typer.Option("--xlsx", metavar="ARCHIVO.xlsx", help="También como libro.", show_default=False)] = None,
    today: Today = "",
) -> None:
    """Qué se preguntó, qué no se contestó, qué no sirvió, qué no está publicado y qué palabras nadie conoce, en los últimos siete días.

    Ejemplo: ruta report semana --xlsx semana.xlsx > semana.md
    """
    from bot.editorial.table_book import TableSheet, write_tables
    from bot.editorial.weekly import markdown, week_until

    settings = read_settings()
    with open_memory(settings) as state:
        week = week_until(state, open_assistant(settings), day_of(today) or settings.today())
    print(markdown(week))
    if xlsx:
        sheets = [TableSheet(each.title, each.columns, each.rows, [30] * len(each.columns)) for each in week.sections]
        with writing(xlsx):
            write_tables(xlsx, sheets)


@report.command(name="avisos", cls=SpanishCommand, short_help="Lista los avisos de «esta cifra está mal».")
def report_wrong(
    resolve: Annotated[int, typer.Option("--resolve", metavar="N", help="Cierra el aviso de ese número.", show_default=False)] = 0,
    note: Annotated[
        str, typer.Option("--note", metavar="TEXTO", help="Qué se hizo con él; lo lee quien pidió que se le avise.", show_default=False)
    ] = "",
    everything: Annotated[bool, typer.Option("--all", help="Muestra también los cerrados.", show_default=False)] = False,
    as_json: AsJson = False,
    today: Today = "",
) -> None:
    """Lista los avisos de «esta cifra está mal» que esperan al personal, o cierra uno.

    Ejemplo: ruta report avisos --resolve 3 --note "Se corrigió en data/; está en knowledge/correcciones.yaml"
    """
    from bot.operations.kept import report_object, report_text

    settings = read_settings()
    with open_memory(settings) as memory:
        if resolve:
            if not note.strip():
                raise RutaError('Di qué se hizo con el aviso: --note "La cifra es correcta: la etapa es otra"')
            if not memory.reports.resolve(resolve, note.strip(), day_of(today) or settings.today()):
                raise RutaError(f"No hay un aviso abierto con el número {resolve}.")
        waiting = memory.reports.listed(everything=everything)
    if as_json:
        print(json.dumps([report_object(each) for each in waiting], ensure_ascii=False, indent=1))
    else:
        print("\n\n".join(map(report_text, waiting)) or "No hay avisos por atender.")


@review.command(name="sample", cls=SpanishCommand, short_help="Saca la muestra que dos personas revisan.")
def review_sample(
    one: Annotated[Path, typer.Argument(metavar="HOJA-A.xlsx", help="El libro de una persona.", show_default=False)],
    other: Annotated[Path, typer.Argument(metavar="HOJA-B.xlsx", help="El libro de la otra.", show_default=False)],
    week: Annotated[
        str, typer.Option("--week", metavar="AAAA-MM-DD", help="Un día de la semana que se revisa; sin él, la última completa.")
    ] = "",
    questions: Annotated[
        list[Path] | None,
        typer.Option("--questions", metavar="ARCHIVO", help="Preguntas de este archivo y no de la gente.", show_default=False),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="El sorteo: el mismo número saca las mismas del archivo.")] = 1,
    today: Today = "",
) -> None:
    """Escribe dos libros iguales con hasta 50 preguntas sin datos personales, escogidas al azar, y lo que se les contestó.

    Ejemplo: ruta review sample hoja-A.xlsx hoja-B.xlsx
    """
    from bot.editorial.review_sample import from_files, last_week
    from bot.editorial.review_sample import week as of_week
    from bot.editorial.review_sheets import write_sheet

    settings = read_settings()
    day = day_of(today) or settings.today()
    assistant = open_assistant(settings)
    if questions:
        receipts = open_receipts(settings, assistant)
        drawn = from_files(questions, seed, assistant, lambda answers: receipts.issue(answers, day), day)
    else:
        with open_memory(settings) as state:
            asked_for = day_of(week)
            drawn = of_week(state, asked_for) if asked_for else last_week(state, day)
    if not drawn.replied:
        raise RutaError("No hay preguntas guardadas de esa semana. Con --questions se pueden dar en un archivo, una por renglón.")
    for path in (one, other):
        with writing(path):
            write_sheet(path, drawn, assistant.knowledge, assistant.ledger)
    print(f"Escribí «{one}» y «{other}» con {len(drawn.replied)} preguntas ({drawn.origin}, {drawn.day.isoformat()}).")
    print(f"Cada persona llena el suyo sin ver el otro; después: ruta review score {one} {other}")


@review.command(name="score", cls=SpanishCommand, short_help="De las marcas de dos personas, acuerdo y exactitud.")
def review_score(
    one: Annotated[Path, typer.Argument(metavar="HOJA-A.xlsx", help="El libro que llenó una persona.", show_default=False)],
    other: Annotated[Path, typer.Argument(metavar="HOJA-B.xlsx", help="El que llenó la otra.", show_default=False)],
    note: Annotated[
        str, typer.Option("--note", metavar="TEXTO", help="Quiénes revisaron y cuándo; se publica con la tabla.", show_default=False)
    ] = "",
    out: Annotated[Path, typer.Option("--out", metavar="ARCHIVO.md", help="Dónde se publica.")] = PAGE,
) -> None:
    """Calcula acuerdo y exactitud de las marcas, los publica y enumera lo que alguien marcó con «no». Sin todas las marcas no hay cifra.

    Ejemplo: ruta review score hoja-A.xlsx hoja-B.xlsx --note "Dos personas de la contraloría, el 7 de diciembre de 2026."
    """
    from bot.editorial.review_accuracy import disputed, publish
    from bot.editorial.review_sheets import read_scores

    scores = read_scores((one, other))
    with writing(out):
        page = publish(out, scores, note)
    print(page)
    print("\n".join(("Con algún «no» (marca de una persona / de la otra):", *disputed(scores))))
    print(f"\nPublicado en «{out}»." + (" Enlázalo en README.md, «How well it answers»." if out == PAGE else ""))
