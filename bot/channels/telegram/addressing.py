"""From an update to where its reply goes, in whose conversation it stands and which language is spoken there."""

from __future__ import annotations

from dataclasses import replace

from telegram import CallbackQuery, Chat, Message, Update, User

from bot.channels.telegram.handling import chosen_language
from bot.channels.telegram.outbox import Address
from bot.channels.telegram.words import Language, language_of
from bot.state import Place


def address(message: Message, *, quoting: bool = False) -> Address:
    """In a group the reply quotes its question: between the two others may have spoken."""
    group = message.chat.type != Chat.PRIVATE
    return Address(message.chat.id, _thread(message), message.message_id if group or quoting else None, spoken_to(message.from_user))


def under(pressed: CallbackQuery) -> Address:
    """Under the message of the button, in the language of whoever pressed it."""
    message = pressed.message
    assert message is not None
    found = address(message) if isinstance(message, Message) else Address(message.chat.id)
    return replace(found, language=spoken_to(pressed.from_user))


def address_of(update: Update) -> Address | None:
    if update.callback_query is not None:
        return under(update.callback_query) if update.callback_query.message else None
    message = update.effective_message
    return address(message, quoting=True) if isinstance(message, Message) else None


def place(message: Message) -> Place:
    speaker = message.sender_chat or message.from_user
    return Place(message.chat.id, _thread(message), speaker.id if speaker else message.chat.id)


def spoken_to(person: User | None) -> Language:
    """As the chat has chosen with /idioma; else as the person's Telegram is."""
    return language_of(chosen_language() or (person.language_code if person else None))


def _thread(message: Message) -> int | None:
    return message.message_thread_id if message.is_topic_message else None
