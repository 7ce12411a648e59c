"""Citizens who go on asking while things go wrong; what they got, as a table.

    python -m tests.channels.telegram.drill faults
    python -m tests.channels.telegram.drill kills --citizens 50 --questions 100 --kills 20 [--way webhook]

The program under test is a process of its own with its state on disk, killed with signal 9 and started again; it answers from the
ledger under ``var``. Each citizen asks different questions, through links, whose answers repeat them: so a lost or repeated one is
seen. Called by a webhook, what it did not take is delivered again, as Telegram does.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import signal
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from bot.channels.telegram.links import question_payload
from bot.channels.telegram.words import SENTENCES
from tests.servers import free_port

from .citizen import Citizen
from .emulator import TOKEN, Sent, bot_api
from .troubles import PATIENCE, TROUBLES, Trouble, TroubledApi

ROOT = Path(__file__).parents[3]
UNSURE = SENTENCES["telegram.no_se_si_llego"]
REPEATS = SENTENCES["telegram.preguntaste"].partition("{")[0]
PROGRAM = """
import sys
from bot.app import build_assistant
from bot.channels.telegram import run
from bot.privacy import Keys
from bot.state import open_state
from tests.channels.telegram.world import called_at, settings
url, folder, patience, port = sys.argv[1:]
chosen = called_at(url, int(port)) if port != "0" else settings(url)
with open_state(f"sqlite:///{folder}/estado.sqlite", Keys(b"of these drills only" * 2)) as state:
    run(chosen, build_assistant(chosen), state, lambda line: print(line, flush=True), patience=float(patience))
"""


@dataclass
class Outcome:
    """``unsure``: whether the answer arrived could not be known, and the citizen was asked."""

    name: str
    met: int = 0
    questions: int = 0
    answered: int = 0
    twice: int = 0
    unsure: int = 0
    lost: int = 0

    def row(self) -> str:
        counts = (self.met, self.questions, self.answered, self.twice, self.unsure, self.lost)
        return f"| {self.name} | " + " | ".join(map(str, counts)) + " |"


HEAD = "| trouble | met | questions | answered | answered twice | unsure, asked about | lost |\n|---|---:|---:|---:|---:|---:|---:|"


@dataclass
class Program:
    """The bot as a process that can be killed and started again."""

    url: str
    folder: Path
    port: int = 0  # of its webhook; none: it asks
    kills: int = 0
    _running: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        arguments = (sys.executable, "-c", PROGRAM, self.url, str(self.folder), str(PATIENCE), str(self.port))
        complaints = self.folder / "complaints.txt"
        with complaints.open("wb") as file:
            self._running = await asyncio.create_subprocess_exec(*arguments, cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=file)
        assert self._running.stdout
        if not await self._running.stdout.readline():
            raise RuntimeError(f"The program did not start: {complaints.read_text(encoding='utf-8')[-1000:]}")

    async def kill(self) -> None:
        await self._end(signal.SIGKILL)
        self.kills += 1

    async def stop(self) -> None:
        await self._end(signal.SIGTERM)

    async def _end(self, how: signal.Signals) -> None:
        assert self._running
        with suppress(ProcessLookupError):
            self._running.send_signal(how)
        await self._running.wait()


@asynccontextmanager
async def drilled(way: str) -> AsyncIterator[tuple[TroubledApi, Program]]:
    with tempfile.TemporaryDirectory() as folder:
        async with bot_api(TroubledApi()) as api:
            assert isinstance(api, TroubledApi)
            program = Program(api.url, Path(folder), free_port() if way == "webhook" else 0)
            await program.start()
            again = asyncio.create_task(deliver_again(api)) if way == "webhook" else None
            try:
                yield api, program
            finally:
                if again:
                    again.cancel()
                await program.stop()


async def deliver_again(api: TroubledApi) -> None:
    """What the bot did not take."""
    while True:
        await asyncio.sleep(0.3)
        await api.deliver_updates(token=TOKEN)


def real_questions(count: int) -> list[str]:
    """Different ones, short enough for a link. ValueError where there are fewer."""
    files = sorted((ROOT / "tests" / "gold").glob("*.jsonl"))
    asked = (json.loads(line)["q"] for file in files for line in file.read_text(encoding="utf-8").splitlines() if line.strip())
    found = [text for text in dict.fromkeys(asked) if question_payload(text) and "\n" not in text]
    if count > len(found):
        raise ValueError(f"There are only {len(found)} different questions")
    return found[:count]


async def converse(api: TroubledApi, outcome: Outcome, first: int, citizens: int, count: int, patience: float = 90.0) -> None:
    """Each citizen asks, waits for the answer or for the line that asks whether it arrived, and goes on."""
    questions = real_questions(count)

    async def one(chat: int) -> None:
        citizen = Citizen(api, chat, chat)
        for asked in questions:
            await citizen.says(f"/start {question_payload(asked)}")
            outcome.questions += 1
            with suppress(TimeoutError):
                async with asyncio.timeout(patience):
                    while not _replied(api, chat, asked, citizen):  # noqa: ASYNC110 - looked at now and then, by many at once
                        await asyncio.sleep(0.05)

    await asyncio.gather(*(one(first + n) for n in range(citizens)))
    await asyncio.sleep(api.trouble.late + 0.5)  # what is still on its way would be a second answer
    _judge(api, outcome, range(first, first + citizens), questions)


def _replied(api: TroubledApi, chat: int, asked: str, citizen: Citizen) -> bool:
    """Reads what is new; an answer to this question, or the line that asks, ends the wait."""
    new = [sent for sent in api.sent.values() if sent.chat == chat and sent.id not in citizen.read]
    citizen.read |= {sent.id for sent in new}
    return any(_repeated(sent) == asked or (sent.text == UNSURE and f"/start {question_payload(asked)}" in sent.labels) for sent in new)


def _repeated(sent: Sent) -> str:
    """The question that an answer repeats in its first line; empty for other messages, and for its later pages."""
    return sent.text.partition("\n")[0].removeprefix(REPEATS) if sent.text.startswith(REPEATS) else ""


def _judge(api: TroubledApi, outcome: Outcome, chats: Sequence[int], questions: Sequence[str]) -> None:
    sent = [message for message in api.sent.values() if message.chat in chats]
    answers = Counter((message.chat, text) for message in sent if (text := _repeated(message)))
    links = {f"/start {question_payload(text)}": text for text in questions}
    unsure = {(message.chat, links[label]) for message in sent if message.text == UNSURE for label in message.labels if label in links}
    asked = [(chat, text) for chat in chats for text in questions]
    outcome.answered = sum(1 for each in asked if answers[each])
    outcome.twice = sum(1 for each in asked if answers[each] > 1)
    outcome.unsure = sum(1 for each in asked if each in unsure)
    outcome.lost = sum(1 for each in asked if not answers[each] and each not in unsure)
    outcome.met += api.met
    api.met = 0


async def kill_now_and_then(program: Program, times: int, between: tuple[float, float]) -> None:
    chance = random.Random(11)
    for _ in range(times):
        await asyncio.sleep(chance.uniform(*between))
        await program.kill()
        await program.start()


async def lock_now_and_then(folder: Path, times: int) -> None:
    for _ in range(times):
        with sqlite3.connect(folder / "estado.sqlite", timeout=5, isolation_level=None) as other:
            other.execute("BEGIN EXCLUSIVE")
            await asyncio.sleep(1.0)
            other.execute("ROLLBACK")
        await asyncio.sleep(0.3)


async def fault(api: TroubledApi, program: Program, trouble: Trouble, first: int, citizens: int, questions: int) -> Outcome:
    outcome = Outcome(trouble.name)
    api.trouble = trouble
    async with asyncio.TaskGroup() as together:
        together.create_task(converse(api, outcome, first, citizens, questions))
        if trouble.kills:
            together.create_task(kill_now_and_then(program, 3, (0.3, 1.5)))
        if trouble.locks:
            together.create_task(lock_now_and_then(program.folder, 4))
    outcome.met += 3 * trouble.kills + 4 * trouble.locks
    api.trouble = TROUBLES[0]
    return outcome


async def all_faults(citizens: int, questions: int, way: str = "polling") -> list[Outcome]:
    async with drilled(way) as (api, program):
        return [await fault(api, program, trouble, 1000 * place + 1000, citizens, questions) for place, trouble in enumerate(TROUBLES)]


async def kill_drill(citizens: int, questions: int, kills: int, between: tuple[float, float] = (1.0, 5.0), way: str = "polling") -> Outcome:
    outcome = Outcome(f"kill -9 × {kills}, {way}")
    async with drilled(way) as (api, program):
        async with asyncio.TaskGroup() as together:
            together.create_task(converse(api, outcome, 1000, citizens, questions))
            together.create_task(kill_now_and_then(program, kills, between))
        outcome.met = program.kills
    return outcome


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("drill", choices=["faults", "kills"])
    options.add_argument("--citizens", type=int, default=50)
    options.add_argument("--questions", type=int, default=4)
    options.add_argument("--kills", type=int, default=20)
    options.add_argument("--way", choices=["polling", "webhook"], default="polling")
    given = options.parse_args()
    if given.drill == "faults":
        outcomes = asyncio.run(all_faults(given.citizens, given.questions, given.way))
    else:
        outcomes = [asyncio.run(kill_drill(given.citizens, given.questions, given.kills, way=given.way))]
    print("\n".join([HEAD, *(outcome.row() for outcome in outcomes)]))
    sys.exit(1 if any(outcome.lost or outcome.twice for outcome in outcomes) else 0)


if __name__ == "__main__":
    main()
