"""What is added up, set apart or put in order over the real ledger, and whose figure is told."""

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
        ("¿cuánto más se aprobó de presupuesto en 2024 que en 2023?", ["38,671,799,379", "36,812,548,822", "1,859,250,557", "5.05"]),
        ("de cuánto fue la diferencia entre el presupuesto 2025 y el 2024", ["40,122,467,666", "38,671,799,379", "1,450,668,287", "3.75"]),
        ("¿cuánto más recibió Fresnillo que Jerez de FAIS en 2024?", ["141,775,523", "35,411,385", "106,364,138"]),
    ],
)
def test_who_asks_how_much_more_gets_what_lies_between(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("q parte del presupuesto 2025 es de los municipios", "17.12"),
        ("qué cacho del presupuesto 2024 se lleva el Poder Legislativo", "1.20"),
        ("del presupuesto del 2023 que tanto es del poder judicial", "1.67"),
        ("del total d participaciones del pais en 2026 que cachito le toca a zacatecas", "1.22"),
        ("¿qué tanto de los ingresos de 2024 es dinero federal?", "89.97"),
    ],
)
def test_a_share_may_be_asked_in_the_words_of_the_street(assistant: Assistant, question: str, share: str) -> None:
    assert told(assistant, question) == amounts(share)


def test_no_total_of_the_state_is_the_whole_of_the_country(assistant: Assistant) -> None:
    assert told(assistant, "¿qué tajada de las aportaciones del país le tocó a Zacatecas en 2024?") == set()


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("¿qué municipio tiene mayor porcentaje de ingresos propios?", "30.27"),
        ("¿qué municipio depende menos de lo que le mandan? o sea en proporción saca más dinero propio", "30.27"),
        ("¿qué municipio depende más de las participaciones en porcentaje de sus ingresos?", "54.32"),
        ("¿en qué municipio el predial es mayor proporción de sus ingresos?", "28.35"),
    ],
)
def test_the_share_of_every_town_is_put_in_order(assistant: Assistant, question: str, first: str) -> None:
    assert max(told(assistant, question)) == Decimal(first)


def test_the_share_of_one_town_does_not_say_which_has_most(assistant: Assistant) -> None:
    assert told(assistant, "¿cuál municipio es el que en porcentaje hace más por la gente en 2024?") == set()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿cuánto FAIS recibieron entre todos los municipios en 2024?", "1,213,877,285"),
        ("¿cuánto predial cobraron los 58 municipios juntos en 2024?", "602,993,288"),
        ("sumando los municipios que revisó la ASF en la cuenta pública 2024, ¿cuánto quedó por aclarar?", "652,800,000"),
        ("¿cuánto fortamun pagaron todos los municipios en 2024?", "1,467,726,301"),
        ("¿cuánto le aprobaron a los municipios en el presupuesto 2025 en total?", "6,868,660,168"),
    ],
)
def test_what_all_the_towns_have_is_added_up(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿cuánto recibió Fresnillo de FAIS en 2024 según el INEGI?", ["141,765,304"]),
        ("¿cuánto recibió Fresnillo de FAIS en 2024 según Hacienda?", ["141,775,523"]),
    ],
)
def test_whoever_published_it_is_the_one_who_was_asked(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


def test_both_versions_stand_side_by_side_for_who_found_them_different(assistant: Assistant) -> None:
    asked = "FAIS de la capital del estado en 2024, en Hacienda y en el INEGI me sale distinto"
    assert amounts("39,731,769", "38,624,708") <= told(assistant, asked)


@pytest.mark.parametrize(
    "question",
    [
        "Ramo 28 y 33 juntos 2026 cuanto suman pa zacatecas",
        "los ramos 28 y 33 de zacatecas en 2026, ¿cuánto suman?",
        "¿cuánto suman el ramo 28 y el ramo 33 en 2026?",
    ],
)
def test_a_word_said_once_names_two_by_their_numbers(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("34,442,989,729")


@pytest.mark.parametrize(
    ("before", "question", "expected"),
    [
        (
            "¿cuánto recibió el gobierno del estado por aportaciones federales en 2024?",
            "¿y de esas aportaciones cuánto eran convenios?",
            "7,032,009,571",
        ),
        ("¿cuáles fueron los ingresos totales del estado en 2024?", "de esos ingresos cuánto fueron impuestos", "2,197,349,032"),
    ],
)
def test_of_what_was_just_told_the_part_is_asked(assistant: Assistant, before: str, question: str, expected: str) -> None:
    reading = assistant.read(before, TODAY)
    answer = assistant.ask(question, TODAY, reading).answers[0]
    assert isinstance(answer, Found)
    assert {figure.amount for figure in answer.figures if figure.role is Role.ANSWER} == amounts(expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿cuánto dinero le entró en total al gobierno del estado en 2024?", ["42,554,817,284"]),
        ("cuanto le autorisaron gastar al gobierno del estado en 2018", ["30,463,434,263"]),
        ("¿cuánto le aprobaron al gobierno del estado para 2020?", ["29,965,018,086"]),
    ],
)
def test_the_government_of_the_state_is_no_creditor_where_nobody_owes(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿cuánto le recortaron los diputados al presupuesto 2023 que mandó el gobernador?", ["36,812,548,822"]),
        ("¿cuánto recortó el Congreso al presupuesto 2024?", ["38,671,799,379", "38,710,000,000"]),
    ],
)
def test_what_the_deputies_cut_lies_between_bill_and_law_of_the_state(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    "question",
    [
        "jimenez del teul cuanto fortamun le quedo sin pagar en 2024",
        "¿cuánto del FAIS que recibió Jerez en 2024 no pagó?",
        "¿cuánto le faltó pagar a Guadalupe del FAIS 2024?",
    ],
)
def test_what_was_left_unpaid_is_missing_and_both_ends_are_near(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == set()
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Missing)
    assert {str(figure.stage) for figure in answer.nearest} == {"recibido", "pagado"}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Siembro frijol en Sain Alto. ¿Qué tanto le destinaron al campo en el presupuesto del estado de 2024?", "425,000,000"),
        ("Mi familia es de Río Grande. ¿Cuánto es el presupuesto del estado para seguridad en 2024?", "2,053,000,000"),
        ("Tengo una tienda en Fresnillo. ¿Cuánto recibió mi municipio de FAIS en 2024?", "141,775,523"),
    ],
)
def test_a_town_told_before_the_question_is_where_somebody_lives(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("del dinero para deuda en el presupuesto 2019 q porcentaje era puro interes", "83.50"),
        ("de lo destinado a la deuda en el presupuesto 2019, ¿qué parte eran ADEFAS?", "8.63"),
        ("¿qué porcentaje del presupuesto para la deuda de 2019 era capital?", "7.82"),
        ("¿qué porcentaje del presupuesto 2019 se fue a la deuda?", "3.20"),
    ],
)
def test_the_budget_of_the_debt_may_be_the_whole_or_the_part(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿cuánto se le debía al que construyó el Hospital General cuando se fue Amalia García?", ["100,000,000"]),
        ("¿cuánto se ahorró el gobierno por cancelar el PPS de Ciudad Administrativa?", ["1,208,000,000", "2,000,000,000"]),
        ("¿cuánto traían de riesgo Cobaez, Cecytez, Issstezac y la UAZ que le pudiera caer al estado en 2021?", ["1,258,000,000"]),
        ("¿cuánto iba a pagar de intereses el crédito de Bancomer?", ["308,878,531"]),
    ],
)
def test_debts_of_a_kind_are_told_by_the_words_of_the_street(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿qué lugar sacó Zacatecas en el índice de información presupuestal del IMCO en 2023 y con cuánta calificación?", ["26", "86.2"]),
        ("¿qué lugar sacó Zacatecas en el índice de calidad de la información en 2023 y qué calificación?", ["12", "99.78"]),
    ],
)
def test_place_and_mark_of_an_index_stand_side_by_side(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿de cuánto fue el crédito de 4,897 millones del 2011?", ["4,897,000,000"]),
        ("¿a cuánto equivaldría en pesos de 2025 el crédito de 4 mil 897 millones del 2011?", ["9,066,808,683.25"]),
        ("¿cuánto se calculaba de puros intereses por el segundo préstamo de Banobras, el de diciembre de 2012?", ["517,466,611"]),
    ],
)
def test_a_loan_is_named_by_its_amount_or_its_month(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


def test_what_was_paid_is_not_said_of_whoever_is_said_to_have_asked_no_credit(assistant: Assistant) -> None:
    assert told(assistant, "¿es cierto que este gobierno de David Monreal no ha pedido un solo crédito?") == {Decimal(100_000_000)}


@pytest.mark.parametrize(
    "question",
    [
        "¿quién pagó más intereses, Tello o David Monreal?",
        "¿qué fue más: los intereses que pagó Tello en su sexenio o los que lleva pagados David Monreal hasta octubre de 2025?",
        "intereses pagados: Tello contra David Monreal",
    ],
)
def test_what_was_paid_under_each_of_two_governments_stands_side_by_side(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("3,049,000,000", "2,810,000,000")


@pytest.mark.parametrize(
    ("question", "nearest"),
    [
        ("cuánto subió el fortamun de Jerez de 2023 a 2024", "54,264,688"),
        ("¿cuánto menos se aprobó de presupuesto en 2017 que en 2018?", "30,463,434,263"),
        ("¿cuánto es la diferencia entre lo aprobado y lo ejercido en 2023?", "36,812,548,822"),
    ],
)
def test_what_lies_between_is_missing_where_one_side_is(assistant: Assistant, question: str, nearest: str) -> None:
    assert told(assistant, question) == set()
    assert amounts(nearest) <= told(assistant, question, Role.NEAREST)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿cuánto menos recibió Pinos que Jerez de participaciones en 2024?", ["126,529,521", "185,083,677", "58,554,156"]),
        ("¿cuánto gastaron todos los municipios en 2024?", ["9,131,446,751"]),
    ],
)
def test_towns_are_set_against_each_other_or_added_up(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)
