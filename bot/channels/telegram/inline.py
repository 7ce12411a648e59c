"""«@bot deuda 2021» written in any chat: finished answers to choose from, each with its document."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from hashlib import blake2b
from textwrap import shorten

from telegram import InlineQuery, InlineQueryResultArticle, InlineQueryResultsButton, InputTextMessageContent, LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.channels.telegram.addressing import spoken_to
from bot.channels.telegram.handling import CHOSEN, chosen_language
from bot.channels.telegram.links import question_payload
from bot.channels.telegram.pages import lead_pages, signed
from bot.channels.telegram.talk import Talk, language_for
from bot.channels.telegram.words import EXAMPLES, Language
from bot.domain.answer import Answer, Explained, Found, Missing, Unclear
from bot.errors import StateError
from bot.rendering.blocks import FactGroup, FigureGroup, Reply
from bot.rendering.reply import compose
from bot.state import Content

log = logging.getLogger(__name__)

AT_MOST = 10
SHORTEST = 3  # letters; less is still being typed
CACHED = timedelta(minutes=5)
_TITLE, _DESCRIPTION = 256, 200


class Hurry:
    """Who types on makes what they typed before stale: only the last query of a person is worth an answer."""

    def __init__(self) -> None:
        self._last: dict[int, str] = {}

    def arrived(self, update: Update) -> None:
        if update.inline_query is not None:
            self._last[update.inline_query.from_user.id] = update.inline_query.id

    def overtaken(self, query: InlineQuery) -> bool:
        return self._last.get(query.from_user.id, query.id) != query.id

    def done(self, query: InlineQuery) -> None:
        if not self.overtaken(query):
            self._last.pop(query.from_user.id, None)


@dataclass(frozen=True)
class Finished:
    """A question with its answer, in one message that leaves room for its receipts."""

    question: str
    html: str
    gist: str
    contents: tuple[Content, ...]
    language: Language


async def offer(talk: Talk, hurry: Hurry, query: InlineQuery) -> None:
    if hurry.overtaken(query):
        return
    with suppress(StateError):  # without its memory it answers as to somebody who chose nothing
        CHOSEN.set(await talk.memory.preference(query.from_user.id))
    typed = query.query.strip()
    found = await asyncio.to_thread(lambda: list(_finished(talk, typed)))  # a thread of this kind knows the language chosen
    if hurry.overtaken(query):
        return
    hurry.done(query)
    codes = await _codes(talk, found)
    button = None if found or len(typed) < SHORTEST else _in_private(talk, query)
    try:
        # In the language of whoever asks: Telegram may keep it for them, not for all.
        await query.answer([_article(each, _line(talk, each, codes)) for each in found], cache_time=CACHED, is_personal=True, button=button)
    except BadRequest as refusal:
        log.info("an inline query went stale: %s", refusal)


def _finished(talk: Talk, typed: str) -> Iterator[Finished]:
    """The question typed, then the questions near it; nothing typed, the examples."""
    questions = list(EXAMPLES)
    if len(typed) >= SHORTEST:
        turn = talk.assistant.ask(typed, talk.today())
        questions = [button.asks for answer in turn.answers for button in compose(answer, talk.assistant.knowledge).buttons]
        yield from _answer(talk, typed, turn.answers)
    elif typed:
        return
    for question in list(dict.fromkeys(questions))[: AT_MOST - 1]:
        yield from _answer(talk, question, talk.assistant.ask(question, talk.today()).answers)


def _answer(talk: Talk, question: str, answers: Sequence[Answer]) -> Iterator[Finished]:
    """Only what says something by itself: a question back has no place in somebody else's chat."""
    if not answers or isinstance(answers[0], Unclear) or not all(isinstance(each, Found | Explained | Missing) for each in answers):
        return
    replies = [compose(each, talk.assistant.knowledge, chosen_language()) for each in answers]
    contents, language = talk.contents(answers), language_for(answers, chosen_language())
    pages = lead_pages([Reply(question, ()), *replies], talk.room(contents, language))
    if len(pages) == 1:
        yield Finished(question, pages[0], _gist(replies), contents, language)


async def _codes(talk: Talk, found: Sequence[Finished]) -> Mapping[str, str]:
    """By digest; none where the store is away: an answer does not wait for its receipt."""
    contents = [content for each in found for content in each.contents]
    try:
        return dict(zip((content.digest for content in contents), await talk.memory.receipts(contents), strict=True))
    except StateError as away:
        log.warning("inline answers go without receipts: %s", away)
        return {}


def _line(talk: Talk, each: Finished, codes: Mapping[str, str]) -> str:
    return talk.receipt_line([codes[content.digest] for content in each.contents if content.digest in codes], each.language)


def _gist(replies: Sequence[Reply]) -> str:
    for block in (block for reply in replies for block in reply.lead):
        match block:
            case FigureGroup():
                first = block.lines[0]
                return " · ".join(filter(None, (first.rounded, first.name or block.title, block.moment)))[:_DESCRIPTION]
            case FactGroup():
                return shorten(block.lines[0].text, _DESCRIPTION, placeholder="…")
    return ""


def _article(each: Finished, line: str) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        blake2b(each.question.encode(), digest_size=16).hexdigest(),
        each.question[:_TITLE],
        InputTextMessageContent(signed((each.html,), line)[0], ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)),
        description=each.gist or None,
    )


def _in_private(talk: Talk, query: InlineQuery) -> InlineQueryResultsButton:
    """Nothing to offer here: the bot's own chat has room for a question back."""
    said = talk.words(spoken_to(query.from_user)).say("telegram.en_privado")
    return InlineQueryResultsButton(said, start_parameter=question_payload(query.query.strip()) or "q")
