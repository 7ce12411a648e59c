"""Lists of which each thing is asked, the first moment published, spans since a government, parts of a counted whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Role
from tests.answering.asking import amounts, told

if TYPE_CHECKING:
    from bot.app import Assistant


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿Cuánto le toca poner al trabajador, cuánto al gobierno y cuánto a los municipios de cuotas al Issstezac en 2024?", [12, 24, 14]),
        ("Cuota del trabajador, del gobierno y de los municipios al Issstezac en 2024", [12, 24, 14]),
        ("¿Cuánto pone cada quien de cuotas al ISSSTEZAC en 2024?", [12, 24, 14]),
        ("¿Cuánto aporta el gobierno y cuánto el trabajador al Issstezac?", [24, 11, 12]),
        ("¿Cuánto recibió Fresnillo de FAIS, cuánto Jerez y cuánto Pinos en 2024?", [141775523, 35411385, 87780798]),
        ("¿Cuánto valía el Parador y cuánto Caxcán en 2015?", [147000000, 340000000]),
    ],
)
def test_of_a_list_each_is_told_though_its_last_ones_are_only_named(assistant: Assistant, question: str, expected: list[int]) -> None:
    assert told(assistant, question) == amounts(*map(str, expected))


@pytest.mark.parametrize(
    "question",
    [
        "De los hoteles y balnearios del Issstezac que se querían vender en 2015, ¿cuál valía más y cuánto cada uno?",
        "¿Cuál de los hoteles del Issstezac valía más en 2015 y cuánto cada uno?",
        "¿Cuánto valía cada hotel y balneario del Issstezac en 2015?",
    ],
)
def test_what_competes_is_told_one_by_one(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("340,000,000", "147,000,000", "52,000,000")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿Cuántos pensionados tenía el Issstezac el primer año, cuántos en 2010 y cuántos en diciembre de 2022?", [174, 1297, 4786]),
        ("¿Cuántos pensionados había al principio y cuántos en 2018?", [174, 4245]),
        ("¿Cuántos becados había el primer año y cuántos en 2019?", [300, 120]),
        ("¿Cuántos habitantes tenía Zacatecas el primer año con dato y cuántos en 2020?", [1276323, 1622138]),
        ("¿Cuánto debía el estado el primer año que hay dato?", [98000000]),
    ],
)
def test_the_first_year_is_the_first_one_published(assistant: Assistant, question: str, expected: list[int]) -> None:
    assert told(assistant, question) == amounts(*map(str, expected))


@pytest.mark.parametrize(
    "question",
    [
        "¿Cuánto le fue dando el gobierno del estado a Mineros de futbol cada año, del sexenio de Miguel Alonso a 2019?",
        "¿Cuánto le dio el gobierno a Mineros en cada gobierno, desde Alonso hasta 2019?",
        "Apoyo a Mineros desde Miguel Alonso hasta Tello",
    ],
)
def test_from_a_government_on_is_all_the_time_since_its_first_day(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("50,000,000", "35,000,000", "30,000,000")


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("¿Qué porcentaje de las empresas del Issstezac ya cerró?", "77.27"),
        ("¿Qué proporción de los 22 negocios del Issstezac cerró?", "77.27"),
        ("¿Qué porcentaje de las empresas del Issstezac sigue operando?", "22.73"),
        ("De las 22 empresas del Issstezac ¿qué porcentaje quedó?", "22.73"),
    ],
)
def test_things_counted_are_a_share_of_all_of_them(assistant: Assistant, question: str, share: str) -> None:
    assert told(assistant, question) == amounts(share)


@pytest.mark.parametrize(
    "question",
    [
        "¿Cuánto faltó para completar la primera mitad del aguinaldo 2024 del Issstezac?",
        "diferencia en la primera mitad del aguinaldo 2024",
    ],
)
def test_what_lacked_is_what_was_needed_without_what_was_paid_of_it(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("13,000,000")
    assert told(assistant, question, Role.INPUT) == amounts("54,800,000", "41,800,000")


def test_who_asks_for_what_was_needed_and_for_what_lacked_gets_both(assistant: Assistant) -> None:
    question = "¿Cuánto se necesitaba para la primera mitad del aguinaldo 2024 y cuánto faltó?"
    assert told(assistant, question) == amounts("54,800,000", "41,800,000", "13,000,000")
