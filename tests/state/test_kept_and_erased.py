"""Each kind is kept as long as the settings say, and whoever asks is erased."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta

from bot.domain.reading import Act, Interpretation
from bot.state import Arrived, Content, Exchange, Place, Preference, Retention, SampledQuestion, State, UnansweredQuestion
from bot.state.retention import KINDS, described
from bot.state.schema import metadata

CHAT, NEIGHBOUR = 987654321, 5


def fill(state, chat: int, now) -> None:
    """One row of every kind that belongs to a chat."""
    today = now.date()
    state.inbox.put([Arrived(chat, chat, "hola")], now)
    state.conversations.remember(Place(chat, None, chat), Exchange(1, None, Interpretation(Act.NONE, None)), now)
    state.conversations.first_time(chat, "b1", now, timedelta(minutes=1))
    state.reports.put("A7K2Q", "no cuadra", "telegram", today, chat)
    state.ratings.rate(chat, "A7K2Q", useful=True, today=today)
    state.addresses.keep(chat, "A7K2Q", today)
    state.preferences.choose(chat, Preference("en", "fresnillo"), today)


def fill_of_nobody(state, now) -> None:
    state.receipts.keep([Content("found", "{}", "abc")], now.date())
    state.unanswered.put(UnansweredQuestion("cuánto costó el xyz", "not_understood", ("xyz",), now.date()))
    state.sample.offer(now.date(), lambda: SampledQuestion("cuánto debe el estado", "found", "[]", "A7K2Q", "telegram", now.date()))
    state.counters.add({"preguntas": 3}, now.date())


def rows(state) -> dict[str, int]:
    with state._store.reading() as connection:
        return {table.name: len(connection.execute(table.select()).all()) for table in metadata.sorted_tables}


def test_erasing_a_chat_leaves_none_of_its_rows_and_all_of_the_neighbours(state, now) -> None:
    fill(state, NEIGHBOUR, now)
    fill_of_nobody(state, now)
    before = rows(state)
    fill(state, CHAT, now)
    gone = state.erase(CHAT)
    assert gone == dict.fromkeys(("inbox", "conversations", "reports", "ratings", "addresses", "preferences"), 1)
    assert rows(state) == before
    assert state.erase(CHAT) == {}


def test_the_message_that_asks_to_erase_and_those_after_it_are_still_answered(state, now) -> None:
    state.inbox.put([Arrived(each, CHAT, "hola") for each in (1, 2, 3)], now)
    assert state.erase(CHAT, handling=2) == {"inbox": 1}
    assert state.inbox.claim("one", now)[0].update_id == 2


def test_nothing_in_the_store_leads_to_a_chat_without_the_key(state, now) -> None:
    fill(state, CHAT, now)
    with state._store.reading() as connection:
        stored = "\n".join(str(tuple(row)) for t in metadata.sorted_tables if t.name != "inbox" for row in connection.execute(t.select()))
    assert str(CHAT) not in stored
    (report,) = state.reports.listed()
    state.reports.resolve(report.id, "corregida", now.date())
    assert [each.chat for each in state.addresses.resolved()] == [CHAT]


def test_each_kind_goes_when_its_time_has_passed_and_not_before(state, keys, now) -> None:
    long = {field.name: timedelta(days=4000) for field in fields(Retention)}
    for kind in KINDS:
        short = State(state._store, keys, Retention(**{**long, kind.name: timedelta(days=10)}))
        fill(state, CHAT, now)
        fill_of_nobody(state, now)
        before = rows(state)
        assert not any(short.purge(now + timedelta(days=10)).values())
        gone = short.purge(now + timedelta(days=11, seconds=1))
        assert {name for name, count in gone.items() if count} == {kind.name}
        assert rows(state) == {**before, "marks": 0, kind.name: 0}


def test_the_description_says_the_time_that_the_settings_give() -> None:
    told = described(replace(Retention(), conversations=timedelta(minutes=45), inbox=timedelta(days=1), ratings=timedelta(days=730)))
    assert [each.how_long for each in told][:2] == ["45 minutos", "1 día"]
    assert "2 años" in {each.how_long for each in told}


def test_every_table_with_rows_of_people_has_its_time() -> None:
    assert {kind.name for kind in KINDS} == {field.name for field in fields(Retention)}
    assert {kind.name for kind in KINDS} == {table.name for table in metadata.sorted_tables} - {"marks", "paces"}


def test_what_may_be_erased_by_a_chat_is_what_is_told_so() -> None:
    assert {kind.name for kind in KINDS if kind.erased} == {t.name for t in metadata.sorted_tables if "chat" in t.c} - {"marks", "paces"}
