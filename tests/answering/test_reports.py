"""Which municipalities handed in their accounts."""

from __future__ import annotations

from bot.domain.answer import Found, Unit
from bot.domain.reading import Act, Topic
from tests.answering.invented import InventedLedger, figures, notes, record
from tests.answering.valley import accounts, desk_over, valley


def told(text: str, act: Act = Act.LIST) -> list[str]:
    found = valley().shelves.reports.find(valley().read(text, act, Topic.TRANSFERS))
    return [one.text for one in found.statements] if found else []


def test_whether_one_town_handed_in_its_accounts() -> None:
    assert told("¿Villa Luna entregó sus cuentas de 2023?") == ["Villa Luna reportó sus cuentas de 2023."]
    assert told("¿Puerto Seco reportó en 2023?") == ["Puerto Seco no reportó sus cuentas de 2023."]


def test_which_towns_did_not() -> None:
    assert told("¿qué municipios no reportaron en 2023?") == ["Puerto Seco no reportó sus cuentas de 2023."]


def test_a_year_without_a_list_is_not_answered_by_another_year() -> None:
    assert told("¿qué municipios no reportaron en 2019?") == []
    assert told("¿Villa Luna reportó en 2019?") == []


def test_without_a_year_the_latest_list_answers_and_says_so() -> None:
    answer = valley().ask("¿Villa Luna entregó sus cuentas?", Act.STATUS, Topic.TRANSFERS)
    assert isinstance(answer, Found)
    assert [one.date for one in answer.statements] == ["2023"]
    assert "assumed_latest_period" in notes(answer)


def test_how_many_did_not_is_our_own_count_and_says_how_it_was_made() -> None:
    answer = valley().ask("¿cuántos municipios no reportaron en 2023?", Act.AMOUNT, Topic.TRANSFERS)
    (count,) = figures(answer)
    assert (count.amount, count.unit, str(count.period)) == (1, Unit.COUNT, "2023")
    assert count.formula


def test_a_question_about_something_else_is_none_of_this_shelfs_business() -> None:
    assert told("¿cuánto recibió Villa Luna en 2023?") == []


def test_a_ledger_without_reports_says_nothing() -> None:
    empty = desk_over(InventedLedger(accounts().rows, (record("Nada."),)))
    assert empty.shelves.reports.find(empty.read("¿qué municipios no reportaron?")) is None
