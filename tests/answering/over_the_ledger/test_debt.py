"""What is owed, to whom and since when: no loan, day, claim or item stands in for another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Found, Missing, Role
from tests.answering.asking import TODAY, amounts, told

if TYPE_CHECKING:
    from bot.app import Assistant


@pytest.mark.parametrize(
    "question",
    ["cuánto debe el gobierno del estado", "deuda del gobierno del estado", "¿a cuánto asciende lo que debe el gobierno del estado?"],
)
def test_the_state_owes_its_own_debt_and_not_what_somebody_owes_to_it(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Found)
    assert all(amount > 5_000_000_000 for amount in told(assistant, question))


@pytest.mark.parametrize(
    "question",
    [
        "¿es verdad que el estado no tiene deuda?",
        "¿verdad que david monreal pagó toda la deuda?",
        "¿cierto que Zacatecas ya no debe nada?",
        "¿verdad que ya no se debe nada?",
        "¿ya se pagó toda la deuda?",
        "dicen que ya no hay deuda",
        "es cierto que el estado ya no debe ni un peso",
    ],
)
def test_a_debt_that_is_said_to_be_gone_is_answered_by_its_balance(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("6,573,000,000")


def test_years_listed_get_a_balance_each(assistant: Assistant) -> None:
    asked = "saldo deuda largo plazo octubre 2023 2024 2025"
    assert told(assistant, asked) == amounts("6,907,000,000", "6,718,000,000", "6,573,000,000")


def test_before_a_year_is_a_time_and_no_stage(assistant: Assistant) -> None:
    assert not isinstance(assistant.ask("¿cuánto debía el estado antes de 2018?", TODAY).answers[0], Missing)


def test_a_balance_of_no_known_day_is_not_that_of_a_month(assistant: Assistant) -> None:
    asked = "cuánto reconoció Finanzas que se debía en octubre de 2015"
    assert told(assistant, asked) == set()
    assert told(assistant, asked, Role.NEAREST)


def test_a_goal_told_as_a_balance_stands_beside_the_balance_as_what_it_is(assistant: Assistant) -> None:
    asked = "Si la deuda ya había quedado en 6,900 millones al cierre de 2018, ¿por qué volvió a subir?"
    assert told(assistant, asked) == amounts("7,455,000,000")
    assert told(assistant, asked, Role.CONTEXT) == amounts("6,900,000,000")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "en diciembre de 2014 finanzas decia una deuda y los diputados de oposicion otra, cuales eran",
            ["6,000,000,000", "10,000,000,000"],
        ),
        ("según la senadora Luévano, cuánto dejaron de pasivos en 2021", ["1,663,000,000", "1,600,000,000"]),
        ("de cuánto eran los pasivos no bancarios que recibió David Monreal en 2021", ["1,663,000,000", "1,600,000,000"]),
    ],
)
def test_who_said_one_thing_and_who_another_get_both_versions(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


def test_the_claim_of_whoever_is_named_stands_beside_its_rival(assistant: Assistant) -> None:
    asked = "cuánto decían los diputados de oposición que se debía en 2014"
    assert told(assistant, asked) == amounts("10,000,000,000")
    assert told(assistant, asked, Role.CONTEXT) == amounts("6,000,000,000")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("al cierre del 2013 cuanto se le debia a banobras del credito que firmaron en enero de 2012", "1,141,183,333"),
        ("del crédito con banobras que se firmó en diciembre de 2012, cuánto quedaba por pagar en marzo de 2021", "198,458,000"),
        ("cuanto se debía en 2013 del crédito de banorte firmado en 2011", "2,984,007,763"),
        ("a finales de 2013 cuánto restaba del préstamo contratado con bancomer en diciembre de 2011", "740,370,927"),
        ("de cuánto es el crédito que se contrató en febrero de 2016", "2,000,000,000"),
        ("cuánto faltaba por pagar en junio de 2022 del crédito firmado con scotiabank en 2022", "1,489,360"),
    ],
)
def test_the_day_a_loan_was_signed_names_the_loan_and_not_the_period(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


def test_two_loans_of_one_name_are_told_apart_by_the_month(assistant: Assistant) -> None:
    reply = assistant.ask("¿Qué quedó en garantía del segundo crédito de Banobras, el de octubre de 2017?", TODAY).answers[0]
    assert isinstance(reply, Found)
    assert any("FAFEF" in statement.text for statement in reply.statements)
    assert told(assistant, "saldo del segundo crédito de banobras en diciembre de 2013") == amounts("73,711,291")


def test_a_destination_of_a_loan_is_not_another_destination(assistant: Assistant) -> None:
    question = "¿De cuánto fue el destino solicitado de la iniciativa de 8,900 millones de 2015 para los 58 ayuntamientos?"
    assert told(assistant, question) == amounts("200,000,000")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "de los 8 mil 900 que queria pedir el gobernador en 2015, para que era cada tanto?",
            ["5,700,000,000", "1,700,000,000", "1,500,000,000"],
        ),
        ("los 4 mil 897 del rescate de 2011 quién los autorizó", ["4,897,000,000"]),
    ],
)
def test_millions_are_often_left_unsaid(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


def test_a_bank_whose_credit_has_no_published_amount_is_not_answered_with_its_interest(assistant: Assistant) -> None:
    assert told(assistant, "cuánto prestó Bancomer en 2011") == set()


@pytest.mark.parametrize(
    "question",
    [
        "cuánto iban a costar de intereses los créditos de largo plazo",
        "¿Cuánto se calculaba que costarían de puros intereses, de 2014 en adelante, los cuatro créditos de largo plazo?",
    ],
)
def test_what_credits_cost_in_interest_is_not_what_was_owed_of_them(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("3,097,566,930")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("en el presupuesto del 2019 cuanto apartaron pa puros intereses de la deuda del estado?", "797,417,147"),
        ("en el presupuesto 2019 cuánto venía para comisiones de la deuda", "450,000"),
        ("presupuesto 2019 para adeudos de años anteriores", "82,421,723"),
        ("cuanto se presupuestó en 2019 para pagar capital de la deuda", "74,657,215"),
        ("en el presupuesto 2017 cuánto proponían de adefas", "400,000,000"),
        ("¿cuánto se presupuestó para la deuda en 2019?", "954,946,085"),
    ],
)
def test_an_item_of_a_budget_is_not_the_whole_budget(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


def test_a_list_of_parts_names_all_of_them(assistant: Assistant) -> None:
    asked = "¿Cómo se repartía el presupuesto 2019 para la deuda: intereses, capital, comisiones y adeudos de años anteriores?"
    assert told(assistant, asked) == amounts("797,417,147", "74,657,215", "450,000", "82,421,723")


def test_a_package_named_by_its_year_is_of_that_year_and_a_debt_nobody_published_is_missing(assistant: Assistant) -> None:
    for asked in (
        "el paquete económico 2026 que mandó el gobernador trae deuda nueva o no",
        "¿el paquete económico 2026 trae endeudamiento?",
    ):
        answer = assistant.ask(asked, TODAY).answers[0]
        assert any("sin endeudamiento" in statement.text for statement in getattr(answer, "statements", ()))
    assert told(assistant, "¿en 2025 se contrató deuda nueva?") == set()
    assert told(assistant, "¿Cuánto dinero debe hoy la UAZ al ISSSTEZAC?") == set()


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("de todas las versiones q hay sobre lo q recibio david monreal d deuda, cual es la mas alta y quien la dijo", "23,000,000,000"),
        ("¿cuál es la versión más baja de lo que recibió de deuda Tello?", "7,400,000,000"),
        ("¿Quién ha dado la cifra más alta de la deuda en 2021?", "23,000,000,000"),
        ("¿Cuál es la cifra más alta que se ha dicho de la deuda que dejó Miguel Alonso?", "15,918,000,000"),
        ("¿Quién dijo que la deuda que heredó David Monreal era de 23 mil millones?", "23,000,000,000"),
        ("¿quién dijo que la deuda de 2016 era de 12 mil millones?", "12,000,000,000"),
    ],
)
def test_one_of_the_versions_is_told_beside_those_it_contradicts(assistant: Assistant, question: str, claim: str) -> None:
    assert told(assistant, question) == amounts(claim)
    assert len(told(assistant, question, Role.CONTEXT)) > 1


@pytest.mark.parametrize(
    ("question", "paid"),
    [
        ("Antes de irse, Tello liquidó créditos de corto plazo en mayo de 2021. ¿De cuánto fue el pago?", "750,000,000"),
        ("¿De cuánto fue la liquidación de los créditos de corto plazo en 2021?", "750,000,000"),
        ("¿cuánto se pagó de corto plazo antes de que se fuera Tello?", "750,000,000"),
        ("¿cuánto falta por pagar de los créditos de corto plazo?", "0"),
    ],
)
def test_what_was_paid_of_credits_is_not_what_was_owed(assistant: Assistant, question: str, paid: str) -> None:
    assert told(assistant, question) == amounts(paid)


@pytest.mark.parametrize(
    ("question", "balance"),
    [
        ("porque la deuda del estado ya anda en 9 mil millones en octubre de 2025", "6,573,000,000"),
        ("porque la deuda subió a 8 mil millones en 2023", "6,907,000,000"),
    ],
)
def test_thousands_of_millions_typed_of_the_debt_name_no_credit(assistant: Assistant, question: str, balance: str) -> None:
    assert told(assistant, question) == amounts(balance)


@pytest.mark.parametrize(
    "question",
    [
        "¿En qué partes se dividían los 8,900 millones que pidió el gobierno en noviembre de 2015?",
        "¿en cuántas partes se dividía la iniciativa de 8,900 millones de noviembre de 2015?",
    ],
)
def test_the_parts_asked_are_no_share(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("5,700,000,000", "1,500,000,000", "1,700,000,000")


@pytest.mark.parametrize(
    "question",
    [
        "En la licitación de marzo de 2017 para refinanciar, ¿cuánto ofreció cada banco ganador?",
        "Cuánto ofrecieron prestar los dos bancos que ganaron la licitación de marzo de 2017",
        "¿qué bancos ganaron la licitación de marzo de 2017 y con cuánto cada uno?",
        "monto que ofreció cada banco en la subasta de marzo de 2017",
    ],
)
def test_each_lender_of_a_time_is_told_with_its_amount(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("2,800,000,000", "4,261,750,000")


@pytest.mark.parametrize(
    ("question", "balance"),
    [
        ("¿por qué la deuda ya va en 10 mil millones en 2025?", "6,573,000,000"),
        ("¿por qué debe el estado 12 mil millones en 2024?", "6,718,000,000"),
        ("la deuda en 2018 era de 5 mil millones, ¿por qué?", "7,455,000,000"),
    ],
)
def test_an_amount_typed_of_one_year_is_checked_against_that_year(assistant: Assistant, question: str, balance: str) -> None:
    assert amounts(balance) <= told(assistant, question)


def test_what_was_paid_of_the_long_term_is_no_credit_of_the_short_one(assistant: Assistant) -> None:
    assert told(assistant, "¿Cuánto se pagó de los créditos de largo plazo con Tello?") == amounts("523,000,000")
    assert told(assistant, "saldo de la deuda de largo plazo en 2024") == amounts("6,718,000,000")


@pytest.mark.parametrize(
    "question",
    [
        "¿A qué bancos se les debía a fines de 2013 y cuánto a cada uno?",
        "cuánto se le debía a cada banco al cierre de 2013",
        "en diciembre de 2013 ¿cuánto le faltaba por pagar a cada acreedor?",
    ],
)
def test_what_was_owed_to_each_bank_is_the_balance_of_each_credit(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("2,984,007,763", "740,370,927", "1,141,183,333", "73,711,291")


def test_what_lies_between_two_amounts_is_told_only_where_it_is_asked(assistant: Assistant) -> None:
    assert amounts("627,153,106.75").isdisjoint(told(assistant, "¿de cuánto eran los contratos que se publicaron en Follow the money?"))
    assert told(assistant, "diferencia entre lo autorizado y los contratos publicados del refinanciamiento") == amounts("627,153,106.75")


@pytest.mark.parametrize(
    "question",
    ["quien presto mas en 2017 banorte o banobras segun la calificadora", "según Fitch, ¿quién prestó más en 2017, Banorte o Banobras?"],
)
def test_what_somebody_is_named_as_saying_is_not_told_by_another(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("4,073,000,000", "3,268,000,000")


@pytest.mark.parametrize(
    "question", ["¿cumplieron con dejar la deuda en 6,900 millones en 2018?", "¿en cuánto prometieron dejar la deuda en 2018?"]
)
def test_a_promise_is_answered_with_the_goal(assistant: Assistant, question: str) -> None:
    assert amounts("6,900,000,000") <= told(assistant, question)


@pytest.mark.parametrize(
    "question",
    ["¿Con qué bancos se firmaron los créditos del rescate financiero?", "qué bancos dieron los créditos del rescate financiero"],
)
def test_the_banks_of_a_programme_are_those_of_its_credits(assistant: Assistant, question: str) -> None:
    (answer,) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Found)
    said = " ".join(statement.text for statement in answer.statements)
    assert all(bank in said for bank in ("Banorte", "Bancomer", "Banobras"))
