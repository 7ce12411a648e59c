"""The assistant in a terminal: colours only where a person looks, the same text everywhere."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, TextIO

from bot.domain.reading import Interpretation
from bot.errors import RutaError
from bot.proof import figures_today
from bot.rendering import Reply, compose, corrections, coverage, receipt, sources, text
from bot.rendering.blocks import Block, Heading, Remark
from bot.rendering.explain import lines
from bot.rendering.plain import also, block_text, in_one_go

if TYPE_CHECKING:
    from bot.app import Assistant, Turn
    from bot.proof import Receipts

BOLD, FAINT, ITALIC, BLUE = "1", "2", "3", "34"
_ADDRESS = re.compile(r"https?://[^\s;\]]+")
_AMOUNT = re.compile(r"-?\$?[\d,.]+ mill(?:ón|ones|ion) (?:de )?pesos|-?(?:MXN )?\$\d[\d,.]*\d")
WELCOME = "Pregunta sobre dinero público de Zacatecas. /ayuda muestra qué se puede hacer; /salir termina."
HELP = """Escribe tu pregunta como la dirías. Puedes seguir el hilo: «¿y en 2018?».
  un número    hace la pregunta sugerida con ese número
  /fuente      los documentos de la última respuesta: quién, cuándo, en qué parte, con qué confianza
  /r A7K2Q     muestra otra vez la respuesta de un recibo y dice si algo cambió
  /mal …       avisa que una cifra de la última respuesta está mal
  /correcciones  lo que se ha corregido, con su fecha
  /explica     muestra (o deja de mostrar) qué palabras decidieron la lectura
  /temas       qué hay, de qué años, y qué falta
  /nueva       olvida la pregunta anterior
  /salir       termina"""


def colours_wanted(out: TextIO, environment: Mapping[str, str]) -> bool:
    """https://no-color.org: any non-empty NO_COLOR means none."""
    return out.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


@dataclass(frozen=True)
class Desk:
    """What a conversation draws on."""

    assistant: Assistant
    receipts: Receipts
    today: Callable[[], date]


def written(
    turn: Turn,
    assistant: Assistant,
    *,
    colours: bool,
    explain: bool = False,
    receipts: Sequence[str | None] = (),
    again: str = "ruta receipt",
) -> str:
    """The replies to one message, as the terminal shows them; ``again`` is what shows a receipt."""
    parts = []
    for answer, code in zip(turn.answers, [*receipts, *([None] * len(turn.answers))], strict=False):
        parts.append(_reply(compose(answer, assistant.knowledge), colours))
        parts += [_paint(receipt.line(code, f"{again} {code}"), FAINT, colours)] if code else []
    if explain:
        parts += ["\n".join(lines(answer.reading, assistant.knowledge)) for answer in turn.answers]
    return "\n\n".join(parts)


@dataclass(frozen=True)
class _Talk:
    """What the conversation remembers: the last reading, what was suggested, the last documents."""

    after: Interpretation | None = None
    suggested: tuple[str, ...] = ()
    documents: str = ""
    receipts: tuple[str, ...] = ()
    explain: bool = False


def chat(
    desk: Desk,
    ask_line: Callable[[str], str],
    show: Callable[[str], None],
    *,
    colours: bool = False,
    explain: bool = False,
) -> None:
    """Talk until «/salir» or the end of input (EOFError, KeyboardInterrupt of ``ask_line``)."""
    show(WELCOME)
    talk: _Talk | None = _Talk(explain=explain)
    while talk is not None:
        try:
            typed = ask_line("\n» ").strip()
        except (EOFError, KeyboardInterrupt):
            return
        talk = _turn(desk, typed, talk, show, colours) if typed else talk


def _turn(desk: Desk, typed: str, talk: _Talk, show: Callable[[str], None], colours: bool) -> _Talk | None:
    if typed.startswith("/"):
        said = _from_desk(desk, typed, talk)
        if said is None:
            return _command(typed, talk, show)
        show(said)
        return talk
    question = _chosen(typed, talk.suggested)
    today = desk.today()
    turn = desk.assistant.ask(question, today, talk.after)
    codes = desk.receipts.issue(turn.answers, today)
    replies = [compose(answer, desk.assistant.knowledge) for answer in turn.answers]
    show(written(turn, desk.assistant, colours=colours, explain=talk.explain, receipts=codes, again="/r"))
    suggested = tuple(button.asks for reply in replies for button in reply.buttons)
    documents = sources.text(turn.answers, desk.assistant.ledger.load())
    given = tuple(code for code in codes if code)
    return replace(talk, after=turn.interpretation, suggested=suggested, documents=documents, receipts=given)


def _from_desk(desk: Desk, typed: str, talk: _Talk) -> str | None:
    """What a command says that draws on more than the conversation; None for the others."""
    command, _, rest = typed.partition(" ")
    try:
        match command.lower():
            case "/temas":
                return coverage.text(desk.assistant.coverage(desk.today()))
            case "/correcciones":
                return corrections.text(desk.assistant.knowledge.corrections)
            case "/r":
                return _receipt(desk, rest.strip() or (talk.receipts[-1] if talk.receipts else ""))
            case "/mal":
                return _report(desk, talk.receipts[-1] if talk.receipts else "", rest)
    except RutaError as error:
        return str(error)
    return None


def _receipt(desk: Desk, code: str) -> str:
    if not code:
        return "Escribe el recibo después de /r, por ejemplo: /r A7K2Q"
    found = desk.receipts.find(code)
    if found is None:
        return f"No tengo el recibo «{code}». Revisa que esté bien escrito."
    return text(receipt.reply(found, figures_today(found, desk.assistant.ledger), desk.assistant.knowledge))


def _report(desk: Desk, code: str, comment: str) -> str:
    if not comment.strip():
        return "Escribe después de /mal qué está mal y, si lo sabes, qué documento lo dice."
    number = desk.receipts.report(code, comment, "terminal", desk.today())
    if number is None:
        return "Ese recibo ya no está guardado. Haz otra vez la pregunta y avisa desde su respuesta."
    about = f" con el recibo {code}" if code else ""
    return f"Gracias. El aviso quedó anotado con el número {number}{about}. Si algo se corrige, se publica en /correcciones."


def _command(typed: str, talk: _Talk, show: Callable[[str], None]) -> _Talk | None:
    match typed.split()[0].lower():
        case "/salir":
            return None
        case "/fuente":
            show(talk.documents or "La última respuesta no citó documentos.")
        case "/explica":
            show("Ya no muestro la lectura." if talk.explain else "Muestro la lectura de cada pregunta.")
            return replace(talk, explain=not talk.explain)
        case "/nueva":
            show("Listo: empezamos de nuevo.")
            return _Talk(explain=talk.explain)
        case _:
            show(HELP)
    return talk


def _chosen(typed: str, suggested: tuple[str, ...]) -> str:
    if typed.isdigit() and 1 <= int(typed) <= len(suggested):
        return suggested[int(typed) - 1]
    return typed


def _reply(reply: Reply, colours: bool) -> str:
    parts = [_paint(reply.understood, FAINT, colours)] if reply.understood else []
    parts += [_block(block, colours) for block in in_one_go(reply)]
    if reply.buttons:
        offered = (f"  {n}. {button.text}" for n, button in enumerate(reply.buttons, 1))
        parts.append("\n".join([_paint(also(reply), FAINT, colours), *offered]))
    return "\n\n".join(parts)


def _block(block: Block, colours: bool) -> str:
    text = block_text(block)
    if isinstance(block, Heading):
        return _paint(text, BOLD, colours)
    if isinstance(block, Remark):
        return _paint(text, ITALIC, colours)
    if not colours:
        return text
    text = _AMOUNT.sub(lambda m: _paint(m.group(), BOLD, True), text)
    return _ADDRESS.sub(lambda m: _paint(m.group(), BLUE, True), text)


def _paint(text: str, code: str, colours: bool) -> str:
    return f"\033[{code}m{text}\033[0m" if colours else text


def remember_typed_lines() -> None:
    """Arrow keys bring back what was typed, where the system has readline."""
    if os.name == "posix":
        import readline  # noqa: F401
