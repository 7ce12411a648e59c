"""Five hundred messages full of personal data go through the bot; then everything it keeps on disk is searched for them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from bot.language.folding import flat
from bot.state import State
from bot.state.schema import metadata
from tests.privacy.drill import messages

from .citizen import Citizen
from .emulator import bot_api
from .world import TODAY, answering, small_state

if TYPE_CHECKING:
    from bot.app import Assistant

CHATS, EACH = 50, 10
SLOWEST = 300  # seconds for five hundred real answers on a busy machine


def on_disk(state: State) -> str:
    """Every byte of the store and of its log, as text."""
    file = Path(state.place.removeprefix("sqlite:///"))
    return "\n".join(path.read_bytes().decode("utf-8", "replace") for path in sorted(file.parent.iterdir()))


def stands(secret: str, kept: str, digits: str) -> bool:
    numbers = re.sub(r"\D", "", secret)
    return numbers in digits if len(numbers) >= 7 else flat(secret) in kept


def rows_of_chats(state: State) -> int:
    with state.store.reading() as connection:
        tables = [table for table in metadata.sorted_tables if "chat" in table.c]
        return sum(connection.scalar(select(func.count()).where(table.c.chat.is_not(None), table.c.chat != "*")) or 0 for table in tables)


async def test_of_five_hundred_messages_full_of_personal_data_next_to_nothing_is_on_disk_and_borrar_leaves_no_row(
    assistant: Assistant,
) -> None:
    drilled = messages(CHATS * EACH, seed=7_2026)
    with small_state() as state:
        async with bot_api() as api, answering(api, assistant, state):
            citizens = [Citizen(api, 600 + n, 600 + n) for n in range(CHATS)]
            for place, message in enumerate(drilled):
                await citizens[place % CHATS].says(message.text)
            await api.eventually(lambda: len(api.sent) >= len(drilled), SLOWEST)
            await api.eventually(lambda: state.inbox.waiting() == {"new": 0, "claimed": 0})
            kept = flat(on_disk(state))
            digits = re.sub(r"[\s.-]", "", kept)
            secrets = [secret for message in drilled for secret in message.secrets]
            left = [secret for secret in secrets if stands(secret, kept, digits)]
            assert len(state.unanswered.since(TODAY)) > CHATS
            assert len(left) <= len(secrets) * 0.01, left
            assert rows_of_chats(state) > CHATS
            for citizen in citizens:
                await citizen.says("/borrar")
            await api.eventually(lambda: rows_of_chats(state) == 0, SLOWEST)
