"""What is remembered of a chat, and that it is let go."""

from __future__ import annotations

from datetime import timedelta

from bot.channels.telegram.memory import EXCHANGES, Exchange, Place, ShortMemory
from bot.domain.reading import Act, Interpretation

from .world import Clock

HERE = Place(501, None, 501)


def _exchange(number: int, place: Place = HERE, text: str = "") -> Exchange:
    return Exchange(place, text or f"pregunta {number}", number, None, Interpretation(Act.AMOUNT, None), (1000 + number,))


async def test_the_last_exchange_is_the_one_continued() -> None:
    memory = ShortMemory(Clock())
    for number in (1, 2):
        await memory.remember(_exchange(number))
    latest = await memory.latest(HERE)
    assert latest is not None
    assert latest.text == "pregunta 2"


async def test_a_corrected_question_keeps_its_place() -> None:
    memory = ShortMemory(Clock())
    for exchange in (_exchange(1), _exchange(2), _exchange(1, text="corregida")):
        await memory.remember(exchange)
    latest, first = await memory.latest(HERE), await memory.asked(HERE, 1)
    assert latest is not None
    assert first is not None
    assert (latest.text, first.text) == ("pregunta 2", "corregida")


async def test_only_the_last_few_questions_are_kept() -> None:
    memory = ShortMemory(Clock())
    for number in range(EXCHANGES + 5):
        await memory.remember(_exchange(number))
    assert await memory.asked(HERE, 4) is None
    assert await memory.asked(HERE, 5) is not None


async def test_a_silent_chat_is_emptied_without_anybody_writing_again() -> None:
    clock = Clock()
    memory = ShortMemory(clock)
    await memory.remember(_exchange(1))
    clock.now += 600
    await memory.remember(_exchange(2, Place(502, None, 502)))
    clock.now += 600
    assert await memory.sweep() == 1
    clock.now += 600
    assert await memory.sweep() == 0


async def test_erasing_counts_what_it_erased_and_leaves_the_neighbours() -> None:
    memory = ShortMemory(Clock())
    neighbour = Place(501, None, 12)
    for exchange in (_exchange(1), _exchange(2), _exchange(3, neighbour)):
        await memory.remember(exchange)
    assert await memory.forget(HERE) == 2
    assert await memory.latest(HERE) is None
    assert await memory.latest(neighbour) is not None


async def test_a_mark_holds_for_its_time_only() -> None:
    clock = Clock()
    memory = ShortMemory(clock)
    times = []
    for wait in (0, 5, 6):
        clock.now += wait
        times.append(await memory.first_time(501, "q:1", timedelta(seconds=10)))
    assert times == [True, False, True]
