"""How many replies are on their way at once."""

import asyncio

from bot.channels.telegram.doorway import Doorway
from bot.channels.telegram.handling import Handling
from bot.privacy import Keys
from bot.state import Latest


def handling(update_id: int) -> Handling:
    return Handling(update_id, Latest(Keys(b"of these tests only" * 2)))


async def test_a_reply_waits_until_another_has_left() -> None:
    doorway = Doorway(width=1)
    first, second = handling(1), handling(2)
    await doorway.enter(first)
    waiting = asyncio.create_task(doorway.enter(second))
    await asyncio.sleep(0)
    assert not second.in_doorway
    doorway.out(first)
    await waiting
    assert second.in_doorway


async def test_the_pages_of_one_reply_leave_together() -> None:
    doorway = Doorway(width=1)
    one = handling(1)
    await doorway.enter(one)
    await asyncio.wait_for(doorway.enter(one), 1)
    doorway.out(one)
    doorway.out(one)
    await asyncio.wait_for(doorway.enter(handling(2)), 1)
    third = asyncio.create_task(doorway.enter(handling(3)))
    await asyncio.sleep(0)
    assert not third.done(), "going out twice makes no room for two"
    third.cancel()


async def test_what_belongs_to_no_update_never_waits() -> None:
    doorway = Doorway(width=1)
    await doorway.enter(handling(1))
    await asyncio.wait_for(doorway.enter(None), 1)
