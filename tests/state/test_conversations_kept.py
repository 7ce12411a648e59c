"""What is remembered of a conversation serves to follow it up, and is forgotten in time."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from bot.domain.period import AskedPeriod
from bot.domain.reading import Act, Clue, Interpretation, Mention, Reading, Topic
from bot.domain.stage import Stage
from bot.state import Exchange, Place
from bot.state.conversations import EXCHANGES

HERE = Place(chat=7, thread=None, person=7)
READING = Interpretation(
    Act.AMOUNT,
    Topic.DEBT,
    mentions=(Mention("banco", "banorte", "banorte", 3, 10),),
    period=AskedPeriod("year", (2013,), date(2013, 1, 1), date(2013, 12, 31), "2013"),
    stage=next(iter(Stage)),
    measure="saldo",
    amounts=(Decimal("2984007763.00"),),
    words=("debia",),
    confidence=0.9,
    alternatives=(Reading(Act.LIST, Topic.DEBT, 0.05),),
    more=(Interpretation(Act.STATUS, Topic.PENSIONS),),
)


def exchange(message: int, *replies: int) -> Exchange:
    return Exchange(message, None, READING, replies, ("¿Y en 2018?",), ("A7K2Q",))


def test_the_last_reading_comes_back_as_it_was(state, now) -> None:
    state.conversations.remember(HERE, exchange(1, 2), now)
    kept = state.conversations.latest(HERE, now)
    assert kept.reading == READING
    assert (kept.replies, kept.offers, kept.receipts) == ((2,), ("¿Y en 2018?",), ("A7K2Q",))


def test_the_words_that_decided_the_reading_are_not_kept(state, now) -> None:
    decided = Interpretation(Act.AMOUNT, Topic.DEBT, clues=(Clue("soy ana", "amount", 1.0),))
    state.conversations.remember(HERE, Exchange(1, None, decided), now)
    assert state.conversations.latest(HERE, now).reading.clues == ()


def test_an_exchange_is_found_by_the_message_that_asked_and_by_its_reply(state, now) -> None:
    for message in (1, 3):
        state.conversations.remember(HERE, exchange(message, message + 1), now)
    assert state.conversations.asked(HERE, 1, now).replies == (2,)
    assert state.conversations.replied(7, 4, now).asked_in == 3
    assert state.conversations.replied(8, 4, now) is None
    assert state.conversations.asked(Place(7, None, 9), 1, now) is None


def test_a_corrected_exchange_keeps_its_place(state, now) -> None:
    state.conversations.remember(HERE, exchange(1, 2), now)
    first = state.conversations.latest(HERE, now)
    state.conversations.remember(HERE, exchange(3, 4), now)
    state.conversations.remember(HERE, Exchange(1, None, Interpretation(Act.LIST, Topic.DEBT), (2, 5), id=first.id), now)
    assert state.conversations.latest(HERE, now).asked_in == 3
    assert state.conversations.asked(HERE, 1, now).reading.act is Act.LIST
    assert state.conversations.count(now) == 2


def test_after_a_quarter_of_an_hour_it_is_forgotten(state, now) -> None:
    state.conversations.remember(HERE, exchange(1, 2), now)
    assert state.conversations.latest(HERE, now + timedelta(minutes=14)) is not None
    assert state.conversations.latest(HERE, now + timedelta(minutes=15)) is None
    assert state.conversations.replied(7, 2, now + timedelta(minutes=15)) is None


def test_no_more_than_the_last_exchanges_of_a_person_are_kept(state, now) -> None:
    for message in range(EXCHANGES + 3):
        state.conversations.remember(HERE, exchange(message), now)
    assert state.conversations.count(now) == EXCHANGES
    assert state.conversations.asked(HERE, 0, now) is None


def test_in_a_group_each_forgets_their_own(state, now) -> None:
    neighbour = Place(7, None, 8)
    state.conversations.remember(HERE, exchange(1, 2), now)
    state.conversations.remember(neighbour, exchange(3, 4), now)
    assert state.conversations.forget(HERE) == 1
    assert state.conversations.latest(HERE, now) is None
    assert state.conversations.latest(neighbour, now) is not None


def test_a_button_pressed_twice_counts_once_until_a_moment_has_passed(state, now) -> None:
    within = timedelta(seconds=10)
    assert state.conversations.first_time(7, "b1", now, within)
    assert not state.conversations.first_time(7, "b1", now, within)
    assert state.conversations.first_time(8, "b1", now, within)
    assert state.conversations.first_time(7, "b1", now + within, within)
