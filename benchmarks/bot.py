"""The whole Telegram bot beside bare echo bots: updates a second, CPU per update, latency, memory.

    python -m benchmarks.bot [--rounds 3] [--updates 400] [--aiogram PYTHON] [--only NAME…] [--workers]

Every configuration is run in turn in each round, so that a machine that slows down slows all of them. The bot under test stands on
one core, Telegram's side and its citizens on the other. ``ruta`` answers real questions from the real ledger with its state on disk;
``echo default`` is the library at 256 at once on its own HTTP client, ``echo backend`` the same on this project's, ``aiogram`` an echo
of another library, in an environment that holds it (``--aiogram``). Latency is that of a burst: most of it is waiting in line.
``--workers`` runs only one worker beside two, on SQLite and, where there is one, on a PostgreSQL of its own that waits for no disk.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import aiohttp

from benchmarks.fake_telegram import FakeTelegram
from tests.servers import free_port, postgres_binaries, postgres_server

ROOT = Path(__file__).resolve().parent.parent
SECRET = "palabra"
CALLS = 40
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
LIMIT_SECONDS = 120


@dataclass(frozen=True)
class Setting:
    name: str
    way: str
    delay: float
    workers: int = 1
    store: str = "sqlite"

    @property
    def title(self) -> str:
        """In the table."""
        beside = [f"× {self.workers}"] if self.workers > 1 else []
        return " ".join([self.name, *beside, *(["PostgreSQL"] if self.store != "sqlite" else [])])


@dataclass(frozen=True)
class Run:
    per_second: float
    cpu_ms: float
    p50_ms: float
    p99_ms: float
    memory_mb: float


def questions() -> list[str]:
    files = sorted((ROOT / "tests" / "gold").glob("*.jsonl"))
    return [json.loads(line)["q"] for file in files for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def updates(count: int, first: int) -> list[dict[str, Any]]:
    """Each from a citizen of their own."""
    found = []
    for number, text in enumerate(islice(cycle(questions()), count), first):
        chat = {"id": 100_000 + number, "type": "private", "first_name": "C"}
        who = {"id": 100_000 + number, "is_bot": False, "first_name": "C"}
        found.append({"update_id": number, "message": {"message_id": 1, "date": 1_800_000_000, "chat": chat, "from": who, "text": text}})
    return found


def command(setting: Setting, url: str, port: int, aiogram: str) -> list[str]:
    if setting.name == "ruta":
        return [sys.executable, "-m", "bot", "run"]
    python = aiogram if setting.name == "aiogram" else sys.executable
    kind = setting.name.removeprefix("echo ")
    return [python, "-m", "benchmarks.echo_bots", kind, url, setting.way, str(port)]


@contextmanager
def subject(setting: Setting, url: str, ports: Sequence[int], var: Path, aiogram: str, database: str) -> Iterator[list[int]]:
    """The processes under test, on the first core (two workers have both)."""
    started = []
    for port in ports:
        environment = {**os.environ, "BOT_TOKEN": "7:SYNTHETIC", "BOT_API_URL": url, "BOT_VAR_DIR": str(var), "BOT_TODAY": "2026-11-22"}
        environment |= {"BOT_LISTEN": f"127.0.0.1:{port}", "PYTHONPATH": str(ROOT), "DATABASE_URL": database}
        if setting.way == "webhook":
            environment |= {"BOT_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram", "BOT_WEBHOOK_SECRET": SECRET}
        core = ["taskset", "-c", "0" if setting.workers == 1 else "0,1"]
        started.append(
            subprocess.Popen(
                core + command(setting, url, port, aiogram), env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        )
    try:
        yield [each.pid for each in started]
    finally:
        for each in started:
            each.kill()
            each.wait()


async def run(setting: Setting, count: int, var: Path, aiogram: str, database: str = "") -> Run:
    telegram = FakeTelegram(setting.delay)
    server, port = await telegram.listen()
    ports = [free_port() for _ in range(setting.workers)]
    with subject(setting, f"http://127.0.0.1:{port}", ports, var, aiogram, database) as pids:
        await asyncio.wait_for(telegram.ready.wait(), 60)
        await asyncio.sleep(1.0 if setting.workers == 1 else 4.0)  # the others are no later than that
        warm = 20 * setting.workers
        await _answered(telegram, setting, ports, updates(warm, 1), warm)
        telegram.asked.clear()
        telegram.answered.clear()
        cpu, began = _cpu(pids), time.perf_counter()
        await _answered(telegram, setting, ports, updates(count, 1001), count)
        took = max(telegram.answered.values()) - began
        await asyncio.sleep(0.5)  # what is written after the answer counts too
        used, memory = _cpu(pids) - cpu, _memory(pids)
    server.close()
    waits = sorted(telegram.answered[chat] - telegram.asked[chat] for chat in telegram.asked)
    assert telegram.repeated == 0 or setting.name != "ruta", "an answer was repeated"
    return Run(count / took, used / count * 1000, waits[len(waits) // 2] * 1000, waits[int(len(waits) * 0.99)] * 1000, memory)


async def _answered(telegram: FakeTelegram, setting: Setting, ports: Sequence[int], batch: list[dict[str, Any]], count: int) -> None:
    telegram.expected = count
    telegram.over.clear()
    if setting.way == "polling":
        telegram.ask(batch)
    else:
        await _called(telegram, ports, batch)
    await asyncio.wait_for(telegram.over.wait(), LIMIT_SECONDS)


async def _called(telegram: FakeTelegram, ports: Sequence[int], batch: list[dict[str, Any]]) -> None:
    line = iter(batch)
    headers = {"X-Telegram-Bot-Api-Secret-Token": telegram.secret}
    doors = cycle(ports)

    async def call(session: aiohttp.ClientSession) -> None:
        for update in line:
            telegram.asked[update["message"]["chat"]["id"]] = time.perf_counter()
            async with session.post(f"http://127.0.0.1:{next(doors)}/telegram", json=update, headers=headers) as answer:
                assert answer.status == 200, answer.status

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=CALLS)) as session:
        await asyncio.gather(*(call(session) for _ in range(CALLS)))


def _cpu(pids: Sequence[int]) -> float:
    """Seconds of processor used so far."""
    fields = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in pids]
    return sum(int(each[11]) + int(each[12]) for each in fields) / TICKS


def _memory(pids: Sequence[int]) -> float:
    return sum(int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in pids) * PAGE / 1e6


def answer_cost(count: int) -> float:
    """Milliseconds of processor that an answer costs by itself: read, looked up, written; no Telegram. The mean, as what the bot is
    measured by; ``benchmarks.answers`` tells the median, which few dear questions do not raise."""
    program = (
        "import sys, time\n"
        "from datetime import date\n"
        "from benchmarks.bot import questions\n"
        "from bot.app import build_assistant\n"
        "from bot.channels.telegram.pages import lead_pages\n"
        "from bot.rendering.reply import compose\n"
        "from bot.settings import Settings\n"
        "from itertools import cycle, islice\n"
        "assistant, today = build_assistant(Settings.read()), date(2026, 11, 22)\n"
        "def answer(q):\n"
        "    lead_pages([compose(a, assistant.knowledge) for a in assistant.ask(q, today).answers])\n"
        "for q in questions()[:20]: answer(q)\n"
        "began = time.process_time()\n"
        f"for q in islice(cycle(questions()), {count}): answer(q)\n"
        f"print((time.process_time() - began) / {count} * 1000)\n"
    )
    done = subprocess.run(["taskset", "-c", "0", sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--updates", type=int, default=400)
    options.add_argument("--aiogram", default="", help="a Python that has aiogram")
    options.add_argument("--only", nargs="*", default=[])
    options.add_argument("--workers", action="store_true", help="only one worker beside two, on each store")
    given = options.parse_args()
    names = given.only or ["ruta", "echo default", "echo backend", *(["aiogram"] if given.aiogram else [])]
    binaries = postgres_binaries()
    workers = [
        Setting("ruta", "webhook", 0.0, count, store)
        for store in ("sqlite", *(["postgresql"] if binaries else []))
        for count in ((1, 2) if "ruta" in names else ())
    ]
    all_of_them = [Setting(name, way, delay) for name in names for way in ("webhook", "polling") for delay in (0.0, 0.05)]
    settings = workers if given.workers else list(dict.fromkeys(all_of_them + workers))
    found: dict[Setting, list[Run]] = {setting: [] for setting in settings}
    costs = []
    os.sched_setaffinity(0, {1} if os.cpu_count() == 2 else set(range(1, os.cpu_count() or 2)))
    for number in range(given.rounds):
        costs.append(answer_cost(given.updates))
        for setting in settings:
            with placed(setting, binaries) as (var, database):
                found[setting].append(asyncio.run(run(setting, given.updates, var, given.aiogram, database)))
            print(f"round {number + 1}: {setting} {found[setting][-1]}", file=sys.stderr, flush=True)
    show(found, costs)


@contextmanager
def placed(setting: Setting, binaries: Path | None) -> Iterator[tuple[Path, str]]:
    """A folder and, for PostgreSQL, the address of a server of its own; the ledger built in it. On the other core, as Telegram."""
    with ExitStack() as closing:
        folder = closing.enter_context(tempfile.TemporaryDirectory())
        database = closing.enter_context(postgres_server(binaries)) if setting.store == "postgresql" and binaries else ""
        where = {**os.environ, "BOT_VAR_DIR": folder, "DATABASE_URL": database}
        subprocess.run([sys.executable, "-m", "bot", "data", "build"], cwd=ROOT, env=where, check=True, capture_output=True)
        yield Path(folder), database


def show(found: dict[Setting, list[Run]], costs: Sequence[float]) -> None:
    """Medians of the rounds, with the least and the most."""
    print(f"an answer by itself: {statistics.median(costs):.2f} ms of processor [{min(costs):.2f}–{max(costs):.2f}]")
    print("| bot | way in | Telegram's delay | updates/s | CPU ms/update | p50/p99 ms | memory MB |\n|---|---|---:|---:|---:|---:|---:|")
    for setting, runs in found.items():
        each = {name: sorted(getattr(run, name) for run in runs) for name in Run.__dataclass_fields__}
        middle = {name: statistics.median(values) for name, values in each.items()}
        speed = f"{middle['per_second']:.0f} [{each['per_second'][0]:.0f}–{each['per_second'][-1]:.0f}]"
        cpu = f"{middle['cpu_ms']:.2f} [{each['cpu_ms'][0]:.2f}–{each['cpu_ms'][-1]:.2f}]"
        waits = f"{middle['p50_ms']:.0f}/{middle['p99_ms']:.0f}"
        print(
            f"| {setting.title} | {setting.way} | {setting.delay * 1000:.0f} ms | {speed} | {cpu} | {waits} | {middle['memory_mb']:.0f} |"
        )


if __name__ == "__main__":
    main()
