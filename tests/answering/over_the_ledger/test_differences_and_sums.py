"""What is added up, set apart or put in order over the real ledger, and whose figure is told."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Found, Role
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
