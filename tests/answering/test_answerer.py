"""Which act is answered how, and what is said when nothing published answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.answer import Explained, Found, Missing, NotUnderstood, SmallTalk, Unclear, Unit
from bot.domain.reading import Act, Question, Topic
from bot.domain.stage import Stage
from tests.answering.invented import TODAY, amounts, asked_years, fact, notes, series
from tests.answering.valley import PEOPLE, TOWNS, accounts, desk_over, valley


def test_what_is_off_topic_is_told_apart_from_what_cannot_be_read() -> None:
    off, noise = valley().ask("¿quién ganó el partido?", Act.NONE, None), valley().ask("¿¿??", Act.NONE, None)
    assert isinstance(off, NotUnderstood)
    assert isinstance(noise, NotUnderstood)
    assert (off.reason, noise.reason) == ("fuera_de_tema", "ilegible")


def test_the_money_of_another_state_is_not_looked_up() -> None:
    answer = valley().ask("¿cuánto debe Atlántida?", topic=Topic.DEBT)
    assert isinstance(answer, NotUnderstood)
    assert answer.reason == "otro_lugar"


def test_whoever_asks_from_another_state_is_answered() -> None:
    assert isinstance(valley().ask("vivo en Atlántida, ¿cuánto debe el estado?", topic=Topic.DEBT), Found)


def test_a_greeting_gets_a_greeting_and_no_figure() -> None:
    assert isinstance(valley().ask("¡hola!", Act.SMALLTALK, Topic.BOT), SmallTalk)


def test_a_definition_is_explained_by_staff() -> None:
    answer = valley().ask("¿qué es el saldo de la deuda?", Act.FAQ, Topic.DEBT)
    assert isinstance(answer, Explained)
    assert answer.faq.id == "que-es-saldo"


def test_a_definition_does_not_stand_in_for_the_figure_of_a_year() -> None:
    assert isinstance(valley().ask("¿cuál era el saldo de la deuda en 2015?", topic=Topic.DEBT), Missing)


def test_a_measure_only_towns_have_asks_which_with_buttons_that_ask_on() -> None:
    answer = valley().ask("¿cuánto fue el fondo de caminos en 2024?", topic=Topic.TRANSFERS)
    assert isinstance(answer, Unclear)


@pytest.mark.parametrize("asked", ["¿de dónde sale?", "¿quién lo dice?"])
def test_the_source_of_the_reply_before_is_asked_without_naming_it(asked: str) -> None:
    before = valley().read("costo del Puente Azul")
    answer = valley().ask(asked, Act.SOURCE, after=before)
    assert isinstance(answer, Found)
    assert amounts(answer) == [15_000_021]


def test_the_answer_keeps_the_reading_the_citizen_sees() -> None:
    reading = valley().read("¿cuánto hay?", topic=Topic.DEBT)
    answer = valley().answerer.answer(reading, Question("¿cuánto hay?", TODAY))
    assert answer.reading == reading
    assert answer.reading.measure is None


def test_two_questions_of_one_kind_stand_side_by_side() -> None:
    first = valley().read("presupuesto aprobado del Instituto del Maíz en 2020", stage=Stage.APPROVED)
    second = valley().read("¿y el aprobado en 2021?", stage=Stage.APPROVED, mentions=())
    both = valley().answerer.answers(replace(first, more=(second,)), Question("…", TODAY))
    assert amounts(both[0]) == [100_000_013, 110_000_016]
    assert len(both) == 2


def test_two_questions_of_two_kinds_get_two_answers() -> None:
    first = valley().read("¿cuánto debe el estado?", topic=Topic.DEBT)
    second = valley().read("¿cuándo se inauguró el Puente Azul?", Act.WHEN)
    answered = valley().answerer.answers(replace(first, more=(second,)), Question("…", TODAY))
    assert [type(one) for one in answered] == [Found, Found]
    assert amounts(answered[0]) == [700_000_003]
    assert amounts(answered[1]) == []


def test_who_and_how_much_each_brings_the_parts() -> None:
    answer = valley().ask("¿quiénes recibieron y cuánto de los destinos del crédito Sol?", Act.WHO, Topic.DEBT)
    assert {200_000_012, 99_999_998} <= set(amounts(answer))


def test_the_day_of_asking_is_an_argument() -> None:
    reading = valley().read("presupuesto aprobado del estado en 2020 en pesos de hoy", stage=Stage.APPROVED, per="pesos_de_hoy")
    late = valley().answerer.answer(reading, Question("…", TODAY))
    early = valley().answerer.answer(reading, Question("…", date(2021, 1, 1)))
    assert amounts(late)[0] > amounts(early)[0]


def test_the_same_question_twice_gets_the_same_answer() -> None:
    first, second = (valley().ask("presupuesto del Instituto del Maíz en 2020") for _ in range(2))
    assert first == second
    assert notes(first) == notes(second)


def test_a_projection_published_for_a_year_to_come_is_answered_and_a_year_without_one_is_not() -> None:
    ledger, town = accounts(), TOWNS[0]
    ahead = fact(series(town, PEOPLE), 12_000, "2030", None, unit=Unit.PEOPLE, says="censo")
    desk = desk_over(type(ledger)((*ledger.rows, ahead), ledger.told))
    text = "la población de Villa Luna en {}"
    assert amounts(desk.ask(text.format(2030), Act.NONE, None, period=asked_years(2030))) == [12_000]
    assert amounts(desk.ask(text.format(2031), Act.NONE, None, period=asked_years(2031))) == []
