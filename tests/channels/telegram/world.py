"""The real application against the emulated Bot API, with an assistant whose answers the test decides."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from bot.channels.telegram.application import build, called, polling
from bot.channels.telegram.memory import Clock, Memory
from bot.channels.telegram.talk import Assistant
from bot.channels.telegram.webhook import webhook_of
from bot.domain.answer import Answer, Document, Figure, Found, SmallTalk, Source, Suggestion, Unit
from bot.domain.coverage import Coverage, Gap, TopicCoverage
from bot.domain.ledger import Load
from bot.domain.period import Period
from bot.domain.reading import Act, Interpretation, Topic
from bot.domain.stage import Stage
from bot.domain.vocabulary import Knowledge
from bot.privacy import Keys
from bot.settings import Settings
from bot.state import State, open_state
from tests.servers import free_port

from .citizen import Citizen
from .emulator import TOKEN, bot_api

WAY: ContextVar[str] = ContextVar("way", default="polling")
PATIENCE = 20.0
SECRET = "palabra-larga_y_al-azar"
TODAY = date(2026, 11, 22)
KNOWLEDGE = Knowledge((), (), (), {}, {}, frozenset(), (), {"entendi": "Entendí: {lectura}", "saludo": "¡Hola!"}, "prueba")

UNPUBLISHED = Gap("intereses <pagados>", (2017,), (Stage.ACCRUED,), 2010, "Secretaría de Finanzas", "cuenta pública", "")


@dataclass(frozen=True)
class Turn:
    interpretation: Interpretation
    answers: tuple[Answer, ...]


class SmallLedger:
    def load(self) -> Load:
        return Load("a" * 64, "2026-11-20T10:00:00+00:00", (("facts", 1200), ("records", 34)))

    def fact(self, id: str) -> None:
        return None


@dataclass
class FakeAssistant:
    """Answers with ``reply`` (by default one figure named as the question) and remembers what each question followed."""

    reply: Callable[[str, Interpretation], tuple[Answer, ...]] = lambda text, reading: (found(text, reading),)
    knowledge: Knowledge = KNOWLEDGE
    ledger: SmallLedger = field(default_factory=SmallLedger)
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    together: int = 0
    _now: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, text: str, asked_on: date, after: Interpretation | None = None) -> Turn:
        with self._lock:
            self._now += 1
            self.together = max(self.together, self._now)
            self.asked.append((text, "".join(after.words[:1]) if after else None))
        try:
            reading = Interpretation(Act.SMALLTALK if text == "gracias" else Act.AMOUNT, Topic.DEBT, asked=text, words=(text,))
            return Turn(reading, self.reply(text, reading))
        finally:
            with self._lock:
                self._now -= 1

    def coverage(self, today: date) -> Coverage:
        debt = TopicCoverage(Topic.DEBT, 158, 141, 60, ((1998, 1), (2025, 5)), (), (UNPUBLISHED,), ("¿Cuánto debe el estado?",))
        return Coverage((debt,), (), today.year - 1)


def source(id: str = "asf-2014", url: str = "https://example.org/informe?a=1&b=2") -> Source:
    return Source(Document(id, "Informe <2014> & anexos", "ASF", "auditoria", url, "", "2014-03-05", ""), "pág. 3")


def figure(label: str, amount: int = 4_939_273_314, url: str = "https://example.org/informe?a=1&b=2") -> Figure:
    return Figure(label, Decimal(amount), Unit.MXN, Period.parse("2013-12-31"), Stage.BALANCE, (source(url=url),))


def found(text: str, reading: Interpretation, *buttons: str) -> Answer:
    if reading.act is Act.SMALLTALK:
        return SmallTalk(reading, "gracias")
    return Found(reading, (figure(f"Cifra de «{text}»"),), suggestions=tuple(map(Suggestion, buttons)))


@dataclass
class MovedClock:
    """The real time, moved forward by ``ahead`` seconds."""

    ahead: float = 0.0

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self.ahead)


@dataclass
class Naps:
    """Waits that the bot would make: noted, not made; ``last`` makes them until ``end``."""

    seconds: list[float] = field(default_factory=list)
    _ended: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.end()

    def last(self) -> None:
        self._ended.clear()

    def end(self) -> None:
        self._ended.set()

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)
        await asyncio.sleep(0)
        await self._ended.wait()


@dataclass
class World:
    api: Any
    assistant: Assistant
    clock: MovedClock
    settings: Settings
    state: State
    naps: Naps

    def citizen(self, chat: int = 501, person: int = 0, thread: int | None = None, language: str = "es") -> Citizen:
        return Citizen(self.api, chat, person or abs(chat), thread, language)

    async def later(self, seconds: float) -> None:
        """Move the clock, once all that was asked is done: what is kept after an answer left would be kept as of then, and a claim
        under way would run out."""
        await self.api.eventually(lambda: not any(self.state.inbox.waiting().values()))
        self.clock.ahead += seconds

    @property
    def asked(self) -> list[tuple[str, str | None]]:
        assert isinstance(self.assistant, FakeAssistant)
        return self.assistant.asked


def settings(url: str, token: str | None = TOKEN, **more: object) -> Settings:
    return Settings.model_validate({"BOT_TOKEN": token, "BOT_API_URL": url, "BOT_TODAY": TODAY, **more})


def with_webhook(url: str) -> Settings:
    """Called by Telegram at a free port of this machine."""
    return called_at(url, free_port())


def called_at(url: str, port: int) -> Settings:
    more = {"BOT_LISTEN": f"127.0.0.1:{port}", "BOT_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram", "BOT_WEBHOOK_SECRET": SECRET}
    return settings(url, **more)


class HasAddress(Protocol):
    url: str


@contextmanager
def small_state(url: str = "") -> Iterator[State]:
    """In a folder of its own, gone afterwards."""
    with TemporaryDirectory() as folder, open_state(url or f"sqlite:///{folder}/estado.sqlite", Keys(b"of these tests only" * 2)) as state:
        yield state


def memory_of(state: State) -> Memory:
    return Memory(state, Clock(MovedClock().now, lambda: TODAY), "uno")


@asynccontextmanager
async def answering(
    api: HasAddress, assistant: Assistant, state: State, *, worker: str = "uno", patience: float = PATIENCE
) -> AsyncIterator[World]:
    """One program that answers, asking the Bot API or called by it."""
    clock, naps = MovedClock(), Naps()
    chosen = with_webhook(api.url) if WAY.get() == "webhook" else settings(api.url)
    telegram, webhook = build(chosen, assistant, Memory(state, Clock(clock.now, chosen.today), worker), naps, patience), webhook_of(chosen)
    async with called(telegram, webhook, chosen, assistant) if webhook else polling(telegram):
        yield World(api, assistant, clock, chosen, state, naps)


@asynccontextmanager
async def running(assistant: Assistant | None = None, *, refusals: bool = False, patience: float = PATIENCE) -> AsyncIterator[World]:
    """``refusals``: whether the test expects Telegram to refuse something; else a refusal fails it."""
    async with bot_api() as api:
        with small_state() as state:
            async with answering(api, assistant or FakeAssistant(), state, patience=patience) as world:
                yield world
        assert refusals or not api.refused, api.refused
