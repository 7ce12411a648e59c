"""A conversation in one chat: what is asked follows what was asked before, and each reply can be corrected or unfolded."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, Protocol

from bot.channels.telegram.handling import chosen_language
from bot.channels.telegram.home import at_home
from bot.channels.telegram.keyboard import Does, Keyboard, Label, about, keyboard
from bot.channels.telegram.memory import Memory
from bot.channels.telegram.outbox import Address, Outbox
from bot.channels.telegram.pages import lead_pages, signed, whole_pages
from bot.channels.telegram.words import LANGUAGES, Language, language_of, wordings
from bot.domain.answer import Answer, Explained, Found, Missing
from bot.domain.coverage import Coverage
from bot.domain.ledger import Ledger
from bot.domain.reading import Act, Interpretation
from bot.domain.vocabulary import Knowledge
from bot.proof import content_of, figures_today
from bot.rendering import receipt as receipt_said
from bot.rendering import sources
from bot.rendering.blocks import Button, Paragraph, Reply
from bot.rendering.card import has_card
from bot.rendering.charts import can_be_drawn
from bot.rendering.reply import compose
from bot.rendering.tables import has_table
from bot.rendering.wording import Wordings
from bot.state import Content, Exchange, Place
from bot.state.answers import read_answers, write_answers
from bot.state.codes import LONGEST as LONGEST_CODE

# Answers are reckoned, not waited for: more threads would only take turns, and each keeps a connection to the ledger.
ANSWERED_AT_ONCE = 2


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
    """One question answered, in messages that leave room for the line of its receipts. ``folded`` tells that ``lead`` does not say
    it all; ``contents`` is what its receipts keep."""

    text: str
    reading: Interpretation
    answers: tuple[Answer, ...]
    lead: tuple[str, ...]
    folded: bool
    buttons: tuple[Button, ...]
    contents: tuple[Content, ...]
    language: Language


class Talk:
    def __init__(self, assistant: Assistant, memory: Memory, outbox: Outbox, today: Callable[[], date]) -> None:
        self.assistant = assistant
        self.memory = memory
        self.today = today
        self._words = {language: wordings(assistant.knowledge, language) for language in LANGUAGES}
        self.outbox = outbox
        self._answering = ThreadPoolExecutor(ANSWERED_AT_ONCE, thread_name_prefix="answers")

    async def say(self, to: Address, reply: Reply, below: Sequence[Label] = (), above: Sequence[Label] = ()) -> None:
        """Something the channel says of itself: no question, so nothing to remember. Buttons ``above`` have a row each."""
        await self.outbox.send(to, whole_pages([reply]), keyboard(reply.buttons, above, [below]))

    async def ask(
        self, to: Address, place: Place, text: str, *, asked_in: int | None = None, follows: int | None = None, preface: Sequence[str] = ()
    ) -> None:
        """Answer a question. ``follows`` is the bot's message it continues; without it, the last exchange is continued."""
        before = await self.memory.latest(place, follows)
        spoken = await self._spoken(text, before, preface)
        codes, wait = await self.memory.begin(to.chat, len(spoken.lead), spoken.contents)
        lead = signed(spoken.lead, self.receipt_line(codes, spoken.language))
        sent = await self.outbox.send(to, lead, self._keyboard(to, spoken, codes), begun=wait)
        self._remember(place, Exchange(asked_in, _last_reply(before), spoken.reading, sent, (), codes), spoken)

    async def press(self, to: Address, place: Place, text: str, pressed_on: int) -> None:
        """Answer the question of a button, saying which: in Telegram a press leaves no trace in the conversation."""
        said = self.words(to.language).say("telegram.preguntaste", pregunta=text)
        await self.ask(to, place, text, follows=pressed_on, preface=[said])

    async def correct(self, to: Address, place: Place, exchange: Exchange, text: str, preface: Sequence[str] = ()) -> None:
        """The question was edited: its reply is edited too, in the light of what went before it then."""
        before = await self.memory.replied(place.chat, exchange.follows) if exchange.follows is not None else None
        spoken = await self._spoken(text, before, preface)
        codes = await self.memory.receipts(spoken.contents)
        lead = signed(spoken.lead, self.receipt_line(codes, spoken.language))
        standing = await self.outbox.rewrite(to, exchange.replies, lead, self._keyboard(to, spoken, codes))
        self._remember(place, replace(exchange, reading=spoken.reading, replies=standing, receipts=codes), spoken)

    async def unfold(self, to: Address, place: Place, message: int, codes: Sequence[str], exchange: Exchange | None) -> bool:
        """«ver más»: the reply grows where it stands. False when what it said is no longer kept."""
        kept = [] if exchange and exchange.told else await self.memory.kept(codes)
        answers = read_answers(exchange.told) if exchange and exchange.told else [each.answer for each in kept]
        chosen = chosen_language()
        replies = [compose(answer, self.assistant.knowledge, chosen) for answer in answers]
        if not replies:
            return False
        buttons, given = _buttons(replies), exchange.receipts if exchange else tuple(codes)
        line = self.receipt_line(given, language_for(answers, chosen))
        pages = signed(whole_pages(replies, len(line)), line)
        old = exchange.replies if exchange else (message,)
        standing = await self.outbox.rewrite(to, old, pages, keyboard(buttons, below=self._beside(to, answers, given)))
        if exchange:
            self.memory.remember(place, replace(exchange, replies=standing, offers=tuple(each.asks for each in buttons)))
        return True

    async def choose(self, to: Address, *, language: Language | Literal[""] | None = None, municipality: str | None = None) -> None:
        """Change one choice of this chat; an empty one takes it back."""
        chosen = await self.memory.preference(to.chat)
        if language is not None:
            chosen = replace(chosen, language=language or None)
        if municipality is not None:
            chosen = replace(chosen, municipality=municipality or None)
        await self.memory.choose(to.chat, chosen)

    async def show(self, to: Address, code: str) -> bool:
        """What was answered under a receipt, and what has changed since. False when there is no such receipt."""
        found = await self.memory.kept([code])
        if not found:
            return False
        standing = await asyncio.to_thread(figures_today, found[0], self.assistant.ledger)
        said = receipt_said.reply(found[0], standing, self.assistant.knowledge)
        below = self._beside(to, [found[0].answer], [found[0].code])
        await self.outbox.send(to, whole_pages([said]), keyboard((), below=below))
        return True

    async def last_receipt(self, place: Place) -> str:
        """The code of the last answer here; empty where there is none."""
        last = await self.memory.latest(place)
        return last.receipts[-1] if last and last.receipts else ""

    async def documents(self, to: Address, place: Place, text: str) -> None:
        """Only the documents: of the question given or of the last reply."""
        last = None if text else await self.memory.latest(place)
        if not text and last is None:
            await self.say(to, self.line("telegram.fuente_de_que", language=to.language))
            return
        kept = await self.memory.kept(last.receipts) if last else ()
        answers = [each.answer for each in kept] if last else (await self._spoken(text, None, ())).answers
        cited = sources.reply(answers, self.assistant.ledger.load())
        first = Paragraph(self.words(to.language).say("telegram.fuentes"))
        await self.say(to, replace(cited, lead=(first, *cited.lead)) if cited else self.line("telegram.sin_fuente", language=to.language))

    def words(self, language: Language) -> Wordings:
        return self._words[language]

    def line(self, id: str, buttons: Sequence[str] = (), language: Language = "es", **fields: str) -> Reply:
        paragraphs = tuple(Paragraph(text) for text in self.words(language).say(id, **fields).split("\n"))
        return Reply("", paragraphs, (), tuple(Button(text, text) for text in buttons))

    @staticmethod
    def paragraph(text: str) -> Reply:
        return Reply("", (Paragraph(text),))

    async def _spoken(self, text: str, before: Exchange | None, preface: Sequence[str]) -> Spoken:
        """Beside the event loop, which goes on carrying other chats' messages."""
        asked, chosen = at_home(text, self.assistant.knowledge), chosen_language()
        after = before.reading if before else None
        return await asyncio.get_running_loop().run_in_executor(self._answering, self._speak, text, asked, after, chosen, preface)

    def _speak(self, text: str, asked: str, after: Interpretation | None, chosen: str | None, preface: Sequence[str]) -> Spoken:
        turn = self.assistant.ask(asked, self.today(), after)
        replies = [compose(answer, self.assistant.knowledge, chosen) for answer in turn.answers]
        contents = self.contents(turn.answers)
        first = [Reply("", tuple(Paragraph(line) for line in preface))] if preface else []
        language = language_for(turn.answers, chosen)
        lead = lead_pages([*first, *replies], self.room(contents, language))
        folded = any(reply.rest for reply in replies)
        return Spoken(text, turn.interpretation, turn.answers, lead, folded, _buttons(replies), contents, language)

    def contents(self, answers: Sequence[Answer]) -> tuple[Content, ...]:
        """What the receipts of these answers keep."""
        return tuple(content for answer in answers if (content := content_of(answer, self.assistant.ledger)))

    def room(self, contents: Sequence[Content], language: Language) -> int:
        """How long the line of their receipts can get: the codes are given when the messages are already made."""
        return len(self.receipt_line(["X" * LONGEST_CODE for _ in {content.digest for content in contents}], language))

    def receipt_line(self, codes: Sequence[str], language: Language) -> str:
        """The last line of an answer, empty where there is none to show."""
        different = tuple(dict.fromkeys(codes))
        id = "telegram.recibo" if len(different) == 1 else "telegram.recibos"
        return self.words(language).say(id, recibo=", ".join(different)) if different else ""

    def _keyboard(self, to: Address, spoken: Spoken, codes: Sequence[str]) -> Keyboard | None:
        more = [Label(self.words(to.language).say("telegram.ver_mas"), Does.MORE, about(codes))] if spoken.folded else []
        return keyboard(spoken.buttons, more, self._beside(to, spoken.answers, codes))

    def _beside(self, to: Address, answers: Sequence[Answer], codes: Sequence[str]) -> list[list[Label]]:
        """What can be done with an answer, in two rows: seen otherwise, and judged."""
        words, kept = self.words(to.language), about(codes)
        shown = [Label(words.say("telegram.grafica"), Does.CHART, kept)] if kept and any(map(can_be_drawn, answers)) else []
        shown += [Label(words.say("telegram.tarjeta"), Does.CARD, kept)] if kept and any(map(has_card, answers)) else []
        shown += [Label(words.say("telegram.tabla"), Does.TABLE, kept)] if kept and any(map(has_table, answers)) else []
        return [shown, self._feedback(to, answers, codes)]

    def _feedback(self, to: Address, answers: Sequence[Answer], codes: Sequence[str]) -> list[Label]:
        """Was it useful, is a figure wrong: asked in a chat of one's own, about what says something."""
        if not codes or to.chat < 0 or not any(isinstance(answer, Found | Explained) for answer in answers):
            return []
        words, wrong = self.words(to.language), any(isinstance(answer, Found | Missing) for answer in answers)
        rated = [Label(words.say("telegram.util"), Does.USEFUL, codes[0]), Label(words.say("telegram.inutil"), Does.USELESS, codes[0])]
        return [*rated, *([Label(words.say("telegram.cifra_mal"), Does.WRONG, codes[0])] if wrong else [])]

    def _remember(self, place: Place, exchange: Exchange, spoken: Spoken) -> None:
        """«Gracias» between two questions does not break the thread: small talk is not remembered."""
        self.memory.tally(spoken.answers, exchange.receipts)
        if spoken.reading.act is not Act.SMALLTALK:
            told = write_answers(spoken.answers, spoken.text) if spoken.folded else None
            asked = replace(exchange, offers=tuple(each.asks for each in spoken.buttons), told=told)
            self.memory.remember(place, asked, spoken.text)


def language_for(answers: Sequence[Answer], chosen: str | None) -> Language:
    """The one chosen with /idioma, else that of the question."""
    return language_of(chosen or (answers[0].reading.language if answers else None))


def _buttons(replies: Sequence[Reply]) -> tuple[Button, ...]:
    return tuple({button.asks: button for reply in replies for button in reply.buttons}.values())


def _last_reply(exchange: Exchange | None) -> int | None:
    return exchange.replies[-1] if exchange and exchange.replies else None
