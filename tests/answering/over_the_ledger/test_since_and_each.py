"""All of a government's time, each of several credits, each person, and what the money was for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Explained, Missing, Role
from tests.answering.asking import TODAY, amounts, told

if TYPE_CHECKING:
    from bot.app import Assistant


@pytest.mark.parametrize(
    "question",
    [
        "¿Cuánto pagó de intereses David Monreal desde que entró?",
        "¿Cuánto se ha pagado de intereses desde que llegó David Monreal?",
        "¿Cuánto lleva pagado de puros intereses David Monreal?",
        "¿Cuánto ha pagado este gobierno de intereses desde que empezó?",
    ],
)
def test_since_a_government_came_is_all_of_its_time_told_once(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("2,810,000,000")


@pytest.mark.parametrize(
    "question",
    [
        "desde 2021 cuánto se ha pagado de intereses",
        "¿Cuánto se ha pagado de intereses desde septiembre de 2021?",
        "¿Cuánto se ha pagado de intereses de 2021 a la fecha?",
    ],
)
def test_since_a_year_or_a_month_is_what_was_summed_since(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("2,810,000,000")


def test_from_its_coming_to_its_going_is_the_term_of_that_government(assistant: Assistant) -> None:
    assert told(assistant, "¿Cuánto pagó de intereses Tello desde que entró hasta que salió?") == amounts("3,049,000,000")
    assert amounts("6,573,000,000", "7,217,000,000") <= told(assistant, "¿Cuánto ha bajado la deuda desde que entró David Monreal?")


def test_what_a_government_came_with_is_still_of_the_moment_it_came(assistant: Assistant) -> None:
    assert amounts("7,217,000,000") <= told(assistant, "¿Con cuánta deuda entró David Monreal?")
    assert amounts("6,573,000,000").isdisjoint(told(assistant, "¿Con cuánta deuda entró David Monreal?"))


@pytest.mark.parametrize(
    "question",
    [
        "¿Cuánto se iba a pagar de intereses por cada uno de los cuatro créditos que había en 2013?",
        "De cada uno de los cuatro créditos, ¿cuántos intereses se proyectaban en 2014?",
        "intereses proyectados crédito por crédito al cierre de 2013",
        "¿Cuánto se iba a pagar de intereses por cada crédito?",
    ],
)
def test_what_is_measured_of_each_credit_is_told_of_each(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("1,678,459,759", "592,762,029", "517,466,611", "308,878,531")


@pytest.mark.parametrize(
    "question", ["¿Cuánto se debía de cada uno de los créditos al cerrar 2013?", "¿De cuánto era cada crédito en 2013?"]
)
def test_what_was_owed_of_each_credit_is_its_balance(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("2,984,007,763", "740,370,927", "1,141,183,333", "73,711,291")


@pytest.mark.parametrize(
    "question",
    [
        "Si el presupuesto aprobado de 2021 se repartiera parejo, ¿de a cuánto tocaba?",
        "Si se repartiera entre todos el presupuesto aprobado de 2021, ¿cuánto nos tocaba?",
        "Repartido entre la gente, ¿cuánto fue el presupuesto aprobado de 2021?",
        "¿Cuánto toca del presupuesto aprobado de 2021 si se divide entre la población?",
        "¿Cuánto nos tocaba a cada uno del presupuesto aprobado de 2021?",
    ],
)
def test_money_shared_out_evenly_is_told_per_person(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("18,283.26")


@pytest.mark.parametrize(
    "question", ["¿Cuánto FAIS se repartió entre todos los municipios en 2024?", "FAIS 2024 repartido entre todas las alcaldías"]
)
def test_money_shared_among_towns_is_not(assistant: Assistant, question: str) -> None:
    assert min(told(assistant, question)) > 100_000


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("¿Cuánto pidió el Incufidez para infraestructura en 2019?", "35,000,000"),
        ("¿Cuánto quería el INCUFIDEZ para infraestructura en 2019?", "35,000,000"),
        ("¿Cuánto pidió el Incufidez en 2019?", "50,000,000"),
    ],
)
def test_the_kind_that_the_words_name_goes_before_the_whole(assistant: Assistant, question: str, figure: str) -> None:
    assert told(assistant, question) == amounts(figure)


@pytest.mark.parametrize(
    ("question", "near"),
    [
        ("¿Cuánto pidió el Incufidez para el estadio en 2019?", "50,000,000"),
        ("¿Cuánto le dieron a la Secretaría de Seguridad Pública para patrullas en 2024?", "2,053,000,000"),
        ("¿Cuánto FAIS recibió Fresnillo para alumbrado en 2024?", "141,775,523"),
    ],
)
def test_a_purpose_that_nobody_published_is_missing_with_the_whole_near(assistant: Assistant, question: str, near: str) -> None:
    assert isinstance(assistant.ask(question, TODAY).answers[0], Missing)
    assert told(assistant, question, Role.NEAREST) == amounts(near)


@pytest.mark.parametrize(
    "question", ["¿Cuánto presupuesto hay para el campo en 2024?", "presupuesto de la Secretaría del Campo para el ejercicio fiscal 2024"]
)
def test_whom_or_which_year_the_money_is_for_is_no_purpose(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("425,000,000")


@pytest.mark.parametrize(
    "question",
    [
        "¿Cuántos pasivos recibió David Monreal en 2021?",
        "¿De cuánto eran los adeudos que recibió David Monreal además de la deuda bancaria?",
        "pasivos heredados 2021 sin contar la deuda con bancos",
    ],
)
def test_what_is_set_beside_the_debt_is_not_the_debt(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("1,663,000,000", "1,600,000,000")


@pytest.mark.parametrize(
    "question",
    [
        "¿Cuánto dejaron pedir prestado en 2014?",
        "¿Cuánta deuda nueva permitió la Ley de Ingresos 2014?",
        "¿Cuánto pudo pedir prestado el estado en 2014 para pagar a los maestros?",
    ],
)
def test_new_debt_that_was_allowed_is_not_the_balance(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("1,700,000,000")


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("metí una solicitud y nunca me contestaron", "que-sigue-si-no-contestaron"),
        ("mandé la solicitud hace dos meses y nada, ¿qué hago?", "que-sigue-si-no-contestaron"),
        ("¿Qué existía antes del IZAI?", "que-era-el-izai"),
        ("¿Qué clase de órgano es lo que quedó en lugar del IZAI?", "ya-funciona-transparencia-para-el-pueblo"),
        ("¿Con cuántos sectores se formó el Secretariado Técnico Local?", "quienes-integraban-el-stl"),
        ("¿Sí cumplieron el primer plan de acción local?", "se-cumplieron-los-compromisos-del-primer-plan"),
    ],
)
def test_what_staff_wrote_is_found_in_other_words(assistant: Assistant, question: str, entry: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Explained)
    assert answer.faq.id == entry
