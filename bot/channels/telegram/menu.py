"""What Telegram itself shows of the bot: commands by language and scope, and its description. Published at every start."""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from typing import Any

from telegram import Bot, BotCommand, BotCommandScope, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats, BotCommandScopeDefault
from telegram.error import TelegramError

from bot.channels.telegram.commands import COMMANDS
from bot.channels.telegram.reaching import reached
from bot.channels.telegram.words import LANGUAGES, Language, sentences

log = logging.getLogger(__name__)

SCOPES: tuple[tuple[BotCommandScope, bool], ...] = (
    (BotCommandScopeDefault(), False),
    (BotCommandScopeAllPrivateChats(), False),
    (BotCommandScopeAllGroupChats(), True),
)


async def publish(bot: Bot) -> None:
    """Its absence hinders nobody from asking: nobody waits for it, and a refusal is told and no more."""
    for call in _calls(bot):
        try:
            await reached(call)
        except TelegramError as refusal:
            log.warning("part of the menu could not be published: %s", refusal)


def menu(language: Language, *, group: bool = False) -> tuple[BotCommand, ...]:
    return tuple(BotCommand(each.called(language), each.said(language)) for each in COMMANDS if each.in_groups or not group)


def _calls(bot: Bot) -> Iterator[Callable[[], Coroutine[Any, Any, bool]]]:
    for language in LANGUAGES:
        # Spanish goes without a code: it is what speakers of any other language see.
        code = None if language == "es" else language
        for scope, group in SCOPES:
            yield partial(bot.set_my_commands, menu(language, group=group), scope=scope, language_code=code)
        said = sentences(language)
        yield partial(bot.set_my_description, said["telegram.descripcion"], language_code=code)
        yield partial(bot.set_my_short_description, said["telegram.descripcion_corta"], language_code=code)
