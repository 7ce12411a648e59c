"""Reports wait for staff, choices are kept, and days are counted."""

from __future__ import annotations

from datetime import date, timedelta

from bot.state import Preference, UnansweredQuestion
from bot.state.chats import Resolved


def test_a_report_waits_until_somebody_resolves_it(state, now) -> None:
    today = now.date()
    first = state.reports.put("A7K2Q", "la cifra es de otro año", "web", today)
    second = state.reports.put("", "no abre el documento", "consola", today)
    assert [each.id for each in state.reports.listed()] == [first, second]
    assert state.reports.resolve(first, "corregida en data/", today)
    assert not state.reports.resolve(first, "otra vez", today)
    assert [each.id for each in state.reports.listed()] == [second]
    resolved = state.reports.listed(everything=True)[0]
    assert (resolved.state, resolved.resolution, resolved.resolved_on) == ("resuelto", "corregida en data/", today)
    assert state.reports.open_count() == 1


def test_whoever_asked_is_told_once_and_only_when_all_their_reports_of_an_answer_are_closed(state, now) -> None:
    today = now.date()
    first, second = (state.reports.put("A7K2Q", said, "telegram", today, 7) for said in ("", "es de otro año"))
    state.reports.put("A7K2Q", "", "telegram", today, 8)  # a neighbour who did not ask to be told
    state.addresses.keep(7, "A7K2Q", today)
    state.addresses.keep(7, "B8M3T", today)
    state.reports.resolve(first, "corregida en data/", today)
    assert state.addresses.resolved() == ()
    state.reports.resolve(second, "se corrigió el año", today)
    assert state.addresses.resolved() == (Resolved(7, "A7K2Q", ("corregida en data/", "se corrigió el año")),)
    assert state.addresses.drop(7, "A7K2Q")
    assert not state.addresses.drop(7, "A7K2Q")
    assert state.addresses.resolved() == ()


def test_a_choice_replaces_the_one_before_and_none_leaves_no_row(state, now) -> None:
    assert state.preferences.of(7) == Preference()
    state.preferences.choose(7, Preference("en"), now.date())
    state.preferences.choose(7, Preference("en", "pinos"), now.date())
    assert state.preferences.of(7) == Preference("en", "pinos")
    assert state.preferences.of(8) == Preference()
    state.preferences.choose(7, Preference(), now.date())
    assert state.erase(7) == {}


def test_a_rating_given_again_changes_and_does_not_add(state, now) -> None:
    state.ratings.rate(7, "A7K2Q", useful=False, today=now.date())
    state.ratings.rate(7, "A7K2Q", useful=True, today=now.date())
    state.ratings.rate(8, "A7K2Q", useful=False, today=now.date())
    assert state.ratings.totals() == {True: 1, False: 1}


def test_days_are_counted_apart(state) -> None:
    first = date(2026, 11, 22)
    state.counters.add({"preguntas": 2, "found": 1}, first)
    state.counters.add({"preguntas": 3}, first)
    state.counters.add({"preguntas": 1}, first + timedelta(days=1))
    state.counters.add({}, first)
    assert state.counters.between(first, first) == {first: {"preguntas": 5, "found": 1}}
    assert state.counters.between(first, first + timedelta(days=1))[first + timedelta(days=1)] == {"preguntas": 1}


def test_unanswered_questions_say_the_day_and_nothing_of_who(state) -> None:
    day = date(2026, 11, 22)
    asked = UnansweredQuestion("cuánto costó el xyz", "not_understood", ("xyz",), day)
    state.unanswered.put(asked)
    assert state.unanswered.since(day) == [asked]
    assert state.unanswered.since(day + timedelta(days=1)) == []
