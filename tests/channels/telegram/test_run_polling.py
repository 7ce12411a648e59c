"""The public face, as a process."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from .citizen import Citizen
from .emulator import bot_api

ROOT = Path(__file__).parents[3]
PROGRAM = """
import sys
from bot.channels.telegram import run
from tests.channels.telegram.world import FakeAssistant, settings, small_state
with small_state() as state:
    run(settings(sys.argv[1]), FakeAssistant(), state, lambda line: print(line, flush=True))
"""


@asynccontextmanager
async def program(url: str) -> AsyncIterator[asyncio.subprocess.Process]:
    pipe = asyncio.subprocess.PIPE
    started = await asyncio.create_subprocess_exec(sys.executable, "-c", PROGRAM, url, cwd=ROOT, stdout=pipe, stderr=pipe)
    yield started
    started.send_signal(signal.SIGTERM)
    out, err = await asyncio.wait_for(started.communicate(), 60)
    assert started.returncode == 0, err.decode()
    assert "SYNTHETIC" not in (out + err).decode()


async def test_run_polling_says_where_it_answers_and_ends_when_it_is_told() -> None:
    async with bot_api() as api, program(api.url) as running:
        assert running.stdout
        assert "https://t.me/RutaDelDineroBot" in (await running.stdout.readline()).decode()
        await Citizen(api).asks("deuda 2013")


async def test_while_telegram_is_away_it_says_so_and_can_be_ended() -> None:
    async with program("http://127.0.0.1:9") as running:
        assert running.stderr
        said = (await running.stderr.readline()).decode()
    assert "Telegram no contesta" in said
    assert "revisa la red y BOT_API_URL" in said
