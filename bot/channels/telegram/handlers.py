"""From an update to the talk, and from a failure to a sentence. Handlers carry; they do not think."""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine, Sequence
from datetime import timedelta
from typing import Any

from telegram import Chat, ChatMember, ChatMemberUpdated, Message, Update
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.channels.telegram.addressing import address, place
from bot.channels.telegram.buttons import pressed
from bot.channels.telegram.choices import propose_homes
from bot.channels.telegram.commands import COMMANDS, Command, unknown
from bot.channels.telegram.feedback import comment, reported
from bot.channels.telegram.handling import CURRENT, OvertakenError
from bot.channels.telegram.hearing import Heard, heard
from bot.channels.telegram.inline import Hurry, offer
from bot.channels.telegram.orders import Order
from bot.channels.telegram.outbox import Address, failed, unknowable
from bot.channels.telegram.seats import Seat, nearest
from bot.channels.telegram.steady import place_of
from bot.channels.telegram.talk import Talk
from bot.channels.telegram.unknown import ask_whether_it_arrived
from bot.channels.telegram.words import EXAMPLES
from bot.errors import StateError

log = logging.getLogger(__name__)

Context = ContextTypes.DEFAULT_TYPE
Handle = Callable[[Update, Context], Coroutine[Any, Any, None]]

UPDATES = (Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.INLINE_QUERY, Update.MY_CHAT_MEMBER)
ALBUM = timedelta(minutes=1)
NO_RIGHTS = ("not enough rights", "have no rights", "chat_write_forbidden")
GONE = (ChatMember.LEFT, ChatMember.BANNED)


def register(application: Application[Any, Any, Any, Any, Any, Any], talk: Talk, hurry: Hurry, seats: Sequence[Seat]) -> None:
    new, edited = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
    # text first: nearly every message is text, and asking of it whether it is each kind of service message takes a while
    said = ~filters.COMMAND & (filters.TEXT | ~filters.StatusUpdate.ALL)
    for command in COMMANDS:
        application.add_handler(CommandHandler(command.names, _ordered(talk, command), filters=new))
    application.add_handler(MessageHandler(new & filters.COMMAND, _unknown(talk)))
    application.add_handler(MessageHandler(new & filters.LOCATION & filters.ChatType.PRIVATE, _located(talk, seats)))
    application.add_handler(MessageHandler(new & said, _message(talk)))
    application.add_handler(MessageHandler(edited & said, _edited(talk)))
    application.add_handler(MessageHandler(new & filters.StatusUpdate.MIGRATE, _moved(talk)))
    application.add_handler(CallbackQueryHandler(_pressed(talk)))
    application.add_handler(InlineQueryHandler(_inline(talk, hurry)))
    application.add_handler(ChatMemberHandler(_membership(talk), ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_error_handler(_failed(talk))


def _ordered(talk: Talk, command: Command) -> Handle:
    async def handle(update: Update, context: Context) -> None:
        if message := update.message:
            await command.carry_out(Order(talk, address(message), place(message), " ".join(context.args or ())))

    return handle


def _unknown(talk: Talk) -> Handle:
    async def handle(update: Update, context: Context) -> None:
        """In a group a command without a name may be another bot's."""
        message = update.message
        said = (message.text or "").split()[0] if message and message.text else ""
        mine = said.lower().endswith(f"@{context.bot.username}".lower())
        if message and (mine or message.chat.type == Chat.PRIVATE):
            await unknown(Order(talk, address(message), place(message), ""), said.partition("@")[0])

    return handle


def _message(talk: Talk) -> Handle:
    async def handle(update: Update, context: Context) -> None:
        message = update.message
        said = heard(message, context.bot.bot) if message else None
        if not message or not said:
            return
        if said.text and (receipt := reported(message)):
            await comment(talk, address(message), receipt, said.text)
        else:
            await _hear(talk, message, said)

    return handle


def _located(talk: Talk, seats: Sequence[Seat]) -> Handle:
    async def handle(update: Update, context: Context) -> None:
        """Also of a venue, which comes with its location."""
        message = update.message
        if message and message.location:
            near = nearest(seats, message.location.latitude, message.location.longitude)
            await propose_homes(Order(talk, address(message), place(message), ""), near)

    return handle


def _edited(talk: Talk) -> Handle:
    async def handle(update: Update, context: Context) -> None:
        message = update.edited_message
        said = heard(message, context.bot.bot) if message else None
        if not message or not said or not said.text:
            return
        exchange = await talk.memory.asked(place(message), message.message_id)
        if exchange is None:
            await _hear(talk, message, said, quoting=True)
        else:
            to = address(message)
            await talk.correct(to, place(message), exchange, said.text, _preface(talk, said, to))

    return handle


async def _hear(talk: Talk, message: Message, said: Heard, *, quoting: bool = False) -> None:
    to = address(message, quoting=quoting)
    if said.text:
        preface = _preface(talk, said, to)
        await talk.ask(to, place(message), said.text, asked_in=message.message_id, follows=said.follows, preface=preface)
    elif not message.media_group_id or await talk.memory.first_time(to.chat, f"album:{message.media_group_id}", ALBUM):
        id = f"telegram.{said.unreadable}" if said.unreadable else "telegram.inicio"
        await talk.say(to, talk.line(id, EXAMPLES[:3], to.language))


def _preface(talk: Talk, said: Heard, to: Address) -> tuple[str, ...]:
    return (talk.words(to.language).say("telegram.solo_texto"),) if said.unreadable else ()


def _pressed(talk: Talk) -> Handle:
    async def handle(update: Update, context: Context) -> None:
        press = update.callback_query
        if press is not None and press.message is not None:
            await pressed(talk, press)
        elif press is not None:  # under an answer offered in another chat, which never has buttons
            await press.answer()

    return handle


def _inline(talk: Talk, hurry: Hurry) -> Handle:
    async def handle(update: Update, context: Context) -> None:
        if update.inline_query is not None:
            await offer(talk, hurry, update.inline_query)

    return handle


def _moved(talk: Talk) -> Handle:
    async def handle(update: Update, context: Context) -> None:
        """A group became a supergroup: what it chose moves with it, the rest of the old one is erased."""
        message = update.message
        if message and message.migrate_to_chat_id:
            chosen = await talk.memory.preference(message.chat.id)
            await talk.memory.choose(message.migrate_to_chat_id, chosen)
            await talk.memory.erase(message.chat.id)

    return handle


def _membership(talk: Talk) -> Handle:
    async def handle(update: Update, context: Context) -> None:
        """Blocked by a person or shown out of a group: nothing of that chat is kept any longer."""
        changed = update.my_chat_member
        if isinstance(changed, ChatMemberUpdated) and changed.new_chat_member.status in GONE:
            await talk.memory.erase(changed.chat.id)

    return handle


def _failed(talk: Talk) -> Callable[[object, Context], Coroutine[Any, Any, None]]:
    async def handle(update: object, context: Context) -> None:
        """Tell the maintainer what, without the citizen's words; tell the citizen that it was not their fault."""
        error, handling = context.error, CURRENT.get()
        if isinstance(error, OvertakenError) and handling:
            handling.overtaken = True
        elif unknowable(error) and isinstance(update, Update):
            log.warning("whether a reply arrived cannot be known: %s", error)
            await ask_whether_it_arrived(talk, update)
        elif (failed(error) or isinstance(error, StateError)) and handling:
            log.warning("an update waits for another attempt: %s", error)
            handling.again = True
        elif isinstance(error, Forbidden) or _without_rights(error):
            log.info("a chat cannot be written to: %s", error)
        elif isinstance(error, TelegramError) and not isinstance(error, BadRequest):
            log.warning("Telegram: %s", error)
        else:
            log.error("an update could not be handled: %s", place_of(error))
            message = update.effective_message if isinstance(update, Update) else None
            if isinstance(message, Message):
                to = address(message)
                await talk.say(to, talk.line("telegram.falla", language=to.language))

    return handle


def _without_rights(error: BaseException | None) -> bool:
    """Telegram says in words only that a group does not let the bot write."""
    return isinstance(error, BadRequest) and any(said in str(error).lower() for said in NO_RIGHTS)
