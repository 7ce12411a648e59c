"""What the channel remembers, in the state store. Calls are gathered into few transactions; none holds up the event loop."""

from __future__ import annotations

import logging
import socket
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TypeVar

from bot.channels.telegram.doorway import Doorway
from bot.channels.telegram.handling import CURRENT, Handling, OvertakenError, under_way
from bot.domain.answer import Answer
from bot.domain.ledger import Ledger
from bot.domain.receipt import Receipt
from bot.errors import StateError
from bot.privacy.masking import mask
from bot.privacy.readings import without_text
from bot.proof import Receipts, read_receipt
from bot.proof.asked import Asked, keep_asked
from bot.state import NOTHING_CHOSEN, Arrived, Claimed, Content, Described, Exchange, Latest, Place, Preference, State
from bot.state.answers import outcome_of
from bot.state.chats import Resolved
from bot.state.group_commit import GroupCommit
from bot.state.recovery import give_back

log = logging.getLogger(__name__)
T = TypeVar("T")

CHANNEL = "telegram"


@dataclass(frozen=True)
class Clock:
    """``now`` with its zone; ``today`` the day that questions are asked on."""

    now: Callable[[], datetime]
    today: Callable[[], date]


@dataclass(frozen=True)
class _Leaving:
    handling: Handling | None
    chat: int
    count: int
    contents: Sequence[Content]


@dataclass(frozen=True)
class Taken:
    """An update to answer, with what its chat has chosen and what was last said in it."""

    claimed: Claimed
    chosen: Preference
    latest: Latest


class Memory:
    """``worker`` names this program among those that share the store: the same after a restart, so that it finds what it held."""

    def __init__(self, state: State, clock: Clock, worker: str) -> None:
        self._state = state
        self._clock = clock
        self._worker = worker
        self.doorway = Doorway()
        self._commit = GroupCommit(state.store)
        self._codes: dict[str, str] = {}
        self._left = 0
        self._tally: Counter[str] = Counter()

    # --- updates

    async def recover(self) -> int:
        """After a restart: what this worker held when it died is free again."""
        return await self._commit(lambda: give_back(self._state.store, self._worker))

    async def take_up(self, arrived: Sequence[Arrived], limit: int) -> tuple[Taken, ...]:
        """What arrived is durable on return, and up to ``limit`` updates, these or older ones, are this worker's to answer: one
        transaction. What was kept before is not kept again."""

        def work() -> tuple[Taken, ...]:
            now = self._clock.now()
            self._state.inbox.put(arrived, now)
            claimed = self._state.inbox.claim(self._worker, now, limit) if limit > 0 else ()
            chats = [each.chat for each in claimed]
            chosen = self._state.preferences.of_chats(chats) if chats else {}
            latest = self._state.conversations.latest_of(chats, now) if chats else {}
            return tuple(Taken(each, chosen.get(each.chat, NOTHING_CHOSEN), latest[each.chat]) for each in claimed)

        return await self._commit(work)

    async def hold(self, update_ids: Sequence[int]) -> None:
        """Slow answers keep their claims."""
        now = self._clock.now()
        await self._commit(lambda: [self._state.inbox.extend(id, self._worker, now) for id in update_ids])

    async def begin(self, chat: int, count: int, contents: Sequence[Content] = ()) -> tuple[tuple[str, ...], timedelta]:
        """Say, durably, that ``count`` messages are about to leave; the receipts of what they answer, and how long to wait so
        that this chat gets no more than Telegram allows: after a wait, ``leave`` says it. OvertakenError when another worker has
        the update."""
        handling = CURRENT.get()
        await self.doorway.enter(handling)
        codes, wait = await self._commit.each(self._begin, _Leaving(handling, chat, count, contents))
        if wait:
            self.doorway.out(handling)
        self._learn(contents, codes)
        self._left += count
        if handling:
            handling.on_ready()
            handling.sending = handling.sending or not wait
        return codes, wait

    async def leave(self) -> None:
        """After a wait: now the messages are about to leave."""
        handling = CURRENT.get()
        await self.doorway.enter(handling)
        await self._commit.each(self._say_sending, handling)
        if handling:
            handling.sending = True

    async def receipts(self, contents: Sequence[Content]) -> tuple[str, ...]:
        """The codes of answers that take the place of others."""
        codes = await self._commit.each(self._keep, contents)
        self._learn(contents, codes)
        return codes

    async def finish(self, handling: Handling) -> None:
        await self._commit.each(self._finish, handling)

    async def count(self, name: str) -> None:
        await self._commit(lambda: self._state.counters.add({name: 1}, self._clock.today()))

    # --- conversations

    async def latest(self, place: Place, follows: int | None = None) -> Exchange | None:
        """The exchange that a message continues: the one of the bot's message it replies to, else the last one here, which came
        with the update."""
        replied = await self.replied(place.chat, follows) if follows is not None else None
        return replied or under_way().latest.of(place)

    async def asked(self, place: Place, message: int) -> Exchange | None:
        return await self._commit(lambda: self._state.conversations.asked(place, message, self._clock.now()))

    async def replied(self, chat: int, message: int) -> Exchange | None:
        return await self._commit(lambda: self._state.conversations.replied(chat, message, self._clock.now()))

    def remember(self, place: Place, exchange: Exchange, text: str = "") -> None:
        """``text`` is what was asked: of it only the reading is kept, without what is personal."""
        now = self._clock.now()
        if text:
            exchange = replace(exchange, reading=without_text(exchange.reading, text))
        under_way().said.append((place, exchange, now))

    async def first_time(self, chat: int, mark: str, within: timedelta) -> bool:
        return await self._commit(lambda: self._state.conversations.first_time(chat, mark, self._clock.now(), within))

    def tally(self, answers: Sequence[Answer], codes: Sequence[str]) -> None:
        """Count a question by how it ended. What went unanswered, and a sample of all, is kept for staff, masked, without a trace of
        whose it was."""
        outcomes = [outcome_of(answer) for answer in answers]
        self._tally.update(["telegram.preguntas", *(f"telegram.{outcome}" for outcome in outcomes)])
        under_way().asked.append(Asked(answers, codes, CHANNEL, self._clock.today()))

    # --- what people choose, say and ask to erase

    async def preference(self, chat: int) -> Preference:
        return await self._commit(lambda: self._state.preferences.of(chat))

    async def choose(self, chat: int, preference: Preference) -> None:
        await self._commit(lambda: self._state.preferences.choose(chat, preference, self._clock.today()))

    async def kept(self, codes: Sequence[str]) -> tuple[Receipt, ...]:
        """Receipts by their codes; those no longer kept are left out."""
        found = await self._commit(lambda: [self._state.receipts.find(code) for code in codes])
        return tuple(read_receipt(each) for each in found if each)

    async def report(self, chat: int, receipt: str, comment: str) -> None:
        today, said = self._clock.today(), mask(comment)
        await self._commit(lambda: self._state.reports.put(receipt, said, CHANNEL, today, chat))

    async def tell_when_resolved(self, chat: int, receipt: str) -> None:
        """The number of this chat is kept, sealed, until its report of a receipt is closed and it was told."""
        await self._commit(lambda: self._state.addresses.keep(chat, receipt, self._clock.today()))

    async def resolved(self) -> tuple[Resolved, ...]:
        """The chats to tell now."""
        return await self._commit(self._state.addresses.resolved)

    async def begin_telling(self, resolved: Resolved) -> bool:
        """Say, durably, that a chat is about to be told; False when another worker tells it."""
        return await self._commit(lambda: self._state.addresses.drop(resolved.chat, resolved.receipt))

    async def reserve_notice(self, chat: int) -> timedelta:
        """How long a message that nobody is waiting for stands behind the answers of all workers."""
        return await self._commit(lambda: self._state.paces.reserve_notice(chat, self._clock.now()))

    async def rate(self, chat: int, receipt: str, *, useful: bool) -> None:
        await self._commit(lambda: self._state.ratings.rate(chat, receipt, useful=useful, today=self._clock.today()))

    async def forget(self, place: Place) -> int:
        """One person's conversation; how many questions that was."""
        return await self._commit(lambda: self._state.conversations.forget(place))

    async def erase(self, chat: int) -> Mapping[str, int]:
        """Every row of a chat; how many of each kind. The order to erase is not among them: it is done last."""
        handling = CURRENT.get()
        gone = await self._commit(lambda: self._state.erase(chat, handling.update_id if handling else None))
        await self._at_end(lambda: self._state.paces.forget(chat))
        return gone

    async def waiting(self) -> int:
        counted = await self._commit(self._state.inbox.waiting)
        return sum(counted.values())

    async def sweep(self) -> None:
        """Erase what is past its time."""
        now = self._clock.now()
        self._codes.clear()
        await self._commit(lambda: (self._state.purge(now), self._state.paces.sweep(now)))

    async def tell(self) -> None:
        """Let all workers know how many answers left here since it was last told, and how the questions ended: counted together,
        a second late, because each for itself would cost as much as an answer's own writes."""
        left, tally = self._left, self._tally
        self._left, self._tally = 0, Counter()
        if left:
            await self._commit(lambda: self._state.paces.count(left, self._clock.now()))
        if tally:
            await self._commit(lambda: self._state.counters.add(tally, self._clock.today()))

    def beside(self, ledger: Ledger) -> Receipts:
        """The same receipts, for pages that are served beside the bot."""
        return Receipts(lambda: self._state, ledger, log.warning)

    def described(self) -> tuple[Described, ...]:
        """What is kept, why and for how long, from the settings in force."""
        return self._state.described()

    async def close(self) -> None:
        with suppress(StateError):
            await self.tell()
        await self._commit.close()
        self._state.close()

    # --- for many at once, inside a transaction

    def _begin(self, leaving: Sequence[_Leaving]) -> list[tuple[tuple[str, ...], timedelta]]:
        waits = self._state.paces.reserve_all([(each.chat, each.count) for each in leaving], self._clock.now())
        self._say_sending([each.handling for each, wait in zip(leaving, waits, strict=True) if not wait])
        return list(zip(self._keep([each.contents for each in leaving]), waits, strict=True))

    def _say_sending(self, handlings: Sequence[Handling | None]) -> list[None]:
        """OvertakenError when one of them is no longer this worker's: each is then tried by itself."""
        ids = {each.update_id for each in handlings if each and not each.sending}
        if ids and not self._state.inbox.sending(sorted(ids), self._worker):
            raise OvertakenError
        return [None for _ in handlings]

    def _keep(self, answers: Sequence[Sequence[Content]]) -> list[tuple[str, ...]]:
        """The same answer is given many times a day: its code is looked up once."""
        codes = {content.digest: self._codes.get(content.digest, "") for contents in answers for content in contents}
        unknown = [content for contents in answers for content in contents if not codes[content.digest]]
        kept = self._state.receipts.keep(unknown, self._clock.today())
        codes.update(zip((content.digest for content in unknown), kept, strict=True))
        return [tuple(codes[content.digest] for content in contents) for contents in answers]

    def _finish(self, handlings: Sequence[Handling]) -> list[None]:
        self._state.conversations.remember_all([said for each in handlings for said in each.said])
        keep_asked(self._state, *(asked for each in handlings for asked in each.asked))
        for write in (write for each in handlings for write in each.at_end):
            write()
        for each in handlings:
            if each.again:
                self._state.inbox.release(each.update_id, self._worker, sent_nothing=True)
        self._state.inbox.done([each.update_id for each in handlings if not each.again])
        return [None for _ in handlings]

    def _learn(self, contents: Sequence[Content], codes: Sequence[str]) -> None:
        """Only once they are durable: a transaction undone would leave codes that nothing stands behind."""
        self._codes.update(zip((content.digest for content in contents), codes, strict=True))

    async def _at_end(self, work: Callable[[], object]) -> None:
        """Together with the update being done, or at once where there is none."""
        if handling := CURRENT.get():
            handling.at_end.append(work)
        else:
            await self._commit(work)


def worker_name(listen: str) -> str:
    """One program a port of a machine."""
    return f"{socket.gethostname()}/{listen}"
