"""Several things in one question: each with its figure, and their sum only where none holds another."""

from __future__ import annotations

from dataclasses import replace

from bot.answering.search.side_by_side import side_by_side
from bot.domain.answer import Role
from bot.domain.period import AskedPeriod
from bot.domain.reading import Act, Question, Topic
from bot.domain.stage import Stage
from tests.answering.invented import TODAY, amounts, asked_years, fact, figures, notes, series
from tests.answering.valley import FEES, LOAN, TOWNS, InventedLedger, accounts, desk_over, valley


def test_names_joined_by_and_or_a_comma_stand_side_by_side() -> None:
    read = valley().read("¿cuánto debe al Instituto del Maíz, a la Caja de Retiro y al Puente Azul?")
    assert [mention.clave for mention in side_by_side(read)] == ["instituto del maiz", "caja de retiro", "puente azul"]


def test_an_owner_and_what_it_owes_to_do_not() -> None:
    assert side_by_side(valley().read("¿cuánto le debe el Instituto del Maíz a la Caja de Retiro?")) == []


def test_two_towns_together_are_their_sum_and_each_of_them() -> None:
    answer = valley().ask("¿cuánto juntaron de cuotas Villa Luna y Puerto Seco en 2024?", topic=Topic.TRANSFERS, period=asked_years(2024))
    assert amounts(answer) == [50_000_049, 30_000_024, 20_000_025]
    assert figures(answer)[0].formula == "30,000,024 + 20,000,025"


def test_without_together_they_are_listed_and_not_added() -> None:
    answer = valley().ask("¿cuánto cobraron de cuotas Villa Luna y Puerto Seco en 2024?", topic=Topic.TRANSFERS, period=asked_years(2024))
    assert amounts(answer) == [30_000_024, 20_000_025]


def test_amounts_of_different_years_are_not_added() -> None:
    rows = [row for row in accounts().rows if row.id != f"cuotas/{TOWNS[1].id}"]
    later = fact(series(TOWNS[1], FEES), 20_000_025, "2023", Stage.COLLECTED, id="cuotas-2023")
    desk = desk_over(InventedLedger((*rows, later)))
    answer = desk.ask("¿cuánto juntaron de cuotas Villa Luna y Puerto Seco?", topic=Topic.TRANSFERS)
    assert not any(figure.derived for figure in figures(answer))


def test_a_count_told_in_a_sentence_answers_how_many() -> None:
    answer = valley().ask("¿en cuántos meses se paga el crédito Sol?", topic=Topic.DEBT)
    assert "180 meses" in " ".join(statement.text for statement in getattr(answer, "statements", ()))


def test_years_together_are_the_sum_published_of_so_many_years() -> None:
    text = "¿y juntando los cinco años?"
    before = valley().read("¿cuántos intereses pagó el estado en 2014?", topic=Topic.DEBT, period=asked_years(2014))
    now = valley().read(text, topic=Topic.DEBT, period=asked_years(2014), measure="intereses", carried=("period", "measure"))
    (answer,) = valley().answerer.answers(now, Question(text, TODAY, before))
    assert amounts(answer) == [61_000_009]
    assert amounts(valley().ask("¿cuántos intereses pagó el estado en cinco años?", topic=Topic.DEBT)) == [61_000_009]


def test_one_of_the_years_is_not_all_of_them() -> None:
    text = "¿y juntando los tres años?"
    before = valley().read("¿cuántos intereses pagó el estado en 2014?", topic=Topic.DEBT, period=asked_years(2014))
    now = valley().read(text, topic=Topic.DEBT, period=asked_years(2014), measure="intereses", carried=("period", "measure"))
    (answer,) = valley().answerer.answers(now, Question(text, TODAY, before))
    assert amounts(answer) == []
    assert amounts(answer, Role.NEAREST) == [14_000_008]


NOW = AskedPeriod("latest", (), None, TODAY, "hoy")


def test_what_was_left_of_a_credit_years_ago_is_not_what_is_owed_today() -> None:
    left = fact(series(LOAN, accounts().rows[0].series.concept), 90_000_001, "2013-12-31", Stage.BALANCE)
    answer = desk_over(InventedLedger((left,))).ask("¿cuánto se debe hoy del crédito Sol?", topic=Topic.DEBT, period=NOW)
    assert amounts(answer) == []
    assert amounts(answer, Role.NEAREST) == [90_000_001]


def test_of_an_owner_the_last_balance_answers_with_its_date() -> None:
    assert 700_000_003 in amounts(valley().ask("¿cuánto debe hoy el estado?", topic=Topic.DEBT, period=NOW))


def test_the_question_before_is_asked_again_of_another_year() -> None:
    before = valley().read("presupuesto del Instituto del Maíz en 2020", period=asked_years(2020))
    now = valley().read("¿y en 2021?", period=asked_years(2021))
    (answer,) = valley().answerer.answers(now, Question("¿y en 2021?", TODAY, before))
    assert amounts(answer) == [110_000_016]


def test_a_line_keeps_its_first_and_last_moment_and_tells_what_it_leaves_out() -> None:
    line = [fact(series(LOAN, accounts().rows[0].series.concept), 1_000 + year, str(year), Stage.BALANCE) for year in range(2001, 2026)]
    answer = desk_over(InventedLedger(tuple(line))).ask("¿cómo ha cambiado el saldo del crédito Sol?", Act.TREND, Topic.DEBT)
    shown = amounts(answer)
    assert (shown[0], shown[-1], len(shown)) == (3_001, 3_025, 8)
    assert "points_left_out" in notes(answer)


def test_towns_told_at_several_stages_are_set_side_by_side_at_the_one_they_received() -> None:
    rows = accounts().rows
    spent = [replace(row, id=f"{row.id}-obras", stage=Stage.MODIFIED) for row in rows if row.id.startswith("caminos/")]
    desk = desk_over(InventedLedger((*rows, *spent)))
    text = "¿cuánto suman el fondo de caminos de Villa Luna y de Puerto Seco en 2024?"
    answer = desk.ask(text, topic=Topic.TRANSFERS, period=asked_years(2024))
    assert amounts(answer) == [13_000_053, 5_000_026, 8_000_027]
    assert {figure.stage for figure in figures(answer)} == {Stage.RECEIVED}
