"""The sample that two people score: fifty a week, every question with the same chance, of nobody."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from bot.state import SampledQuestion, open_state
from bot.state.sample import SIZE, Sample
from bot.state.schema import sample

MONDAY = date(2026, 11, 16)


def question(number: int, day: date = MONDAY) -> SampledQuestion:
    return SampledQuestion(f"pregunta {number}", "found", "[]", "A7K2Q", "telegram", day)


def offered(into: Sample, numbers: Iterator[int] | range, day: date = MONDAY) -> list[str]:
    for number in numbers:
        into.offer(day, lambda number=number: question(number, day))  # type: ignore[misc]
    return [each.text for each in into.of_week(day)]


def test_a_week_keeps_fifty_at_most_and_all_of_a_quiet_week(state) -> None:
    kept = Sample(state._store)
    assert len(offered(kept, range(8))) == 8
    assert len(offered(kept, range(8, 400))) == SIZE
    with state._store.reading() as connection:
        assert len(connection.execute(sample.select()).all()) == SIZE


def test_many_asked_together_are_drawn_as_if_each_had_come_by_itself(state) -> None:
    lots = iter([40, 10, 30, 20, 50, 5])
    kept = Sample(state._store, size=3, lot=lambda: next(lots))
    assert kept.offer(MONDAY, *(lambda number=number: question(number) for number in range(4))) == 4  # type: ignore[misc]
    assert [each.text for each in kept.of_week(MONDAY)] == ["pregunta 1", "pregunta 3", "pregunta 2"]
    assert kept.offer(MONDAY, lambda: question(4), lambda: question(5)) == 1
    assert [each.text for each in kept.of_week(MONDAY)] == ["pregunta 5", "pregunta 1", "pregunta 3"]


def test_each_question_has_the_same_chance_whenever_it_was_asked(state) -> None:
    dice, drawn = Random(5), Counter[str]()
    weeks = [MONDAY + timedelta(weeks=number) for number in range(150)]
    for week in weeks:
        drawn.update(offered(Sample(state._store, size=5, lot=lambda: dice.getrandbits(62)), range(20), week))
    expected = len(weeks) * 5 / 20
    chi_square = sum((drawn[f"pregunta {number}"] - expected) ** 2 / expected for number in range(20))
    # 19 degrees of freedom: above 43.8 once in a thousand seeds
    assert sum(drawn.values()) == len(weeks) * 5
    assert chi_square < 43.8


def test_two_workers_draw_one_sample(url, keys) -> None:
    with open_state(url, keys) as one, open_state(url, keys) as other:
        for number in range(200):
            worker = (one, other)[number % 2]
            worker.sample.offer(MONDAY, lambda number=number: question(number))  # type: ignore[misc]
        found = one.sample.of_week(MONDAY)
        assert found == other.sample.of_week(MONDAY)
    assert len({each.text for each in found}) == SIZE
    assert {int(each.text.split()[1]) % 2 for each in found} == {0, 1}


def test_of_two_workers_that_draw_at_the_same_moment_one_takes_the_last_place(url, keys) -> None:
    with open_state(url, keys) as one, open_state(url, keys) as other:
        weeks, together = [MONDAY - timedelta(weeks=number) for number in range(40)], threading.Barrier(2)

        def draw(worker: Sample) -> None:
            for week in weeks:
                together.wait(20)
                worker.offer(week, lambda week=week: question(1, week))  # type: ignore[misc]

        other_thread = threading.Thread(target=draw, args=(Sample(other.store, size=1),))
        other_thread.start()
        draw(Sample(one.store, size=1))
        other_thread.join()
        with one.store.reading() as connection:
            assert len(connection.execute(sample.select()).all()) == len(weeks)


def test_weeks_are_apart_and_go_from_monday_to_sunday(state) -> None:
    sunday, next_monday = MONDAY + timedelta(days=6), MONDAY + timedelta(days=7)
    kept = Sample(state._store)
    assert offered(kept, range(2), sunday) == [each.text for each in kept.of_week(MONDAY)]
    assert len(offered(kept, range(3), next_monday)) == 3
    assert len(kept.of_week(sunday)) == 2


def test_what_is_not_drawn_is_not_even_written_down(state) -> None:
    lots = iter([5, 3, 9])
    kept = Sample(state._store, size=2, lot=lambda: next(lots))
    assert offered(kept, range(2)) == ["pregunta 1", "pregunta 0"]
    assert kept.offer(MONDAY, lambda: (_ for _ in ()).throw(AssertionError("written"))) == 0


def test_nothing_in_it_says_whose_a_question_was() -> None:
    assert set(sample.c.keys()) == {"id", "week", "lot", "text", "outcome", "told", "receipt", "channel", "asked_on"}
