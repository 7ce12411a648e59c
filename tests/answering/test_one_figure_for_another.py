"""No figure stands in for another: another stage, a part for its whole, another time, another measure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Found, Missing, Role, Unclear

if TYPE_CHECKING:
    from bot.app import Assistant

TODAY = date(2026, 11, 22)


def told(assistant: Assistant, question: str) -> set[Decimal]:
    """The figures with role «answer» of every answer to the message."""
    answers = assistant.ask(question, TODAY).answers
    return {figure.amount for answer in answers for figure in getattr(answer, "figures", ()) if figure.role is Role.ANSWER}


def amounts(*typed: str) -> set[Decimal]:
    return {Decimal(one.replace(",", "")) for one in typed}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("cuanto registró calera en obras del fais 2024", ["16,820,161"]),
        ("obras registradas del fais 2024, calera", ["16,820,161"]),
        ("calera cuanto registro de obras con el fortamun en 2024?", []),
        ("obras registradas de fais en Juchipila 2024, cuanto", []),
    ],
)
def test_works_registered_are_not_what_a_fund_gave(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("monto del proyecto de egresos 2024 antes de que lo votaran los diputados", ["38,710,000,000"]),
        ("presupuesto 2024 antes de que lo aprobaran", ["38,710,000,000"]),
        ("cuánto era el presupuesto de egresos 2024 antes de su aprobación", ["38,710,000,000"]),
        ("cuánto era el proyecto de presupuesto 2016 antes de que lo modificara la comisión", []),
        ("presupuesto 2021 después de que lo aprobaron los diputados", ["30,266,165,891"]),
    ],
)
def test_before_the_vote_a_budget_is_a_bill(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


def test_before_a_year_is_a_time_and_no_stage(assistant: Assistant) -> None:
    assert not isinstance(assistant.ask("¿cuánto debía el estado antes de 2018?", TODAY).answers[0], Missing)


@pytest.mark.parametrize(
    ("question", "smallest"),
    [
        ("¿cuál fue el municipio al que le entró menos dinero en todo el 2024, y cuánto?", True),
        ("a que municipio le llega menos dinero", True),
        ("cuál es el municipio con más ingresos en 2024", False),
    ],
)
def test_towns_are_ranked_by_all_that_they_take_in(assistant: Assistant, question: str, smallest: bool) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Found)
    assert answer.figures[0].amount == Decimal("16044865" if smallest else "1124789322")


@pytest.mark.parametrize("question", ["cuanto recibio el municipio", "¿cuánto le tocó al ayuntamiento en 2024?"])
def test_the_municipality_is_asked_for_when_it_is_one_of_many(assistant: Assistant, question: str) -> None:
    assert isinstance(assistant.ask(question, TODAY).answers[0], Unclear)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("FORTAMUN del municipio de Zacatecas en 2024, me salen dos cantidades", ["135,957,883", "135,506,717"]),
        ("los 15 terrenos que el issstezac iba a vender en 2018, ¿en cuánto? leí cifras muy distintas", ["250,000,000", "20,000,000"]),
    ],
)
def test_versions_that_are_counted_or_differ_are_all_shown(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("quiero saber lo de impuestos del estado de Zacatecas, de los ingresos propios en 2024", ["2,197,349,032"]),
        ("cuánto cobró de productos el gobierno de zacatecas, ingresos propios 2024", ["214,031,598"]),
    ],
)
def test_a_part_named_with_its_whole_is_the_part(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize("year", [2014, 2016, 2018, 2020])
def test_the_government_of_the_state_is_not_a_function_called_government(assistant: Assistant, year: int) -> None:
    question = f"en {year} a cuánto ascendía el gasto federal ubicado en el territorio, gobierno del estado de Zacatecas"
    assert len(told(assistant, question)) == 4


def test_a_destination_of_a_loan_is_not_another_destination(assistant: Assistant) -> None:
    question = "¿De cuánto fue el destino solicitado de la iniciativa de 8,900 millones de 2015 para los 58 ayuntamientos?"
    assert told(assistant, question) == amounts("200,000,000")


def test_a_statement_that_prints_another_measure_tells_no_figure(assistant: Assistant) -> None:
    assert Decimal("1700000000") not in told(assistant, "cuánto gasto federal en zacatecas, gobierno 2014")


def test_two_halves_that_make_one_question_are_answered_once(assistant: Assistant) -> None:
    said = assistant.ask("subsidios nacionales del gasto federalizado, compara 2025 contra 2026", TODAY).answers
    assert len(said) == 1
    assert {f.amount for f in getattr(said[0], "figures", ()) if f.role is Role.ANSWER} == amounts("13,690,200,000", "94,279,100,000")


@pytest.mark.parametrize(
    "question",
    ["cuánto debe el gobierno del estado", "deuda del gobierno del estado", "¿a cuánto asciende lo que debe el gobierno del estado?"],
)
def test_the_state_owes_its_own_debt_and_not_what_somebody_owes_to_it(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Found)
    assert all(amount > 5_000_000_000 for amount in told(assistant, question))


def test_what_is_owed_to_the_state_keeps_its_owner(assistant: Assistant) -> None:
    assert told(assistant, "cuánto le debía el ISSSTEZAC al gobierno del estado en 2021") == amounts("284,000,000")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿cuánto costó la nómina de los negocios del ISSSTEZAC en 2020?", "130,000,000"),
        ("de los créditos de 2010 a 2016, ¿cuánto se fue a nómina educativa?", "3,250,000,000"),
        ("nómina quincenal de los trabajadores del issstezac en diciembre de 2022", "4,768,000"),
    ],
)
def test_the_payroll_of_one_thing_is_published_though_no_whole_payroll_is(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


@pytest.mark.parametrize(
    "question", ["nómina del gobierno del estado 2024", "sueldo del director del issstezac 2022", "cuánto gana el gobernador"]
)
def test_a_salary_or_a_whole_payroll_is_missing(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == set()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "del trato de 2021 con el Cobaez: cuánto cubrió el terreno, cuánto se le perdonó de multas y cuánto quedó debiendo",
            ["503,000,000", "124,000,000", "121,000,000", "120,000,000"],
        ),
        ("del issstezac cuánto le debe al sat y cuánto al imss en 2021", ["58,000,000", "6,000,000"]),
        ("de la uaz cuánto le aprobaron en 2014 y cuánto en 2025", ["1,445,417,000", "2,595,500,000"]),
        ("de la primera mitad del aguinaldo 2024, ¿cuánto dinero se ocupaba y cuánto depositaron?", ["54,800,000", "41,800,000"]),
    ],
)
def test_each_how_much_of_a_sentence_gets_its_figure(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


def test_two_loans_of_one_name_are_told_apart_by_the_month(assistant: Assistant) -> None:
    reply = assistant.ask("¿Qué quedó en garantía del segundo crédito de Banobras, el de octubre de 2017?", TODAY).answers[0]
    assert isinstance(reply, Found)
    assert any("FAFEF" in statement.text for statement in reply.statements)
    assert told(assistant, "saldo del segundo crédito de banobras en diciembre de 2013") == amounts("73,711,291")


@pytest.mark.parametrize(("year", "people"), [(2030, "1,774,779"), (2035, None)])
def test_a_population_projected_for_the_state_is_told(assistant: Assistant, year: int, people: str | None) -> None:
    found = told(assistant, f"¿Cuántos habitantes proyecta CONAPO que tendrá el estado de Zacatecas en {year}?")
    assert found == amounts(people) if people else len(found) == 1


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("cuánto recaudó el estado en 2024 según su cuenta pública", []),
        ("¿cuánto dinero público hubo en 2024?", []),
        ("obras públicas 2024 cuánto", ["1,142,000,000"]),
        ("cuánto para educación en 2024", ["12,578,000,000"]),
        ("cuánto a seguridad en 2024", ["2,053,000,000"]),
    ],
)
def test_one_word_of_a_bodys_name_does_not_ask_for_its_budget(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿Cuál es el municipio de Zacatecas con menos habitantes en 2025, y cuántos tiene?", "1,396"),
        ("municipio de zacatecas que recibió más fais en 2024 y cuánto", "141,775,523"),
    ],
)
def test_a_municipality_of_zacatecas_is_any_of_them_when_they_are_ranked(assistant: Assistant, question: str, expected: str) -> None:
    answers = assistant.ask(question, TODAY).answers
    assert len(answers) == 1
    assert isinstance(answers[0], Found)
    assert {answers[0].figures[0].amount} == amounts(expected)


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("de lo que faltaba comprobarle a la conade en junio de 2019, que porcentaje era de la uaz", "52.38"),
        ("que tanto por ciento de lo que ingresó mazapil en 2024 fue predial", "28.35"),
        ("de lo que recibió jerez en 2024 que porcentaje fue fais", "9.33"),
    ],
)
def test_a_share_is_of_the_whole_the_part_belongs_to(assistant: Assistant, question: str, share: str) -> None:
    assert amounts(share) <= told(assistant, question)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿cuánto del dinero del paquete económico 2023 venía de la federación?", ["33,569,000,000"]),
        ("en el paquete económico 2023 cuánto ponía la federación y cuánto el estado", ["33,569,000,000", "3,242,000,000"]),
    ],
)
def test_the_income_of_a_package_is_told_by_its_origin(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize("period", ["primer trimestre de 2023", "en el primer trimestre del 2023"])
def test_the_words_of_a_period_name_no_figure(assistant: Assistant, period: str) -> None:
    assert told(assistant, f"¿En qué lugar quedó Zacatecas en el Índice de Calidad en la Información, {period}?") == amounts("12")


@pytest.mark.parametrize(("year", "people"), [(1990, "1,276,323"), (2020, "1,622,138")])
def test_how_many_we_were_is_the_population(assistant: Assistant, year: int, people: str) -> None:
    assert amounts(people) <= told(assistant, f"según los censos, ¿cuántos éramos los zacatecanos en {year}?")


@pytest.mark.parametrize(
    "question",
    [
        "cuánto iban a costar de intereses los créditos de largo plazo",
        "¿Cuánto se calculaba que costarían de puros intereses, de 2014 en adelante, los cuatro créditos de largo plazo?",
    ],
)
def test_what_credits_cost_in_interest_is_not_what_was_owed_of_them(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("3,097,566,930")
