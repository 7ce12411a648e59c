"""Budgets: the bill, the law and what was paid are told apart, and so are those who get from those who vote."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Found, Missing, Role
from tests.answering.asking import TODAY, amounts, told

if TYPE_CHECKING:
    from bot.app import Assistant


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("lo que mandó el ejecutivo vs lo que aprobaron los diputados pal presupuesto 2024", ["38,710,000,000", "38,671,799,379"]),
        ("compara lo que propuso el gobernador con lo que aprobó el congreso para 2023", ["36,812,548,822"]),
        ("cuánto propuso el ejecutivo en 2014 y cuánto aprobó la legislatura", ["24,308,800,000", "24,308,801,080"]),
        (
            "presupuesto 2025: lo que propuso el gobernador y lo que aprobaron los diputados",
            ["40,122,468,266", "40,122,467,666", "40,122,486,000"],
        ),
    ],
)
def test_the_bill_stands_beside_the_law(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


def test_two_sources_of_one_moment_are_no_change(assistant: Assistant) -> None:
    asked = "presupuesto 2025: lo que propuso el gobernador y lo que aprobaron los diputados"
    assert told(assistant, asked, Role.CONTEXT) == set()


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


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("cuánto traía el dictamen para el Poder Judicial en 2016 y con cuánto quedó ya aprobado", ["216,281,762", "406,128,996"]),
        ("yo queria saber cuanto recibio trancoso del fais en 2024 y cuanto aparece ya pagado", ["15,930,160", "13,930,160"]),
        ("en el proyecto federal 2024, ¿cuánto era de participaciones y cuánto le entró de veras?", ["15,844,800,000", "14,804,833,710"]),
        ("¿subió o bajó lo aprobado al Poder Judicial entre 2016 y 2023?", ["406,128,996", "615,114,643"]),
        ("cuanto le aprobaron al estado de presupuesto en 2017, lo aprobado no lo que pedian", []),
    ],
)
def test_two_moments_asked_side_by_side_are_both_told(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


def test_a_committee_report_divides_as_a_law_does(assistant: Assistant) -> None:
    assert told(assistant, "dictamen 2016 por poder") == amounts("22,142,606,940", "1,831,394,040", "288,034,213", "216,281,762")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿cuánto del dinero del paquete económico 2023 venía de la federación?", ["33,569,000,000"]),
        ("en el paquete económico 2023 cuánto ponía la federación y cuánto el estado", ["33,569,000,000", "3,242,000,000"]),
        ("en el paquete 2023 cuanto ponia la federacion y cuanto el estado de su bolsa", ["33,569,000,000", "3,242,000,000"]),
    ],
)
def test_the_income_of_a_package_is_told_by_its_origin(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    "question",
    [
        "como se repartia el impuesto ecologico en la ley de ingresos 2020, por concepto",
        "desglose de los impuestos ecológicos 2020",
        "el impuesto ambiental de 2020, cómo se dividía",
    ],
)
def test_one_tax_and_many_are_one_name(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("500,000,000", "400,000,000", "200,000,000", "130,000,000")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("cuánto le aprobaron secretaria de seguridad en 2024", "2,053,000,000"),
        ("cuánto le aprobaron obras publicas en 2024", "1,142,000,000"),
        ("cuánto le aprobaron migrantes en 2021", "64,800,000"),
        ("cuánto aprobaron los diputados en 2024", "38,671,799,379"),
        ("cuánto le aprobaron los diputados a la uaz en 2025", "2,595,500,000"),
        ("financiamiento que reporto el estado en sus ingresos 2024 al inegi", "46,208,539"),
    ],
)
def test_who_gets_is_told_from_who_votes_or_hears_it(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


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
        ("cuánto le dieron a los magistrados y jueces en 2024", ["630,833,254"]),
        ("en el dictamen de 2019, ¿cuánto para el gobernador y sus secretarías?", ["21,065,000,000"]),
        ("presupuesto de Derechos Humanos en 2024", ["38,200,000"]),
        ("cuánto cobró el estado de derechos en 2024", ["1,263,696,848"]),
    ],
)
def test_words_of_a_name_measure_nothing(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


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
    ("question", "place"),
    [
        ("como le hizo zacatecas pa quedar en primer lugar del indice del IMCO en 2023", 26),
        ("qué puesto sacó zacatecas en transparencia presupuestal según el IMCO en 2022", 17),
        ("que posicion tuvo el estado en el indice de calidad de la informacion 2023", 12),
        ("¿es cierto que zacatecas fue primer lugar nacional en informacion presupuestal en 2022?", 17),
    ],
)
def test_a_place_among_the_states_is_no_mark(assistant: Assistant, question: str, place: int) -> None:
    assert told(assistant, question) == {Decimal(place)}


@pytest.mark.parametrize("period", ["primer trimestre de 2023", "en el primer trimestre del 2023"])
def test_the_words_of_a_period_name_no_figure(assistant: Assistant, period: str) -> None:
    assert told(assistant, f"¿En qué lugar quedó Zacatecas en el Índice de Calidad en la Información, {period}?") == amounts("12")


@pytest.mark.parametrize(
    ("question", "nearest"),
    [
        ("del presupuesto 2023 del estado cuanto se gasto de verdad al final", ["36,812,548,822"]),
        ("¿Cuánto del presupuesto de 2021 sí se gastó?", ["30,266,165,891"]),
        ("¿cuánto terminó gastando realmente el gobierno del estado en 2024?", ["38,671,799,379", "38,710,000,000"]),
    ],
)
def test_what_was_approved_is_only_near_to_what_was_spent(assistant: Assistant, question: str, nearest: list[str]) -> None:
    assert told(assistant, question) == set()
    assert told(assistant, question, Role.NEAREST) == amounts(*nearest)


def test_spending_as_a_noun_is_the_budget(assistant: Assistant) -> None:
    assert told(assistant, "¿Qué cantidad autorizó la Legislatura para todo el gasto estatal de 2018?") == amounts("30,463,434,263")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿De cuánto era el paquete económico 2024 que entregó el gobierno?", ["38,710,000,000"]),
        ("el paquete 2023 que mandó el gobernador a la Legislatura, ¿de cuánto iba?", ["36,812,548,822"]),
        ("¿De cuánto fue el paquete 2021?", ["30,266,165,891"]),
    ],
)
def test_a_package_is_the_budget_of_its_year_and_a_bill_as_it_was_delivered(
    assistant: Assistant, question: str, expected: list[str]
) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿cuánto costó el Congreso en 2023?", ["445,724,534"]),
        ("¿Cuánto nos costó a cada zacatecano el Poder Judicial en 2023?", ["365.48"]),
        ("¿cuanto le cuestan los diputados a cada zacatecano 2024?", ["273.51"]),
    ],
)
def test_what_a_body_costs_is_its_budget(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize("year", [2010, 2015, 2022])
def test_a_budget_nobody_published_is_missing_however_much_was_told_that_year(assistant: Assistant, year: int) -> None:
    answer = assistant.ask(f"presupuesto aprobado zacatecas {year}", TODAY).answers[0]
    assert isinstance(answer, Missing)
    assert answer.nearest


@pytest.mark.parametrize("purpose", ["Es para una nota comparativa", "es para mi tarea", "lo necesito para un reportaje"])
def test_what_the_figures_are_for_is_no_part_of_the_question(assistant: Assistant, purpose: str) -> None:
    found = told(assistant, f"¿De cuánto fue el presupuesto de 2023 y de cuánto el de 2024? {purpose}")
    assert found == amounts("36,812,548,822", "38,671,799,379", "38,710,000,000")


@pytest.mark.parametrize("question", ["¿Cuánto se esperaba de cada impuesto ecológico en 2020?", "cuanto de cada impuesto ambiental 2020"])
def test_each_of_something_asks_for_its_parts(assistant: Assistant, question: str) -> None:
    assert {*amounts("400,000,000", "130,000,000", "500,000,000", "200,000,000")} <= {*told(assistant, question)}


def test_what_all_the_towns_got_is_only_near_what_the_state_got(assistant: Assistant) -> None:
    (answer,) = assistant.ask("participaciones federales de Zacatecas 2025", TODAY).answers
    assert isinstance(answer, Missing)
    assert {figure.role for figure in answer.nearest} == {Role.NEAREST}
    assert told(assistant, "participaciones federales a los municipios en 2025") == amounts("3,827,000,000")


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("", "¿Cómo se repartió el presupuesto aprobado de 2023 entre el Ejecutivo, el Legislativo, el Judicial y los autónomos?"),
        ("¿Cómo se repartió el presupuesto aprobado de 2016 entre el Ejecutivo, el Legislativo y el Judicial?", "¿y en 2023 cómo quedó?"),
    ],
)
def test_bodies_listed_bring_the_whole_division_they_stand_in(assistant: Assistant, before: str, question: str) -> None:
    (answer,) = assistant.ask(question, TODAY, assistant.read(before, TODAY) if before else None).answers
    assert isinstance(answer, Found)
    whole = amounts("25,908,526,331", "6,461,627,179", "3,381,556,135", "615,114,643", "445,724,534")
    assert {figure.amount for figure in answer.figures if figure.role is Role.ANSWER} == {*whole}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿Qué impuesto iba a dejar más en 2020, el de nómina o los ecológicos?", ["1,230,000,000", "687,438,245"]),
        ("qué impuesto dejaba más en 2018, el de patrimonio o el de hospedaje", ["131,769,437", "9,111,816"]),
        ("de los impuestos de 2020, ¿cuánto de nómina y cuánto de tenencia?", ["687,438,245", "2,500,000"]),
    ],
)
def test_kinds_listed_share_the_word_said_once(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("¿Cómo se repartió el presupuesto 2016 entre los poderes y los autónomos?", "¿y cómo venía en el dictamen, antes de aprobarse?"),
        ("¿Cómo se repartió el presupuesto 2023 entre los poderes y los autónomos?", "¿y en el dictamen de 2016?"),
    ],
)
def test_a_stage_of_the_bill_alone_asks_the_question_before_again(assistant: Assistant, before: str, question: str) -> None:
    (answer,) = assistant.ask(question, TODAY, assistant.read(before, TODAY)).answers
    assert isinstance(answer, Found)
    whole = amounts("22,142,606,940", "288,034,213", "216,281,762", "1,831,394,040")
    assert {figure.amount for figure in answer.figures if figure.role is Role.ANSWER} == whole


@pytest.mark.parametrize("question", ["¿Cómo se repartió el dictamen del presupuesto 2024 entre los poderes?", "dictamen 2023 por poder"])
def test_the_law_divided_is_no_answer_to_how_the_bill_was(assistant: Assistant, question: str) -> None:
    (answer,) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Missing)
