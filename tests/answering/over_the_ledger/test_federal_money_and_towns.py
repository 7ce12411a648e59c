"""Federal money, the country, the state and its towns: what is of one is not told of another."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Found, Role, Unclear
from tests.answering.asking import TODAY, amounts, told

if TYPE_CHECKING:
    from bot.app import Assistant


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("participaciones a nivel nacional 2023, todo el pais", ["1,220,271,100,000"]),
        ("cuanto se repartió en aportaciones en todo el país en 2019", ["789,826,700,000"]),
        ("en todo mexico cuanto dinero de convenios hubo en 2022", ["111,377,400,000"]),
        ("participaciones y aportaciones en el país 2020", ["951,454,800,000", "889,656,200,000"]),
        ("cuánto ha cambiado el gasto federalizado en todo el país entre 2013 y 2024", ["1,309,975,100,000", "2,436,444,800,000"]),
    ],
)
def test_money_of_the_whole_country_is_not_that_of_zacatecas(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


def test_what_zacatecas_got_of_the_national_money_stays_its_own_question(assistant: Assistant) -> None:
    assert Decimal(26) in told(assistant, "que lugar nacional tuvo zacatecas en transparencia presupuestal en 2023")
    assert told(assistant, "participaciones de zacatecas en 2024") >= amounts("14,804,833,710")


def test_the_national_money_breaks_down_into_its_four_kinds(assistant: Assistant) -> None:
    assert len(told(assistant, "cómo se repartió el gasto federalizado nacional en 2021")) == 4


def test_two_halves_that_make_one_question_are_answered_once(assistant: Assistant) -> None:
    question = "subsidios nacionales del gasto federalizado, compara 2025 contra 2026"
    assert len(assistant.ask(question, TODAY).answers) == 1
    assert told(assistant, question) == amounts("13,690,200,000", "94,279,100,000")


def test_the_day_of_a_gazette_is_that_of_the_document_behind_the_figure(assistant: Assistant) -> None:
    answer = assistant.ask("¿En qué fecha salió en el Diario Oficial la modificación del Ramo 33 de 2026?", TODAY).answers[0]
    assert isinstance(answer, Found)
    assert answer.statements[0].date == "2026-07-09"


@pytest.mark.parametrize("year", [2014, 2016, 2018, 2020])
def test_the_government_of_the_state_is_not_a_function_called_government(assistant: Assistant, year: int) -> None:
    question = f"en {year} a cuánto ascendía el gasto federal ubicado en el territorio, gobierno del estado de Zacatecas"
    assert len(told(assistant, question)) == 4


def test_a_statement_that_prints_another_measure_tells_no_figure(assistant: Assistant) -> None:
    assert Decimal("1700000000") not in told(assistant, "cuánto gasto federal en zacatecas, gobierno 2014")


FUNCTIONS_2018 = ["585,700,549.61", "28,178,792,197.28", "3,666,209,206.34", "11,066,873,773"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿En qué se repartió lo que el gobierno federal gastó en Zacatecas en 2018?", FUNCTIONS_2018),
        ("qué porcentaje de lo que gastó la federación en zacatecas en 2022 fue para desarrollo social", ["68.29"]),
        ("de cada cien pesos que gastó la federación en zacatecas en 2015, cuántos fueron a desarrollo económico", ["7.93"]),
        ("de todo lo q le entro al gobierno de zacatecas en 2024 que porcentaje vino de la federacion", ["89.97"]),
        ("cuánto de lo que entró en 2024 venía de la federación", ["38,288,560,180"]),
        ("el gasto federalizado de 2025, incluyendo participaciones, aportaciones y convenios, ¿cuánto fue?", ["39,122,249,953"]),
    ],
)
def test_a_whole_that_nobody_printed_is_the_sum_of_all_its_classes(assistant: Assistant, question: str, expected: list[str]) -> None:
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


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿Cuál es el municipio de Zacatecas con menos habitantes en 2025, y cuántos tiene?", "1,396"),
        ("municipio de zacatecas que recibió más fais en 2024 y cuánto", "141,775,523"),
        ("¿qué municipio recibió más FAIS en 2024, y cuánto fue?", "141,775,523"),
        ("¿cuál es el municipio de Zacatecas con más predial en 2024 y cuánto cobró?", "89,635,921"),
    ],
)
def test_a_municipality_of_zacatecas_is_any_of_them_when_they_are_ranked(assistant: Assistant, question: str, expected: str) -> None:
    answers = assistant.ask(question, TODAY).answers
    assert len(answers) == 1
    assert isinstance(answers[0], Found)
    assert {answers[0].figures[0].amount} == amounts(expected)


def test_my_town_is_asked_back(assistant: Assistant) -> None:
    assert isinstance(assistant.ask("cuanto le toco a mi municipio", TODAY).answers[0], Unclear)


@pytest.mark.parametrize("question", ["cuanto recibio el municipio", "¿cuánto le tocó al ayuntamiento en 2024?"])
def test_the_municipality_is_asked_for_when_it_is_one_of_many(assistant: Assistant, question: str) -> None:
    assert isinstance(assistant.ask(question, TODAY).answers[0], Unclear)


def test_of_several_towns_those_published_are_told_and_the_nearest_of_the_others(assistant: Assistant) -> None:
    asked = "cuánto le tocaba a jerez, guadalupe y fresnillo de participaciones en el presupuesto 2025"
    assert told(assistant, asked) == amounts("448,100,000", "433,300,000")
    assert told(assistant, asked, Role.NEAREST) == amounts("185,083,677")


def test_an_amount_in_an_accusation_is_answered_by_the_stored_one(assistant: Assistant) -> None:
    asked = "¿verdad que la auditoria federal ya le probó a tlaltenango que se clavaron 86.5 millones en 2024?"
    assert told(assistant, asked) == amounts("86,500,000")


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
        ("¿cuántos municipios reportaron sus cuentas al INEGI en 2016, cuántos en 2017 y cuántos en 2018?", ["48", "50", "55"]),
        ("¿cuántos municipios no reportaron al INEGI en 2023 y cuántos en 2025?", ["0", "14"]),
        ("según los censos, ¿cuántos éramos los zacatecanos en 1990 y cuántos en 2020?", ["1,276,323", "1,622,138"]),
    ],
)
def test_one_thing_asked_of_several_years_is_told_year_by_year(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(("year", "people"), [(2030, "1,774,779"), (2035, None)])
def test_a_population_projected_for_the_state_is_told(assistant: Assistant, year: int, people: str | None) -> None:
    found = told(assistant, f"¿Cuántos habitantes proyecta CONAPO que tendrá el estado de Zacatecas en {year}?")
    assert found == amounts(people) if people else len(found) == 1


@pytest.mark.parametrize(("year", "people"), [(1990, "1,276,323"), (2020, "1,622,138")])
def test_how_many_we_were_is_the_population(assistant: Assistant, year: int, people: str) -> None:
    assert amounts(people) <= told(assistant, f"según los censos, ¿cuántos éramos los zacatecanos en {year}?")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿Cuánto juntó por su cuenta el municipio de Río Grande en 2024, sin lo federal?", "44,645,840"),
        ("¿Cuánto generó Fresnillo por sí mismo en 2024, sin contar lo que le manda la federación?", "210,713,791"),
        ("sin lo que le da la federación, cuanto junta el municipio de Loreto 2024", "23,814,787"),
        ("¿Cuánto ingresó por cuenta propia Sombrerete en 2024?", "66,347,495"),
        ("¿Cuánto juntó por su cuenta el estado en 2024, sin lo federal?", "4,220,048,565"),
    ],
)
def test_without_the_federal_money_is_what_a_government_collects_by_itself(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("participaciones mas aportaciones 2026 zacatecas total", ["34,442,989,729"]),
        ("aportaciones + participaciones 2026", ["34,442,989,729"]),
        ("total del ramo 28 más el ramo 33 en 2026 zacatecas", ["34,442,989,729"]),
        ("participaciones más aportaciones de zacatecas en 2024", ["38,288,560,180"]),
        ("¿cuánto recibió Jerez de participaciones y aportaciones en 2024?", ["185,083,677", "111,233,342"]),
        ("participaciones más aportaciones de Fresnillo 2024", ["914,075,531", "495,454,007", "418,621,524"]),
    ],
)
def test_two_kinds_of_federal_money_are_both_told_and_added_where_that_is_asked(
    assistant: Assistant, question: str, expected: list[str]
) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize("verb", ["dividió", "repartió", "integró", "distribuyó"])
@pytest.mark.parametrize("year", [2019, 2024])
def test_how_it_was_divided_gets_the_parts_and_not_their_sum(assistant: Assistant, verb: str, year: int) -> None:
    assert len(told(assistant, f"¿Cómo se {verb} el gasto federalizado nacional de {year}?")) == 4


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿cuánto juntó Jerez por su cuenta en 2024?", "78,741,422"),
        ("¿Cuánto recaudó Fresnillo por sí solo?", "210,713,791"),
        ("¿cuánto generó Sombrerete por su lado en 2024?", "66,347,495"),
    ],
)
def test_what_a_town_gets_by_itself_is_its_own_income(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)
