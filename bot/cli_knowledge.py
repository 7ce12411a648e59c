"""``knowledge …``: the commands of those who write the answers."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli_shared import (
    Today,
    day_of,
    group,
    ledger_url,
    open_assistant,
    open_memory,
    read_settings,
    recent_questions,
    say_result,
    writing,
)
from bot.errors import RutaError
from bot.operations.usage import SpanishCommand

if TYPE_CHECKING:
    from bot.editorial.watching import Desk, Looked
    from bot.settings import Settings

ROOT = Path(__file__).resolve().parent.parent

knowledge = group("Lo que edita el personal en knowledge/.")


@knowledge.command(name="check", cls=SpanishCommand, short_help="Revisa los textos del personal.")
def knowledge_check(today: Today = "") -> None:
    """Revisa knowledge/: todos los errores juntos, con archivo, renglón y un ejemplo de cómo se escribe."""
    from bot.knowledge import check
    from bot.knowledge.parsed import remembering

    settings = read_settings()
    desk = _desk(settings)
    with remembering(desk.parsed_file):
        problems = check(desk.folder, desk.world, day_of(today) or settings.today())
    say_result("knowledge/", [str(each) for each in problems if each.stops], [str(each) for each in problems if not each.stops])


@knowledge.command(name="test", cls=SpanishCommand, short_help="Prueba que cada pregunta encuentre su respuesta.")
def knowledge_test(
    today: Today = "",
    everything: Annotated[bool, typer.Option("--all", help="Pregunta todo otra vez y lista todo.", show_default=False)] = False,
    shrink: Annotated[bool, typer.Option("--shrink", help="Quita de la lista de pendientes lo ya mejorado.", show_default=False)] = False,
) -> None:
    """Hace cada pregunta escrita en knowledge/preguntas y dice cuáles no encuentran su propia respuesta.

    Solo pregunta otra vez lo que un cambio pudo tocar; lo demás queda como estaba.
    """
    from bot.editorial.pending import shrink as shrink_list
    from bot.editorial.watching import look
    from bot.operations.screen import progress_bar

    settings = read_settings()
    desk = _desk(settings)
    with progress_bar("Preguntando") as progress:
        looked = look(desk, day_of(today) or settings.today(), everything=everything, asked=lambda done, all: progress(done, all, ""))
    if shrink and looked.outcome:
        gone = shrink_list(desk.folder, {each.clave for each in looked.outcome.tried if each.introduced == each.clave})
        print(f"Quité {gone} de la lista de pendientes.")
    _say(looked)


@knowledge.command(name="watch", cls=SpanishCommand, short_help="Revisa y prueba cada vez que se guarda un archivo.")
def knowledge_watch() -> None:
    """Revisa y prueba knowledge/ cada vez que se guarda un archivo, hasta Ctrl+C."""
    from watchfiles import watch

    from bot.editorial.watching import looks

    settings = read_settings()
    desk = _desk(settings)
    for looked in looks(desk, settings.today, watch(desk.folder, raise_interrupt=False)):
        with suppress(typer.Exit):
            _say(looked)
        print("Guarda un archivo y lo reviso otra vez; Ctrl+C termina.", flush=True)


@knowledge.command(name="export", cls=SpanishCommand, short_help="Pasa los textos a un libro de Excel.")
def knowledge_export(
    file: Annotated[Path, typer.Argument(metavar="ARCHIVO.xlsx", help="El libro que se escribe.", show_default=False)],
    today: Today = "",
) -> None:
    """Pasa preguntas, vocabulario y compromisos de knowledge/ a un libro de Excel, con instrucciones y listas para escoger.

    Ejemplo: ruta knowledge export FAQ.xlsx
    """
    from bot.editorial.present import read_present
    from bot.editorial.workbook_writing import write_workbook
    from bot.knowledge.parsed import remembering

    settings = read_settings()
    desk = _desk(settings)
    with remembering(desk.parsed_file):
        present = read_present(desk.folder)
    with writing(file):
        write_workbook(present, desk.ledger, file, day_of(today) or settings.today())
    print(f"Escribí «{file}»: " + ", ".join(f"{len(rows)} renglones en {name}" for name, rows in present.rows.items()) + ".")


@knowledge.command(name="import", cls=SpanishCommand, short_help="Muestra qué cambia un libro de Excel y, con --apply, lo publica.")
def knowledge_import(
    file: Annotated[Path, typer.Argument(metavar="ARCHIVO.xlsx", help="El libro editado.", show_default=False)],
    apply: Annotated[bool, typer.Option("--apply", help="Escribe los cambios en knowledge/.", show_default=False)] = False,
    today: Today = "",
) -> None:
    """Dice qué es nuevo, qué cambia, qué se retira y qué preguntas se contestarían distinto. Con --apply, además lo escribe.

    Ejemplo: ruta knowledge import FAQ.xlsx
    """
    from bot.editorial.importing import import_workbook
    from bot.knowledge.parsed import remembering

    settings = read_settings()
    day = day_of(today) or settings.today()
    desk = _desk(settings)
    with remembering(desk.parsed_file):
        result = import_workbook(file, desk, ROOT / "tests/conversations", recent_questions(settings), day)
    for line in result.lines:
        print(line)
    errors = [str(each) for each in result.problems if each.stops]
    say_result(file.name, errors, [str(each) for each in result.problems if not each.stops])
    if apply and result.files:
        with writing(settings.knowledge_dir):
            result.write()
        print(f"Escrito: {', '.join(result.files)}. Se verá cuando se vuelva a abrir el bot.")
    elif result.files:
        print(f"Todavía no he escrito nada. Si está bien: ruta knowledge import {file} --apply")


@knowledge.command(name="suggest", cls=SpanishCommand, short_help="Propone palabras y preguntas que la gente pide.")
def knowledge_suggest(
    accept: Annotated[list[int] | None, typer.Option("--accept", metavar="N", help="Acepta la propuesta N.", show_default=False)] = None,
    days: Annotated[int, typer.Option("--days", metavar="N", help="Cuántos días atrás se mira.")] = 28,
    today: Today = "",
) -> None:
    """De las preguntas sin respuesta, ya sin datos personales, propone alias y borradores de preguntas. Nada se escribe sin --accept.

    Ejemplo: ruta knowledge suggest --accept 2
    """
    from bot.editorial.present import read_present
    from bot.editorial.proposal import Proposal, new_files, write
    from bot.editorial.suggesting import suggest

    settings = read_settings()
    day = day_of(today) or settings.today()
    present = read_present(settings.knowledge_dir)
    with open_memory(settings) as state:
        asked = [each for each in state.unanswered.since(day - timedelta(days=days)) if each.asked_on <= day]
    found = suggest(asked, open_assistant(settings), present, day)
    for number, each in enumerate(found, 1):
        print(f"{number}. {each.what} · {each.times} veces" + ("" if each.change else " · decídelo a mano"))
        print("".join(f"     «{text}»\n" for text in each.evidence), end="")
    if not found:
        print("No hay nada que proponer: hacen falta al menos dos preguntas que pidan lo mismo.")
    chosen = [each.change for number, each in enumerate(found, 1) if number in (accept or ()) and each.change]
    if len(chosen) != len(accept or ()):
        raise RutaError("Alguno de esos números no es una propuesta que se pueda aceptar.")
    if chosen:
        files = new_files(present, Proposal(tuple(chosen), ()))
        with writing(present.folder):
            write(present, files)
        print(f"Escrito: {', '.join(files)}. Revísalo y corre «ruta knowledge check».")


def _desk(settings: Settings) -> Desk:
    from bot.editorial.watching import Desk
    from bot.ledger import open_ledger
    from bot.operations.known import world_of

    ledger = open_ledger(ledger_url(settings))
    return Desk(Path(settings.knowledge_dir), ledger, world_of(ledger), settings.var_dir / "preguntas-probadas.json")


def _say(looked: Looked) -> None:
    errors = [str(each) for each in looked.problems if each.stops]
    cautions = [str(each) for each in looked.problems if not each.stops]
    if looked.outcome is None:
        say_result("knowledge/", errors, cautions)
        return
    asked, tried = looked.outcome.asked, len(looked.outcome.tried)
    again = "" if asked == tried else f", {asked} vueltas a preguntar"
    say_result(f"{tried} preguntas{again}", errors, cautions)
