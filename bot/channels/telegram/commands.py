"""The commands. One table: handlers, the menu that Telegram shows and /ayuda are made from it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from itertools import chain
from typing import Any

from telegram import BotCommand

from bot.channels.telegram.memory import EXCHANGES, KEPT, Place
from bot.channels.telegram.outbox import Address
from bot.channels.telegram.talk import Talk
from bot.channels.telegram.words import EXAMPLES
from bot.rendering import coverage
from bot.rendering.blocks import Paragraph, Reply
from bot.rendering.dates import long_date

MINUTES = str(int(KEPT.total_seconds() // 60))


@dataclass(frozen=True)
class Order:
    """A command as it was given: ``rest`` is what follows it."""

    talk: Talk
    to: Address
    place: Place
    rest: str


@dataclass(frozen=True)
class Command:
    name: str
    does: str
    carry_out: Callable[[Order], Coroutine[Any, Any, None]]


async def _start(order: Order) -> None:
    await order.talk.say(order.to, order.talk.line("telegram.inicio", EXAMPLES[:3]))


async def _help(order: Order) -> None:
    talk = order.talk
    group = "telegram.ayuda_grupo" if order.to.chat != order.place.person else ""
    lines = [talk.line(id) for id in ("telegram.ayuda", group) if id]
    await talk.say(order.to, _together(*lines, _menu_lines(), talk.line("telegram.ejemplos", EXAMPLES[:3])))


async def _examples(order: Order) -> None:
    await order.talk.say(order.to, order.talk.line("telegram.ejemplos", EXAMPLES))


async def _topics(order: Order) -> None:
    found = await asyncio.to_thread(order.talk.assistant.coverage, order.talk.today())
    await order.talk.say(order.to, coverage.reply(found))


async def _source(order: Order) -> None:
    await order.talk.documents(order.to, order.place, order.rest)


async def _about(order: Order) -> None:
    load = await asyncio.to_thread(order.talk.assistant.ledger.load)
    rows = f"{sum(count for _, count in load.rows):,}"
    loaded = order.talk.line("telegram.carga", filas=rows, fecha=long_date(load.built_at[:10]))
    await order.talk.say(order.to, _together(order.talk.line("telegram.acerca"), loaded))


async def _privacy(order: Order) -> None:
    more = order.talk.words.say("telegram.ver_mas")
    await order.talk.say(order.to, order.talk.line("telegram.privacidad", cuantas=str(EXCHANGES), minutos=MINUTES, ver_mas=more))


async def _erase(order: Order) -> None:
    count = await order.talk.conversations.forget(order.place)
    id = "telegram.borrado" if count else "telegram.nada_que_borrar"
    await order.talk.say(order.to, order.talk.line(id, cuantas="1 pregunta" if count == 1 else f"{count} preguntas"))


COMMANDS = (
    Command("start", "para qué sirve y tres preguntas para empezar", _start),
    Command("ayuda", "cómo preguntar y qué comandos hay", _help),
    Command("ejemplos", "preguntas que puedes tocar", _examples),
    Command("temas", "qué hay, de qué años, y qué falta", _topics),
    Command("fuente", "los documentos de la última respuesta", _source),
    Command("acerca", "qué es este bot y de dónde salen sus datos", _about),
    Command("privacidad", "qué se guarda de ti y por cuánto tiempo", _privacy),
    Command("borrar", "olvida tus preguntas de este chat", _erase),
)


def menu() -> tuple[BotCommand, ...]:
    return tuple(BotCommand(command.name, command.does) for command in COMMANDS)


def _menu_lines() -> Reply:
    return Reply("", (Paragraph("\n".join(f"/{command.name}: {command.does}" for command in COMMANDS)),))


async def unknown(order: Order, said: str) -> None:
    talk = order.talk
    await talk.say(order.to, _together(talk.line("telegram.comando", comando=said), _menu_lines()))


def _together(*replies: Reply) -> Reply:
    return Reply("", tuple(chain.from_iterable(r.lead for r in replies)), (), tuple(chain.from_iterable(r.buttons for r in replies)))
