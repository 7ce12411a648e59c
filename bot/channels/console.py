"""The assistant in a terminal: colours only where a person looks, the same text everywhere."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, TextIO

from bot.domain.reading import Interpretation
from bot.rendering import Reply, compose, coverage
from bot.rendering.blocks import Block, Documents, Heading, Remark
from bot.rendering.documents import named_in
from bot.rendering.explain import lines
from bot.rendering.plain import block_text, in_one_go

if TYPE_CHECKING:
    from bot.app import Assistant, Turn

BOLD, FAINT, ITALIC, BLUE = "1", "2", "3", "34"
_ADDRESS = re.compile(r"https?://[^\s;\]]+")
_AMOUNT = re.compile(r"-?\$?[\d,.]+ mill(?:ón|ones) de pesos|-?\$\d[\d,.]*\d")
WELCOME = "Pregunta sobre dinero público de Zacatecas. /ayuda muestra qué se puede hacer; /salir termina."
HELP = """Escribe tu pregunta como la dirías. Puedes seguir el hilo: «¿y en 2018?».
  un número    hace la pregunta sugerida con ese número
  /fuente      los documentos de la última respuesta
  /explica     muestra (o deja de mostrar) qué palabras decidieron la lectura
  /temas       qué hay, de qué años, y qué falta
  /nueva       olvida la pregunta anterior
  /salir       termina"""


def colours_wanted(out: TextIO, environment: Mapping[str, str]) -> bool:
    """https://no-color.org: any non-empty NO_COLOR means none."""
    return out.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def written(turn: Turn, assistant: Assistant, *, colours: bool, explain: bool = False) -> str:
    """The replies to one message, as the terminal shows them."""
    parts = [_reply(compose(answer, assistant.knowledge), colours) for answer in turn.answers]
    if explain:
        parts += ["\n".join(lines(answer.reading, assistant.knowledge)) for answer in turn.answers]
    return "\n\n".join(parts)


@dataclass(frozen=True)
class _Talk:
    """What the conversation remembers: the last reading, what was suggested, the last documents."""

    after: Interpretation | None = None
    suggested: tuple[str, ...] = ()
    documents: str = ""
    explain: bool = False


def chat(
    assistant: Assistant,
    today: Callable[[], date],
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
        talk = _turn(assistant, today(), typed, talk, show, colours) if typed else talk


def _turn(assistant: Assistant, today: date, typed: str, talk: _Talk, show: Callable[[str], None], colours: bool) -> _Talk | None:
    if typed == "/temas":
        show(coverage.text(assistant.coverage(today)))
        return talk
    if typed.startswith("/"):
        return _command(typed, talk, show)
    question = _chosen(typed, talk.suggested)
    turn = assistant.ask(question, today, talk.after)
    replies = [compose(answer, assistant.knowledge) for answer in turn.answers]
    show(written(turn, assistant, colours=colours, explain=talk.explain))
    cited = named_in(block for reply in replies for block in (*reply.lead, *reply.rest))
    suggested = tuple(button.asks for reply in replies for button in reply.buttons)
    documents = block_text(Documents(cited)) if cited else ""
    return replace(talk, after=turn.interpretation, suggested=suggested, documents=documents)


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
        parts.append("\n".join([_paint("También puedes preguntar:", FAINT, colours), *offered]))
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
