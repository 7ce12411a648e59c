"""What happens when a button is pressed. It is always acknowledged; pressed twice, or by a neighbour, it does no harm."""

from __future__ import annotations

import logging
from datetime import timedelta

from telegram import CallbackQuery
from telegram.error import BadRequest

from bot.channels.telegram import choices, feedback, pictures
from bot.channels.telegram.addressing import under
from bot.channels.telegram.handling import CHOSEN, CURRENT
from bot.channels.telegram.home import with_code
from bot.channels.telegram.keyboard import Does, asks, read
from bot.channels.telegram.orders import Order
from bot.channels.telegram.outbox import Address
from bot.channels.telegram.talk import Talk
from bot.channels.telegram.words import LANGUAGES, OF_EACH_QUESTION, language_of
from bot.state import Place

log = logging.getLogger(__name__)

TWICE = timedelta(seconds=10)
_SENDS = {Does.CHART: pictures.send_chart, Does.TABLE: pictures.send_table, Does.CARD: pictures.send_card}


async def pressed(talk: Talk, press: CallbackQuery) -> None:
    does, rest = read(press.data or "")
    to = under(press)
    match does:
        case Does.MORE:
            await _more(talk, press, to, rest)
        case Does.ASK:
            await _ask(talk, press, to, rest)
        case Does.USEFUL | Does.USELESS | Does.WRONG | Does.TELL if not await talk.memory.kept([rest]):
            # whoever writes their own client can press anything: nothing is kept about a receipt that is none
            await _acknowledge(talk, press, to, "telegram.boton_viejo")
        case Does.USEFUL | Does.USELESS:
            await talk.memory.rate(to.chat, rest, useful=does is Does.USEFUL)
            await _acknowledge(talk, press, to, "telegram.gracias_por_decir")
        case Does.CHART | Does.TABLE | Does.CARD:
            await _show(talk, press, to, does, rest.split("."))
        case Does.WRONG:
            await _wrong(talk, press, to, rest)
        case Does.TELL:
            await talk.memory.tell_when_resolved(to.chat, rest)
            await _acknowledge(talk, press, to, "telegram.te_avisare")
        case Does.LANGUAGE if rest in (*LANGUAGES, OF_EACH_QUESTION):
            await _speak(talk, press, to, rest)
        case Does.HOME:
            await _settle(talk, press, to, rest)
        case _:
            await _acknowledge(talk, press, to, "telegram.boton_viejo")


async def _more(talk: Talk, press: CallbackQuery, to: Address, codes: str) -> None:
    assert press.message is not None
    message = press.message.message_id
    if not await _first_time(talk, press, to):
        await _acknowledge(talk, press, to, "telegram.ya_completa")
        return
    exchange = await talk.memory.replied(to.chat, message)
    await _acknowledge(talk, press, to)
    if not await talk.unfold(to, _place(press, to), message, codes.split("."), exchange):
        await talk.say(to, talk.line("telegram.boton_viejo", language=to.language))


async def _ask(talk: Talk, press: CallbackQuery, to: Address, place: str) -> None:
    assert press.message is not None
    message = press.message.message_id
    exchange = await talk.memory.replied(to.chat, message)
    question = asks(press, place, exchange.offers if exchange else ())
    if not question:
        await _acknowledge(talk, press, to, "telegram.boton_viejo")
    elif await _first_time(talk, press, to):
        await _acknowledge(talk, press, to)
        await talk.press(to, _place(press, to), question, message)
    else:
        await _acknowledge(talk, press, to, "telegram.ya_contestada")


async def _show(talk: Talk, press: CallbackQuery, to: Address, does: Does, codes: list[str]) -> None:
    if await _first_time(talk, press, to):
        await _acknowledge(talk, press, to)
        await _SENDS[does](talk, to, codes)
    else:
        await _acknowledge(talk, press, to, "telegram.ya_contestada")


async def _wrong(talk: Talk, press: CallbackQuery, to: Address, receipt: str) -> None:
    if await _first_time(talk, press, to):
        await _acknowledge(talk, press, to)
        await feedback.report(talk, to, receipt)
    else:
        await _acknowledge(talk, press, to, "telegram.ya_avisado")


async def _speak(talk: Talk, press: CallbackQuery, to: Address, chosen: str) -> None:
    free = chosen == OF_EACH_QUESTION
    language = language_of(press.from_user.language_code if free else chosen)
    await talk.choose(to, language="" if free else language)
    await _acknowledge(talk, press, to)
    await talk.say(to, talk.line("telegram.idioma_libre" if free else "telegram.idioma_elegido", language=language))


async def _settle(talk: Talk, press: CallbackQuery, to: Address, code: str) -> None:
    """A municipality, as /municipio with its name; none of those offered, as /municipio alone."""
    order = Order(talk, to, _place(press, to), "")
    home = with_code(talk.assistant.knowledge, code) if code else None
    changes = home is not None and home.clave != CHOSEN.get().municipality
    if code and home is None:
        await _acknowledge(talk, press, to, "telegram.boton_viejo")
    elif not await _first_time(talk, press, to) and not changes:
        await _acknowledge(talk, press, to, "telegram.ya_contestada")
    else:
        await _acknowledge(talk, press, to)
        await (choices.settle(order, home) if home else choices.home(order))


async def _first_time(talk: Talk, press: CallbackQuery, to: Address) -> bool:
    """An attempt that broke off must not make the next one think that it was pressed twice."""
    handling = CURRENT.get()
    assert press.message is not None
    mark = f"{press.from_user.id}:{press.message.message_id}:{press.data}"
    first = await talk.memory.first_time(to.chat, mark, TWICE)
    return first or (handling is not None and handling.attempts > 1)


async def _acknowledge(talk: Talk, press: CallbackQuery, to: Address, id: str = "") -> None:
    """Stops the button's spinner. Too late to (the program was away) is no reason not to do what the button says."""
    try:
        await press.answer(talk.words(to.language).say(id) if id else None)
    except BadRequest as refusal:
        log.info("a button could not be acknowledged: %s", refusal)


def _place(press: CallbackQuery, to: Address) -> Place:
    return Place(to.chat, to.thread, press.from_user.id)
