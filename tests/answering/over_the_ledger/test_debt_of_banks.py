"""What is owed to each bank, the largest credits, sums of several years: what was told of another time is not today's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Explained, Found, Missing, Role
from bot.rendering import compose, text
from tests.answering.asking import TODAY, amounts, told

if TYPE_CHECKING:
    from bot.app import Assistant


@pytest.mark.parametrize("asked", ["cuánto le debemos a banorte", "cuánto se le debe a Banorte", "cuanto falta por pagarle a banorte"])
def test_the_balance_of_a_credit_that_another_replaced_is_not_what_is_owed_today(assistant: Assistant, asked: str) -> None:
    (answer,) = assistant.ask(asked, TODAY).answers
    assert isinstance(answer, Missing)
    assert answer.subject == "lo que se le debe hoy a Banorte"
    assert [figure.amount for figure in answer.nearest] == list(amounts("4,073,000,000"))


@pytest.mark.parametrize("asked", ["cuánto le debemos a banobras", "qué deuda tenemos con Banobras"])
def test_of_a_bank_with_a_credit_in_force_the_last_balance_is_told_as_of_its_day(assistant: Assistant, asked: str) -> None:
    assert told(assistant, asked) == amounts("198,458,000")
    assert told(assistant, asked, Role.CONTEXT) == amounts("3,268,000,000")
    reply = text(compose(assistant.ask(asked, TODAY).answers[0], assistant.knowledge))
    assert reply.index("Cuánto se le debe hoy a Banobras en total no lo encontré") < reply.index("al 31 de marzo de 2021")


def test_of_a_bank_whose_credits_were_replaced_it_is_told_how_they_ended(assistant: Assistant) -> None:
    (answer,) = assistant.ask("cuanto se le debe a bancomer", TODAY).answers
    assert isinstance(answer, Missing)
    assert "sustituido en el refinanciamiento de 2017" in answer.statements[0].text


def test_what_was_owed_to_a_bank_is_still_told(assistant: Assistant) -> None:
    assert told(assistant, "cuánto se le debía a Banorte en 2013") == amounts("2,984,007,763")


@pytest.mark.parametrize("asked", ["a qué banco le debemos más", "a quién le debemos más lana", "con qué banco tenemos más deuda"])
def test_to_whom_most_is_owed_is_answered_by_the_creditors(assistant: Assistant, asked: str) -> None:
    (answer,) = assistant.ask(asked, TODAY).answers
    assert isinstance(answer, Explained)
    assert answer.faq.id == "a-quien-le-debe-el-estado"


@pytest.mark.parametrize(
    "asked", ["cuál fue el préstamo más grande", "cuál es el crédito más grande que ha pedido el estado", "qué banco nos prestó más"]
)
def test_the_largest_credit_is_sought_in_all_years(assistant: Assistant, asked: str) -> None:
    (answer,) = assistant.ask(asked, TODAY).answers
    assert isinstance(answer, Found)
    signed = [figure.amount for figure in answer.figures if figure.role is Role.ANSWER]
    assert signed[:3] == [4_073_000_000, 3_000_000_000, 2_800_000_000]
    assert amounts("7,341,701,084", "4,897,000,000") == told(assistant, asked, Role.CONTEXT)


@pytest.mark.parametrize("asked", ["a cuántos años es el préstamo", "a cuántos años es el crédito", "a qué plazo se pidió el préstamo"])
def test_for_how_many_years_is_not_for_what(assistant: Assistant, asked: str) -> None:
    (answer,) = assistant.ask(asked, TODAY).answers
    assert isinstance(answer, Explained)
    assert answer.faq.id == "cuando-se-termina-de-pagar-la-deuda"


@pytest.mark.parametrize("asked", ["cuánto hemos pagado de puros intereses", "cuánto se va de intereses cada año"])
def test_a_sum_of_four_years_is_told_with_what_is_known_of_other_times(assistant: Assistant, asked: str) -> None:
    (answer,) = assistant.ask(asked, TODAY).answers
    assert isinstance(answer, Found)
    reply = text(compose(answer, assistant.knowledge))
    assert reply.index("De un año completo no encontré lo pagado") < reply.index("2,810 millones")
    assert reply.count("2,810 millones") == 1


@pytest.mark.parametrize("asked", ["cuánta deuda recibió David Monreal", "en cuánto quedó la deuda cuando se fue Tello"])
def test_why_they_disagree_is_read_before_what_each_says(assistant: Assistant, asked: str) -> None:
    reply = text(compose(assistant.ask(asked, TODAY).answers[0], assistant.knowledge))
    assert reply.index("La Secretaría de Finanzas ha dado 7,151, 7,217 y 7,380") < reply.index("- Deuda de largo plazo")
    assert "corto plazo" not in reply.split("Notas de los datos")[0]


def test_what_contradicts_a_figure_in_words_only_is_told_beside_it(assistant: Assistant) -> None:
    reply = text(compose(assistant.ask("¿cuánto se debía en 2013?", TODAY).answers[0], assistant.knowledge))
    assert "Una nota da 5,900 millones con banca privada" in reply
