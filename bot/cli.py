"""The commands. Each one imports what it needs when it runs: a question in a terminal must not wait for a web server."""

from __future__ import annotations

import gc
import json
import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from typer.exceptions import TyperException

from bot.cli_data import data, sources
from bot.cli_knowledge import knowledge
from bot.cli_proof import proof
from bot.cli_review import report, review
from bot.cli_shared import BROKEN, CHECK_FAILED, AsJson, Today
from bot.cli_shared import day_of as _day
from bot.cli_shared import group as _typer
from bot.cli_shared import ledger_url as _url
from bot.cli_shared import open_assistant as _assistant
from bot.cli_shared import open_receipts as _receipts
from bot.cli_shared import read_settings as _settings
from bot.errors import RutaError
from bot.operations.usage import SpanishCommand, mistake

if TYPE_CHECKING:
    from bot.app import Assistant, Turn

app = _typer(
    "Ruta del Dinero: pregunta sobre dinero público de Zacatecas y recibe cifras con su documento.\n\n"
    'Ejemplo: ruta ask "¿cuánto debía el estado en 2013?"',
    pretty_exceptions_enable=False,
)
app.add_typer(proof)
app.add_typer(data, name="data")
app.add_typer(knowledge, name="knowledge")
app.add_typer(report, name="report")
app.add_typer(review, name="review")
app.add_typer(sources, name="sources")

Explain = Annotated[bool, typer.Option("--explain", help="Muestra qué palabras decidieron la lectura.", show_default=False)]
_png = {"metavar": "ARCHIVO.png", "show_default": False}
ChartFile = Annotated[Path | None, typer.Option("--chart", help="Guarda una gráfica de las cifras.", **_png)]
CardFile = Annotated[Path | None, typer.Option("--card", help="Guarda una tarjeta para compartir.", **_png)]
CsvFile = Annotated[Path | None, typer.Option("--csv", metavar="ARCHIVO.csv", help="Guarda las cifras en CSV.", show_default=False)]
XlsxFile = Annotated[Path | None, typer.Option("--xlsx", metavar="ARCHIVO.xlsx", help="Guarda las cifras en Excel.", show_default=False)]


def main(arguments: list[str] | None = None) -> NoReturn:
    """Exit 0: done; 1: a check found mistakes; 2: the command or the machine needs attention, said on standard error."""
    # what is read at the start stays: walking it again and again for circles took an eighth of a cold answer
    gc.set_threshold(50_000)
    try:
        code = app(args=arguments, prog_name="ruta", standalone_mode=False)
    except typer.Abort:
        code = CHECK_FAILED
    except TyperException as error:
        code = _complain(_help_or_mistake(error))
    except RutaError as error:
        code = _complain(str(error))
    except Exception:
        traceback.print_exc()
        code = _complain("Esto es una falla del programa. Cópiala completa y avísale a quien lo mantiene; «ruta doctor» revisa la máquina.")
    sys.exit(code if isinstance(code, int) else 0)


@app.command(cls=SpanishCommand, short_help="Abre el bot de Telegram o, sin llave, la página local.")
def run() -> None:
    """Abre el bot de Telegram si BOT_TOKEN está puesta; si no, la página local con el mismo asistente."""
    settings = _settings()
    assistant = _assistant(settings)
    if settings.bot_token:
        from bot.app import open_memory
        from bot.channels.telegram import run as answer_in_telegram

        answer_in_telegram(settings, assistant, open_memory(settings))
        return
    from bot.channels.web import serve

    serve(settings, assistant, _receipts(settings, assistant), typer.echo)


@app.command(cls=SpanishCommand, short_help="Conversa con el asistente en esta terminal.")
def chat(today: Today = "", explain: Explain = False) -> None:
    """Conversa con el asistente en esta terminal. Adentro: /fuente, /r, /mal, /correcciones, /explica, /temas, /nueva, /ayuda, /salir."""
    from bot.channels.console import Desk, chat, colours_wanted, remember_typed_lines

    settings, fixed = _settings(), _day(today)
    remember_typed_lines()
    colours = colours_wanted(sys.stdout, os.environ)
    assistant = _assistant(settings)
    desk = Desk(assistant, _receipts(settings, assistant), lambda: fixed or settings.today())
    chat(desk, input, typer.echo, colours=colours, explain=explain)


@app.command(cls=SpanishCommand)
def ask(
    question: Annotated[str, typer.Argument(metavar="PREGUNTA", help="La pregunta, entre comillas.", show_default=False)] = "",
    as_json: AsJson = False,
    json_lines: Annotated[bool, typer.Option("--json-lines", help='Lee de la entrada una línea {"q": …, "prev": …} por pregunta.')] = False,
    today: Today = "",
    explain: Explain = False,
    chart: ChartFile = None,
    card: CardFile = None,
    csv: CsvFile = None,
    xlsx: XlsxFile = None,
) -> None:
    """Contesta una pregunta.

    Ejemplos: ruta ask "¿cuánto debía el estado en 2013?" · ruta ask "¿y en 2018?" --json · ruta ask --json-lines < preguntas.jsonl
    """
    if bool(question.strip()) == json_lines:
        raise RutaError('Escribe una pregunta entre comillas (ruta ask "¿cuánto debe el estado?") o usa --json-lines, no las dos cosas.')
    files = {"chart": chart, "card": card, "csv": csv, "xlsx": xlsx}
    if json_lines and any(files.values()):
        raise RutaError("--chart, --card, --csv y --xlsx guardan lo de una sola pregunta; no van con --json-lines.")
    settings = _settings()
    day = _day(today) or settings.today()
    assistant = _assistant(settings)
    if json_lines:
        from bot.channels.json_lines import replies

        with _receipts(settings, assistant).together(day) as issue:
            for line in replies(assistant, sys.stdin, day, issue):
                print(line, flush=True)
    else:
        turn = assistant.ask(question, day)
        codes = _receipts(settings, assistant).issue(turn.answers, day)
        _answer(assistant, turn, codes, as_json=as_json, explain=explain)
        _save(assistant, turn, codes, files)


def _save(assistant: Assistant, turn: Turn, codes: Sequence[str | None], files: Mapping[str, Path | None]) -> None:
    """What each file holds goes to standard error: standard output stays the reply."""
    if any(files.values()):
        from bot.operations.exports import Wanted, save

        for said in save(Wanted(**files), turn.answers, codes, assistant.knowledge, assistant.ledger):
            print(said, file=sys.stderr)


def _answer(assistant: Assistant, turn: Turn, codes: Sequence[str | None], *, as_json: bool, explain: bool) -> None:
    if as_json:
        from bot.rendering import answered

        print(json.dumps(answered(turn.question.text, turn.answers, assistant.knowledge, codes), ensure_ascii=False, indent=1))
    if as_json and explain:
        from bot.rendering.explain import lines

        print("\n".join(lines(turn.interpretation, assistant.knowledge)), file=sys.stderr)
    if not as_json:
        from bot.channels.console import colours_wanted, written

        print(written(turn, assistant, colours=colours_wanted(sys.stdout, os.environ), explain=explain, receipts=codes))


@app.command(name="eval", cls=SpanishCommand, short_help="Mide qué tan bien lee y contesta.")
def evaluate(
    files: Annotated[list[Path], typer.Argument(metavar="ARCHIVO.jsonl…", help="Archivos de preguntas.", show_default=False)],
    as_json: AsJson = False,
    today: Today = "",
    mistakes: Annotated[bool, typer.Option("--mistakes", help="Lista también las preguntas falladas.", show_default=False)] = False,
) -> None:
    """Mide qué tan bien lee y contesta: archivos de preguntas etiquetadas o con respuesta conocida.

    Ejemplo: ruta eval tests/gold/desarrollo.jsonl --today 2026-11-22 --mistakes
    """
    from bot.channels.json_lines import reply
    from bot.evaluation import evaluate, read_questions
    from bot.operations.screen import show_report

    settings = _settings()
    day = _day(today) or settings.today()
    questions = [read_questions(file) for file in files]
    assistant = _assistant(settings)
    reports = [evaluate(each, lambda q, prev: reply(assistant, q, prev, day)) for each in questions]
    if as_json:
        found = [report.to_json() for report in reports]
        print(json.dumps(found[0] if len(found) == 1 else found, ensure_ascii=False, indent=1))
        return
    for each in reports:
        show_report(each, mistakes=mistakes)


@app.command(cls=SpanishCommand, short_help="Revisa esta máquina y dice qué hacer.")
def doctor() -> None:
    """Revisa esta máquina: Python, base de datos, textos, memoria, llave, permisos, puerto y configuración, con qué hacer en cada caso."""
    from bot.operations.doctor import State, examine, settings_rows
    from bot.operations.screen import show_findings
    from bot.operations.standing import describe_knowledge, describe_ledger, describe_state

    settings = _settings()

    def state() -> str:
        from bot.app import open_memory

        with open_memory(settings) as memory:
            return describe_state(memory)

    ledger, knowledge = lambda: describe_ledger(_url(settings)), lambda: describe_knowledge(settings, _url(settings))
    findings = examine(settings, ledger, knowledge, state)
    show_findings(findings, settings_rows(settings))
    if any(finding.state is State.BROKEN for finding in findings):
        raise typer.Exit(CHECK_FAILED)


def _help_or_mistake(error: TyperException) -> str:
    message = error.format_message()
    return message if message.startswith("Uso:") else mistake(error)


def _complain(message: str) -> int:
    print(message, file=sys.stderr)
    return BROKEN
