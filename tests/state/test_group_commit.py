"""Writes of many go together in few transactions, and none suffers for another."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from datetime import date

import pytest
from sqlalchemy import text

from bot.errors import StateError
from bot.state import Preference, State
from bot.state.group_commit import GroupCommit

TODAY = date(2026, 11, 22)


async def test_what_is_handed_in_together_is_written_and_every_caller_gets_its_own_answer(state: State) -> None:
    commit = GroupCommit(state.store)

    def choose(chat: int) -> int:
        state.preferences.choose(chat, Preference("en"), TODAY)
        return chat

    assert await asyncio.gather(*(commit(lambda chat=chat: choose(chat)) for chat in range(1, 200))) == list(range(1, 200))  # type: ignore[misc]
    await commit.close()
    assert state.preferences.of(57) == Preference("en")


async def test_inside_one_transaction_a_work_sees_what_those_before_it_wrote(state: State) -> None:
    commit = GroupCommit(state.store)
    wrote = commit(lambda: state.preferences.choose(1, Preference("en"), TODAY))
    saw = commit(lambda: state.preferences.of(1))
    assert (await asyncio.gather(wrote, saw))[1] == Preference("en")
    await commit.close()


async def test_works_of_one_kind_are_done_by_one_call_and_each_gets_its_own_answer(state: State) -> None:
    commit = GroupCommit(state.store)
    calls: list[list[int]] = []

    def doubled(numbers: Sequence[int]) -> list[int]:
        calls.append(list(numbers))
        return [2 * number for number in numbers]

    handed = [commit.each(doubled, 1), commit(lambda: 7), commit.each(doubled, 2)]
    assert await asyncio.gather(*handed) == [2, 7, 4]
    await commit.close()
    assert calls == [[1, 2]]


async def test_one_of_a_kind_that_fails_leaves_the_others_done(state: State) -> None:
    commit = GroupCommit(state.store)

    def choose(chats: Sequence[int]) -> list[None]:
        for chat in chats:
            state.preferences.choose(chat, Preference("en"), TODAY)
        if 2 in chats:
            raise ValueError("mistaken")
        return [None for _ in chats]

    found = await asyncio.gather(*(commit.each(choose, chat) for chat in (1, 2, 3)), return_exceptions=True)
    await commit.close()
    assert [type(each) for each in found] == [type(None), ValueError, type(None)]
    assert [state.preferences.of(chat) for chat in (1, 2, 3)] == [Preference("en"), Preference(), Preference("en")]


async def test_a_work_that_fails_undoes_only_itself(state: State) -> None:
    commit = GroupCommit(state.store)

    def broken() -> None:
        state.preferences.choose(2, Preference("en"), TODAY)
        raise ValueError("mistaken")

    good = commit(lambda: state.preferences.choose(1, Preference("en"), TODAY))
    bad = commit(broken)
    found = await asyncio.gather(good, bad, return_exceptions=True)
    await commit.close()
    assert isinstance(found[1], ValueError)
    assert (state.preferences.of(1), state.preferences.of(2)) == (Preference("en"), Preference())


async def test_a_mistaken_statement_is_told_at_once_and_not_tried_for_a_minute(state: State) -> None:
    commit = GroupCommit(state.store)

    def mistaken() -> None:
        with state.store.writing() as connection:
            connection.execute(text("INSERT INTO preferences (chat) VALUES (NULL)"))

    with pytest.raises(StateError):
        await asyncio.wait_for(commit(mistaken), 30)
    await commit.close()


async def test_a_locked_store_is_waited_for(state: State) -> None:
    if state.store.is_postgres:
        pytest.skip("PostgreSQL locks rows, not the whole store")
    commit = GroupCommit(state.store)
    holding, release = threading.Event(), threading.Event()

    def hold() -> None:
        with state.store.writing():
            holding.set()
            release.wait(20)

    holder = threading.Thread(target=hold)
    holder.start()
    await asyncio.to_thread(holding.wait)
    waiting = asyncio.ensure_future(commit(lambda: state.preferences.choose(1, Preference("en"), TODAY)))
    await asyncio.sleep(0.1)
    assert not waiting.done()
    release.set()
    await waiting
    await commit.close()
    holder.join()
    assert state.preferences.of(1) == Preference("en")
