"""How fast messages may leave, over all workers; and what a dead worker held."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, select

from bot.state import Arrived, State
from bot.state.paces import TO_A_PERSON
from bot.state.recovery import give_back
from bot.state.schema import paces

PERSON, OTHER, GROUP = 501, 502, -1001
NOTHING = timedelta()


def test_a_short_burst_leaves_at_once_and_then_one_a_second(state: State, now: datetime) -> None:
    waits = [state.paces.reserve(PERSON, 1, now) for _ in range(TO_A_PERSON.burst + 3)]
    assert waits == [NOTHING] * TO_A_PERSON.burst + [timedelta(seconds=n) for n in (1, 2, 3)]
    assert state.paces.reserve(OTHER, 1, now) == NOTHING
    assert state.paces.reserve(PERSON, 1, now + timedelta(minutes=1)) == NOTHING


def test_a_group_gets_twenty_a_minute(state: State, now: datetime) -> None:
    assert state.paces.reserve(GROUP, 20, now) == NOTHING
    assert state.paces.reserve(GROUP, 1, now) == timedelta(seconds=3)


def test_chats_that_write_at_the_same_moment_each_keep_their_own_pace(state, now) -> None:
    state.paces.reserve(PERSON, TO_A_PERSON.burst, now)
    assert state.paces.reserve_all([(OTHER, 1), (PERSON, 1), (GROUP, 20), (GROUP, 1)], now) == [
        NOTHING,
        timedelta(seconds=1),
        timedelta(seconds=3),
        timedelta(seconds=3),
    ]
    assert state.paces.reserve(PERSON, 1, now) == timedelta(seconds=2)


def test_notices_stand_behind_answers_and_answers_behind_nobody(state: State, now: datetime) -> None:
    state.paces.count(300, now)
    assert state.paces.reserve(PERSON, 1, now) == NOTHING
    assert state.paces.reserve_notice(OTHER, now) > timedelta(seconds=8)


def test_a_full_bucket_leaves_no_row_and_a_chat_can_be_forgotten(state: State, now: datetime) -> None:
    for chat in (PERSON, OTHER):
        state.paces.reserve(chat, 1, now)
    state.paces.forget(OTHER)
    assert state.paces.sweep(now + timedelta(minutes=1)) == 1
    with state.store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(paces)) == 0


def test_erasing_a_chat_erases_its_pace_and_does_not_count_it(state: State, now: datetime) -> None:
    state.paces.reserve(PERSON, 1, now)
    assert state.erase(PERSON) == {}
    assert state.paces.sweep(now + timedelta(minutes=1)) == 0


def test_what_a_dead_worker_held_is_free_at_once_and_what_it_had_begun_to_send_stays_known(state: State, now: datetime) -> None:
    state.inbox.put([Arrived(1, PERSON, "{}"), Arrived(2, OTHER, "{}"), Arrived(3, GROUP, "{}")], now)
    state.inbox.claim("muerto", now, limit=2)
    state.inbox.claim("vivo", now, limit=1)
    state.inbox.sending([2], "muerto")
    assert give_back(state.store, "muerto") == 2
    again = state.inbox.claim("muerto", now, limit=5)
    assert [(each.update_id, each.send_unknown, each.attempts) for each in again] == [(1, False, 2), (2, True, 2)]
