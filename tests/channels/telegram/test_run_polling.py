"""The public face, as a process."""

from __future__ import annotations

import asyncio
import signal
import sys
from pathlib import Path

from .emulator import Citizen, bot_api

ROOT = Path(__file__).parents[3]
PROGRAM = """
import sys
from bot.channels.telegram import run_polling
from tests.channels.telegram.world import FakeAssistant, settings
run_polling(settings(sys.argv[1]), FakeAssistant(), lambda line: print(line, flush=True))
"""


async def test_run_polling_says_where_it_answers_and_ends_when_it_is_told() -> None:
    async with bot_api() as api:
        program = await asyncio.create_subprocess_exec(
            sys.executable, "-c", PROGRAM, api.url, cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
        )
        assert program.stdout
        assert "https://t.me/RutaDelDineroBot" in (await program.stdout.readline()).decode()
        await Citizen(api).asks("deuda 2013")
        program.send_signal(signal.SIGTERM)
        out, err = await asyncio.wait_for(program.communicate(), 10)
    assert program.returncode == 0, err.decode()
    assert "SYNTHETIC" not in (out + err).decode()
