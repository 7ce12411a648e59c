"""Nothing lost, nothing twice, each chat in order, whichever worker handles it."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import timedelta

from bot.state import Arrived, open_state
from bot.state.inbox import CLAIM

PAST = CLAIM + timedelta(seconds=1)


def arrived(*pairs: tuple[int, int]) -> list[Arrived]:
    return [Arrived(update, chat, f'{{"update_id": {update}}}') for update, chat in pairs]


def ids(claimed) -> list[int]:
    return [each.update_id for each in claimed]


def test_an_update_that_arrives_twice_is_kept_once(state, now) -> None:
    assert state.inbox.put(arrived((1, 7), (2, 7)), now) == (1, 2)
    assert state.inbox.put(arrived((2, 7), (3, 7)), now) == (3,)
    state.inbox.done([1])
    assert state.inbox.put(arrived((1, 7)), now) == ()


def test_a_chat_is_answered_in_order_and_the_others_do_not_wait(state, now) -> None:
    state.inbox.put(arrived((1, 7), (2, 7), (3, 8)), now)
    assert ids(state.inbox.claim("one", now, 10)) == [1, 3]
    assert state.inbox.claim("two", now, 10) == ()
    state.inbox.done([1])
    assert ids(state.inbox.claim("two", now, 10)) == [2]


def test_an_earlier_question_stored_late_still_goes_first(state, now) -> None:
    state.inbox.put(arrived((2, 7)), now)
    state.inbox.put(arrived((1, 7)), now)
    assert ids(state.inbox.claim("one", now)) == [1]


def test_what_a_dead_worker_had_is_free_again_and_counted(state, now) -> None:
    state.inbox.put(arrived((1, 7)), now)
    state.inbox.claim("dies", now)
    assert state.inbox.claim("lives", now) == ()
    again = state.inbox.claim("lives", now + PAST)
    assert [(each.update_id, each.attempts, each.send_unknown) for each in again] == [(1, 2, False)]
    assert not state.inbox.sending([1], "dies")
    assert not state.inbox.extend(1, "dies", now + PAST)


def test_a_worker_that_died_while_sending_leaves_word_that_the_send_is_unknown(state, now) -> None:
    state.inbox.put(arrived((1, 7)), now)
    state.inbox.claim("dies", now)
    assert state.inbox.sending([1], "dies")
    assert state.inbox.claim("lives", now + PAST)[0].send_unknown


def test_of_several_replies_about_to_leave_one_that_another_worker_has_is_told(state, now) -> None:
    state.inbox.put(arrived((1, 7), (2, 8)), now)
    state.inbox.claim("one", now, 1)
    state.inbox.claim("two", now, 1)
    assert state.inbox.sending([1], "one")
    assert not state.inbox.sending([1, 2], "one")


def test_an_update_given_back_is_free_at_once(state, now) -> None:
    state.inbox.put(arrived((1, 7)), now)
    state.inbox.claim("one", now)
    state.inbox.sending([1], "one")
    assert state.inbox.release(1, "one")
    assert not state.inbox.release(1, "one")
    again = state.inbox.claim("two", now)[0]
    assert (again.attempts, again.send_unknown) == (2, False)


def test_a_claim_that_is_extended_is_not_taken(state, now) -> None:
    state.inbox.put(arrived((1, 7)), now)
    state.inbox.claim("slow", now)
    assert state.inbox.extend(1, "slow", now + PAST)
    assert state.inbox.claim("other", now + PAST) == ()


def test_the_payload_comes_back_whole_and_nobody_can_read_it_in_the_store(state, now) -> None:
    secret = '{"text": "¿cuánto debe el estado? soy Ana Pérez"}'
    state.inbox.put([Arrived(1, 4242, secret)], now)
    stored = everything(state)
    assert "Ana" not in stored
    assert "4242" not in stored
    assert state.inbox.claim("one", now)[0].payload == secret


def test_of_an_answered_update_only_its_number_stays(state, now) -> None:
    state.inbox.put(arrived((1, 7)), now)
    state.inbox.claim("one", now)
    state.inbox.done([1])
    with state._store.reading() as connection:
        row = connection.exec_driver_sql(f"SELECT chat, payload, claimed_by FROM {prefix(state)}inbox").one()
    assert tuple(row) == (None, None, None)
    assert state.inbox.waiting() == {"new": 0, "claimed": 0}
    assert state.inbox.newest() == 1


def test_many_threads_share_the_work_without_taking_the_same_twice(state, now) -> None:
    state.inbox.put(arrived(*((update, update % 20) for update in range(200))), now)
    taken: list[tuple[int, int]] = []

    def work(worker: str) -> None:
        while claimed := state.inbox.claim(worker, now, 3):
            taken.extend((each.update_id % 20, each.update_id) for each in claimed)
            state.inbox.done(ids(claimed))

    threads = [threading.Thread(target=work, args=(f"w{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # a worker may find every chat in other hands and leave; what was then left is still there for the next one
    work("last")
    assert sorted(update for _, update in taken) == list(range(200))
    for chat in range(20):
        assert [update for of, update in taken if of == chat] == list(range(chat, 200, 20))


def test_a_program_killed_after_storing_loses_nothing(url, keys, now) -> None:
    script = f"""
import os, signal
from datetime import datetime, UTC
from bot.privacy import Keys
from bot.state import Arrived, open_state
state = open_state({url!r}, Keys(b"a secret that only these tests know"))
state.inbox.put([Arrived(1, 7, "hola")], datetime(2026, 11, 22, 10, tzinfo=UTC))
os.kill(os.getpid(), signal.SIGKILL)
"""
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == -9
    with open_state(url, keys) as state:
        assert state.inbox.claim("one", now)[0].payload == "hola"


def prefix(state) -> str:
    return "ruta_state." if state._store.is_postgres else ""


def everything(state) -> str:
    """Every value of every table, as one text."""
    from bot.state.schema import metadata

    with state._store.reading() as connection:
        return "\n".join(str(tuple(row)) for table in metadata.sorted_tables for row in connection.execute(table.select()))
