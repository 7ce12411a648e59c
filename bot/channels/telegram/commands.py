"""The commands. One table: handlers, the menu that Telegram shows (``menu.py``) and /ayuda are made from it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from bot.channels.telegram import choices
from bot.channels.telegram.links import AsksQuestion, ShowsReceipt, StartsWorkshop, opening
from bot.channels.telegram.orders import Order
from bot.channels.telegram.talk import Talk
from bot.channels.telegram.words import EXAMPLES, Language
from bot.rendering import coverage
from bot.rendering.blocks import Paragraph, Reply
from bot.rendering.dates import long_date


@dataclass(frozen=True)
class Command:
    """``in_english`` is its other name and what it does, for whoever has Telegram in English; both names work for everybody."""

    name: str
    does: str
    in_english: tuple[str, str]
    carry_out: Callable[[Order], Coroutine[Any, Any, None]]
    in_groups: bool = True

    @property
    def names(self) -> frozenset[str]:
        return frozenset({self.name, self.in_english[0]})

    def called(self, language: Language) -> str:
        return self.in_english[0] if language == "en" else self.name

    def said(self, language: Language) -> str:
        return self.in_english[1] if language == "en" else self.does


async def _start(order: Order) -> None:
    """Alone it introduces itself; opened by a link, it does what the link says."""
    match opening(order.rest):
        case AsksQuestion(text):
            await order.talk.ask(order.to, order.place, text, preface=[order.words.say("telegram.preguntaste", pregunta=text)])
        case ShowsReceipt(code) if await order.talk.show(order.to, code):
            return
        case StartsWorkshop(topic) if questions := await _questions_of(order.talk, topic):
            await order.say(order.line("telegram.taller", questions))
        case ShowsReceipt() | StartsWorkshop():
            await order.say(order.line("telegram.liga_vieja", EXAMPLES[:3]))
        case _:
            await order.say(order.line("telegram.inicio", EXAMPLES[:3]))


async def _questions_of(talk: Talk, topic: str) -> tuple[str, ...]:
    """Questions of a topic that have an answer today."""
    found = await asyncio.to_thread(talk.assistant.coverage, talk.today())
    return next((each.examples for each in found.topics if each.topic == topic), ())


async def _help(order: Order) -> None:
    ids = ["telegram.ayuda", *(["telegram.ayuda_grupo"] if order.in_group else [])]
    await order.say(*map(order.line, ids), _menu_lines(order), order.line("telegram.ejemplos", EXAMPLES[:3]))


async def _examples(order: Order) -> None:
    await order.say(order.line("telegram.ejemplos", EXAMPLES))


async def _topics(order: Order) -> None:
    found = await asyncio.to_thread(order.talk.assistant.coverage, order.talk.today())
    await order.say(coverage.reply(found))


async def _source(order: Order) -> None:
    await order.talk.documents(order.to, order.place, order.rest)


async def _receipt(order: Order) -> None:
    """The receipt written after it, or the last answer's."""
    code = order.rest.strip() or await order.talk.last_receipt(order.place)
    if not code:
        await order.say(order.line("telegram.recibo_cual"))
    elif not await order.talk.show(order.to, code):
        await order.say(order.line("telegram.sin_recibo", recibo=code))


async def _state(order: Order) -> None:
    """How the bot itself stands: what it answers from, and how many wait."""
    load = await asyncio.to_thread(order.talk.assistant.ledger.load)
    found = await asyncio.to_thread(order.talk.assistant.coverage, order.talk.today())
    figures = f"{sum(each.figures for each in found.topics):,}"
    waiting = str(max(await order.talk.memory.waiting() - 1, 0))  # this command waits too
    built = long_date(load.built_at[:10])
    await order.say(order.line("telegram.estado", cifras=figures, fecha=built, anio=str(found.last_year), esperan=waiting))


async def _about(order: Order) -> None:
    load = await asyncio.to_thread(order.talk.assistant.ledger.load)
    rows = f"{sum(count for _, count in load.rows):,}"
    await order.say(order.line("telegram.acerca"), order.line("telegram.carga", filas=rows, fecha=long_date(load.built_at[:10])))


COMMANDS = (
    Command("start", "para qué sirve y tres preguntas para empezar", ("start", "what it is for, with three questions"), _start, False),
    Command("ayuda", "cómo preguntar y qué comandos hay", ("help", "how to ask and which commands there are"), _help),
    Command("ejemplos", "preguntas que puedes tocar", ("examples", "questions you can tap"), _examples),
    Command("temas", "qué hay, de qué años, y qué falta", ("topics", "what there is, of which years, and what is missing"), _topics),
    Command("fuente", "los documentos de la última respuesta", ("source", "the documents of the last answer"), _source),
    Command(
        "r",
        "muestra otra vez la respuesta de un recibo y dice si cambió",
        ("receipt", "shows a receipt's answer again and whether it changed"),
        _receipt,
    ),
    Command("municipio", "tu municipio, para «¿y en mi municipio?»", ("town", "your municipality, for «mi municipio»"), choices.home),
    Command(
        "correcciones",
        "cifras corregidas y cómo avisar de un error",
        ("corrections", "corrected figures"),
        choices.corrections,
    ),
    Command("estado", "si el bot está al día y con qué datos contesta", ("status", "whether the bot is up to date"), _state),
    Command("acerca", "qué es este bot y de dónde salen sus datos", ("about", "what this bot is, where its figures come from"), _about),
    Command("idioma", "español o inglés", ("language", "Spanish or English"), choices.language),
    Command("privacidad", "qué se guarda de ti y por cuánto tiempo", ("privacy", "what is kept of you and for how long"), choices.privacy),
    Command("borrar", "borra lo que se guarda de este chat", ("forget", "erases what is kept of this chat"), choices.erase),
)


def _menu_lines(order: Order) -> Reply:
    language = order.to.language
    return Reply("", (Paragraph("\n".join(f"/{each.called(language)}: {each.said(language)}" for each in COMMANDS)),))


async def unknown(order: Order, said: str) -> None:
    await order.say(order.line("telegram.comando", comando=said), _menu_lines(order))
