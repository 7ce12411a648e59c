"""A conversation in one chat: what is asked follows what was asked before, and each reply can be corrected or unfolded."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from telegram import InlineKeyboardMarkup

from bot.channels.telegram.keyboard import keyboard
from bot.channels.telegram.memory import Conversations, Exchange, Place
from bot.channels.telegram.outbox import Address, Outbox
from bot.channels.telegram.pages import lead_pages, whole_pages
from bot.channels.telegram.words import LANGUAGES, Language, wordings
from bot.domain.answer import Answer
from bot.domain.coverage import Coverage
from bot.domain.ledger import Ledger
from bot.domain.reading import Act, Interpretation
from bot.domain.vocabulary import Knowledge
from bot.rendering.blocks import Button, Documents, Paragraph, Reply
from bot.rendering.documents import named_in
from bot.rendering.reply import compose
from bot.rendering.wording import Wordings


class Turn(Protocol):
    @property
    def interpretation(self) -> Interpretation: ...

    @property
    def answers(self) -> tuple[Answer, ...]: ...


class Assistant(Protocol):
    """What the channel needs of ``bot.app.Assistant``."""

    @property
    def knowledge(self) -> Knowledge: ...

    @property
    def ledger(self) -> Ledger: ...

    def ask(self, text: str, asked_on: date, after: Interpretation | None = None) -> Turn: ...

    def coverage(self, today: date) -> Coverage: ...


@dataclass(frozen=True)
class Spoken:
    """One question answered, in messages. ``whole`` is empty when ``lead`` says it all."""

    reading: Interpretation
    lead: tuple[str, ...]
    whole: tuple[str, ...]
    buttons: tuple[Button, ...]


class Talk:
    def __init__(self, assistant: Assistant, conversations: Conversations, outbox: Outbox, today: Callable[[], date]) -> None:
        self.assistant = assistant
        self.conversations = conversations
        self._words = {language: wordings(assistant.knowledge, language) for language in LANGUAGES}
        self._outbox = outbox
        self.today = today

    async def say(self, to: Address, reply: Reply) -> None:
        """Something the channel says of itself: no question, so nothing to remember."""
        pages = whole_pages([reply])
        await self._outbox.send(to, pages, keyboard(reply.buttons))

    async def ask(
        self, to: Address, place: Place, text: str, *, asked_in: int | None = None, follows: int | None = None, preface: Sequence[str] = ()
    ) -> None:
        """Answer a question. ``follows`` is the bot's message it continues; without it, the last exchange is continued."""
        before = await self.conversations.replied(to.chat, follows) if follows is not None else None
        before = before or await self.conversations.latest(place)
        spoken = await self._answer(text, before, preface)
        sent = await self._outbox.send(to, spoken.lead, self._keyboard(to, spoken))
        await self._remember(Exchange(place, text, asked_in, _last_reply(before), spoken.reading), sent, spoken)

    async def press(self, to: Address, place: Place, text: str, pressed_on: int) -> None:
        """Answer the question of a button, saying which: in Telegram a press leaves no trace in the conversation."""
        before = await self.conversations.replied(to.chat, pressed_on)
        spoken = await self._answer(text, before, [self.words(to.language).say("telegram.preguntaste", pregunta=text)])
        sent = await self._outbox.send(to, spoken.lead, self._keyboard(to, spoken))
        await self._remember(Exchange(place, text, None, _last_reply(before), spoken.reading), sent, spoken)

    async def correct(self, to: Address, exchange: Exchange, text: str, preface: Sequence[str] = ()) -> None:
        """The question was edited: its reply is edited too, in the light of what went before it then."""
        spoken = await self._answer(text, await self._before(exchange), preface)
        standing = await self._outbox.rewrite(to, exchange.replies, spoken.lead, self._keyboard(to, spoken))
        await self._keep(replace(exchange, text=text, reading=spoken.reading), standing, spoken)

    async def unfold(self, to: Address, exchange: Exchange) -> None:
        """«ver más»: the reply grows where it stands."""
        standing = await self._outbox.rewrite(to, exchange.replies, exchange.folded, keyboard(exchange.buttons))
        await self.conversations.remember(replace(exchange, replies=standing, folded=()))

    async def documents(self, to: Address, place: Place, text: str) -> None:
        """Only the documents: of the question given or of the last reply."""
        last = None if text else await self.conversations.latest(place)
        if not text and last is None:
            await self.say(to, self.line("telegram.fuente_de_que", language=to.language))
            return
        turn = await self._turn(text or (last.text if last else ""), await self._before(last) if last else None)
        replies = [compose(answer, self.assistant.knowledge) for answer in turn.answers]
        cited = named_in([block for reply in replies for block in (*reply.lead, *reply.rest)])
        found = Reply("", (Paragraph(self.words(to.language).say("telegram.fuentes")), Documents(cited)))
        await self.say(to, found if cited else self.line("telegram.sin_fuente", language=to.language))

    def words(self, language: Language) -> Wordings:
        return self._words[language]

    def line(self, id: str, buttons: Sequence[str] = (), language: Language = "es", **fields: str) -> Reply:
        paragraphs = tuple(Paragraph(text) for text in self.words(language).say(id, **fields).split("\n"))
        return Reply("", paragraphs, (), tuple(Button(text, text) for text in buttons))

    async def _before(self, exchange: Exchange) -> Exchange | None:
        return await self.conversations.replied(exchange.place.chat, exchange.follows) if exchange.follows is not None else None

    async def _turn(self, text: str, before: Exchange | None) -> Turn:
        return await asyncio.to_thread(self.assistant.ask, text, self.today(), before.reading if before else None)

    async def _answer(self, text: str, before: Exchange | None, preface: Sequence[str]) -> Spoken:
        turn = await self._turn(text, before)
        replies = [compose(answer, self.assistant.knowledge) for answer in turn.answers]
        if preface:
            replies.insert(0, Reply("", tuple(Paragraph(line) for line in preface)))
        folded = any(reply.rest for reply in replies)
        buttons = {button.asks: button for reply in replies for button in reply.buttons}
        return Spoken(turn.interpretation, lead_pages(replies), whole_pages(replies) if folded else (), tuple(buttons.values()))

    def _keyboard(self, to: Address, spoken: Spoken) -> InlineKeyboardMarkup | None:
        return keyboard(spoken.buttons, self.words(to.language).say("telegram.ver_mas") if spoken.whole else "")

    async def _remember(self, exchange: Exchange, sent: tuple[int, ...], spoken: Spoken) -> None:
        """«Gracias» between two questions does not break the thread: small talk is not remembered."""
        if spoken.reading.act is not Act.SMALLTALK:
            await self._keep(exchange, sent, spoken)

    async def _keep(self, exchange: Exchange, sent: tuple[int, ...], spoken: Spoken) -> None:
        await self.conversations.remember(replace(exchange, replies=sent, buttons=spoken.buttons, folded=spoken.whole))


def _last_reply(exchange: Exchange | None) -> int | None:
    return exchange.replies[-1] if exchange and exchange.replies else None
