"""Which messages are for the bot, and what they say."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Chat, Message, MessageEntity, User

_NAMES: list[str | None] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION]
_UNREADABLE = (
    ("voice", "voz"),
    ("audio", "voz"),
    ("video_note", "voz"),
    ("sticker", "sticker"),
    ("dice", "sticker"),
    ("animation", "imagen"),
    ("photo", "imagen"),
    ("video", "imagen"),
    ("document", "archivo"),
    ("venue", "ubicacion"),
    ("location", "ubicacion"),
    ("contact", "contacto"),
)


@dataclass(frozen=True)
class Heard:
    """``text`` without the bot's name; ``follows`` the bot's message it replies to; ``unreadable`` the kind of thing in
    it that the bot cannot read (``voz``, ``imagen``, ``otro`` …) or empty."""

    text: str
    follows: int | None = None
    unreadable: str = ""


def heard(message: Message, me: User) -> Heard | None:
    """None for what is said to others: in a group the bot hears commands, its name and replies to it, nothing else."""
    if message.via_bot is not None and message.via_bot.id == me.id:
        return None
    answered = _answered(message, me)
    named = _mentions(message, me)
    if message.chat.type != Chat.PRIVATE and not (answered or named):
        return None
    said = message.text or message.caption or ""
    for name in named:
        said = said.replace(name, " ", 1)
    said = said.strip()
    if not said and named:
        said = _pointed_at(message)
    return Heard(said, answered, _unreadable(message))


def _answered(message: Message, me: User) -> int | None:
    """The bot's message this one replies to. In a topic every message «replies» to the one that opened it."""
    before = message.reply_to_message
    if before is None or before.from_user is None or before.from_user.id != me.id or before.forum_topic_created:
        return None
    return before.message_id


def _mentions(message: Message, me: User) -> list[str]:
    found = {**message.parse_entities(_NAMES), **message.parse_caption_entities(_NAMES)}
    mine = f"@{me.username}".lower()
    return [text for entity, text in found.items() if text.lower() == mine or (entity.user is not None and entity.user.id == me.id)]


def _pointed_at(message: Message) -> str:
    """«@bot» alone, in reply to a neighbour's question, asks that question."""
    before = message.reply_to_message
    return (before.text or before.caption or "").strip() if before else ""


def _unreadable(message: Message) -> str:
    if message.text:
        return ""
    return next((kind for attribute, kind in _UNREADABLE if getattr(message, attribute)), "otro")
