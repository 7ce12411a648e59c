"""From an update to the talk, and from a failure to a sentence. Handlers carry; they do not think."""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from traceback import extract_tb
from typing import Any

from telegram import CallbackQuery, Chat, Message, Update
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes, InlineQueryHandler, MessageHandler, filters

from bot.channels.telegram.commands import COMMANDS, MINUTES, Command, Order, unknown
from bot.channels.telegram.hearing import Heard, heard
from bot.channels.telegram.inline import Hurry, offer
from bot.channels.telegram.keyboard import MORE, asks
from bot.channels.telegram.memory import Place
from bot.channels.telegram.outbox import Address
from bot.channels.telegram.talk import Talk
from bot.channels.telegram.words import EXAMPLES, language_of

log = logging.getLogger(__name__)

Context = ContextTypes.DEFAULT_TYPE
Handle = Callable[[Update, Context], Coroutine[Any, Any, None]]

UPDATES = (Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.INLINE_QUERY)
TWICE = timedelta(seconds=10)
ALBUM = timedelta(minutes=1)


def register(application: Application[Any, Any, Any, Any, Any, Any], talk: Talk, hurry: Hurry) -> None:
    new, edited = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
    said = ~filters.COMMAND & ~filters.StatusUpdate.ALL
    for command in COMMANDS:
        application.add_handler(CommandHandler(command.names, _ordered(talk, command), filters=new))
    application.add_handler(MessageHandler(new & filters.COMMAND, _unknown(talk)))
    application.add_handler(MessageHandler(new & said, _message(talk)))
    application.add_handler(MessageHandler(edited & said, _edited(talk)))
    application.add_handler(CallbackQueryHandler(_pressed(talk)))
    application.add_handler(InlineQueryHandler(_inline(talk, hurry)))
    application.add_error_handler(_failed(talk))


def _ordered(talk: Talk, command: Command) -> Handle:
    async def handle(update: Update, context: Context) -> None:
        if message := update.message:
            await command.carry_out(Order(talk, _address(message), _place(message), " ".join(context.args or ())))

    return handle


def _unknown(talk: Talk) -> Handle:
    async def handle(update: Update, context: Context) -> None:
        """In a group a command without a name may be another bot's."""
        message = update.message
        said = (message.text or "").split()[0] if message and message.text else ""
        mine = said.lower().endswith(f"@{context.bot.username}".lower())
        if message and (mine or message.chat.type == Chat.PRIVATE):
            await unknown(Order(talk, _address(message), _place(message), ""), said.partition("@")[0])

    return handle


def _message(talk: Talk) -> Handle:
    async def handle(update: Update, context: Context) -> None:
        message = update.message
        said = heard(message, context.bot.bot) if message else None
        if message and said:
            await _hear(talk, message, said)

    return handle


def _edited(talk: Talk) -> Handle:
    async def handle(update: Update, context: Context) -> None:
        message = update.edited_message
        said = heard(message, context.bot.bot) if message else None
        if not message or not said or not said.text:
            return
        exchange = await talk.conversations.asked(_place(message), message.message_id)
        if exchange is None:
            await _hear(talk, message, said, quoting=True)
        elif exchange.text != said.text:
            to = _address(message)
            await talk.correct(to, exchange, said.text, _preface(talk, said, to))

    return handle


async def _hear(talk: Talk, message: Message, said: Heard, *, quoting: bool = False) -> None:
    to = _address(message, quoting=quoting)
    if said.text:
        preface = _preface(talk, said, to)
        await talk.ask(to, _place(message), said.text, asked_in=message.message_id, follows=said.follows, preface=preface)
    elif not message.media_group_id or await talk.conversations.first_time(to.chat, f"album:{message.media_group_id}", ALBUM):
        id = f"telegram.{said.unreadable}" if said.unreadable else "telegram.inicio"
        await talk.say(to, talk.line(id, EXAMPLES[:3], to.language))


def _preface(talk: Talk, said: Heard, to: Address) -> tuple[str, ...]:
    return (talk.words(to.language).say("telegram.solo_texto"),) if said.unreadable else ()


def _inline(talk: Talk, hurry: Hurry) -> Handle:
    async def handle(update: Update, context: Context) -> None:
        if update.inline_query is not None:
            await offer(talk, hurry, update.inline_query)

    return handle


def _pressed(talk: Talk) -> Handle:
    async def handle(update: Update, context: Context) -> None:
        pressed = update.callback_query
        if pressed is None or pressed.message is None:
            return
        chat, message = pressed.message.chat.id, pressed.message.message_id
        exchange = await talk.conversations.replied(chat, message)
        to = _under(pressed)
        words = talk.words(to.language)
        if pressed.data == MORE and exchange and exchange.folded:
            await _acknowledge(pressed)
            await talk.unfold(to, exchange)
            return
        question = asks(pressed, exchange.buttons if exchange else ())
        if not question:
            id = "telegram.ya_completa" if pressed.data == MORE and exchange else "telegram.boton_viejo"
            await _acknowledge(pressed, words.say(id, minutos=MINUTES))
        elif await talk.conversations.first_time(chat, f"{pressed.from_user.id}:{message}:{pressed.data}", TWICE):
            await _acknowledge(pressed)
            await talk.press(to, Place(chat, to.thread, pressed.from_user.id), question, message)
        else:
            await _acknowledge(pressed, words.say("telegram.ya_contestada"))

    return handle


async def _acknowledge(pressed: CallbackQuery, said: str = "") -> None:
    """Stops the button's spinner. Too late to (the program was away) is no reason not to do what the button says."""
    try:
        await pressed.answer(said or None)
    except BadRequest as refusal:
        log.info("a button could not be acknowledged: %s", refusal)


def _failed(talk: Talk) -> Callable[[object, Context], Coroutine[Any, Any, None]]:
    async def handle(update: object, context: Context) -> None:
        """Tell the maintainer what, without the citizen's words; tell the citizen that it was not their fault."""
        error = context.error
        if isinstance(error, Forbidden) or _without_rights(error):
            log.info("a chat cannot be written to: %s", error)
        elif isinstance(error, TelegramError) and not isinstance(error, BadRequest):
            log.warning("Telegram: %s", error)
        else:
            log.error("an update could not be handled: %s", _place_of(error))
            message = update.effective_message if isinstance(update, Update) else None
            if isinstance(message, Message):
                to = _address(message)
                await talk.say(to, talk.line("telegram.falla", language=to.language))

    return handle


NO_RIGHTS = ("not enough rights", "have no rights", "chat_write_forbidden")


def _without_rights(error: BaseException | None) -> bool:
    """Telegram says in words only that a group does not let the bot write."""
    return isinstance(error, BadRequest) and any(said in str(error).lower() for said in NO_RIGHTS)


def _place_of(error: BaseException | None) -> str:
    """Which failure and where in the program, without its message: «KeyError: 'soy Ana Pérez…'» would be kept in a log."""
    frames = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in extract_tb(error.__traceback__)] if error else []
    return " < ".join([type(error).__name__, *reversed(frames)])


def _address(message: Message, *, quoting: bool = False) -> Address:
    """In a group the reply quotes its question: between the two others may have spoken."""
    group = message.chat.type != Chat.PRIVATE
    language = language_of(message.from_user.language_code if message.from_user else None)
    return Address(message.chat.id, _thread(message), message.message_id if group or quoting else None, language)


def _place(message: Message) -> Place:
    speaker = message.sender_chat or message.from_user
    return Place(message.chat.id, _thread(message), speaker.id if speaker else message.chat.id)


def _thread(message: Message) -> int | None:
    return message.message_thread_id if message.is_topic_message else None


def _under(pressed: CallbackQuery) -> Address:
    """Under the message of the button, in the language of whoever pressed it."""
    message = pressed.message
    assert message is not None
    found = _address(message) if isinstance(message, Message) else Address(message.chat.id)
    return replace(found, language=language_of(pressed.from_user.language_code))
